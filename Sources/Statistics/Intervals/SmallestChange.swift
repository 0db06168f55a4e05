/// The smallest detectable change of a mean: (z(level) + z(power))·√(s₁² ÷ n₁ + s₂² ÷ n₂).
///
/// With the power ½ that is left out of the name it is the half-width of the interval of a difference: a true change of
/// this size is told in half of all comparisons. Who wants it told four times in five (power 0.8) needs 1.43 times as much
/// (Bland, An Introduction to Medical Statistics, 4th edition, 2015, chapter 18).
/// - Returns: nil without answers or deviations.
package func smallestDetectableChange(
  deviations: (Double, Double), counts: (Int, Int), level: Double = 0.95, power: Double = 0.5
) -> Double? {
  guard counts.0 > 0, counts.1 > 0, deviations.0 >= 0, deviations.1 >= 0, level > 0, level < 1, power > 0, power < 1
  else { return nil }
  let variance =
    deviations.0 * deviations.0 / Double(counts.0) + deviations.1 * deviations.1 / Double(counts.1)
  return (normalQuantile(0.5 + level / 2) + normalQuantile(power)) * variance.squareRoot()
}

/// How far two rounds of k visits may lie apart by the assessors alone: z·√2·s ÷ √k, with s the pooled deviation of an
/// assessor's score of a department (Bland & Altman, The Lancet 327, 1986: repeatability).
/// - Returns: nil without visits or deviation.
package func assessorAllowance(deviation: Double, visits: Int, level: Double = 0.95) -> Double? {
  smallestDetectableChange(deviations: (deviation, deviation), counts: (visits, visits), level: level)
}
