import Foundation

/// A continuous distribution on an interval. Both tails are computed by themselves, so that a p-value of 1e-200 is one.
package protocol ContinuousDistribution: Sendable {
  /// Where values can lie.
  var support: ClosedRange<Double> { get }
  func density(_ x: Double) -> Double
  /// P(X ≤ x).
  func lowerTail(_ x: Double) -> Double
  /// P(X > x).
  func upperTail(_ x: Double) -> Double
  /// A point from which the search for a quantile starts; inside of the support.
  var middle: Double { get }
}

extension ContinuousDistribution {
  /// The x with P(X ≤ x) = p, to about 1e-12 of itself.
  /// - Parameter p: strictly between 0 and 1, else NaN.
  package func quantile(_ p: Double) -> Double { p <= 0.5 ? root(of: p, lower: true) : root(of: 1 - p, lower: false) }

  /// The x with P(X > x) = p: for small p it keeps the digits that 1 − p would lose.
  package func upperQuantile(_ p: Double) -> Double {
    p <= 0.5 ? root(of: p, lower: false) : root(of: 1 - p, lower: true)
  }

  /// Newton's steps on the logarithm of the tail, which is nearly straight far out, kept inside of a bracket that
  /// bisection halves whenever a step would leave it.
  private func root(of p: Double, lower isLower: Bool) -> Double {
    guard p > 0, p < 1 else { return .nan }
    func tail(_ x: Double) -> Double { isLower ? lowerTail(x) : upperTail(x) }
    // Impossible degrees of freedom or shapes have no tails, and no quantiles.
    guard !tail(middle).isNaN else { return .nan }
    var (low, high) = bracket { isLower ? tail($0) < p : tail($0) > p }
    let target = log(p)
    var x = min(max(middle, low), high)
    if !(x > low && x < high) { x = midpoint(low, high) }
    for _ in 0..<400 {
      let value = tail(x)
      // The quantile lies above x if too little is below it, or too much above it.
      if isLower ? value < p : value > p { low = x } else { high = x }
      let slope = density(x) / value
      var next = x - (log(value) - target) / (isLower ? slope : -slope)
      if abs(next - x) <= 2e-16 * abs(x) { return min(max(next, low), high) }
      if !(next > low && next < high) { next = midpoint(low, high) }
      if next == x || !(high > low) || next == low || next == high { return next }
      x = next
    }
    return x
  }

  /// Two points with the quantile between them; where the support ends, its end.
  private func bracket(isBelow: (Double) -> Bool) -> (Double, Double) {
    var (low, high) = (support.lowerBound, support.upperBound)
    var reach = max(1, abs(middle))
    if low == -.infinity {
      low = middle - reach
      while !isBelow(low), low > -1e300 {
        reach *= 4
        low = middle - reach
      }
    }
    reach = max(1, abs(middle))
    if high == .infinity {
      high = middle + reach
      while isBelow(high), high < 1e300 {
        reach *= 4
        high = middle + reach
      }
    }
    return (low, high)
  }

  /// Geometric where the bracket spans orders of magnitude, so that a quantile of 1e-200 is found too.
  private func midpoint(_ low: Double, _ high: Double) -> Double {
    if low >= 0, high > 0, low < high / 16 {
      return low == 0 ? high * (high > 1e-4 ? 1.0 / 16 : 1e-8) : low.squareRoot() * high.squareRoot()
    }
    if high <= 0, low < 0, high > low / 16 {
      return high == 0 ? low / 16 : -(low.magnitude.squareRoot() * high.magnitude.squareRoot())
    }
    return low / 2 + high / 2
  }
}
