import Statistics

/// How much of the spread of an outcome each uncertain choice makes (Saltelli et al., *Global Sensitivity Analysis*, 2008;
/// the estimators of Saltelli 2010 and Jansen 1999, as COINr uses them).
package struct SensitivityIndices: Sendable, Equatable {
  /// By choice: alone, S_i = mean(y_B(y_ABi − y_A)) ÷ V.
  package let first: [Double]
  /// With all that it does together with others, ST_i = Σ(y_A − y_ABi)² ÷ (2NV).
  package let total: [Double]

  /// - Parameters:
  ///   - a: the outcome under the draws of sample A; `b` of B; of equal length N.
  ///   - ab: by choice, under A with that choice's numbers from B.
  /// - Returns: nil for samples of different lengths; NaN where the outcome does not vary (V, the sample variance of A and
  ///   B together, is 0).
  package init?(a: [Double], b: [Double], ab: [[Double]]) {
    guard !a.isEmpty, a.count == b.count, ab.allSatisfy({ $0.count == a.count }) else { return nil }
    let deviation = sampleDeviation(a + b)
    let variance = deviation > 0 ? deviation * deviation : .nan
    first = ab.map { mixed in
      zip(zip(a, b), mixed).reduce(0) { $0 + $1.0.1 * ($1.1 - $1.0.0) } / Double(a.count) / variance
    }
    total = ab.map { mixed in
      zip(a, mixed).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / (2 * Double(a.count) * variance)
    }
  }
}
