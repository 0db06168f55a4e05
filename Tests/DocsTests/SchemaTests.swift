import Documents
import Findings
import Foundation
import SchemaValidation
import Testing

@testable import Workbench

/// The JSON Schemas under `schemas/`: what the program writes, what files hold, and what readers refuse.
@Suite("Schemas for editors")
struct SchemaTests {
  static let validators = Dictionary(
    uniqueKeysWithValues: SchemaKind.allCases.map { ($0, SchemaValidator(JSONSchema.schema(of: $0.root, title: ""))) })

  static func parsed(_ text: String, _ name: String = "s.yaml") -> DocumentNode? {
    YAMLFile.parse(text, name: name, log: FindingLog())
  }

  static func errors(_ text: String, _ kind: SchemaKind, as definition: String? = nil) throws -> [String] {
    try #require(validators[kind]).errors(in: try #require(parsed(text), "\(text)"), as: definition)
  }

  @Test(arguments: SchemaKind.allCases)
  func stands(kind: SchemaKind) throws { try Repository.expectCurrent("schemas/\(kind.fileName)", is: kind.text) }

  /// The kind of a YAML file of a workspace, by where it lies.
  static func kind(of path: String) -> SchemaKind? {
    if path.hasSuffix("qingheng.yaml") { return .workspace }
    if path.hasSuffix("ledgers.yaml") { return .ledgers }
    if path.hasSuffix("system.yaml") { return .system }
    if path.hasSuffix("obligations.yaml") { return .obligations }
    if path.contains("/schemes/") { return .scheme }
    if path.contains("/tables/") { return .table }
    return path.contains("charts/") ? .chart : nil
  }

  static let files =
    ["datasets", "charts", "Tests/TranscriptTests/workspace", "Benchmarks/workspaces"].flatMap {
      Repository.files(under: $0, ending: ".yaml")
    } + ["qingheng.yaml"]

  @Test(arguments: files)
  func everyFileOfTheRepositoryIsAccepted(path: String) throws {
    let kind = try #require(Self.kind(of: path), "\(path) is of no kind")
    #expect(try Self.errors(try Repository.text(path), kind) == [], "\(path)")
  }

  /// Those of people's own workspaces: test inputs keep their line numbers.
  @Test(arguments: files.filter { !$0.hasPrefix("Tests/") && !$0.hasPrefix("Benchmarks/") })
  func theFirstLineNamesTheSchema(path: String) throws {
    let kind = try #require(Self.kind(of: path))
    let first = try Repository.text(path).prefix { $0 != "\n" }
    #expect(first == kind.comment(for: path))
    let named = first.split(separator: "=").last.map(String.init) ?? ""
    let schema = URL(filePath: path, relativeTo: Repository.root).deletingLastPathComponent().appending(path: named)
    #expect(FileManager.default.fileExists(atPath: schema.standardizedFileURL.path))
  }

  static let museum = Repository.files(under: "Tests/FindingsMuseum", ending: ".yaml")

  /// An exhibit is refused if its finding is one that a schema can see; else its files are no worse for an editor.
  @Test(arguments: museum)
  func theMuseumIsTold(path: String) throws {
    let code = try #require(path.split(separator: "/").dropFirst(2).first.map(String.init))
    let kind = try #require(Self.kind(of: path))
    guard let node = Self.parsed(try Repository.text(path)) else {
      #expect(["document-syntax", "key-duplicate"].contains(code))
      return
    }
    let errors = try #require(Self.validators[kind]).errors(in: node)
    let seen: Set = [
      "key-unknown", "key-missing", "value-wrong-kind", "value-illegal", "settings-minimum-cell", "label-meaning",
      "table-confirmation-twice",
    ]
    #expect(errors.isEmpty != seen.contains(code), "\(path): \(errors)")
  }

