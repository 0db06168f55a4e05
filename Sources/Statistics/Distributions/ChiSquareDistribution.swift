import Foundation

/// The χ² distribution with ν > 0 degrees of freedom, not necessarily whole (Abramowitz & Stegun 26.4): P(ν/2, x/2).
package struct ChiSquareDistribution: ContinuousDistribution {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  package var support: ClosedRange<Double> { 0 ... .infinity }
  package var middle: Double { degreesOfFreedom }

  package func density(_ x: Double) -> Double {
    x <= 0 ? 0 : poissonTerm(degreesOfFreedom / 2, x / 2) * degreesOfFreedom / 2 / x
  }

  package func lowerTail(_ x: Double) -> Double { regularisedGamma(degreesOfFreedom / 2, x / 2).lower }

  package func upperTail(_ x: Double) -> Double { regularisedGamma(degreesOfFreedom / 2, x / 2).upper }
}
