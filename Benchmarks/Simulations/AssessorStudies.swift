import Statistics

/// Visits of 20 units by some of 5 assessors: intervals by the pooled rest, and by the unit's own visits alone.
func assessorCoverage(seed: UInt64) -> Study {
  let (units, assessors, runs) = (20, 5, 2000)
  let rows = [2, 3].map { visits in
    var (pooled, alone, raw) = (Tally(), Tally(), Tally())
    for item in 0..<runs {
      var generator = SplitMix64(seed: seed + UInt64(visits), item: item)
      var severities = (0..<assessors).map { _ in 4 * generator.normal() }
      let middle = mean(severities)
      severities = severities.map { $0 - middle }
      let truths = (0..<units).map { _ in 85 + 5 * generator.normal() }
      let made = truths.indices.flatMap { unit in
        // Who goes where shifts by one or two, so that everybody is compared with everybody.
        (0..<visits).map { turn in
          let assessor = (unit + turn * (1 + unit / assessors % 2)) % assessors
          return Visit(
            unit: unit, assessor: assessor, score: truths[unit] + severities[assessor] + 3 * generator.normal())
        }
      }
      guard case .fitted(let model) = SeverityModel.fit(made) else { continue }
      let quantile = studentQuantile(0.975, degreesOfFreedom: Double(model.degreesOfFreedom))
      for unit in model.units {
        let truth = truths[unit.unit]
        pooled.add(abs(unit.adjusted - truth) <= quantile * (unit.standardError ?? 0))
        let scores = made.filter { $0.unit == unit.unit }.map(\.score)
        let own = meanInterval(mean: unit.raw, deviation: sampleDeviation(scores), n: visits)
        alone.add(own.map { $0.lower <= truth && truth <= $0.upper } ?? false)
        let spread = ((model.residualVariance ?? 0) / Double(visits)).squareRoot()
        raw.add(abs(unit.raw - truth) <= quantile * spread)
      }
    }
    return ["\(visits)", percent(pooled.share), percent(raw.share), percent(alone.share)]
  }
  return Study(
    title: "Few assessors",
    design:
      "Coverage of 95 % intervals of a unit's mean, \(runs) rounds of \(units) units, \(assessors) assessors whose severity varies by 4 points and whose judgement of a unit by 3. The raw mean with the pooled rest ignores who came; the unit's own visits alone give an interval so wide (t with 1 or 2 degrees of freedom) that it says nothing.",
    head: ["visits a unit", "adjusted, pooled rest", "raw, pooled rest", "raw, own visits alone"], rows: rows)
}
