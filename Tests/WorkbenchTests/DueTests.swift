import Charts
import Findings
import Foundation
import Obligations
import Register
import Testing

@testable import Workbench

/// What is owed, from files to the printed list, to a measure, and to the record of reminders.
@Suite struct DueTests {
  static let obligations = """
    obligations:
      - id: 半年总结
        tags: [信息报送]
        owes: {kind: 科室, where: "state <> '撤销'"}
        cadence: half
        from: 2025-01-01
        due: {from: period_end, days: 10}
        marks: [盖章]
        matched_by: {table: 报送登记, where: "事项 = '半年总结'", filed: 收到日期, marks: {盖章: 已盖章}}
        excused: {column: 免报理由}

    """
  static let filings = """
    table: 报送登记
    version: "1"
    file: {match: "*报送*"}
    unit: {column: 单位}
    period: {column: 登记日期}
    columns:
      单位: {type: text, required: true}
      登记日期: {type: date, required: true}
      事项: {type: text, required: true}
      收到日期: {type: date}
      已盖章: {type: boolean, required: true}
      免报理由: {type: text}

    """
  static let scheme = """
    scheme: baosong
    version: "1"
    units: {kind: 科室}
    measures:
      迟报: {obligations: 信息报送, take: late}
      按时率: {obligations: 半年总结, take: on_time_share}
    nodes:
      id: 总分
      of: sum
      children:
        - {id: 报送, points: 10, measure: 迟报, steps: [{deduct: {each: 4}}]}
        - {id: 及时, points: 10, measure: 按时率, steps: [{proportional: {full: 1}}]}

    """

  /// B filed in time, C late on the 15th, D without a stamp; A is B's predecessor.
  private func workspace() throws -> ReviewWorkspace {
    let workspace = try ReviewWorkspace()
    try workspace.write("datasets/s/tables/filings.yaml", Self.filings)
    try workspace.write("datasets/s/obligations.yaml", Self.obligations)
    try workspace.write("datasets/s/schemes/baosong.yaml", Self.scheme)
    return workspace
  }

  private func session(_ workspace: ReviewWorkspace) throws -> Session {
    try workspace.bring(
      "报送.csv",
      """
      单位,登记日期,事项,收到日期,已盖章,免报理由
      乙科,2025-07-09,半年总结,2025-07-09,是,
      丙科,2025-07-15,半年总结,2025-07-15,是,
      丁科,2025-07-08,半年总结,2025-07-08,否,

      """)
    return try workspace.session()
  }

  private func column(_ table: DataTable, _ name: String) -> [String] {
    guard case .texts(let texts)? = table[name]?.values else { return [] }
    return texts.map { $0 ?? "" }
  }

