import Statistics

/// Wilson and Clopper–Pearson over every share of a grid. Nothing is drawn: the chances of all counts are summed.
func shareCoverage() -> Study {
  let grid = (1...999).map { Double($0) / 1000 }
  let rows = [10, 30, 60, 100, 200].map { n in
    let wilson = (0...n).map { wilsonInterval(successes: Double($0), of: Double(n)) }
    let exact = (0...n).map { exactShareInterval(successes: $0, of: n) }
    return ["\(n)"]
      + [wilson, exact].flatMap { intervals in
        let coverages = grid.map { coverage(of: $0, n, intervals) }
        return [percent(mean(coverages)), percent(coverages.min() ?? .nan)]
      }
  }
  return Study(
    title: "Shares", design: "Coverage of 95 % intervals, exactly, over p = 0.001, 0.002 … 0.999.",
    head: ["n", "Wilson, mean", "Wilson, least", "Clopper–Pearson, mean", "Clopper–Pearson, least"], rows: rows)
}

private func coverage(of share: Double, _ n: Int, _ intervals: [ConfidenceInterval?]) -> Double {
  let chances = BinomialDistribution(trials: n, chance: share)
  return intervals.indices.reduce(0) { sum, k in
    guard let interval = intervals[k], interval.lower <= share, share <= interval.upper else { return sum }
    return sum + chances.probability(k)
  }
}

/// Newcombe's method 10 exactly; shares standardised over two strata by draws.
func differenceCoverage(seed: UInt64) -> Study {
  let grid = (1...19).map { Double($0) / 20 }
  var rows = [(30, 30), (60, 30), (100, 100)].map { first, second in
    let chances = [first, second].map { n in
      grid.map { share in (0...n).map { BinomialDistribution(trials: n, chance: share).probability($0) } }
    }
    let intervals = (0...first).map { before in
      (0...second).map { after in
        newcombeDifference(
          from: Share(successes: Double(before), of: Double(first)),
          to: Share(successes: Double(after), of: Double(second)))?.interval
      }
    }
    var coverages: [Double] = []
    for (i, before) in grid.enumerated() {
      for (j, after) in grid.enumerated() {
        var sum = 0.0
        for x in 0...first {
          for y in 0...second {
            guard let interval = intervals[x][y], interval.lower <= after - before + 1e-12,
              after - before - 1e-12 <= interval.upper
            else { continue }
            sum += chances[0][i][x] * chances[1][j][y]
          }
        }
        coverages.append(sum)
      }
    }
    return ["Newcombe, n = \(first) and \(second)", percent(mean(coverages)), percent(coverages.min() ?? .nan)]
  }
  rows.append(standardisedShares(seed: seed))
  return Study(
    title: "Differences of shares",
    design:
      "Coverage of 95 % intervals over both shares = 0.05, 0.10 … 0.95: Newcombe exactly, the standardised share (two strata of 40 and 20 answers, weights ½) by \(draws) draws for each pair.",
    head: ["interval", "mean", "least"], rows: rows)
}

private let draws = 2000

private func standardisedShares(seed: UInt64) -> [String] {
  var coverages: [Double] = []
  for (cell, pair) in (1...19).flatMap({ a in (1...19).map { (Double(a) / 20, Double($0) / 20) } }).enumerated() {
    var tally = Tally()
    var generator = SplitMix64(seed: seed, item: cell)
    for _ in 0..<draws {
      let strata = [
        Share(successes: draw(40, pair.0, &generator), of: 40), Share(successes: draw(20, pair.1, &generator), of: 20),
      ]
      guard case .value(_, _, let interval, _) = standardisedShare(strata, weights: [1, 1]) else { continue }
      let truth = (pair.0 + pair.1) / 2
      tally.add(interval.lower <= truth + 1e-12 && truth - 1e-12 <= interval.upper)
    }
    coverages.append(tally.share)
  }
  return ["Standardised share", percent(mean(coverages)), percent(coverages.min() ?? .nan)]
}

private func draw(_ n: Int, _ share: Double, _ generator: inout SplitMix64) -> Double {
  (0..<n).reduce(0.0) { sum, _ in sum + (generator.unit() < share ? 1 : 0) }
}
