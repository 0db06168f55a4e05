/// Why a number is not there, or what it stands for. No events, not reported, not applicable and missing are four
/// different things, and stay different.
package enum ValueState: UInt8, Sendable, CaseIterable {
  case value
  /// Nothing to grade, although it should be there.
  case missing
  /// Does not concern the unit: leaves numerator, denominator and coverage (R5).
  case notApplicable
  /// Nothing happened that could have cost points: full points, marked 无事项 (M6).
  case full
}

/// Why a measure has no value, for reports and `explain`.
package enum MissingReason: UInt8, Sendable, CaseIterable {
  case none
  /// No row at all.
  case noRows
  /// Rows, but no value in them.
  case allEmpty
  /// Fewer values than `min_n`.
  case belowMinimumN
  /// Fewer values than the minimum cell: n is hidden too.
  case belowMinimumCell
  /// Nobody has reported that there was nothing.
  case notCovered
  /// The denominator is missing or not above 0.
  case noDenominator
  /// The value lies outside the range that the scheme states.
  case outOfRange
}

/// One measure over all units in scope; arrays are aligned with `ScoringInput.units`.
package struct MeasureColumn: Sendable, Equatable {
  /// NaN where there is none.
  package var value: [Double]
  package var state: [ValueState]
  package var reason: [MissingReason]
  /// Values reduced at the last stage (after NULLs are skipped; after `first`, groups).
  package var n: [Int]
  /// Sample standard deviation (n − 1) at the last stage; NaN under two values.
  package var sd: [Double]
  /// Beside a count that is missing because it is not covered: the least that its value can be (M5).
  package var numerator: [Double]
  package var denominator: [Double]

  /// All missing, for want of rows.
  package init(missing count: Int) {
    value = Array(repeating: .nan, count: count)
    state = Array(repeating: .missing, count: count)
    reason = Array(repeating: .noRows, count: count)
    n = Array(repeating: 0, count: count)
    sd = Array(repeating: .nan, count: count)
    numerator = Array(repeating: .nan, count: count)
    denominator = Array(repeating: .nan, count: count)
  }

  /// n as rules may ask for it: one under the minimum cell is unknown to them, and counts as nobody.
  var knownN: [Int] {
    guard reason.contains(.belowMinimumCell) else { return n }
    return zip(n, reason).map { $1 == .belowMinimumCell ? 0 : $0 }
  }

  package subscript(_ unit: Int) -> MeasureValue {
    get {
      MeasureValue(
        value: value[unit], state: state[unit], reason: reason[unit], n: n[unit], sd: sd[unit],
        numerator: numerator[unit], denominator: denominator[unit])
    }
    set {
      value[unit] = newValue.value
      state[unit] = newValue.state
      reason[unit] = newValue.reason
      n[unit] = newValue.n
      sd[unit] = newValue.sd
      numerator[unit] = newValue.numerator
      denominator[unit] = newValue.denominator
    }
  }
}

/// One cell of a measure column.
package struct MeasureValue: Sendable {
  package var value: Double
  package var state: ValueState
  package var reason: MissingReason
  package var n: Int
  package var sd: Double
  package var numerator: Double
  package var denominator: Double

  package init(
    value: Double = .nan, state: ValueState = .missing, reason: MissingReason = .none, n: Int = 0, sd: Double = .nan,
    numerator: Double = .nan, denominator: Double = .nan
  ) {
    self.value = value
    self.state = state
    self.reason = reason
    self.n = n
    self.sd = sd
    self.numerator = numerator
    self.denominator = denominator
  }
}
