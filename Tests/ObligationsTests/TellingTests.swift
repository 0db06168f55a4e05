import Findings
import Register
import Schemes
import Testing

@testable import Obligations

@Suite("What people are told")
struct TellingTests {
  static let text = """
    obligations:
      - id: 半年总结
        tags: [信息报送]
        basis: 三(一)
        cadence: half
        due: {from: period_end, days: 10}
        marks: [盖章]
        evidence: 须提交盖章的扫描件
        matched_by: {table: 报送登记, filed: 收到日期, marks: {盖章: 已盖章}}
      - id: 月报
        cadence: month
        from: 2025-06-01
        due: {from: period_end, days: 18}
        matched_by: {table: 报送登记, where: "事项 = '月报'", filed: 收到日期}

    """

  private func matched(asOf: String) throws -> (rows: [ObligationRow], units: UnitRegister) {
    let units = UnitRegister([unit("D1"), unit("D2"), unit("D3")])
    let book = try #require(readBook(Self.text))
    let input = [
      "半年总结": FilingInput(filings: [
        filing("D1", "2025-07-08"), filing("D2", "2025-07-08", marks: ["盖章"], row: 3),
        filing("D3", "2025-07-11", marks: ["盖章"], row: 4),
      ]),
      "月报": FilingInput(filings: [filing("D2", "2025-07-01", row: 9)]),
    ]
    let rows = ObligationMatch(book, units: units, calendar: .of2025).rows(
      from: date("2025-01-01"), through: date("2025-06-30"), asOf: date(asOf), input: input, notices: FilingNotices())
    return (rows, units)
  }

