import Charts
import Findings
import Testing

@testable import Reports

/// Conditions, loops over units, included files, values of cells.
@Suite struct DirectiveTests {
  private func words(_ body: String, _ source: FakeSource = FakeSource(), log: FindingLog = FindingLog()) -> [String] {
    blocks(body, source: source, log: log).map {
      switch $0 {
      case .paragraph(let words), .heading(_, let words): Inline.plainText(words)
      case .table(let table): "表" + table.rows.map { $0.map(\.plainText).joined(separator: "|") }.joined(separator: "/")
      default: "?"
      }
    }
  }

  @Test(arguments: [
    ("否决", "3", ["有"]), ("否决", "0", ["无"]), ("否决", "", ["无"]), ("not 否决", "0", ["有"]),
    ("否决 > 2", "3", ["有"]), ("否决 >= 3", "3", ["有"]), ("否决 < 3", "3", ["无"]), ("否决 != 3", "3", ["无"]),
    ("否决 <= −1", "−2", ["有"]), ("否决 < 0", "−2.5", ["有"]), ("否决 > 2", "—", ["无"]), ("否决 = \"优秀\"", "优秀", ["有"]),
    ("否决 != \"优秀\"", "合格", ["有"]),
    ("否决 < 0.8", "62.0%", ["有"]), ("否决 >= 80%", "62.0%", ["无"]),
  ])
  func conditionsPrintOneSide(condition: String, value: String, expected: [String]) {
    let log = FindingLog()
    let body = "<!-- if \(condition) -->\n有\n<!-- else -->\n无\n<!-- end -->"
    #expect(words(body, FakeSource(values: ["否决": value]), log: log) == expected)
    #expect(log.isEmpty)
  }

  @Test(arguments: ["a == 3", "a > 5 or b > 5", "a < b", "a = 优秀", "a > \"2026-01-01\"", "a >", "a = \"x\"y\""])
  func whatIsNoConditionIsTold(condition: String) {
    let log = FindingLog()
    let body = "<!-- if \(condition) -->\n有\n<!-- else -->\n无\n<!-- end -->"
    #expect(words(body, FakeSource(values: ["a": "4", "b": "5", "not": "1"]), log: log) == [])
    #expect(places(log) == ["notebook-condition-unread 4:1"])
  }

  @Test func wordsAreInNoOrder() {
    let log = FindingLog()
    let printed = words("<!-- if a > 3 -->\n有\n<!-- end -->", FakeSource(values: ["a": "优秀"]), log: log)
    #expect(printed == ["〔此处取决于“a”的大小，而它不是数〕"])
    #expect(places(log) == ["notebook-condition-order 4:1"])
  }

  @Test func aNameThatIsTakenIsNotGivenAgain() {
    var source = FakeSource(values: ["graded": "41"])
    source.tables = ["scores": DataTable([DataColumn("score", label: "得分", numbers: [98.74], digits: 2)])]
    let log = FindingLog()
    let body = "```value\nname: graded\nfrom: {scores: x}\ncolumn: score\n```\n{{graded}}个"
    #expect(words(body, source, log: log).last == "41个")
    #expect(places(log) == ["notebook-value-taken 4:1"])
  }

  @Test func conditionsNestAndKeepTheirLines() {
    let log = FindingLog()
    let body = """
      前
      <!-- if a -->
      甲
      <!-- if b -->
      乙 {{无此}}
      <!-- end -->
      <!-- end -->
      后
      """
    #expect(words(body, FakeSource(values: ["a": "1", "b": "1"]), log: log) == ["前", "甲", "乙 〔无此值：无此〕", "后"])
    #expect(places(log) == ["notebook-value-unknown 8:3"])
    #expect(words(body, FakeSource(values: ["a": "1", "b": "0"])) == ["前", "甲", "后"])
    #expect(words(body, FakeSource(values: ["a": "", "b": "1"])) == ["前", "后"])
  }

