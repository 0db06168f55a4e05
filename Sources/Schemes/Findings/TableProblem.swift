/// What can be wrong between a scheme and the tables that it reads.
package enum TableProblem: Sendable, Equatable {
  case withoutUnits(table: String)
  case withoutPeriods(table: String)
  /// A measure of obligations on a table that holds none.
  case withoutObligations(table: String)
  case notDate(column: String, kind: CatalogueColumn.Kind)
  case notOrdered(column: String, kind: CatalogueColumn.Kind)
  /// `share` of values that are not 0 or 1 for certain.
  case shareValues(measure: String, low: Double, high: Double)
  case rangeMissing(node: String, measure: String, low: Double, high: Double, points: Double)
  case pointsInterval(node: String, low: Double, high: Double, points: Double)
  /// Full points are never given: the best result is `most`.
  case pointsUnreachable(node: String, most: Double, points: Double)
  case bandsStopShort(node: String, last: Double, minimum: Double)
  /// No value falls into the band: beyond the greatest, or below the least and taken by a band above.
  case bandUnreachable(node: String, bound: Double, limit: Double)
  case emptyUncovered(measure: String, table: String)
  case effectUnconfirmed(effect: String, measure: String, table: String)
  /// More than a count or a flag of a table of work secrets.
  case protectedTake(measure: String, table: String, take: String)
  case protectedView(measure: String, table: String)
  case protectedUse(table: String, ProtectedUse)
  /// A column of an anonymous table that tells one answer from the others.
  case anonymousColumn(measure: String, table: String, column: String, AnonymousColumn)
  /// A reducer of an anonymous table that gives the answer of one person.
  case anonymousTake(measure: String, table: String, take: String)
  /// `units.kind` names a kind that no unit is of.
  case unitKindUnknown(kind: String, known: [String])
  /// `distance: {unit: …}` names a code that no unit has.
  case unitUnknown(node: String, unit: String, known: [String])
  /// Two measures ask the same answers of an anonymous table, and leave out careless ones differently.
  case carelessMixed(measure: String, other: String, table: String)

  package var code: String {
    switch self {
    case .withoutUnits: "measure-table-without-units"
    case .withoutPeriods: "measure-table-without-periods"
    case .withoutObligations: "measure-table-without-obligations"
    case .notDate: "measure-date-column"
    case .notOrdered: "measure-order-column"
    case .shareValues: "measure-share-values"
    case .rangeMissing: "measure-range-missing"
    case .pointsInterval: "scheme-points-interval"
    case .pointsUnreachable: "scheme-points-unreachable"
    case .bandsStopShort: "step-bands-stop-short"
    case .bandUnreachable: "step-band-unreachable"
    case .emptyUncovered: "measure-empty-uncovered"
    case .effectUnconfirmed: "effect-unconfirmed"
    case .protectedTake: "measure-protected-take"
    case .protectedView: "measure-protected-view"
    case .protectedUse: "scheme-protected-table"
    case .anonymousColumn: "measure-anonymous-column"
    case .anonymousTake: "measure-anonymous-take"
    case .unitKindUnknown: "scheme-unit-kind-unknown"
    case .unitUnknown: "scheme-unit-unknown"
    case .carelessMixed: "measure-careless-mixed"
    }
  }
}
