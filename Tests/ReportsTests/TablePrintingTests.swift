import Charts
import Findings
import Testing

@testable import Reports

@Suite struct TablePrintingTests {
  private let data = DataTable([
    DataColumn("name", texts: ["甲", "乙", "丙", "丁", "戊"]),
    DataColumn("change", numbers: [1, .nan, -3, 1, 2.5]),
  ])

  private func printed(_ keys: String, _ data: DataTable) -> PrintedTable? {
    let source = FakeSource(tables: ["scores": data])
    guard case .table(let table)? = blocks("```table\nfrom: {scores: a}\n\(keys)\n```", source: source).first else {
      return nil
    }
    return table
  }

  private func names(_ keys: String) -> String {
    printed(keys, data)?.rows.compactMap { $0.first?.plainText }.joined() ?? ""
  }

  @Test func noRows() throws {
    let table = try #require(printed("", DataTable([DataColumn("x", numbers: [])])))
    #expect(table.rows.isEmpty)
    #expect(table.columns.count == 1)
  }

  @Test func aTableWithoutRowsIsLeftOutOnDemandAndTakesNoNumber() {
    let source = FakeSource(tables: ["scores": data.rows(at: []), "all": data])
    let cells = "```table\nfrom: {scores: a}\nempty: omit\n```\n```table\nfrom: {all: a}\nempty: omit\n```"
    let printed = blocks(cells, source: source)
    guard case .table(let table)? = printed.first, printed.count == 1 else {
      Issue.record("\(printed)")
      return
    }
    #expect(table.number == 1 && table.rows.count == 5)
  }

  @Test func noColumns() throws {
    #expect(try #require(printed("", DataTable([]))).columns.isEmpty)
  }

  @Test func withoutOrderRowsStandAsTheyCome() { #expect(names("") == "甲乙丙丁戊") }

  @Test func ordersPutMissingLastAndKeepTies() {
    #expect(names("by: change") == "戊甲丁丙乙")
    #expect(names("by: change\norder: ascending") == "丙甲丁戊乙")
    #expect(names("by: change\norder: magnitude") == "丙戊甲丁乙")
    // By code point: 丁 4E01, 丙 4E19, 乙 4E59, 戊 620A, 甲 7532.
    #expect(names("by: name\norder: ascending") == "丁丙乙戊甲")
  }

  @Test func aCutIsSaidInTheCaption() throws {
    let cut = try #require(printed("by: change\ntop: 2\ncaption: 变化", data))
    #expect(cut.rows.count == 2)
    #expect(Inline.plainText(cut.caption) == "变化（共5行，列出前2行）")
    let whole = try #require(printed("top: 5\ncaption: 变化", data))
    #expect(Inline.plainText(whole.caption) == "变化")
  }

  @Test func numbersStandRightAndTextsLeft() throws {
    #expect(try #require(printed("", data)).columns.map(\.alignment) == [.start, .end])
  }

  @Test func missingIsADashWithItsReason() throws {
    let table = DataTable([
      DataColumn("name", texts: ["甲", nil, "丙"]), DataColumn("score", numbers: [.nan, 1, .nan], digits: 1),
      DataColumn("rank", numbers: [.nan, 1, .nan]), DataColumn("reason", texts: ["覆盖率62%", "", nil]),
    ])
    let rows = try #require(printed("columns: [name, score, rank]", table)).rows
    #expect(rows[0] == [.content([.text("甲")]), .missing(reason: "覆盖率62%"), .missing(reason: nil)])
    #expect(rows[1] == [.missing(reason: nil), .content([.text("1.0")]), .content([.text("1")])])
    #expect(rows[2] == [.content([.text("丙")]), .missing(reason: nil), .missing(reason: nil)])
    // A reason with a column of its own is not said twice.
    #expect(try #require(printed("", table)).rows[0][1] == .missing(reason: nil))
  }

  @Test func digitsComeFromThePatternElseTheColumnElseTheNumber() throws {
    let table = DataTable([
      DataColumn("a", numbers: [0.5]), DataColumn("b", numbers: [0.5], digits: 2),
      DataColumn("c", numbers: [0.5], digits: 2),
    ])
    let row = try #require(printed("formats: {c: \"0%\"}", table)).rows[0]
    #expect(row.map(\.plainText) == ["0.5", "0.50", "50%"])
  }

  @Test func namesLoseTheirLineEndsAndControlCharacters() throws {
    let table = DataTable([DataColumn("name", texts: ["骨\r\n科\u{1B}[31m\u{202E}"])])
    #expect(try #require(printed("", table)).rows[0][0].plainText == "骨 科\\u{1B}[31m\\u{202E}")
  }
}

@Suite struct NumberPatternTests {
  @Test(arguments: [
    ("0", 12.5, "13"), ("0.00", 91.005, "91.01"), ("0.00", -0.004, "0.00"), ("+0.00", 3.14159, "+3.14"),
    ("+0.00", 0, "0.00"), ("+0.0", -2.25, "−2.3"), ("0%", 0.615, "62%"), ("0.0%", 0.6154, "61.5%"),
    // 1.005 is 1.00499999999999989… as a double, 91.9949999999995 lies within 1e-9 of 91.995.
    ("0.00", 1.005, "1.01"), ("0.00", 91.9949999999995, "92.00"), ("0.00", 91.9949, "91.99"),
    ("0.000", 0.0005, "0.001"), ("0", 12_345_678_901, "12345678901"),
  ])
  func numbersRoundHalfAwayFromZeroAfterSnapping(_ pattern: String, _ value: Double, _ text: String) {
    #expect(NumberPattern(pattern)?.text(value) == text)
  }

  @Test(arguments: [(43, "43"), (0.1 + 0.2, "0.3"), (-1.25, "−1.25"), (-0.0, "0"), (1e-10, "0"), (1200, "1200")])
  func plainNumbersHaveTheDigitsTheyNeed(_ value: Double, _ text: String) {
    #expect(NumberPattern.plain(value) == text)
  }

  @Test func whatIsNoNumberIsMissing() {
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(NumberPattern(digits: 2).text(value) == nil)
      #expect(NumberPattern.plain(value) == nil)
    }
  }

  @Test(arguments: ["", "0.", ".0", "1.00", "0.0x", "#0", "%", "+", "0.00000000001", "0,00", "-0"])
  func otherTextsAreNoPatterns(_ text: String) { #expect(NumberPattern(text) == nil) }
}
