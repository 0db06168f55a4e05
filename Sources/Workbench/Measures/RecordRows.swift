import Findings
import Register
import Schemes
import Scoring
import Store

/// Reads the tables of records that a scheme names: decisions, and who holds which title.
struct RecordRows {
  let session: Session
  let loaded: LoadedScheme
  let scope: UnitScope
  let log: FindingLog
  /// The batches of a kept run; nil: the current ones.
  var batches: BatchSelection?

  private static let decisionColumns = ["period", "node", "value", "reason", "role", "date"]
  private static let titleColumns = ["grade", "from", "to"]

  private struct Cells {
    let unit: String?
    let from: Int
    let to: Int
    let row: Int
    let values: [String: StoredValue]
    /// The value's label says that it does not apply.
    let isNotApplicable: Bool
    func text(_ column: String) -> String { values[column]?.shown?.trimmingSpaces ?? "" }
  }

  /// The decisions on these periods, in order of record: by batch, then by row. What cannot be read is reported and left
  /// out; whether a decision is allowed is not judged here.
  func decisions(for periods: [Period]) throws -> [Decision] {
    guard let table = loaded.scheme.decisions else { return [] }
    return try rows(of: table, columns: Self.decisionColumns, asOf: 9999_12_31).compactMap { row in
      guard let period = period(of: row, among: periods, table: table) else { return nil }
      guard let value = value(of: row, table: table) else { return nil }
      // The date decides which of two decisions acts.
      guard let date = day(row.values["date"]) else {
        unreadable(row, "date", table)
        return nil
      }
      return Decision(
        period: period, target: row.text("node"), unit: row.unit ?? "", value: value, reason: row.text("reason"),
        role: row.text("role"), date: date)
    }
  }

  /// The titles given up to `as_of`, in order of record. Who inherits a unit's data holds its title.
  func titles(asOf: CalendarDate) throws -> [TitleHolding] {
    guard let table = loaded.scheme.titles?.table else { return [] }
    return try rows(of: table, columns: Self.titleColumns, asOf: asOf.yyyymmdd).compactMap { row in
      guard let unit = row.unit.flatMap(scope.index(forRowsOf:)) else { return nil }
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
      return TitleHolding(unit: unit, grade: row.text("grade"), from: from, to: to)
    }
  }

  private func rows(of id: String, columns: [String], asOf: Int) throws -> [Cells] {
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
          unit: codes[cursor.unitID], from: cursor.periodFrom, to: cursor.periodTo, row: cursor.sourceRow,
          values: values, isNotApplicable: !mark.isEmpty && cursor.integer(known.count) == 1))
    }
    return rows
  }

  /// The id of the period that the row is about; nil if it is another one, or unreadable.
  private func period(of row: Cells, among periods: [Period], table: String) -> String? {
    let text = row.text("period")
    if text.isEmpty {
      return periods.first { $0.start.yyyymmdd == row.from && $0.end.yyyymmdd == row.to }?.id
    }
    // A phase may be gone from the settings since the run was scored.
    guard let period = periods.first(where: { $0.id == text }) ?? session.knownPeriod(text) else {
      unreadable(row, "period", table)
      return nil
    }
    return periods.contains { $0.id == period.id } ? period.id : nil
  }

  private func value(of row: Cells, table: String) -> Decision.Value? {
    if row.isNotApplicable { return .notApplicable }
    switch row.values["value"] {
    case .integer(let number): return .number(Double(number))
    case .real(let number): return .number(number)
    case .null, nil: return Decision.Value.none
    case .text:
      let text = row.text("value")
      if text.isEmpty { return Decision.Value.none }
      if ["不适用", "not_applicable"].contains(text) { return .notApplicable }
      if let number = Double(text), number.isFinite { return .number(number) }
      unreadable(row, "value", table)
      return nil
    }
  }

  private func day(_ value: StoredValue?) -> Int? {
    switch value {
    case .integer(let number):
      return CalendarDate(yyyymmdd: Int(number > 99_991_231 ? number / 1_000_000 : number))?.yyyymmdd
    case .text(let text): return CalendarDate(parsing: text.trimmingSpaces)?.yyyymmdd
    default: return nil
    }
  }

  private func unreadable(_ row: Cells, _ column: String, _ table: String) {
    log.add(
      WorkbenchFinding.recordUnreadable(
        loaded.scheme.place, table: table, row: row.row, column: column, value: row.text(column)))
  }
}
