import Register

extension Scheme.UnitSelection {
  /// Whether a unit of this kind with these register cells is selected. Validity in time is not looked at here (U1).
  package func includes(
    kind: String, row: [String: String], moments: [Expression.Moment: CalendarDate] = [:]
  ) -> Bool {
    guard kinds.isEmpty || kinds.contains(kind) else { return false }
    return predicate?.expression.evaluate(row: row, moments: moments).isTrue ?? true
  }
}
