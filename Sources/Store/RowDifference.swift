import GRDB
import Scoring

/// What a batch changes in rows that stand: which are new, which have other cells, which are gone.
///
/// A row is the same row where unit, period and key are; without a key, only where every cell is.
package struct RowDifference: Sendable, Equatable {
  package enum Kind: String, Sendable { case added, changed, gone }

  package struct Cell: Sendable, Equatable {
    package let column: String
    package let before: StoredValue
    package let after: StoredValue
  }

  package struct Line: Sendable, Equatable {
    package let kind: Kind
    /// The unit's code; nil: the table has no units.
    package let unit: String?
    /// yyyymmdd; nil: the table has no periods.
    package let from: Int?
    package let to: Int?
    /// The cells of the key, in its order.
    package let key: [StoredValue]
    /// Where the row stands; nil: nowhere yet.
    package let standing: RowReference?
    /// The row of the new file; nil: it is not there.
    package let row: Int?
    /// The cells that differ, in the order of the columns.
    package let cells: [Cell]
  }

  /// The batches that rows were compared with, in order.
  package internal(set) var batches: [Int] = []
  /// How many rows stand in them, and how many the new batch has.
  package internal(set) var before = 0
  package internal(set) var after = 0
  package internal(set) var added = 0
  package internal(set) var changed = 0
  package internal(set) var gone = 0
  package internal(set) var unchanged = 0
  /// Of the units in which anything differs, the fewest rows that do; nil: nothing differs.
  package internal(set) var leastChangeOfAUnit: Int?
  /// In the order of the new file, then what is gone; no more than `limit`, and none where only counts were asked for.
  package internal(set) var lines: [Line] = []

  package static let limit = 10_000

  /// Which rows the new ones are held against.
  enum Standing {
    case batches([BatchRecord])
    /// Those that the new batch came instead of.
    case rowsReplaced
  }

  static func read(
    _ batch: CompletedBatch, from standing: Standing, key: [String], countsOnly: Bool, in db: Connection
  ) throws -> RowDifference {
    var pass = DifferencePass(table: batch.table, key: key, countsOnly: countsOnly, db: db)
    switch standing {
    case .batches(let records):
      for record in records {
        guard let span = try BatchSpan.of([record.id], in: db).first else { continue }
        let without = try span.table.withoutReplacedRows(in: db)
        try pass.take(span.table, where: "row_id BETWEEN \(span.first) AND \(span.last)\(without)")
      }
      pass.found.batches = records.map(\.id)
    case .rowsReplaced:
      let replaced = batch.table.replacedRows(by: [batch.id])
      try pass.take(batch.table, where: "row_id IN (\(replaced))")
      pass.found.batches = try Int.fetchAll(
        db,
        sql: "SELECT DISTINCT batch_id FROM \(quoted(batch.table.sqlName)) WHERE row_id IN (\(replaced)) ORDER BY 1")
    }
    try pass.compare(
      batch.table, where: "row_id BETWEEN \(batch.rows.lowerBound) AND \(batch.rows.upperBound)")
    try pass.finish()
    return pass.found
  }
}

extension Database {
  /// Of the units in which the rows of two selections differ, the fewest rows that do; nil: they are the same rows.
  /// - Parameter days: rows about other days are left out, yyyymmdd.
  package func leastChangeOfAUnit(
    in name: TableName, from first: [Int], to second: [Int], within days: ClosedRange<Int>
  ) throws -> Int? {
    try access { db in
      guard let table = try StoredTable.current(name, in: db) else { return nil }
      var pass = DifferencePass(table: table, key: [], countsOnly: true, db: db)
      func condition(_ span: BatchSpan, of batches: [Int]) throws -> String {
        let without = try span.table.withoutReplacedRows(by: batches, in: db)
        return "row_id BETWEEN \(span.first) AND \(span.last)\(without) AND (p_from IS NULL OR "
          + "(p_from <= \(days.upperBound) AND p_to >= \(days.lowerBound)))"
      }
      // Batches that both have count too: rows of one may be replaced by those of another.
      for span in try BatchSpan.of(first, in: db) { try pass.take(span.table, where: condition(span, of: first)) }
      for span in try BatchSpan.of(second, in: db) { try pass.compare(span.table, where: condition(span, of: second)) }
      try pass.finish()
      return pass.found.leastChangeOfAUnit
    }
  }
}

/// Reads the rows that stand, then those of the new batch.
private struct DifferencePass {
  let table: StoredTable
  let key: [String]
  let countsOnly: Bool
  let db: Connection
  let columns: [String]
  var found = RowDifference()
  /// By what makes a row the same row; of rows that are alike in that, the first first.
  private var standing: [String: [Old]] = [:]
  private var cells: [Int: RawStatement] = [:]

  /// How many rows of each unit differ.
  private var touched: [String: Touched] = [:]

  private struct Touched {
    var added = 0
    var changed = 0
    var gone = 0
    /// One that stands elsewhere now is gone and added, and is one.
    var count: Int { changed + max(added, gone) }
  }

