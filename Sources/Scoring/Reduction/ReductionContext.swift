import Schemes

/// What a reducer must know of a table beside its rows.
package struct ReductionContext: Sendable {
  /// Per unit: whether another table proves that unit and window were looked at (M5); nil: no table does, for none.
  package var covered: [Bool]?
  /// Having no row means that nothing happened. `covered`, where given, is asked first.
  package var isComplete: Bool
  /// For anonymous tables: fewer values than this are missing, with the reason `belowMinimumCell` (M7).
  package var minimumCell: Int?
  /// Per unit the members that `first.over` names, each once, in the order of the roster; nil: the measure has no roster.
  package var roster: [[String]]?

  package init(
    covered: [Bool]? = nil, isComplete: Bool = false, minimumCell: Int? = nil, roster: [[String]]? = nil
  ) {
    self.covered = covered
    self.isComplete = isComplete
    self.minimumCell = minimumCell
    self.roster = roster
  }

  /// nil: there is no roster.
  package func members(of unit: Int) -> [String]? { roster.map { unit < $0.count ? $0[unit] : [] } }

  /// False: nobody has said that the rows are all there are.
  func isCovered(_ unit: Int) -> Bool { covered.map { unit < $0.count && $0[unit] } ?? true }
  /// Whether no row means 0 for count and sum (M6).
  var provesAbsence: Bool { covered != nil || isComplete }
}
