import Findings
import Register

/// What can be wrong with `ledgers.yaml`, and what does not go together in the rows that ledgers read.
package enum LedgerFinding: Finding, Equatable {
  case nameTaken(Place, name: String)
  case daysNegative(Place, key: String, value: Int)
  case daysTwice(Place, key: String, value: Int)
  case grainRefused(Place, grain: String)
  /// The same word would mean two things.
  case wordTwice(Place, word: String, first: String, second: String)
  /// `rule` needs a column that nothing names.
  case columnNeeded(Place, rule: String, key: String)
  case tableUnknown(Place, table: String, nearest: String?)
  case tableWithoutUnits(Place, table: String)
  case tableAnonymous(Place, table: String)
  case tableProtected(Place, table: String)
  case columnUnknown(Place, table: String, column: String, nearest: String?)
  case columnKind(Place, key: String, column: String, Expected)
  /// A problem without the day would belong to no time at all.
  case foundNullable(Place, table: String, column: String)

  /// The kinds that a column must be one of.
  package enum Expected: Sendable, Equatable, CaseIterable { case day, number }

  /// A command names a ledger, or asks for all of them.
  case ledgerUnknown(Place, known: [String])
  case numberTwice(Place, id: String, first: Place)
  case problemUnknown(Place, measure: String, problem: String, nearest: String?)
  case measureUnknown(Place, measure: String, nearest: String?)
  case measureWithoutProblem(Place, measure: String)
  /// An open problem of a unit that has ended, and that nobody carries on.
  case unitGone(Place, problem: String, unit: String, lastDay: CalendarDate)
  case doubt(Place, problem: String, LedgerDoubt)

  package var code: String {
    switch self {
    case .nameTaken: "ledger-name-taken"
    case .daysNegative: "ledger-days-negative"
    case .daysTwice: "ledger-days-twice"
    case .grainRefused: "ledger-grain"
    case .wordTwice: "ledger-word-twice"
    case .columnNeeded: "ledger-column-needed"
    case .tableUnknown: "ledger-table-unknown"
    case .tableWithoutUnits: "ledger-table-units"
    case .tableAnonymous: "ledger-table-anonymous"
    case .tableProtected: "ledger-table-protected"
    case .columnUnknown: "ledger-column-unknown"
    case .columnKind: "ledger-column-type"
    case .foundNullable: "ledger-found-empty"
    case .ledgerUnknown: "ledger-unknown"
    case .numberTwice: "ledger-number-twice"
    case .problemUnknown: "ledger-problem-unknown"
    case .measureUnknown: "ledger-measure-unknown"
    case .measureWithoutProblem: "ledger-measure-loose"
    case .unitGone: "ledger-unit-gone"
    case .doubt(_, _, .order): "ledger-dates-order"
    case .doubt(_, _, .deadlineFirst): "ledger-deadline-first"
    case .doubt(_, _, .verifiedWithoutDone): "ledger-verified-not-done"
    case .doubt(_, _, .measuresOpen): "ledger-measures-open"
    case .doubt(_, _, .standingWithDay): "ledger-standing-deadline"
    case .doubt(_, _, .undated): "ledger-undated"
    }
  }

  package var severity: Severity {
    switch self {
    case .numberTwice, .problemUnknown, .measureUnknown, .measureWithoutProblem, .unitGone, .doubt: .warning
    default: .problem
    }
  }

  package var place: Place {
    switch self {
    case .nameTaken(let place, _), .daysNegative(let place, _, _), .daysTwice(let place, _, _),
      .grainRefused(let place, _), .wordTwice(let place, _, _, _), .columnNeeded(let place, _, _),
      .tableUnknown(let place, _, _), .tableWithoutUnits(let place, _), .tableAnonymous(let place, _),
      .tableProtected(let place, _),
      .columnUnknown(let place, _, _, _), .columnKind(let place, _, _, _),
      .foundNullable(let place, _, _), .ledgerUnknown(let place, _), .numberTwice(let place, _, _),
      .problemUnknown(let place, _, _, _), .measureUnknown(let place, _, _), .measureWithoutProblem(let place, _),
      .unitGone(let place, _, _, _), .doubt(let place, _, _):
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
