/// The F distribution with d₁, d₂ > 0 degrees of freedom, not necessarily whole (Abramowitz & Stegun 26.6):
/// P(F ≤ x) = Iᵧ(d₁/2, d₂/2) with y = d₁x ÷ (d₁x + d₂).
package struct FisherDistribution: ContinuousDistribution {
  package let above: Double
  package let below: Double

  /// - Parameters:
  ///   - above: the degrees of freedom of the numerator.
  ///   - below: those of the denominator.
  package init(_ above: Double, _ below: Double) {
    self.above = above
    self.below = below
  }

  package var support: ClosedRange<Double> { 0 ... .infinity }
  package var middle: Double { 1 }

  package func density(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let (half, rest) = (above / 2, below / 2)
    let sum = above * x + below
    return binomialTerm(half, of: half + rest, above * x / sum, below / sum) * half * rest / (half + rest) / x
  }

  package func lowerTail(_ x: Double) -> Double { tails(x).lower }

  package func upperTail(_ x: Double) -> Double { tails(x).upper }

  private func tails(_ x: Double) -> Tails {
    guard x > 0 else { return x.isNaN ? .missing : Tails(lower: 0, upper: 1) }
    if x == .infinity { return Tails(lower: 1, upper: 0) }
    let sum = above * x + below
    return regularisedBeta(above * x / sum, complement: below / sum, above / 2, below / 2)
  }
}
