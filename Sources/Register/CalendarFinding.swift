import Findings

/// What can be wrong with the files of the working-day calendar.
package enum CalendarFinding: Finding, Equatable {
  case columnMissing(Place, column: String, present: [String])
  /// The file's name does not begin with a year.
  case nameWithoutYear(Place)
  case yearTwice(Place, year: Int, first: Place)
  case sourceAbsent(Place, year: Int)
  case dateUnreadable(Place, value: String)
  case datesReversed(Place, from: String, to: String)
  case dateOutsideYear(Place, date: String, year: Int)
  case kindUnknown(Place, value: String)
  /// A make-up day that is a Monday to Friday.
  case makeUpOnWeekday(Place, date: String)
  case dayTwice(Place, date: String, first: Place)
  case dayOffAndWorked(Place, date: String, first: Place)

  package var code: String {
    switch self {
    case .columnMissing: "calendar-column-missing"
    case .nameWithoutYear: "calendar-file-name"
    case .yearTwice: "calendar-year-twice"
    case .sourceAbsent: "calendar-source-absent"
    case .dateUnreadable: "calendar-date-unreadable"
    case .datesReversed: "calendar-dates-reversed"
    case .dateOutsideYear: "calendar-date-outside-year"
    case .kindUnknown: "calendar-kind-unknown"
    case .makeUpOnWeekday: "calendar-make-up-on-weekday"
    case .dayTwice: "calendar-day-twice"
    case .dayOffAndWorked: "calendar-day-off-and-worked"
    }
  }

  package var severity: Severity { .problem }

  package var place: Place {
    switch self {
    case .columnMissing(let place, _, _), .nameWithoutYear(let place), .yearTwice(let place, _, _),
      .sourceAbsent(let place, _), .dateUnreadable(let place, _), .datesReversed(let place, _, _),
      .dateOutsideYear(let place, _, _), .kindUnknown(let place, _), .makeUpOnWeekday(let place, _),
      .dayTwice(let place, _, _), .dayOffAndWorked(let place, _, _):
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
