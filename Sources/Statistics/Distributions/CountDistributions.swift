/// The number of successes in n trials of chance p. Tails by the incomplete beta function (Abramowitz & Stegun 26.5.24).
package struct BinomialDistribution: Sendable {
  package let trials: Int
  package let chance: Double

  /// - Parameters:
  ///   - trials: n ≥ 0.
  ///   - chance: p from 0 to 1.
  package init(trials: Int, chance: Double) {
    self.trials = trials
    self.chance = chance
  }

  /// P(X = k).
  package func probability(_ k: Int) -> Double {
    k < 0 || k > trials ? 0 : binomialTerm(Double(k), of: Double(trials), chance, 1 - chance)
  }

  /// P(X ≤ k).
  package func atMost(_ k: Int) -> Double {
    if k < 0 { return 0 }
    if k >= trials { return 1 }
    return regularisedBeta(chance, complement: 1 - chance, Double(k + 1), Double(trials - k)).upper
  }

  /// P(X ≥ k).
  package func atLeast(_ k: Int) -> Double {
    if k <= 0 { return 1 }
    if k > trials { return 0 }
    return regularisedBeta(chance, complement: 1 - chance, Double(k), Double(trials - k + 1)).lower
  }

  /// The least k with P(X ≤ k) ≥ p. O(log n) tails.
  package func quantile(_ p: Double) -> Int {
    var (low, high) = (-1, trials)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if atMost(middle) >= p { high = middle } else { low = middle }
    }
    return high
  }
}

/// The number of events where λ are expected. Tails by the incomplete gamma function (Abramowitz & Stegun 26.4.21).
package struct PoissonDistribution: Sendable {
  package let rate: Double

  /// - Parameter rate: λ ≥ 0.
  package init(rate: Double) { self.rate = rate }

  /// P(X = k).
  package func probability(_ k: Int) -> Double { k < 0 ? 0 : poissonTerm(Double(k), rate) }

  /// P(X ≤ k).
  package func atMost(_ k: Int) -> Double { k < 0 ? 0 : regularisedGamma(Double(k + 1), rate).upper }

  /// P(X ≥ k).
  package func atLeast(_ k: Int) -> Double { k <= 0 ? 1 : regularisedGamma(Double(k), rate).lower }
}
