import Register

/// A recorded decision: it replaces a node's value for a unit (R14), adds points by an `adjust` effect (E4), gives the
/// reason for a difference between hands, or settles a tie for the last places of a grade (G4).
package struct Decision: Sendable, Hashable, Codable {
  package enum Value: Sendable, Hashable, Codable {
    case number(Double)
    /// 不适用: the node does not concern the unit.
    case notApplicable
    /// Only a reason.
    case none
    /// 授予, 不授予: of a grade.
    case granted, refused
  }
  /// As the file has it: `2026H1`, `2026`.
  package var period: String
  /// A node, an effect or a grade.
  package var target: String
  /// The unit's code.
  package var unit: String
  package var value: Value
  package var reason: String
  package var role: String
  /// yyyymmdd.
  package var date: Int
  package init(
    period: String, target: String, unit: String, value: Value, reason: String, role: String, date: Int
  ) {
    self.period = period
    self.target = target
    self.unit = unit
    self.value = value
    self.reason = reason
    self.role = role
    self.date = date
  }
}

/// A title that a unit holds or held (G3).
package struct TitleHolding: Sendable, Hashable, Codable {
  /// Index in `ScoringInput.units`.
  package var unit: Int
  package var grade: String
  /// yyyymmdd; `to` nil: without end.
  package var from: Int
  package var to: Int?
  package init(unit: Int, grade: String, from: Int, to: Int?) {
    self.unit = unit
    self.grade = grade
    self.from = from
    self.to = to
  }
}
