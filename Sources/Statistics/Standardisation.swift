/// What a column is standardised with: its mean and sample standard deviation over a population.
package struct Standardisation: Sendable, Equatable {
  package let mean: Double
  package let deviation: Double
  /// How many values the two come from.
  package let count: Int

  /// - Parameter values: the population's column; NaN is missing.
  /// - Returns: nil under two values, or where all are equal but for rounding: max − min ≤ 1e-12·max(1, |max|).
  package init?(of values: [Double]) {
    var low = Double.infinity
    var high = -Double.infinity
    var count = 0
    for value in values where !value.isNaN {
      low = Swift.min(low, value)
      high = Swift.max(high, value)
      count += 1
    }
    guard count >= 2, high - low > 1e-12 * Swift.max(1, abs(high)) else { return nil }
    mean = Statistics.mean(values)
    deviation = sampleDeviation(values, around: mean)
    self.count = count
  }

  /// (x − mean) ÷ sd; NaN stays NaN. Values from outside the population may be given too.
  package func score(_ value: Double) -> Double { (value - mean) / deviation }
}
