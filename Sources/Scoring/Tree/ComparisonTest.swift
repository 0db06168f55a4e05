import Schemes
import Statistics

extension Comparison {
  /// Whether a number stands in the relation; both are snapped (K1), and nothing else in the engine compares with a
  /// written number. A missing number (NaN) stands in none.
  package func holds(for value: Double) -> Bool {
    let (value, bound) = (snapped(value), snapped(bound))
    return switch relation {
    case .atLeast: value >= bound
    case .atMost: value <= bound
    case .above: value > bound
    case .below: value < bound
    case .equals: value == bound
    }
  }
}

/// What a test of a measure gives on one unit.
enum TestOutcome {
  case holds, fails
  /// The measure is missing: not judged (未核).
  case unverified
}

extension MeasureColumn {
  /// Compares one unit's value. A measure that is not applicable or full has no number to compare: the test fails, and
  /// nothing is unverified about it.
  /// - Parameter knowsLeast: a count beside a missing value is a lower bound that can already decide (M5).
  func test(_ comparison: Comparison, _ unit: Int, knowsLeast: Bool = false) -> TestOutcome {
    switch state[unit] {
    case .value: return comparison.holds(for: value[unit]) ? .holds : .fails
    case .notApplicable, .full: return .fails
    case .missing:
      let isMonotone = comparison.relation == .atLeast || comparison.relation == .above
      return knowsLeast && isMonotone && comparison.holds(for: numerator[unit]) ? .holds : .unverified
    }
  }

  /// Values outside the stated range become missing (R2).
  /// - Returns: the units concerned.
  mutating func removeValues(outside range: ClosedRange<Double>) -> [Int] {
    let least = Comparison(.atLeast, range.lowerBound)
    let greatest = Comparison(.atMost, range.upperBound)
    var outside: [Int] = []
    for unit in value.indices {
      let isNew = state[unit] == .value && !(least.holds(for: value[unit]) && greatest.holds(for: value[unit]))
      if isNew { self[unit] = MeasureValue(reason: .outOfRange, n: n[unit]) }
      if isNew || (state[unit] == .missing && reason[unit] == .outOfRange) { outside.append(unit) }
    }
    return outside
  }
}
