/// The chance of every unit to be among the first `places` if everybody were asked again: the share of parametric draws
/// around the estimates in which it is. A screen for attention, not a ground for an award: it takes the estimates for the
/// truth, as a naive bootstrap does (Goldstein & Spiegelhalter, Journal of the Royal Statistical Society A 159, 1996).
/// - Parameters:
///   - estimates: greater is better; NaN is missing.
///   - uncertainty: of the same units; one whose error is unknown stands where it is for the others.
///   - seed: draws depend on it and their number alone.
/// - Returns: NaN where estimate or error is unknown. nil if the two are not of the same units, covariances or degrees of
///   freedom are impossible, or there are no draws. Of units that tie over the last places each has its share of them.
///   O(draws·n log n).
package func quotaChances(
  of estimates: [Double], _ uncertainty: Uncertainty, places: Int, draws: Int = 2000, seed: UInt64
) -> [Double]? {
  guard estimates.count == uncertainty.count, places >= 0, draws > 0 else { return nil }
  let present = estimates.indices.filter { estimates[$0].isFinite }
  let known = present.filter(uncertainty.isKnown)
  guard let chance = uncertainty.draws(draws, of: known, seed: seed) else { return nil }
  var inside = Array(repeating: 0.0, count: estimates.count)
  var drawn = estimates
  for draw in chance {
    for (place, unit) in known.enumerated() { drawn[unit] = estimates[unit] + draw[place] }
    let order = present.sorted { drawn[$0] > drawn[$1] }
    var start = 0
    while start < min(places, order.count) {
      var end = start + 1
      while end < order.count, drawn[order[end]] == drawn[order[start]] { end += 1 }
      let share = min(1, Double(places - start) / Double(end - start))
      for place in start..<end { inside[order[place]] += share }
      start = end
    }
  }
  let isKnown = Set(known)
  return estimates.indices.map { isKnown.contains($0) ? inside[$0] / Double(draws) : .nan }
}
