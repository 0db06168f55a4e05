import Foundation

/// Student's t distribution (Student, Biometrika 6, 1908), for ν > 0, not necessarily whole: P(T > t) = ½·Iₓ(ν/2, ½) with
/// x = ν ÷ (ν + t²) for t ≥ 0 (Abramowitz & Stegun 26.7.1).
package struct StudentDistribution: ContinuousDistribution {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  package var support: ClosedRange<Double> { -.infinity ... .infinity }
  package var middle: Double { 0 }

  /// By Loader's saddle point (2000), so that it holds for many degrees of freedom too.
  package func density(_ t: Double) -> Double {
    let nu = degreesOfFreedom
    let growth = t * t / nu
    let front = stirlingError((nu + 1) / 2) - stirlingError(nu / 2) - deviance(nu / 2, (nu + 1) / 2)
    return exp(front - nu / 2 * log1p(growth)) / (2 * Double.pi * (1 + growth)).squareRoot()
  }

  package func lowerTail(_ t: Double) -> Double { upperTail(-t) }

  package func upperTail(_ t: Double) -> Double {
    let square = t * t
    let nu = degreesOfFreedom
    guard nu > 0, !t.isNaN else { return .nan }
    if square == .infinity { return t < 0 ? 1 : 0 }
    // With many degrees of freedom x lies too near 1 to carry t: the front is taken from the density.
    let tails = regularisedBeta(
      nu / (nu + square), complement: square / (nu + square), nu / 2, 0.5, front: abs(t) * density(t))
    return t >= 0 ? tails.lower / 2 : 0.5 + tails.upper / 2
  }

  /// P(|T| > |t|): the p-value of a two-sided test.
  package func twoSided(_ t: Double) -> Double { 2 * upperTail(abs(t)) }
}

/// The quantile of Student's t distribution, to about 1e-12 of itself.
/// - Parameters:
///   - p: strictly between 0 and 1; NaN otherwise.
///   - degreesOfFreedom: ν > 0, not necessarily whole.
package func studentQuantile(_ p: Double, degreesOfFreedom: Double) -> Double {
  guard p > 0, p < 1, degreesOfFreedom > 0 else { return .nan }
  if p == 0.5 { return 0 }
  return StudentDistribution(degreesOfFreedom: degreesOfFreedom).quantile(p)
}
