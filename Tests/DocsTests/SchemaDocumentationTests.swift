import Documents
import Foundation
import Testing

@testable import Workbench

/// What editors show beside each key, and what the pages say of them.
@Suite("Keys and their words")
struct SchemaDocumentationTests {
  static func shapes(_ kind: SchemaKind) -> [Shape] {
    ([kind.root.shape] + kind.root.others).flatMap(\.reachable)
  }

  @Test(arguments: SchemaKind.allCases)
  func everyKeyIsToldInBothLanguages(kind: SchemaKind) {
    func check(_ gloss: Gloss, _ what: String) {
      #expect(gloss.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(what)")
      #expect(gloss.english.contains { $0.isASCII && $0.isLetter } && !gloss.english.contains { "，。：；（".contains($0) })
      #expect(!gloss.chinese.hasSuffix("。") && !gloss.english.hasSuffix("."), "\(what)")
    }
    for shape in Self.shapes(kind) {
      check(shape.gloss, shape.name)
      for key in shape.keys where !key.isReserved { check(key.gloss, "\(shape.name).\(key.name)") }
    }
  }

  /// A definition has one name: two shapes of the same name would become one.
  @Test(arguments: SchemaKind.allCases)
  func namesAreUnique(kind: SchemaKind) {
    var keys: [String: [String]] = [:]
    var visited: Set<String> = []
    for root in [kind.root.shape] + kind.root.others {
      root.visit { shape in
        let names = shape.keys.map(\.name)
        #expect(keys[shape.name] ?? names == names, "\(shape.name) names two shapes")
        keys[shape.name] = names
        return visited.insert(shape.name).inserted
      }
    }
  }

  /// Rules speak of keys that there are, each once.
  @Test(arguments: SchemaKind.allCases)
  func rulesSpeakOfTheirKeys(kind: SchemaKind) {
    for shape in Self.shapes(kind) {
      let names = shape.keys.map(\.name)
      #expect(Set(names).count == names.count, "\(shape.name)")
      for rule in shape.rules {
        let told: [String] =
          switch rule {
          case .oneOf(let keys, _), .anyOf(let keys): keys
          case .form(let key, let with, let needs, let choose): [key] + with + needs + choose
          case .needs(let key, let others), .excludes(let key, let others): [key] + others
          }
        #expect(Set(told).isSubset(of: names), "\(shape.name): \(told)")
      }
    }
  }

  @Test(arguments: [
    (SchemaKind.scheme, "docs/schemes.md"), (.table, "docs/tables.md"), (.obligations, "docs/obligations.md"),
    (.ledgers, "docs/ledgers.md"), (.chart, "docs/reports.md"), (.notebook, "docs/reports.md"),
  ])
  func everyKeyStandsOnThePage(kind: SchemaKind, page: String) throws {
    // What a table spec says of surveys has a page of its own, and so has what a chart can be.
    let more = kind == .table ? "docs/surveys.md" : kind == .chart ? "docs/charts.md" : nil
    let text = try Repository.text(page) + (try more.map { try Repository.text($0) } ?? "")
    let index = text.range(of: "## Index of keys in English").map { text[$0.upperBound...] } ?? text[...]
    let keys = Set(Self.shapes(kind).flatMap(\.keys).filter { !$0.isReserved }.map(\.name))
    #expect(keys.filter { !index.contains("`\($0)`") && !index.contains("`\($0):") }.sorted() == [])
  }
}