  @Test(arguments: blocks("yaml", of: (try? Repository.text("docs/tables.md")) ?? ""))
  func everyTableOfThePageIsAccepted(text: String) throws { #expect(try Self.errors(text, .table) == []) }

  @Test(arguments: SpecPageTests.schemeExamples)
  func everySchemeOfThePageIsAccepted(text: String) throws { #expect(try Self.errors(text, .scheme) == []) }

  @Test(arguments: blocks("yaml", of: (try? Repository.text("docs/reports.md")) ?? ""))
  func everyChartOfThePageIsAccepted(text: String) throws { #expect(try Self.errors(text, .chart) == []) }

  /// Front matters and cells of notebooks, of the page and of the repository.
  @Test(
    arguments: ["docs/reports.md"]
      // Parts that notebooks include have no front matter.
      + Repository.files(under: "notebooks-md", ending: ".md").filter { !$0.contains("/parts/") })
  func everyNotebookIsAccepted(path: String) throws {
    let text = try Repository.text(path)
    let kinds = ["table", "chart", "finding", "value"].map { ($0, "\($0)-cell") }
    for (fence, definition) in kinds {
      let cells = blocks(fence, of: text.replacing("````markdown", with: "").replacing("````", with: ""))
      for cell in cells { #expect(try Self.errors(cell, .notebook, as: definition) == [], "\(cell)") }
    }
    let headers = text.components(separatedBy: "---\n")
    try #require(headers.count > 2)
    #expect(try Self.errors(headers[1], .notebook) == [], "\(headers[1])")
  }

  /// Hand-written: what each schema must tell, beside the smallest file of its kind.
  @Test(arguments: [
    (
      SchemaKind.table, "table: t\nversion: \"1\"\ncolumns: {a: {type: number}}\n",
      [
        "columns: {a: {typ: number}}", "columns: {a: {type: numbre}}", "columns: {a: {}}",
        "period: {column: a, from: option}",
        "period: {from: option, grain: half}", "period: {column: a, grain: phase}", "reject_limit: 2",
        "file: {header_row: 0}",
        "anonymous: 1", "columns: {a: {type: number, range: [1]}}", "columns: {a: {type: text, labels: {x: no}}}",
      ]
    ),
    (
      .chart, "chart: c\nmarks: [{bar: {y: a, x: b}}]\n",
      [
        "marks: []", "marks: [{bar: {y: a}}]", "marks: [{bar: {y: a, x: b}, rule: {x: 1}}]", "marks: [{pie: {y: a}}]",
        "size: {width: 10}", "facet: {by: a, columns: 7}", "data: {scores: s, below: s}",
        "marks: [{text: {y: a, text: b, format: \"0,0\"}}]", "scales: {fill: {palette: diverging}}",
        "scales: {fill: {palette: grades, midpoint: 1}}",
      ]
    ),
    (
      .workspace, "institution: x\n", ["language: de", "minimum_cell: 0", "phases: {p: {from: 2025-01-01}}", "unit: x"]
    ),
    (.system, "title: x\n", ["titel: x"]),
    (.notebook, "title: x\n", ["edition: $x", "params: {a: [1]}", "periode: x"]),
  ])
  func whatReadersRefuseIsRefused(kind: SchemaKind, whole: String, parts: [String]) throws {
    #expect(try Self.errors(whole, kind) == [])
    for part in parts {
      let key = part.prefix { $0 != ":" }
      let rest = whole.split(separator: "\n").filter { !$0.hasPrefix("\(key):") }.joined(separator: "\n")
      #expect(try Self.errors("\(rest)\n\(part)\n", kind) != [], "\(part)")
    }
  }

  static let hasPython =
    (try? Repository.shell("python3 -W error::ImportWarning -c 'import jsonschema.validators'").code) == 0

  /// Another implementation agrees that these are schemas, and takes and refuses the same files (jsonschema for Python).
  @Test(.enabled(if: hasPython, "needs python3 with jsonschema"))
  func anotherImplementationAgrees() throws {
    let folder = try TemporaryFolder()
    var expected: [String] = []
    for (index, path) in (Self.files + Self.museum).enumerated() {
      let kind = try #require(Self.kind(of: path))
      guard let node = Self.parsed(try Repository.text(path)) else { continue }
      let isAccepted = try #require(Self.validators[kind]).errors(in: node).isEmpty
      try folder.write(SchemaValidator.value(of: node).text, to: "\(index).json")
      expected.append("\(index) \(kind.fileName) \(isAccepted)")
    }
    try folder.write(expected.joined(separator: "\n"), to: "expected")
    try folder.write(
      """
      import json, sys
      from jsonschema.validators import Draft202012Validator
      read = lambda path: json.load(open(path, encoding="utf-8"))
      for line in open("expected"):
          index, name, expected = line.split()
          schema = read(sys.argv[1] + "/" + name)
          Draft202012Validator.check_schema(schema)
          if str(Draft202012Validator(schema).is_valid(read(index + ".json"))).lower() != expected:
              print("differs:", line.strip())
      """, to: "check.py")
    let schemas = Repository.root.appending(path: SchemaKind.folder).path
    let output = try Repository.shell("python3 check.py '\(schemas)'", in: folder.url)
    #expect(output.code == 0 && output.text.isEmpty, "\(output.text)")
  }

  @Test func aCellMayUseParameters() throws {
    #expect(try Self.errors("from: {scores: $scheme}\ntop: $n\n", .notebook, as: "table-cell") == [])
    #expect(try Self.errors("from: {scores: $scheme}\ntop: 0\n", .notebook, as: "table-cell") != [])
    #expect(try Self.errors("from: {leaders: $scheme}\n", .notebook, as: "table-cell") != [])
  }
}
