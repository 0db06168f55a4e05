import Foundation

/// ln n! − ln(√(2πn)·(n/e)ⁿ), the error of Stirling's formula, for n > 0, not necessarily whole.
///
/// Loader, “Fast and Accurate Computation of Binomial Probabilities” (2000): with it and `deviance` the probabilities of
/// large counts keep their digits, where differences of lgamma lose them.
func stirlingError(_ n: Double) -> Double {
  if n < 16 { return lgamma(n + 1) - (n + 0.5) * log(n) + n - 0.5 * log(2 * Double.pi) }
  let square = n * n
  // The asymptotic series (Abramowitz & Stegun 6.1.41); its next term is under 1e-15 from n = 16 on.
  return
    (1.0 / 12
    - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360_360 / square) / square) / square)
      / square)
      / square)
    / n
}

/// x·ln(x/m) + m − x, without cancellation where x is near m (Loader 2000, by the series of artanh). x ≥ 0, m > 0.
func deviance(_ x: Double, _ m: Double) -> Double {
  if x == 0 { return m }
  guard abs(x - m) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
  let v = (x - m) / (x + m)
  let square = v * v
  var sum = (x - m) * v
  var power = 2 * x * v
  for odd in stride(from: 3.0, through: 2001, by: 2) {
    power *= square
    let next = sum + power / odd
    if next == sum { return next }
    sum = next
  }
  return sum
}

/// λˣ·e^(−λ) ÷ Γ(x + 1) for x ≥ 0, not necessarily whole.
func poissonTerm(_ x: Double, _ rate: Double) -> Double {
  if rate <= 0 { return x == 0 ? 1 : 0 }
  if x == 0 { return exp(-rate) }
  return exp(-stirlingError(x) - deviance(x, rate)) / (2 * Double.pi * x).squareRoot()
}

/// Γ(n + 1) ÷ (Γ(x + 1)·Γ(n − x + 1)) · pˣ·qⁿ⁻ˣ for 0 ≤ x ≤ n, not necessarily whole.
/// - Parameter q: 1 − p, given so that it keeps its digits.
func binomialTerm(_ x: Double, of n: Double, _ p: Double, _ q: Double) -> Double {
  if p <= 0 { return x == 0 ? 1 : 0 }
  if q <= 0 { return x == n ? 1 : 0 }
  let rest = n - x
  if x == 0 { return exp(p < 0.1 ? -deviance(n, n * q) - n * p : n * log(q)) }
  if rest == 0 { return exp(q < 0.1 ? -deviance(n, n * p) - n * q : n * log(p)) }
  let exponent =
    stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, n * p) - deviance(rest, n * q)
  return exp(exponent) * (n / (2 * Double.pi * x * rest)).squareRoot()
}
