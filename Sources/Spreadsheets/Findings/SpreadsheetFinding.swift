import Findings

/// What can keep a workbook from being written.
package enum SpreadsheetFinding: Finding, Equatable {
  /// More rows or columns than a sheet can have.
  case tooLarge(Place, rows: Int, columns: Int)
  /// The writer could not finish; `reason` is its own word, for a person who is called.
  case unfinished(Place, reason: String)

  package var code: String {
    switch self {
    case .tooLarge: "workbook-too-large"
    case .unfinished: "workbook-unfinished"
    }
  }

  package var severity: Severity { .problem }

  package var place: Place {
    switch self {
    case .tooLarge(let place, _, _), .unfinished(let place, _): place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
