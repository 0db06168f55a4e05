/// What a sample stands for: an explicit choice, since a correction for a finite population is right only where exactly
/// these people at exactly this time are described.
package enum SampledPopulation: Sendable, Equatable {
  /// Whoever might have answered, now or another time: for rankings and changes.
  case unlimited
  /// All N of whom n answered, such as this half-year's own staff: for describing them alone. A census leaves no doubt.
  case finite(size: Int)

  /// 1 − n ÷ N: what is left of the variance s² ÷ n of a mean (Cochran, Sampling Techniques, 3rd edition, 1977, 2.15).
  /// - Returns: 1 for an unlimited population; nil if more answered than there are.
  package func correction(n: Int) -> Double? {
    guard case .finite(let size) = self else { return 1 }
    guard size >= n, size > 0, n >= 0 else { return nil }
    return 1 - Double(n) / Double(size)
  }

  /// n·(N − 1) ÷ (N − n): the size of a sample from an unlimited population whose share varies as much, from
  /// PQ ÷ n · (N − n) ÷ (N − 1) (Cochran 1977, 3.4).
  /// - Returns: infinity for a census; nil if more answered than there are.
  package func effectiveSize(n: Double) -> Double? {
    guard case .finite(let size) = self else { return n }
    guard Double(size) >= n, size > 0 else { return nil }
    return n == Double(size) ? .infinity : n * Double(size - 1) / (Double(size) - n)
  }
}
