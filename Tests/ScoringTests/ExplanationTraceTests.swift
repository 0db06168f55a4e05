import Schemes
import Testing

@testable import Scoring

/// What `explain` derives from a sheet and its input beside the trace: decisions as they were judged, whom a step compared
/// with, and the centres of k-means.
@Suite struct ExplanationTraceTests {
  /// 8 is outside 0…5; the later of two decisions acts.
  @Test func everyDecisionHasAnOutcome() {
    let tested = scheme(parent("总分", .none, .sum, [leaf("a", .points(5)).open(), leaf("b", .points(5))]))
    let early = decision("a", "D0", .number(2), date: 20_250_701)
    let late = decision("a", "D0", .number(3), date: 20_250_702)
    let wide = decision("a", "D0", .number(8), date: 20_250_703)
    let closed = decision("b", "D0", .number(1), date: 20_250_704)
    let input = input(["a": column([1]), "b": column([1])]).deciding(early, late, wide, closed)
    let judged = judgedDecisions(tested, input, [])
    #expect(judged.count == 4)
    #expect(judged.filter { $0.outcome == .acting }.map(\.decision) == [late])
    func refused(_ decision: Decision) -> DecisionProblem? {
      for found in judged where found.decision == decision {
        if case .refused(let problem) = found.outcome { return problem }
      }
      return nil
    }
    #expect(refused(early) == .superseded(date: 20_250_701, by: 20_250_702))
    #expect(refused(wide) == .valueOutOfRange(value: 8, low: 0, high: 5))
    #expect(refused(closed) == .notOpen(target: "b"))
  }

  /// Of 1, 2, 3 and nobody's number: mean 2, standard deviation 1. The second step sees what the first gave.
  @Test func thePopulationOfAStep() throws {
    let standard = step(.zScore(to: Step.MeanAndDeviation(mean: 0, deviation: 1), over: nil))
    let node = leaf("x", .weight(1), step(.times(.number(2))), standard)
    let tested = scheme(node)
    let sheet = score(tested, input(["x": column([0.5, 1, nil, 1.5])]))
    let found = try #require(stepPopulation(of: node, step: 1, unit: 0, in: sheet, scheme: tested, frozen: [:]))
    #expect(found.values == [1, 2, 3] && found.mean == 2 && found.deviation == 1)
    #expect(found.least == 1 && found.greatest == 3 && found.group.isEmpty && found.frozen == nil)
    #expect(stepPopulation(of: node, step: 0, unit: 0, in: sheet, scheme: tested, frozen: [:]) == nil)
  }

  /// 1 and 1.2, 5 and 5.2: the centres lie between.
  @Test func theCentresOfClusters() throws {
    let tested = scheme(leaf("总分", .weight(1))) {
      $0.addRanking("总分")
      $0.grading = Grading(
        bands: [],
        clusters: ClusterGrading(node: "总分", per: nil, k: 2, strictRadius: nil, names: ["低", "高"], place: nowhere),
        onlyYear: false, place: nowhere)
    }
    let sheet = score(tested, input(["总分": column([1, 5, nil, 1.2, 5.2])]))
    let found = try #require(clusterTrace(unit: 1, in: sheet, scheme: tested))
    #expect(near(found.centres, [1.1, 5.1]) && found.place == 1 && found.units == 4 && found.group == nil)
    #expect(clusterTrace(unit: 2, in: sheet, scheme: tested) == nil)
  }

  /// Of 0, 0, 2, 4, 4 in two bins the medians are 0 and 4: 2 is equally near both, and the lower one takes it. With equal
  /// values all centres are one.
  @Test func centresThatAreEquallyNear() throws {
    func traced(_ values: [Double?], _ unit: Int) throws -> ClusterTrace {
      let tested = scheme(leaf("总分", .weight(1))) {
        $0.addRanking("总分")
        $0.grading = Grading(
          bands: [],
          clusters: ClusterGrading(node: "总分", per: nil, k: 2, strictRadius: 1, names: ["低", "高"], place: nowhere),
          onlyYear: false, place: nowhere)
      }
      return try #require(clusterTrace(unit: unit, in: score(tested, input(["总分": column(values)])), scheme: tested))
    }
    let same = try traced([3, 3, 3], 1)
    #expect(same.centres == [3, 3] && same.place == 0 && same.equallyNear == [1])
    #expect(try traced([1, 1, 5, 5], 0).equallyNear.isEmpty)
  }

  /// `zero` is inherited by leaves; without points, or on a parent, it cannot act (R7).
  @Test func whatIsInherited() {
    let tested = scheme(
      parent("总分", .none, .mean, [leaf("a", .weight(1)), leaf("b", .weight(1)).with { $0.missing = .propagate }])
    ) { $0.defaults.leavesMissing = .zero }
    let rules = ResolvedRules(tested)
    #expect(rules.missing("a") == .zero && rules.missing("b") == .propagate && rules.missing("总分") == .renormalise)
    #expect(rules.isZeroWithoutEffect("a") && !rules.isZeroWithoutEffect("b"))
  }
}
