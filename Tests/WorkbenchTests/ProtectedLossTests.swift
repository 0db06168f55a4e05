import Findings
import Foundation
import Register
import Scoring
import Store
import Testing

@testable import Workbench

/// A protected database that is gone is not one in which nothing ever stood.
@Suite struct ProtectedLossTests {
  private static let later = "线索后来.csv"

  private func workspace() throws -> ProtectedWorkspace {
    let workspace = try ProtectedWorkspace()
    try workspace.small.write(
      """
      线索编号,触发日期,科室,反映人,反映内容,金额,核实日期,核实部门,认定日期,认定机构,认定结论,生效日期
      X-09,2025-06-02,外科,石竹青,早退,,,,,,,

      """, to: Self.later)
    return workspace
  }

  private func codes(_ log: FindingLog) -> [String] { log.findings.map(\.code) }

  @Test func anImportDoesNotMakeALostFileAnew() throws {
    let workspace = try workspace()
    _ = try workspace.filled()
    try FileManager.default.removeItem(atPath: workspace.path)
    let log = FindingLog()
    var session = try workspace.session(log: log)
    #expect(try session.take(Self.later, table: "线索").summary == .refused)
    #expect(codes(log) == ["protected-lost"])
    #expect(!workspace.exists)
    // Whoever scores is told too, and what rests on it is not verified rather than nothing.
    let run = try session.scored("2025H1", scheme: "xiansuo")
    #expect(run.sheet.effects.map(\.outcome) == Array(repeating: .unverified, count: 5))
    let said = try #require(run.record.findings.first { $0.code == "protected-closed" })
    #expect(said.wording(in: .chinese).found == "受保护的数据库中应有的1个批次找不到（线索1个）。")
  }

  @Test func listsAndTheDoctorSayThatItIsLost() throws {
    let workspace = try workspace()
    _ = try workspace.filled()
    try FileManager.default.removeItem(atPath: workspace.path)
    let log = FindingLog()
    let session = try workspace.session(log: log)
    let events = try #require(try session.events(asOf: date(2025_06_30), system: nil, language: .chinese))
    #expect(events.sentences.isEmpty && codes(log) == ["protected-unlisted"])
    let examined = try session.examine(language: .chinese)
    #expect(!examined.contains { $0.contains("尚未导入") })
    #expect(codes(log).filter { $0 == "protected-unlisted" }.count == 2)
  }

  /// Kept runs say what they read, where nothing else was noted down.
  @Test func keptRunsRememberToo() throws {
    let workspace = try workspace()
    let session = try workspace.filled()
    _ = try session.scored("2025H1", scheme: "xiansuo")
    try FileManager.default.removeItem(atPath: workspace.path)
    try session.database.setMeta("protected_batches", "")
    let log = FindingLog()
    var again = try workspace.session(log: log)
    #expect(try again.take(Self.later, table: "线索").summary == .refused)
    #expect(codes(log) == ["protected-lost"])
  }

  @Test func theSameFilesMendIt() throws {
    let workspace = try workspace()
    _ = try workspace.filled()
    try FileManager.default.removeItem(atPath: workspace.path)
    var session = try workspace.session()
    #expect(try session.take(ProtectedWorkspace.ledger).summary == .withRejects)
    let log = FindingLog()
    session = try workspace.session(log: log)
    #expect(try session.scored("2025H1", scheme: "xiansuo").sheet.effects.map(\.outcome) == [.acted])
    #expect(try session.take(Self.later, table: "线索").summary == .clean)
    #expect(!codes(log).contains { $0.hasPrefix("protected") })
  }

  /// A backup that lacks the last batch is not all there was.
  @Test func anOlderBackupLacksWhatCameAfter() throws {
    let workspace = try workspace()
    var session = try workspace.filled()
    try FileManager.default.copyItem(atPath: workspace.path, toPath: workspace.path + ".backup")
    #expect(try session.take(Self.later, table: "线索").summary == .clean)
    try FileManager.default.removeItem(atPath: workspace.path)
    try FileManager.default.moveItem(atPath: workspace.path + ".backup", toPath: workspace.path)
    session = try workspace.session()
    let run = try session.scored("2025H1", scheme: "xiansuo")
    #expect(run.record.findings.map(\.code).contains("protected-closed"))
    #expect(try session.take(Self.later, table: "线索").summary == .clean)
    let mended = try workspace.session().scored("2025H1", scheme: "xiansuo")
    #expect(!mended.record.findings.map(\.code).contains("protected-closed"))
  }

  @Test func whoGivesItUpSaysSoAndItIsOnRecord() throws {
    let workspace = try workspace()
    _ = try workspace.filled()
    try FileManager.default.removeItem(atPath: workspace.path)
    let log = FindingLog()
    var session = try workspace.session(log: log)
    let request = ImportRequest(
      files: [workspace.small.folder.appending(path: Self.later).path], table: "线索", period: nil, isRehearsal: false,
      renewsProtected: true, language: .chinese)
    #expect(try session.importFiles(request) { _ in } == .clean)
    #expect(codes(log) == ["protected-given-up"])
    let after = FindingLog()
    session = try workspace.session(log: after)
    #expect(
      try session.examine(language: .chinese).contains("受保护的数据库：2026-01-05 09:00由王敏另起，放弃了找不到的1个批次"))
    #expect(try session.scored("2025H1", scheme: "xiansuo").sheet.effects.isEmpty)
    #expect(!codes(after).contains { $0.hasPrefix("protected") })
  }

  /// What was taken back does not count as lost.
  @Test func whatWasUndoneIsNotMissed() throws {
    let workspace = try workspace()
    let session = try workspace.filled()
    _ = try session.undo(batch: #require(BatchName("P1")), language: .chinese)
    _ = try workspace.session()
    try FileManager.default.removeItem(atPath: workspace.path)
    let log = FindingLog()
    var again = try workspace.session(log: log)
    #expect(try again.take(Self.later, table: "线索").summary == .clean)
    #expect(!codes(log).contains { $0.hasPrefix("protected") })
  }

  @Test func whatWasNotLookedAtIsNotDeclaredFinalUnawares() throws {
    let workspace = try workspace()
    _ = try workspace.filled()
    let half = try period("2025H1")
    func stage(_ stage: DraftStage, _ day: String, accepts: Bool = false, reason: String = "") throws -> [String] {
      let log = FindingLog()
      let line = try workspace.session(log: log).stage(
        scheme: "xiansuo", period: half,
        .init(stage: stage, role: "清廉办", day: day, reason: reason, acceptsWarnings: accepts), language: .chinese)
      #expect((line == nil) == log.hasProblems)
      return codes(log)
    }
    try workspace.closed {
      _ = try workspace.session().scored("2025H1", scheme: "xiansuo")
      // Closed, the vetoes of all units are not verified.
      let told = ["protected-closed", "test-unverified"]
      #expect(try stage(.consultation, "2025-07-10") == told)
      #expect(try stage(.submission, "2025-07-11") == told)
      let refused = told + ["stage-warnings-stand"]
      #expect(try stage(.final, "2025-07-12") == refused)
      #expect(try stage(.final, "2025-07-12", accepts: true) == refused)
      #expect(try stage(.final, "2025-07-12", accepts: true, reason: "院党委会知悉") == told)
    }
    // With the file back the result stands, but nobody says that there is nothing to look at.
    let after = FindingLog()
    _ = try workspace.session(log: after).run(scheme: "xiansuo", period: nil)
    #expect(codes(after) == ["protected-closed", "stage-final-unchecked"])
  }
}
