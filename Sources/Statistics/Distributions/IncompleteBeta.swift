/// The regularised incomplete beta function Iₓ(a, b) and its complement (Abramowitz & Stegun 6.6), by a continued fraction on
/// the side where that converges quickly; to about 1e-13 of each.
/// - Parameters:
///   - complement: 1 − x, given so that it keeps its digits.
///   - front: xᵃ(1 − x)ᵇ ÷ B(a, b), where the caller has it with more digits than x can carry.
func regularisedBeta(_ x: Double, complement: Double, _ a: Double, _ b: Double, front: Double? = nil) -> Tails {
  guard a > 0, b > 0, !x.isNaN, !complement.isNaN else { return .missing }
  if x <= 0 { return Tails(lower: 0, upper: 1) }
  if complement <= 0 { return Tails(lower: 1, upper: 0) }
  let front = front ?? binomialTerm(a, of: a + b, x, complement) * a * (b / (a + b))
  if x < (a + 1) / (a + b + 2) {
    let lower = front / betaFraction(x, complement, a, b)
    return Tails(lower: lower, upper: 1 - lower)
  }
  let upper = front / betaFraction(complement, x, b, a)
  return Tails(lower: 1 - upper, upper: upper)
}

/// xᵃyᵇ ÷ B(a, b) divided by Iₓ(a, b), as a continued fraction whose first terms do not cancel where x is near 1 (DiDonato &
/// Morris, ACM Transactions on Mathematical Software 18, 1992), by Lentz's method as modified by Thompson & Barnett (Journal
/// of Computational Physics 64, 1986).
private func betaFraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  let lead = a * y - b * x + 1
  var fraction = away(a * lead / (a + 1))
  var c = fraction
  var d = 0.0
  for step in 1...1_000_000 {
    let m = Double(step)
    let before = a + 2 * m - 1
    let above = (a + m - 1) / before * ((a + b + m - 1) / before) * m * (b - m) * x * x
    let below = m + m * (b - m) * x / before + (a + m) * (lead + m * (1 + y)) / (a + 2 * m + 1)
    d = 1 / away(below + above * d)
    c = away(below + above / c)
    fraction *= d * c
    if abs(d * c - 1) < 1e-16 { break }
  }
  return fraction
}
