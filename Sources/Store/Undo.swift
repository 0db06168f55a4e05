import Findings
import GRDB

extension Database {
  /// Marks a batch as undone: its rows leave the views and scans, nothing is deleted. Units that it registered go with
  /// it, unless rows of other current batches name them.
  /// - Parameters:
  ///   - time: when, as the caller writes it.
  ///   - person: by whom.
  /// - Throws: a finding if there is no such batch, or it is undone already.
  package func undo(batch id: Int, at time: String, by person: String) throws {
    try change { db in
      let name = name(ofBatch: id)
      let place = Place.subject("\(name)")
      guard let row = try Row.fetchOne(db, sql: "SELECT * FROM batch WHERE id = ?", arguments: [id]) else {
        throw FindingError(StoreFinding.batchUnknown(place, batch: name))
      }
      let record = BatchRecord(row)
      if let undoneAt = record.undoneAt {
        throw FindingError(
          StoreFinding.batchAlreadyUndone(place, batch: name, at: undoneAt, by: record.undoneBy ?? ""))
      }
      try db.execute(
        sql: "UPDATE batch SET undone_at = ?, undone_by = ? WHERE id = ?", arguments: [time, person, id])
      try retireUnits(in: db)
    }
  }

  /// Units of undone batches become former, but for those that current rows name.
  private func retireUnits(in db: Connection) throws {
    let candidates = try Int.fetchSet(
      db,
      sql: """
        SELECT id FROM unit WHERE source = 'table'
          AND registered_by IN (SELECT id FROM batch WHERE undone_at IS NOT NULL)
        """)
    guard !candidates.isEmpty else { return }
    var named: Set<Int> = []
    for table in try StoredTable.allCurrent(in: db) {
      named.formUnion(
        try Int.fetchSet(
          db, sql: "SELECT DISTINCT unit_id FROM \(quoted(table.viewName)) WHERE unit_id IS NOT NULL"))
    }
    for id in candidates.subtracting(named).sorted() {
      try db.execute(sql: "UPDATE unit SET source = 'former' WHERE id = ?", arguments: [id])
    }
  }
}
