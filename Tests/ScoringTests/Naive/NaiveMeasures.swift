import Schemes
import Scoring

/// One measure of one unit, from its rows (M1–M10).
struct NaiveMeasures {
  let input: NaiveCase
  let window: WindowRows

  /// By measure, then by unit.
  func all() -> [String: [Int: MeasureValue]] {
    var table: [String: [Int: MeasureValue]] = [:]
    for measure in input.scheme.measures {
      for unit in input.units.indices { table[measure.id, default: [:]][unit] = value(of: measure, unit: unit) }
    }
    return table
  }

  /// A value outside the range that the scheme states is missing (R2).
  static func withinRange(
    _ table: [String: [Int: MeasureValue]], _ scheme: Scheme
  ) -> [String: [Int: MeasureValue]] {
    var result = table
    for measure in scheme.measures {
      guard let range = measure.range else { continue }
      for (unit, cell) in table[measure.id] ?? [:] where cell.state == .value {
        let isInside =
          naiveHolds(cell.value, .init(.atLeast, range.lowerBound))
          && naiveHolds(cell.value, .init(.atMost, range.upperBound))
        if !isInside {
          result[measure.id]?[unit]?.state = .missing
          result[measure.id]?[unit]?.reason = .outOfRange
          result[measure.id]?[unit]?.value = .nan
        }
      }
    }
    return result
  }

  func value(of measure: Measure, unit: Int) -> MeasureValue {
    let facts = input.tables[measure.table ?? ""] ?? TableFacts()
    let all = window.rows[measure.id] ?? []
    let rows = all.filter { $0.unit == unit && !isLost($0, all, measure) }
    let roster = measure.first?.roster == nil ? nil : window.rosters[measure.id].map { $0[unit] ?? [] }
    let isCovered = !facts.hasCoverage || (window.covered[measure.table ?? ""]?.contains(unit) ?? false)
    var result = MeasureValue()
    // With a roster it is the members who decide: rows of others alone are as none (M6).
    if roster?.isEmpty ?? rows.isEmpty {
      if !isCovered {
        result.reason = .notCovered
        if measure.take == .count { result.numerator = known(0, of: measure, unit) }
        return result
      }
      return withoutRows(measure, facts, unit)
    }

    let stages = NaiveStages(measure: measure, roster: roster).stages(rows)
    result.n = stages.last.count
    // In the unit of the value; a count has none.
    result.sd = measure.take == .count ? .nan : naiveDeviation(stages.last.map(\.value)) * abs(measure.times)
    if facts.isAnonymous && !stages.last.isEmpty && result.n < naiveMinimumCell {
      result.reason = .belowMinimumCell
      return result
    }
    if !isCovered {
      result.reason = .notCovered
      if measure.take == .count {
        result.numerator = known(stages.last.map(\.weight).reduce(0, +), of: measure, unit)
      }
      return result
    }
    if measure.value != nil && !rows.isEmpty && stages.kept.allSatisfy(\.isNotApplicable) && stages.last.isEmpty {
      result.state = .notApplicable
      return result
    }
    if stages.last.isEmpty {
      result.reason = .allEmpty
      return result
    }
    if let least = measure.minN, result.n < least {
      result.reason = .belowMinimumN
      return result
    }
    return finished(NaiveStages.reduced(stages.last, by: measure.take), of: measure, unit, result)
  }

  /// `across: units`: another unit has the better row of the same key, so that this one counts as no row (M6, M8).
  private func isLost(_ row: MeasureRow, _ all: [MeasureRow], _ measure: Measure) -> Bool {
    guard measure.unique?.isAcrossUnits == true, let key = row.uniqueKey else { return false }
    let claims = all.filter { $0.uniqueKey == key }
    let best = claims.first { claim in !claims.contains { NaiveStages.beats($0, claim) } }
    return best.map { $0.unit != row.unit } ?? false
  }

  /// M6: no row passed `where`.
  private func withoutRows(_ measure: Measure, _ facts: TableFacts, _ unit: Int) -> MeasureValue {
    var result = MeasureValue()
    switch measure.empty {
    case .missing:
      result.reason = .noRows
    case .notApplicable:
      result.state = .notApplicable
    case .full:
      result.state = .full
    case .number(let number):
      return finished(number, of: measure, unit, result)
    case nil:
      if (measure.take == .count || measure.take == .sum) && (facts.isComplete || facts.hasCoverage) {
        return finished(0, of: measure, unit, result)
      }
      result.reason = .noRows
    }
    return result
  }

  /// M5: the least that a count can be; NaN where that cannot be said.
  private func known(_ count: Double, of measure: Measure, _ unit: Int) -> Double {
    finished(count, of: measure, unit, MeasureValue()).value
  }

  /// The denominator and `times`.
  private func finished(
    _ number: Double, of measure: Measure, _ unit: Int, _ sofar: MeasureValue
  ) -> MeasureValue {
    var result = sofar
    var value = number
    if let per = measure.denominator {
      let rows = (window.denominators[measure.id] ?? []).filter { $0.unit == unit && !$0.isNotApplicable }
      let values = rows.filter { !$0.value.isNaN }
      guard !values.isEmpty, NaiveStages.reduced(values, by: per.take) > 0 else {
        result.reason = .noDenominator
        return result
      }
      result.numerator = number
      result.denominator = NaiveStages.reduced(values, by: per.take)
      value = number / result.denominator
    }
    value *= measure.times
    result.state = .value
    result.reason = .none
    result.value = value
    return result
  }
}

/// The n that rules know: none where the cell is too small to be shown.
func naiveKnownN(_ cell: MeasureValue?) -> Int {
  guard let cell, cell.reason != .belowMinimumCell else { return 0 }
  return cell.n
}
