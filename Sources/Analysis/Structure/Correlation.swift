import Statistics

/// Pearson's correlation over the units that have both numbers.
package struct Correlation: Sendable, Equatable {
  /// −1…1; NaN where one of the two does not vary, or fewer than three units have both.
  package let r: Double
  package let units: Int

  /// Two passes, means first. O(n).
  package init(_ x: [Double], _ y: [Double]) {
    let both = zip(x, y).filter { !$0.0.isNaN && !$0.1.isNaN }
    let count = both.count
    units = count
    let (mx, my) = (mean(both.map(\.0)), mean(both.map(\.1)))
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (a, b) in both {
      xx += (a - mx) * (a - mx)
      yy += (b - my) * (b - my)
      xy += (a - mx) * (b - my)
    }
    // What rounding leaves of a constant column is no spread.
    func varies(_ squares: Double, _ mean: Double) -> Bool {
      squares > Double(max(count, 1)) * 1e-24 * max(1, mean * mean)
    }
    guard count >= 3, varies(xx, mx), varies(yy, my) else {
      r = .nan
      return
    }
    r = max(-1, min(1, xy / (xx * yy).squareRoot()))
  }

  /// Whether a correlation of this size, of so many units, is unlikely (5 %, two-sided) where there is none: t = r·√((n − 2) ÷
  /// (1 − r²)) with n − 2 degrees of freedom. Of many pairs one in twenty passes by chance.
  package var isBeyondChance: Bool {
    guard units > 3, !r.isNaN else { return false }
    if abs(r) >= 1 { return true }
    let t = abs(r) * (Double(units - 2) / (1 - r * r)).squareRoot()
    return t > studentQuantile(0.975, degreesOfFreedom: Double(units - 2))
  }
}
