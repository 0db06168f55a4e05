import Findings
import Foundation
import Testing

@testable import Workbench

/// `lint` tells everything in one pass, and runs every example whose rules could be read.
@Suite struct LintAtOnceTests {
  private static let scheme = "datasets/pingjia/schemes/keshi.yaml"

  private func codes(_ edits: (old: String, new: String)...) throws -> [String] {
    let workspace = try SmallWorkspace()
    for edit in edits { try workspace.edit(Self.scheme, edit.old, edit.new) }
    let log = FindingLog()
    let open = try #require(Workspace.open(named: workspace.folder.path, current: workspace.folder, log: log))
    _ = try lint(open, schemes: ["keshi"], language: .english, log: log)
    return log.findings.filter { $0.severity != .note }.map(\.code)
  }

  /// 走访 cannot be read. 满意 of 80 is 15 points, not 16; 满意 may give 35 of its 30.
  @Test func examplesAndIntervalsDoNotWaitForTheStructure() throws {
    #expect(
      try codes(
        ("measure: 走访分, steps: [{proportional", "measure: 走访分, steps: [{propotional"),
        ("expect: {满意: 15}", "expect: {满意: 16}")) == ["key-unknown", "example-failed"])
    #expect(
      try codes(
        ("measure: 走访分, steps: [{proportional", "measure: 走访分, steps: [{propotional"),
        ("[100, 30]]}], basis: 第三条", "[100, 35]]}], basis: 第三条"), ("expect: {满意: 15}", "expect: {满意: 17.5}"))
        == ["key-unknown", "scheme-points-interval"])
  }

  /// What an example looks at is in doubt: nobody knows what it would give.
  @Test func anExampleOfWhatCannotBeReadIsNotRun() throws {
    #expect(
      try codes(
        ("measure: 满意度, steps: [{linear", "measure: 满意度, steps: [{linaer"), ("expect: {满意: 15}", "expect: {满意: 16}"))
        == ["key-unknown"])
  }

  /// The tables say something else; the examples give their values themselves.
  @Test func whatTablesSayKeepsNoExampleFromRunning() throws {
    #expect(
      try codes(("table: 走访评分", "table: 走访评份"), ("expect: {满意: 15}", "expect: {满意: 16}"))
        == ["scheme-table-unknown", "example-failed"])
  }

  @Test func anImpossiblePeriodOfAnExampleIsTold() throws {
    #expect(
      try codes(("name: 满意度80得15分, period: 2025H1", "name: 满意度80得15分, period: 2025H3")) == ["example-period-unknown"])
  }

  @Test func kindsAndUnitsAreHeldAgainstTheRegister() throws {
    #expect(try codes(("kind: 科室", "kind: 科市")) == ["scheme-unit-kind-unknown"])
  }
}
