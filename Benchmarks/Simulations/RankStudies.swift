import Statistics

/// Rank ranges of 20 units: are all true ranks inside at once, and how wide are they?
func rankCoverage(seed: UInt64) -> Study {
  let (count, runs, draws) = (20, 500, 500)
  let designs: [(String, [Double])] = [
    ("20 equal", Array(repeating: 80, count: count)),
    ("five groups of four, 4 points apart", (0..<count).map { 80 + 4 * Double($0 / 4) }),
    ("one ahead by 8, 19 equal", (0..<count).map { $0 == 0 ? 88 : 80 }),
    ("1 point from one to the next", (0..<count).map { 80 + Double($0) }),
  ]
  let rows = designs.enumerated().map { place, design in
    var (all, naive) = (Tally(), Tally())
    var width = 0.0
    for item in 0..<runs {
      var generator = SplitMix64(seed: seed + UInt64(place), item: item)
      // Ten units with 40 answers, ten with 100: standard deviation 12.
      let errors = (0..<count).map { 12 / ($0 % 2 == 0 ? 40.0 : 100).squareRoot() }
      let estimates = (0..<count).map { design.1[$0] + errors[$0] * generator.normal() }
      guard
        let found = RankRanges(of: estimates, Uncertainty(errors: errors), draws: draws, seed: generator.next())
      else { continue }
      all.add(
        found.ranges.enumerated().allSatisfy { unit, range in
          guard let range else { return false }
          let truth = trueRanks(design.1, unit)
          return range.lowerBound <= truth.lowerBound && truth.upperBound <= range.upperBound
        })
      width += found.ranges.reduce(0) { $0 + Double($1?.count ?? 0) } / Double(count * runs)
      naive.add(naiveExcludes(estimates, errors, design.1, &generator))
    }
    return [design.0, percent(all.share), oneDecimal(width), percent(naive.share)]
  }
  return Study(
    title: "Rank ranges",
    design:
      "How often all true ranks of 20 units were inside of their ranges at once (promised: 95), with ties covered from their first to their last place; \(runs) runs, \(draws) draws each; errors of 1.9 and 1.2 points in turn. Beside it how often the 95 % range of a naive bootstrap of ranks leaves out the true rank of the unit that came first.",
    head: ["true values", "all inside", "mean width, ranks", "naive: first one wrong"], rows: rows)
}

/// From the place with all ties behind it to the one with all before it.
private func trueRanks(_ truths: [Double], _ unit: Int) -> ClosedRange<Int> {
  (1 + truths.filter { $0 > truths[unit] }.count)...(truths.count - truths.filter { $0 < truths[unit] }.count)
}

/// The middle of the true ranks of the first one lies outside of the middle 95 % of its drawn ranks.
private func naiveExcludes(
  _ estimates: [Double], _ errors: [Double], _ truths: [Double], _ generator: inout SplitMix64
) -> Bool {
  guard let first = estimates.indices.max(by: { estimates[$0] < estimates[$1] }) else { return false }
  let ranks = (0..<200).map { _ -> Int in
    let drawn = estimates.indices.map { estimates[$0] + errors[$0] * generator.normal() }
    return 1 + drawn.filter { $0 > drawn[first] }.count
  }.sorted()
  let range = trueRanks(truths, first)
  let middle = Double(range.lowerBound + range.upperBound) / 2
  return middle < Double(ranks[5]) || middle > Double(ranks[194])
}
