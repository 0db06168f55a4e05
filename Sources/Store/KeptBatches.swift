import GRDB
import Tables

/// Batches by table, in the order in which their rows are read: those of a kept run, whatever was imported or undone
/// since.
package struct BatchSelection: Sendable, Equatable {
  package var ids: [TableName: [Int]]
  package init(_ ids: [TableName: [Int]]) { self.ids = ids }
  /// None of a table that the run did not read.
  package subscript(table: TableName) -> [Int] { ids[table] ?? [] }
}

/// A batch with all that tells it from others of the same file.
package struct KeptBatch: Sendable {
  package let identity: BatchIdentity
  package let record: BatchRecord
  /// When others came instead of it, and until when: until they were undone; nil: they stand.
  package let replacements: [Replacement]

  package struct Replacement: Sendable, Equatable {
    package let from: String
    package let until: String?
  }

  /// Whether it was among the current batches then.
  package func wasCurrent(at time: String) -> Bool {
    record.importedAt <= time && record.undoneAt.map { $0 >= time } ?? true
      && !replacements.contains { $0.from < time && ($0.until.map { $0 > time } ?? true) }
  }
}

extension Database {
  /// Every batch of a table, also those that were undone and those of earlier versions, in the order of their import.
  package func batches(of table: TableName) throws -> [KeptBatch] {
    try access { db in
      try Row.fetchAll(
        db, sql: "\(BatchRecord.select) WHERE system = ? AND table_id = ? ORDER BY id",
        arguments: [table.system, table.table]
      ).map { row in
        let replacements = try Row.fetchAll(
          db,
          sql: """
            SELECT n.imported_at, n.undone_at FROM replacement AS r JOIN batch AS n ON n.id = r.batch_id
            WHERE r.replaced = ? ORDER BY n.id
            """, arguments: [row["id"] as Int]
        ).map { KeptBatch.Replacement(from: $0["imported_at"], until: $0["undone_at"]) }
        return KeptBatch(
          identity: BatchIdentity(row, of: table), record: BatchRecord(row), replacements: replacements)
      }
    }
  }

  /// How many of the rows that a batch brought in are still there.
  package func countRows(ofBatch id: Int) throws -> Int {
    try access { db in
      guard let span = try BatchSpan.of([id], in: db).first else { return 0 }
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \(quoted(span.table.sqlName)) WHERE batch_id = ? AND row_id BETWEEN ? AND ?",
        arguments: [id, span.first, span.last]) ?? 0
    }
  }

  /// The columns of a table that rows of these batches have; nil: of the current ones.
  package func storedColumns(_ table: TableName, of batches: [Int]?) throws -> [StoredColumn] {
    guard let batches else { return try storedColumns(table) }
    return try access { db in
      let spans = try BatchSpan.of(batches, in: db)
      guard let columns = spans.last?.table.columns else { return [] }
      return columns.filter { column in spans.allSatisfy { $0.table.columns.contains { $0.name == column.name } } }
    }
  }
}

extension BatchIdentity {
  init(_ row: Row, of table: TableName) {
    self.init(
      batch: row["id"], table: table, sha256: row["sha256"], specHash: row["spec_hash"], period: row["period"],
      matched: row["matched"], amends: row["amends"])
  }
}

/// Where the rows of a batch stand.
struct BatchSpan {
  let table: StoredTable
  let first: Int
  let last: Int

  /// Those of batches, in the order in which they are named; batches without rows have none.
  static func of(_ batches: [Int], in db: Connection) throws -> [BatchSpan] {
    var tables: [Int: StoredTable] = [:]
    return try batches.compactMap { id in
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT table_version, first_row_id, last_row_id FROM batch
            WHERE id = ? AND first_row_id <= last_row_id AND table_version IS NOT NULL
            """, arguments: [id])
      else { return nil }
      let version: Int = row["table_version"]
      if tables[version] == nil { tables[version] = try StoredTable.version(version, in: db) }
      return tables[version].map { BatchSpan(table: $0, first: row["first_row_id"], last: row["last_row_id"]) }
    }
  }

  /// Those of the current batches of a table, in the order of their import.
  static func current(of name: TableName, in db: Connection) throws -> [BatchSpan] {
    guard let table = try StoredTable.current(name, in: db) else { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT first_row_id, last_row_id FROM batch
        WHERE table_version = ? AND \(Schema.isCurrent) AND first_row_id <= last_row_id ORDER BY id
        """,
      arguments: [table.id]
    ).map { BatchSpan(table: table, first: $0["first_row_id"], last: $0["last_row_id"]) }
  }
}
