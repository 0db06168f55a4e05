import Findings

/// What can stand against making a form.
package enum FormFinding: Finding, Equatable {
  /// Answers come from a survey platform; nobody fills in a form for others.
  case ofAnonymousTable(Place, table: String)
  /// A form that is there may have been filled in.
  case fileExists(Place)
  case unitOfOtherKind(Place, table: String, kind: String, kinds: [String])
  /// No unit of the table's kinds exists in the period.
  case withoutUnits(Place, table: String, kinds: [String])
  /// `candidates`: columns that could name the assessor.
  case assessorColumnOpen(Place, table: String, candidates: [String])
  case columnUnknown(Place, table: String, known: [String])
  /// The column can take any value, so that no row stands for each.
  case itemsOpen(Place, table: String, known: [String])
  case assessorRefused(Place, column: String, pattern: String)
  case assessorsAbsent(Place)
  case assessorTwice(Place)

  package var code: String {
    switch self {
    case .ofAnonymousTable: "form-of-anonymous-table"
    case .fileExists: "form-exists"
    case .unitOfOtherKind: "form-unit-of-other-kind"
    case .withoutUnits: "form-without-units"
    case .assessorColumnOpen: "form-assessor-column-open"
    case .columnUnknown: "form-column-unknown"
    case .itemsOpen: "form-items-open"
    case .assessorRefused: "form-assessor-refused"
    case .assessorsAbsent: "form-assessors-absent"
    case .assessorTwice: "form-assessor-twice"
    }
  }

  package var severity: Severity { .problem }

  package var place: Place {
    switch self {
    case .ofAnonymousTable(let place, _), .fileExists(let place), .unitOfOtherKind(let place, _, _, _),
      .withoutUnits(let place, _, _), .assessorColumnOpen(let place, _, _), .columnUnknown(let place, _, _),
      .itemsOpen(let place, _, _), .assessorRefused(let place, _, _), .assessorsAbsent(let place),
      .assessorTwice(let place):
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
