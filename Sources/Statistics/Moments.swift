/// The arithmetic mean, Σx ÷ n, of the values that are there (NaN is missing). O(n).
/// - Returns: NaN of nothing.
package func mean(_ values: [Double]) -> Double {
  var sum = 0.0
  var count = 0
  for value in values where !value.isNaN {
    sum += value
    count += 1
  }
  return count == 0 ? .nan : sum / Double(count)
}

/// The sample standard deviation, √(Σ(x − x̄)² ÷ (n − 1)), in two passes: the mean first, so that large equal offsets do
/// not cancel (Chan, Golub & LeVeque, The American Statistician 37, 1983). NaN is missing. O(n).
/// - Returns: NaN under two values.
package func sampleDeviation(_ values: [Double]) -> Double { sampleDeviation(values, around: mean(values)) }

/// As `sampleDeviation(_:)`, with the mean known.
package func sampleDeviation(_ values: [Double], around mean: Double) -> Double {
  var squares = 0.0
  var count = 0
  for value in values where !value.isNaN {
    squares += (value - mean) * (value - mean)
    count += 1
  }
  return count < 2 ? .nan : (squares / Double(count - 1)).squareRoot()
}

/// The middle value, or the mean of the two middle ones; NaN is missing. O(n log n).
/// - Returns: NaN of nothing.
package func median(_ values: [Double]) -> Double {
  let sorted = values.filter { !$0.isNaN }.sorted()
  guard !sorted.isEmpty else { return .nan }
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
}

/// The mean without the `dropping` lowest and as many highest values (去掉最高分和最低分); NaN is missing. O(n log n).
/// - Returns: NaN if nothing is left.
package func trimmedMean(_ values: [Double], dropping: Int) -> Double {
  let sorted = values.filter { !$0.isNaN }.sorted()
  guard dropping >= 0, sorted.count > 2 * dropping else { return .nan }
  return mean(Array(sorted[dropping..<(sorted.count - dropping)]))
}
