import GRDB
import Scoring
import Tables

/// A stored row as `explain` shows it.
package struct RowCells: Sendable, Equatable {
  package let reference: RowReference
  package let file: String
  /// Empty for files without sheets.
  package let sheet: String
  /// File and sheet, as people look them up.
  package var source: String { sourceName(file: file, sheet: sheet) }
  /// The code of the unit that the row was matched with; nil: none.
  package let unit: String?
  /// Aligned with the columns that were asked for; a column that the table does not have is `.null`.
  package let cells: [StoredValue]
}

extension Database {
  /// The rows that references name, in their order; also those of batches that were undone since. References to
  /// nothing give nothing.
  package func cells(
    _ table: TableName, references: some Sequence<RowReference>, columns: [String]
  ) throws -> [RowCells] {
    try access { db in
      var sources: [Int: RowSource?] = [:]
      return try references.compactMap { reference in
        if sources[reference.batch] == nil {
          sources[reference.batch] = try RowSource(batch: reference.batch, of: table, columns: columns, in: db)
        }
        return try (sources[reference.batch] ?? nil)?.row(reference)
      }
    }
  }
}

/// One batch, in which rows are found by halving: row ids count on without gaps, and source rows ascend with them.
private final class RowSource {
  private let file: String
  private let sheet: String
  private let rows: Range<Int>
  private let columnCount: Int
  private let sourceRow: RawStatement
  private let cells: RawStatement

  init?(batch: Int, of name: TableName, columns: [String], in db: Connection) throws {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT file, sheet, table_version, first_row_id, last_row_id FROM batch
          WHERE id = ? AND system = ? AND table_id = ? AND first_row_id <= last_row_id AND table_version IS NOT NULL
          """,
        arguments: [batch, name.system, name.table]),
      let table = try StoredTable.version(row["table_version"], in: db)
    else { return nil }
    file = row["file"]
    sheet = row["sheet"]
    rows = (row["first_row_id"] as Int)..<((row["last_row_id"] as Int) + 1)
    columnCount = columns.count
    let known = Set(table.columns.map(\.name))
    let selected = columns.map { known.contains($0) ? quoted($0) : "NULL" }
    sourceRow = try RawStatement(db, "SELECT source_row FROM \(quoted(table.sqlName)) WHERE row_id = ?")
    cells = try RawStatement(
      db,
      """
      SELECT \((["(SELECT code FROM unit WHERE id = unit_id)"] + selected).joined(separator: ", "))
      FROM \(quoted(table.sqlName)) WHERE row_id = ?
      """)
  }

  func row(_ reference: RowReference) throws -> RowCells? {
    var (low, high) = (rows.lowerBound, rows.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if try number(ofRow: middle) < reference.row { low = middle + 1 } else { high = middle }
    }
    guard rows.contains(low), try number(ofRow: low) == reference.row else { return nil }
    var values: [StoredValue] = []
    var unit: String?
    cells.bind(low, at: 1)
    try cells.rows {
      unit = cells.textOrNil(0)
      values = (0..<columnCount).map { cells.value(Int32($0 + 1)) }
    }
    return RowCells(reference: reference, file: file, sheet: sheet, unit: unit, cells: values)
  }

  private func number(ofRow id: Int) throws -> Int {
    var number = Int.min
    sourceRow.bind(id, at: 1)
    try sourceRow.rows { number = sourceRow.integer(0) }
    return number
  }
}
