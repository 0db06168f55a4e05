/// How well the items of a scale hang together over respondents (Cronbach, Psychometrika 16, 1951). It says nothing of
/// whether the scale tells departments apart; `GroupReliability` does.
package struct CronbachAlpha: Sendable, Equatable {
  /// What one item does in the scale.
  package struct Item: Sendable, Equatable {
    /// Its correlation with the sum of the others: (Σⱼcᵢⱼ − cᵢᵢ) ÷ √(cᵢᵢ·(the others' sum of c)).
    package let itemRest: Double
    /// Raw alpha of the others; NaN under two others.
    package let alphaIfDropped: Double
    /// How many answered it.
    package let count: Int
  }

  /// k ÷ (k − 1) · (1 − Σcᵢᵢ ÷ Σcᵢⱼ).
  package let raw: Double
  /// k·r̄ ÷ (1 + (k − 1)·r̄) with r̄ the mean correlation; NaN if an item is constant.
  package let standardised: Double
  package let items: [Item]
  /// The fewest and most respondents behind a covariance.
  package let pairs: ClosedRange<Int>

  /// - Parameter answers: a row for each respondent, in it a value for each item, all in one direction; NaN is missing. Each
  ///   covariance is over those who answered both items (pairwise). O(n·k²).
  /// - Returns: nil under two items, if two items have under two common respondents, or if the sums do not vary.
  package init?(_ answers: [[Double]]) {
    let k = answers.first?.count ?? 0
    guard k >= 2, answers.allSatisfy({ $0.count == k }) else { return nil }
    var covariances = Array(repeating: Array(repeating: 0.0, count: k), count: k)
    var (fewest, most) = (Int.max, 0)
    var counts = Array(repeating: 0, count: k)
    for i in 0..<k {
      for j in i..<k {
        guard let (value, count) = pairwiseCovariance(answers, i, j) else { return nil }
        (covariances[i][j], covariances[j][i]) = (value, value)
        (fewest, most) = (min(fewest, count), max(most, count))
        if i == j { counts[i] = count }
      }
    }
    self.init(covariances: covariances, counts: counts, pairs: fewest...most)
  }

  /// As from answers with this matrix of covariances.
  package init?(covariances: [[Double]], counts: [Int], pairs: ClosedRange<Int>) {
    let k = covariances.count
    guard k >= 2, counts.count == k, covariances.allSatisfy({ $0.count == k }) else { return nil }
    let all = Array(0..<k)
    raw = rawAlpha(covariances, all)
    guard raw.isFinite else { return nil }
    var correlations = 0.0
    for i in all {
      for j in 0..<i { correlations += covariances[i][j] / (covariances[i][i] * covariances[j][j]).squareRoot() }
    }
    let meanCorrelation = correlations / Double(k * (k - 1) / 2)
    standardised = Double(k) * meanCorrelation / (1 + Double(k - 1) * meanCorrelation)
    items = all.map { item in
      let others = all.filter { $0 != item }
      let with = others.reduce(0) { $0 + covariances[item][$1] }
      let rest = sum(covariances, others)
      return Item(
        itemRest: with / (covariances[item][item] * rest).squareRoot(),
        alphaIfDropped: others.count < 2 ? .nan : rawAlpha(covariances, others), count: counts[item])
    }
    self.pairs = pairs
  }
}

private func rawAlpha(_ covariances: [[Double]], _ items: [Int]) -> Double {
  let own = items.reduce(0) { $0 + covariances[$1][$1] }
  return Double(items.count) / Double(items.count - 1) * (1 - own / sum(covariances, items))
}

private func sum(_ covariances: [[Double]], _ items: [Int]) -> Double {
  items.reduce(0) { total, i in items.reduce(total) { $0 + covariances[i][$1] } }
}

/// Σ(x − x̄)(y − ȳ) ÷ (n − 1) over the rows that have both.
private func pairwiseCovariance(_ rows: [[Double]], _ i: Int, _ j: Int) -> (value: Double, count: Int)? {
  let both = rows.filter { $0[i].isFinite && $0[j].isFinite }
  guard both.count >= 2 else { return nil }
  let n = Double(both.count)
  let (first, second) = (both.reduce(0) { $0 + $1[i] } / n, both.reduce(0) { $0 + $1[j] } / n)
  let sum = both.reduce(0) { $0 + ($1[i] - first) * ($1[j] - second) }
  return (sum / (n - 1), both.count)
}
