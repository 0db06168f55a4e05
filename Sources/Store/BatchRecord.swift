import Findings
import GRDB
import Tables

/// What is known of a batch before its rows are read.
package struct BatchHeader: Sendable {
  package var table: TableName
  package var specVersion: String
  package var specHash: String
  /// Columns that, with unit and period, name a row; rows of other batches may not repeat them.
  package var key: [String]
  /// The file's name without its folders.
  package var file: String
  /// The sheet of a workbook; empty for other files.
  package var sheet: String
  /// Of the file's bytes, in hexadecimal digits. Asked for only when it is needed: it may be taken while rows are read.
  package var sha256: String { digest() }
  private let digest: @Sendable () -> String
  /// The period that was given or read off the file's name; empty where rows carry theirs.
  package var period: String
  /// When and by whom, as the caller writes it: the store has no clock.
  package var importedAt: String
  package var importedBy: String
  /// What findings call the file.
  package var place: Place
  /// What it does to the batches that stand.
  package var correction = Correction.none
  /// Differences from batches that stand are counted, and no row of them is told.
  package var countsOnly = false

  package init(
    table: TableName, specVersion: String, specHash: String, key: [String] = [], file: String, sheet: String = "",
    sha256: @autoclosure @escaping @Sendable () -> String, period: String = "", importedAt: String,
    importedBy: String, place: Place
  ) {
    self.table = table
    self.specVersion = specVersion
    self.specHash = specHash
    self.key = key
    self.file = file
    self.sheet = sheet
    digest = sha256
    self.period = period
    self.importedAt = importedAt
    self.importedBy = importedBy
    self.place = place
  }
}

/// A batch that was imported, undone or not.
package struct BatchRecord: Sendable, Hashable {
  package let id: Int
  package let table: TableName
  package let specVersion: String
  package let specHash: String
  package let file: String
  package let sheet: String
  /// File and sheet, as people look them up: `台账.xlsx:一季度`.
  package var source: String { sourceName(file: file, sheet: sheet) }
  package let sha256: String
  package let period: String
  package let rowCount: Int
  package let rejectCount: Int
  /// The first and last day that its rows are about, yyyymmdd; nil where the table has no periods, or no row was kept.
  package let from: Int?
  package let to: Int?
  package let importedAt: String
  package let importedBy: String
  package let undoneAt: String?
  package let undoneBy: String?
  /// The batch that came instead of it, whole, and is not undone.
  package let replacedBy: Int?
  /// Those that came instead of some of its rows, and are not undone.
  package let amendedBy: [Int]

  package var isCurrent: Bool { undoneAt == nil && replacedBy == nil }

  /// What the record of a batch is read from; a condition and an order may follow.
  static let select = """
    SELECT batch.*,
      (SELECT max(r.batch_id) FROM replacement AS r JOIN batch AS n ON n.id = r.batch_id
        WHERE r.replaced = batch.id AND n.undone_at IS NULL) AS replaced_by,
      (SELECT json_group_array(DISTINCT r.batch_id) FROM replaced_row AS r JOIN batch AS n ON n.id = r.batch_id
        WHERE r.table_version = batch.table_version AND n.undone_at IS NULL
          AND r.row_id BETWEEN batch.first_row_id AND batch.last_row_id) AS amended_by
    FROM batch
    """

  init(_ row: Row) {
    id = row["id"]
    table = TableName(system: row["system"], table: row["table_id"])
    specVersion = row["spec_version"]
    specHash = row["spec_hash"]
    file = row["file"]
    sheet = row["sheet"]
    sha256 = row["sha256"]
    period = row["period"]
    rowCount = row["row_count"]
    rejectCount = row["reject_count"]
    from = row["p_from"]
    to = row["p_to"]
    importedAt = row["imported_at"]
    importedBy = row["imported_by"]
    undoneAt = row["undone_at"]
    undoneBy = row["undone_by"]
    replacedBy = row["replaced_by"]
    amendedBy = ((try? fromJSON(row["amended_by"], as: [Int].self)) ?? []).sorted()
  }
}

/// What a run's manifest says of a batch that it read.
package struct BatchIdentity: Sendable, Hashable {
  package let batch: Int
  package let table: TableName
  package let sha256: String
  package let specHash: String
  /// As `BatchHeader.period`: the same bytes for two periods are two inputs.
  package let period: String
  /// Which units its rows were matched with, as a hash; nil: imported before that was remembered.
  package let matched: String?
  /// Which rows of other batches its own came instead of, as a hash; nil: of none.
  package let amends: String?
}

extension Database {
  /// All batches, also those that were undone, in the order of their import.
  package func batches() throws -> [BatchRecord] {
    try access { db in try Row.fetchAll(db, sql: "\(BatchRecord.select) ORDER BY id").map(BatchRecord.init) }
  }

  package func batch(_ id: Int) throws -> BatchRecord? {
    try access { db in
      try Row.fetchOne(db, sql: "\(BatchRecord.select) WHERE id = ?", arguments: [id]).map(BatchRecord.init)
    }
  }

  /// The rows of a batch that were set aside, in the order of the file.
  package func rejects(ofBatch id: Int) throws -> [RejectedRow] {
    try access { db in
      try Row.fetchAll(db, sql: "SELECT * FROM reject WHERE batch_id = ? ORDER BY source_row, rowid", arguments: [id])
        .map {
          RejectedRow(
            sourceRow: $0["source_row"], codes: try fromJSON($0["codes"]), reasons: try fromJSON($0["reasons"]),
            cells: try fromJSON($0["cells"]))
        }
    }
  }

  /// The current batches of tables that have a row about a day up to `asOf`, by table and order of import: the data state of a run that reads these tables.
  /// - Parameter asOf: yyyymmdd; nil: all batches. Batches of tables without periods always belong.
  package func dataState(for tables: some Sequence<TableName>, asOf: Int? = nil) throws -> [BatchIdentity] {
    try access { db in
      try Set(tables).sorted().flatMap { name in
        guard let table = try StoredTable.current(name, in: db) else { return [BatchIdentity]() }
        return try Row.fetchAll(
          db,
          sql: """
            SELECT * FROM batch WHERE table_version = ? AND \(Schema.isCurrent)
            AND (p_from IS NULL OR p_from <= ?) ORDER BY id
            """,
          arguments: [table.id, asOf ?? .max]
        ).map { BatchIdentity($0, of: name) }
      }
    }
  }
}

/// File and sheet, as people look them up: `台账.xlsx:一季度`.
func sourceName(file: String, sheet: String) -> String { sheet.isEmpty ? file : "\(file):\(sheet)" }
