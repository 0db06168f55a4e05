/// Estimates drawn towards their mean by as much as chance explains (empirical Bayes: Efron & Morris, Journal of the American
/// Statistical Association 70, 1975; normal estimates with known sampling variances). Beside the scores, never in their
/// place: it keeps units with few answers from winning by chance.
///
/// A unit's estimate keeps the weight B = τ² ÷ (τ² + v): shrunk = μ + B·(estimate − μ), with τ² the variance between true
/// values and μ the mean weighted by 1 ÷ (τ² + v).
package struct Shrinkage: Sendable, Equatable {
  /// How τ² is estimated.
  package enum Method: Sendable, Equatable {
    /// In one step from Cochran's Q (DerSimonian & Laird, Controlled Clinical Trials 7, 1986).
    case oneStep
    /// The τ² under which Σ(estimate − μ)² ÷ (τ² + v) is n − 1 (Paule & Mandel, Journal of Research of the National Bureau
    /// of Standards 87, 1982).
    case iterated
  }

  package struct Value: Sendable, Equatable {
    package let estimate: Double
    /// B: 1 keeps the estimate, 0 gives the mean.
    package let weight: Double
    package let shrunk: Double
    /// √(v·B + (1 − B)²·Var μ).
    package let standardError: Double
  }

  package let mean: Double
  package let betweenVariance: Double
  /// nil where estimate or variance is missing.
  package let values: [Value?]
  package static let fewestUnits = 3

  /// - Parameters:
  ///   - estimates: NaN is missing.
  ///   - variances: of sampling, known; NaN is missing. What is known exactly (0) stays as it is and does not count.
  /// - Returns: nil under three units, or if the two have not the same length. O(n), by about 100 steps if iterated.
  package init?(of estimates: [Double], variances: [Double], by method: Method = .iterated) {
    guard estimates.count == variances.count else { return nil }
    let used = estimates.indices.filter { estimates[$0].isFinite && variances[$0].isFinite && variances[$0] > 0 }
    guard used.count >= Self.fewestUnits else { return nil }
    let pool = Pool(estimates: used.map { estimates[$0] }, variances: used.map { variances[$0] })
    let between =
      switch method {
      case .oneStep: pool.oneStep
      case .iterated: pool.iterated
      }
    let (mean, meanVariance) = pool.mean(between)
    values = estimates.indices.map { unit in
      let (estimate, variance) = (estimates[unit], variances[unit])
      guard estimate.isFinite, variance.isFinite, variance >= 0 else { return nil }
      if variance == 0 { return Value(estimate: estimate, weight: 1, shrunk: estimate, standardError: 0) }
      let weight = between / (between + variance)
      return Value(
        estimate: estimate, weight: weight, shrunk: mean + weight * (estimate - mean),
        standardError: (variance * weight + (1 - weight) * (1 - weight) * meanVariance).squareRoot())
    }
    self.mean = mean
    betweenVariance = between
  }
}

private struct Pool {
  let estimates: [Double]
  let variances: [Double]

  /// The mean weighted by 1 ÷ (τ² + v), and its variance.
  func mean(_ between: Double) -> (Double, Double) {
    var (sum, weights) = (0.0, 0.0)
    for (estimate, variance) in zip(estimates, variances) {
      sum += estimate / (variance + between)
      weights += 1 / (variance + between)
    }
    return (sum / weights, 1 / weights)
  }

  /// Σ(estimate − μ)² ÷ (τ² + v).
  private func heterogeneity(_ between: Double) -> Double {
    let centre = mean(between).0
    return zip(estimates, variances).reduce(0) {
      $0 + ($1.0 - centre) * ($1.0 - centre) / ($1.1 + between)
    }
  }

  var oneStep: Double {
    let weights = variances.map { 1 / $0 }
    let sum = weights.reduce(0, +)
    let scale = sum - weights.reduce(0) { $0 + $1 * $1 } / sum
    return max(0, (heterogeneity(0) - Double(estimates.count - 1)) / scale)
  }

  /// By bisection: Q falls as τ² grows.
  var iterated: Double {
    let target = Double(estimates.count - 1)
    guard heterogeneity(0) > target else { return 0 }
    var (low, high) = (0.0, 1.0)
    while heterogeneity(high) > target, high < 1e300 { (low, high) = (high, high * 4) }
    for _ in 0..<200 {
      let middle = low / 2 + high / 2
      if middle <= low || middle >= high { break }
      if heterogeneity(middle) > target { low = middle } else { high = middle }
    }
    return low / 2 + high / 2
  }
}
