import Findings
import GRDB
import GRDBSQLite

/// What to read of the rows of a table.
package struct RowQuery: Sendable {
  package var table: TableName
  /// SQL over the table's own columns (quoted) and the named parameters; each is one value of the cursor. Rendered by
  /// the program from what it has parsed, never taken from a user as it stands.
  package var expressions: [String]
  /// A row is left out where this is not true; nil: none is.
  package var filter: String?
  /// By name without the colon: `period_start`. All that the SQL names must be here.
  package var parameters: [String: StoredValue]
  /// Whose rows, in this order, undone or not, but for rows that others of these batches came instead of; nil: those of
  /// the current batches, in the order of their import.
  package var batches: [Int]?

  package init(
    table: TableName, expressions: [String], filter: String? = nil, parameters: [String: StoredValue] = [:],
    batches: [Int]? = nil
  ) {
    self.table = table
    self.expressions = expressions
    self.filter = filter
    self.parameters = parameters
    self.batches = batches
  }
}

/// The row that a scan stands on; what is kept of it moves on with the scan.
package struct RowCursor {
  private let statement: RawStatement

  init(_ statement: RawStatement) { self.statement = statement }

  package var batch: Int { statement.integer(0) }
  /// The row of the file, from 1, header included.
  package var sourceRow: Int { statement.integer(1) }
  /// See `Database.unitIDs()`; −1 where the table has no units.
  package var unitID: Int { statement.integerOrNil(2) ?? -1 }
  /// yyyymmdd; 0 where the table has no periods.
  package var periodFrom: Int { statement.integer(3) }
  package var periodTo: Int { statement.integer(4) }

  /// The value of an expression, counted from 0.
  package func value(_ index: Int) -> StoredValue { statement.value(Int32(index + 5)) }
  package func isNull(_ index: Int) -> Bool { statement.isNull(Int32(index + 5)) }
  /// NaN for NULL, and for text, which is no number however it begins.
  package func real(_ index: Int) -> Double {
    let column = Int32(index + 5)
    switch sqlite3_column_type(statement.pointer, column) {
    case SQLITE_INTEGER, SQLITE_FLOAT: return sqlite3_column_double(statement.pointer, column)
    default: return .nan
    }
  }
  /// nil for NULL and for what is no integer.
  package func integer(_ index: Int) -> Int64? {
    let column = Int32(index + 5)
    guard sqlite3_column_type(statement.pointer, column) == SQLITE_INTEGER else { return nil }
    return sqlite3_column_int64(statement.pointer, column)
  }
  /// nil for NULL; numbers as SQLite writes them.
  package func text(_ index: Int) -> String? { statement.textOrNil(Int32(index + 5)) }
}

extension Database {
  /// Reads the rows of a table in the order of batch and source row. A table that was never imported has none.
  package func scan(_ query: RowQuery, each: (RowCursor) throws -> Void) throws {
    try access { db in
      let spans =
        try query.batches.map { try BatchSpan.of($0, in: db) } ?? BatchSpan.current(of: query.table, in: db)
      let selected = ["batch_id", "source_row", "unit_id", "p_from", "p_to"] + query.expressions.map { "(\($0))" }
      var statements: [Int: RawStatement] = [:]
      for span in spans {
        let known = statements[span.table.id]
        let replaced = try known == nil ? span.table.withoutReplacedRows(by: query.batches, in: db) : ""
        let statement =
          try known
          ?? RawStatement(
            db,
            """
            SELECT \(selected.joined(separator: ", ")) FROM \(quoted(span.table.sqlName))
            WHERE row_id BETWEEN :qh_first AND :qh_last AND superseded_by IS NULL\(replaced)
            \(query.filter.map { "AND (\($0))" } ?? "") ORDER BY row_id
            """)
        statements[span.table.id] = statement
        var parameters = query.parameters
        parameters["qh_first"] = .integer(Int64(span.first))
        parameters["qh_last"] = .integer(Int64(span.last))
        try bind(parameters, to: statement)
        try statement.rows { try each(RowCursor(statement)) }
      }
    }
  }

  /// Binds every parameter that the statement names; an unbound one would be NULL, and a wrong number would come out.
  func bind(_ parameters: [String: StoredValue], to statement: RawStatement) throws {
    for index in 1...max(sqlite3_bind_parameter_count(statement.pointer), 1) {
      guard let name = sqlite3_bind_parameter_name(statement.pointer, index).map({ String(cString: $0) }) else { break }
      guard let value = parameters[String(name.dropFirst())] else {
        throw FindingError(StoreFinding.databaseTrouble(place, code: Int(SQLITE_MISUSE), detail: name))
      }
      statement.bind(value, at: index)
    }
  }

  /// The rows of a small table, such as a list of leaves: cells by column, in the order of batch and source row.
  /// - Parameter batches: as of a query.
  package func tableRows(_ table: TableName, of batches: [Int]? = nil) throws -> [[String: StoredValue]] {
    let columns = try storedColumns(table, of: batches).map(\.name)
    var rows: [[String: StoredValue]] = []
    try scan(RowQuery(table: table, expressions: columns.map(quoted), batches: batches)) { row in
      var cells: [String: StoredValue] = [:]
      for (index, column) in columns.enumerated() { cells[column] = row.value(index) }
      rows.append(cells)
    }
    return rows
  }
}
