import Findings
import Foundation
import Register
import Schemes
import Store
import Testing

@testable import Workbench

/// A kept run is computed again from its own rows, whatever came or went since.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "needs the sqlite3 program"))
struct VerifiedRowsTests {
  /// What happened to the database after the run, none of which touches the rows that it read.
  enum Later: CaseIterable {
    case nothing, decisionsOfAnotherPeriod, fileOfAnotherPeriod, undone, undoneAndImportedAgain, vacuum, index
  }

  private func scored() throws -> LoadingWorkspace {
    let workspace = try LoadingWorkspace()
    try workspace.bring("记录", ["A,2025-03-01,,,,10", "B,2025-03-01,,,,20"])
    try workspace.bring("决定", ["2025H1,总分,B,18,督办,领导小组,2025-07-20"])
    try workspace.scheme("a", tail: "decisions: 决定")
    _ = try workspace.scored()
    return workspace
  }

  private func carryOut(_ later: Later, in workspace: LoadingWorkspace) throws {
    switch later {
    case .nothing: break
    case .decisionsOfAnotherPeriod, .vacuum, .index:
      try workspace.bring("决定", ["2027H2,总分,A,3,补,领导小组,2027-09-20"], name: "决定二")
      if later == .vacuum { try workspace.tamper("ANALYZE; VACUUM") }
      if later == .index { try workspace.tamper("CREATE INDEX i ON t_s_记录 (unit_id, 得分 DESC)") }
    case .fileOfAnotherPeriod: try workspace.bring("记录", ["A,2024-10-01,,,,90"], name: "记录二")
    case .undone, .undoneAndImportedAgain:
      _ = try workspace.session().undo(batch: 1, language: .english)
      if later == .undoneAndImportedAgain {
        try workspace.bring("记录", ["A,2025-03-01,,,,10", "B,2025-03-01,,,,20"])
      }
    }
  }

  private func verify(_ workspace: LoadingWorkspace) throws -> (Session.Verification, [String]) {
    let before = workspace.log.findings.count
    let session = try workspace.session()
    let run = try #require(try session.latestRun(scheme: "a", period: try period("2025H1")))
    let result = try #require(try session.verify(run))
    return (result, workspace.log.findings.dropFirst(before).map(\.code))
  }

  @Test(arguments: Later.allCases)
  func rowsThatNobodyTouchedAreTheSame(later: Later) throws {
    let workspace = try scored()
    try carryOut(later, in: workspace)
    let (result, codes) = try verify(workspace)
    #expect(result.isSound && result.reachesRows, "\(codes)")
    #expect(codes.allSatisfy { $0 == "run-outdated" })
  }

  @Test(arguments: Later.allCases)
  func aChangedRowIsFound(later: Later) throws {
    let workspace = try scored()
    try workspace.tamper("UPDATE t_s_记录 SET 得分 = 11 WHERE 得分 = 10 AND batch_id = 1")
    try carryOut(later, in: workspace)
    // What was imported again is whole; the run reads the batch of before.
    if later == .undoneAndImportedAgain {
      try workspace.tamper("UPDATE t_s_记录 SET 得分 = 11 WHERE 得分 = 10")
    }
    let (result, codes) = try verify(workspace)
    #expect(!result.isSound && codes.contains("replay-differs"), "\(codes)")
  }

  @Test func aChangedDecisionIsFound() throws {
    let workspace = try scored()
    try workspace.tamper("UPDATE t_s_决定 SET value = '19'")
    try carryOut(.decisionsOfAnotherPeriod, in: workspace)
    #expect(try verify(workspace).1 == ["run-outdated", "replay-differs"])
  }

  /// `explain` of a run whose batch was undone shows the rows of the run.
  @Test func explainShowsTheRowsOfTheRun() throws {
    let workspace = try scored()
    try carryOut(.fileOfAnotherPeriod, in: workspace)
    try carryOut(.undone, in: workspace)
    let run = try #require(try workspace.session().latestRun(scheme: "a", period: try period("2025H1")))
    #expect(try workspace.explained(run, "A").contains("记录.csv 第 2 行 [计入] "))
  }