  private struct Old {
    let table: StoredTable
    let unit: String
    let row: Int
    let content: String
  }

  init(table: StoredTable, key: [String], countsOnly: Bool, db: Connection) {
    self.table = table
    self.key = key
    self.countsOnly = countsOnly
    self.db = db
    columns = table.columns.map(\.name)
  }

  mutating func take(_ table: StoredTable, where condition: String) throws {
    try read(table, where: condition) { row, unit, name, content in
      standing[name, default: []].append(Old(table: table, unit: unit, row: row, content: content))
      found.before += 1
    }
  }

  mutating func compare(_ table: StoredTable, where condition: String) throws {
    try read(table, where: condition) {
      row, unit, name, content in
      found.after += 1
      guard var same = standing[name], let old = same.first else {
        found.added += 1
        touched[unit, default: Touched()].added += 1
        return try list(.added, nil, row)
      }
      same.removeFirst()
      standing[name] = same.isEmpty ? nil : same
      if old.content == content {
        found.unchanged += 1
      } else {
        found.changed += 1
        touched[unit, default: Touched()].changed += 1
        try list(.changed, old, row)
      }
    }
  }

  mutating func finish() throws {
    let gone = standing.values.joined().sorted { ($0.table.id, $0.row) < ($1.table.id, $1.row) }
    found.gone = gone.count
    for old in gone {
      touched[old.unit, default: Touched()].gone += 1
      try list(.gone, old, nil)
    }
    found.leastChangeOfAUnit = touched.values.map(\.count).min()
  }

  /// Calls `each` with the number of every row, its unit, what makes it the same row as another, and all its cells as one text.
  private func read(
    _ table: StoredTable, where condition: String, each: (Int, String, String, String) throws -> Void
  ) throws {
    let known = Set(table.columns.map(\.name))
    let fixed = ["unit_id", "p_from", "p_to"]
    let selected = (fixed + columns).map {
      fixed.contains($0) || known.contains($0) ? "quote(\(quoted($0)))" : "'NULL'"
    }
    let statement = try RawStatement(
      db,
      """
      SELECT row_id, \(selected.joined(separator: ", ")) FROM \(quoted(table.sqlName))
      WHERE superseded_by IS NULL AND \(condition) ORDER BY row_id
      """)
    let places = Array(0..<fixed.count) + key.compactMap { columns.firstIndex(of: $0).map { $0 + fixed.count } }
    try statement.rows {
      let cells = (0..<selected.count).map { statement.text(Int32($0 + 1)) }
      let content = cells.joined(separator: ",")
      let name = places.map { KeyForm.of(quoted: cells[$0]) }
      // An empty cell in a key is no key.
      let hasKey = places.count > fixed.count && !name.dropFirst(fixed.count).contains("NULL")
      try each(
        statement.integer(0), cells[0], hasKey ? "k" + name.joined(separator: ",") : "c" + content, content)
    }
  }

  private mutating func list(_ kind: RowDifference.Kind, _ old: Old?, _ row: Int?) throws {
    guard !countsOnly, found.lines.count < RowDifference.limit else { return }
    let before = try old.map { try self.row($0.row, of: $0.table) }
    let after = try row.map { try self.row($0, of: table) }
    guard let shown = after ?? before else { return }
    let both = zip(before?.cells ?? [], after?.cells ?? [])
    found.lines.append(
      RowDifference.Line(
        kind: kind, unit: shown.unit, from: shown.from, to: shown.to,
        key: key.compactMap { name in columns.firstIndex(of: name).map { shown.cells[$0] } },
        standing: before?.reference, row: after?.reference.row,
        cells: zip(columns, both).filter { $1.0 != $1.1 }.map { .init(column: $0, before: $1.0, after: $1.1) }))
  }

  private struct Shown {
    var reference = RowReference(batch: 0, row: 0)
    var unit: String?
    var from: Int?
    var to: Int?
    var cells: [StoredValue] = []
  }

  private mutating func row(_ id: Int, of table: StoredTable) throws -> Shown {
    let known = Set(table.columns.map(\.name))
    let selected = columns.map { known.contains($0) ? quoted($0) : "NULL" }
    let statement =
      try cells[table.id]
      ?? RawStatement(
        db,
        """
        SELECT \((["batch_id", "source_row", "(SELECT code FROM unit WHERE id = unit_id)", "p_from", "p_to"] + selected)
          .joined(separator: ", ")) FROM \(quoted(table.sqlName)) WHERE row_id = ?
        """)
    cells[table.id] = statement
    statement.bind(id, at: 1)
    var shown = Shown()
    try statement.rows {
      shown = Shown(
        reference: RowReference(batch: statement.integer(0), row: statement.integer(1)), unit: statement.textOrNil(2),
        from: statement.integerOrNil(3), to: statement.integerOrNil(4),
        cells: columns.indices.map { statement.value(Int32($0 + 5)) })
    }
    return shown
  }
}
