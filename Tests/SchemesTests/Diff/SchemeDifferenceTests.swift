import Documents
import Findings
import Testing

@testable import Schemes

@Suite struct SchemeDifferenceTests {
  static let old =
    schemeHead + """
      params: {下限: 60}
      measures: {m: {table: t, take: count}, n: {table: t, take: count}}
      nodes:
        - id: 总分
          of: sum
          children:
            - {id: 甲, points: 60, measure: m, steps: [{deduct: {each: 2}}]}
            - {id: 乙, points: 40, measure: n, steps: [{deduct: {each: 2}}]}
      rank: {node: 总分}
      grades: {bands: [{grade: 优, at_least: 90}, {grade: 差}]}

      """

  private func found(_ edit: (String) -> String) throws -> [SchemeDifference] {
    let log = FindingLog()
    let (a, b) = (
      try #require(YAMLFile.parse(Self.old, name: "a", log: log)),
      try #require(YAMLFile.parse(edit(Self.old), name: "b", log: log))
    )
    return differences(from: a, to: b)
  }

  @Test func `The same text differs in nothing, whatever the order of keys`() throws {
    #expect(try found { $0 }.isEmpty)
    #expect(try found { $0.replacing("{id: 甲, points: 60,", with: "{points: 60, id: 甲,") }.isEmpty)
  }

  @Test func `A number, a new part, a part that is gone, another parent`() throws {
    let found = try found {
      $0.replacing("{grade: 优, at_least: 90}", with: "{grade: 优, at_least: 88}, {grade: 中, at_least: 70}")
        .replacing("下限: 60", with: "下限: 65").replacing(", n: {table: t, take: count}", with: "")
    }
    #expect(
      found.map(\.kind) == [
        .changed([.init(key: "", before: "60", after: "65")]), .removed,
        .changed([.init(key: "at_least", before: "90", after: "88")]), .added,
      ])
    #expect(found.map(\.id) == ["下限", "n", "优", "中"])
    #expect(found.map(\.subject) == [.parameter, .measure, .grade, .grade])
  }

  @Test func `A node under another parent has moved`() throws {
    let found = try found {
      $0.replacing(
        "      - {id: 乙,", with: "      - id: 组\n        of: sum\n        children:\n          - {id: 乙,")
    }
    #expect(found.contains { $0.id == "乙" && $0.kind == .moved(from: "总分", to: "组") })
    #expect(found.contains { $0.id == "组" && $0.kind == .added })
  }

  @Test func `Places are told in words`() throws {
    let log = FindingLog()
    let old = Self.old.replacing("rank: {node: 总分}", with: "rank: {node: 总分, basis: displayed}")
      .replacing("at_least: 90}", with: "at_least: 90, quota: {share: 0.3}}")
    let (a, b) = (
      try #require(YAMLFile.parse(old, name: "a", log: log)),
      try #require(YAMLFile.parse(old.replacing("share: 0.3", with: "share: 0.25"), name: "b", log: log))
    )
    let words = DifferenceWords(
      language: .english, old: try #require(Scheme.read(a, log: log)), new: try #require(Scheme.read(b, log: log)))
    let lines = differences(from: a, to: b).flatMap(words.lines)
    let first = try #require(lines.first)
    #expect(first.contains("30%") && first.contains("25%") && !first.contains("{"))
  }

  @Test func `Words give the rule then and now`() throws {
    let log = FindingLog()
    let new = Self.old.replacing(
      "points: 60, measure: m, steps: [{deduct: {each: 2}}]",
      with: "points: 60, measure: m, steps: [{deduct: {each: 5}}]")
    let (a, b) = (
      try #require(YAMLFile.parse(Self.old, name: "a", log: log)),
      try #require(YAMLFile.parse(new, name: "b", log: log))
    )
    let words = DifferenceWords(
      language: .chinese, old: try #require(Scheme.read(a, log: log)), new: try #require(Scheme.read(b, log: log)))
    let lines = differences(from: a, to: b).flatMap(words.lines)
    #expect(lines.count == 3)
    #expect(lines[0] == "指标“甲”：换算 [{deduct: {each: 2}}] → [{deduct: {each: 5}}]")
    #expect(lines[1].hasPrefix("  原：甲") && lines[1].contains("每1扣2分"))
    #expect(lines[2].hasPrefix("  现：甲") && lines[2].contains("每1扣5分"))
  }
}
