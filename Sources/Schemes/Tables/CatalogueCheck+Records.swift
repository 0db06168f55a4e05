import Findings

extension CatalogueCheck {
  /// Quotas count by register columns; titles and decisions are tables with columns of fixed names.
  func checkRecords() {
    for band in scheme.grading?.bands ?? [] {
      guard case .column(let column)? = band.quota?.per else { continue }
      let place = scheme.grading?.places["\(band.grade).quota.per"] ?? band.quota?.place
      checkRegisterColumn(column, of: "grades.\(band.grade).quota", at: place ?? scheme.place)
    }
    if let titles = scheme.titles {
      let place = scheme.place(of: "titles.table")
      if checkNotProtected(titles.table, as: .titles, at: place) {
        checkTable(titles.table, of: "titles", at: place, Self.titleColumns)
      }
    }
    if let decisions = scheme.decisions {
      let place = scheme.place(of: "decisions")
      if checkNotProtected(decisions, as: .decisions, at: place) {
        // Which scheme a row is about need not be said where only one has what it names.
        let isShared = catalogue.tables[decisions]?.column("scheme") != nil
        checkTable(
          decisions, of: "decisions", at: place, Self.decisionColumns + (isShared ? [("scheme", [.text])] : []))
      }
      if let table = catalogue.tables[decisions], !table.hasPeriods, table.column("period") == nil {
        report(.withoutPeriods(table: decisions), at: place)
      }
    }
  }

  private typealias Needed = (id: String, kinds: [CatalogueColumn.Kind])
  private static let titleColumns: [Needed] = [("from", [.date]), ("to", [.date]), ("grade", [.text])]
  /// A value is a number, or a word that says that it does not apply.
  private static let decisionColumns: [Needed] = [
    ("node", [.text]), ("value", [.text, .number, .integer]), ("reason", [.text]), ("role", [.text]),
    ("date", [.date]),
  ]

  private func checkTable(_ id: String, of owner: String, at place: Place, _ needed: [Needed]) {
    guard let table = table(id, of: owner, at: place) else { return }
    if !table.hasUnits { report(.withoutUnits(table: id), at: place) }
    for (name, kinds) in needed {
      guard let column = column(name, of: table, at: place), !kinds.contains(column.kind) else { continue }
      log.add(
        SchemeFinding.outcome(
          place, .columnKind(table: id, column: name, needed: kinds, found: column.kind)))
    }
  }
}
