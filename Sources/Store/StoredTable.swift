import Findings
import GRDB
import Tables

/// Which table of which system: `keshi`, `患者问卷`.
package struct TableName: Sendable, Hashable, Comparable {
  package let system: String
  package let table: String
  package init(system: String, table: String) {
    self.system = system
    self.table = table
  }
  package static func < (a: TableName, b: TableName) -> Bool { (a.system, a.table) < (b.system, b.table) }
}

/// One version of a wide table: `t_<system>_<table>`, one row per imported row, appended and never changed.
///
/// `row_id` counts on without gaps, so that the rows of a batch are a span of it, in the order of the file: neither
/// undoing nor finding a row needs an index.
struct StoredTable {
  let id: Int
  let name: TableName
  let version: Int
  /// The name in SQL, not quoted.
  let sqlName: String
  var columns: [StoredColumn]

  /// The columns that every wide table has before its own.
  static let fixedColumns = ["row_id", "batch_id", "source_row", "unit_id", "p_from", "p_to", "superseded_by"]

  static func sqlName(of name: TableName, version: Int) -> String {
    "t_\(name.system)_\(name.table)" + (version == 1 ? "" : "_v\(version)")
  }

  /// The view of the current rows, whatever the version.
  var viewName: String { "v_\(name.system)_\(name.table)" }

