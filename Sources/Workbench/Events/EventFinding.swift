import Findings
import Register
import Tables

/// What a run leaves out because nobody has decided on it yet, because the decision came into force later, or because
/// the register of such events may not have been imported. Counts and days only: nothing that stands in the rows.
package enum EventFinding: Finding, Equatable {
  /// Events of the period that wait for a decision, by how far they have come.
  case pending(Place, table: String, asOf: CalendarDate, stages: [StageCount], scheme: String)
  /// Rows of the period whose `confirmed` column is blank: nobody has said yes or no.
  case unconfirmed(Place, table: String, column: String, count: Int)
  /// Events of the period that came into force after the run's day; `last`: when the last of them did.
  case later(Place, table: String, asOf: CalendarDate, count: Int, last: CalendarDate, scheme: String, period: String)
  /// Events of earlier periods that came into force since, and that the result of their own period does not know.
  case earlier(Place, table: String, count: Int, periods: [String], last: CalendarDate, scheme: String)
  /// A protected table without a single row in a part of the period that it is counted in.
  case registerWithoutRows(Place, table: String, period: String)

  package struct StageCount: Sendable, Equatable {
    package var stage: EventStage
    package var count: Int
    package init(_ stage: EventStage, _ count: Int) {
      self.stage = stage
      self.count = count
    }
  }

  package var code: String {
    switch self {
    case .pending, .unconfirmed: "confirmation-pending"
    case .later: "confirmation-later"
    case .earlier: "confirmation-earlier"
    case .registerWithoutRows: "register-without-rows"
    }
  }

  package var severity: Severity { .warning }

  package var place: Place {
    switch self {
    case .pending(let place, _, _, _, _), .unconfirmed(let place, _, _, _), .later(let place, _, _, _, _, _, _),
      .earlier(let place, _, _, _, _, _), .registerWithoutRows(let place, _, _):
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
