import Findings
import Register
import Schemes
import Testing

@testable import Obligations

@Suite("What became of each, as of a day")
struct StateTests {
  /// The first half of 2025, due by Thursday 10 July.
  static let half = one("cadence: half\ndue: {from: period_end, days: 10}")
  static let stamped = one(
    "cadence: half\ndue: {from: period_end, days: 10}\nmarks: [盖章]",
    matched: "filed: 收到日期, marks: {盖章: 已盖章}, mended: 补正日期")

  private func state(_ text: String, _ filings: [Filing], asOf: String) throws -> ObligationRow {
    let rows = owedRows(text, filings: filings, span: ("2025-01-01", "2025-06-30"), asOf: asOf)
    return try #require(rows.count == 1 ? rows.first : nil)
  }

  @Test func `Not due yet, then overdue by one day more every day`() throws {
    let before = try state(Self.half, [], asOf: "2025-07-10")
    #expect(before.state == .notDue)
    #expect(before.daysLeft == 0 && before.isDueSoon && before.isOnTime == nil && before.workingDaysLate == nil)
    let after = try state(Self.half, [], asOf: "2025-07-14")
    #expect(after.state == .missing)
    // Friday the 11th and Monday the 14th.
    #expect(after.workingDaysOverdue == 2 && after.daysOverdue == 4 && after.isOnTime == false)
    #expect(after.workingDaysLate == 0)
  }

  @Test func `On time on the last day, late from the next`() throws {
    let onTime = try state(Self.half, [filing("D1", "2025-07-10")], asOf: "2025-07-31")
    #expect(onTime.state == .onTime && onTime.isOnTime == true && onTime.workingDaysLate == 0)
    let late = try state(Self.half, [filing("D1", "2025-07-15")], asOf: "2025-07-31")
    // 11, 14, 15 July.
    #expect(late.state == .late && late.workingDaysLate == 3 && late.daysLate == 5 && late.isOnTime == false)
    // On Saturday the 12th it is late, by one working day: the 11th.
    #expect(try state(Self.half, [filing("D1", "2025-07-12")], asOf: "2025-07-31").workingDaysLate == 1)
    #expect(try state(Self.half, [filing("D1", "2025-07-15")], asOf: "2025-07-14").state == .missing)
  }

  @Test func `A missing stamp returns it, until it is mended`() throws {
    let filed = filing("D1", "2025-07-08", mended: nil)
    let returned = try state(Self.stamped, [filed], asOf: "2025-07-09")
    #expect(returned.state == .returned && returned.missingMarks == ["盖章"] && returned.isOnTime == nil)
    #expect(!returned.isOverdue)
    let overdue = try state(Self.stamped, [filed], asOf: "2025-07-11")
    #expect(overdue.state == .returned && overdue.isOverdue && overdue.isOnTime == false)
    let mendedBefore = filing("D1", "2025-07-08", mended: "2025-07-10")
    #expect(try state(Self.stamped, [mendedBefore], asOf: "2025-07-31").state == .onTime)
    #expect(try state(Self.stamped, [mendedBefore], asOf: "2025-07-09").state == .returned)
    let mendedAfter = try state(
      Self.stamped, [filing("D1", "2025-07-08", mended: "2025-07-14")], asOf: "2025-07-31")
    #expect(mendedAfter.state == .late && mendedAfter.workingDaysLate == 2 && mendedAfter.filed == date("2025-07-14"))
    let stamped = filing("D1", "2025-07-08", marks: ["盖章"])
    #expect(try state(Self.stamped, [stamped], asOf: "2025-07-31").state == .onTime)
  }

  @Test func `The earliest complete filing counts`() throws {
    let filings = [
      filing("D1", "2025-07-09", row: 2), filing("D1", "2025-07-14", marks: ["盖章"], row: 3),
      filing("D1", "2025-07-11", marks: ["盖章"], row: 4),
    ]
    let row = try state(Self.stamped, filings, asOf: "2025-07-31")
    #expect(row.state == .late && row.filed == date("2025-07-11") && row.source?.row == 4)
  }

  @Test func `Excused, and not applicable`() throws {
    let excused = filing("D1", nil, excuse: "整建制援外", span: ("2025-01-01", "2025-06-30"))
    let row = try state(Self.half, [excused], asOf: "2025-07-31")
    #expect(row.state == .excused && row.reason == "整建制援外" && row.isOnTime == nil && !row.isOverdue)
    let late = filing("D1", "2025-07-20", row: 3)
    #expect(try state(Self.half, [excused, late], asOf: "2025-07-31").state == .excused)
    let onTime = filing("D1", "2025-07-02", row: 3)
    #expect(try state(Self.half, [excused, onTime], asOf: "2025-07-31").state == .onTime)
    let inapplicable = filing("D1", "2025-07-02", inapplicable: "无此业务")
    #expect(try state(Self.half, [inapplicable], asOf: "2025-07-31").state == .notApplicable)
  }

  @Test func `A row without a day and without a reason is told`() throws {
    let found = FilingNotices()
    let rows = owedRows(
      Self.half, filings: [filing("D1", nil), filing("D9", "2025-07-01", row: 3)], span: ("2025-01-01", "2025-06-30"),
      asOf: "2025-07-31", notices: found)
    #expect(rows.map(\.state) == [.missing])
    #expect(found.notices.map(\.finding.code) == ["filing-undated", "filing-not-owed"])
  }

