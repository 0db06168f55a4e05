/// Direct standardisation: what a unit's mean or share would be if its answers were mixed as a standard is, such as
/// inpatients to outpatients (Breslow & Day, Statistical Methods in Cancer Research II, 1987, chapter 2).
package enum Standardised: Sendable, Equatable {
  /// - degreesOfFreedom: Satterthwaite's; nil for shares.
  case value(estimate: Double, variance: Double, interval: ConfidenceInterval, degreesOfFreedom: Double?)
  /// Strata that weigh something and have too few answers (under two for a mean, none for a share): nothing is computed.
  case empty(strata: [Int])
}

/// Σwₕx̄ₕ with the variance Σwₕ²sₕ² ÷ nₕ and a t interval with Satterthwaite's degrees of freedom.
/// - Parameter weights: the standard's shares, in any unit; a stratum of weight 0 is passed over.
/// - Returns: nil unless there is one weight for each stratum, none negative, and one over 0.
package func standardisedMean(
  _ strata: [SampleSummary], weights: [Double], level: Double = 0.95
) -> Standardised? {
  guard let weights = sharesOfWeight(weights, strata.count), level > 0, level < 1 else { return nil }
  let used = strata.indices.filter { weights[$0] > 0 }
  let short = used.filter { strata[$0].count < 2 || !(strata[$0].deviation >= 0) }
  guard short.isEmpty else { return .empty(strata: short) }
  let estimate = used.reduce(0) { $0 + weights[$1] * strata[$1].mean }
  let parts = used.map { index in
    weights[index] * weights[index] * strata[index].deviation * strata[index].deviation / Double(strata[index].count)
  }
  let variance = parts.reduce(0, +)
  guard estimate.isFinite, variance.isFinite else { return nil }
  // All answers of each stratum alike: as with a plain mean, the interval is a point.
  let freedom = variance > 0 ? satterthwaite(parts, used.map { strata[$0].count }) : .infinity
  let reach =
    variance > 0 ? studentQuantile(0.5 + level / 2, degreesOfFreedom: freedom) * variance.squareRoot() : 0
  return .value(
    estimate: estimate, variance: variance,
    interval: ConfidenceInterval(lower: estimate - reach, upper: estimate + reach), degreesOfFreedom: freedom)
}

/// Σwₕpₕ with the variance Σwₕ²pₕqₕ ÷ nₕ. The interval adds the squares of the distances to Wilson's limits of the strata
/// (Zou & Donner, Statistics in Medicine 27, 2008; of two strata it is Newcombe's method 10), since the variance is 0 where
/// all answers are alike.
/// - Parameter weights: as of `standardisedMean`.
package func standardisedShare(_ strata: [Share], weights: [Double], level: Double = 0.95) -> Standardised? {
  guard let weights = sharesOfWeight(weights, strata.count), level > 0, level < 1 else { return nil }
  let used = strata.indices.filter { weights[$0] > 0 }
  let limits = strata.map { wilsonInterval(successes: $0.successes, of: $0.count, level: level) }
  let short = used.filter { limits[$0] == nil }
  guard short.isEmpty else { return .empty(strata: short) }
  var (estimate, variance, down, up) = (0.0, 0.0, 0.0, 0.0)
  for index in used {
    guard let limit = limits[index] else { continue }
    let (share, square) = (strata[index].value, weights[index] * weights[index])
    estimate += weights[index] * share
    variance += square * share * (1 - share) / strata[index].count
    down += square * (share - limit.lower) * (share - limit.lower)
    up += square * (limit.upper - share) * (limit.upper - share)
  }
  return .value(
    estimate: estimate, variance: variance,
    interval: ConfidenceInterval(lower: estimate - down.squareRoot(), upper: estimate + up.squareRoot()),
    degreesOfFreedom: nil)
}

/// The difference of two standardised values of one kind, second − first: means by t with the degrees of freedom of both
/// variances together, shares by adding squares of distances to the limits. The p-value of shares is that of the error which
/// the limit on the side of 0 implies (Altman & Bland, BMJ 343, 2011: d2304), since the variance is 0 where all answers are
/// alike.
/// - Parameter level: that of both values.
/// - Returns: nil if one of them has no value, if one is of means and the other of shares, or for means without any spread.
package func standardisedDifference(
  from first: Standardised, to second: Standardised, level: Double = 0.95
) -> Difference? {
  guard case .value(let before, let firstVariance, let firstLimits, let firstFreedom) = first,
    case .value(let after, let secondVariance, let secondLimits, let secondFreedom) = second, level > 0, level < 1
  else { return nil }
  let (estimate, variance) = (after - before, firstVariance + secondVariance)
  if firstFreedom == nil, secondFreedom == nil {
    func reach(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let limits = ConfidenceInterval(
      lower: estimate - reach(after - secondLimits.lower, firstLimits.upper - before),
      upper: estimate + reach(secondLimits.upper - after, before - firstLimits.lower))
    let error = (estimate > 0 ? estimate - limits.lower : limits.upper - estimate) / normalQuantile(0.5 + level / 2)
    return Difference(estimate: estimate, interval: limits, p: NormalDistribution.twoSided(estimate / error))
  }
  // A part without variance adds none to the denominator.
  let parts = [(firstVariance, firstFreedom), (secondVariance, secondFreedom)].filter { $0.0 > 0 }
  guard parts.allSatisfy({ $0.1 != nil }) else { return nil }
  let denominator = parts.reduce(0) { $0 + $1.0 / variance * ($1.0 / variance) / ($1.1 ?? 1) }
  return studentDifference(estimate, variance: variance, degreesOfFreedom: 1 / denominator, level: level)
}

private func sharesOfWeight(_ weights: [Double], _ count: Int) -> [Double]? {
  let sum = weights.reduce(0, +)
  guard weights.count == count, weights.allSatisfy({ $0 >= 0 }), sum > 0, sum.isFinite else { return nil }
  return weights.map { $0 / sum }
}
