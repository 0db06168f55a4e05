import Statistics

/// What `treat` did to one column: which points it moved, and how the column's shape changed.
package struct ColumnTreatment: Sendable, Equatable, Codable {
  /// Index among the node's steps.
  package var step: Int
  /// The peers whose column it was; empty: all units'.
  package var group: String
  /// nil where the column has no shape (under four values, or all equal).
  package var before: Shape?
  /// nil: no point was moved.
  package var winsorised: Shape?
  /// nil: no transform was needed, or none is written.
  package var transformed: Shape?
  /// Units whose value was moved down to the upper bound, or up to the lower.
  package var lowered: [Int]
  package var raised: [Int]
  package var upperBound: Double?
  package var lowerBound: Double?
  /// `log_ct`, `log_ct_orig`, `log_ct_plus`; nil: none acted.
  package var transform: String?
  /// `log_ct_plus` took the logarithm of the distance from the greatest value.
  package var isMirrored: Bool

  package init(
    step: Int, group: String = "", before: Shape?, winsorised: Shape? = nil, transformed: Shape? = nil,
    lowered: [Int] = [], raised: [Int] = [], upperBound: Double? = nil, lowerBound: Double? = nil,
    transform: String? = nil, isMirrored: Bool = false
  ) {
    self.step = step
    self.group = group
    self.before = before
    self.winsorised = winsorised
    self.transformed = transformed
    self.lowered = lowered
    self.raised = raised
    self.upperBound = upperBound
    self.lowerBound = lowerBound
    self.transform = transform
    self.isMirrored = isMirrored
  }

  package enum Movement: Sendable, Equatable { case lowered, raised }

  /// nil: the unit's value was not winsorised.
  package func movement(of unit: Int) -> Movement? {
    lowered.contains(unit) ? .lowered : raised.contains(unit) ? .raised : nil
  }
}