  @Test func `Obligations that read the same rows share their filings out`() {
    // D1 is a branch, D2 an office; each owes by its own entry, and D9 by none.
    let text = """
      obligations:
        - id: 支部总结
          owes: {kind: 党支部}
          cadence: half
          due: {from: period_end, days: 10}
          matched_by: {table: 报送登记, filed: 收到日期}
        - id: 部门总结
          owes: {kind: 职能部门}
          cadence: half
          due: {from: period_end, days: 10}
          matched_by: {table: 报送登记, filed: 收到日期}

      """
    let found = FilingNotices()
    let rows = owedRows(
      text, units: [unit("D1"), unit("D2", kind: "职能部门"), unit("D9", kind: "团队")],
      filings: [
        filing("D1", "2025-07-01"), filing("D2", "2025-07-02", row: 3), filing("D9", "2025-07-03", row: 4),
      ], span: ("2025-01-01", "2025-06-30"), asOf: "2025-07-31", notices: found)
    #expect(rows.map(\.unit) == ["D1", "D2"] && rows.allSatisfy { $0.state == .onTime })
    #expect(found.notices.map(\.finding.code) == ["filing-not-owed"] && found.notices[0].unit == "D9")
  }

  @Test func `A late monthly filing is for the month that still lacks it`() {
    let text = one("cadence: month\nfrom: 2025-05-01\ndue: {from: period_end, days: 10}")
    // 12 June, May's being missing: May's, late. 5 July: June's.
    let rows1 = owedRows(
      text, filings: [filing("D1", "2025-06-12"), filing("D1", "2025-07-05", row: 3)],
      span: ("2025-05-01", "2025-06-30"), asOf: "2025-07-31")
    #expect(told(rows1) == ["2025-05 2025-06-10 迟报", "2025-06 2025-07-10 按时"])
    // Nothing before 5 July: from the first of July a filing is June's.
    let rows2 = owedRows(
      text, filings: [filing("D1", "2025-07-05")], span: ("2025-05-01", "2025-06-30"), asOf: "2025-07-31")
    #expect(told(rows2) == ["2025-05 2025-06-10 未报", "2025-06 2025-07-10 按时"])
  }

  @Test func `A stated period decides, however late`() {
    let text = one(
      "cadence: month\nfrom: 2025-05-01\ndue: {from: period_end, days: 10}", matched: "filed: 收到日期, period: 期间")
    let found = FilingNotices()
    let rows = owedRows(
      text,
      filings: [
        filing("D1", "2025-07-05", period: "2025年5月"), filing("D1", "2025-07-06", period: "上个月", row: 3),
      ], span: ("2025-05-01", "2025-06-30"), asOf: "2025-07-31", notices: found)
    #expect(told(rows) == ["2025-05 2025-06-10 迟报", "2025-06 2025-07-10 未报"])
    #expect(found.notices.map(\.finding.code) == ["filing-period-unknown"])
  }

  @Test func `Two events in a row, each met in its turn`() {
    let text = one("cadence: {after: {table: 任职, date: 任职日期}}\ndue: {from: event, days: 7}")
    let events = ["2025-03-05", "2025-03-08"].map { EventEntry(unit: "D1", day: date($0)) }
    let rows = owedRows(
      text, filings: [filing("D1", "2025-03-09"), filing("D1", "2025-03-20", row: 3)], events: events,
      asOf: "2025-03-31")
    #expect(told(rows) == ["2025-03-05 2025-03-12 按时", "2025-03-08 2025-03-15 迟报"])
  }

  /// Two were appointed on one day: each is owed for, and one filing meets one of them.
  @Test func `Two events on one day are two things owed`() {
    let text = one("cadence: {after: {table: 任职, date: 任职日期}}\ndue: {from: event, days: 7}")
    let events = [5, 3].map { EventEntry(unit: "D1", day: date("2025-03-05"), source: .init(batch: 1, row: $0)) }
    let rows = owedRows(text, filings: [filing("D1", "2025-03-09")], events: events, asOf: "2025-03-31")
    #expect(told(rows) == ["2025-03-05 2025-03-12 按时", "2025-03-05 2025-03-12 未报"])
    #expect(rows.map(\.twin?.source?.row) == [3, 5] && rows.map(\.occasionID) == ["2025-03-05", "2025-03-05 #2"])
    let both = owedRows(
      text, filings: [filing("D1", "2025-03-09"), filing("D1", "2025-03-13", row: 3)], events: events,
      asOf: "2025-03-31")
    #expect(told(both) == ["2025-03-05 2025-03-12 按时", "2025-03-05 2025-03-12 迟报"])
    // The same with the day written in the filing.
    let named = owedRows(
      one(
        "cadence: {after: {table: 任职, date: 任职日期}}\ndue: {from: event, days: 7}",
        matched: "filed: 收到日期, period: 任职日期"),
      filings: [
        filing("D1", "2025-03-09", period: "2025-03-05"), filing("D1", "2025-03-10", period: "2025-03-05", row: 3),
      ], events: events, asOf: "2025-03-31")
    #expect(told(named) == ["2025-03-05 2025-03-12 按时", "2025-03-05 2025-03-12 按时"])
  }

  @Test func `Two obligations that read the same filings do not disturb each other`() throws {
    let text = """
      obligations:
        - {id: 甲, cadence: half, due: {from: period_end, days: 10}, matched_by: {table: 报送登记, filed: 收到日期}}
        - {id: 乙, cadence: half, due: {from: period_end, days: 20}, counts: false, matched_by: {table: 报送登记, filed: 收到日期}}

      """
    let rows = owedRows(
      text, filings: [filing("D1", "2025-07-15")], span: ("2025-01-01", "2025-06-30"), asOf: "2025-07-31")
    #expect(rows.map { "\($0.item) \($0.state.rawValue) \($0.counts)" } == ["甲 迟报 true", "乙 按时 false"])
  }
}
