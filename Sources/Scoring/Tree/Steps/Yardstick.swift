import Schemes
import Statistics

/// What a cross-unit step takes from its population, and what it makes of any value with it. Units outside the population
/// are measured with the same stick, and may leave the bounds (R11).
struct Yardstick {
  enum Failure: Error {
    /// Fewer than two values, or all the same (R10).
    case constant(units: Int)
    /// The unit to compare with has no value.
    case goalAbsent
    /// The target, or the unit to compare with, lies no higher than the least value.
    case goalNotAbove
    /// The greatest value is 0 or less: nothing is a share of it, and shares of a negative one turn the order round.
    case bestNotPositive
  }
  /// NaN in, NaN out.
  let measure: (Double) -> Double
  let treatment: OutlierTreatment?

  private init(treatment: OutlierTreatment? = nil, _ measure: @escaping (Double) -> Double) {
    self.measure = measure
    self.treatment = treatment
  }

  /// - Parameters:
  ///   - members: the population's values, without NaN.
  ///   - goal: the value of the unit that `distance` names.
  /// - Returns: nil for a step that does not compare units.
  static func made(
    for action: Step.Action, of members: [Double], goal: Double
  ) -> Result<Yardstick, Failure>? {
    switch action {
    case .zScore(let to, _):
      guard let standard = Standardisation(of: members) else { return .failure(.constant(units: members.count)) }
      return .success(Yardstick { standard.score($0) * to.deviation + to.mean })
    case .minMax(let to, .observed, _):
      return spread(members).map { low, high in
        Yardstick { to.low + (to.high - to.low) * (($0 - low) / (high - low)) }
      }
    case .rank(let order, _):
      let sorted = members.sorted()
      let count = sorted.count
      return .success(
        order == .ascending
          ? Yardstick { $0.isNaN ? .nan : Double(1 + numberBelow($0, sorted)) }
          : Yardstick { $0.isNaN ? .nan : Double(1 + count - numberUpTo($0, sorted)) })
    case .borda:
      let sorted = members.sorted()
      return .success(Yardstick { $0.isNaN ? .nan : Double(numberBelow($0, sorted)) })
    case .percentile:
      let sorted = members.sorted()
      guard sorted.count >= 2 else { return .failure(.constant(units: sorted.count)) }
      let others = Double(sorted.count - 1)
      return .success(Yardstick { $0.isNaN ? .nan : Double(numberBelow($0, sorted)) / others })
    case .distance(let to, _): return distance(to, members, goal)
    case .shareOfBest:
      guard let best = members.max() else { return .failure(.constant(units: 0)) }
      return isAbove(best, 0) ? .success(Yardstick { $0 / best }) : .failure(.bestNotPositive)
    case .treat(let treatment, _):
      let treated = OutlierTreatment(of: members, OutlierRule(treatment))
      return .success(Yardstick(treatment: treated, treated.value))
    default: return nil
    }
  }

  private static func distance(
    _ to: Step.Goal, _ members: [Double], _ goal: Double
  ) -> Result<Yardstick, Failure> {
    switch to {
    case .best:
      return spread(members).map { low, high in Yardstick { 1 - (high - $0) / (high - low) } }
    case .unit:
      guard let low = members.min() else { return .failure(.constant(units: 0)) }
      if goal.isNaN { return .failure(.goalAbsent) }
      return isAbove(goal, low) ? .success(Yardstick { 1 - (goal - $0) / (goal - low) }) : .failure(.goalNotAbove)
    case .target(let target, let isCapped):
      guard let low = members.min() else { return .failure(.constant(units: 0)) }
      let target = target.number ?? .nan
      guard isAbove(target, low) else { return .failure(.goalNotAbove) }
      return .success(
        Yardstick { value in
          let share = (value - low) / (target - low)
          return isCapped && share > 1 ? 1 : share
        })
    }
  }

  /// Least and greatest, if they differ by more than rounding (R10).
  private static func spread(_ members: [Double]) -> Result<(Double, Double), Failure> {
    guard members.count >= 2, let low = members.min(), let high = members.max(), isAbove(high, low) else {
      return .failure(.constant(units: members.count))
    }
    return .success((low, high))
  }

  private static func isAbove(_ high: Double, _ low: Double) -> Bool { high - low > 1e-12 * max(1, abs(high)) }
}

extension OutlierRule {
  init(_ treatment: Step.Treatment) {
    let transform: Transform? =
      switch treatment.then {
      case .none: nil
      case .logCT: .log
      case .logCTOriginal: .logOfOne
      case .logCTPlus: .logEitherSide
      }
    self.init(
      skewness: treatment.skew, kurtosis: treatment.kurtosis, points: treatment.winmax, transform: transform,
      isCombined: treatment.isCombined, isForced: treatment.isForced)
  }
}

/// How many of the ascending values are less than this one; ranks inside steps compare exactly (R15).
private func numberBelow(_ value: Double, _ sorted: [Double]) -> Int {
  firstIndex(sorted) { $0 >= value }
}

/// How many of the ascending values are no greater than this one.
private func numberUpTo(_ value: Double, _ sorted: [Double]) -> Int {
  firstIndex(sorted) { $0 > value }
}

/// The first index at which a condition holds that holds from somewhere on; by halving.
private func firstIndex(_ sorted: [Double], _ holds: (Double) -> Bool) -> Int {
  var (low, high) = (0, sorted.count)
  while low < high {
    let middle = (low + high) / 2
    if holds(sorted[middle]) { high = middle } else { low = middle + 1 }
  }
  return low
}
