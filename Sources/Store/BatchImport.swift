import Findings
import GRDB
import Register

/// Whether a batch is worth keeping, said by the one who read the file.
package enum BatchVerdict: Sendable { case keep, discard }

package enum BatchOutcome: Sendable, Equatable {
  case committed(batch: Int, rows: Int, rejects: Int)
  /// It would have been committed; a dry run keeps nothing.
  case rehearsed(rows: Int, rejects: Int)
  /// The same bytes stand in a current batch. The log has a note.
  case alreadyImported(BatchRecord)
  /// Not kept: the reader's verdict, no `begin`, or keys that stand already (the log says where).
  case discarded
}

extension Database {
  /// Imports one sheet in one transaction: rows, rejects, registered units and new columns together, or nothing at all.
  ///
  /// The same bytes of the same sheet, for the same period, into the same table are not imported twice while their
  /// batch is current. After `fill`, keys are compared with those of other current batches.
  /// - Parameters:
  ///   - units: the register in the order that `ColumnChunk.units` counts in: normally `units()`.
  ///   - isRehearsal: does everything, then takes it back (`--dry-run`).
  ///   - review: takes what the batch changes in those that stand, where it corrects them, or where it is refused since
  ///     it repeats keys of theirs. Nothing is kept yet.
  ///   - fill: writes the rows. It may read the database. What it throws is thrown on, and nothing is kept.
  package func importBatch(
    _ header: BatchHeader, units: [OrgUnit], isRehearsal: Bool = false, log: FindingLog,
    review: (RowDifference) -> Void = { _ in }, fill: (BatchWriter) throws -> BatchVerdict
  ) throws -> BatchOutcome {
    var outcome = BatchOutcome.discarded
    try access { db in
      try db.inTransaction(.immediate) {
        let correction = CorrectionPass(header: header, database: self, log: log, db: db)
        guard let replaced = try correction.replaced() else { return .rollback }
        if let earlier = try currentBatch(like: header, except: replaced.map(\.id), in: db) {
          log.add(
            StoreFinding.batchAlreadyImported(
              header.place, batch: name(ofBatch: earlier.id), file: earlier.source, at: earlier.importedAt))
          outcome = .alreadyImported(earlier)
          return .rollback
        }
        let writer = try BatchWriter(header, units: units, db: db, log: log)
        defer { writer.close() }
        guard try fill(writer) == .keep, let batch = try writer.complete(),
          try correction.settle(batch, replacing: replaced, review: review)
        else { return .rollback }
        outcome =
          isRehearsal
          ? .rehearsed(rows: writer.rowCount, rejects: writer.rejectCount)
          : .committed(batch: writer.batch, rows: writer.rowCount, rejects: writer.rejectCount)
        return isRehearsal ? .rollback : .commit
      }
    }
    return outcome
  }

  /// The current batch of the same bytes, if there is one; asked before a file is read.
  package func currentBatch(like header: BatchHeader) throws -> BatchRecord? {
    try access { db in try currentBatch(like: header, except: [], in: db) }
  }

  /// The digest is waited for only where there is a batch that it could be the same as.
  private func currentBatch(like header: BatchHeader, except: [Int], in db: Connection) throws -> BatchRecord? {
    let candidates = try Row.fetchAll(
      db,
      sql: """
        \(BatchRecord.select) WHERE system = ? AND table_id = ? AND sheet = ? AND period = ? AND \(Schema.isCurrent)
        ORDER BY id
        """,
      arguments: [header.table.system, header.table.table, header.sheet, header.period]
    ).map(BatchRecord.init).filter { !except.contains($0.id) }
    guard !candidates.isEmpty else { return nil }
    let digest = header.sha256
    return candidates.first { $0.sha256 == digest }
  }
}
