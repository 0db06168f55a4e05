import Schemes
import Scoring

/// The rows of one unit on their way to a number: unique, then the values, then `first` (M8, M10, M11).
struct NaiveStages {
  let measure: Measure
  /// Who is a member; nil: the measure has no roster.
  let roster: Set<String>?

  /// - Returns: the rows that `unique` kept, and what the last stage reduces.
  func stages(_ rows: [MeasureRow]) -> (kept: [MeasureRow], last: [MeasureRow]) {
    var kept: [MeasureRow] = []
    for row in rows {
      let isBeaten = rows.contains { other in
        guard measure.unique != nil, let key = row.uniqueKey, other.uniqueKey == key else { return false }
        return Self.beats(other, row)
      }
      if !isBeaten { kept.append(row) }
    }
    var values = kept.filter { !$0.isNotApplicable && !$0.value.isNaN }
    // Without a value, rows are counted (M1).
    if measure.value == nil { values = kept }
    guard let first = measure.first else { return (kept, values) }
    return (kept, grouped(values, first, named: Set(kept.compactMap(\.firstKey))))
  }

  /// Reading: a member all of whose rows are empty or not applicable has rows, so gets no 0; rows that name no group are
  /// a group together; `then` acts on the zeros too, and a group for which it has nothing to give is skipped like NULL.
  private func grouped(_ values: [MeasureRow], _ first: Measure.First, named: Set<String>) -> [MeasureRow] {
    var groups: [String: [MeasureRow]] = [:]
    for row in values { groups[row.firstKey.map { "named " + $0 } ?? "unnamed", default: []].append(row) }
    var last: [MeasureRow] = []
    for key in groups.keys.sorted() {
      guard let group = groups[key], var latest = group.max(by: Self.isEarlier) else { continue }
      latest.value = Self.reduced(group, by: first.take)
      last.append(latest)
    }
    for member in (roster ?? []).subtracting(named).sorted() {
      last.append(
        MeasureRow(unit: 0, from: 0, to: 0, value: 0, firstKey: member, source: RowReference(batch: 0, row: 0)))
    }
    for step in first.then {
      last = last.compactMap { row in
        guard let value = naivePointwise(step.action, row.value, points: 1), !value.isNaN else { return nil }
        var row = row
        row.value = value
        return row
      }
    }
    return last
  }

  /// Greater `keep` wins, NULL last; then smaller `then`, NULL last; ties keep the first source row.
  static func beats(_ a: MeasureRow, _ b: MeasureRow) -> Bool {
    if a.uniqueRank.isNaN != b.uniqueRank.isNaN { return b.uniqueRank.isNaN }
    if !a.uniqueRank.isNaN && a.uniqueRank != b.uniqueRank { return a.uniqueRank > b.uniqueRank }
    if a.uniqueOrder.isNaN != b.uniqueOrder.isNaN { return b.uniqueOrder.isNaN }
    if !a.uniqueOrder.isNaN && a.uniqueOrder != b.uniqueOrder { return a.uniqueOrder < b.uniqueOrder }
    return a.source < b.source
  }

  /// M10.
  static func isEarlier(_ a: MeasureRow, _ b: MeasureRow) -> Bool {
    if a.to != b.to { return a.to < b.to }
    if a.from != b.from { return a.from < b.from }
    if a.time != b.time { return a.time < b.time }
    return a.source < b.source
  }

  /// At least one row, none without a value. Shares weigh sums, counts and means (M11); the others look at values only.
  static func reduced(_ rows: [MeasureRow], by take: Reducer) -> Double {
    let values = rows.map(\.value)
    let sorted = values.sorted()
    let shares = rows.map(\.weight).reduce(0, +)
    switch take {
    case .mean, .share: return rows.map { $0.weight * $0.value }.reduce(0, +) / shares
    case .sum: return rows.map { $0.weight * $0.value }.reduce(0, +)
    case .count: return shares
    case .min: return sorted[0]
    case .max: return sorted[sorted.count - 1]
    case .median: return naiveMedian(values)
    case .last: return rows.max(by: isEarlier)?.value ?? .nan
    case .trimmed(let drop, let least, let otherwise):
      guard values.count >= least else { return reduced(rows, by: otherwise) }
      return naiveMean(Array(sorted[drop..<(sorted.count - drop)]))
    }
  }
}
