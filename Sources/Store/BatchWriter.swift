import Findings
import GRDB
import Register
import Tables

/// A batch whose rows are all in, before it is kept.
struct CompletedBatch {
  let id: Int
  let table: StoredTable
  let rows: ClosedRange<Int>
  /// The first and last day that its rows are about; nil: the table has no periods.
  let span: (from: Int, to: Int)?
  let rejectCount: Int
}

/// Writes one batch inside the transaction of `Database.importBatch`; afterwards it accepts nothing more.
package final class BatchWriter: ChunkSink {
  package let batch: Int
  package private(set) var rowCount = 0
  package private(set) var rejectCount = 0

  private let header: BatchHeader
  private let log: FindingLog
  private var db: Connection?
  /// Index in the register → row of `unit`.
  private var unitIDs: [Int]
  /// Likewise: what stands for each unit's code in the digest.
  private var unitMarks: [UInt64]
  private var matched = MatchDigest()
  private var table: StoredTable?
  private var insertion: RowInsertion?
  private var rejection: RawStatement?
  private var firstRow = 0
  private var span: (from: Int, to: Int)?

  init(_ header: BatchHeader, units: [OrgUnit], db: Connection, log: FindingLog) throws {
    self.header = header
    self.log = log
    self.db = db
    let known = try unitNumbers(in: db)
    unitIDs = try units.map { unit in
      guard let id = known[unit.code] else {
        throw FindingError(StoreFinding.unitUnknown(header.place, code: unit.code))
      }
      return id
    }
    unitMarks = units.map { MatchDigest.mark($0.code) }
    try db.execute(
      sql: """
        INSERT INTO batch (system, table_id, spec_version, spec_hash, file, sheet, sha256, period, row_count,
          reject_count, imported_at, imported_by)
        VALUES (?, ?, ?, ?, ?, ?, '', ?, 0, 0, ?, ?)
        """,
      arguments: [
        header.table.system, header.table.table, header.specVersion, header.specHash, header.file, header.sheet,
        header.period, header.importedAt, header.importedBy,
      ])
    batch = Int(db.lastInsertedRowID)
  }

  package func begin(columns: [StoredColumn]) throws {
    let db = try opened()
    let table = try StoredTable.ready(for: columns, of: header.table, place: header.place, log: log, in: db)
    firstRow = (try Int.fetchOne(db, sql: "SELECT max(row_id) FROM \(quoted(table.sqlName))") ?? 0) + 1
    self.table = table
    insertion = try RowInsertion(into: table, columns: columns, batch: batch, firstRow: firstRow, db: db)
  }

  package func register(_ units: [RegisteredUnit]) throws {
    let db = try opened()
    for unit in units {
      unitIDs.append(try registeredUnitID(unit, batch: batch, in: db))
      unitMarks.append(MatchDigest.mark(unit.code))
    }
  }

  package func receive(_ chunk: ColumnChunk) throws {
    _ = try opened()
    guard let insertion else { throw outOfTurn }
    try insertion.insert(chunk, unitIDs: unitIDs, place: header.place)
    rowCount += chunk.rowCount
    for (row, unit) in zip(chunk.sourceRows, chunk.units) {
      matched.add(row: row, unit: unitMarks.indices.contains(unit) ? unitMarks[unit] : 0)
    }
    let from = chunk.periodFrom.lazy.filter { $0 != 0 }.min()
    let to = chunk.periodTo.lazy.filter { $0 != 0 }.max()
    if let from, let to { span = (min(from, span?.from ?? from), max(to, span?.to ?? to)) }
  }

  package func reject(_ row: RejectedRow) throws {
    let db = try opened()
    let statement: RawStatement
    if let rejection {
      statement = rejection
    } else {
      statement = try RawStatement(
        db, "INSERT INTO reject (batch_id, source_row, codes, reasons, cells, unit_id) VALUES (?, ?, ?, ?, ?, ?)")
      rejection = statement
    }
    statement.bind(batch, at: 1)
    statement.bind(row.sourceRow, at: 2)
    statement.bind(try jsonText(row.codes), at: 3)
    statement.bind(try jsonText(row.reasons), at: 4)
    statement.bind(try jsonText(row.cells), at: 5)
    // A unit that the batch registers may come later than its first row that is set aside.
    statement.bind(row.unit.flatMap { unitIDs.indices.contains($0) ? unitIDs[$0] : nil }, at: 6)
    try statement.run()
    rejectCount += 1
  }

  /// Completes the record of the batch.
  /// - Returns: nil if it was never begun.
  func complete() throws -> CompletedBatch? {
    let db = try opened()
    guard let table else { return nil }
    try db.execute(
      sql: """
        UPDATE batch SET table_version = ?, sha256 = ?, row_count = ?, reject_count = ?, first_row_id = ?, last_row_id = ?,
          p_from = ?, p_to = ?, matched = ? WHERE id = ?
        """,
      arguments: [
        table.id, header.sha256, rowCount, rejectCount, firstRow, firstRow + rowCount - 1, span?.from, span?.to,
        matched.text, batch,
      ])
    return CompletedBatch(
      id: batch, table: table, rows: firstRow...max(firstRow, firstRow + rowCount - 1), span: span,
      rejectCount: rejectCount)
  }

  func close() {
    insertion = nil
    rejection = nil
    db = nil
  }

  private func opened() throws -> Connection {
    guard let db else { throw outOfTurn }
    return db
  }

  private var outOfTurn: FindingError {
    FindingError(StoreFinding.databaseTrouble(header.place, code: 21, detail: "rows outside of their batch"))
  }
}
