import Findings
import Register
import Store
import Testing

@testable import Workbench

/// Drafts: which run went out as what, and which one counts.
@Suite struct StageTests {
  let small = try! SmallWorkspace()
  let log = FindingLog()
  private let half = Period(parsing: "2025H1")!

  private func session() throws -> Session {
    // What the sample's rows have wrong is no business of the drafts.
    var importing = try small.session()
    try importing.take("收件箱/2025H1", period: "2025H1")
    return try small.session(log: log)
  }

  private func stage(
    _ session: Session, _ stage: DraftStage, day: String? = nil, role: String = "清廉办", reason: String = ""
  ) throws -> String? {
    try session.stage(
      scheme: "keshi", period: half, .init(stage: stage, role: role, day: day, reason: reason), language: .chinese)
  }

  @Test func nothingIsSentOutBeforeItIsScored() throws {
    let session = try session()
    #expect(try stage(session, .consultation) == nil)
    #expect(log.problems.map(\.code) == ["run-absent"])
    #expect(try session.stages(scheme: "keshi", period: half, language: .chinese).rowCount == 0)
  }

  @Test func stagesFollowOneAnother() throws {
    let session = try session()
    let run = try session.scored("2025H1", scheme: "keshi")
    #expect(try stage(session, .submission, day: "2025-07-20") == nil)
    #expect(try stage(session, .final, day: "2025-07-20", role: " ") == nil)
    #expect(log.problems.map(\.code) == ["stage-skipped", "stage-role-empty", "stage-skipped"])
    let line = try #require(try stage(session, .consultation, day: "2025-07-10"))
    #expect(line == "keshi 2025H1：征求意见稿（2025-07-10，清廉办），运行 \(run.shortKey)")
    #expect(try stage(session, .submission, day: "2025-07-09") == nil)
    #expect(log.problems.last?.code == "stage-day-before-last")
    #expect(try stage(session, .submission, day: "2025-07-16", role: "院党委会") != nil)
    #expect(try stage(session, .final, day: "2025-07-18", role: "院党委会") != nil)
    #expect(try session.stageLine(of: run, language: .chinese) == "定稿（2025-07-18，院党委会）")
    #expect(try stage(session, .consultation, day: "2025-08-01") == nil)
    #expect(log.problems.last?.code == "stage-already-final")
    #expect(try stage(session, .consultation, day: "2025-08-01", reason: "异议成立，重新计算") != nil)
  }

  /// A correction after the draft: the final result is the run that was submitted, whatever is scored afterwards.
  @Test func whatWasDeclaredFinalCounts() throws {
    var session = try session()
    let first = try session.scored("2025H1", scheme: "keshi")
    #expect(try stage(session, .consultation, day: "2025-07-10") != nil)
    #expect(try stage(session, .submission, day: "2025-07-11") != nil)
    let visits = try #require(try session.database.batches().first { $0.table.table == "走访评分" })
    _ = try session.undo(batch: BatchName(visits.id), language: .chinese)
    let second = try session.scored("2025H1", scheme: "keshi")
    #expect(second.record.key != first.record.key)
    #expect(try stage(session, .final, day: "2025-07-18") == nil)
    #expect(log.problems.last?.code == "stage-other-run")
    #expect(try stage(session, .submission, day: "2025-07-17") != nil)
    #expect(try stage(session, .final, day: "2025-07-18") != nil)
    try session.take("收件箱/2025H1", period: "2025H1")
    #expect(try session.scored("2025H1", scheme: "keshi").record.key == first.record.key)
    let counting = try #require(try session.latestRun(scheme: "keshi", period: half))
    #expect(counting.record.key == second.record.key)
    #expect(try session.database.finalRuns(scheme: "keshi").map(\.key) == [second.record.key])
    let pair = try #require(
      try session.compare(scheme: "keshi", period: half, stages: .consultation, .final))
    #expect(pair.before.record.key == first.record.key && pair.after.record.key == second.record.key)
    #expect(try session.run(scheme: "keshi", period: half, stage: .submission)?.record.key == second.record.key)
  }

  @Test func aRunInProgressIsNotFinal() throws {
    let session = try session()
    let day = try #require(CalendarDate(parsing: "2025-05-31"))
    _ = try #require(try session.score(scheme: "keshi", period: half, asOf: day))
    #expect(try stage(session, .consultation, day: "2025-06-01") != nil)
    #expect(try stage(session, .submission, day: "2025-06-02") != nil)
    #expect(try stage(session, .final, day: "2025-06-03") == nil)
    #expect(log.problems.map(\.code) == ["stage-run-not-whole"])
  }

  /// Scored as of 30 June; the clock of the tests stands at 5 January 2026.
  @Test func theDayIsOneOnWhichTheResultWasThere() throws {
    let session = try session()
    _ = try session.scored("2025H1", scheme: "keshi")
    #expect(try stage(session, .consultation, day: "2020-01-01") == nil)
    #expect(try stage(session, .consultation, day: "2099-01-01") == nil)
    #expect(log.problems.map(\.code) == ["stage-day-before-run", "stage-day-after-today"])
    #expect(try stage(session, .consultation, day: "2026-01-05") != nil)
  }

  @Test func theLastStageCanBeUndone() throws {
    let session = try session()
    let run = try session.scored("2025H1", scheme: "keshi")
    func undo(_ reason: String) throws -> String? {
      try session.withdrawStage(scheme: "keshi", period: half, role: "清廉办", reason: reason, language: .chinese)
    }
    #expect(try undo("录错") == nil)
    #expect(try stage(session, .consultation, day: "2025-07-10") != nil)
    #expect(try stage(session, .submission, day: "2025-12-11") != nil)
    #expect(try undo(" ") == nil)
    #expect(log.problems.map(\.code) == ["stage-nothing-to-undo", "stage-undo-unexplained"])
    #expect(try undo("日期录错") == "keshi 2025H1：已撤回2025-12-11的报审稿（运行 \(run.shortKey)），由清廉办撤回")
    #expect(try stage(session, .submission, day: "2025-07-11") != nil)
    #expect(try stage(session, .final, day: "2025-07-12") != nil)
    let table = try session.stages(scheme: "keshi", period: half, language: .chinese)
    #expect(table.texts("reason") == ["", "已撤回（2026-01-05，清廉办）：日期录错", "", ""])
    // A final result that was undone counts no more than others.
    #expect(try session.isFinal(run))
    #expect(try undo("误报") != nil)
    #expect(try !session.isFinal(run))
  }

  @Test(arguments: [("征求意见稿", DraftStage.consultation), ("Final", .final), ("报审稿", .submission)])
  func asPeopleWriteIt(text: String, stage: DraftStage) {
    #expect(DraftStage(written: text) == stage)
  }

  @Test func whatIsNoStage() { #expect(DraftStage(written: "初稿") == nil) }
}
