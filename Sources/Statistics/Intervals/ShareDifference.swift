/// Successes among a number of answers.
package struct Share: Sendable, Equatable {
  package let successes: Double
  package let count: Double

  package init(successes: Double, of count: Double) {
    self.successes = successes
    self.count = count
  }

  package var value: Double { successes / count }
}

/// The difference of two shares, second − first, by the square-and-add method 10 of Newcombe (Statistics in Medicine 17,
/// 1998, 873–890): d − √((p₂ − l₂)² + (u₁ − p₁)²) … d + √((u₂ − p₂)² + (p₁ − l₁)²) with Wilson's limits l, u. The p-value
/// is that of the score test, z = d ÷ √(p̄q̄(1/n₁ + 1/n₂)) (Pearson's χ² without correction). The two answer nearly the
/// same question: close to 0.05 they may disagree, and then the interval decides.
/// - Returns: nil without answers, or if the counts make no share.
package func newcombeDifference(from first: Share, to second: Share, level: Double = 0.95) -> Difference? {
  guard let before = wilsonInterval(successes: first.successes, of: first.count, level: level),
    let after = wilsonInterval(successes: second.successes, of: second.count, level: level)
  else { return nil }
  let estimate = second.value - first.value
  let down = hypotenuse(second.value - after.lower, before.upper - first.value)
  let up = hypotenuse(after.upper - second.value, first.value - before.lower)
  let pooled = (first.successes + second.successes) / (first.count + second.count)
  let error = (pooled * (1 - pooled) * (1 / first.count + 1 / second.count)).squareRoot()
  return Difference(
    estimate: estimate, interval: ConfidenceInterval(lower: estimate - down, upper: estimate + up),
    p: error == 0 ? 1 : NormalDistribution.twoSided(estimate / error))
}

private func hypotenuse(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
