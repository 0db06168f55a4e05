import Foundation
import Schemes

/// Steps that look at one number only (R3, R15); nil: there is nothing to give.
func naivePointwise(_ action: Step.Action, _ x: Double, points p: Double) -> Double? {
  switch action {
  case .linear(let knots): return interpolated(knots.map { (number($0.x), number($0.y)) }, x)
  case .bands(let bands):
    for band in bands where reaches(x, band.atLeast) { return number(band.gives) }
    return nil
  case .proportional(let full): return p * min(max(x / number(full), 0), 1)
  case .deduct(let each, let atMost): return max(0, p - min(number(each) * x, atMost.map(number) ?? .infinity))
  case .add(let each, let atMost): return max(0, min(p, number(each) * x, atMost.map(number) ?? .infinity))
  case .required(let times, let each, let further, let atMost):
    // Reading: below 0 there is nothing to earn, as under `add`.
    let earned = min(x, number(times)) * number(each) + max(0, x - number(times)) * number(further)
    return max(0, min(p, earned, atMost.map(number) ?? .infinity))
  case .pass(let comparison): return naiveHolds(x, comparison) ? p : 0
  case .goalposts(let low, let high, let isLogarithmic, let to):
    if isLogarithmic && (snappedOrder(x, 0) ?? 0) <= 0 { return nil }
    func f(_ v: Double) -> Double { isLogarithmic ? log(v) : v }
    let share = (f(x) - f(number(low))) / (f(number(high)) - f(number(low)))
    return to.low + (to.high - to.low) * min(max(share, 0), 1)
  case .clamp(let low, let high): return min(max(x, low.map(number) ?? -.infinity), high.map(number) ?? .infinity)
  case .round(let digits): return naiveDisplayed(x, digits: digits)
  case .times(let factor): return x * number(factor)
  default: return x
  }
}

/// Bands in two directions: the first bound that is reached in each.
func naiveMatrix(_ matrix: Step.Matrix, _ x: Double, across: Double) -> Double? {
  for row in matrix.rows where reaches(x, row.atLeast) {
    for (column, gives) in zip(matrix.columns, row.gives) where reaches(across, column) { return number(gives) }
    return nil
  }
  return nil
}

private func number(_ operand: Step.Operand) -> Double { operand.number ?? 1 }

private func reaches(_ x: Double, _ bound: Step.Operand) -> Bool { (snappedOrder(x, number(bound)) ?? -1) >= 0 }

private func interpolated(_ knots: [(x: Double, y: Double)], _ x: Double) -> Double? {
  guard let first = knots.first, let last = knots.last else { return nil }
  if x <= first.x { return first.y }
  if x >= last.x { return last.y }
  for (a, b) in zip(knots, knots.dropFirst()) where a.x <= x && x <= b.x {
    return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)
  }
  return nil
}
