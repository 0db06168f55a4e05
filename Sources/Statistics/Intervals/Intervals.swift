/// A confidence interval: lower and upper limit.
package struct ConfidenceInterval: Sendable, Equatable {
  package let lower: Double
  package let upper: Double
  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}

/// Wilson's score interval for a share (Wilson, JASA 22, 1927; method 3 of Newcombe, Statistics in Medicine 17, 1998,
/// 857–872): (2np + z² ± z√(z² + 4npq)) ÷ 2(n + z²). Its coverage is that of `level` on average only; docs/statistics.md
/// has the numbers.
/// - Parameter population: with a finite one n is its effective size.
/// - Returns: nil without observations, or if the counts make no share.
package func wilsonInterval(
  successes: Double, of n: Double, level: Double = 0.95, population: SampledPopulation = .unlimited
) -> ConfidenceInterval? {
  guard n > 0, n.isFinite, successes >= 0, successes <= n, level > 0, level < 1 else { return nil }
  guard let size = population.effectiveSize(n: n) else { return nil }
  let share = successes / n
  if size == .infinity { return ConfidenceInterval(lower: share, upper: share) }
  return wilson(successes: share * size, of: size, share: share, level)
}

private func wilson(successes: Double, of n: Double, share: Double, _ level: Double) -> ConfidenceInterval {
  let z = normalQuantile(0.5 + level / 2)
  let centre = 2 * successes + z * z
  let reach = z * (z * z + 4 * successes * (1 - share)).squareRoot()
  let width = 2 * (n + z * z)
  return ConfidenceInterval(
    lower: share == 0 ? 0 : (centre - reach) / width, upper: share == 1 ? 1 : (centre + reach) / width)
}

/// Student's interval for a mean (Student, Biometrika 6, 1908): x̄ ± t(n − 1)·s ÷ √n.
/// - Parameter population: with a finite one the variance is smaller by the share that answered.
/// - Returns: nil under two values.
package func meanInterval(
  mean: Double, deviation: Double, n: Int, level: Double = 0.95, population: SampledPopulation = .unlimited
) -> ConfidenceInterval? {
  guard n >= 2, mean.isFinite, deviation.isFinite, deviation >= 0, level > 0, level < 1 else { return nil }
  guard let correction = population.correction(n: n) else { return nil }
  let reach =
    studentQuantile(0.5 + level / 2, degreesOfFreedom: Double(n - 1)) * deviation
    * (correction / Double(n)).squareRoot()
  return ConfidenceInterval(lower: mean - reach, upper: mean + reach)
}