  @Test func whatIsOverdueIsListedWithItsReminders() throws {
    let workspace = try workspace()
    let session = try session(workspace)
    let day = try #require(CalendarDate(parsing: "2025-07-14"))
    let answer = try #require(try session.due(DueRequest(asOf: day, system: "s")))
    let table = answer.table(.chinese)
    #expect(column(table, "unit") == ["C", "D"])
    #expect(column(table, "state") == ["未报", "退回补正"])
    #expect(answer.summary(in: .chinese) == "截至2025年7月14日，2个单位有2项逾期未报。")
    #expect(answer.texts(in: .chinese).count == 2)
    #expect(
      try session.remind(answer, role: "党院办", language: .chinese) == "已登记：以党院办名义向2个单位催报2项。")
    let later = try #require(try session.due(DueRequest(asOf: day, system: "s", unit: "丁科")))
    #expect(column(later.table(.chinese), "reminded_last") == ["2025-07-14"])
    let end = try #require(CalendarDate(parsing: "2025-07-31"))
    let late = try #require(try session.due(DueRequest(asOf: end, states: [.late])))
    #expect(column(late.table(.chinese), "unit") == ["C"])
    #expect(!workspace.log.hasProblems)
  }

  /// What was recorded afterwards is not known on the day; twice on one day is once.
  @Test func remindersAreThoseUpToTheDay() throws {
    let workspace = try workspace()
    let session = try session(workspace)
    let days = try ["2025-07-12", "2025-07-14"].map { try #require(CalendarDate(parsing: $0)) }
    for _ in 0..<2 {
      let answer = try #require(try session.due(DueRequest(asOf: days[1], system: "s")))
      _ = try session.remind(answer, role: "党院办", language: .chinese)
    }
    let before = try #require(try session.due(DueRequest(asOf: days[0], system: "s"))).table(.chinese)
    #expect(column(before, "unit") == ["C", "D"] && column(before, "reminded_last") == ["", ""])
    let after = try #require(try session.due(DueRequest(asOf: days[1], system: "s"))).table(.chinese)
    #expect(after.numbers("reminded") == [1, 1])
  }

  /// 丙科 belongs to a branch, below which it does not stand in the register.
  @Test func aBranchSeesItsDepartments() throws {
    let workspace = try workspace()
    try workspace.write(
      "datasets/_shared/units.csv", ReviewWorkspace.units + "Z,一支部,党支部,,,2020-01-01,,,,\n")
    try workspace.write("datasets/_shared/memberships.csv", "member,of,share,from,to\nC,Z,,2020-01-01,\n")
    let session = try session(workspace)
    let day = try #require(CalendarDate(parsing: "2025-07-14"))
    let answer = try #require(try session.due(DueRequest(asOf: day, unit: "一支部")))
    #expect(column(answer.table(.chinese), "unit") == ["C"])
    #expect(answer.summary(in: .chinese) == "一支部（含所属单位1个） · 截至2025年7月14日，丙科有1项逾期未报。")
    #expect(answer.summary(in: .english).hasPrefix("一支部 (with 1 unit of it) · "))
  }

  /// 甲科 became 乙科 in April; a summary for the first quarter under the new name is 甲科's.
  @Test func filedUnderTheNewNameForTheTimeBefore() throws {
    let workspace = try workspace()
    try workspace.write(
      "datasets/s/tables/filings.yaml",
      Self.filings.replacing("period: {column: 登记日期}", with: "period: {column: 期间}")
        .replacing("  免报理由", with: "  期间: {type: text, required: true}\n  免报理由"))
    try workspace.write(
      "datasets/s/obligations.yaml",
      Self.obligations.replacing("cadence: half", with: "cadence: quarter")
        .replacing("filed: 收到日期,", with: "filed: 收到日期, period: 期间,"))
    try workspace.bring(
      "报送.csv",
      "单位,登记日期,事项,收到日期,已盖章,期间,免报理由\n乙科,2025-04-09,半年总结,2025-04-09,是,2025Q1,\n")
    #expect(workspace.log.findings.map(\.code) == ["unit-carried"])
    let day = try #require(CalendarDate(parsing: "2025-04-14"))
    let answer = try #require(try workspace.session().due(DueRequest(asOf: day, unit: "A", states: [.onTime])))
    #expect(column(answer.table(.chinese), "unit") == ["A"])
  }

  /// 丙 is an alias of 丙科: the visit to it was made.
  @Test func membersGoByAnyOfTheirNames() throws {
    let workspace = try workspace()
    try workspace.write(
      "datasets/_shared/units.csv",
      ReviewWorkspace.units.replacing("C,丙科,科室,,外,2020-01-01,,,,", with: "C,丙科,科室,,外,2020-01-01,,丙,,"))
    try workspace.write(
      "datasets/s/tables/roster.yaml",
      """
      table: 走访名单
      version: "1"
      file: {match: "*名单*"}
      unit: {column: 单位}
      period: {from: option}
      columns: {单位: {type: text, required: true}, 走访单位: {type: text, required: true}}

      """)
    try workspace.write(
      "datasets/s/tables/filings.yaml",
      Self.filings.replacing("  免报理由", with: "  走访单位: {type: text}\n  免报理由"))
    try workspace.write(
      "datasets/s/obligations.yaml",
      Self.obligations.replacing(
        "where: \"state <> '撤销'\"", with: "where: \"state <> '撤销'\", each: {table: 走访名单, by: 走访单位}"
      ).replacing("filed: 收到日期,", with: "filed: 收到日期, member: 走访单位,"))
    try workspace.bring("名单.csv", "单位,走访单位\n丁科,丙科\n丁科,食堂\n", period: "2025")
    try workspace.bring(
      "报送.csv",
      """
      单位,登记日期,事项,收到日期,已盖章,走访单位,免报理由
      丁科,2025-07-09,半年总结,2025-07-09,是, 丙 ,
      丁科,2025-07-09,半年总结,2025-07-09,是,食堂,

      """)
    let day = try #require(CalendarDate(parsing: "2025-07-14"))
    let answer = try #require(try workspace.session().due(DueRequest(asOf: day, unit: "D", states: [.onTime])))
    #expect(column(answer.table(.chinese), "member") == ["丙科", "食堂"])
    #expect(!workspace.log.findings.map(\.code).contains("filing-member-unknown"))
  }

  @Test func aSchemeMeasuresThem() throws {
    let workspace = try workspace()
    let session = try session(workspace)
    let period = try #require(Period(parsing: "2025H1"))
    let day = try #require(CalendarDate(parsing: "2025-07-31"))
    let run = try #require(
      try session.score(scheme: "baosong", period: period, asOf: day), "\(session.log.findings.map(\.code))")
    let units = run.sheet.units.map(\.code)
    func value(_ node: String, _ unit: String) throws -> Double {
      let index = try #require(units.firstIndex(of: unit))
      return try #require(run.sheet.node(node)?.value[index])
    }
    // Late by one filing: 10 − 4. D's is returned and overdue: not late, and not on time either.
    #expect(try ["B", "C", "D"].map { try value("报送", $0) } == [10, 6, 10])
    #expect(try ["B", "C", "D"].map { try value("及时", $0) } == [10, 0, 0])
    #expect(!workspace.log.hasProblems)
  }

  @Test func whatMatchedNothingIsToldWithTheScoreAndCounted() throws {
    let workspace = try workspace()
    try workspace.write(
      "datasets/s/tables/filings.yaml", Self.filings.replacing("  免报理由", with: "  期间: {type: text}\n  免报理由"))
    try workspace.write(
      "datasets/s/obligations.yaml",
      Self.obligations.replacing("filed: 收到日期,", with: "filed: 收到日期, period: 期间,"))
    let rows = (1...5).map { "乙科,2025-07-0\($0),半年总结,2025-07-0\($0),是,2025H\($0 + 2),\n" }.joined()
    // Of the year after nothing is said.
    try workspace.bring(
      "报送.csv",
      "单位,登记日期,事项,收到日期,已盖章,期间,免报理由\n\(rows)乙科,2026-07-05,半年总结,2026-07-05,是,2026H9,\n"
    )
    let session = try workspace.session()
    let period = try #require(Period(parsing: "2025H1"))
    let day = try #require(CalendarDate(parsing: "2025-07-31"))
    let run = try #require(try session.score(scheme: "baosong", period: period, asOf: day))
    let codes = run.record.findings.map(\.code)
    #expect(
      codes == ["filing-period-unknown", "filing-period-unknown", "filing-period-unknown", "derived-findings-more"])
    #expect(
      run.record.findings.last?.wording(in: .english).found
        == "In the rows behind “应报清单” there are 2 more like the above (filing-period-unknown).")
    // The workspace has no calendar, but nobody was late: no working day was counted.
    #expect(!codes.contains("calendar-year-absent"))
    #expect(!workspace.log.hasProblems)
  }

  @Test func onlyFilingsThatAreConfirmedCount() throws {
    let workspace = try workspace()
    try workspace.write(
      "datasets/s/tables/filings.yaml",
      Self.filings.replacing("columns:", with: "confirmed: 已审核\ncolumns:\n  已审核: {type: boolean, required: true}"))
    try workspace.bring(
      "报送.csv",
      "单位,登记日期,事项,收到日期,已盖章,已审核,免报理由\n乙科,2025-07-09,半年总结,2025-07-09,是,是,\n丙科,2025-07-09,半年总结,2025-07-09,是,否,\n")
    let session = try workspace.session()
    let day = try #require(CalendarDate(parsing: "2025-07-14"))
    let answer = try #require(try session.due(DueRequest(asOf: day, states: [.onTime])))
    #expect(column(answer.table(.chinese), "unit") == ["B"])
    #expect(!workspace.log.hasProblems)
  }

  @Test func aSystemOrAUnitThatIsNotThereIsTold() throws {
    let workspace = try workspace()
    let session = try session(workspace)
    let day = try #require(CalendarDate(parsing: "2025-07-14"))
    #expect(try session.due(DueRequest(asOf: day, system: "t")) == nil)
    #expect(try session.due(DueRequest(asOf: day, unit: "戊科")) == nil)
    #expect(workspace.log.findings.map(\.code).suffix(2) == ["system-unknown", "unit-unknown"])
  }

  @Test func aColumnThatIsNotThereKeepsTheSystemFromScoring() throws {
    let workspace = try workspace()
    try workspace.write(
      "datasets/s/obligations.yaml", Self.obligations.replacing("filed: 收到日期", with: "filed: 收到日"))
    let opened = Workspace.open(named: workspace.folder, current: URL(filePath: workspace.folder), log: workspace.log)
    _ = try lint(try #require(opened), schemes: [], language: .chinese, log: workspace.log)
    #expect(workspace.log.findings.map(\.code).contains("obligation-column-unknown"))
  }
}
