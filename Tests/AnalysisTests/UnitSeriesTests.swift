import Schemes
import Scoring
import Testing

@testable import Analysis

@Suite struct UnitSeriesTests {
  private func result(
    _ name: String, _ values: [Double?], codes: [String], rules: String = "v1", tables: [String: String] = [:]
  ) throws -> PeriodResult {
    let scheme = try scheme(ScoreChangeTests.text)
    let none = values.map { _ in Double?.some(0) }
    let sheet = score(
      scheme,
      input(["a": column(values), "b": column(none), "c": column(none)], period: period(name), codes: codes))
    return PeriodResult(
      period: period(name), sheet: sheet, scheme: scheme,
      basis: RunBasis(rules: rules, engine: "1", minimumCell: 5, tables: tables, questionnaires: ["问卷"]))
  }

  private func steps(_ series: UnitSeries) -> [String] {
    series.steps.map { "\($0.kind) \($0.from)→\($0.to) \($0.change.map { "\($0)" } ?? "\($0.breaks)")" }
  }

  @Test func firstHalfWithFirstHalf() throws {
    let results = try [
      result("2025H1", [10], codes: ["K"]), result("2025H2", [14], codes: ["K"]), result("2026H1", [13], codes: ["K"]),
    ]
    let series = UnitSeries(of: results[2].sheet.units[0], over: results, heirs: { [$0] })
    #expect(series.points.map(\.score) == [10, 14, 13])
    #expect(
      steps(series) == [
        "sameOfLastYear 2025H1→2026H1 3.0", "previous 2025H2→2026H1 -1.0", "previous 2025H1→2025H2 4.0",
      ])
    // No interval, no verdict.
    #expect(series.steps.allSatisfy { $0.verdict == nil })
  }

  @Test func threeSentences() throws {
    let results = try [result("2025H1", [10], codes: ["K"]), result("2026H1", [13], codes: ["K"])]
    for (interval, expected) in [
      (0.5...5.5, UnitSeries.Verdict.rose), (-1...7, .indistinct), (-9 ... -1, .fell), (0...3, .indistinct),
    ] {
      let series = UnitSeries(
        of: results[1].sheet.units[0], over: results, heirs: { [$0] }, interval: { _, _, _ in interval })
      #expect(series.steps.map(\.verdict) == [expected])
    }
  }

  /// Across another version of the scheme, and another questionnaire, nothing is subtracted.
  @Test func breaksAreNotCrossed() throws {
    let results = try [
      result("2025H1", [10], codes: ["K"], tables: ["问卷": "x"]),
      result("2025H2", [14], codes: ["K"], tables: ["问卷": "y"]),
      result("2026H1", [13], codes: ["K"], rules: "v2", tables: ["问卷": "y"]),
    ]
    let series = UnitSeries(of: results[2].sheet.units[0], over: results, heirs: { [$0] })
    #expect(series.steps.allSatisfy { $0.change == nil })
    #expect(
      series.steps.map(\.breaks) == [[.scheme, .questionnaire(table: "问卷")], [.scheme], [.questionnaire(table: "问卷")]])
  }

  @Test func renamedAndMerged() throws {
    let heirs = ["旧": ["旧", "新"], "甲": ["甲", "合"], "乙": ["乙", "合"]]
    let results = try [
      result("2025H1", [10, 8, 12], codes: ["旧", "甲", "乙"]), result("2025H2", [11, 11], codes: ["新", "合"]),
    ]
    let own = results[1].sheet.units.map { unit in
      UnitSeries(of: unit, over: results, heirs: { heirs[$0] ?? [$0] })
    }
    #expect(own[0].points[0].history == .renamed(from: "旧"))
    #expect(own[1].points[0].history == .merged(from: ["甲", "乙"]))
    #expect(own.map { $0.points[0].score } == [10, 10])
    #expect(own[1].points[0].rank == nil && own[0].points[0].rank == 2)
    #expect(own.map { $0.steps.map(\.change) } == [[1], [1]])
    let new = UnitSeries(of: ScoredUnit(code: "另", name: "另"), over: results, heirs: { [$0] })
    #expect(new.points.allSatisfy { $0.history == .new && $0.score.isNaN })
    #expect(new.steps.allSatisfy { $0.change == nil && $0.breaks.isEmpty })
  }

  @Test func scalesOfOnePeriodAreABreak() throws {
    let relative = try scheme(
      """
      measures: {a: {table: t, value: a, take: mean}}
      nodes: {id: 总分, of: mean, children: [{id: A, weight: 1, measure: a, steps: [{minmax: {to: [0, 100]}}]}]}
      rank: {node: 总分}
      """)
    #expect(relative.nodesOnRelativeScales == ["A"])
    let basis = RunBasis(rules: "1", engine: "1", minimumCell: 5)
    #expect(basis.breaks(to: basis, relative) == [.relativeScale(nodes: ["A"])])
    var other = basis
    (other.engine, other.minimumCell, other.frozen) = ("2", 6, ["2025H1": "x"])
    let absolute = try scheme(ScoreChangeTests.text)
    #expect(
      basis.breaks(to: other, absolute) == [
        .engine(before: "1", after: "2"), .frozenBounds(period: "2025H1"), .minimumCell(before: 5, after: 6),
      ])
  }
}
