import Findings
import Foundation
import Testing

@testable import Workbench

/// `docs/schemes.md` and `docs/tables.md`: every key that the readers ask for is there, and every example lints.
@Suite("The pages of schemes and tables")
struct SpecPageTests {
  /// Keys are those of the shapes that the readers use.
  @Test(arguments: [(SchemaKind.scheme, "docs/schemes.md"), (.table, "docs/tables.md"), (.ledgers, "docs/ledgers.md")])
  func everyKeyIsExplained(kind: SchemaKind, page: String) throws {
    // What a table spec says of surveys has a page of its own.
    let text = try Repository.text(page) + (kind == .table ? try Repository.text("docs/surveys.md") : "")
    let keys = Set(SchemaDocumentationTests.shapes(kind).flatMap(\.keys).filter { !$0.isReserved }.map(\.name))
    #expect(keys.count > 20)
    #expect(
      keys.filter { !text.contains("`\($0)`") && !text.contains("`\($0):") && !text.contains("`\($0) ") }.sorted() == []
    )
  }

  /// Legal words of enums that YAML chooses among.
  @Test func everyChoiceIsExplained() throws {
    let text = try Repository.text("docs/schemes.md")
    for word in [
      "mean", "share", "sum", "count", "min", "max", "median", "last", "period", "year", "to_date", "covering",
      "missing", "not_applicable", "full", "renormalise", "zero", "not_graded", "propagate", "reported", "eligible",
      "peers", "raw", "displayed", "all", "at_least", "at_most", "above", "below",
    ] { #expect(text.contains("`\(word)`"), "\(word)") }
  }

  /// A workspace of the pages' own examples: all tables, and one scheme.
  private static func workspace(scheme: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("institution: 例\n", to: "qingheng.yaml")
    try folder.write(
      "code,name,kind,peer_group,valid_from,state,serves\nD1,甲科,科室,内科系,2010-01-01,,\n",
      to: "datasets/_shared/units.csv")
    let tables = blocks("yaml", of: try Repository.text("docs/tables.md") + Repository.text("docs/surveys.md"))
    for (index, table) in tables.enumerated() { try folder.write(table, to: "datasets/li/tables/t\(index).yaml") }
    try folder.write(scheme, to: "datasets/li/schemes/s.yaml")
    // The page calls its first example by this name.
    if scheme.contains("\nextends: keshi.yaml\n") { try folder.write(base, to: "datasets/li/schemes/keshi.yaml") }
    // Schemes whose results the examples read.
    for other in ["fengxian", "geren", "keshi-jiu"] where scheme.contains("{scheme: \(other),") {
      try folder.write(
        base.replacing("scheme: keshi", with: "scheme: \(other)"), to: "datasets/li/schemes/\(other).yaml")
    }
    return folder
  }

  /// The page's first example.
  static let base = blocks("yaml", of: (try? Repository.text("docs/schemes.md")) ?? "").first ?? ""

  static let schemeExamples: [String] = {
    let written = blocks("yaml", of: (try? Repository.text("docs/schemes.md")) ?? "")
    guard let base = written.first else { return [] }
    return written.map { $0.hasPrefix("scheme:") ? $0 : merged($0, into: base) }
  }()

  @Test func theExamplesAreFound() { #expect(Self.schemeExamples.count >= 10) }

  @Test(arguments: schemeExamples.indices)
  func theExampleLints(index: Int) throws {
    let scheme = Self.schemeExamples[index]
    let folder = try Self.workspace(scheme: scheme)
    let log = FindingLog()
    let workspace = try #require(Workspace.open(named: folder.url.path, current: folder.url, log: log))
    _ = try lint(workspace, schemes: [], language: .chinese, log: log)
    let said = FindingText(language: .english).text(of: log)
    #expect(!log.hasProblems, "\(said)\n\(scheme)")
  }

  /// A part of a scheme set into a whole one: entries of some sections are added, other sections replaced.
  static func merged(_ part: String, into base: String) -> String {
    let adding: Set = ["measures", "facts", "params", "effect_groups"]
    var sections = sections(of: base)
    for (key, lines) in self.sections(of: part) {
      if let index = sections.firstIndex(where: { $0.key == key }) {
        if adding.contains(key) {
          sections[index].lines += lines.dropFirst()
        } else {
          sections[index].lines = lines
        }
      } else {
        sections.append((key, lines))
      }
    }
    return sections.flatMap(\.lines).joined(separator: "\n") + "\n"
  }

  private static func sections(of text: String) -> [(key: String, lines: [Substring])] {
    var sections: [(key: String, lines: [Substring])] = []
    for line in text.split(separator: "\n") {
      if let first = line.first, first != " ", let colon = line.firstIndex(of: ":") {
        sections.append((String(line[..<colon]), [line]))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(line)
      }
    }
    return sections
  }
}
