import Findings
import Register
import Schemes
import Testing

@testable import Obligations

@Suite("Which periods are owed, and until when")
struct ExpansionTests {
  @Test func `A month's summary is due five days after it`() {
    let rows = owedRows(
      one("cadence: month\ndue: {from: period_end, days: 5}"), span: ("2025-02-01", "2025-03-31"), asOf: "2025-01-15")
    #expect(told(rows) == ["2025-02 2025-03-05 未到期", "2025-03 2025-04-05 未到期"])
  }

  @Test func `Quarters, halves and years`() {
    // Five working days after 31 March: 1, 2, 3, 7 and 8 April, since the 4th to 6th are 清明.
    // After 30 September: 9, 10, 11 (a worked Saturday), 13, 14 October.
    let quarters = owedRows(one("cadence: quarter\ndue: {from: period_end, working_days: 5}"), asOf: "2025-01-01")
    #expect(
      told(quarters) == [
        "2025Q1 2025-04-08 未到期", "2025Q2 2025-07-07 未到期", "2025Q3 2025-10-14 未到期", "2025Q4 2026-01-07 未到期",
      ])
    // 2026 has no calendar here: its days are Monday to Friday, and provisional.
    #expect(quarters.map(\.isProvisional) == [false, false, false, true])
    let halves = owedRows(one("cadence: half\ndue: {from: period_end, months: 1, day: last}"), asOf: "2025-01-01")
    #expect(told(halves) == ["2025H1 2025-07-31 未到期", "2025H2 2026-01-31 未到期"])
    let years = owedRows(one("cadence: year\ndue: {date: 02-29, year: next}"), asOf: "2025-01-01")
    #expect(told(years) == ["2025 2026-02-28 未到期"])
  }

  @Test func `Five working days across the holidays of October 2025`() {
    // From Monday 29 September: the 30th, 9, 10, 11 (a worked Saturday) and 13 October.
    let rows = owedRows(
      one("cadence: {after: {table: 任职, date: 任职日期}}\ndue: {from: event, working_days: 5}"),
      filings: [filing("D1", "2025-10-14")], events: [EventEntry(unit: "D1", day: date("2025-09-29"))],
      asOf: "2025-11-01")
    #expect(told(rows) == ["2025-09-29 2025-10-13 迟报"])
    #expect(rows.first?.workingDaysLate == 1)
    #expect(rows.first?.isProvisional == false)
  }

  @Test func `A window that begins in the year before and ends in February`() {
    let text = one("cadence: year\nopens: {from: period_start, days: -17}\ndue: {date: 02-28, year: same}")
    // 1 January 2025 less 17 days is 15 December 2024.
    let early = owedRows(text, filings: [filing("D1", "2024-12-15")], asOf: "2025-01-01")
    #expect(told(early) == ["2025 2025-02-28 按时"])
    #expect(early.first?.opens == date("2024-12-15"))
    let found = FilingNotices()
    let tooEarly = owedRows(
      text.replacing("cadence:", with: "from: 2025-01-01\n    cadence:"), filings: [filing("D1", "2024-12-14")],
      asOf: "2025-01-01", notices: found)
    #expect(told(tooEarly) == ["2025 2025-02-28 未到期"])
    #expect(found.notices.map(\.finding.code) == ["filing-too-early"])
    let late = owedRows(text, filings: [filing("D1", "2025-03-03")], asOf: "2025-03-31")
    // 1 and 2 March are a weekend.
    #expect(told(late) == ["2025 2025-02-28 迟报"])
    #expect(late.first?.workingDaysLate == 1 && late.first?.daysLate == 3)
    // In December the next year's own time has begun.
    let next = owedRows(
      text, filings: [filing("D1", "2025-12-20")], span: ("2025-01-01", "2026-12-31"), asOf: "2026-01-01")
    #expect(told(next) == ["2025 2025-02-28 未报", "2026 2026-02-28 按时"])
  }

  @Test func `Once, and in a phase`() {
    let once = owedRows(
      one("cadence: once\ndue: {date: 2025-06-30}"), filings: [filing("D1", "2025-03-01")], asOf: "2025-04-01")
    #expect(told(once) == ["2025-06-30 2025-06-30 按时"])
    #expect(once.first?.span == date("2025-06-30")...date("2025-06-30"))
    let phase = Period(id: "排查落实", grain: .phase, start: date("2025-05-11"), end: date("2025-06-10"))
    let phased = owedRows(
      one("cadence: {phase: 排查落实}\ndue: {from: period_end, days: 0}"), asOf: "2025-06-11", phases: [phase])
    #expect(told(phased) == ["排查落实 2025-06-10 未报"])
  }

  @Test func `From, to and skip`() {
    let rows = owedRows(
      one("cadence: quarter\nfrom: 2025-04-01\nto: 2025-12-31\nskip: [2025Q3]\ndue: {from: period_end, days: 10}"),
      asOf: "2025-01-01")
    #expect(told(rows) == ["2025Q2 2025-07-10 未到期", "2025Q4 2026-01-10 未到期"])
    // A skipped year stands for its quarters.
    let none = rows2(one("cadence: quarter\nskip: 2025\ndue: {from: period_end, days: 10}"))
    #expect(none.isEmpty)
  }

  private func rows2(_ text: String) -> [ObligationRow] { owedRows(text, asOf: "2025-01-01") }

  @Test func `Who owes: kind, register, and half of the period`() {
    let text = one("owes: {kind: 党支部, where: \"lead = '是'\"}\ncadence: half\ndue: {from: period_end, days: 10}")
    let units = [
      unit("D1"), unit("D2", kind: "科室"), unit("D3", lead: "否"),
      // 1 April to 30 June are 91 of 181 days: half of them and more.
      unit("D4", from: "2025-04-01"), unit("D5", from: "2025-04-02"),
      // Gone before the period's end.
      unit("D6", to: "2025-06-29"), unit("D7", to: "2025-06-30"),
    ]
    let rows = owedRows(text, units: units, span: ("2025-01-01", "2025-06-30"), asOf: "2025-07-01")
    #expect(rows.map(\.unit) == ["D1", "D4", "D7"])
  }

  @Test func `A unit founded after a due day inside the period does not owe`() {
    let text = one("cadence: year\nopens: {from: period_start, days: -17}\ndue: {date: 02-28}")
    let units = [unit("D1", from: "2025-05-01"), unit("D2", from: "2025-02-20"), unit("D3", from: "2025-01-10")]
    // 20 to 28 February are 9 of 59 days; 10 January to 28 February are 50.
    #expect(owedRows(text, units: units, asOf: "2025-12-01").map(\.unit) == ["D3"])
  }

  @Test func `What carries on another has existed as long as it`() {
    let units = [unit("D1", to: "2025-05-31", successor: "D2"), unit("D2", from: "2025-06-01")]
    let text = one("cadence: half\ndue: {from: period_end, days: 10}", matched: "filed: 收到日期, period: 期间")
    let rows = owedRows(
      text, units: units, filings: [filing("D1", "2025-05-20", period: "2025H1")], span: ("2025-01-01", "2025-06-30"),
      asOf: "2025-07-01")
    // What D1 filed for the half counts for D2.
    #expect(rows.map(\.unit) == ["D2"])
    #expect(told(rows) == ["2025H1 2025-07-10 按时"])
  }

  @Test func `One row for every member that the list has`() {
    let text = one(
      "owes: {each: {table: 班子成员, by: 成员}}\ncadence: half\ndue: {from: period_end, days: 10}",
      matched: "filed: 收到日期, member: 成员")
    let roster = [
      RosterEntry(unit: "D1", member: "甲", span: date("2025-01-01")...date("2025-12-31")),
      RosterEntry(unit: "D1", member: "乙", span: date("2025-01-01")...date("2025-06-30")),
      RosterEntry(unit: "D1", member: "丙", span: date("2025-07-01")...date("2025-12-31")),
    ]
    let found = FilingNotices()
    let rows = owedRows(
      text, units: [unit("D1"), unit("D2")],
      filings: [filing("D1", "2025-07-05", member: "乙"), filing("D1", "2025-07-06", member: "丁", row: 3)],
      roster: roster, span: ("2025-01-01", "2025-06-30"), asOf: "2025-07-20", notices: found)
    #expect(rows.map { "\($0.member ?? "") \($0.state.rawValue)" } == ["甲 未报", "乙 按时"])
    #expect(found.notices.map(\.finding.code).sorted() == ["filing-member-unknown", "obligation-roster-empty"])
  }

  @Test func `No units, no obligations`() {
    let text = one("cadence: half\ndue: {from: period_end, days: 10}")
    #expect(owedRows(text, units: [], asOf: "2025-07-01").isEmpty)
    #expect(owedRows("obligations: []\n", asOf: "2025-07-01").isEmpty)
  }
}
