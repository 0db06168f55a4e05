import Testing

@testable import Statistics

@Suite struct StandardisedTests {
  let first = [
    SampleSummary(mean: 80, deviation: 10, count: 25), SampleSummary(mean: 60, deviation: 20, count: 100),
  ]
  let second = [
    SampleSummary(mean: 82, deviation: 8, count: 16), SampleSummary(mean: 66, deviation: 15, count: 25),
  ]

  /// ½·80 + ½·60 = 70; ¼·100/25 + ¼·400/100 = 2; ν = 2² ÷ (1/24 + 1/99) = 77.2683; t by scipy.
  @Test func aMeanByHand() throws {
    let found = standardisedMean(first, weights: [30, 30])
    guard case .value(let estimate, let variance, let interval, let freedom) = try #require(found) else {
      Issue.record("no value"); return
    }
    #expect(estimate == 70 && variance == 2)
    #expect(abs(try #require(freedom) - 77.26829268292683) < 1e-11)
    #expect(abs(interval.lower - 67.18409706320536) < 1e-10)
    #expect(abs(interval.upper - 72.81590293679464) < 1e-10)
  }

  /// 74 − 70 = 4; variances 2 and ¼·64/16 + ¼·225/25 = 3.25.
  @Test func aDifferenceOfMeans() throws {
    let (a, b) = (
      try #require(standardisedMean(first, weights: [1, 1])), try #require(standardisedMean(second, weights: [1, 1]))
    )
    let difference = try #require(standardisedDifference(from: a, to: b))
    #expect(difference.estimate == 4)
    // ν = 5.25² ÷ (1/24 + 1/99 + 1/15 + 2.25²/24) = 83.682, and p by scipy.
    let freedom = 5.25 * 5.25 / (1.0 / 24 + 1.0 / 99 + 1.0 / 15 + 2.25 * 2.25 / 24)
    #expect(abs(try #require(difference.degreesOfFreedom) - freedom) < 1e-10)
    #expect(!difference.isTold)
    #expect(abs(difference.p - 0.08452583814530025) < 1e-12)
  }

  /// ½·0.8 + ½·0.3 = 0.55; ¼·(0.8·0.2 + 0.3·0.7) ÷ 10 = 0.00925; limits from scipy's Wilson limits by hand.
  @Test func aShareByHand() throws {
    let found = standardisedShare([Share(successes: 8, of: 10), Share(successes: 3, of: 10)], weights: [0.5, 0.5])
    guard case .value(let estimate, let variance, let interval, let freedom) = try #require(found) else {
      Issue.record("no value"); return
    }
    #expect(abs(estimate - 0.55) < 1e-15 && abs(variance - 0.00925) < 1e-15 && freedom == nil)
    #expect(abs(interval.lower - 0.36769291639546864) < 1e-12)
    #expect(abs(interval.upper - 0.7176927976754232) < 1e-12)
  }

  /// Of one stratum it is Newcombe's method 10 again.
  @Test func oneStratumIsNewcombe() throws {
    let (a, b) = (Share(successes: 48, of: 80), Share(successes: 56, of: 70))
    let plain = try #require(newcombeDifference(from: a, to: b))
    let (x, y) = (
      try #require(standardisedShare([a], weights: [2])), try #require(standardisedShare([b], weights: [2]))
    )
    let difference = try #require(standardisedDifference(from: x, to: y))
    #expect(abs(difference.interval.lower - plain.interval.lower) < 1e-15)
    #expect(abs(difference.interval.upper - plain.interval.upper) < 1e-15)
    // 0.2 ÷ ((0.2 − 0.052431…) ÷ 1.959964) = 2.6563…, and P(|Z| > 2.6563) = 0.0079.
    #expect(abs(difference.p - 0.0079) < 0.00005)
  }

  /// All against none: no variance, and yet no certainty. The interval and p agree.
  @Test func allAgainstNone() throws {
    let (none, all) = (
      try #require(standardisedShare([Share(successes: 0, of: 4)], weights: [1])),
      try #require(standardisedShare([Share(successes: 4, of: 4)], weights: [1]))
    )
    let difference = try #require(standardisedDifference(from: none, to: all))
    #expect(difference.p > 0 && difference.p < 0.05 && difference.isTold)
    let same = try #require(standardisedDifference(from: all, to: all))
    #expect(same.p == 1 && !same.isTold)
  }

  /// Means without any spread have a point for an interval, and no difference.
  @Test func allAlike() throws {
    let alike = try #require(
      standardisedMean([SampleSummary(of: [5, 5]), SampleSummary(of: [3, 3])], weights: [1, 1]))
    guard case .value(let estimate, let variance, let interval, _) = alike else {
      Issue.record("no value")
      return
    }
    #expect(estimate == 4 && variance == 0 && interval == ConfidenceInterval(lower: 4, upper: 4))
    #expect(standardisedDifference(from: alike, to: alike) == nil)
    let spread = try #require(standardisedMean(first, weights: [1, 1]))
    #expect(abs(try #require(standardisedDifference(from: alike, to: spread)).estimate - 66) < 1e-12)
  }

  @Test func emptyStrataAreNamed() {
    let gap = [SampleSummary(of: [3, 4, 5]), SampleSummary(of: [7]), SampleSummary(of: [.nan])]
    #expect(standardisedMean(gap, weights: [1, 1, 1]) == .empty(strata: [1, 2]))
    // What weighs nothing is not needed.
    #expect(standardisedMean(gap, weights: [1, 0, 0]) != .empty(strata: [1, 2]))
    #expect(standardisedShare([Share(successes: 0, of: 0)], weights: [1]) == .empty(strata: [0]))
    #expect(standardisedMean([], weights: []) == nil)
    #expect(standardisedMean(first, weights: [1]) == nil)
    #expect(standardisedMean(first, weights: [1, -1]) == nil)
    #expect(standardisedMean(first, weights: [.nan, 1]) == nil)
    #expect(standardisedDifference(from: .empty(strata: [0]), to: .empty(strata: [0])) == nil)
  }
}
