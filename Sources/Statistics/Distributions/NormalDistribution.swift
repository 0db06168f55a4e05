import Foundation

/// The standard normal distribution, by the complementary error function; its quantile is `normalQuantile`.
package enum NormalDistribution {
  /// P(Z ≤ z).
  package static func lowerTail(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

  /// P(Z > z).
  package static func upperTail(_ z: Double) -> Double { erfc(z / 2.0.squareRoot()) / 2 }

  /// P(|Z| > |z|): the p-value of a two-sided test.
  package static func twoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }
}

extension SplitMix64 {
  /// A draw from the standard normal distribution, by its quantile: one number of the generator each, the same on every
  /// machine.
  package mutating func normal() -> Double {
    // Half a step off, so that 0 cannot come.
    normalQuantile(unit() + 0x1p-54)
  }
}
