import Charts
import Findings
import Register
import Schemes
import Scoring
import Store

/// The rows behind a measure's value for one unit, as a person finds them again: file, row, and the cells that mattered.
struct RowEvidence {
  let session: Session
  let run: CompletedRun
  let words: ExplainWords

  /// Rows shown per measure; the rest is counted.
  private static let shown = 30

  /// - Parameter unit: index in the run's units.
  func lines(for measure: Measure, unit: Int, period: Period) throws -> [String] {
    guard let id = measure.table, let table = run.loaded.catalogue.tables[id] else { return [] }
    if run.isAnonymous(id) { return [words.anonymous(table: id)] }
    let asOf = run.record.input.asOf
    let scope = UnitScope(run.scheme.units, register: session.register, period: run.period, asOf: asOf)
    guard let index = scope.index(code: run.sheet.units[unit].code) else { return [] }
    let loader = MeasureLoader(
      scheme: run.scheme, system: run.loaded.system, catalogue: run.loaded.catalogue, folders: session.folders,
      database: session.database, scope: scope, minimumCell: session.workspace.settings.minimumCell)
    // As the columns were loaded: only a half inside a year ends at its own end.
    let lastDay = period == run.period ? asOf : min(asOf, period.end)
    let rows = try loader.rows(of: [measure], in: id, period: period, asOf: lastDay)[measure.id] ?? []
    let uses = contributions(of: rows, to: measure, unit: index)
    guard !uses.isEmpty, let name = loader.tableName(id) else { return [words.noRows(table: id)] }
    let columns = columns(of: measure, table: table)
    let cells = try session.database.cells(name, references: uses.prefix(Self.shown).map(\.source), columns: columns)
    let byReference = Dictionary(cells.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    let results = Dictionary(rows.map { ($0.source, $0.value) }, uniquingKeysWith: { first, _ in first })
    var lines = uses.prefix(Self.shown).map { use -> String in
      guard let row = byReference[use.source] else { return words.row(use.source.row) }
      let shown = zip(columns, row.cells).compactMap { column, cell in
        text(cell, kind: table.column(column)?.kind).map { "\(column) \($0)" }
      }
      let place = "\(row.file) \(words.row(use.source.row)) [\(words.use(use.use))]"
      return "\(place) \(words.list(shown))\(result(results[use.source], of: measure))"
    }
    if uses.count > Self.shown { lines.append(words.moreRows(uses.count - Self.shown)) }
    return lines
  }

  /// What the row's expression came to, where that is not simply a cell.
  private func result(_ value: Double?, of measure: Measure) -> String {
    guard let value, !value.isNaN, let expression = measure.value?.expression else { return "" }
    if case .column = expression { return "" }
    return " → \(plain(value))"
  }

  /// The columns that the measure reads, and the table's key, in the order of the spec.
  private func columns(of measure: Measure, table: CatalogueTable) -> [String] {
    var names = measure.value?.expression.columns ?? []
    names.formUnion(measure.predicate?.expression.columns ?? [])
    if let date = measure.datedBy { names.insert(date.column) }
    if let first = measure.first { names.insert(first.by) }
    if let confirmed = table.confirmed { names.insert(confirmed) }
    if let unique = measure.unique { names.formUnion([unique.by, unique.keepGreatest]) }
    if let spec = session.folders.spec(table.id, for: run.loaded.system)?.spec { names.formUnion(spec.key) }
    let order = table.columns.map(\.id)
    return names.sorted { a, b in
      let (first, second) = (order.firstIndex(of: a) ?? .max, order.firstIndex(of: b) ?? .max)
      return first != second ? first < second : a < b
    }
  }

  /// A cell as it was written: dates as dates, yes and no as words.
  private func text(_ value: StoredValue, kind: CatalogueColumn.Kind?) -> String? {
    guard case .integer(let number) = value else { return value.shown }
    switch kind {
    case .date: return CalendarDate(yyyymmdd: Int(number)).map { "\($0)" } ?? "\(number)"
    case .datetime: return CalendarDate(yyyymmdd: Int(number) / 1_000_000).map { "\($0)" } ?? "\(number)"
    case .boolean: return words.language == .chinese ? (number == 1 ? "是" : "否") : (number == 1 ? "yes" : "no")
    default: return "\(number)"
    }
  }
}
