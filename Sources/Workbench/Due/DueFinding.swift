import Findings
import Register

/// What a run leaves out of what was owed. Counts and days only.
package enum DueFinding: Finding, Equatable {
  /// Things owed for the period that nobody could hold against a unit yet on the day that was looked at.
  /// - first: the first day as of which none of them is open any more.
  case notDueYet(Place, looks: [Look], first: CalendarDate, scheme: String, period: String)

  /// One period, and the day as of which it was looked at: of a year that is made of halves, each half has its own.
  package struct Look: Sendable, Equatable {
    package var period: String
    package var day: CalendarDate
    package var count: Int
    package init(_ period: String, day: CalendarDate, count: Int) {
      self.period = period
      self.day = day
      self.count = count
    }
  }

  package var code: String {
    switch self {
    case .notDueYet: "obligations-not-due"
    }
  }

  package var severity: Severity { .warning }

  package var place: Place {
    switch self {
    case .notDueYet(let place, _, _, _, _): place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