  /// The version whose rows are read: the newest that has a current batch, so that undoing the batch that began one
  /// brings back what stood before it; nil while nothing was ever imported.
  static func current(_ name: TableName, in db: Connection) throws -> StoredTable? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM table_version AS v WHERE system = ? AND table_id = ? ORDER BY \(currentFirst) LIMIT 1",
      arguments: [name.system, name.table]
    ).map(StoredTable.init)
  }

  /// The newest version, into which rows go; nil while nothing was ever imported.
  private static func newest(_ name: TableName, in db: Connection) throws -> StoredTable? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM table_version WHERE system = ? AND table_id = ? ORDER BY version DESC LIMIT 1",
      arguments: [name.system, name.table]
    ).map(StoredTable.init)
  }

  /// An order of lines of `table_version`, called v, in which the version that is read comes first.
  private static let currentFirst = """
    EXISTS (SELECT 1 FROM batch WHERE system = v.system AND table_id = v.table_id AND table_version = v.id \
    AND \(Schema.isCurrent)) DESC, version DESC
    """

  static func version(_ id: Int, in db: Connection) throws -> StoredTable? {
    try Row.fetchOne(db, sql: "SELECT * FROM table_version WHERE id = ?", arguments: [id]).map(StoredTable.init)
  }

  /// The version that is read of every table, in the order of their names.
  static func allCurrent(in db: Connection) throws -> [StoredTable] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM table_version AS t WHERE id = (
          SELECT id FROM table_version AS v WHERE v.system = t.system AND v.table_id = t.table_id
          ORDER BY \(currentFirst) LIMIT 1)
        ORDER BY system, table_id
        """
    ).map(StoredTable.init)
  }

  private init(_ row: Row) throws {
    id = row["id"]
    name = TableName(system: row["system"], table: row["table_id"])
    version = row["version"]
    sqlName = row["name"]
    columns = try fromJSON(row["columns"], as: [[String]].self).compactMap { pair in
      guard pair.count == 2, let storage = StoredColumn.Storage(rawValue: pair[1]) else { return nil }
      return StoredColumn(name: pair[0], storage: storage)
    }
  }
}

extension StoredTable {
  /// The table that rows with these columns go into: made on the first import, widened where columns are new, begun
  /// anew as the next version where a column's type changed (a lossless conversion of what others have read is not
  /// ours to guess).
  /// - Throws: a finding if a name cannot be used.
  static func ready(
    for columns: [StoredColumn], of name: TableName, place: Place, log: FindingLog, in db: Connection
  ) throws -> StoredTable {
    try check(columns, of: name, place: place)
    guard var table = try newest(name, in: db) else {
      return try make(name, version: 1, columns: columns, place: place, in: db)
    }
    let known = Dictionary(table.columns.map { ($0.name, $0.storage) }, uniquingKeysWith: { first, _ in first })
    if let changed = columns.first(where: { known[$0.name] != nil && known[$0.name] != $0.storage }) {
      log.add(
        StoreFinding.tableNewVersion(
          place, table: name.table, column: changed.name, was: known[changed.name]?.rawValue ?? "",
          now: changed.storage.rawValue, version: table.version + 1))
      return try make(name, version: table.version + 1, columns: columns, place: place, in: db)
    }
    let added = columns.filter { known[$0.name] == nil }
    guard !added.isEmpty else {
      // An earlier version is read while the newest has no current batch; with this one it has.
      if try current(name, in: db)?.id != table.id { try table.replaceView(in: db) }
      return table
    }
    try check(table.columns + added, of: name, place: place)
    for column in added {
      try db.execute(sql: "ALTER TABLE \(quoted(table.sqlName)) ADD COLUMN \(column.definition)")
    }
    table.columns += added
    try db.execute(
      sql: "UPDATE table_version SET columns = ? WHERE id = ?", arguments: [try table.columnsText, table.id])
    try table.replaceView(in: db)
    log.add(StoreFinding.tableColumnsAdded(place, table: name.table, columns: added.map(\.name)))
    return table
  }

  private static func check(_ columns: [StoredColumn], of name: TableName, place: Place) throws {
    var taken = Set(fixedColumns.map(folded))
    for column in columns {
      let isUsable = !column.name.isEmpty && !column.name.utf8.contains(0)
      if !isUsable || !taken.insert(folded(column.name)).inserted {
        throw FindingError(StoreFinding.columnNameUnusable(place, table: name.table, column: column.name))
      }
    }
  }

  private static func make(
    _ name: TableName, version: Int, columns: [StoredColumn], place: Place, in db: Connection
  ) throws -> StoredTable {
    let sqlName = sqlName(of: name, version: version)
    let isTaken = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM table_version WHERE name = ?)", arguments: [sqlName])
    if sqlName.utf8.contains(0) || isTaken == true {
      throw FindingError(StoreFinding.tableNameTaken(place, table: name.table, name: sqlName))
    }
    let fixed = [
      "row_id INTEGER PRIMARY KEY", "batch_id INTEGER NOT NULL", "source_row INTEGER NOT NULL", "unit_id INTEGER",
      "p_from INTEGER", "p_to INTEGER", "superseded_by INTEGER",
    ]
    let definitions = (fixed + columns.map(\.definition)).joined(separator: ", ")
    try db.execute(sql: "CREATE TABLE \(quoted(sqlName)) (\(definitions)) STRICT")
    try db.execute(
      sql: "INSERT INTO table_version (system, table_id, version, name, columns) VALUES (?, ?, ?, ?, ?)",
      arguments: [name.system, name.table, version, sqlName, try Self.text(of: columns)])
    guard let table = try newest(name, in: db) else {
      throw FindingError(StoreFinding.databaseDamaged(place, detail: "table_version"))
    }
    try table.replaceView(in: db)
    return table
  }

  func replaceView(in db: Connection) throws {
    let names = Self.fixedColumns.dropFirst().dropLast() + columns.map(\.name)
    try db.execute(
      sql: """
        DROP VIEW IF EXISTS \(quoted(viewName));
        CREATE VIEW \(quoted(viewName)) AS SELECT \(names.map(quoted).joined(separator: ", "))
        FROM \(quoted(sqlName))
        WHERE superseded_by IS NULL AND batch_id IN (SELECT id FROM batch WHERE \(Schema.isCurrent))
          AND row_id NOT IN (\(replacedRows()))
        """)
  }

  private var columnsText: String { get throws { try Self.text(of: columns) } }

  private static func text(of columns: [StoredColumn]) throws -> String {
    try jsonText(columns.map { [$0.name, $0.storage.rawValue] })
  }
}

extension StoredColumn {
  fileprivate var definition: String { "\(quoted(name)) \(storage.rawValue)" }
}

extension Database {
  /// The columns of the newest version of a table; empty while nothing was ever imported.
  package func storedColumns(_ table: TableName) throws -> [StoredColumn] {
    try access { db in try StoredTable.current(table, in: db)?.columns ?? [] }
  }

  /// Every table that was ever imported, in the order of the names.
  package func storedTables() throws -> [TableName] {
    try access { db in try StoredTable.allCurrent(in: db).map(\.name) }
  }
}
