import Findings
import Register
import Schemes
import Scoring
import Store

/// Loads the rows of a scheme's measures and reduces them to columns over the units in scope.
struct MeasureLoader {
  let scheme: Scheme
  let system: String
  let catalogue: Catalogue
  let folders: SystemFolders
  let database: Database
  let scope: UnitScope
  let minimumCell: Int

  /// SQLite takes at most 2,000 values a row; a measure needs up to seven.
  private static let measuresPerQuery = 250

  /// The tables of the scheme's measures into which nothing was ever imported.
  func tablesNeverImported() throws -> [String] {
    try byTable(scheme.measures).map(\.0).filter { id in
      guard let name = tableName(id) else { return false }
      return try database.storedColumns(name).isEmpty
    }
  }

  /// The tables of the scheme's measures, in its order, if none of them has a row that could count in the period: one
  /// of a unit in scope, inside some window, whatever the measures' conditions say. Empty as soon as one has. Tables
  /// that only stand below a fraction line are not asked: beds alone are no evidence of anything.
  func tablesWithoutRows(period: Period, asOf: CalendarDate) throws -> [String] {
    var every = scheme.measures
    for index in every.indices {
      every[index].predicate = nil
      every[index].value = nil
    }
    let tables = byTable(every)
    for (table, group) in tables {
      if try rows(of: group, in: table, period: period, asOf: asOf).values.contains(where: { !$0.isEmpty }) {
        return []
      }
    }
    return tables.map(\.0)
  }

  /// The columns of every measure for one window of time.
  func columns(period: Period, asOf: CalendarDate) throws -> [String: MeasureColumn] {
    let measures = scheme.measures
    let denominators = measures.compactMap(\.denominatorMeasure)
    var columns: [String: MeasureColumn] = [:]
    for (table, group) in byTable(measures) {
      let rows = try self.rows(of: group, in: table, period: period, asOf: asOf)
      for measure in group {
        columns[measure.id] = reduce(
          rows[measure.id] ?? [], as: measure, units: scope.scored.count,
          context: try context(of: measure, period: period, asOf: asOf))
      }
    }
    guard !denominators.isEmpty else { return columns }
    for measure in measures {
      guard let denominator = measure.denominatorMeasure, let numerator = columns[measure.id] else { continue }
      let below = try denominatorColumn(denominator, period: period, asOf: asOf)
      columns[measure.id] = divide(numerator, by: below, times: measure.times)
    }
    return columns
  }

  /// `per` looks at rows that cover the period when none lies inside it (M3).
  private func denominatorColumn(_ measure: Measure, period: Period, asOf: CalendarDate) throws -> MeasureColumn {
    func column(_ measure: Measure) throws -> (column: MeasureColumn, units: Set<Int>) {
      let rows = try rows(of: [measure], in: measure.table ?? "", period: period, asOf: asOf)[measure.id] ?? []
      let column = reduce(
        rows, as: measure, units: scope.scored.count,
        context: try context(of: measure, period: period, asOf: asOf))
      return (column, Set(rows.map(\.unit)))
    }
    let (found, units) = try column(measure)
    var inside = found
    guard measure.window == .period else { return inside }
    var wider = measure
    wider.window = .covering
    let covering = try column(wider).column
    // Asked of the rows: a complete table says 0 where it has none.
    for unit in scope.scored.indices where !units.contains(unit) { inside[unit] = covering[unit] }
    return inside
  }

