import Findings
import GRDB

extension Database {
  /// Whether the file is whole: its pages and indexes, its references, and that every batch has the rows it says.
  /// - Returns: false with the reasons in the log.
  package func integrityCheck(log: FindingLog) throws -> Bool {
    try access { db in
      var details = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
      let dangling = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
      if !dangling.isEmpty { details.append("foreign keys: \(dangling.count)") }
      for table in try Row.fetchAll(db, sql: "SELECT id, name FROM table_version ORDER BY id") {
        let batches = try Int.fetchAll(
          db,
          sql: """
            SELECT b.id FROM batch AS b
            WHERE b.table_version = ? AND b.row_count <> (
              SELECT count(*) FROM \(quoted(table["name"])) AS r
              WHERE r.row_id BETWEEN b.first_row_id AND b.last_row_id AND r.batch_id = b.id)
            ORDER BY b.id
            """,
          arguments: [table["id"] as Int])
        details += batches.map { "batch \($0)" }
      }
      for detail in details { log.add(StoreFinding.databaseDamaged(place, detail: detail)) }
      return details.isEmpty
    }
  }
}
