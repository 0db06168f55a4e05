import Findings
import Foundation
import Testing

@testable import Workbench

/// A kept run can be looked at whatever has become of the files that it was made from.
@Suite struct KeptRunTests {
  /// The scores of the first half, by hand in `SentencesTests`: 外科 has 29.65.
  private func looked(after change: (SmallWorkspace) throws -> Void) throws -> (CompletedRun, Session, FindingLog) {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    _ = try session.scored("2025H1")
    try change(workspace)
    let log = FindingLog()
    let opened = try #require(Workspace.open(named: workspace.folder.path, current: workspace.folder, log: log))
    let again = try #require(try Session.open(opened, access: .reading, clock: "", actor: "", log: log))
    let run = try #require(try again.run(scheme: "keshi", period: "2025H1"), "\(log.findings.map(\.code))")
    #expect(try run.score("K2") == 29.65)
    #expect(again.tables(of: run, language: .chinese).nodes().rowCount == 5)
    return (run, again, log)
  }

  @Test func aColumnThatItsTableHasLostSince() throws {
    let (run, session, log) = try looked {
      try $0.edit("datasets/pingjia/tables/visits.yaml", "  得分: {", "  总分: {")
    }
    #expect(log.findings.map(\.code) == ["run-outdated"])
    #expect(log.findings[0].wording(in: .english).found.hasSuffix("have changed: the table pingjia/走访评分."))
    #expect(try session.explain(run, unit: "外科", node: "走访", language: .english)?.contains("走访") == true)
    #expect(try session.verified("2025H1")?.differences == 0)
  }

  /// The table of answers has no spec any more: nobody knows that it was anonymous, but the run does.
  @Test func anAnonymousTableWithoutSpecKeepsItsSecrets() throws {
    let (run, session, log) = try looked {
      try FileManager.default.removeItem(at: $0.folder.appending(path: "datasets/pingjia/tables/patients.yaml"))
    }
    #expect(log.findings.map(\.code) == ["run-outdated"])
    #expect(log.findings[0].wording(in: .english).found.hasSuffix("have changed: the table pingjia/患者问卷."))
    // 检验科 has two answers; the minimum is three.
    #expect(RunTables(run, language: .english, minimumCell: 3).base(try run.index("K4")) == "<3")
    let text = try #require(try session.explain(run, unit: "检验科", node: "服务", language: .english))
    #expect(!text.contains("n = ") && !text.contains("患者问卷.csv"))
  }

  @Test func aSchemeFileThatIsGoneOrBroken() throws {
    let path = "datasets/pingjia/schemes/keshi.yaml"
    let (_, _, gone) = try looked { try FileManager.default.removeItem(at: $0.folder.appending(path: path)) }
    #expect(gone.findings.map(\.code) == ["run-outdated"])
    #expect(gone.findings[0].wording(in: .english).found.hasSuffix("have changed: the scheme keshi."))
    let (_, _, broken) = try looked { try $0.write("scheme: [", to: path) }
    #expect(broken.findings.map(\.code) == ["scheme-unreadable", "run-outdated"])
  }

  /// A phase that the settings no longer name: its run is found by its stored name, and as the latest.
  @Test func aPhaseThatTheSettingsNoLongerName() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    _ = try session.scored("2025H1")
    _ = try session.scored("夏季专项")
    try workspace.edit(
      "qingheng.yaml", "  夏季专项: {from: 2025-06-01, to: 2025-08-31}", "  冬季专项: {from: 2025-12-01, to: 2026-02-28}")
    let log = FindingLog()
    let again = try workspace.session(log: log)
    for period in [nil, "夏季专项"] {
      let run = try #require(try again.run(scheme: "keshi", period: period), "\(log.findings.map(\.code))")
      #expect(try run.period.id == "夏季专项" && run.period.start == date(2025_06_01))
      #expect(try again.verify(run)?.differences == 0)
    }
    #expect(log.isEmpty, "\(log.findings.map(\.code))")
    #expect(try again.run(scheme: "keshi", period: "秋季专项") == nil)
    #expect(log.findings.map(\.code) == ["period-unreadable"])
  }
}
