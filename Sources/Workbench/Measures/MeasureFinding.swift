import Findings

/// What a reader of a result must know of the rows behind a measure.
package enum MeasureFinding: Finding, Equatable {
  /// Rows of the period without the day by which the measure tells periods, although their table's spec says that they
  /// need it: they count in none.
  case undated(Place, measure: String, table: String, column: String, count: Int)

  package var code: String {
    switch self {
    case .undated: "row-undated"
    }
  }

  package var severity: Severity { .warning }

  package var place: Place {
    switch self {
    case .undated(let place, _, _, _, _): place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
