/// Shares of many units beside what chance allows around one target (Spiegelhalter, Statistics in Medicine 24, 2005,
/// 1185–1202). It says who is worth a look, and ranks nobody.
package struct Funnel: Sendable, Equatable {
  package enum Limits: Sendable, Equatable {
    /// Of the binomial distribution: outside of them lies at most (1 − level) ÷ 2 on each side.
    case exact(ConfidenceInterval)
    /// target ± z·√(φ·pq ÷ n), for units that differ by more than chance in counting explains.
    case widened(ConfidenceInterval)

    package var interval: ConfidenceInterval {
      switch self {
      case .exact(let interval), .widened(let interval): interval
      }
    }
  }

  package let target: Double
  /// φ ≥ 1: the mean of z² with the outer tenths moved in; nil under 20 units, where it is too unsure to be used.
  package let dispersion: Double?
  /// nil where a unit has no answers.
  package let limits: [Limits?]
  package static let fewestUnits = 20

  /// Limits are exact unless the dispersion is over 1 and the normal approximation holds (n·p and n·q at least 5).
  /// - Parameters:
  ///   - shares: one a unit.
  ///   - target: what all are compared with, from 0 to 1; nil: the share of all together.
  /// - Returns: nil without answers, or if counts make no share.
  package init?(_ shares: [Share], target: Double? = nil, level: Double = 0.95) {
    let present = shares.indices.filter { shares[$0].count > 0 }
    let total = present.reduce(0) { $0 + shares[$1].count }
    guard total > 0, total < 0x1p50, present.allSatisfy({ (0...1).contains(shares[$0].value) }), level > 0, level < 1
    else {
      return nil
    }
    let centre = target ?? present.reduce(0) { $0 + shares[$1].successes } / total
    guard centre >= 0, centre <= 1 else { return nil }
    var dispersion: Double?
    if present.count >= Self.fewestUnits, centre > 0, centre < 1 {
      dispersion = Self.dispersion(
        present.map { (shares[$0].value - centre) / (centre * (1 - centre) / shares[$0].count).squareRoot() })
    }
    let z = normalQuantile(0.5 + level / 2)
    limits = shares.map { share in
      guard share.count > 0 else { return nil }
      let isNormal = share.count * min(centre, 1 - centre) >= 5
      guard let dispersion, dispersion > 1, isNormal else {
        return .exact(Self.exactLimits(target: centre, n: Int(share.count.rounded()), level: level))
      }
      let reach = z * (dispersion * centre * (1 - centre) / share.count).squareRoot()
      return .widened(ConfidenceInterval(lower: max(0, centre - reach), upper: min(1, centre + reach)))
    }
    self.target = centre
    self.dispersion = dispersion
  }

  /// The least and the greatest share that is not yet in a tail of (1 − level) ÷ 2. O(log n).
  package static func exactLimits(target: Double, n: Int, level: Double = 0.95) -> ConfidenceInterval {
    let half = (1 - level) / 2
    let distribution = BinomialDistribution(trials: n, chance: target)
    let mirror = BinomialDistribution(trials: n, chance: 1 - target)
    // The least k with P(X ≤ k) > half, seen from both ends.
    func least(_ distribution: BinomialDistribution) -> Double {
      var (low, high) = (-1, n)
      while high - low > 1 {
        let middle = low + (high - low) / 2
        if distribution.atMost(middle) > half { high = middle } else { low = middle }
      }
      return Double(high)
    }
    return ConfidenceInterval(
      lower: least(distribution) / Double(n), upper: (Double(n) - least(mirror)) / Double(n))
  }

  /// Spiegelhalter 2005, 3.2: a tenth at each end takes the value next to it, so that real outliers do not hide
  /// themselves.
  private static func dispersion(_ scores: [Double]) -> Double {
    let sorted = scores.sorted()
    let tenth = sorted.count / 10
    let (low, high) = (sorted[tenth], sorted[sorted.count - 1 - tenth])
    let sum = scores.reduce(0) { sum, score in
      let moved = min(max(score, low), high)
      return sum + moved * moved
    }
    return max(1, sum / Double(scores.count))
  }
}
