import Findings
import Schemes

extension ObligationBook {
  /// Checks what needs the tables and the register: names and kinds of columns, conditions. All problems at once.
  /// - Parameter catalogue: the tables of the system, this one not among them; without columns of the register, nothing
  ///   is said of those.
  package func check(against catalogue: Catalogue, log: FindingLog) {
    if catalogue.tables[table] != nil { log.add(ObligationFinding.tableTaken(place, table: table)) }
    for obligation in obligations {
      let check = ObligationCheck(catalogue: catalogue, log: log)
      check.checkUnits(obligation)
      check.checkMatching(obligation.matching)
      if let each = obligation.each, let table = check.table(each.table, at: each.place) {
        check.column(each.by, of: table, nil, at: each.place)
      }
      if case .after(let events) = obligation.cadence, let table = check.table(events.table, at: events.place) {
        check.column(events.date, of: table, .date, at: events.place)
        check.condition(events.predicate, over: table)
      }
    }
  }
}

private struct ObligationCheck {
  let catalogue: Catalogue
  let log: FindingLog

  func checkUnits(_ obligation: Obligation) {
    guard let predicate = obligation.owes.predicate else { return }
    let known = catalogue.registerColumns.sorted()
    for name in predicate.expression.columns.sorted() where !known.isEmpty && !catalogue.registerColumns.contains(name)
    {
      log.add(ObligationFinding.columnUnknown(predicate.place, column: name, table: "units", known: known))
    }
    let all = catalogue.registerColumns.union(predicate.expression.columns).sorted()
    condition(
      predicate,
      over: CatalogueTable(
        id: "units", columns: all.map { CatalogueColumn(id: $0, kind: .text, isNullable: false) }))
  }

  func checkMatching(_ matching: Obligation.Matching) {
    guard let table = table(matching.table, at: matching.place(of: "table")) else { return }
    condition(matching.predicate, over: table)
    column(matching.filed, of: table, .date, at: matching.place(of: "filed"))
    if let period = matching.period { column(period, of: table, .text, at: matching.place(of: "period")) }
    if let member = matching.member { column(member, of: table, nil, at: matching.place(of: "member")) }
    for mark in matching.marks { column(mark.column, of: table, .boolean, at: matching.place(of: "marks")) }
    if let mended = matching.mended { column(mended, of: table, .date, at: matching.place(of: "mended")) }
    if let excuse = matching.excuse { column(excuse, of: table, .text, at: matching.place(of: "excused")) }
    if let reason = matching.inapplicability {
      column(reason, of: table, .text, at: matching.place(of: "not_applicable"))
    }
  }

  func table(_ id: String, at place: Place) -> CatalogueTable? {
    guard let table = catalogue.tables[id] else {
      log.add(ObligationFinding.tableUnknown(place, table: id, known: catalogue.tables.keys.sorted()))
      return nil
    }
    // Of what may not be read at all, columns are no matter.
    if table.isAnonymous || table.isProtected {
      log.add(
        table.isProtected
          ? ObligationFinding.tableProtected(place, table: id) : .tableAnonymous(place, table: id))
      return nil
    }
    if !table.hasUnits { log.add(ObligationFinding.tableWithoutUnits(place, table: id)) }
    return table
  }

  func column(_ id: String, of table: CatalogueTable, _ needed: CatalogueColumn.Kind?, at place: Place) {
    guard let column = table.column(id) else {
      log.add(
        ObligationFinding.columnUnknown(place, column: id, table: table.id, known: table.columns.map(\.id)))
      return
    }
    if let needed, column.kind != needed {
      log.add(ObligationFinding.columnKind(place, column: id, needed: needed, found: column.kind))
    }
  }

  func condition(_ predicate: PlacedExpression?, over table: CatalogueTable) {
    if let predicate { _ = Schemes.check(predicate, over: table, as: .condition, log: log) }
  }
}
