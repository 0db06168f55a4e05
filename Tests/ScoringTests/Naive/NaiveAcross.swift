import Schemes

/// Steps that compare a number with those of a population (R10, R11, R15): from the population's values, sorted or not.
/// Whoever is outside is transformed with the population's parameters; nil: there is nothing to give.
func naiveAcross(_ action: Step.Action, _ x: Double, _ population: [Double], reference: Double?) -> Double? {
  switch action {
  case .zScore(let to, _):
    if naiveIsConstant(population) { return nil }
    return to.mean + to.deviation * (x - naiveMean(population)) / naiveDeviation(population)
  case .minMax(let to, .fixed(let low, let high), _):
    let share = (x - (low.number ?? 0)) / ((high.number ?? 1) - (low.number ?? 0))
    return to.low + (to.high - to.low) * share
  case .minMax(let to, .observed, _):
    guard !naiveIsConstant(population), let low = population.min(), let high = population.max() else { return nil }
    return to.low + (to.high - to.low) * ((x - low) / (high - low))
  // Of nobody a unit outside is the first (R11).
  case .rank(.ascending, _): return 1 + Double(population.filter { $0 < x }.count)
  case .rank(.descending, _): return 1 + Double(population.filter { $0 > x }.count)
  case .borda: return Double(population.filter { $0 < x }.count)
  case .percentile:
    // With one unit there is no place to speak of.
    guard population.count >= 2 else { return nil }
    return Double(population.filter { $0 < x }.count) / Double(population.count - 1)
  case .distance(let goal, _): return distance(goal, x, population, reference)
  case .shareOfBest:
    // Of a best of 0 there is no share, and of one below 0 shares say the contrary.
    guard let best = population.max(), best > 1e-12 else { return nil }
    return x / best
  default: return nil
  }
}

/// From 0 at the least value to 1 at the goal. Reading: a goal that is not above the least value leaves nothing to
/// measure, and is missing for all, as a constant column is.
private func distance(_ goal: Step.Goal, _ x: Double, _ population: [Double], _ reference: Double?) -> Double? {
  guard let low = population.min(), let high = population.max() else { return nil }
  var isCapped = false
  let top: Double
  switch goal {
  case .best:
    if naiveIsConstant(population) { return nil }
    top = high
  case .unit:
    guard let reference else { return nil }
    top = reference
  case .target(let target, let cap):
    top = target.number ?? 1
    isCapped = cap
  }
  guard top - low > 1e-12 * max(1, abs(top)) else { return nil }
  let share = (x - low) / (top - low)
  return isCapped ? min(1, share) : share
}
