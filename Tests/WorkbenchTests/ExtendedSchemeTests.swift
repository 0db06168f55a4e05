import Findings
import Foundation
import Testing

@testable import Workbench

/// A scheme that extends another file of its folder: scored, kept and replayed with the words of both.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "needs the sqlite3 program"))
struct ExtendedSchemeTests {
  private static let path = "datasets/pingjia/schemes/keshi-yan.yaml"
  private static let base = "datasets/pingjia/schemes/keshi.yaml"
  /// 92 on the way from 60 to 95: (92 − 60)/35 · 30.
  private static let stricter = 32.0 / 35 * 30

  private func workspace() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    try workspace.write(
      """
      scheme: keshi-yan
      extends: keshi.yaml
      version: "2"
      approval: {文号: 柳卫〔2025〕2号, date: 2025-02-10}
      nodes: {id: 总分, children: [{id: 服务, children: [{id: 满意, steps: [{linear: [[60, 0], [95, 30]]}]}]}]}
      examples: [{满意度80得15分: ~}]

      """, to: Self.path)
    return workspace
  }

  private func scored() throws -> (SmallWorkspace, CompletedRun) {
    let workspace = try workspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    return (workspace, try session.scored("2025H1", scheme: "keshi-yan"))
  }

  private func verify(_ workspace: SmallWorkspace) throws -> (Session.Verification, [String]) {
    let log = FindingLog()
    let session = try workspace.session(log: log)
    let result = try #require(try session.verified("2025H1", scheme: "keshi-yan"))
    return (result, log.findings.map { $0.wording(in: .english).found })
  }

  @Test func theLinesOfBothFilesScore() throws {
    let (_, run) = try scored()
    #expect(try abs(run.value("满意", "K1") - Self.stricter) < 1e-12)
    let manifest = try #require(RunManifest(json: run.record.manifest))
    #expect(manifest.schemeBases?.map(\.name) == ["keshi.yaml"])
    #expect(manifest.schemeBases?[0].text.hasPrefix("scheme: keshi\n") == true)
    #expect(manifest.schemeText.hasPrefix("scheme: keshi-yan\n"))
  }

  @Test func anEditedBaseChangesNothingThatWasPublished() throws {
    let (workspace, run) = try scored()
    var (result, found) = try verify(workspace)
    #expect(result.differences == 0 && result.reachesRows && found.isEmpty)
    try workspace.edit(Self.base, "{proportional: {full: 100}}", "{proportional: {full: 90}}")
    (result, found) = try verify(workspace)
    #expect(result.differences == 0 && result.reachesRows)
    #expect(found.count == 1 && found[0].contains("scheme keshi-yan"))
    let again = try workspace.session().scored("2025H1", scheme: "keshi-yan")
    #expect(again.record.key != run.record.key)
    #expect(try again.value("走访", "K1") > run.value("走访", "K1"))
    // Without its base, what was published still replays.
    try workspace.write("scheme: keshi\nversion: \"1\"\n", to: Self.base)
    #expect(try workspace.session().latestRun(scheme: "keshi-yan", period: try period("2025H1")) != nil)
  }

  @Test func aSchemeThatExtendsNoneKeepsItsKey() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    let run = try session.scored("2025H1")
    #expect(!run.record.manifest.contains("schemeBases"))
  }

  @Test func lintTellsAMistakeInTheBaseOnce() throws {
    let workspace = try workspace()
    func codes() throws -> [String] {
      let log = FindingLog()
      let open = try #require(Workspace.open(named: workspace.folder.path, current: workspace.folder, log: log))
      _ = try lint(open, schemes: [], language: .english, log: log)
      return log.findings.map { "\($0.place.file ?? "") \($0.code)" }
    }
    #expect(try codes() == [])
    try workspace.edit(Self.base, "measure: 走访分", "measure: 走访")
    #expect(try codes() == ["\(Self.base) scheme-measure-unknown"])
    try workspace.edit(Self.path, "extends: keshi.yaml", "extends: kehsi.yaml")
    #expect(try codes() == ["\(Self.path) extends-file-absent", "\(Self.base) scheme-measure-unknown"])
  }
}
