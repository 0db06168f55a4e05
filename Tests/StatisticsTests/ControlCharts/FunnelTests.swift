import Testing

@testable import Statistics

@Suite struct FunnelTests {
  @Test func nothing() {
    #expect(Funnel([]) == nil)
    #expect(Funnel([Share(successes: 0, of: 0)]) == nil)
    #expect(Funnel([Share(successes: 3, of: 2)]) == nil)
    #expect(Funnel([Share(successes: 1, of: 2)], target: 1.5) == nil)
  }

  /// The least and the greatest count not in a tail of 2.5 %, by scipy's binomial tails: 41–49 of 50 at 0.9, 28–30 of 30 at
  /// 0.98, 2–8 of 10 at 0.5.
  @Test(arguments: [(0.9, 50, 41, 49), (0.98, 30, 28, 30), (0.5, 10, 2, 8)] as [(Double, Int, Double, Double)])
  func exact(target: Double, n: Int, lower: Double, upper: Double) {
    let limits = Funnel.exactLimits(target: target, n: n)
    #expect(limits == ConfidenceInterval(lower: lower / Double(n), upper: upper / Double(n)))
  }

  /// Each tail has at most 2.5 %, and one more count would have more.
  @Test func tailsOfExactLimits() {
    for n in 1...40 {
      for target in [0.02, 0.3, 0.5, 0.95] {
        let limits = Funnel.exactLimits(target: target, n: n)
        let (low, high) = (
          Int((limits.lower * Double(n)).rounded()), Int((limits.upper * Double(n)).rounded())
        )
        let distribution = BinomialDistribution(trials: n, chance: target)
        #expect(distribution.atMost(low - 1) <= 0.025 && distribution.atMost(low) > 0.025)
        #expect(distribution.atLeast(high + 1) <= 0.025 && distribution.atLeast(high) > 0.025)
      }
    }
  }

  /// 0 % and 100 % leave nothing to chance.
  @Test func ends() throws {
    #expect(Funnel.exactLimits(target: 1, n: 9) == ConfidenceInterval(lower: 1, upper: 1))
    #expect(Funnel.exactLimits(target: 0, n: 9) == ConfidenceInterval(lower: 0, upper: 0))
    let all = try #require(Funnel(Array(repeating: Share(successes: 9, of: 9), count: 25)))
    #expect(all.target == 1 && all.dispersion == nil)
  }

  /// Half of 24 units at 40 of 100, half at 60: z = ±2 everywhere, φ = 4, so limits are 0.5 ± 1.96·√(4·0.25/100) = ± 0.196.
  @Test func widenedFromTwentyUnits() throws {
    let units = (0..<24).map { Share(successes: $0 % 2 == 0 ? 40 : 60, of: 100) }
    let funnel = try #require(Funnel(units))
    #expect(abs(try #require(funnel.dispersion) - 4) < 1e-12)
    guard case .widened(let limits) = try #require(funnel.limits[0]) else {
      Issue.record("not widened")
      return
    }
    #expect(abs(limits.lower - (0.5 - 0.1959963984540054)) < 1e-12)
    // Of 19 units it is too unsure.
    let few = try #require(Funnel(Array(units.prefix(19)), target: 0.5))
    #expect(few.dispersion == nil)
    guard case .exact = try #require(few.limits[0]) else {
      Issue.record("not exact")
      return
    }
  }

  /// Small units stay exact whatever the dispersion, and those without answers have no limits.
  @Test func smallUnits() throws {
    let units =
      (0..<24).map { Share(successes: $0 % 2 == 0 ? 40 : 60, of: 100) }
      + [Share(successes: 2, of: 5), Share(successes: 0, of: 0)]
    let funnel = try #require(Funnel(units, target: 0.5))
    #expect(funnel.limits[24] == .exact(Funnel.exactLimits(target: 0.5, n: 5)) && funnel.limits[25] == nil)
  }
}
