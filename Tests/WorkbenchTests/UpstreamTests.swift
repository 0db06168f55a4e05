import Findings
import Register
import Schemes
import Testing

@testable import Workbench

/// Measures that read other schemes' runs (K4).
@Suite struct UpstreamTests {
  /// Scheme `a` gives 科室 the sum of 得分: 2024H1 10/20, 2024H2 30/40, 2025H1 50/60 for 内科/外科.
  private func workspace(scored periods: [String] = ["2024H1", "2024H2", "2025H1"]) throws -> LoadingWorkspace {
    let workspace = try LoadingWorkspace()
    try workspace.bring(
      "记录",
      [
        "A,2024-03-01,,,,10", "B,2024-03-01,,,,20", "A,2024-09-01,,,,30", "B,2024-09-01,,,,40", "A,2025-03-01,,,,50",
        "B,2025-03-01,,,,60",
      ])
    try workspace.scheme("b")
    for period in periods { _ = try workspace.scored("a", period) }
    return workspace
  }

  private func reading(
    _ period: SchemeReference.Selection, node: String = "总分", of subject: SchemeReference.Subject = .own,
    byShare: Bool = false, kind: String = "科室", take: Reducer = .last
  ) -> (inout Scheme) -> Void {
    {
      $0.units.kinds = [kind]
      $0.read(
        .scheme(
          SchemeReference(scheme: "a", node: node, period: period, subject: subject, isWeightedByShare: byShare)),
        take: take)
    }
  }

  @Test func theRunOfTheSamePeriodOrTheLatest() throws {
    let workspace = try workspace()
    #expect(try workspace.scored("b", "2024H2", reading(.same)).numbers("A", "B") == [30, 40])
    let run = try workspace.scored("b", reading(.same))
    #expect(run.numbers("A", "B") == [50, 60])
    // 2025H2 has no run: the latest is that of the half before.
    #expect(try workspace.scored("b", "2025H2", reading(.latest)).numbers("A") == [50])
    #expect(try workspace.scored("b", "2025H2", reading(.same)).numbers("A")[0].isNaN)
    let text = try workspace.explained(run, "A")
    let key = try #require(RunManifest(json: run.record.manifest)?.upstream?.first?.runs.first?.key)
    #expect(text.contains("方案 a 2025年上半年“总分”，评分运行 \(key.prefix(12))") && text.contains("内科 (A)，50 [计入]"))
    #expect(!text.contains("记录.csv"))
  }

  /// The last two halves of 内科: mean (30 + 50)/2, best 50; a half without a run is missing, not skipped over.
  @Test func theLastPeriodsAreReduced() throws {
    let workspace = try workspace()
    #expect(try workspace.scored("b", reading(.last(2), take: .mean)).numbers("A", "B") == [40, 50])
    let best = try workspace.scored("b", reading(.last(3), take: .max))
    #expect(best.numbers("A") == [50] && best.record.input.measures["数"]?.n == [3, 3, 0])
    #expect(try workspace.scored("b", "2025H2", reading(.last(2), take: .mean)).numbers("A") == [50])
    let text = try workspace.explained(best, "A")
    #expect(text.contains("方案 a 2024年上半年") && text.contains("内科 (A)，10 [被另一行取代]"))
  }

  /// A year has its own run: the year's sum.
  @Test func theRunOfTheYear() throws {
    let workspace = try workspace(scored: ["2024"])
    #expect(try workspace.scored("b", "2024H1", reading(.year)).numbers("A") == [40])
  }

  /// On 2025-06-30 both departments are 内科党支部's, 内科 with 0.6: (0.6·50 + 60)/1.6; unweighted 55.
  @Test func membersAndDescendants() throws {
    let workspace = try workspace()
    let weighted = try workspace.scored("b", reading(.same, of: .members, byShare: true, kind: "党支部", take: .mean))
    #expect(weighted.numbers("Z1", "Z2") == [90 / 1.6, 50])
    #expect(try workspace.explained(weighted, "Z1").contains("内科 (A)，50，份额 0.6 [计入]"))
    let plain = try workspace.scored("b", reading(.same, of: .members, kind: "党支部", take: .mean))
    #expect(plain.numbers("Z1") == [55])
    let all = try workspace.scored("b", reading(.same, of: .descendants, kind: "医院"))
    #expect(all.numbers("H").first.map { [50, 60].contains($0) } == true)
    #expect(try workspace.scored("b", reading(.same, of: .descendants, kind: "医院", take: .sum)).numbers("H") == [110])
    // Its own number is no descendant's.
    #expect(try workspace.scored("b", reading(.same, of: .descendants, take: .sum)).numbers("A")[0].isNaN)
  }

