import Foundation

/// The quantile of Student's t distribution, by bisection of its distribution function, P(T ≤ t) = 1 − ½·Iₓ(ν/2, ½) with
/// x = ν ÷ (ν + t²) for t ≥ 0 (Abramowitz & Stegun 26.7.1), to about 1e-12 of itself.
/// - Parameters:
///   - p: strictly between 0 and 1; NaN otherwise.
///   - degreesOfFreedom: ν > 0, not necessarily whole.
package func studentQuantile(_ p: Double, degreesOfFreedom: Double) -> Double {
  guard p > 0, p < 1, degreesOfFreedom > 0 else { return .nan }
  if p == 0.5 { return 0 }
  let tail = min(p, 1 - p)
  var low = 0.0
  var high = 1.0
  while upperTail(of: high, degreesOfFreedom) > tail, high < 1e300 {
    low = high
    high *= 2
  }
  for _ in 0..<200 where high - low > 1e-14 * high {
    let middle = low / 2 + high / 2
    if upperTail(of: middle, degreesOfFreedom) > tail { low = middle } else { high = middle }
  }
  let quantile = low / 2 + high / 2
  return p < 0.5 ? -quantile : quantile
}

/// P(T > t) for t ≥ 0.
private func upperTail(of t: Double, _ degreesOfFreedom: Double) -> Double {
  let square = t * t
  // Both complements are passed: 1 − x would lose digits where t is small.
  return 0.5
    * regularisedBeta(
      degreesOfFreedom / (degreesOfFreedom + square), complement: square / (degreesOfFreedom + square),
      degreesOfFreedom / 2, 0.5)
}

/// The regularised incomplete beta function Iₓ(a, b), by its continued fraction (Abramowitz & Stegun 26.5.8) on the side
/// where that converges quickly.
func regularisedBeta(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
  if x <= 0 { return 0 }
  if complement <= 0 { return 1 }
  let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(complement))
  return x < (a + 1) / (a + b + 2)
    ? front * betaFraction(x, a, b) / a : 1 - front * betaFraction(complement, b, a) / b
}

/// The continued fraction of the incomplete beta function, by Lentz's method as modified by Thompson & Barnett
/// (Journal of Computational Physics 64, 1986).
private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / away(1 - (a + b) * x / (a + 1))
  var fraction = d
  for step in 1...10_000 {
    let m = Double(step)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    fraction *= d * c
    if abs(d * c - 1) < 1e-15 { break }
  }
  return fraction
}
