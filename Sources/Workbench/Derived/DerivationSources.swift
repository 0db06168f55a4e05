import Findings
import Register
import Schemes
import Store

/// What derived tables are worked out from: kept rows, the register and the settings.
package struct DerivationSources {
  /// The system whose tables, and the shared ones, can be read.
  let system: String
  let folders: SystemFolders
  let database: Database
  package let register: UnitRegister
  package let memberships: MembershipRegister
  package let phases: [Period]
  let calendarSource: CalendarSource
  /// The batches of a kept run; nil: the current ones.
  var batches: BatchSelection?
  /// Without any year where the workspace's calendar cannot be read; `score` refuses before it comes to that.
  package var calendar: WorkCalendar { calendarSource.calendar ?? WorkCalendar() }

  /// What to read of a table.
  package struct Wish {
    /// The table's id.
    package var table: String
    package var columns: [String]
    /// A row is left out where this is not true.
    package var predicate: Expression?
    package init(table: String, columns: [String], predicate: Expression? = nil) {
      self.table = table
      self.columns = columns
      self.predicate = predicate
    }
  }

  /// A kept row: whose it is, and the cells that were asked for.
  package struct Kept: Sendable {
    package let place: KeptRow
    /// The code of the unit that it was matched with; empty where the table has no units.
    package let unit: String
    /// nil where the table has no periods.
    package let days: ClosedRange<CalendarDate>?
    /// Aligned with the columns of the wish; `.null` for one that the table does not have yet.
    package let cells: [StoredValue]
  }

  /// The rows of a table that act by a day, in the order of their import; none if nothing was ever imported.
  /// Of a table whose rows are decided on, only those in force act. Moments in a condition are those of `asOf`.
  package func kept(_ wish: Wish, asOf: CalendarDate) throws -> [Kept] {
    guard let spec = folders.spec(wish.table, for: system)?.spec else { return [] }
    let name = TableName(system: spec.system, table: wish.table)
    let stored = Set(try database.storedColumns(name, of: batches?[name]).map(\.name))
    func column(_ name: String) -> String { stored.contains(name) ? quotedIdentifier(name) : "NULL" }
    let codes = Dictionary(try database.unitIDs().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let day = StoredValue.integer(Int64(asOf.yyyymmdd))
    let known = CatalogueTable(spec)
    var conditions: [String] = []
    if let predicate = wish.predicate { conditions.append(predicate.sql(over: known, column: column)) }
    if let confirmed = known.confirmed { conditions.append("\(column(confirmed)) = 1") }
    if let stages = known.stages { conditions.append(stages.inForce(column: column)) }
    var rows: [Kept] = []
    try database.scan(
      RowQuery(
        table: name, expressions: wish.columns.map(column),
        filter: conditions.isEmpty ? nil : conditions.map { "(\($0))" }.joined(separator: " AND "),
        parameters: Dictionary(uniqueKeysWithValues: Expression.Moment.allCases.map { ($0.rawValue, day) }),
        batches: batches?[name])
    ) { cursor in
      var days: ClosedRange<CalendarDate>?
      if let from = CalendarDate(yyyymmdd: cursor.periodFrom), let to = CalendarDate(yyyymmdd: cursor.periodTo),
        from <= to
      {
        days = from...to
      }
      // Spelled out: a cursor cannot be captured.
      var cells: [StoredValue] = []
      for index in wish.columns.indices { cells.append(cursor.value(index)) }
      rows.append(
        Kept(
          place: KeptRow(table: name, batch: cursor.batch, row: cursor.sourceRow),
          unit: codes[cursor.unitID] ?? "", days: days, cells: cells))
    }
    return rows
  }
}

extension Session {
  /// - Parameters:
  ///   - system: the one whose derived table is worked out.
  ///   - batches: those of a kept run; nil: the current ones.
  package func derivationSources(for system: String, batches: BatchSelection? = nil) -> DerivationSources {
    DerivationSources(
      system: system, folders: folders, database: database, register: register, memberships: memberships,
      phases: workspace.settings.phases, calendarSource: calendarSource, batches: batches)
  }
}
