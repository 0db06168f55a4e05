import Findings
import GRDB

extension Database {
  /// Marks a batch as undone: its rows leave the views and scans, nothing is deleted, and what it came instead of is
  /// current again as it was. Units that it registered go with it, unless rows of other current batches name them.
  /// - Parameters:
  ///   - time: when, as the caller writes it.
  ///   - person: by whom.
  /// - Throws: a finding if there is no such batch, it is undone already, or another one came instead of it or of rows of it.
  package func undo(batch id: Int, at time: String, by person: String) throws {
    try change { db in
      let name = name(ofBatch: id)
      let place = Place.subject("\(name)")
      guard let row = try Row.fetchOne(db, sql: "\(BatchRecord.select) WHERE id = ?", arguments: [id]) else {
        throw FindingError(StoreFinding.batchUnknown(place, batch: name))
      }
      let record = BatchRecord(row)
      if let undoneAt = record.undoneAt {
        throw FindingError(
          StoreFinding.batchAlreadyUndone(place, batch: name, at: undoneAt, by: record.undoneBy ?? ""))
      }
      let later = (record.replacedBy.map { [$0] } ?? record.amendedBy).map(self.name(ofBatch:))
      if !later.isEmpty {
        throw FindingError(
          CorrectionFinding.corrected(place, batch: name, by: later, isWhole: record.replacedBy != nil))
      }
      try db.execute(
        sql: "UPDATE batch SET undone_at = ?, undone_by = ? WHERE id = ?", arguments: [time, person, id])
      try StoredTable.current(record.table, in: db)?.replaceView(in: db)
      // Those that went when it came instead of another batch come back with that one.
      try db.execute(
        sql: """
          UPDATE unit SET source = 'table' WHERE source = 'former'
            AND registered_by IN (SELECT id FROM batch WHERE \(Schema.isCurrent))
          """)
      try retireUnits(in: db)
    }
  }
}

/// Units that replaced batches registered belong to the new one where rows still name them; the others go.
func takeOverUnits(of replaced: [Int], by batch: Int, in db: Connection) throws {
  let candidates = try Int.fetchSet(
    db,
    sql: """
      SELECT id FROM unit WHERE source = 'table'
        AND registered_by IN (\(replaced.map { "\($0)" }.joined(separator: ", ")))
      """)
  guard !candidates.isEmpty else { return }
  for id in candidates.intersection(try namedUnits(in: db)).sorted() {
    try db.execute(sql: "UPDATE unit SET registered_by = ? WHERE id = ?", arguments: [batch, id])
  }
  try retireUnits(in: db)
}

/// Units of batches that are not current become former, but for those that current rows name.
private func retireUnits(in db: Connection) throws {
  let candidates = try Int.fetchSet(
    db,
    sql: """
      SELECT id FROM unit WHERE source = 'table'
        AND registered_by NOT IN (SELECT id FROM batch WHERE \(Schema.isCurrent))
      """)
  guard !candidates.isEmpty else { return }
  for id in candidates.subtracting(try namedUnits(in: db)).sorted() {
    try db.execute(sql: "UPDATE unit SET source = 'former' WHERE id = ?", arguments: [id])
  }
}

/// The units that current rows name.
private func namedUnits(in db: Connection) throws -> Set<Int> {
  var named: Set<Int> = []
  for table in try StoredTable.allCurrent(in: db) {
    named.formUnion(
      try Int.fetchSet(db, sql: "SELECT DISTINCT unit_id FROM \(quoted(table.viewName)) WHERE unit_id IS NOT NULL"))
  }
  return named
}
