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
  static let shown = 30

  /// - Parameter unit: index in the run's units.
  func lines(for measure: Measure, unit: Int, period: Period) throws -> [String] {
    guard let found = try found(measure, unit: unit, period: period) else { return [] }
    switch measure.source {
    case .table(let table): return try lines(found, table: table)
    case .view(let view): return try lines(found, view)
    case .scheme(let reference): return try lines(found, reference)
    }
  }

  /// The rows of what a measure is divided by; nil where it is not, or where answers are behind it.
  func divisor(of measure: Measure, unit: Int, period: Period) throws -> (table: String, lines: [String])? {
    guard anonymousTable(behind: measure) == nil, var below = measure.denominatorMeasure, let table = below.table,
      let found = try found(below, unit: unit, period: period), found.loader.store(of: table) != nil
    else { return nil }
    // As it was loaded: rows that cover the period where none lies inside it.
    if below.window == .period {
      let rows = try found.loader.rows(of: below, period: period, asOf: found.lastDay)
      if !rows.contains(where: { $0.unit == found.unit }) { below.window = .covering }
    }
    return try (table, lines(for: below, unit: unit, period: period))
  }

  /// The days of the measure's window that nobody reported on: of the unit, or of its members.
  func uncovered(_ measure: Measure, unit: Int, period: Period) throws -> [String] {
    guard let found = try found(measure, unit: unit, period: period),
      let table = measure.coveredBy ?? measure.table.flatMap({ run.loaded.catalogue.tables[$0]?.coveredBy })
    else { return [] }
    let span = RowSpan(measure.window, of: period, asOf: found.lastDay)
    return try found.loader.gaps(in: table, span, measure.include, of: found.unit).map { gap in
      words.uncovered(
        gap.days, by: table,
        member: gap.code == found.code ? nil : session.register.unit(code: gap.code)?.name ?? gap.code)
    }
  }

  func found(_ measure: Measure, unit: Int, period: Period) throws -> Found? {
    let asOf = run.record.input.asOf
    let scope = session.scope(of: run.scheme, period: run.period, asOf: asOf)
    // As the columns were loaded.
    let lastDay = period == run.period ? asOf : period.asOf(inside: run.period, on: asOf)
    let manifest = RunManifest(json: run.record.manifest)
    // Rows of other batches are not the run's; what an account may see of them is today's matter.
    var kept = try manifest.map { try session.keptRows(of: run.record, $0).rows }
    kept?.closed = []
    kept?.minimumCell = run.minimumCell(today: session.workspace.settings.minimumCell)
    let loader = session.loader(of: run.loaded, scope: scope, upstream: manifest?.upstream ?? [], kept: kept)
    guard let index = scope.index(code: run.sheet.units[unit].code) else { return nil }
    return Found(loader: loader, scope: scope, measure: measure, unit: index, period: period, lastDay: lastDay)
  }

  /// Where to look for the rows.
  struct Found {
    let loader: MeasureLoader
    let scope: UnitScope
    let measure: Measure
    /// Index among the units in scope.
    let unit: Int
    let period: Period
    /// Later days were not looked at.
    let lastDay: CalendarDate
    var code: String { scope.units[unit].code }
  }

  private func lines(_ found: Found, table id: String) throws -> [String] {
    let (measure, loader) = (found.measure, found.loader)
    guard let table = run.loaded.catalogue.tables[id] else { return [] }
    if let derived = session.folders.derivedTable(id, for: run.loaded.system) { return try lines(found, derived) }
    if let anonymous = anonymousTable(behind: measure) {
      let small = measure.include == .own ? [] : [words.smallMembersOut(under: found.loader.minimumCell)]
      return try [words.anonymous(table: anonymous)] + small + absentCount(found)
    }
    guard let store = loader.store(of: id) else {
      return [words.outOfReach(table: id, file: session.secrets.place.text)]
    }
    let rows = try loader.rows(of: measure, period: found.period, asOf: found.lastDay)
    let context = try loader.context(of: measure, period: found.period, asOf: found.lastDay)
    let uses = contributions(of: rows, to: measure, unit: found.unit, context: context)
    let own = rows.filter { $0.unit == found.unit }
    // A protected table has no roster, and its groups' names stay where they are.
    let absent = table.isProtected ? [] : absentMembers(own, context.members(of: found.unit))
    guard !uses.isEmpty, let name = loader.tableName(id) else { return [words.noRows(table: id)] + absent }
    let columns = columns(of: measure, table: table)
    let asked = columns + companions(of: columns, in: table)
    let stages = table.stages.map { EventRow(stages: $0) }
    let cells = try store.cells(
      name, references: uses.prefix(Self.shown).map(\.source), columns: asked + (stages?.columns ?? []))
    let byReference = Dictionary(cells.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    let bySource = Dictionary(own.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    var lines = uses.prefix(Self.shown).map { use -> String in
      guard let row = byReference[use.source] else { return words.row(use.source.row) }
      let values = Dictionary(zip(asked, row.cells), uniquingKeysWith: { first, _ in first })
      let shown = columns.compactMap { column in
        text(values, of: column, kind: table.column(column)?.kind).map { "\(column) \($0)" }
      }
      let owner = owner(of: row, found, weight: bySource[use.source]?.weight ?? 1)
      let stood = SheetRow.resolved(row.source, row: use.source.row)
      let place = "\(stood.source) \(words.row(stood.row)) \(owner)[\(self.words(of: use.use, found.scope))]"
      let decision = stages.flatMap { words.decision($0, row.cells.dropFirst(columns.count)) }
      let value = table.isProtected ? "" : result(bySource[use.source]?.value, of: measure)
      return "\(place) \(words.list(shown + [decision].compactMap(\.self)))\(value)"
    }
    if uses.count > Self.shown { lines.append(words.moreRows(uses.count - Self.shown)) }
    return lines + absent
  }

  /// Whose row it is, and with which share it counts, where the unit did not simply file it itself.
  private func owner(of row: RowCells, _ found: Found, weight: Double) -> String {
    var parts: [String] = []
    if let code = row.unit, code != found.code {
      parts.append("\(session.register.unit(code: code)?.name ?? "") (\(code))")
    }
    if weight != 1 { parts.append(words.share(weight)) }
    return parts.isEmpty ? "" : words.list(parts) + " "
  }

  func words(of use: RowUse.Use, _ scope: UnitScope) -> String {
    guard case .heldByAnother(let unit) = use, scope.units.indices.contains(unit) else { return words.use(use) }
    return "\(words.use(use)): \(scope.units[unit].name)"
  }

  /// Who stands on the roster without a row, and so counts as 0.
  func absentMembers(_ rows: [MeasureRow], _ members: [String]?) -> [String] {
    let present = Set(rows.compactMap(\.firstKey))
    let absent = (members ?? []).filter { !present.contains($0) }
    return absent.isEmpty ? [] : [words.absent(absent)]
  }

  /// The first of the tables of answers behind a measure, of which nothing but counts may be told.
  func anonymousTable(behind measure: Measure) -> String? { run.answerTables[measure.id].min()?.table }

  /// How many stand on an anonymous roster without a row, as far as the minimum cell allows; never who.
  private func absentCount(_ found: Found) throws -> [String] {
    let (measure, loader) = (found.measure, found.loader)
    guard let unit = run.sheet.units.firstIndex(where: { $0.code == found.code }),
      let members = try loader.context(of: measure, period: found.period, asOf: found.lastDay)
        .members(of: found.unit), !members.isEmpty,
      !run.hidesAnswers(of: measure.id, about: unit, minimumCell: loader.minimumCell)
    else { return [] }
    let rows = try loader.rows(of: measure, period: found.period, asOf: found.lastDay).filter { $0.unit == found.unit }
    let present = Set(rows.compactMap(\.firstKey))
    let absent = members.count { !present.contains($0) }
    // Those who are there are the others: neither part may be small.
    let isTold = [absent, members.count - absent].allSatisfy { $0 == 0 || $0 >= loader.minimumCell }
    return absent > 0 && isTold ? [words.absent(count: absent)] : []
  }

  /// What the row's expression came to, where that is not simply a cell.
  func result(_ value: Double?, of measure: Measure) -> String {
    guard let value, !value.isNaN, let expression = measure.value?.expression else { return "" }
    if case .column = expression { return "" }
    return " → \(inFewDigits(value))"
  }

  /// The columns that the measure reads, and the table's key, in the order of the spec; of a protected table its key
  /// alone, which is the number in its ledger.
  func columns(of measure: Measure, table: CatalogueTable) -> [String] {
    let key = session.folders.spec(table.id, for: run.loaded.system)?.spec.key ?? []
    if table.isProtected { return key }
    var names = measure.value?.expression.columns ?? []
    names.formUnion(measure.predicate?.expression.columns ?? [])
    if let date = measure.datedBy { names.insert(date.column) }
    if let first = measure.first { names.insert(first.by) }
    if let confirmed = table.confirmed { names.insert(confirmed) }
    if let unique = measure.unique {
      names.formUnion([unique.by, unique.keepGreatest] + [unique.thenLeast].compactMap(\.self))
    }
    names.formUnion(key)
    // They are told in words.
    names.subtract(Set(table.stages.map { EventRow(stages: $0).columns } ?? []).subtracting(key))
    let order = table.columns.map(\.id)
    return names.sorted { a, b in
      let (first, second) = (order.firstIndex(of: a) ?? .max, order.firstIndex(of: b) ?? .max)
      return first != second ? first < second : a < b
    }
  }

  /// A cell as it was written: dates as dates, yes and no as words.
  func text(_ value: StoredValue, kind: CatalogueColumn.Kind?) -> String? {
    if case .real(let number) = value { return formatted(number) }
    guard case .integer(let number) = value else { return value.shown }
    switch kind {
    case .date: return CalendarDate(yyyymmdd: Int(number)).map { "\($0)" } ?? "\(number)"
    case .datetime:
      let (day, time) = Int(number).quotientAndRemainder(dividingBy: 1_000_000)
      guard let date = CalendarDate(yyyymmdd: day) else { return "\(number)" }
      if time == 0 { return "\(date)" }
      let parts = [time / 10_000, time / 100 % 100, time % 100].map { $0 < 10 ? "0\($0)" : "\($0)" }
      return "\(date) \(parts.prefix(time % 100 == 0 ? 2 : 3).joined(separator: ":"))"
    case .boolean: return words.language == .chinese ? (number == 1 ? "是" : "否") : (number == 1 ? "yes" : "no")
    default: return "\(number)"
    }
  }
}
