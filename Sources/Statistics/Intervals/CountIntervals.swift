/// The exact interval for the expected number behind a count (Garwood, Biometrika 28, 1936): χ²(α/2; 2k) ÷ 2 …
/// χ²(1 − α/2; 2k + 2) ÷ 2. Its coverage is never under `level`.
/// - Returns: nil for a negative count.
package func poissonInterval(count: Int, level: Double = 0.95) -> ConfidenceInterval? {
  guard count >= 0, level > 0, level < 1 else { return nil }
  let half = (1 - level) / 2
  let k = Double(count)
  return ConfidenceInterval(
    lower: count == 0 ? 0 : ChiSquareDistribution(degreesOfFreedom: 2 * k).quantile(half) / 2,
    upper: ChiSquareDistribution(degreesOfFreedom: 2 * k + 2).upperQuantile(half) / 2)
}

/// The exact interval for a share (Clopper & Pearson, Biometrika 26, 1934): quantiles of Beta(k, n − k + 1) and
/// Beta(k + 1, n − k). Its coverage is never under `level`.
/// - Returns: nil without observations, or if the counts make no share.
package func exactShareInterval(successes: Int, of n: Int, level: Double = 0.95) -> ConfidenceInterval? {
  guard n > 0, successes >= 0, successes <= n, level > 0, level < 1 else { return nil }
  let half = (1 - level) / 2
  let (k, rest) = (Double(successes), Double(n - successes))
  return ConfidenceInterval(
    lower: successes == 0 ? 0 : BetaDistribution(k, rest + 1).quantile(half),
    upper: successes == n ? 1 : BetaDistribution(k + 1, rest).upperQuantile(half))
}

/// Events counted over an exposure: months, people, cases.
package struct ExposedCount: Sendable, Equatable {
  package let events: Int
  /// Over 0, in one unit for all that are compared.
  package let exposure: Double

  package init(events: Int, exposure: Double) {
    self.events = events
    self.exposure = exposure
  }
}

/// What two counts say of their rates.
package enum CountComparison: Sendable, Equatable {
  /// Under five events in total: each is listed, and nothing is tested.
  case tooFew(events: Int)
  /// The second rate divided by the first; infinite where the first count is 0. p is two-sided.
  case ratio(estimate: Double, interval: ConfidenceInterval, p: Double)

  /// The fewest events in total that are tested.
  package static let fewest = 5
  /// More are no count of anything.
  static let most = 1 << 50
}

/// Two counts with exposures, exactly (Przyborowski & Wilenski, Biometrika 31, 1940): of all k₁ + k₂ events the second has
/// Bin(k₁ + k₂, π) with π = ρt₂ ÷ (t₁ + ρt₂), so that Clopper and Pearson's limits of π give those of the ratio of rates,
/// ρ = π ÷ (1 − π) · t₁ ÷ t₂. p doubles the smaller tail at ρ = 1, so that it is under α exactly where the interval leaves
/// out 1 (Fay, Biostatistics 11, 2010: the central test).
/// - Returns: nil for negative counts or exposures that are not over 0.
package func compareCounts(
  from first: ExposedCount, to second: ExposedCount, level: Double = 0.95
) -> CountComparison? {
  guard first.events >= 0, second.events >= 0, first.exposure > 0, second.exposure > 0, first.exposure.isFinite,
    second.exposure.isFinite, level > 0, level < 1, max(first.events, second.events) <= CountComparison.most
  else { return nil }
  let total = first.events + second.events
  guard total >= CountComparison.fewest,
    let limits = exactShareInterval(successes: second.events, of: total, level: level)
  else { return .tooFew(events: total) }
  let exposures = first.exposure / second.exposure
  func ratio(_ share: Double) -> Double { share >= 1 ? .infinity : share / (1 - share) * exposures }
  let equal = BinomialDistribution(trials: total, chance: second.exposure / (first.exposure + second.exposure))
  let p = min(1, 2 * min(equal.atMost(second.events), equal.atLeast(second.events)))
  return .ratio(
    estimate: ratio(Double(second.events) / Double(total)),
    interval: ConfidenceInterval(lower: ratio(limits.lower), upper: ratio(limits.upper)), p: p)
}
