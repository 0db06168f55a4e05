import Findings

/// What is to be said of a file before its rows are read.
package enum IncomingFinding: Finding, Equatable {
  /// A form that was made for another version of the table spec.
  case formVersion(Place, table: String, form: String, spec: String)
  /// The spec was changed since the form was made, and its version was not.
  case formSpecChanged(Place, table: String)
  /// Rows of a form that lie outside the period that it was made for.
  case formPeriod(Place, table: String, period: String, rows: [Int])
  /// A form whose rows belong to no table.
  case formWithoutTable(Place, kind: String)
  /// Rows of a score sheet that nobody filled in.
  case rowsUnfilled(Place, rows: Int)

  package var code: String {
    switch self {
    case .formVersion: "form-version"
    case .formSpecChanged: "form-spec-changed"
    case .formPeriod: "form-period"
    case .formWithoutTable: "form-without-table"
    case .rowsUnfilled: "rows-unfilled"
    }
  }

  package var severity: Severity {
    switch self {
    case .formVersion, .formSpecChanged, .rowsUnfilled: .note
    case .formPeriod: .warning
    case .formWithoutTable: .problem
    }
  }

  package var place: Place {
    switch self {
    case .formVersion(let place, _, _, _), .formWithoutTable(let place, _),
      .formSpecChanged(let place, _), .formPeriod(let place, _, _, _), .rowsUnfilled(let place, _):
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
