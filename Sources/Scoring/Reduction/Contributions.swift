import Schemes

/// What became of one row on its way into a measure, for `explain`.
package struct RowUse: Sendable, Equatable {
  package enum Use: Sendable, Equatable {
    case counted
    /// Another row of the same key was kept.
    case droppedByUnique
    /// Another unit keeps what the row is about: its index (`unique: {across: units}`).
    case heldByAnother(unit: Int)
    /// Among the lowest or highest that `trimmed` leaves out, itself or its group.
    case trimmed
    /// NULL.
    case empty
    /// A label that means “not applicable” (M6b).
    case notApplicable
    /// `last`: a later row counted. `min`, `max`: another was lower or higher.
    case superseded
  }
  package let source: RowReference
  package let use: Use
  package init(source: RowReference, use: Use) {
    self.source = source
    self.use = use
  }
}

/// What became of each row of one unit, in source order; those of other units are left out. `median` counts every row.
/// - Parameters:
///   - rows: all that `reduce` was given: what another unit keeps is lost here.
///   - context: as for `reduce`; only its roster matters.
package func contributions(
  of rows: [MeasureRow], to measure: Measure, unit: Int, context: ReductionContext = ReductionContext()
) -> [RowUse] {
  let own = rows.filter { $0.unit == unit }.sorted { $0.source < $1.source }
  var uses = [RowUse.Use](repeating: .counted, count: own.count)
  // Indices into `own` of what is still there.
  var held = Array(own.indices)
  if let holders = Holders(rows, of: measure, units: (rows.map(\.unit).max() ?? 0) + 1) {
    for index in own.indices where holders.isHeldElsewhere(own[index]) {
      uses[index] = .heldByAnother(unit: own[index].uniqueKey.flatMap(holders.holder(of:)) ?? unit)
    }
    held = held.filter { uses[$0] == .counted }
  }
  let selection = uniqueRows(held.map { own[$0] }, by: measure.unique)
  for index in selection.dropped { uses[held[index]] = .droppedByUnique }
  let places = selection.kept.map { held[$0] }
  let kept = places.map { own[$0] }
  let countsRows = (measure.first?.take ?? measure.take) == .count && measure.value == nil
  for (row, index) in zip(kept, places) {
    if row.isNotApplicable {
      uses[index] = .notApplicable
    } else if row.value.isNaN && !countsRows {
      uses[index] = .empty
    }
  }
  func mark(_ stage: [StageValue], as reducer: Reducer, rowsOf: (Int) -> [Int]) {
    for (index, use) in leftOut(of: stage, by: reducer) {
      for row in rowsOf(index) where uses[row] == .counted { uses[row] = use }
    }
  }
  let stage = lastStage(of: kept, measure, members: context.members(of: unit))
  guard let first = measure.first else {
    mark(stage, as: measure.take) { [places[$0]] }
    return zip(own, uses).map { RowUse(source: $0.source, use: $1) }
  }
  let members = groups(of: kept)
  // Members without rows come after the groups, and have none to mark.
  mark(stage, as: measure.take) { members.indices.contains($0) ? members[$0].map { places[$0] } : [] }
  var inner = measure
  inner.first = nil
  inner.take = first.take
  let values = lastStage(of: kept, inner)
  for group in members { mark(group.map { values[$0] }, as: first.take) { [places[$0]] } }
  return zip(own, uses).map { RowUse(source: $0.source, use: $1) }
}

/// The entries of a stage that have a value and yet do not enter the result, by their index.
private func leftOut(of stage: [StageValue], by reducer: Reducer) -> [(Int, RowUse.Use)] {
  let present = stage.filter { !$0.value.isNaN }
  guard let result = reduced(present, as: reducer) else { return [] }
  switch reducer {
  case .mean, .share, .sum, .count, .median: return []
  case .min, .max: return present.filter { $0.value != result.value }.map { ($0.index, .superseded) }
  case .last:
    var latest = present[0]
    for value in present where latest.isBefore(value) { latest = value }
    return present.filter { $0.index != latest.index }.map { ($0.index, .superseded) }
  case .trimmed(_, _, let otherwise):
    guard let counted = trimming(present, by: reducer) else { return leftOut(of: present, by: otherwise) }
    let indices = Set(counted.map(\.index))
    return present.filter { !indices.contains($0.index) }.map { ($0.index, .trimmed) }
  }
}