  /// A run that did not see the whole period is no final one.
  @Test func noFinalRunIsMissingAndSaid() throws {
    let workspace = try workspace(scored: [])
    _ = try workspace.scored("a", asOf: 2025_05_31)
    let run = try workspace.scored("b", reading(.same))
    #expect(run.numbers("A")[0].isNaN && run.codesOfFindings.contains("upstream-run-absent"))
    #expect(try workspace.explained(run, "A").contains("方案 a 没有可用的评分运行"))
  }

  /// Scored again with other rows, the other scheme's run is another input; both runs stand.
  @Test func aLaterRunIsAnotherInput() throws {
    let workspace = try workspace()
    let change = reading(.same)
    let first = try workspace.scored("b", change)
    try workspace.bring("记录", ["A,2025-04-01,,,,5"], name: "记录二")
    #expect(try workspace.scored("b", change).record.key == first.record.key)
    _ = try workspace.scored("a")
    let session = try workspace.session()
    #expect(try session.changedInputs(of: first, asToScheme: false) == [.runs(scheme: "a")])
    let second = try workspace.scored("b", change)
    #expect(second.numbers("A") == [55] && second.record.key != first.record.key)
    #expect(first.numbers("A") == [50])
    let kept = try #require(try session.database.run(key: first.record.key))
    #expect(kept.input.measures["数"]?.value.first == 50)
  }

  /// 外科 is not graded: its score enters nothing, although its node has a value.
  @Test func onlyGradedUnitsGiveAScore() throws {
    let workspace = try workspace(scored: [])
    try workspace.scheme(
      "a", tail: "facts: {多: {measure: 数, at_most: 55}}\neligible: [{fact: 多}]")
    _ = try workspace.scored("a")
    #expect(try workspace.scored("b", reading(.same)).numbers("A", "B")[0] == 50)
    #expect(try workspace.scored("b", reading(.same)).numbers("B")[0].isNaN)
  }

  /// The points of the node that is read are what the measure can be (R2).
  @Test func theRangeIsThatOfTheNodesPoints() throws {
    let workspace = try workspace(scored: [])
    try workspace.write(
      "datasets/s/schemes/a.yaml",
      """
      scheme: a
      title: 样例
      version: "1"
      units: {kind: 科室}
      measures: {数: {table: 记录, value: 得分, take: sum, range: [0, 1000]}}
      nodes:
        - {id: 总分, of: sum, children: [{id: x, points: 30, measure: 数, steps: [{proportional: {full: 60}}]}]}
      rank: {node: 总分}

      """)
    let change = reading(.same)
    let loaded = try workspace.loaded("b", change)
    #expect(loaded.scheme.measures[0].range == 0...30)
    #expect(loaded.upstreamNodes["数"] == UpstreamNode(isScore: true, points: 30))
    #expect(try workspace.loaded("b", reading(.same, take: .sum)).scheme.measures[0].range == nil)
    _ = try workspace.scored("a")
    #expect(try workspace.scored(loaded).numbers("A", "B") == [25, 30])
  }

  @Test func whatDoesNotExistOrReadsBackIsAFinding() throws {
    func codes(_ change: @escaping (inout Scheme) -> Void) throws -> [String] {
      let workspace = try workspace(scored: [])
      #expect(throws: LoadingTrouble.self) { try workspace.loaded("b", change) }
      return workspace.log.problems.map(\.code)
    }
    #expect(try codes(reading(.same, node: "总")) == ["upstream-node-unknown"])
    #expect(
      try codes {
        $0.read(.scheme(SchemeReference(scheme: "c", node: "总分", period: .same)))
      } == ["upstream-scheme-unknown"])
    #expect(
      try codes {
        $0.read(.scheme(SchemeReference(scheme: "b", node: "总分", period: .last(2))))
      } == ["upstream-cycle"])
  }
}
