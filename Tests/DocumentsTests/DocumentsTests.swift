import Findings
import Foundation
import Testing

@testable import Documents

private func parse(_ text: String) -> (DocumentNode?, FindingLog) {
  let log = FindingLog()
  return (YAMLFile.parse(text, name: "s.yaml", log: log), log)
}

/// The codes and places of a log, in order.
private func codes(_ log: FindingLog) -> [String] { log.findings.map { "\($0.code) \($0.place.text)" } }

@Suite struct YAMLFileTests {
  @Test func anEmptyTextIsAnEmptyNode() {
    let (node, log) = parse("")
    #expect(node?.content == .empty)
    #expect(log.isEmpty)
  }

  @Test func valuesKeepTheirWordsAndPlaces() {
    let (node, _) = parse("a: 010\nb:\n  - yes\n  - \"2025\"\n")
    #expect(node?["a"]?.content == .scalar("010", isQuoted: false))
    #expect(node?["a"]?.place.text == "s.yaml:1:4")
    guard case .sequence(let items) = node?["b"]?.content else {
      Issue.record("b is no list")
      return
    }
    #expect(items.map(\.content) == [.scalar("yes", isQuoted: false), .scalar("2025", isQuoted: true)])
    #expect(items[1].place.text == "s.yaml:4:5")
  }

  @Test func aFrontMatterKeepsTheLinesOfItsFile() {
    let log = FindingLog()
    let node = YAMLFile.parse("a: [", name: "n.md", firstLine: 2, log: log)
    #expect(node == nil)
    #expect(log.findings.first?.place.text.hasPrefix("n.md:") == true)
    #expect(log.findings.first?.place != .line("n.md", line: 1, column: 1))
  }

  @Test(arguments: [
    ("a: [1, 2", "document-syntax"), ("a: 1\na: 2", "key-duplicate"), ("a: &x 1\nb: *x", "document-anchors"),
    ("a: *nobody", "document-syntax"), ("a: 1\n---\nb: 2", "document-syntax"),
    (String(repeating: "[", count: 200), "document-too-deep"),
    ((0..<80).map { String(repeating: "  ", count: $0) + "a:" }.joined(separator: "\n"), "document-too-deep"),
  ])
  func whatCannotBeReadIsAFinding(text: String, code: String) {
    let (node, log) = parse(text)
    #expect(node == nil)
    #expect(log.findings.map(\.code) == [code])
  }

  @Test func whatTheParserSaysIsSaidInChinese() throws {
    let found = try ["a: {b: 1\nc: 2\n", "a:\n\tb: 1\n", "a: b: c\n", "a: 'b\n", "[a]: 1\n"].map { text in
      try #require(parse(text).1.findings.first).wording(in: .chinese).found
    }
    for sentence in found { #expect(!sentence.contains { "abcdefghijklmnopqrstuvwxyz".contains($0) }, "\(sentence)") }
  }

  /// Each at its later place, those of inner mappings and of one line too, and three of a kind twice.
  @Test func everyKeyThatStandsTwiceIsTold() {
    let (node, log) = parse("a: 1\n三: {甲: 1, \"乙\": 2, \"乙\": 3}\nb:\n  c: 1\n  c: 2\n  c: 3\na: 2\n")
    #expect(node == nil)
    #expect(
      codes(log) == [
        "key-duplicate s.yaml:2:19", "key-duplicate s.yaml:5:3", "key-duplicate s.yaml:6:3", "key-duplicate s.yaml:7:1",
      ])
    #expect(
      log.findings.compactMap { $0 as? DocumentFinding }.first
        == .duplicateKey(.line("s.yaml", line: 2, column: 19), key: "乙"))
  }

  @Test func aBombOfAliasesIsRefusedAtItsFirstAnchor() {
    var text = "a0: &a0 [x, x]\n"
    for i in 1...40 { text += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1)]\n" }
    let (node, log) = parse(text)
    #expect(node == nil)
    #expect(codes(log) == ["document-anchors s.yaml:1:5"])
  }

  @Test func filesThatCannotBeReadSayWhy() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let log = FindingLog()
    #expect(YAMLFile.read(folder.path + "/none.yaml", name: "none.yaml", log: log) == nil)
    let bad = folder.appendingPathComponent("bad.yaml")
    try Data([0x61, 0x3A, 0x20, 0xFF, 0xFE]).write(to: bad)
    #expect(YAMLFile.read(bad.path, name: "bad.yaml", log: log) == nil)
    #expect(
      log.findings.compactMap { $0 as? DocumentFinding } == [
        .unreadable(.file("none.yaml"), reason: .absent),
        .unreadable(.file("bad.yaml"), reason: .notUTF8(byteOffset: 3)),
      ])
  }
}

private enum Colour: String, CaseIterable { case red, blue }

extension Shape {
  private static func shape(_ keys: [(String, ShapeValue)], required: [String] = []) -> Shape {
    Shape(
      "test", "测试", "a test",
      keys.map { required.contains($0.0) ? .required($0.0, $0.1, "键", "a key") : .optional($0.0, $0.1, "键", "a key") })
  }

