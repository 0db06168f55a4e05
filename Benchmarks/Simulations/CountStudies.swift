import Statistics

/// One count and the ratio of two, exactly: the chances of all counts are summed.
func countCoverage() -> Study {
  let rates = [0.5, 1, 2, 3, 5, 8, 12, 20, 30]
  let single = rates.map { rate in
    let chances = PoissonDistribution(rate: rate)
    return (0...120).reduce(0.0) { sum, k in
      guard let interval = poissonInterval(count: k), interval.lower <= rate, rate <= interval.upper else { return sum }
      return sum + chances.probability(k)
    }
  }
  var rows = [["One count, expected 0.5 … 30", percent(mean(single)), percent(single.min() ?? .nan), ""]]
  for (exposure, ratio) in [(1.0, 1.0), (1, 2), (0.5, 1), (0.5, 3)] {
    let tallies = [3.0, 6, 12, 24].map { ratioCoverage(first: $0, exposure: exposure, ratio: ratio) }
    let coverages = tallies.map(\.share)
    rows.append([
      "Ratio \(ratio) of two, exposure 1 and \(exposure)", percent(mean(coverages)), percent(coverages.min() ?? .nan),
      percent(1 - mean(tallies.map(\.weight))),
    ])
  }
  return Study(
    title: "Counts",
    design:
      "Coverage of 95 % intervals, exactly. Ratios: 3, 6, 12 and 24 events expected before; where fewer than five came in total nothing is tested, and coverage is of the rest.",
    head: ["interval", "mean", "least", "not tested"], rows: rows)
}

private func ratioCoverage(first: Double, exposure: Double, ratio: Double) -> Tally {
  let (before, after) = (PoissonDistribution(rate: first), PoissonDistribution(rate: first * ratio * exposure))
  var tally = Tally()
  for x in 0...70 where before.probability(x) > 1e-7 {
    for y in 0...130 where after.probability(y) > 1e-7 {
      let compared = compareCounts(
        from: ExposedCount(events: x, exposure: 1), to: ExposedCount(events: y, exposure: exposure))
      guard case .ratio(_, let interval, _) = compared else { continue }
      tally.add(
        interval.lower <= ratio && ratio <= interval.upper, weight: before.probability(x) * after.probability(y))
    }
  }
  return tally
}
