import Findings

/// What can be wrong with the register of units.
package enum RegisterFinding: Finding, Equatable {
  case columnMissing(Place, column: String, present: [String])
  case codeEmpty(Place, name: String)
  case codeTwice(Place, code: String, first: Place)
  case nameEmpty(Place, code: String)
  case dateUnreadable(Place, column: String, value: String)
  case datesReversed(Place, code: String, from: String, to: String)
  case unitUnknown(Place, column: String, value: String, nearest: String?)
  case parentCycle(Place, codes: [String])
  /// Two units that exist on the same day answer to one name.
  case nameShared(Place, name: String, codes: [String])
  /// An alias that nobody answers for.
  case aliasUnsigned(Place, name: String)

  package var code: String {
    switch self {
    case .columnMissing: "register-column-missing"
    case .codeEmpty: "register-code-empty"
    case .codeTwice: "register-code-twice"
    case .nameEmpty: "register-name-empty"
    case .dateUnreadable: "register-date-unreadable"
    case .datesReversed: "register-dates-reversed"
    case .unitUnknown: "register-unit-unknown"
    case .parentCycle: "register-parent-cycle"
    case .nameShared: "register-name-shared"
    case .aliasUnsigned: "alias-unsigned"
    }
  }

  package var severity: Severity {
    if case .nameShared = self { .warning } else { .problem }
  }

  package var place: Place {
    switch self {
    case .columnMissing(let place, _, _), .codeEmpty(let place, _), .codeTwice(let place, _, _),
      .nameEmpty(let place, _), .dateUnreadable(let place, _, _), .datesReversed(let place, _, _, _),
      .unitUnknown(let place, _, _, _), .parentCycle(let place, _), .nameShared(let place, _, _),
      .aliasUnsigned(let place, _):
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

/// The headers that mean nothing to the register: one of them may be a column that is missing, written otherwise.
func strangers(among headers: [String]) -> [String] {
  let known: Set = [
    "code", "name", "kind", "parent", "peer_group", "valid_from", "valid_to", "aliases", "successor",
  ]
  return headers.filter { !known.contains($0) }
}
