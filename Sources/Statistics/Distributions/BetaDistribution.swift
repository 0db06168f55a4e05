/// The beta distribution with shapes a, b > 0 (Abramowitz & Stegun 26.5): Iₓ(a, b).
package struct BetaDistribution: ContinuousDistribution {
  package let a: Double
  package let b: Double

  package init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
  }

  package var support: ClosedRange<Double> { 0...1 }
  package var middle: Double { a / (a + b) }

  package func density(_ x: Double) -> Double {
    guard x > 0, x < 1 else { return 0 }
    return binomialTerm(a, of: a + b, x, 1 - x) * a * b / (a + b) / (x * (1 - x))
  }

  package func lowerTail(_ x: Double) -> Double { regularisedBeta(x, complement: 1 - x, a, b).lower }

  package func upperTail(_ x: Double) -> Double { regularisedBeta(x, complement: 1 - x, a, b).upper }
}
