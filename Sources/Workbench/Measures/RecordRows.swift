import Findings
import Register
import Schemes
import Scoring
import Store

/// A record with the row that it stands in.
struct Recorded<Record> {
  let record: Record
  let source: RowReference
}

/// Reads the tables of records that a scheme names: decisions, and who holds which title.
struct RecordRows {
  let session: Session
  let loaded: LoadedScheme
  let log: FindingLog
  /// The batches of a kept run; nil: the current ones.
  var batches: BatchSelection?

  private static let titleColumns = ["grade", "from", "to"]

  struct Cells {
    let unit: String?
    let from: Int
    let to: Int
    let source: RowReference
    let values: [String: StoredValue]
    /// The value's label says that it does not apply.
    let isNotApplicable: Bool
    func text(_ column: String) -> String { values[column]?.shown?.trimmingSpaces ?? "" }
  }

  /// The titles given up to `as_of`, in order of record. Who inherits a unit's data holds its title.
  func titles(asOf: CalendarDate, in scope: UnitScope) throws -> [Recorded<TitleHolding>] {
    try titles(asOf: asOf, of: scope.index(forRowsOf:))
  }

  /// The same of other units than those in scope.
  /// - Parameter number: what a unit's code stands for in the result; nil: its rows are left out.
  func titles(asOf: CalendarDate, of number: (String) -> Int?) throws -> [Recorded<TitleHolding>] {
    guard let table = loaded.scheme.titles?.table else { return [] }
    return try rows(of: table, columns: Self.titleColumns, asOf: asOf.yyyymmdd).compactMap { row in
      guard let unit = row.unit.flatMap(number) else { return nil }
      guard let from = day(row.values["from"]) else {
        unreadable(row, "from", table)
        return nil
      }
      let to = day(row.values["to"])
      if to == nil, !row.text("to").isEmpty {
        unreadable(row, "to", table)
        return nil
      }
      guard from <= asOf.yyyymmdd else { return nil }
      let holding = TitleHolding(unit: unit, grade: row.text("grade"), from: from, to: to)
      return Recorded(record: holding, source: row.source)
    }
  }

  func rows(of id: String, columns: [String], asOf: Int) throws -> [Cells] {
    guard let table = loaded.catalogue.tables[id], let spec = session.folders.spec(id, for: loaded.system) else {
      return []
    }
    let name = TableName(system: spec.spec.system, table: id)
    let stored = Set(try session.database.storedColumns(name, of: batches?[name]).map(\.name))
    guard !stored.isEmpty else { return [] }
    let codes = Dictionary(try session.database.unitIDs().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let known = columns.filter(stored.contains)
    let mark = stored.contains("value__na") ? ["coalesce(\(quotedIdentifier("value__na")), 0)"] : []
    var query = RowQuery(
      table: name, expressions: known.map(quotedIdentifier) + mark, batches: batches?[name])
    if let confirmed = table.confirmed { query.filter = "\(quotedIdentifier(confirmed)) = 1" }
    if let stages = table.stages {
      query.filter = stages.inForce { stored.contains($0) ? quotedIdentifier($0) : "NULL" }
      query.parameters["as_of"] = .integer(Int64(asOf))
    }
    var rows: [Cells] = []
    try session.database.scan(query) { cursor in
      var values: [String: StoredValue] = [:]
      for (index, column) in known.enumerated() { values[column] = cursor.value(index) }
      rows.append(
        Cells(
          unit: codes[cursor.unitID], from: cursor.periodFrom, to: cursor.periodTo,
          source: RowReference(batch: cursor.batch, row: cursor.sourceRow), values: values,
          isNotApplicable: !mark.isEmpty && cursor.integer(known.count) == 1))
    }
    return rows
  }

  func day(_ value: StoredValue?) -> Int? {
    switch value {
    case .integer(let number):
      return CalendarDate(yyyymmdd: Int(number > 99_991_231 ? number / 1_000_000 : number))?.yyyymmdd
    case .text(let text): return CalendarDate(parsing: text.trimmingSpaces)?.yyyymmdd
    default: return nil
    }
  }

  func unreadable(_ row: Cells, _ column: String, _ table: String) {
    log.add(
      WorkbenchFinding.recordUnreadable(
        loaded.scheme.place, table: table, row: row.source.row, column: column, value: row.text(column)))
  }
}
