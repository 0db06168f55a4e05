import Foundation
import Schemes
import Scoring

/// One step on one column: units without a value are absent from it (R1, R3, R10, R15).
struct NaiveSteps {
  let units: [ScoredUnit]
  let defaultPopulation: Population
  let isEligible: (Int) -> Bool

  /// - Parameter facts: of the window in which the steps act: a half's leaves are those of a run of that half.
  init(_ input: NaiveCase, _ facts: NaiveFacts) {
    units = input.units
    defaultPopulation = input.scheme.defaults.over
    let lines = input.scheme.eligible
    isEligible = { unit in lines.allSatisfy { facts.holds($0, unit) } }
  }

  func after(_ step: Step, _ column: [Int: Double], points: Double?) -> [Int: Double] {
    if case .zScore(let to, let over) = step.action {
      return standardised(column, to: to, over: over ?? defaultPopulation)
    }
    var result: [Int: Double] = [:]
    for (unit, x) in column {
      if let y = pointwise(step.action, x, points ?? .nan), !y.isNaN { result[unit] = y }
    }
    return result
  }

  private func pointwise(_ action: Step.Action, _ x: Double, _ p: Double) -> Double? {
    switch action {
    case .linear(let knots): return interpolated(knots.map { (number($0.x), number($0.y)) }, x)
    case .bands(let bands):
      for band in bands where (snappedOrder(x, number(band.atLeast)) ?? -1) >= 0 { return number(band.gives) }
      return nil
    case .proportional(let full): return p * min(max(x / number(full), 0), 1)
    case .deduct(let each, let atMost): return max(0, p - min(number(each) * x, atMost.map(number) ?? .infinity))
    case .add(let each, let atMost): return max(0, min(p, number(each) * x, atMost.map(number) ?? .infinity))
    case .pass(let comparison): return naiveHolds(x, comparison) ? p : 0
    case .goalposts(let low, let high, let isLogarithmic, let to):
      if isLogarithmic && x <= 0 { return nil }
      func f(_ v: Double) -> Double { isLogarithmic ? log(v) : v }
      let share = (f(x) - f(number(low))) / (f(number(high)) - f(number(low)))
      return to.low + (to.high - to.low) * min(max(share, 0), 1)
    case .times(let factor): return x * number(factor)
    default: return x
    }
  }

  private func interpolated(_ knots: [(x: Double, y: Double)], _ x: Double) -> Double? {
    guard let first = knots.first, let last = knots.last else { return nil }
    if x <= first.x { return first.y }
    if x >= last.x { return last.y }
    for (a, b) in zip(knots, knots.dropFirst()) where a.x <= x && x <= b.x {
      return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)
    }
    return nil
  }

  private func standardised(
    _ column: [Int: Double], to: Step.MeanAndDeviation, over: Population
  ) -> [Int: Double] {
    var result: [Int: Double] = [:]
    for (unit, x) in column {
      var population: [Double] = []
      for other in column.keys.sorted() {
        let belongs =
          switch over {
          case .reported, .frozen, .periods: true
          case .eligible: isEligible(other)
          case .peers: units[other].peers == units[unit].peers
          }
        if belongs, let value = column[other] { population.append(value) }
      }
      guard population.count >= 2, let low = population.min(), let high = population.max(),
        high - low > 1e-12 * max(1, abs(high))
      else { continue }
      result[unit] = to.mean + to.deviation * (x - naiveMean(population)) / naiveDeviation(population)
    }
    return result
  }

  private func number(_ operand: Step.Operand) -> Double { operand.number ?? 1 }
}
