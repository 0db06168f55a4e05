import Findings
import Foundation
import Register
import Schemes
import Testing

@testable import Workbench

/// One scheme file that reads everything that can be read, from file to verified run.
@Suite struct WholeSchemeTests {
  private func workspace() throws -> LoadingWorkspace {
    let workspace = try LoadingWorkspace()
    try workspace.write(
      "datasets/s/schemes/c.yaml",
      """
      scheme: c
      title: 全部来源
      version: "1"
      units: {kind: 党支部}
      decisions: 决定
      measures:
        成员: {table: 记录, value: 得分, include: membership, take: mean}
        查询: {view: 'SELECT unit_id, p_from, p_to, "得分" AS value, batch_id, source_row FROM "v_s_记录"', take: sum}
        上级: {scheme: a, node: 总分, period: latest, of: members, weight: share, take: mean}
        学习: {table: 记录, value: 级, first: {by: 成员, take: sum, over: 名册, then: [{proportional: {full: 2}}]}, take: mean}
        三年: {table: 记录, value: 得分, window: {years: 3}, unique: {by: 标题, keep: max 级, across: units}, take: sum}
      nodes:
        - id: 总
          of: mean
          children:
            - {id: x1, weight: 1, measure: 成员, steps: [{zscore: {over: {frozen: 2024H2}}}]}
            - {id: x2, weight: 1, measure: 查询, steps: [{impute: last_period}], override: {role: 领导小组, reason: required}}
            - {id: x3, weight: 1, measure: 上级}
            - {id: x4, weight: 1, measure: 学习}
            - {id: x5, weight: 1, measure: 三年}
      rank: {node: 总}

      """)
    try workspace.bring("名册", ["Z1,甲", "Z1,乙", "Z2,丙"], period: "2025")
    try workspace.bring(
      "记录",
      [
        "A,2024-09-01,,,,30", "B,2024-09-01,,,,50", "Z1,2024-09-01,甲,旧,1,2", "A,2025-03-01,,,,50", "B,2025-05-01,,,,60",
        "Z1,2025-03-01,甲,清风,1,3", "Z2,2025-03-02,丙,清风,2,4", "Z2,2024-03-02,丙,家风,2,5",
      ])
    try workspace.bring("决定", ["2025H1,x2,Z2,7.5,核实,领导小组,2025-07-20"])
    for period in ["2024H2", "2025H1"] { _ = try workspace.scored("a", period) }
    return workspace
  }

  private func scored(_ workspace: LoadingWorkspace, _ text: String) throws -> CompletedRun {
    let session = try workspace.session()
    return try #require(
      try session.score(scheme: "c", period: try period(text), asOf: nil), "\(workspace.log.findings)")
  }

  @Test func everySourceIsReadAndTheRunVerifiesFromTheRows() throws {
    let workspace = try workspace()
    _ = try scored(workspace, "2024H2")
    let run = try scored(workspace, "2025H1")
    func measure(_ id: String) -> [Double] { run.record.input.measures[id]?.value ?? [] }
    // Z1: (0.6·50 + 60)/1.6, Z2: 50. The SELECT: their own rows. 学习: 甲 1 of 2, 乙 none; 丙 2 of 2.
    #expect(measure("成员") == [56.25, 50] && measure("查询") == [3, 4] && measure("上级") == [56.25, 50])
    // 清风 is Z2's, of the higher level.
    #expect(measure("学习") == [0.25, 1] && measure("三年") == [2, 9])
    #expect(run.record.input.decisions.count == 1 && run.record.frozenKeys.keys.sorted() == ["2024H2"])
    #expect(run.record.input.history.map(\.period.id) == ["2024H1", "2024H2"])
    let session = try workspace.session()
    let latest = try #require(try session.latestRun(scheme: "c", period: try period("2025H1")))
    let result = try #require(try session.verify(latest))
    #expect(
      result.differences == 0 && result.reachesRows, "\(workspace.log.findings.map { $0.wording(in: .english).found })")
    // The same inputs are the same run.
    #expect(try scored(workspace, "2025H1").record.key == run.record.key)
  }

  @Test func whatChangesIsNamedAndTheRunIsReplayedFromWhatItKept() throws {
    let workspace = try workspace()
    _ = try scored(workspace, "2024H2")
    let run = try scored(workspace, "2025H1")
    try workspace.bring("记录", ["A,2024-10-01,,,,90"], name: "记录二")
    _ = try workspace.scored("a", "2025H1")
    _ = try scored(workspace, "2024H2")
    try workspace.write("datasets/_shared/memberships.csv", LoadingWorkspace.memberships.replacing("0.6", with: "0.5"))
    let session = try workspace.session()
    let kept = try #require(try session.latestRun(scheme: "c", period: try period("2025H1")))
    #expect(kept.record.key == run.record.key)
    #expect(
      try session.changedInputs(of: kept) == [
        .memberships, .table(system: "s", table: "记录"), .runs(scheme: "a"), .runs(scheme: "c"),
      ])
    let result = try #require(try session.verify(kept))
    #expect(result.differences == 0 && !result.reachesRows)
  }
}
