import Findings
import Foundation
import Testing

@testable import Workbench

/// Files into the workspace: whole or not at all, once, and back again.
@Suite struct ImportingTests {
  @Test func filesComeInOneByOne() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    let (summary, lines) = try session.take("收件箱/2025H1", period: "2025H1")
    #expect(summary == .withRejects)
    #expect(
      lines.map { $0.split(separator: ": ")[1] } == [
        "18 rows, 2 set aside, see out/rejects/1-患者问卷.csv (batch 1)", "10 rows (batch 2)", "2 rows (batch 3)",
        "8 rows (batch 4)",
      ])
    #expect(try session.database.batches().map(\.rowCount) == [18, 10, 2, 8])
    #expect(try session.database.rejects(ofBatch: 1).map(\.codes) == [["unit-not-then"], ["unit-unknown"]])
  }

  @Test func aRehearsalKeepsNothing() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    let (summary, lines) = try session.take("收件箱/2025H1/患者问卷.csv", isRehearsal: true)
    #expect(summary == .withRejects)
    #expect(lines == ["收件箱/2025H1/患者问卷.csv → 患者问卷: rehearsed, 18 rows, 2 set aside; nothing was kept"])
    #expect(try session.database.batches().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: workspace.folder.appending(path: "out").path))
  }

  /// The rows say their period themselves, so that `--period` makes no other file of it.
  @Test func theSameBytesAreOneBatchWhateverThePeriodInTheCommand() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.take("收件箱/2025H1/问题台账.csv", period: "2025H1")
    let (summary, lines) = try session.take("收件箱/2025H1/问题台账.csv")
    #expect(summary == .clean && lines == ["收件箱/2025H1/问题台账.csv: already imported (batch 1)"])
  }

  /// Where the file's place says the period, the same bytes in two folders are two inputs.
  @Test func theSameBytesInFoldersOfTwoPeriodsAreTwoBatches() throws {
    let workspace = try SmallWorkspace()
    try workspace.edit("datasets/pingjia/tables/visits.yaml", "{from: option}", "{from: file_name}")
    for half in ["2025H1", "2025H2"] { try workspace.write("科室,评委,得分\n内科,甲,90\n", to: "box/\(half)/走访评分.csv") }
    var session = try workspace.session()
    #expect(try session.take("box").summary == .clean)
    #expect(try session.take("box").lines.allSatisfy { $0.contains("already imported") })
    #expect(try session.database.batches().map(\.period) == ["2025H1", "2025H2"])
  }

  @Test func whatIsUndoneCanComeAgainAndScoresTheSame() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    let before = try session.scored("2025H1")
    #expect(try session.undo(batch: 4, language: .english)?.contains("8 rows") == true)
    let without = try session.scored("2025H1")
    #expect(try without.value("销号", "K1").isNaN == false && without.score("K2") > before.score("K2"))
    #expect(try session.take("收件箱/2025H1/问题台账.csv").summary == .clean)
    let again = try session.scored("2025H1")
    #expect(again.sheet.standing == before.sheet.standing)
    // The batch has another number, but the inputs are the same by content.
    #expect(again.record.key == before.record.key)
  }

  @Test func theSameInputsAreTheSameRun() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    #expect(try session.scored("2025H1").record.key == session.scored("2025H1").record.key)
    #expect(try session.database.runs().count == 1)
  }

  /// Worked by hand. 外科, survey 100, 60, 100, 0: mean 65, (65−60)/40 · 30 = 3.75; a quarter not content, 10 − 0.25/0.5 · 10 = 5;
  /// visits (88 + 90)/2 = 89 of 100, 8.9; one deadline of three kept, under a half, 0; one repeated, 10 − 5; three
  /// problems, 10 − 3. Together 29.65. 内科: 24 + 10 + 9.4 + 30 + 10 + 8 = 91.4, less 5 for the confirmed notice.
  @Test func scoresAreThoseWorkedByHand() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    let run = try session.scored("2025H1")
    #expect(try run.score("K2") == 29.65 && run.score("K1") == 86.4)
    #expect(try run.sheet.standing[run.index("K1")].cappedBy == ["通报批评"])
    // 妇产科's notice is not confirmed.
    #expect(try run.sheet.standing[run.index("K3")].grade == "优秀")
  }

  @Test func aTableThatWasNeverImportedIsSaidOnce() throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    var session = try workspace.session(log: log)
    try session.take("收件箱/2025H1/患者问卷.csv", "收件箱/2025H1/问题台账.csv", "收件箱/2025H1/通报.csv")
    _ = try session.scored("2025")
    #expect(log.countByCode["table-never-imported"] == 1)
  }
}
