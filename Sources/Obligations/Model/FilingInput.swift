import Findings
import Register

/// A kept row of the table in which filings of one obligation are recorded, already chosen by `where`.
package struct Filing: Sendable, Hashable {
  /// Which row of which batch.
  package struct Source: Sendable, Hashable, Comparable {
    package let batch: Int
    package let row: Int
    package init(batch: Int, row: Int) {
      self.batch = batch
      self.row = row
    }
    package static func < (a: Source, b: Source) -> Bool { (a.batch, a.row) < (b.batch, b.row) }
  }

  /// The unit's code.
  package var unit: String
  /// The day on which it was received; nil where none is written.
  package var filed: CalendarDate?
  /// What the period column holds; empty: the day decides.
  package var periodText: String
  /// The row's own span.
  package var span: ClosedRange<CalendarDate>?
  package var member: String
  /// The marks that are there.
  package var marks: Set<String>
  /// The day on which the marks were complete.
  package var mended: CalendarDate?
  /// Reasons; empty: none.
  package var excuse: String
  package var inapplicability: String
  package var source: Source
  /// Where the row stands, for findings.
  package var place: Place

  package init(
    unit: String, filed: CalendarDate?, periodText: String = "", span: ClosedRange<CalendarDate>? = nil,
    member: String = "", marks: Set<String> = [], mended: CalendarDate? = nil, excuse: String = "",
    inapplicability: String = "", source: Source, place: Place
  ) {
    self.unit = unit
    self.filed = filed
    self.periodText = periodText
    self.span = span
    self.member = member
    self.marks = marks
    self.mended = mended
    self.excuse = excuse
    self.inapplicability = inapplicability
    self.source = source
    self.place = place
  }
}

/// A row of the roster that `each` names.
package struct RosterEntry: Sendable, Hashable {
  package var unit: String
  package var member: String
  package var span: ClosedRange<CalendarDate>
  package init(unit: String, member: String, span: ClosedRange<CalendarDate>) {
    self.unit = unit
    self.member = member
    self.span = span
  }
}

/// A row of the table of events that `after` names.
package struct EventEntry: Sendable, Hashable {
  package var unit: String
  package var day: CalendarDate
  /// Which row: two of one unit on one day are two events. nil where nobody asks.
  package var source: Filing.Source?
  package init(unit: String, day: CalendarDate, source: Filing.Source? = nil) {
    self.unit = unit
    self.day = day
    self.source = source
  }
}

/// All that one obligation is matched with.
package struct FilingInput: Sendable {
  package var filings: [Filing]
  package var roster: [RosterEntry]
  package var events: [EventEntry]
  package init(filings: [Filing] = [], roster: [RosterEntry] = [], events: [EventEntry] = []) {
    self.filings = filings
    self.roster = roster
    self.events = events
  }
}
