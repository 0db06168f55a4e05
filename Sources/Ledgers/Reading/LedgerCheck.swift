import Findings
import Schemes

extension LedgerFile {
  /// Holds the ledgers against the tables that the system has: that tables and columns exist and are of the right type.
  /// - Parameter tables: the tables of the system's specs, and tables that others derive.
  /// - Returns: whether all of it stands.
  package func check(against tables: [CatalogueTable], log: FindingLog) -> Bool {
    let before = log.count(.problem)
    for ledger in ledgers {
      for name in ledger.tableNames where tables.contains(where: { $0.id == name }) {
        log.add(LedgerFinding.nameTaken(ledger.place, name: name))
      }
      for part in ledger.parts { part.check(against: tables, log: log) }
    }
    return log.count(.problem) == before
  }
}

/// One of the tables that a ledger reads, and what it reads there.
package struct LedgerPart: Sendable {
  package enum Role: String, Sendable, CaseIterable { case problems, measures, steps, suggestions }
  package var role: Role
  package var table: LedgerSpec.Column
  /// The key of `ledgers.yaml`, the column, and whether it must hold days.
  var columns: [(key: String, column: LedgerSpec.Column, isDay: Bool)]

  /// The columns to read, companions of written dates included where the table has them.
  package func columns(in table: CatalogueTable) -> [String] {
    var names: [String] = []
    for (_, column, isDay) in columns {
      let companions = isDay ? [WrittenColumn.basis(of: column.name), WrittenColumn.words(of: column.name)] : []
      for name in [column.name] + companions where !names.contains(name) {
        if name == column.name || table.columns.contains(where: { $0.id == name }) { names.append(name) }
      }
    }
    return names
  }

  fileprivate func check(against tables: [CatalogueTable], log: FindingLog) {
    guard let known = tables.first(where: { $0.id == table.name }) else {
      let nearest = nearMiss(to: table.name, among: tables.map(\.id).sorted())
      log.add(LedgerFinding.tableUnknown(table.place, table: table.name, nearest: nearest))
      return
    }
    // Of what may not be read at all, columns are no matter.
    if known.isAnonymous || known.isProtected {
      log.add(
        known.isProtected
          ? LedgerFinding.tableProtected(table.place, table: table.name)
          : .tableAnonymous(table.place, table: table.name))
      return
    }
    let needsUnits = role == .problems || role == .suggestions
    if needsUnits, !known.hasUnits { log.add(LedgerFinding.tableWithoutUnits(table.place, table: table.name)) }
    for (key, column, isDay) in columns {
      guard let kind = known.column(column.name)?.kind else {
        let nearest = nearMiss(to: column.name, among: known.columns.map(\.id))
        log.add(
          LedgerFinding.columnUnknown(column.place, table: table.name, column: column.name, nearest: nearest))
        continue
      }
      if key == "found", !known.hasPeriods, known.column(column.name)?.isNullable == true {
        log.add(LedgerFinding.foundNullable(column.place, table: table.name, column: column.name))
      }
      if isDay, kind != .date, kind != .datetime {
        log.add(LedgerFinding.columnKind(column.place, key: key, column: column.name, .day))
      } else if !isDay, kind != .text, kind != .integer {
        log.add(LedgerFinding.columnKind(column.place, key: key, column: column.name, .number))
      }
    }
  }
}

/// The companions of a column of written dates (`written_date`).
enum WrittenColumn {
  static func basis(of column: String) -> String { column + "__as" }
  static func words(of column: String) -> String { column + "__words" }
}

extension LedgerSpec {
  /// The tables that the ledger reads, problems first.
  package var parts: [LedgerPart] {
    typealias Entry = (key: String, column: Column, isDay: Bool)
    func entries(_ days: [(String, Column?)], _ others: [(String, Column?)]) -> [Entry] {
      let all = others.map { ($0, $1, false) } + days.map { ($0, $1, true) }
      return all.compactMap { key, column, isDay in column.map { (key, $0, isDay) } }
    }
    var parts = [
      LedgerPart(
        role: .problems, table: problems.table,
        columns: entries(
          [
            ("found", problems.found), ("notified", problems.notified), ("deadline", problems.deadline),
            ("done", problems.done), ("verified", problems.verified), ("revisited", problems.revisited),
          ],
          [
            ("id", problems.id), ("kind", problems.kind), ("text", problems.text), ("type", problems.type),
            ("result", problems.result), ("source", problems.source),
          ]))
    ]
    if let measures {
      parts.append(
        LedgerPart(
          role: .measures, table: measures.table,
          columns: entries(
            [("deadline", measures.deadline), ("done", measures.done)],
            [("id", measures.id), ("problem", measures.problem)])))
    }
    if let steps {
      parts.append(
        LedgerPart(
          role: .steps, table: steps.table,
          columns: entries([("date", steps.date)], [("measure", steps.measure), ("text", steps.text)])))
    }
    if let suggestions {
      parts.append(
        LedgerPart(
          role: .suggestions, table: suggestions.table,
          columns: entries(
            [("made", suggestions.made), ("due", suggestions.due), ("answered", suggestions.answered)],
            [("id", suggestions.id), ("adopted", suggestions.adopted)])))
    }
    return parts
  }
}
