import Findings
import Register
import Schemes
import Scoring
import Store

/// Rows of derived tables.
extension MeasureLoader {
  /// As `rows(of:in:period:asOf:)`, of a table that is worked out.
  func rows(
    of measures: [Measure], in table: any DerivedTable, period: Period, asOf: CalendarDate
  ) throws -> [String: [MeasureRow]] {
    if measures.count > Self.measuresPerQuery {
      let (first, rest) = (measures.prefix(Self.measuresPerQuery), measures.dropFirst(Self.measuresPerQuery))
      return try rows(of: Array(first), in: table, period: period, asOf: asOf).merging(
        try rows(of: Array(rest), in: table, period: period, asOf: asOf), uniquingKeysWith: { first, _ in first })
    }
    let catalogue = table.catalogue
    let spans = measures.map { RowSpan($0.window, of: period, asOf: asOf) }
    let all = try derived(of: table, asOf: asOf, for: spans)
    let numbers = try database.unitIDs()
    let computed = all.rows.map { row in
      ComputedRow(
        unit: numbers[row.unit], from: row.from.yyyymmdd, to: row.to.yyyymmdd, cells: row.cells)
    }
    let names = catalogue.columns.map(\.id)
    let query = MeasureQuery(measures, table: catalogue, stored: Set(names))
    let claimants = try measures.map { try self.claimants($0.include, in: database) }
    cache.collect(all.notices, of: table, asOf: asOf) { notice in
      guard let unit = numbers[notice.unit] else { return false }
      return measures.indices.contains { index in
        let (span, claimants) = (spans[index], claimants[index])
        if let names = measures[index].obligations?.names, Set(names).isDisjoint(with: notice.labels) { return false }
        // What came in after the window's end and before the day may have been for it.
        let last = max(span.lastDay, asOf.yyyymmdd)
        return claimants[unit] != nil
          && (notice.days.map { $0.lowerBound.yyyymmdd <= last && span.firstDay <= $0.upperBound.yyyymmdd } ?? true)
      }
    }
    var gathered = [[MeasureRow]](repeating: [], count: measures.count)
    var provisional = [Set<Int>](repeating: [], count: measures.count)
    try database.scan(
      computed, columns: names, expressions: query.expressions, parameters: moments(period, asOf)
    ) { cursor in
      let unit = cursor.unitID
      for (index, slot) in query.slots.enumerated() {
        guard let units = claimants[index][unit],
          var row = row(of: slot, at: cursor, span: spans[index], hasPeriods: catalogue.hasPeriods)
        else { continue }
        for claimant in units where claimant.days.contains(row.to) {
          row.unit = claimant.unit
          row.weight = claimant.weight
          gathered[index].append(row)
          provisional[index].formUnion(all.rows[row.source.row - 1].provisionalYears)
        }
      }
    }
    for (measure, years) in zip(measures, provisional) where !years.isEmpty {
      notes.add(WorkbenchFinding.calendarYearAbsent(measure.place, measure: measure.id, years: years.sorted()))
    }
    return Dictionary(zip(measures.map(\.id), gathered), uniquingKeysWith: { first, _ in first })
  }

  /// What a table holds on a day, for all that the windows can take of it.
  func derived(of table: any DerivedTable, asOf: CalendarDate, for spans: [RowSpan]) throws -> Derived {
    let first = spans.map(\.firstDay).min() ?? 0
    let last = spans.map(\.lastDay).max() ?? 0
    guard let from = CalendarDate(yyyymmdd: max(first, Self.earliest)), let to = CalendarDate(yyyymmdd: last),
      from <= to
    else { return Derived() }
    let key = LoadingCache.Derivation(table: table.catalogue.id, asOf: asOf, days: from...to)
    if let known = cache.derivations[key] { return known }
    let found = try table.derive(asOf: asOf, days: from...to, from: sources)
    cache.derivations[key] = found
    return found
  }

  /// Tells what was noticed in the rows behind derived tables, of units and windows that were read so far: the first few
  /// of each kind of each table, then how many there are more.
  func tellOfDerivedTables() {
    for (table, listing, findings) in cache.derivedFindings {
      var byCode: [String: [any Finding]] = [:]
      for finding in findings { byCode[finding.code, default: []].append(finding) }
      for (code, found) in byCode.sorted(by: { $0.key < $1.key }) {
        for finding in found.prefix(Self.toldOfEachKind) { notes.add(finding) }
        guard found.count > Self.toldOfEachKind else { continue }
        notes.add(
          WorkbenchFinding.derivedMore(
            .subject(table), like: code, count: found.count - Self.toldOfEachKind, listing: listing))
      }
    }
  }

  private static let toldOfEachKind = 3

  /// Nothing was kept in writing before.
  private static let earliest = 1_990_01_01
}
