import GRDB

extension Schema {
  /// Which batches came instead of which, and which rows instead of which. Lines are only added: what was replaced is
  /// current again as soon as the batch that replaced it is undone, so that an undo changes nothing but that batch.
  static let fourthMigration = """
    CREATE TABLE replacement (
      replaced INTEGER NOT NULL REFERENCES batch (id),
      -- The batch that came instead, whole.
      batch_id INTEGER NOT NULL REFERENCES batch (id),
      PRIMARY KEY (replaced, batch_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX replacement_by_batch ON replacement (batch_id);

    CREATE TABLE replaced_row (
      table_version INTEGER NOT NULL REFERENCES table_version (id),
      row_id INTEGER NOT NULL,
      -- The batch that holds the row that came instead.
      batch_id INTEGER NOT NULL REFERENCES batch (id),
      PRIMARY KEY (table_version, row_id, batch_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX replaced_row_by_batch ON replaced_row (batch_id);

    -- Which rows of which batches its own came instead of, as a hash; NULL: of none.
    ALTER TABLE batch ADD COLUMN amends TEXT;
    """

  /// A condition on lines of `batch`: neither undone nor replaced by one that is not undone.
  static let isCurrent = """
    undone_at IS NULL AND id NOT IN (SELECT r.replaced FROM replacement AS r JOIN batch AS n ON n.id = r.batch_id \
    WHERE n.undone_at IS NULL)
    """

  /// The views of current rows, by the rule of today.
  static func renewViews(in db: Connection) throws {
    for table in try StoredTable.allCurrent(in: db) { try table.replaceView(in: db) }
  }
}

extension StoredTable {
  /// A SELECT of the row ids that rows of other batches came instead of.
  /// - Parameter batches: only those; nil: all that are not undone.
  func replacedRows(by batches: [Int]? = nil) -> String {
    guard let batches else {
      return "SELECT r.row_id FROM replaced_row AS r JOIN batch AS n ON n.id = r.batch_id "
        + "WHERE r.table_version = \(id) AND n.undone_at IS NULL"
    }
    let list = batches.map { "\($0)" }.joined(separator: ", ")
    return "SELECT row_id FROM replaced_row WHERE table_version = \(id) AND batch_id IN (\(list))"
  }

  /// A condition that leaves those rows out, with AND before it; empty where there are none, as nearly always.
  func withoutReplacedRows(by batches: [Int]? = nil, in db: Connection) throws -> String {
    let replaced = replacedRows(by: batches)
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (\(replaced))") == true else { return "" }
    return " AND row_id NOT IN (\(replaced))"
  }
}
