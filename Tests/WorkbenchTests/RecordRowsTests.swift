import Findings
import Register
import Schemes
import Scoring
import Testing

@testable import Workbench

/// Decisions and titles, from the tables that a scheme names.
@Suite struct RecordRowsTests {
  private func workspace(_ tail: String) throws -> LoadingWorkspace {
    let workspace = try LoadingWorkspace()
    try workspace.bring("记录", ["A,2025-03-01,,,,10", "B,2025-03-01,,,,20"])
    try workspace.scheme("a", tail: tail)
    return workspace
  }

  @Test func decisionsOnThePeriodAndItsHalves() throws {
    let workspace = try workspace("decisions: 决定")
    try workspace.bring(
      "决定",
      [
        "2025年上半年,总分,A,18,两次督办均按期办结,领导小组,2025-07-20", "2025,总分,B,不适用,,领导小组,2026-01-10",
        "2025H2,总分,B,,说明原因,纪委,2026-01-11", "2024H2,总分,A,1,旧,领导小组,2025-01-10",
      ])
    let half = try workspace.scored()
    #expect(
      half.record.input.decisions == [
        Decision(
          period: "2025H1", target: "总分", unit: "A", value: .number(18), reason: "两次督办均按期办结", role: "领导小组",
          date: 2025_07_20)
      ])
    let year = try workspace.scored("a", "2025")
    #expect(year.record.input.decisions.map(\.period) == ["2025H1", "2025", "2025H2"])
    #expect(year.record.input.decisions.map(\.value) == [.number(18), .notApplicable, .none])
    let read = try #require(try workspace.session().database.run(key: year.record.key))
    #expect(read.input.decisions == year.record.input.decisions)
    // A decision is taken after the period's end, and counts all the same; a later one is another input.
    try workspace.bring("决定", ["2025H1,总分,B,3,补,领导小组,2025-07-21"], name: "决定二")
    let session = try workspace.session()
    #expect(try session.changedInputs(of: half, asToScheme: false) == [.table(system: "s", table: "决定")])
  }

  @Test func whatCannotBeReadIsToldAndLeftOut() throws {
    let workspace = try workspace("decisions: 决定")
    try workspace.bring("决定", ["2025H1,总分,A,十八,写错,领导小组,2025-07-20", "2025H1,总分,B,1e3,对,领导小组,2025-07-20"])
    let run = try workspace.scored()
    #expect(run.record.input.decisions.map(\.value) == [.number(1000)])
    let finding = try #require(run.record.findings.first { $0.code == "record-unreadable" })
    #expect(finding.wording(in: .chinese).found == "“决定”第2行value列的“十八”无法识别。")
  }

  /// 老外科's title went to 外科; one that is given after as_of is not known yet.
  @Test func titlesOfUnitsAndTheirForerunners() throws {
    let workspace = try workspace(
      "titles: {table: 称号, current_at: period_start}\ngrades: {bands: [{grade: 清廉科室, at_least: 15}, {grade: 合格}]}")
    try workspace.bring(
      "称号",
      [
        "A,2024-01-01,2025-12-31,清廉科室", "G,2024-01-01,,清廉科室", "C,2025-07-01,,清廉科室", "Z1,2024-01-01,,清廉科室",
      ])
    let run = try workspace.scored()
    #expect(
      run.record.input.titles == [
        TitleHolding(unit: 0, grade: "清廉科室", from: 2024_01_01, to: 2025_12_31),
        TitleHolding(unit: 1, grade: "清廉科室", from: 2024_01_01, to: nil),
      ])
    #expect(RunManifest(json: run.record.manifest)?.tables.map(\.table) == ["称号", "记录"])
  }
}
