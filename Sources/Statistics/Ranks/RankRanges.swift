/// Between which ranks every unit may lie, all of them at once: with the chance `level` not one true rank is outside of its
/// range (Mogstad, Romano, Shaikh & Wilhelm, Review of Economic Studies 91, 2024, 476–518).
///
/// All pairs are compared. Two units are told apart if the difference divided by its error is beyond a critical value, the
/// quantile of the greatest such number that chance alone makes (parametric draws). What was told apart leaves, and the rest
/// is judged by the smaller critical value that remains, until nothing more is told (stepwise: Romano & Wolf, Econometrica
/// 73, 2005). A unit's range goes from 1 + those told better to n − those told worse. Ties only make it wider.
package struct RankRanges: Sendable, Equatable {
  /// 1 is the greatest value; nil where the value is missing.
  package let ranges: [ClosedRange<Int>?]
  /// Of the last step.
  package let criticalValue: Double
  package let draws: Int
  package let seed: UInt64
  /// `[i][j]`: i is told to be better than j.
  private let better: [[Bool]]
  private let order: [Int]
  private let ranks: [Int?]

  /// - Parameters:
  ///   - estimates: greater is better; NaN is missing and not counted.
  ///   - uncertainty: of the same units. Whose error is unknown is told from nobody; two without any error are compared as
  ///     they are.
  ///   - draws: of chance; a range may change by one if they are drawn anew.
  /// - Returns: nil if the two are not of the same units, covariances or degrees of freedom are impossible, or the level or number of draws makes
  ///   no sense. O(steps·draws·n²).
  package init?(
    of estimates: [Double], _ uncertainty: Uncertainty, level: Double = 0.95, draws: Int = 2000, seed: UInt64
  ) {
    guard estimates.count == uncertainty.count, level > 0, level < 1, draws > 0 else { return nil }
    let present = estimates.indices.filter { estimates[$0].isFinite }
    let known = present.filter(uncertainty.isKnown)
    var pairs = Pairs(known.map { estimates[$0] }) { uncertainty.error(known[$0], known[$1]) }
    if !pairs.undecided.isEmpty {
      guard let chance = uncertainty.draws(draws, of: known, seed: seed) else { return nil }
      pairs.decide(chance, level)
    }
    var better = Array(repeating: Array(repeating: false, count: estimates.count), count: estimates.count)
    for (i, first) in known.enumerated() {
      for (j, second) in known.enumerated() { better[first][second] = pairs.better[i][j] }
    }
    ranges = estimates.indices.map { unit in
      guard estimates[unit].isFinite else { return nil }
      let above = present.filter { better[$0][unit] }.count
      let below = present.filter { better[unit][$0] }.count
      return (1 + above)...(present.count - below)
    }
    criticalValue = pairs.criticalValue
    ranks = Statistics.ranks(of: estimates)
    order = tieBlocks(present, by: estimates).flatMap(\.self)
    self.better = better
    (self.draws, self.seed) = (draws, seed)
  }

  /// The first unit is told to be better than the second.
  package func isBetter(_ first: Int, than second: Int) -> Bool { better[first][second] }

  /// Units that follow one another in the ranking, of which no two are told apart.
  package struct Group: Sendable, Equatable {
    package let ranks: ClosedRange<Int>
    /// In the order of the ranking.
    package let units: [Int]
  }

  /// The longest such groups of two units and more, from the top; they may overlap, since “no real difference” does not
  /// carry from one to the next.
  package var groupsWithoutDifference: [Group] {
    var groups: [Group] = []
    var reached = 0
    for start in order.indices {
      var end = start
      while end + 1 < order.count,
        (start...end).allSatisfy({
          !better[order[$0]][order[end + 1]] && !better[order[end + 1]][order[$0]]
        })
      { end += 1 }
      guard end > start, end + 1 > reached else { continue }
      reached = end + 1
      groups.append(Group(ranks: (ranks[order[start]] ?? start + 1)...(end + 1), units: Array(order[start...end])))
    }
    return groups
  }
}
