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
  /// Whether working days decide something in it.
  var usesCalendar: Bool { get }
  /// The columns by which people know a row again, in their order; `explain` always shows them, before others.
  var naming: [String] { get }
  /// Columns that serve expressions alone, and are not shown.
  var silent: Set<String> { get }

  /// Its rows as they stand on a day.
  /// - Parameter days: rows outside of them are not asked for; there may be some all the same.
  func rows(asOf: CalendarDate, days: ClosedRange<CalendarDate>, from sources: DerivationSources) throws -> [DerivedRow]
}

extension DerivedTable {
  package var silent: Set<String> { [] }
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

  package init(
    unit: String, from: CalendarDate, to: CalendarDate, source: KeptRow? = nil, cells: [StoredValue]
  ) {
    self.unit = unit
    self.from = from
    self.to = to
    self.source = source
    self.cells = cells
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
