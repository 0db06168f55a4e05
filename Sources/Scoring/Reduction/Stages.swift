import Schemes
import Statistics

/// A value on its way into a reducer, with the date and source that `last` looks at.
struct StageValue {
  /// NaN: none (NULL, not applicable).
  var value: Double
  /// What it counts for; a row's share.
  var weight: Double = 1
  var to: Int
  var from: Int
  var time = 0
  var source: RowReference
  /// Index of the row, or of the group.
  var index: Int

  /// At the same moment the row that was imported later is the later one, and of one batch the lower (M10).
  func isBefore(_ other: StageValue) -> Bool {
    (to, from, time, source) < (other.to, other.from, other.time, other.source)
  }
}

/// What one stage gives; nil instead of it where no value was there.
struct Reduced {
  var value: Double
  var n: Int
  var sd: Double
  var numerator: Double = .nan
  var denominator: Double = .nan
}

/// Keeps one row per key: the greatest `keep`, NULL last; of equal ones the smallest `then`, NULL last; ties the first
/// source row. Rows without a key are all kept (M8).
/// - Parameter rows: in source order.
func uniqueRows(_ rows: [MeasureRow], by unique: Measure.Unique?) -> (kept: [Int], dropped: [Int]) {
  guard unique != nil else { return (Array(rows.indices), []) }
  var best: [String: Int] = [:]
  for (index, row) in rows.enumerated() {
    guard let key = row.uniqueKey else { continue }
    if let other = best[key] {
      if row.precedes(rows[other]) { best[key] = index }
    } else {
      best[key] = index
    }
  }
  let isKept = { (index: Int) in rows[index].uniqueKey.map { best[$0] == index } ?? true }
  return (rows.indices.filter(isKept), rows.indices.filter { !isKept($0) })
}

extension MeasureRow {
  /// Whether it is kept rather than another row of the same key, but for their order in the source.
  func precedes(_ other: MeasureRow) -> Bool { claimsBefore(other) == true }

  /// nil: `keep` and `then` do not tell.
  func claimsBefore(_ other: MeasureRow) -> Bool? {
    if uniqueRank.isNaN != other.uniqueRank.isNaN { return other.uniqueRank.isNaN }
    if !uniqueRank.isNaN, uniqueRank != other.uniqueRank { return uniqueRank > other.uniqueRank }
    if uniqueOrder.isNaN != other.uniqueOrder.isNaN { return other.uniqueOrder.isNaN }
    return uniqueOrder.isNaN || uniqueOrder == other.uniqueOrder ? nil : uniqueOrder < other.uniqueOrder
  }
}

/// The values that the last reducer sees: the rows', or one per group of `first`. Rows that name no group are one group.
/// A group is as late as its latest row with a value, so that the last of the last values is the last value (M1, M10).
///
/// A group weighs what its rows weigh on the mean, unless its own number (a sum or count) carries their weights already.
/// - Parameter members: of `first.over`; who has no row is a group of its own, with the number 0 (M8).
func lastStage(of rows: [MeasureRow], _ measure: Measure, members: [String]? = nil) -> [StageValue] {
  let reader = measure.first?.take ?? measure.take
  let countsRows = reader == .count && measure.value == nil
  let values = rows.enumerated().map { index, row in
    StageValue(
      value: row.isNotApplicable ? .nan : countsRows ? 1 : row.value, weight: row.weight, to: row.to, from: row.from,
      time: row.time, source: row.source, index: index)
  }
  guard let first = measure.first else { return values }
  var stage = groups(of: rows).enumerated().map { index, members in
    let own = members.map { values[$0] }
    var latest = own[0]
    for value in own where !value.value.isNaN && (latest.value.isNaN || latest.isBefore(value)) { latest = value }
    latest.value = reduced(own, as: first.take)?.value ?? .nan
    latest.weight = first.take.addsUp ? 1 : own.map(\.weight).reduce(0, +) / Double(own.count)
    latest.index = index
    return latest
  }
  if let members {
    let present = Set(rows.map(\.firstKey))
    for member in members where !present.contains(member) {
      let none = RowReference(batch: 0, row: 0)
      stage.append(StageValue(value: 0, to: 0, from: 0, source: none, index: stage.count))
    }
  }
  guard !first.then.isEmpty else { return stage }
  var numbers = stage.map(\.value)
  for step in first.then { numbers = step.action.transformed(numbers, points: 1) }
  for index in stage.indices { stage[index].value = numbers[index] }
  return stage
}

/// Indices of the rows of each group of `first`, in the order of their first rows.
func groups(of rows: [MeasureRow]) -> [[Int]] {
  var places: [String?: Int] = [:]
  var groups: [[Int]] = []
  for (index, row) in rows.enumerated() {
    if let place = places[row.firstKey] {
      groups[place].append(index)
    } else {
      places[row.firstKey] = groups.count
      groups.append([index])
    }
  }
  return groups
}

/// One stage; NaN values are skipped (M1). Mean, share, sum and count weigh the values; the others pick some of them,
/// and n is their number whatever they weigh.
/// - Returns: nil if no value is there, for `count` too.
func reduced(_ stage: [StageValue], as reducer: Reducer) -> Reduced? {
  let present = stage.filter { !$0.value.isNaN && $0.weight > 0 }
  guard !present.isEmpty else { return nil }
  let values = present.map(\.value)
  let n = values.count
  let sd = sampleDeviation(values)
  switch reducer {
  case .mean, .share:
    let (sum, weight) = (weightedSum(present), present.reduce(0) { $0 + $1.weight })
    return Reduced(value: sum / weight, n: n, sd: sd, numerator: sum, denominator: weight)
  case .sum: return Reduced(value: weightedSum(present), n: n, sd: sd)
  case .count: return Reduced(value: present.reduce(0) { $0 + $1.weight }, n: n, sd: .nan)
  case .min: return Reduced(value: values.min() ?? .nan, n: n, sd: sd)
  case .max: return Reduced(value: values.max() ?? .nan, n: n, sd: sd)
  case .median: return Reduced(value: median(values), n: n, sd: sd)
  case .last:
    var latest = present[0]
    for value in present where latest.isBefore(value) { latest = value }
    return Reduced(value: latest.value, n: n, sd: sd)
  case .trimmed(_, _, let otherwise):
    guard let counted = trimming(present, by: reducer) else { return reduced(present, as: otherwise) }
    let kept = counted.map(\.value).reduce(0, +)
    return Reduced(
      value: kept / Double(counted.count), n: n, sd: sd, numerator: kept, denominator: Double(counted.count))
  }
}

private func weightedSum(_ values: [StageValue]) -> Double { values.reduce(0) { $0 + $1.value * $1.weight } }

extension Reducer {
  /// Its number grows with every row, so that weights of rows are in it.
  fileprivate var addsUp: Bool { self == .sum || self == .count }
}

/// What `trimmed` leaves of the values, in their order; ties drop the earlier sources first at the low end and the later
/// ones first at the high end, so that who is dropped does not depend on the order of rows. nil: too few to trim, or
/// another reducer.
func trimming(_ present: [StageValue], by reducer: Reducer) -> [StageValue]? {
  guard case .trimmed(let drop, let least, _) = reducer, drop >= 0, present.count >= least,
    present.count > 2 * drop
  else { return nil }
  let sorted = present.indices.sorted {
    present[$0].value == present[$1].value ? $0 < $1 : present[$0].value < present[$1].value
  }
  let kept = sorted[drop..<(sorted.count - drop)].sorted()
  return kept.map { present[$0] }
}