  fileprivate static let wrong = shape(
    [
      ("name", .text), ("points", .number), ("count", .integer), ("flag", .boolean),
      ("colour", .words(of: Colour.self)), ("list", .list(.text)), ("weight", .number), ("id", .text),
    ], required: ["id"])

  fileprivate static let right = shape([
    ("id", .text), ("n", .integer), ("x", .number), ("b", .boolean), ("c", .words(of: Colour.self)), ("t", .texts),
    ("one", .texts), ("nothing", .text),
  ])

  fileprivate static let named = shape(
    [("id", .text), ("name", .text), ("place", .text)], required: ["id", "name", "place"])

  fileprivate static let single = shape([("a", .text)])
}

@Suite struct MappingReaderTests {
  @Test func everyProblemIsFoundInOnePass() {
    let (node, log) = parse(
      """
      name: true
      points: many
      count: 1.5
      flag: yes
      colour: rad
      wieght: 3
      list: 1
      """)
    guard let node else {
      Issue.record("not read")
      return
    }
    var reader = MappingReader(node, path: "node", shape: .wrong, log: log)
    #expect(reader.text("name") == nil)
    #expect(reader.number("points") == nil)
    #expect(reader.integer("count") == nil)
    #expect(reader.boolean("flag") == nil)
    #expect(reader.choice("colour", Colour.self) == nil)
    #expect(reader.list("list") == nil)
    #expect(reader.number("weight") == nil)
    #expect(reader.requiredText("id") == nil)
    reader.finish()
    #expect(
      codes(log) == [
        "value-wrong-kind s.yaml:1:7", "value-wrong-kind s.yaml:2:9", "value-wrong-kind s.yaml:3:8",
        "value-wrong-kind s.yaml:4:7", "value-illegal s.yaml:5:9", "value-wrong-kind s.yaml:7:7",
        "key-missing s.yaml:1:1", "key-unknown s.yaml:6:1",
      ])
    let text = FindingText(language: .english).text(of: log)
    #expect(text.contains("Did you mean “weight”?"))
    #expect(text.contains("Did you mean “red”?"))
  }

  /// One mistake, one finding: a misspelt key is not also missing.
  @Test func aMisspeltKeyIsToldOnce() {
    let (node, log) = parse("idd: a\nnam: x\n")
    guard let node else {
      Issue.record("not read")
      return
    }
    var reader = MappingReader(node, path: "node", shape: .named, log: log)
    #expect(reader.requiredText("id") == nil)
    #expect(reader.requiredText("name") == nil)
    #expect(reader.requiredText("place") == nil)
    reader.finish()
    #expect(codes(log) == ["key-unknown s.yaml:1:1", "key-unknown s.yaml:2:1", "key-missing s.yaml:1:1"])
  }

  @Test func rightValuesAreRead() {
    let (node, log) = parse("id: 2025\nn: -3\nx: 1.5e2\nb: false\nc: blue\nt: [a, b]\none: a\nnothing:\n")
    guard let node else {
      Issue.record("not read")
      return
    }
    var reader = MappingReader(node, path: "node", shape: .right, log: log)
    #expect(reader.text("id") == "2025")
    #expect(reader.integer("n") == -3)
    #expect(reader.number("x") == 150)
    #expect(reader.boolean("b") == false)
    #expect(reader.choice("c", Colour.self) == .blue)
    #expect(reader.texts("t") == ["a", "b"])
    #expect(reader.texts("one") == ["a"])
    #expect(reader.text("nothing") == nil)
    reader.finish()
    #expect(log.isEmpty)
  }

  @Test(arguments: ["1e999", "0x10", ".inf", ".nan", "1_000", " "])
  func whatIsNoPlainDecimalIsNoNumber(text: String) { #expect(parseNumber(text) == nil) }

  @Test func aListIsNoMapping() {
    let (node, log) = parse("[1, 2]")
    guard let node else {
      Issue.record("not read")
      return
    }
    var reader = MappingReader(node, path: "root", shape: .single, log: log)
    #expect(reader.text("a") == nil)
    #expect(codes(log) == ["value-wrong-kind s.yaml:1:1"])
  }
}

@Suite struct DocumentWordingTests {
  static let place = Place.line("s.yaml", line: 2, column: 3)
  static let everyFinding: [DocumentFinding] = [
    .unreadable(.file("s.yaml"), reason: .absent), .unreadable(.file("s.yaml"), reason: .notUTF8(byteOffset: 4)),
    .unreadable(.file("s.yaml"), reason: .tooLarge(limit: 9)), .unreadable(.file("s.yaml"), reason: .refused),
    .syntax(place, problem: "x"), .duplicateKey(place, key: "k"),
    .unknownKey(place, key: "k", of: "n", legal: ["a", "b"]), .missingKey(place, key: "k", of: "n"),
    .wrongKind(place, key: "k", expected: .text, found: .boolean, value: "true"),
    .illegalValue(place, key: "k", value: "v", legal: ["a"]), .anchorsRefused(place), .tooDeep(place, limit: 64),
  ]

  @Test(arguments: everyFinding, Language.allCases)
  func everySentenceIsThere(finding: DocumentFinding, language: Language) {
    let words = finding.wording(in: language)
    for sentence in [words.found, words.consequence, words.remedy] { #expect(!sentence.isEmpty) }
    #expect(finding.code.contains("-"))
  }
}
