import Schemes

/// What became of one row on its way into a measure, for `explain`.
package struct RowUse: Sendable, Equatable {
  package enum Use: Sendable, Equatable {
    case counted
    /// Another row of the same key was kept.
    case droppedByUnique
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

/// What became of each row of one unit, in source order. The rows are those that `reduce` was given; those of other units
/// are left out. `median` counts every row.
package func contributions(of rows: [MeasureRow], to measure: Measure, unit: Int) -> [RowUse] {
  let own = rows.filter { $0.unit == unit }.sorted { $0.source < $1.source }
  var uses = [RowUse.Use](repeating: .counted, count: own.count)
  let selection = uniqueRows(own, by: measure.unique)
  for index in selection.dropped { uses[index] = .droppedByUnique }
  let kept = selection.kept.map { own[$0] }
  let countsRows = (measure.first?.take ?? measure.take) == .count && measure.value == nil
  for (row, index) in zip(kept, selection.kept) {
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
  let stage = lastStage(of: kept, measure)
  guard let first = measure.first else {
    mark(stage, as: measure.take) { [selection.kept[$0]] }
    return zip(own, uses).map { RowUse(source: $0.source, use: $1) }
  }
  let members = groups(of: kept)
  mark(stage, as: measure.take) { members[$0].map { selection.kept[$0] } }
  var inner = measure
  inner.first = nil
  inner.take = first.take
  let values = lastStage(of: kept, inner)
  for group in members { mark(group.map { values[$0] }, as: first.take) { [selection.kept[$0]] } }
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
