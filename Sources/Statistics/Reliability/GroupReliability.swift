/// How far answers tell groups apart: Bliese's ICC(1) and ICC(2) (Bliese in Klein & Kozlowski, Multilevel Theory, Research,
/// and Methods in Organizations, 2000, 349–381), from the mean squares between and within groups.
package struct GroupReliability: Sendable, Equatable {
  /// The share of the variance of one answer that lies between groups: (MSB − MSW) ÷ (MSB + (n₀ − 1)·MSW). Below 0 groups
  /// differ less than chance would have it.
  package let icc1: Double
  /// The reliability of the groups' means: (MSB − MSW) ÷ MSB.
  package let icc2: Double
  /// n₀ = (N − Σn² ÷ N) ÷ (J − 1), the mean size of groups that are not equally large (Haggard, Intraclass Correlation and
  /// the Analysis of Variance, 1958).
  package let size: Double
  package let groups: Int
  package let answers: Int
  /// Of the F test that all groups have one mean.
  package let p: Double

  /// - Parameter groups: the answers of each group; NaN is missing, groups without any are left out. O(N).
  /// - Returns: nil under two groups, without two answers in any group, or if all answers are equal.
  package init?(_ groups: [[Double]]) {
    let present = groups.map { $0.filter(\.isFinite) }.filter { !$0.isEmpty }
    let total = present.reduce(0) { $0 + $1.count }
    guard present.count >= 2, total > present.count else { return nil }
    let grand = mean(present.flatMap(\.self))
    var (betweenSum, withinSum, squares) = (0.0, 0.0, 0.0)
    for group in present {
      let centre = mean(group)
      betweenSum += Double(group.count) * (centre - grand) * (centre - grand)
      for value in group { withinSum += (value - centre) * (value - centre) }
      squares += Double(group.count * group.count)
    }
    let (above, below) = (Double(present.count - 1), Double(total - present.count))
    let (between, within) = (betweenSum / above, withinSum / below)
    guard between > 0 else { return nil }
    size = (Double(total) - squares / Double(total)) / above
    icc1 = (between - within) / (between + (size - 1) * within)
    icc2 = (between - within) / between
    p = within == 0 ? 0 : FisherDistribution(above, below).upperTail(between / within)
    (self.groups, answers) = (present.count, total)
  }

  /// How many answers a group's mean needs to be as reliable as `target`: n = R(1 − ICC(1)) ÷ ((1 − R)·ICC(1)), from the
  /// formula of Spearman and Brown (British Journal of Psychology 3, 1910). Not rounded: who asks for whole answers rounds up.
  /// - Returns: nil where no number is enough (ICC(1) ≤ 0).
  package static func answersNeeded(icc1: Double, for target: Double = 0.7) -> Double? {
    guard icc1 > 0, icc1 <= 1, target > 0, target < 1 else { return nil }
    return target * (1 - icc1) / ((1 - target) * icc1)
  }
}
