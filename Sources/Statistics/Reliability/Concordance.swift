/// Kendall's coefficient of concordance W of m assessors who put n targets in order, corrected for ties (Kendall & Babington
/// Smith, Annals of Mathematical Statistics 10, 1939; Siegel & Castellan, Nonparametric Statistics, 2nd edition, 1988, 9.6):
/// W = (12ΣR² − 3m²n(n + 1)²) ÷ (m²n(n² − 1) − mΣT), with R a target's sum of ranks and T = Σ(t³ − t) over the ties of an
/// assessor. 0: no agreement; 1: all orders are the same. χ² = m(n − 1)W with n − 1 degrees of freedom.
package struct Concordance: Sendable, Equatable {
  package let w: Double
  package let chiSquare: Double
  package let degreesOfFreedom: Int
  /// Of the χ² test of no agreement; rough under eight targets.
  package let p: Double
  package let assessors: Int
  package let targets: Int

  /// - Parameter ratings: a row for each assessor, in it a value for each target; assessors with a missing value (NaN) are
  ///   left out. O(m·n log n).
  /// - Returns: nil under two complete assessors or two targets, or if every assessor ties all targets.
  package init?(_ ratings: [[Double]]) {
    let width = ratings.first?.count ?? 0
    let rows = ratings.filter { $0.count == width && $0.allSatisfy(\.isFinite) }
    guard rows.count >= 2, width >= 2 else { return nil }
    let (m, n) = (Double(rows.count), Double(width))
    var sums = Array(repeating: 0.0, count: width)
    var ties = 0.0
    for row in rows {
      var before = 0
      for block in tieBlocks(Array(0..<width), by: row) {
        let size = Double(block.count)
        // The mean of the places before + 1 … before + size.
        for index in block { sums[index] += Double(before) + (size + 1) / 2 }
        ties += size * size * size - size
        before += block.count
      }
    }
    let centre = m * (n + 1) / 2
    let spread = sums.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    let most = m * m * n * (n * n - 1) - m * ties
    guard most > 0 else { return nil }
    w = 12 * spread / most
    chiSquare = m * (n - 1) * w
    degreesOfFreedom = width - 1
    p = ChiSquareDistribution(degreesOfFreedom: n - 1).upperTail(chiSquare)
    (assessors, targets) = (rows.count, width)
  }
}