  @Test func whatIsWrongIsToldWithItsLine() {
    let log = FindingLog()
    let body = """
      <!-- end -->
      <!-- else -->
      <!-- iff a -->
      <!-- if -->
      不印
      <!-- end -->
      <!-- if a > -->
      <!-- end -->
      <!-- each 没有 -->
      x
      <!-- end -->
      <!-- include a.md -->
      <!-- if 无此 -->
      <!-- end -->
      <!-- if a -->
      """
    _ = words(body, FakeSource(values: ["a": "1"]), log: log)
    #expect(
      places(log) == [
        "notebook-block-stray 4:1", "notebook-block-stray 5:1", "notebook-directive-near 6:1",
        "notebook-condition-unread 7:1", "notebook-condition-unread 10:1", "notebook-block-open 18:1",
        "notebook-raw-html 6:1", "notebook-include-absent 15:1", "notebook-list-unknown 12:1",
        "notebook-value-unknown 16:1",
      ])
  }

  @Test func directivesInCodeAreCode() {
    let log = FindingLog()
    #expect(
      blocks("```\n<!-- if a -->\n```\n~~~~\n```\n<!-- end -->\n~~~~", log: log) == [
        .code(info: "", text: "<!-- if a -->\n"), .code(info: "", text: "```\n<!-- end -->\n"),
      ])
    #expect(log.isEmpty)
  }

  private var units: FakeSource {
    var source = FakeSource(values: ["period": "2026年上半年"])
    source.lists = ["graded": ["D1", "D2"], "none": []]
    source.unitValues = ["D1": ["name": "骨科"], "D2": ["name": "眼科"]]
    source.tables = ["losses D1": DataTable([DataColumn("x", label: "项", texts: ["甲"])])]
    source.tables["losses D2"] = DataTable([DataColumn("x", label: "项", texts: ["乙"])])
    source.tables["losses"] = source.tables["losses D1"]
    return source
  }

  @Test func eachUnitIsPrintedInItsTurn() {
    let log = FindingLog()
    let body = """
      <!-- each graded -->
      ## {{name}}

      ```table
      from: {losses: $unit}
      ```
      <!-- end -->
      {{period}}
      """
    #expect(words(body, units, log: log) == ["骨科", "表甲", "眼科", "表乙", "2026年上半年"])
    #expect(log.isEmpty)
    #expect(words("<!-- each none -->\n{{name}}\n<!-- end -->", units, log: log) == [])
    // Outside of the loop no unit is in view.
    #expect(words("{{name}}", units, log: log) == ["〔无此值：name〕"])
    _ = words("```table\nfrom: {losses: $unit}\n```", units, log: log)
    #expect(log.findings.map(\.code) == ["notebook-value-unknown", "notebook-parameter-unknown"])
  }

  @Test func oneNotebookIsADocumentForEachUnit() throws {
    let log = FindingLog()
    let book = try #require(notebook("# 致{{name}}\n\n一", header: "title: 信\neach: graded", log: log))
    #expect(book.addressees(in: units, log: log) == ["D1", "D2"])
    #expect(book.document(from: units, about: "D2", log: log).title == "致眼科")
    let other = try #require(notebook("一", header: "title: 信\neach: gradet", log: log))
    #expect(other.addressees(in: units, log: log) == [])
    #expect(places(log) == ["notebook-list-unknown 3:7"])
    #expect(try #require(notebook("一", log: log)).addressees(in: units, log: log) == nil)
  }

  @Test func aValueOfATableHasAName() {
    var source = FakeSource()
    source.tables = [
      "scores": DataTable([
        DataColumn("name", label: "科室", texts: ["骨科", "眼科"]),
        DataColumn("score", label: "得分", numbers: [88.125, 92.6], digits: 2),
      ])
    ]
    let body = """
      ```value
      name: 最高
      from: {scores: x}
      column: score
      by: score
      format: "0.0"
      ```
      最高{{最高}}分
      <!-- if 最高 > 90 -->
      好
      <!-- end -->
      """
    let log = FindingLog()
    #expect(words(body, source, log: log) == ["最高92.6分", "好"])
    #expect(log.isEmpty)
  }

  @Test func filesAreIncludedAndCirclesEnd() throws {
    let log = FindingLog()
    let files = ["a.md": "甲\n<!-- include b.md -->\n", "b.md": "乙{{无此}}\r\n", "c.md": "<!-- include c.md -->"]
    let text = "---\ntitle: 通报\n---\n<!-- include a.md -->\n\n<!-- include c.md -->"
    let book = try #require(Notebook.read(text, name: "n.md", file: { files[$0] }, log: log))
    #expect(log.findings.map(\.code) == ["notebook-include-deep"])
    let document = book.document(from: FakeSource(), log: log)
    #expect(document.blocks.count == 2)
    #expect(log.findings.last?.place == .line("b.md", line: 1, column: 2))
  }

  @Test func parametersAreSetFromOutside() throws {
    let text = "---\ntitle: 通报\nparams: {前几名: 3}\n---\n{{前几名}}"
    let log = FindingLog()
    let book = try #require(Notebook.read(text, name: "n.md", given: ["前几名": "5", "前几": "1"], log: log))
    #expect(book.document(from: FakeSource(), log: log).blocks == [.paragraph([.text("5")])])
    #expect(log.findings.map(\.code) == ["notebook-parameter-unknown"])
  }
}
