import Findings

/// What can stand against saying how far a title has come.
package enum TitleFinding: Finding, Equatable {
  /// The scheme names no table of titles; `known`: schemes that do.
  case absent(Place, scheme: String, known: [String])
  /// Nobody knows who would be kept out: the scheme was not scored up to the day.
  case notScored(Place, scheme: String)
  /// A row whose title ends before it begins; it is left out.
  case endsBeforeItBegins(Place, table: String, unit: String, from: String, to: String)

  package var code: String {
    switch self {
    case .absent: "titles-absent"
    case .notScored: "titles-not-scored"
    case .endsBeforeItBegins: "title-ends-before-it-begins"
    }
  }

  package var severity: Severity {
    switch self {
    case .absent: .problem
    case .notScored: .note
    case .endsBeforeItBegins: .warning
    }
  }

  package var place: Place {
    switch self {
    case .absent(let place, _, _), .notScored(let place, _), .endsBeforeItBegins(let place, _, _, _, _): place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