  @Test func `Overdue first, then due soon; one text per unit`() throws {
    let (rows, units) = try matched(asOf: "2025-07-14")
    let list = DueList(rows, units: units, asOf: date("2025-07-14"))
    #expect(list.parts.map(\.unit.code) == ["D1", "D3"])
    #expect(list.overdueCount == 1 && list.dueSoonCount == 2)
    #expect(list.summary(in: .chinese) == "截至2025年7月14日，D1支部有1项逾期未报，2个单位有2项即将到期。")
    #expect(
      list.summary(in: .english) == "As of 2025-07-14, 1 filing overdue in D1支部, 2 filings due soon in 2 units.")
    #expect(
      list.parts[0].reminder(asOf: list.asOf, units: units, in: .chinese) == """
        D1支部：截至2025年7月14日，贵党支部尚有2项应报应办事项未完成，其中逾期1项（最长逾期2个工作日）。
        1. 半年总结（2025年上半年）：截止日2025年7月10日，已逾期2个工作日；2025年7月8日收到，缺盖章，已退回补正；须提交盖章的扫描件。
        2. 月报（2025年6月）：截止日2025年7月18日，还有4天。
        逾期的请立即报送或补正，其余请于2025年7月18日（含当日）前报送。如已报送，请与我们核对。
        """)
    #expect(
      list.parts[1].reminder(asOf: list.asOf, units: units, in: .english) == """
        D3支部: as of 2025-07-14, 1 filing of yours is outstanding.
        1. 月报 (2025-06): due by 2025-07-18, 4 days left.
        Please file by 2025-07-18, that day included. If you have filed, please check with us.
        """)
    // Nearer ahead: nothing of the next three days.
    #expect(DueList(rows, units: units, asOf: date("2025-07-14"), within: 3).dueSoonCount == 0)
  }

  /// B15 was renamed to B35 at the end of June; C1 was closed and nobody carries it on.
  @Test func `A unit that is gone is not reminded, but the one that carries it on is`() throws {
    let units = UnitRegister([
      unit("B15", to: "2025-06-30", successor: "B35"), unit("C1", to: "2025-06-30"),
      unit("B35", from: "2025-07-01"),
    ])
    let book = try #require(readBook(one("cadence: half\nto: 2025-06-30\ndue: {from: period_end, days: 10}")))
    let rows = ObligationMatch(book, units: units, calendar: .of2025).rows(
      from: date("2025-01-01"), through: date("2025-06-30"), asOf: date("2025-07-14"), input: [:],
      notices: FilingNotices())
    let list = DueList(rows, units: units, asOf: date("2025-07-14"))
    #expect(list.parts.map { "\($0.unit.code) \($0.isGone)" } == ["C1 true", "B35 false"])
    let text = list.parts[1].reminder(asOf: list.asOf, units: units, in: .chinese)
    #expect(text.hasPrefix("B35支部：截至2025年7月14日，贵党支部尚有1项"))
    #expect(text.contains("1. 总结（原B15支部，2025年上半年）："))
  }

  /// A visit is made and a meeting held; only what is filed is 报送.
  @Test func `A reminder asks for what is to be done`() throws {
    let units = UnitRegister([unit("D1")])
    let text = one("cadence: half\nto: 2025-06-30\nverb: 走访\ndue: {from: period_end, days: 10}")
    func reminder(_ text: String, _ language: Language) throws -> String {
      let rows = ObligationMatch(try #require(readBook(text)), units: units, calendar: .of2025).rows(
        from: date("2025-01-01"), through: date("2025-06-30"), asOf: date("2025-07-14"), input: [:],
        notices: FilingNotices())
      let list = DueList(rows, units: units, asOf: date("2025-07-14"))
      return try #require(list.parts.first).reminder(asOf: list.asOf, units: units, in: language)
    }
    #expect(try reminder(text, .chinese).hasSuffix("请立即走访。如已走访，请与我们核对。"))
    #expect(try reminder(text, .english).hasSuffix("Please do them now. If you have done so, please check with us."))
    #expect(
      try reminder(text.replacing("    verb: 走访\n", with: ""), .english)
        .hasSuffix("Please file now. If you have filed, please check with us."))
  }

  @Test func `Counts add up, and are told`() throws {
    let (rows, units) = try matched(asOf: "2025-07-14")
    let counts = ObligationCounts(rows)
    #expect(counts.total == 6 && counts.due == 4 && counts.overdue == 1)
    #expect(counts.sentence(asOf: date("2025-07-14"), in: .chinese) == "截至2025年7月14日，应报应办6项：按时2项，迟报1项，退回补正1项，未到期2项。")
    #expect(
      counts.sentence(asOf: date("2025-07-14"), in: .english)
        == "As of 2025-07-14, 6 obligations: 2 on time, 1 late, 1 returned, 2 not due yet.")
    let none = DueList([], units: units, asOf: date("2025-07-14"))
    #expect(none.summary(in: .chinese) == "截至2025年7月14日，没有逾期事项，也没有临近到期的事项。")
    #expect(
      none.isEmpty && none.summary(in: .english) == "As of 2025-07-14, nothing is overdue and nothing is due soon.")
  }

  @Test func `The table as schemes see it`() throws {
    let book = try #require(readBook(Self.text))
    let table = book.catalogueTable
    #expect(table.id == "应报清单" && table.isComplete && table.obligationNames == book.labels)
    #expect(table.columns.map(\.id).prefix(6) == ["事项", "标签", "期间", "成员", "应报日", "收到日"])
    #expect(table.column("事项")?.values == ["半年总结", "月报"])
    let row = try #require(try matched(asOf: "2025-07-14").rows.first { $0.unit == "D3" })
    #expect(
      row.cells == [
        .text("半年总结"), .text("|半年总结|信息报送|"), .text("2025H1"), .empty, .date(date("2025-07-10")),
        .date(date("2025-07-11")), .text("迟报"), .integer(1), .integer(1), .integer(0), .integer(0), .integer(0),
        .text("三(一)"),
      ])
    #expect(row.cells.count == table.columns.count && row.span == date("2025-01-01")...date("2025-06-30"))
  }
}
