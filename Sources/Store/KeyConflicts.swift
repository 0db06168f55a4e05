import Findings
import GRDB

/// Looks for rows of a new batch whose unit, period and key stand already in a current batch.
///
/// No unique index: it would have to know which batches are undone. Batches of other periods cannot conflict, and are
/// not looked at, so that the usual import costs nothing. Within one file, the reader rejects repeated keys.
struct KeyConflicts {
  private let table: StoredTable
  private let key: [String]
  private let batch: CompletedBatch
  private let isProtected: Bool
  private let rows: ClosedRange<Int>
  init(_ batch: CompletedBatch, key: [String], isProtected: Bool) {
    table = batch.table
    self.key = key.filter { name in batch.table.columns.contains { $0.name == name } }
    self.batch = batch
    self.isProtected = isProtected
    rows = batch.rows
  }

  /// The current batches in which keys of the new one stand.
  func batches(in db: Connection) throws -> [Int] {
    guard !key.isEmpty else { return [] }
    return try candidates(in: db).filter { try !sharedKeys(with: $0.rows, limit: 1, in: db).isEmpty }.map(\.id)
  }

  /// For each batch that may hold any, a SELECT of the table's version, the row and the new batch: the rows whose key
  /// the new batch has. Its parameters are `table` and `batch`.
  func standingRows(in db: Connection) throws -> [String] {
    let without = try table.withoutReplacedRows(in: db)
    let name = quoted(table.sqlName)
    return try candidates(in: db).map { earlier in
      """
      SELECT :table, row_id, :batch FROM \(name)
      WHERE row_id BETWEEN \(earlier.rows.lowerBound) AND \(earlier.rows.upperBound)\(without) AND \(hasKey)
        AND \(keyText) IN
          (SELECT \(keyText) FROM \(name) WHERE row_id BETWEEN \(rows.lowerBound) AND \(rows.upperBound) AND \(hasKey))
      """
    }
  }

  /// Adds a finding for each batch in which keys of the new one stand, at the first of its rows.
  /// - Parameter except: batches that may have the same keys.
  /// - Returns: how many batches there are.
  @discardableResult
  func report(place: Place, log: FindingLog, except: [Int] = [], in db: Connection) throws -> Int {
    guard !key.isEmpty else { return 0 }
    var count = 0
    for earlier in try candidates(in: db) where !except.contains(earlier.id) {
      let conflicts = try sharedKeys(with: earlier.rows, in: db)
      guard !conflicts.isEmpty else { continue }
      let earlierRows = try sourceRows(earlier.rows, of: conflicts, in: db)
      guard let (key, row) = try sourceRows(rows, of: conflicts, in: db).min(by: { $0.value < $1.value }) else {
        continue
      }
      let standing = SheetRow.resolved(earlier.file, row: earlierRows[key] ?? 0)
      log.add(
        StoreFinding.keyAlreadyImported(
          rowPlace(place, row), columns: self.key, batch: BatchName(earlier.id, isProtected: isProtected),
          file: standing.source, row: standing.row, count: conflicts.count))
      count += 1
    }
    return count
  }

  private func rowPlace(_ place: Place, _ row: Int) -> Place {
    if case .cell(let file, let sheet, _, _) = place { return .cell(file, sheet: sheet, row: row, column: 1) }
    return place.file.map { .row($0, row: row) } ?? place
  }

  private struct Earlier {
    let id: Int
    let file: String
    let rows: ClosedRange<Int>
  }

  private func candidates(in db: Connection) throws -> [Earlier] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, file, sheet, first_row_id, last_row_id FROM batch
        WHERE table_version = :table AND id <> :batch AND \(Schema.isCurrent) AND first_row_id <= last_row_id
          AND (p_from IS NULL OR :from IS NULL OR (p_from <= :to AND p_to >= :from))
        ORDER BY id
        """,
      arguments: ["table": table.id, "batch": batch.id, "from": batch.span?.from, "to": batch.span?.to]
    ).map {
      Earlier(
        id: $0["id"], file: sourceName(file: $0["file"], sheet: $0["sheet"]),
        rows: $0["first_row_id"]...$0["last_row_id"])
    }
  }

  /// Unit, period and key as one text, in which nothing can be mistaken for anything else.
  private var keyText: String {
    (["unit_id", "p_from", "p_to"] + key.map(form)).map { "quote(\($0))" }.joined(separator: " || ',' || ")
  }

  private func form(_ column: String) -> String {
    let isText = table.columns.contains { $0.name == column && $0.storage == .text }
    return isText ? KeyForm.sql(column) : quoted(column)
  }

  private var hasKey: String { key.map { "\(quoted($0)) IS NOT NULL" }.joined(separator: " AND ") }

  private func sharedKeys(with earlier: ClosedRange<Int>, limit: Int = -1, in db: Connection) throws
    -> Set<String>
  {
    let select =
      "SELECT \(keyText) FROM \(quoted(table.sqlName)) WHERE superseded_by IS NULL AND \(hasKey) AND row_id BETWEEN"
    let without = try table.withoutReplacedRows(in: db)
    return try Set(
      String.fetchAll(
        db, sql: "\(select) ? AND ?\(without) INTERSECT \(select) ? AND ? ORDER BY 1 LIMIT ?",
        arguments: [earlier.lowerBound, earlier.upperBound, rows.lowerBound, rows.upperBound, limit]))
  }

  private func sourceRows(_ rows: ClosedRange<Int>, of keys: Set<String>, in db: Connection) throws -> [String: Int] {
    let statement = try RawStatement(
      db,
      "SELECT \(keyText), source_row FROM \(quoted(table.sqlName)) WHERE row_id BETWEEN ? AND ? ORDER BY row_id")
    statement.bind(rows.lowerBound, at: 1)
    statement.bind(rows.upperBound, at: 2)
    var found: [String: Int] = [:]
    try statement.rows {
      let key = statement.text(0)
      if keys.contains(key), found[key] == nil { found[key] = statement.integer(1) }
    }
    return found
  }
}
