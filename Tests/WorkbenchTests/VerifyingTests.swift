import Findings
import Foundation
import Testing

@testable import Workbench

/// A kept run is computed again, and whatever does not follow from its inputs is found.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "needs the sqlite3 program"))
struct VerifyingTests {
  private func scored() throws -> (SmallWorkspace, Session) {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    _ = try session.scored("2025H1")
    return (workspace, session)
  }

  private func verify(_ workspace: SmallWorkspace) throws -> (Session.Verification, [String]) {
    let log = FindingLog()
    let session = try workspace.session(log: log)
    let result = try #require(try session.verified("2025H1"))
    return (result, log.findings.map(\.code))
  }

  @Test func anUntouchedRunIsRecomputedFromTheRows() throws {
    let (workspace, _) = try scored()
    let (result, codes) = try verify(workspace)
    #expect(result.differences == 0 && result.reachesRows && codes.isEmpty)
    #expect(result.sentence(in: .chinese).hasSuffix("从原始数据行起逐项重算，完全一致"))
  }

  /// Every number that is printed, changed by hand.
  @Test(
    arguments: [
      "score SET value = value + 1 WHERE node = '满意'", "score SET state = 'missing' WHERE node = '走访'",
      "standing SET score = score + 0.5", "standing SET displayed = displayed + 0.5", "standing SET coverage = 1",
      "standing SET rank = rank + 1", "standing SET grade = '优秀'", "standing SET status = 'graded'",
      "standing SET set_by = '否决'", "standing SET capped_by = '[]'", "effect SET effective = -1",
      "effect SET outcome = 'unverified'", "run_measure SET value = value + 1 WHERE measure = '走访分'",
      "run SET manifest = replace(manifest, '柳卫', '刘卫')",
    ])
  func aNumberChangedByHandIsFound(change: String) throws {
    let (workspace, _) = try scored()
    try workspace.tamper("UPDATE \(change)")
    let (result, codes) = try verify(workspace)
    #expect(result.differences > 0 && codes.contains("replay-differs"))
  }

  @Test func aLaterImportOrUndoIsNamedAndTheRunStillFollowsFromItsRows() throws {
    let (workspace, session) = try scored()
    _ = try session.undo(batch: 4, language: .english)
    var (result, codes) = try verify(workspace)
    #expect(result.isSound && result.reachesRows && codes == ["run-outdated"])

    var again = try workspace.session()
    try workspace.write("文号,日期,科室,认定\n3号,2025-05-02,外科,是\n", to: "收件箱/通报2.csv")
    try again.take("收件箱/通报2.csv")
    (result, codes) = try verify(workspace)
    #expect(result.isSound && result.reachesRows && codes == ["run-outdated"])
    let log = FindingLog()
    _ = try workspace.session(log: log).verified("2025H1")
    #expect(log.findings[0].wording(in: .english).found.contains(": the table pingjia/通报, the table pingjia/问题台账."))
  }

  @Test func anEditedSchemeChangesNothingThatWasPublished() throws {
    let (workspace, _) = try scored()
    try workspace.edit("datasets/pingjia/schemes/keshi.yaml", "[[60, 0], [100, 30]]", "[[60, 0], [95, 30]]")
    let (result, codes) = try verify(workspace)
    #expect(result.differences == 0 && result.reachesRows && codes == ["run-outdated"])
    #expect(try result.run.value("满意", "K1") == 24)
    // Scored anew, 92 counts (92 − 60)/35 · 30.
    let run = try workspace.session().scored("2025H1")
    #expect(try abs(run.value("满意", "K1") - 32.0 / 35 * 30) < 1e-12)
    #expect(run.record.key != result.run.record.key)
  }

  @Test func aChangedRegisterOrMinimumCellIsNamed() throws {
    let (workspace, _) = try scored()
    try workspace.edit("qingheng.yaml", "minimum_cell: 3", "minimum_cell: 4")
    try workspace.edit("datasets/_shared/units.csv", "放射科", "影像科")
    let log = FindingLog()
    _ = try workspace.session(log: log).verified("2025H1")
    #expect(log.findings.map(\.code) == ["run-outdated", "verify-rows-unchecked"])
    #expect(log.findings[0].wording(in: .english).found.contains(": the register of units, minimum_cell."))
  }
}
