import Findings
import Foundation
import Schemes
import Scoring
import Testing

@testable import Workbench

/// Trials over units whose numbers come from their members.
@Suite struct WhatIfTests {
  /// 内科 has 10, shared 0.6 and 0.4 by the two branches; 外科 has 20 in May, when it belongs to the first:
  /// 6 + 20 = 26 and 4.
  private func workspace() throws -> LoadingWorkspace {
    let workspace = try LoadingWorkspace()
    try workspace.scheme("zhibu", kind: "党支部", measure: "take: sum, include: membership")
    try workspace.bring("记录", ["A,2025-03-01,,,,10", "B,2025-05-01,,,,20"])
    _ = try workspace.session().score(scheme: "zhibu", period: period("2025H1"), asOf: nil)
    return workspace
  }

  private func trial(_ workspace: LoadingWorkspace, set: [String] = [], given: [String] = []) throws -> WhatIf? {
    try workspace.session().whatIf(
      scheme: "zhibu", period: period("2025H1"), edits: set.compactMap(SchemeEdit.init(setting:)),
      given: given.compactMap(GivenValue.init))
  }

  private func scores(_ side: SheetComparison.Side) -> [Double] { side.sheet.standing.map(\.score) }

  @Test func aRuleIsTriedOverMembers() throws {
    let result = try #require(try trial(workspace(), set: ["nodes.总分.steps=[{times: 2}]"]))
    #expect(scores(result.comparison.before) == [26, 4] && scores(result.comparison.after) == [52, 8])
    #expect(!result.isRecomputed && result.changes == ["nodes.总分.steps=[{times: 2}]"])
    #expect(result.comparison.units[0].reasons == [.node("总分", before: 26, after: 52)])
  }

  /// The branches have no rows of their own.
  @Test func anotherInclusionReadsOtherRows() throws {
    let result = try #require(try trial(workspace(), set: ["measures.数.include=own"]))
    #expect(result.comparison.after.sheet.standing.allSatisfy { $0.status != .graded })
  }

  @Test func aNumberIsGivenToABranch() throws {
    let result = try #require(try trial(workspace(), given: ["内科党支部:数=3"]))
    #expect(scores(result.comparison.after) == [3, 4])
    // 机关党支部 has what it had, and is first now.
    #expect(result.comparison.units[1].reasons == [.rivals(passedBy: [], passed: ["内科党支部"])])
  }

  /// With halves for both, the branches have 5 + 20 = 25 and 5, on both sides of the trial.
  @Test func sharesThatHaveChangedHoldOnBothSides() throws {
    let workspace = try workspace()
    try workspace.write(
      "datasets/_shared/memberships.csv",
      LoadingWorkspace.memberships.replacing("0.6", with: "0.5").replacing("0.4", with: "0.5"))
    let result = try #require(try trial(workspace, set: ["nodes.总分.steps=[{times: 2}]"]))
    #expect(result.isRecomputed)
    #expect(scores(result.comparison.before) == [25, 5] && scores(result.comparison.after) == [50, 10])
  }

  /// Nothing is kept: the run of the period is the one that was there.
  @Test func nothingIsKept() throws {
    let workspace = try workspace()
    let key = try workspace.session().latestRun(scheme: "zhibu", period: period("2025H1"))?.record.key
    _ = try trial(workspace, set: ["nodes.总分.steps=[{times: 2}]"])
    #expect(try workspace.session().latestRun(scheme: "zhibu", period: period("2025H1"))?.record.key == key)
  }

  /// A share lies between 0 and 1, answers between 0 and 100; a stated range goes before both.
  @Test(arguments: [
    ("内科:不满意率=1.5", 0.0, 1.0), ("内科:满意度=101", 0, 100), ("内科:满意度=-1", 0, 100), ("内科:通报数=-1", 0, .infinity),
  ])
  func aNumberThatCannotBeIsRefused(given: String, low: Double, high: Double) throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    var session = try workspace.session(log: log)
    try session.takeBothHalves()
    _ = try session.scored("2025H1")
    let value = try #require(GivenValue(given))
    #expect(try session.whatIf(scheme: "keshi", period: period("2025H1"), edits: [], given: [value]) == nil)
    let found = log.findings.compactMap { $0 as? WorkbenchFinding }.last
    let number = try #require(value.value)
    #expect(
      found == .givenOutOfRange(.subject(given), measure: value.measure, value: number, low: low, high: high))
  }
}
