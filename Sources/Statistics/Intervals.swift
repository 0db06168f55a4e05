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
/// 857–872): (2np + z² ± z√(z² + 4npq)) ÷ 2(n + z²).
/// - Returns: nil without observations, or if the counts make no share.
package func wilsonInterval(successes: Double, of n: Double, level: Double = 0.95) -> ConfidenceInterval? {
  guard n > 0, successes >= 0, successes <= n, level > 0, level < 1 else { return nil }
  let z = normalQuantile(0.5 + level / 2)
  let share = successes / n
  let centre = 2 * successes + z * z
  let reach = z * (z * z + 4 * successes * (1 - share)).squareRoot()
  let width = 2 * (n + z * z)
  return ConfidenceInterval(
    lower: successes == 0 ? 0 : (centre - reach) / width, upper: successes == n ? 1 : (centre + reach) / width)
}

/// Student's interval for a mean: x̄ ± t(n − 1)·s ÷ √n.
/// - Returns: nil under two values.
package func meanInterval(mean: Double, deviation: Double, n: Int, level: Double = 0.95) -> ConfidenceInterval? {
  guard n >= 2, mean.isFinite, deviation.isFinite, deviation >= 0, level > 0, level < 1 else { return nil }
  let reach =
    studentQuantile(0.5 + level / 2, degreesOfFreedom: Double(n - 1)) * deviation / Double(n).squareRoot()
  return ConfidenceInterval(lower: mean - reach, upper: mean + reach)
}
