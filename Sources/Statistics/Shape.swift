/// Skewness and excess kurtosis of a column, both of type 2, as SAS and SPSS print them (Joanes & Gill, The Statistician
/// 47, 1998, 183–189: G₁ and G₂). With Sₖ = Σ(x − x̄)ᵏ:
/// - skewness: √n·S₃ ÷ S₂^1.5 · √(n(n − 1)) ÷ (n − 2)
/// - kurtosis: ((n + 1)(r − 3) + 6)(n − 1) ÷ ((n − 2)(n − 3)), r = n·S₄ ÷ S₂²
package struct Shape: Sendable, Equatable, Codable {
  package let skewness: Double
  package let kurtosis: Double

  /// NaN is missing. O(n).
  /// - Returns: nil under four values, or if all are equal.
  package init?(of values: [Double]) {
    let centre = Statistics.mean(values)
    var (count, second, third, fourth) = (0, 0.0, 0.0, 0.0)
    for value in values where !value.isNaN {
      let deviation = value - centre
      let square = deviation * deviation
      count += 1
      second += square
      third += square * deviation
      fourth += square * square
    }
    guard count >= 4, second > 0 else { return nil }
    let n = Double(count)
    let ratio = n * fourth / (second * second)
    skewness = n.squareRoot() * third / (second * second.squareRoot()) * (n * (n - 1)).squareRoot() / (n - 2)
    kurtosis = ((n + 1) * (ratio - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
    guard skewness.isFinite, kurtosis.isFinite else { return nil }
  }
}
