/// Mean, sample standard deviation and number of values of one sample.
package struct SampleSummary: Sendable, Equatable {
  package let mean: Double
  /// NaN under two values.
  package let deviation: Double
  package let count: Int

  package init(mean: Double, deviation: Double, count: Int) {
    self.mean = mean
    self.deviation = deviation
    self.count = count
  }

  /// NaN is missing.
  package init(of values: [Double]) {
    mean = Statistics.mean(values)
    deviation = sampleDeviation(values, around: mean)
    count = values.lazy.filter { !$0.isNaN }.count
  }
}

/// A difference (second − first) with its interval, and the p-value of “there is none”.
package struct Difference: Sendable, Equatable {
  package let estimate: Double
  package let interval: ConfidenceInterval
  /// Two-sided.
  package let p: Double
  /// Of the t distribution behind interval and p; nil where there is none.
  package let degreesOfFreedom: Double?

  package init(estimate: Double, interval: ConfidenceInterval, p: Double, degreesOfFreedom: Double? = nil) {
    self.estimate = estimate
    self.interval = interval
    self.p = p
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The interval leaves out 0.
  package var isTold: Bool { interval.lower > 0 || interval.upper < 0 }
}

/// An estimate ± t·√variance, with the p-value of 0; nil where there is no variance to judge by.
func studentDifference(
  _ estimate: Double, variance: Double, degreesOfFreedom: Double, level: Double
) -> Difference? {
  guard estimate.isFinite, variance.isFinite, variance > 0, level > 0, level < 1 else { return nil }
  let error = variance.squareRoot()
  let reach = studentQuantile(0.5 + level / 2, degreesOfFreedom: degreesOfFreedom) * error
  return Difference(
    estimate: estimate, interval: ConfidenceInterval(lower: estimate - reach, upper: estimate + reach),
    p: StudentDistribution(degreesOfFreedom: degreesOfFreedom).twoSided(estimate / error),
    degreesOfFreedom: degreesOfFreedom)
}

/// Welch's interval and test for the difference of two means, second − first (Welch, Biometrika 34, 1947; degrees of
/// freedom by Satterthwaite, Biometrics Bulletin 2, 1946): x̄₂ − x̄₁ ± t(ν)·√(v₁ + v₂) with vᵢ = sᵢ² ÷ nᵢ and
/// ν = (v₁ + v₂)² ÷ (v₁² ÷ (n₁ − 1) + v₂² ÷ (n₂ − 1)).
///
/// - Returns: nil if a sample has under two values, or if both are without any spread: two answers of 100 and two of 75 are
///   no proof of a difference.
package func welchDifference(from first: SampleSummary, to second: SampleSummary, level: Double = 0.95) -> Difference? {
  guard first.count >= 2, second.count >= 2, first.deviation >= 0, second.deviation >= 0 else { return nil }
  let variances = [first, second].map { $0.deviation * $0.deviation / Double($0.count) }
  return studentDifference(
    second.mean - first.mean, variance: variances[0] + variances[1],
    degreesOfFreedom: satterthwaite(variances, [first.count, second.count]), level: level)
}

/// (Σv)² ÷ Σ(v² ÷ (n − 1)) over the parts of a variance.
func satterthwaite(_ variances: [Double], _ counts: [Int]) -> Double {
  let sum = variances.reduce(0, +)
  // Of shares of the sum, so that tiny variances do not underflow.
  let parts = zip(variances, counts).map { $0 / sum * ($0 / sum) / Double($1 - 1) }
  return 1 / parts.reduce(0, +)
}