  /// The rows that measures of one table reduce, by measure: after `where`, 认定, window and scope.
  func rows(
    of measures: [Measure], in tableID: String, period: Period, asOf: CalendarDate
  ) throws -> [String: [MeasureRow]] {
    guard let table = catalogue.tables[tableID], let name = tableName(tableID) else { return [:] }
    let stored = Set(try database.storedColumns(name).map(\.name))
    guard !stored.isEmpty else { return [:] }
    let codes = Dictionary(try database.unitIDs().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let indices = codes.compactMapValues(scope.index(forRowsOf:))
    var result: [String: [MeasureRow]] = [:]
    for start in stride(from: 0, to: measures.count, by: Self.measuresPerQuery) {
      let part = Array(measures[start..<min(start + Self.measuresPerQuery, measures.count)])
      let query = MeasureQuery(part, table: table, stored: stored)
      let spans = part.map { RowSpan($0.window, of: period, asOf: asOf) }
      var gathered = [[MeasureRow]](repeating: [], count: part.count)
      try database.scan(
        RowQuery(table: name, expressions: query.expressions, parameters: moments(period, asOf))
      ) { cursor in
        guard let unit = indices[cursor.unitID] else { return }
        for (index, slot) in query.slots.enumerated() {
          if let row = row(of: slot, at: cursor, unit: unit, span: spans[index], hasPeriods: table.hasPeriods) {
            gathered[index].append(row)
          }
        }
      }
      for (measure, rows) in zip(part, gathered) { result[measure.id] = rows }
    }
    return result
  }

  private func row(
    of slot: MeasureQuery.Slot, at cursor: borrowing RowCursor, unit: Int, span: RowSpan, hasPeriods: Bool
  ) -> MeasureRow? {
    if let predicate = slot.predicate, cursor.integer(predicate) != 1 { return nil }
    var (from, to) = (cursor.periodFrom, cursor.periodTo)
    if let date = slot.date {
      // A row without the date belongs to no window.
      guard let stored = cursor.integer(date), let day = day(of: Int(stored), plus: slot.daysAfter) else { return nil }
      (from, to) = (day, day)
    }
    if hasPeriods || slot.date != nil {
      guard span.contains(from: from, to: to, rowFrom: hasPeriods ? cursor.periodFrom : from) else { return nil }
    }
    // Spelled out: a cursor cannot be captured, and so cannot go through `map`.
    var row = MeasureRow(
      unit: unit, from: from, to: to, value: 1, source: RowReference(batch: cursor.batch, row: cursor.sourceRow))
    if let value = slot.value { row.value = cursor.real(value) }
    if let mark = slot.notApplicable { row.isNotApplicable = (cursor.integer(mark) ?? 0) > 0 }
    if let key = slot.firstKey { row.firstKey = cursor.text(key) }
    if let key = slot.uniqueKey { row.uniqueKey = cursor.text(key) }
    if let rank = slot.uniqueRank { row.uniqueRank = cursor.real(rank) }
    return row
  }

  /// The day that a stored date or datetime means for the measure.
  private func day(of stored: Int, plus daysAfter: Int?) -> Int? {
    let day = stored > 99_991_231 ? stored / 1_000_000 : stored
    guard let days = daysAfter else { return day }
    return CalendarDate(yyyymmdd: day)?.adding(days: days)?.yyyymmdd
  }

  private func context(of measure: Measure, period: Period, asOf: CalendarDate) throws -> ReductionContext {
    let table = measure.table.flatMap { catalogue.tables[$0] }
    return ReductionContext(
      covered: try (measure.coveredBy ?? table?.coveredBy).map {
        try covered(by: $0, RowSpan(measure.window, of: period, asOf: asOf))
      },
      isComplete: table?.isComplete ?? false, minimumCell: table?.isAnonymous == true ? minimumCell : nil)
  }

  /// Per unit: whether its own rows and those of the units above it jointly span the window (M5).
  private func covered(by tableID: String, _ span: RowSpan) throws -> [Bool] {
    guard let name = tableName(tableID), let days = span.daysToCover else {
      return Array(repeating: false, count: scope.units.count)
    }
    let codes = Dictionary(try database.unitIDs().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let hasUnits = catalogue.tables[tableID]?.hasUnits ?? false
    var everyone = DaySpans()
    var byCode: [String: DaySpans] = [:]
    try database.scan(RowQuery(table: name, expressions: [])) { cursor in
      if !hasUnits {
        everyone.add(from: cursor.periodFrom, to: cursor.periodTo)
      } else if let code = codes[cursor.unitID] {
        for heir in scope.heirs(of: code) {
          byCode[heir, default: DaySpans()].add(from: cursor.periodFrom, to: cursor.periodTo)
        }
      }
    }
    return scope.units.indices.map { index in
      if !hasUnits { return everyone.cover(days) }
      var joint = DaySpans()
      for code in scope.lineage(of: index) { joint.add(contentsOf: byCode[code] ?? DaySpans()) }
      return joint.cover(days)
    }
  }

  func tableName(_ id: String) -> TableName? {
    folders.spec(id, for: system).map { TableName(system: $0.spec.system, table: id) }
  }

  /// Measures by table, both in the order of the scheme.
  private func byTable(_ measures: [Measure]) -> [(String, [Measure])] {
    var order: [String] = []
    var groups: [String: [Measure]] = [:]
    for measure in measures {
      guard let table = measure.table else { continue }
      if groups[table] == nil { order.append(table) }
      groups[table, default: []].append(measure)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  private func moments(_ period: Period, _ asOf: CalendarDate) -> [String: StoredValue] {
    [
      Expression.Moment.periodStart.rawValue: .integer(Int64(period.start.yyyymmdd)),
      Expression.Moment.periodEnd.rawValue: .integer(Int64(period.end.yyyymmdd)),
      Expression.Moment.asOf.rawValue: .integer(Int64(asOf.yyyymmdd)),
    ]
  }
}
