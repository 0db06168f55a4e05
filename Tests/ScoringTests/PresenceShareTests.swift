import Schemes
import Testing

@testable import Scoring

@Suite struct PresenceShareTests {
  private func scheme(_ isNonZero: Bool, _ bound: Double, change: (inout Scheme) -> Void = { _ in }) -> Scheme {
    ScoringTests.scheme(
      parent("all", .none, .mean, ["a", "b", "c"].map { leaf($0, .weight(1)) })
    ) {
      $0.addFact("f", .presenceShare(node: "all", isNonZero: isNonZero, Comparison(.atLeast, bound)))
      change(&$0)
    }
  }

  /// D0 has 2 of 3; D1 has 2 of the 2 that concern it; D2 nothing; to D3 nothing applies, which is no share at all.
  private let measures = [
    "a": column([1, 0, nil, nil]).marking([3], as: .notApplicable),
    "b": column([0, 0, nil, nil]).marking([3], as: .notApplicable),
    "c": column([nil, nil, nil, nil]).marking([1, 3], as: .notApplicable),
  ]

  @Test func ofTheLeavesThatConcernTheUnit() {
    func facts(_ bound: Double) -> [Double]? { score(scheme(false, bound), input(measures)).facts["f"] }
    #expect(facts(2.0 / 3) == [1, 1, 0, 0])
    #expect(facts(0.67) == [0, 1, 0, 0])
    #expect(facts(0) == [1, 1, 1, 0])
  }

  /// Of values that are there: D0 one of two, D1 none of two, the others have none to be 0.
  @Test func notZero() {
    func facts(_ bound: Double) -> [Double]? { score(scheme(true, bound), input(measures)).facts["f"] }
    #expect(facts(0.5) == [1, 0, 0, 0])
    #expect(facts(0.51) == [0, 0, 0, 0])
    #expect(facts(0) == [1, 1, 0, 0])
  }

  /// Of a year, what either half has.
  @Test func eitherHalf() {
    let year = scheme(false, 0.6) {
      $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: nowhere)
    }
    let halves = [
      ["a": column([1, 1]), "b": column([nil, nil]), "c": column([nil, nil])],
      ["a": column([nil, 1]), "b": column([2, nil]), "c": column([nil, nil])],
    ]
    #expect(score(year, input([:], period: period("2025"), halves: halves)).facts["f"] == [1, 0])
  }
}
