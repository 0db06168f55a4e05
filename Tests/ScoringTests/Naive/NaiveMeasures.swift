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
    let rows = (window.rows[measure.id] ?? []).filter { $0.unit == unit }
    let isCovered = !facts.hasCoverage || (window.covered[measure.table ?? ""]?.contains(unit) ?? false)
    var result = MeasureValue()
    if rows.isEmpty {
      if !isCovered {
        result.reason = .notCovered
        if measure.take == .count { result.numerator = known(0, of: measure, unit) }
        return result
      }
      return withoutRows(measure, facts, unit)
    }

    let stages = Self.stages(of: measure, rows)
    result.n = stages.last.count
    // In the unit of the value; a count has none.
    result.sd = measure.take == .count ? .nan : naiveDeviation(stages.last.map(\.value)) * abs(measure.times)
    if !isCovered {
      result.reason = .notCovered
      if measure.take == .count { result.numerator = known(result.n, of: measure, unit) }
      return result
    }
    if measure.value != nil && stages.kept.allSatisfy(\.isNotApplicable) {
      result.state = .notApplicable
      return result
    }
    if stages.last.isEmpty {
      result.reason = .allEmpty
      return result
    }
    if facts.isAnonymous && result.n < naiveMinimumCell {
      result.reason = .belowMinimumCell
      return result
    }
    if let least = measure.minN, result.n < least {
      result.reason = .belowMinimumN
      return result
    }
    return finished(Self.reduced(stages.last, by: measure.take), of: measure, unit, result)
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
  private func known(_ count: Int, of measure: Measure, _ unit: Int) -> Double {
    finished(Double(count), of: measure, unit, MeasureValue()).value
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
      guard !values.isEmpty, Self.reduced(values, by: per.take) > 0 else {
        result.reason = .noDenominator
        return result
      }
      result.numerator = number
      result.denominator = Self.reduced(values, by: per.take)
      value = number / result.denominator
    }
    value *= measure.times
    result.state = .value
    result.reason = .none
    result.value = value
    return result
  }

  /// M8: unique, then the values, then `first`.
  private static func stages(of measure: Measure, _ rows: [MeasureRow]) -> (kept: [MeasureRow], last: [MeasureRow]) {
    var kept: [MeasureRow] = []
    for row in rows {
      let isBeaten = rows.contains { other in
        guard measure.unique != nil, let key = row.uniqueKey, other.uniqueKey == key else { return false }
        return beats(other, row)
      }
      if !isBeaten { kept.append(row) }
    }
    var values = kept.filter { !$0.isNotApplicable && !$0.value.isNaN }
    // Without a value, rows are counted (M1).
    if measure.value == nil { values = kept }
    guard let first = measure.first else { return (kept, values) }
    // Rows that name no group are a group together.
    var groups: [String: [MeasureRow]] = [:]
    for row in values { groups[row.firstKey.map { "named " + $0 } ?? "unnamed", default: []].append(row) }
    var last: [MeasureRow] = []
    for key in groups.keys.sorted() {
      guard let group = groups[key], var latest = group.max(by: isEarlier) else { continue }
      latest.value = reduced(group, by: first.take)
      last.append(latest)
    }
    return (kept, last)
  }

  /// Greater `keep` wins, NULL last, ties keep the first source row.
  private static func beats(_ a: MeasureRow, _ b: MeasureRow) -> Bool {
    if a.uniqueRank.isNaN != b.uniqueRank.isNaN { return b.uniqueRank.isNaN }
    if !a.uniqueRank.isNaN && a.uniqueRank != b.uniqueRank { return a.uniqueRank > b.uniqueRank }
    return a.source < b.source
  }

  /// M10.
  static func isEarlier(_ a: MeasureRow, _ b: MeasureRow) -> Bool {
    if a.to != b.to { return a.to < b.to }
    if a.from != b.from { return a.from < b.from }
    return a.source < b.source
  }

  /// At least one row, none without a value.
  static func reduced(_ rows: [MeasureRow], by take: Reducer) -> Double {
    let values = rows.map(\.value)
    let sorted = values.sorted()
    switch take {
    case .mean, .share: return naiveMean(values)
    case .sum: return values.reduce(0, +)
    case .count: return Double(values.count)
    case .min: return sorted[0]
    case .max: return sorted[sorted.count - 1]
    case .median:
      let middle = sorted.count / 2
      return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    case .last: return rows.max(by: isEarlier)?.value ?? .nan
    case .trimmed(let drop, let least, let otherwise):
      guard values.count >= least else { return reduced(rows, by: otherwise) }
      return naiveMean(Array(sorted[drop..<(sorted.count - drop)]))
    }
  }
}
