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

  /// Pairs of old and new text, in `rules`, and what the heading line must say of both, in both languages.
  static let structures: [(old: String, new: String, says: [String])] = [
    ("{bands: [[0.9, 60], [0, 0]]}", "{bands: [[0.8, 60], [0, 0]]}", ["90%", "80%"]),
    ("at_least: {2025: 90}", "at_least: {2025: 90, 2026: 92}", ["2026", "92"]),
    ("deduct: {measure: n, each: 1}", "deduct: {measure: n, each: 2, at_most: 6}", ["“n”", "6"]),
    ("when: {measure: n, at_least: 1}", "when: {measure: n, at_least: 3}", ["“n”", "3"]),
    ("adjust: {role: 组, at_most: 3, reason: required}", "adjust: {role: 组, at_most: 5, reason: required}", ["3", "5"]),
    ("where: \"a = 1\"", "where: \"a = 2\"", ["a", "2"]),
    ("take: {trimmed: {drop: 1, min: 3, else: mean}}", "take: mean", ["1"]),
    ("prevail: [人, 机]", "prevail: [机, 人]", ["人", "机"]),
    ("hands: {机: m, 人: n}", "hands: {机: m, 人: k}", ["人", "机"]),
    ("coverage: {by: count, at_least: 1}", "coverage: {by: children, at_least: 0.5}", ["1", "50%"]),
    ("combine: {year: {H1: 0.5, H2: 0.5}}", "combine: {year: {H1: 0.4, H2: 0.6}}", ["40%", "60%"]),
    ("approval: {文号: 院发1号, date: \"2025-01-01\"}", "approval: {文号: 院发2号, date: \"2025-02-01\"}", ["院发1号", "院发2号"]),
  ]
  static let rules =
    schemeHead + """
      decisions: 决定
      measures:
        m: {table: t, value: a, take: share}
        n: {table: t, take: count, where: "a = 1"}
        k: {table: t, value: a, take: {trimmed: {drop: 1, min: 3, else: mean}}}
      nodes:
        - id: 总分
          of: sum
          coverage: {by: count, at_least: 1}
          children:
            - {id: 甲, points: 60, measure: m, steps: [{bands: [[0.9, 60], [0, 0]]}]}
            - {id: 乙, points: 40, hands: {机: m, 人: n}, prevail: [人, 机], difference: {over: 5}}
            - {id: 丙, points: 10, measure: k}
      combine: {year: {H1: 0.5, H2: 0.5}}
      effects:
        - {id: 扣, when: {measure: n, at_least: 1}, deduct: {measure: n, each: 1}}
        - {id: 调, adjust: {role: 组, at_most: 3, reason: required}}
      rank: {node: 总分}
      grades: {bands: [{grade: 优, at_least: {2025: 90}}, {grade: 差}]}

      """

  /// Pairs of old and new text, in `rules`, and the Chinese line that says them without a key word.
  static let listed: [(old: String, new: String, says: String)] = [
    (
      "rank: {node: 总分}", "rank: {node: 总分, per: all, basis: displayed, ties: min}",
      "按组排名（未写）→一起排；依据（未写）→显示的分；并列（未写）→并列取靠前的名次"
    ),
    (
      "combine: {year: {H1: 0.5, H2: 0.5}}", "combine: {year: {H1: 0.5, H2: 0.5}, one_missing: not_graded}",
      "缺一个半年时（未写）→不予评定"
    ),
    (
      "coverage: {by: count, at_least: 1}", "coverage: {by: count, at_least: 1}\n    leaves_missing: zero",
      "末级缺失时（未写）→计0分"
    ),
    (
      "else: mean}}}", "else: mean}}, window: {years: 3}, include: descendants}",
      "时间范围（未写）→最近3年；包含下级（未写）→计入下级单位"
    ),
    (
      "titles: {table: 称号, current_at: period_start}", "titles: {table: 称号, current_at: as_of}",
      "何日持有算持有期初→截至日"
    ),
    (
      "defaults: {over: reported}", "defaults: {over: {frozen: 2025H1}, leaves_missing: propagate}",
      "有数据的单位→2025H1的参数"
    ),
    ("only: year, ", "", "定等的期间：只在年度定等→（未写）"),
  ]

  @Test(arguments: listed)
  func `Words from a closed list have Chinese names`(old: String, new: String, says: String) throws {
    let rules = Self.rules.replacing("grades: {", with: "grades: {only: year, ").replacing(
      "decisions: 决定\n",
      with: "decisions: 决定\ntitles: {table: 称号, current_at: period_start}\ndefaults: {over: reported}\n")
    #expect(rules.contains(old))
    let log = FindingLog()
    let (a, b) = (
      try #require(YAMLFile.parse(rules, name: "a", log: log)),
      try #require(YAMLFile.parse(rules.replacing(old, with: new), name: "b", log: log))
    )
    let words = DifferenceWords(
      language: .chinese, old: try #require(Scheme.read(a, log: log)), new: try #require(Scheme.read(b, log: log)))
    let lines = differences(from: a, to: b).flatMap(words.lines)
    #expect(lines.contains { $0.replacing(" ", with: "").contains(says) }, "\(lines)")
  }

  @Test(arguments: structures)
  func `Structures are told in words, not as they are written`(old: String, new: String, says: [String]) throws {
    #expect(Self.rules.contains(old))
    let log = FindingLog()
    let (a, b) = (
      try #require(YAMLFile.parse(Self.rules, name: "a", log: log)),
      try #require(YAMLFile.parse(Self.rules.replacing(old, with: new), name: "b", log: log))
    )
    for language in Language.allCases {
      let words = DifferenceWords(
        language: language, old: try #require(Scheme.read(a, log: log), "\(summary(log))"),
        new: try #require(Scheme.read(b, log: log), "\(summary(log))"))
      let line = try #require(differences(from: a, to: b).flatMap(words.lines).first)
      #expect(!line.contains("{") && !line.contains("["), "\(line)")
      for text in says { #expect(line.contains(text), "\(line)") }
    }
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
    #expect(lines[0] == "指标“甲”：换算 从满分60分起，每1扣2分，扣完为止 → 从满分60分起，每1扣5分，扣完为止")
    #expect(lines[1].hasPrefix("  原：甲") && lines[1].contains("每1扣2分"))
    #expect(lines[2].hasPrefix("  现：甲") && lines[2].contains("每1扣5分"))
  }
}