  @Test func whatDecidesTheMeaningOfRowsIsNamed() throws {
    let workspace = try scored()
    try workspace.write("datasets/_shared/units.csv", LoadingWorkspace.units.replacing("内科党支部", with: "内科支部"))
    var (result, codes) = try verify(workspace)
    #expect(codes == ["run-outdated", "verify-rows-unchecked"])
    #expect(result.differences == 0 && !result.isSound && result.reach == .measures)
    #expect(result.sentence(in: .chinese).hasSuffix("从存下的度量起逐项重算，一致；数据行未核对"))
    #expect(workspace.log.findings.last?.wording(in: .chinese).found == "以下依据已不是评分时的样子：单位名册。")

    try workspace.write("datasets/_shared/units.csv", LoadingWorkspace.units)
    #expect(try verify(workspace).0.isSound)
    let spec = try #require(LoadingWorkspace.tables["records"])
    try workspace.write("datasets/s/tables/records.yaml", spec + "# 2025\n")
    (result, codes) = try verify(workspace)
    #expect(codes == ["run-outdated", "verify-rows-unchecked"] && !result.isSound)
    #expect(workspace.log.findings.last?.wording(in: .chinese).found.hasSuffix("：“记录”（s）的定义文件。") == true)
  }

  @Test(
    arguments: [
      ("DELETE FROM t_s_记录 WHERE 得分 = 10", ["verify-rows-lost", "replay-differs"], true),
      ("DELETE FROM batch WHERE id = 1", ["run-outdated", "verify-rows-lost"], false),
      ("UPDATE batch SET sha256 = 'x' WHERE id = 1", ["run-outdated", "verify-rows-lost"], false),
    ])
  func whatIsGoneIsFound(change: String, codes: [String], reachesRows: Bool) throws {
    let workspace = try scored()
    try workspace.tamper(change)
    let (result, found) = try verify(workspace)
    #expect(Array(Set(found)).sorted() == codes.sorted())
    #expect(result.reachesRows == reachesRows && !result.isSound)
  }

  /// A SELECT reads what is there now: of it alone the rows are not checked.
  @Test func measuresOfASelectAreSetApart() throws {
    let workspace = try LoadingWorkspace()
    try workspace.bring("记录", ["A,2025-03-01,,,2,10", "B,2025-03-01,,,,5"])
    let sql = #"SELECT unit_id, p_from, p_to, "得分" AS value, batch_id, source_row FROM "v_s_记录""#
    let run = try workspace.scored("a") {
      $0.read(.view(MeasureView(sql: sql, place: .line("datasets/s/schemes/a.yaml", line: 6, column: 9))))
    }
    #expect(try #require(try workspace.session().verify(run)).isSound)
    try workspace.bring("记录", ["A,2025-04-01,,,1,1"], name: "记录二")
    let result = try #require(try workspace.session().verify(run))
    #expect(result.reach == .rowsBut(measures: 1) && result.differences == 0 && !result.isSound)
    #expect(workspace.log.findings.last?.code == "verify-rows-unchecked")
  }

  /// What was declared final is not to be scored again because later rows came.
  @Test func aFinalRunStands() throws {
    let workspace = try scored()
    for stage in [DraftStage.consultation, .submission, .final] {
      _ = try workspace.session().stage(
        scheme: "a", period: try period("2025H1"), .init(stage: stage, role: "领导小组"), language: .chinese)
    }
    try carryOut(.decisionsOfAnotherPeriod, in: workspace)
    #expect(try verify(workspace).1 == ["run-outdated"])
    let wording = try #require(workspace.log.findings.last).wording(in: .chinese)
    #expect(wording.consequence == "已经定稿，结果不变。" && wording.remedy == "无需重新评分。")
  }
}

extension LoadingWorkspace {
  /// Changes the database past the program.
  fileprivate func tamper(_ sql: String) throws {
    #expect(try run("/usr/bin/sqlite3", ["\(folder)/qingheng.sqlite", sql]) == 0)
  }
}
