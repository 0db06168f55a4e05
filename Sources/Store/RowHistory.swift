import GRDB
import Register
import Scoring

/// One version of a row, as a batch brought it.
package struct RowVersion: Sendable, Equatable {
  package let batch: BatchRecord
  package let sourceRow: Int
  /// The unit's code; nil: the table has no units.
  package let unit: String?
  /// yyyymmdd; nil: the table has no periods.
  package let from: Int?
  package let to: Int?
  /// By column; what the table of that time did not have is absent.
  package let cells: [String: StoredValue]
  /// The batch, not undone, whose row came instead of this one; nil: none.
  package let amendedBy: Int?
  /// Every batch that was imported to take the place of this row, undone since or not.
  package let correctedBy: Set<Int>

  /// It is among the current rows.
  package var isCurrent: Bool { batch.isCurrent && amendedBy == nil }
}

extension Database {
  /// Every version of the rows that have these cells, whatever became of their batches, in the order of import and of
  /// the file. Days may be written with hyphens.
  /// - Parameter key: cells by column, as people write them.
  package func versions(of name: TableName, key: [(column: String, text: String)]) throws -> [RowVersion] {
    try access { db in
      let ids = try Int.fetchAll(
        db, sql: "SELECT id FROM table_version WHERE system = ? AND table_id = ? ORDER BY version",
        arguments: [name.system, name.table])
      let versions = try ids.compactMap { try StoredTable.version($0, in: db) }
      return try versions.flatMap { try rows(of: $0, key: key, in: db) }.sorted {
        ($0.batch.id, $0.sourceRow) < ($1.batch.id, $1.sourceRow)
      }
    }
  }

  private func rows(
    of table: StoredTable, key: [(column: String, text: String)], in db: Connection
  ) throws -> [RowVersion] {
    let columns = table.columns.map(\.name)
    guard !key.isEmpty, key.allSatisfy({ columns.contains($0.column) }) else { return [] }
    let filter = key.map { "qh_narrow(CAST(\(quoted($0.column)) AS TEXT)) IN (?, ?)" }.joined(separator: " AND ")
    var arguments: [String] = []
    for text in key.map({ narrowed($0.text) }) { arguments += [text, text.replacing("-", with: "")] }
    var batches: [Int: BatchRecord] = [:]
    return try Row.fetchAll(
      db,
      sql: """
        SELECT t.*, (SELECT code FROM unit WHERE id = unit_id) AS qh_unit,
          (SELECT max(r.batch_id) FROM replaced_row AS r JOIN batch AS n ON n.id = r.batch_id
            WHERE r.table_version = \(table.id) AND r.row_id = t.row_id AND n.undone_at IS NULL) AS qh_amended,
          (SELECT group_concat(batch_id) FROM (
            SELECT batch_id FROM replaced_row AS r WHERE r.table_version = \(table.id) AND r.row_id = t.row_id
            UNION SELECT batch_id FROM replacement WHERE replaced = t.batch_id)) AS qh_corrected
        FROM \(quoted(table.sqlName)) AS t WHERE \(filter) ORDER BY row_id
        """, arguments: StatementArguments(arguments)
    ).compactMap { row in
      let id: Int = row["batch_id"]
      if batches[id] == nil {
        batches[id] = try Row.fetchOne(db, sql: "\(BatchRecord.select) WHERE id = ?", arguments: [id])
          .map(BatchRecord.init)
      }
      guard let batch = batches[id] else { return nil }
      var cells: [String: StoredValue] = [:]
      for column in columns { cells[column] = StoredValue(row[column] as DatabaseValue) }
      return RowVersion(
        batch: batch, sourceRow: row["source_row"], unit: row["qh_unit"], from: row["p_from"], to: row["p_to"],
        cells: cells, amendedBy: row["qh_amended"],
        correctedBy: Set((row["qh_corrected"] as String? ?? "").split(separator: ",").compactMap { Int($0) }))
    }
  }
}

extension StoredValue {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null, .blob: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    }
  }
}
