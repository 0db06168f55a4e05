import Findings
import Foundation
import Register
import Schemes
import Testing

@testable import Workbench

/// `workdays(a, b)` in measures: the workspace's calendar counts, is an input of the run, and says what is provisional.
@Suite struct WorkingDaysTests {
  private static let table = """
    table: 报送
    version: "1"
    file: {match: "*报送*"}
    unit: {column: 单位}
    period: {column: 应报}
    columns:
      单位: {type: text, required: true}
      应报: {type: date, required: true}
      实报: {type: date, required: true}

    """
  private static let calendar = """
    日期,类别,节日,依据
    2025-01-28至2025-02-04,放假,春节,甲号
    2025-01-26,上班,春节,甲号

    """

  /// 内科: due Friday 24 January, filed 5 February: Sunday 26, Monday 27 and the 5th are 3 working days; by weekdays alone
  /// it would be 8. 外科: filed a day early, −1.
  private func workspace(calendar: String? = calendar) throws -> LoadingWorkspace {
    let workspace = try LoadingWorkspace()
    try workspace.write("datasets/s/tables/filings.yaml", Self.table)
    if let calendar { try workspace.write("datasets/_shared/calendar/2025.csv", calendar) }
    try workspace.write(
      "datasets/s/schemes/d.yaml",
      """
      scheme: d
      title: 样例
      version: "1"
      units: {kind: 科室}
      measures:
        迟报: {table: 报送, value: "workdays(应报, 实报)", take: sum}
        严重: {table: 报送, where: "workdays(应报, 实报) > 3", take: count}
      nodes:
        id: 总分
        of: mean
        children:
          - {id: 迟, measure: 迟报, weight: 1, steps: [{times: 1}]}
          - {id: 重, measure: 严重, weight: 1, steps: [{times: 1}]}
      rank: {node: 总分}

      """)
    try workspace.write(
      "报送.csv", "单位,应报,实报\nA,2025-01-24,2025-02-05\nB,2025-01-24,2025-01-23\nA,2023-06-01,2023-06-30\n")
    var session = try workspace.session()
    let request = ImportRequest(
      files: ["\(workspace.folder)/报送.csv"], table: "报送", period: nil, isRehearsal: false, language: .chinese)
    guard try session.importFiles(request, report: { _ in }) == .clean else {
      throw LoadingTrouble(codes: workspace.log.findings.map { "\($0.place.text) \($0.code)" })
    }
    return workspace
  }

  private func scored(_ workspace: LoadingWorkspace) throws -> CompletedRun {
    let session = try workspace.session()
    return try #require(
      try session.score(scheme: "d", period: period("2025H1"), asOf: nil),
      "\(workspace.log.findings.map { "\($0.place.text) \($0.wording(in: .english).found)" })")
  }

  @Test func theCalendarCounts() throws {
    let run = try scored(workspace())
    let late = try #require(run.record.input.measures["迟报"])
    let heavy = try #require(run.record.input.measures["严重"])
    let (inner, outer) = (try run.index("A"), try run.index("B"))
    #expect(late.value[inner] == 3 && late.value[outer] == -1)
    #expect(heavy.n[inner] == 0)
    // The row of 2023 is no row of this period, so that nothing is provisional.
    #expect(!run.record.findings.contains { $0.code == "calendar-year-absent" })
  }

  /// Monday to Friday: 27 to 31 January and 3 to 5 February are 8.
  @Test func withoutACalendarItIsProvisional() throws {
    let run = try scored(workspace(calendar: nil))
    #expect(run.record.input.measures["迟报"]?.value[try run.index("A")] == 8)
    let told = run.record.findings.filter { $0.code == "calendar-year-absent" }
    #expect(told.count == 2 && told.allSatisfy { $0.severity == .warning })
  }

  @Test func theCalendarIsAnInputOfTheRun() throws {
    let workspace = try workspace()
    let run = try scored(workspace)
    let manifest = try #require(RunManifest(json: run.record.manifest))
    #expect(manifest.calendarHash?.count == 64)
    #expect(try workspace.session().changedInputs(of: run).isEmpty)
    #expect(try workspace.session().verify(run)?.reachesRows == true)
    try workspace.write(
      "datasets/_shared/calendar/2025.csv", Self.calendar.replacing("2025-02-04", with: "2025-02-03"))
    #expect(try workspace.session().changedInputs(of: run) == [.calendar])
    #expect(try scored(workspace).record.key != run.record.key)
  }

  /// What counts no working days has no calendar among its inputs, so that its key stays what it was.
  @Test func otherSchemesDoNotAskForIt() throws {
    let workspace = try workspace(calendar: "日期,类别\n")
    try workspace.bring("记录", ["A,2025-03-01,,,1,5"])
    let run = try #require(try workspace.session().score(scheme: "a", period: period("2025H1"), asOf: nil))
    #expect(RunManifest(json: run.record.manifest)?.calendarHash == nil)
    #expect(!run.record.manifest.contains("calendar") && !workspace.log.hasProblems)
  }

  @Test func aBrokenCalendarStopsOnlyWhatCountsWithIt() throws {
    let workspace = try workspace(calendar: Self.calendar + "2025-06-31,放假,端午节,甲号\n")
    #expect(try workspace.session().score(scheme: "d", period: period("2025H1"), asOf: nil) == nil)
    #expect(workspace.log.problems.map(\.code) == ["calendar-date-unreadable"])
    #expect(workspace.log.problems.first?.place.text.hasPrefix("datasets/_shared/calendar/2025.csv:4") == true)
  }

  @Test func theSettingsNameAnotherFolderOrOneFile() throws {
    let workspace = try workspace(calendar: nil)
    let settings = "institution: 样例医院\ncalendar: "
    try workspace.write("日历/2025.csv", Self.calendar)
    for name in ["日历", "日历/2025.csv"] {
      try workspace.write("qingheng.yaml", "\(settings)\(name)\n")
      #expect(try workspace.session().calendarSource.calendar?.years.map(\.year) == [2025])
    }
    try workspace.write("qingheng.yaml", "\(settings)日历/2026.csv\n")
    #expect(try workspace.session().calendarSource.calendar == nil)
    #expect(workspace.log.problems.map(\.code) == ["file-unreadable"])
  }
}
