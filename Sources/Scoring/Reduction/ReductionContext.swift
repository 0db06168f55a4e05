import Schemes

/// What a reducer must know of a table beside its rows.
package struct ReductionContext: Sendable {
  /// Per unit: whether another table proves that unit and window were looked at (M5); nil: no table does, for none.
  package var covered: [Bool]?
  /// Having no row means that nothing happened. `covered`, where given, is asked first.
  package var isComplete: Bool
  /// For anonymous tables: fewer values than this are missing, with the reason `belowMinimumCell` (M7).
  package var minimumCell: Int?

  package init(covered: [Bool]? = nil, isComplete: Bool = false, minimumCell: Int? = nil) {
    self.covered = covered
    self.isComplete = isComplete
    self.minimumCell = minimumCell
  }

  /// False: nobody has said that the rows are all there are.
  func isCovered(_ unit: Int) -> Bool { covered.map { unit < $0.count && $0[unit] } ?? true }
  /// Whether no row means 0 for count and sum (M6).
  var provesAbsence: Bool { covered != nil || isComplete }
}
