import Findings

/// What can be wrong with the file of memberships.
package enum MembershipFinding: Finding, Equatable {
  case columnMissing(Place, column: String, present: [String])
  case unitUnknown(Place, column: String, value: String, nearest: String?)
  case dateUnreadable(Place, column: String, value: String)
  case datesReversed(Place, from: String, to: String)
  case shareOutOfRange(Place, value: String)
  case ofItself(Place, code: String)
  /// Parts of a whole that are more than the whole.
  case sharesOverOne(Place, member: String, day: String, shares: [Double])
  /// The same member of the same unit on the same day.
  case twice(Place, member: String, group: String, first: Place)

  package var code: String {
    switch self {
    case .columnMissing: "membership-column-missing"
    case .unitUnknown: "membership-unit-unknown"
    case .dateUnreadable: "membership-date-unreadable"
    case .datesReversed: "membership-dates-reversed"
    case .shareOutOfRange: "membership-share"
    case .ofItself: "membership-of-itself"
    case .sharesOverOne: "membership-shares-over-one"
    case .twice: "membership-twice"
    }
  }

  package var severity: Severity {
    if case .sharesOverOne = self { .warning } else { .problem }
  }

  package var place: Place {
    switch self {
    case .columnMissing(let place, _, _), .unitUnknown(let place, _, _, _), .dateUnreadable(let place, _, _),
      .datesReversed(let place, _, _), .shareOutOfRange(let place, _), .ofItself(let place, _),
      .twice(let place, _, _, _), .sharesOverOne(let place, _, _, _):
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
