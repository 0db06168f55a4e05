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
    let derived = try derivedRows(of: table, asOf: asOf, for: spans)
    let numbers = try database.unitIDs()
    let computed = derived.map { row in
      ComputedRow(
        unit: numbers[row.unit], from: row.from.yyyymmdd, to: row.to.yyyymmdd, cells: row.cells)
    }
    let names = catalogue.columns.map(\.id)
    let query = MeasureQuery(measures, table: catalogue, stored: Set(names))
    let claimants = try measures.map { try self.claimants($0.include, in: database) }
    var gathered = [[MeasureRow]](repeating: [], count: measures.count)
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
        }
      }
    }
    return Dictionary(zip(measures.map(\.id), gathered), uniquingKeysWith: { first, _ in first })
  }

  /// The rows that a table has on a day, for all that the windows can take of them.
  func derivedRows(of table: any DerivedTable, asOf: CalendarDate, for spans: [RowSpan]) throws -> [DerivedRow] {
    let first = spans.map(\.firstDay).min() ?? 0
    let last = spans.map(\.lastDay).max() ?? 0
    guard let from = CalendarDate(yyyymmdd: max(first, Self.earliest)), let to = CalendarDate(yyyymmdd: last),
      from <= to
    else { return [] }
    let key = LoadingCache.Derivation(table: table.catalogue.id, asOf: asOf, days: from...to)
    if let known = cache.derivations[key] { return known }
    let rows = try table.rows(asOf: asOf, days: from...to, from: sources)
    cache.derivations[key] = rows
    return rows
  }

  /// Nothing was kept in writing before.
  private static let earliest = 1_990_01_01
}
