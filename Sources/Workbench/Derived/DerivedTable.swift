import Findings
import Register
import Schemes
import Store

/// A table whose rows no file holds: they are worked out from kept rows, the register and the calendar as of a day.
/// Schemes read it like any other.
package protocol DerivedTable: Sendable {
  /// The folder of the system that it belongs to.
  var system: String { get }
  /// Its name, columns and roles.
  var catalogue: CatalogueTable { get }
  /// The content of the file that describes it.
  var hash: String { get }
  /// The tables that it reads, by their ids.
  var inputs: [String] { get }
  /// The columns by which people know a row, and how it stands.
  var tellingColumns: [String] { get }
  /// Whether working days decide something in it.
  var usesCalendar: Bool { get }

  /// What it holds as it stands on a day.
  /// - Parameter days: rows outside of them are not asked for; there may be some all the same.
  func derive(asOf: CalendarDate, days: ClosedRange<CalendarDate>, from sources: DerivationSources) throws -> Derived
  /// The command that lists all of it as of a day, with everything that was noticed.
  func listing(asOf: CalendarDate) -> String
}

/// What a derived table holds on a day.
package struct Derived: Sendable {
  package var rows: [DerivedRow]
  /// What in the kept rows a score should not pass over in silence; of any unit and day.
  package var notices: [DerivedNotice]

  package init(rows: [DerivedRow] = [], notices: [DerivedNotice] = []) {
    self.rows = rows
    self.notices = notices
  }
}

/// Something that does not go together in kept rows, with whom and when it is about.
package struct DerivedNotice: Sendable {
  package let finding: any Finding
  /// The unit's code.
  package let unit: String
  /// nil: no day is known.
  package let days: ClosedRange<CalendarDate>?
  /// The names by which measures choose the rows that it is about; empty: none do.
  package var labels: [String] = []
}

/// A row of a derived table.
package struct DerivedRow: Sendable, Equatable {
  /// Its code.
  package var unit: String
  package var from: CalendarDate
  package var to: CalendarDate
  /// The kept row that it rests on, and the table in which that stands; nil: none.
  package var source: KeptRow?
  /// Aligned with the table's columns; days are integers yyyymmdd.
  package var cells: [StoredValue]
  /// Years without a calendar of which working days were counted for it, in their order.
  package var provisionalYears: [Int]

  package init(
    unit: String, from: CalendarDate, to: CalendarDate, source: KeptRow? = nil, cells: [StoredValue],
    provisionalYears: [Int] = []
  ) {
    self.unit = unit
    self.from = from
    self.to = to
    self.source = source
    self.cells = cells
    self.provisionalYears = provisionalYears
  }
}

/// A kept row and the table in which it stands.
package struct KeptRow: Sendable, Hashable {
  package var table: TableName
  package var batch: Int
  package var row: Int
  package init(table: TableName, batch: Int, row: Int) {
    self.table = table
    self.batch = batch
    self.row = row
  }
}
