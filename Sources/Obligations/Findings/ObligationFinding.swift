import Findings
import Schemes

/// What can be wrong with the obligations of a system, and with filings that are matched with them.
package enum ObligationFinding: Finding, Equatable {
  // The file.
  case idTwice(Place, id: String, first: Place)
  /// A character that has a meaning of its own where labels are looked up.
  case nameCharacter(Place, name: String)
  case dateUnreadable(Place, key: String, value: String)
  case datesReversed(Place, key: String, from: String, to: String)
  case periodUnreadable(Place, value: String)
  case phaseUnknown(Place, name: String, known: [String])
  case oneOf(Place, owner: String, legal: [String], found: [String])
  case anchorUnfit(Place, key: String)
  case numberOutside(Place, key: String, value: Int, range: ClosedRange<Int>)
  case onceWithoutDate(Place, id: String)
  case windowReversed(Place, id: String, period: String, opens: String, due: String)
  /// Marks that are asked for without a column, or have a column and are not asked for.
  case marksDiffer(Place, id: String, marks: [String])
  case memberColumn(Place, id: String, hasEach: Bool)
  // The file and the tables.
  case tableUnknown(Place, table: String, known: [String])
  case tableTaken(Place, table: String)
  case tableWithoutUnits(Place, table: String)
  /// Anonymous answers, or work secrets: neither may be told apart by unit and day.
  case tableAnonymous(Place, table: String)
  case tableProtected(Place, table: String)
  case columnUnknown(Place, column: String, table: String, known: [String])
  case columnKind(Place, column: String, needed: CatalogueColumn.Kind, found: CatalogueColumn.Kind)
  // Filings.
  case rosterEmpty(Place, item: String, unit: String, period: String)
  case filingTooEarly(Place, item: String, unit: String, filed: String, opens: String)
  case filingPeriodUnknown(Place, item: String, unit: String, period: String)
  case filingUndated(Place, item: String, unit: String)
  case filingMemberUnknown(Place, item: String, unit: String)
  case filingNotOwed(Place, item: String, unit: String)

  package var code: String {
    switch self {
    case .idTwice: "obligation-id-duplicate"
    case .nameCharacter: "obligation-name-character"
    case .dateUnreadable: "obligation-date-unreadable"
    case .datesReversed: "obligation-dates-reversed"
    case .periodUnreadable: "obligation-period-unreadable"
    case .phaseUnknown: "obligation-phase-unknown"
    case .oneOf: "obligation-one-of"
    case .anchorUnfit: "obligation-anchor"
    case .numberOutside: "obligation-number"
    case .onceWithoutDate: "obligation-once-date"
    case .windowReversed: "obligation-window-reversed"
    case .marksDiffer: "obligation-marks-differ"
    case .memberColumn: "obligation-member-column"
    case .tableUnknown: "obligation-table-unknown"
    case .tableTaken: "obligation-table-taken"
    case .tableWithoutUnits: "obligation-table-without-units"
    case .tableAnonymous: "obligation-table-anonymous"
    case .tableProtected: "obligation-table-protected"
    case .columnUnknown: "obligation-column-unknown"
    case .columnKind: "obligation-column-kind"
    case .rosterEmpty: "obligation-roster-empty"
    case .filingTooEarly: "filing-too-early"
    case .filingPeriodUnknown: "filing-period-unknown"
    case .filingUndated: "filing-undated"
    case .filingMemberUnknown: "filing-member-unknown"
    case .filingNotOwed: "filing-not-owed"
    }
  }

  package var severity: Severity {
    switch self {
    case .rosterEmpty, .filingPeriodUnknown, .filingUndated, .filingMemberUnknown: .warning
    case .filingTooEarly, .filingNotOwed: .note
    default: .problem
    }
  }

  package var place: Place {
    switch self {
    case .idTwice(let place, _, _), .nameCharacter(let place, _), .dateUnreadable(let place, _, _),
      .datesReversed(let place, _, _, _), .periodUnreadable(let place, _), .phaseUnknown(let place, _, _),
      .oneOf(let place, _, _, _), .anchorUnfit(let place, _), .numberOutside(let place, _, _, _),
      .onceWithoutDate(let place, _), .windowReversed(let place, _, _, _, _), .marksDiffer(let place, _, _),
      .memberColumn(let place, _, _), .tableUnknown(let place, _, _), .tableTaken(let place, _),
      .tableWithoutUnits(let place, _), .tableAnonymous(let place, _),
      .tableProtected(let place, _), .columnUnknown(let place, _, _, _), .columnKind(let place, _, _, _),
      .rosterEmpty(let place, _, _, _), .filingTooEarly(let place, _, _, _, _),
      .filingPeriodUnknown(let place, _, _, _), .filingUndated(let place, _, _),
      .filingMemberUnknown(let place, _, _), .filingNotOwed(let place, _, _):
      place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
