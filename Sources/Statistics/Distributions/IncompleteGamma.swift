/// The two parts of a distribution at a point. Each is computed by itself, so that a small one keeps its digits.
struct Tails: Sendable, Equatable {
  let lower: Double
  let upper: Double
  static let missing = Tails(lower: .nan, upper: .nan)
}

/// The regularised incomplete gamma functions P(a, x) and Q(a, x), to about 1e-13 of each: the series below a + 1
/// (Abramowitz & Stegun 6.5.29), the continued fraction above (6.5.31).
func regularisedGamma(_ a: Double, _ x: Double) -> Tails {
  guard a > 0, !x.isNaN else { return .missing }
  if x <= 0 { return Tails(lower: 0, upper: 1) }
  if x == .infinity { return Tails(lower: 1, upper: 0) }
  let front = poissonTerm(a, x)
  if x < a + 1 {
    let lower = front * gammaSeries(a, x)
    return Tails(lower: lower, upper: 1 - lower)
  }
  // xᵃe⁻ˣ ÷ Γ(a) is a times the term.
  let upper = front * a * gammaFraction(a, x)
  return Tails(lower: 1 - upper, upper: upper)
}

/// 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …
private func gammaSeries(_ a: Double, _ x: Double) -> Double {
  var (sum, term, step) = (1.0, 1.0, a)
  for _ in 0..<1_000_000 {
    step += 1
    term *= x / step
    sum += term
    if term < sum * 1e-17 { break }
  }
  return sum
}

/// Lentz's method as modified by Thompson & Barnett (Journal of Computational Physics 64, 1986).
private func gammaFraction(_ a: Double, _ x: Double) -> Double {
  let tiny = 1e-300
  func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var b = x + 1 - a
  var c = 1 / tiny
  var d = 1 / away(b)
  var fraction = d
  for step in 1...1_000_000 {
    let i = Double(step)
    let numerator = -i * (i - a)
    b += 2
    d = 1 / away(numerator * d + b)
    c = away(b + numerator / c)
    fraction *= d * c
    if abs(d * c - 1) < 1e-16 { break }
  }
  return fraction
}
