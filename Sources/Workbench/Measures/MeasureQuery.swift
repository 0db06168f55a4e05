import Schemes
import Store

/// One query that serves measures of one table: which of the cursor's values belongs to which measure.
///
/// `where` and `value` are evaluated row by row in SQL; everything else – windows, units, groups, reduction – happens
/// outside, so that a sum never follows a query plan.
struct MeasureQuery {
  struct Slot {
    /// Days from the stored date to the one that counts.
    var daysAfter: Int?
    /// Indices into the cursor's values; nil where the measure does not say so.
    var predicate: Int?
    var value: Int?
    var notApplicable: Int?
    var date: Int?
    /// The day or moment that the row's period comes from.
    var rowDay: Int?
    var firstKey: Int?
    var uniqueKey: Int?
    var uniqueRank: Int?
    var uniqueOrder: Int?
  }

  private(set) var expressions: [String] = []
  private(set) var slots: [Slot] = []
  private let table: CatalogueTable
  private let stored: Set<String>
  private let isUndecided: Bool

  /// - Parameter stored: the columns that the table has in the database; a column that only the spec knows yet is NULL.
  /// - Parameter undecided: rows are taken whether they were confirmed or not.
  init(_ measures: [Measure], table: CatalogueTable, stored: Set<String>, undecided: Bool = false) {
    self.table = table
    self.stored = stored
    isUndecided = undecided
    for measure in measures { add(measure) }
  }

  private mutating func add(_ measure: Measure) {
    var slot = Slot()
    var conditions: [String] = []
    if let predicate = measure.predicate { conditions.append(sql(predicate.expression)) }
    // Only what was confirmed acts (E5).
    if !isUndecided, let confirmed = table.confirmed { conditions.append("\(column(confirmed)) = 1") }
    if !isUndecided, let stages = table.stages { conditions.append(stages.inForce(column: column)) }
    if !conditions.isEmpty {
      let all = conditions.map { "(\($0))" }.joined(separator: " AND ")
      slot.predicate = append("CASE WHEN \(all) THEN 1 ELSE 0 END")
    }
    if let value = measure.value {
      slot.value = append(sql(value.expression))
      let marks = value.expression.columns.sorted().map { $0 + "__na" }.filter(stored.contains)
      if !marks.isEmpty {
        slot.notApplicable = append(marks.map { "coalesce(\(quotedIdentifier($0)), 0)" }.joined(separator: " + "))
      }
    }
    if let date = measure.datedBy {
      slot.date = append(column(date.column))
      if case .daysAfter(_, let days) = date { slot.daysAfter = days }
    }
    if let day = table.dayColumn, [.date, .datetime].contains(table.column(day)?.kind) {
      slot.rowDay = append(column(day))
    }
    if let first = measure.first { slot.firstKey = append(column(first.by)) }
    if let unique = measure.unique {
      slot.uniqueKey = append(column(unique.by))
      slot.uniqueRank = append(column(unique.keepGreatest))
      if let then = unique.thenLeast { slot.uniqueOrder = append(column(then)) }
    }
    slots.append(slot)
  }

  /// Another value of the cursor, that of a column.
  mutating func add(column name: String) -> Int { append(column(name)) }

  private mutating func append(_ expression: String) -> Int {
    if let known = expressions.firstIndex(of: expression) { return known }
    expressions.append(expression)
    return expressions.count - 1
  }

  private func sql(_ expression: Expression) -> String { expression.sql(over: table, column: column) }

  private func column(_ name: String) -> String { stored.contains(name) ? quotedIdentifier(name) : "NULL" }
}
