import Findings
import Register
import Schemes

/// Something that units owe again and again, or once: a summary, a report, a meeting (应报应办).
package struct Obligation: Sendable {
  package let id: String
  package var name: String
  /// The clause that asks for it.
  package var basis = ""
  package var tags: [String] = []
  /// Which units owe it.
  package var owes = Scheme.UnitSelection()
  /// One row for every member that a table lists; nil: one for the unit.
  package var each: Roster?
  package var cadence: Cadence
  /// It is owed for periods whose last day lies in here.
  package var from: CalendarDate?
  package var to: CalendarDate?
  /// Periods for which it is not owed; a longer one stands for all inside it.
  package var skip: [Period] = []
  /// nil: with the period; of `once`, with `from`, else at any time.
  package var opens: DayRule?
  /// The last day that is on time.
  package var due: DayRule
  package var marks: [String] = []
  package var matching: Matching
  /// How many days before the due day it is due soon; the greatest first.
  package var remind: [Int] = Obligation.usualReminder
  /// Whether measures see it; kept and reminded of in any case.
  package var counts = true
  /// What is asked for, in words for the reminder.
  package var evidence = ""
  /// Whom it goes to, for lists and reminders.
  package var recipient = ""
  /// What reminders ask for: 走访, 召开; empty: 报送.
  package var verb = ""
  package let place: Place

  package static let usualReminder = [10]

  package enum Cadence: Sendable, Hashable {
    case every(Period.Grain)
    case once
    /// A phase of the workspace.
    case phase(Period)
    /// Once for every row of a table of events, of the unit that the row is about.
    case after(Events)
  }

  package struct Events: Sendable, Hashable {
    package let table: String
    /// The column of the event's day.
    package let date: String
    package let predicate: PlacedExpression?
    package let place: Place
  }

  package struct Roster: Sendable, Hashable {
    package let table: String
    /// The column that names the member.
    package let by: String
    package let place: Place
  }

  /// Where filings of it are found.
  package struct Matching: Sendable {
    package var table: String
    package var predicate: PlacedExpression?
    /// The column of the day on which it was received.
    package var filed: String
    /// The column that says for which period; nil: the day decides.
    package var period: String?
    package var member: String?
    /// Mark → the column, yes or no, that says whether it is there.
    package var marks: [(mark: String, column: String)] = []
    /// The column of the day on which the marks were complete.
    package var mended: String?
    /// Columns of reasons: a unit that has one is excused, or the obligation does not apply to it.
    package var excuse: String?
    package var inapplicability: String?
    package var place: Place
    /// Where the values of keys stand, for findings.
    package var places: [String: Place] = [:]

    package func place(of key: String) -> Place { places[key] ?? place }
  }

  /// Id and tags: the names by which measures know it.
  package var labels: [String] { [id] + tags.filter { $0 != id } }

  init(id: String, cadence: Cadence, due: DayRule, matching: Matching, place: Place) {
    self.id = id
    name = id
    self.cadence = cadence
    self.due = due
    self.matching = matching
    self.place = place
  }
}

/// The obligations of a system, and the name of the table that their rows make.
package struct ObligationBook: Sendable {
  package let table: String
  /// In the order of the file.
  package let obligations: [Obligation]
  package let place: Place

  /// Every id and tag of what measures see.
  package var labels: [String] { Array(Set(obligations.filter(\.counts).flatMap(\.labels))).sorted() }
}
