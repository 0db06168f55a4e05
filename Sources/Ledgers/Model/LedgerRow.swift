import Findings
import Register

/// A kept row as a ledger reads it. The caller hands in only rows that act: current batches, confirmed where the table
/// says `confirmed`.
package struct LedgerRow: Sendable, Hashable {
  /// The code of the unit; empty where the table has none.
  package var unit: String
  /// The days that the row is about, yyyymmdd; 0 where the table has no periods.
  package var from: Int
  package var to: Int
  package var batch: Int
  package var sourceRow: Int
  /// Where a person finds the row.
  package var place: Place
  /// The columns that `LedgerSpec.columns(of:)` names, and their companions.
  package var cells: [String: LedgerCell]

  package init(
    unit: String, from: Int = 0, to: Int = 0, batch: Int, sourceRow: Int, place: Place, cells: [String: LedgerCell]
  ) {
    self.unit = unit
    self.from = from
    self.to = to
    self.batch = batch
    self.sourceRow = sourceRow
    self.place = place
    self.cells = cells
  }

  /// The text of a cell; nil where empty.
  func text(_ column: LedgerSpec.Column?) -> String? { column.flatMap { text($0.name) } }

  func text(_ column: String) -> String? {
    switch cells[column] {
    case .text(let text): text.isEmpty ? nil : text
    case .integer(let value): "\(value)"
    case .null, nil: nil
    }
  }

  /// The day of a date cell, or of a moment.
  func day(_ column: LedgerSpec.Column?) -> CalendarDate? {
    guard let column, case .integer(let value) = cells[column.name] else { return nil }
    return CalendarDate(yyyymmdd: value > 9999_99_99 ? value / 1_000_000 : value)
  }

  /// The order in which rows came in.
  func precedes(_ other: LedgerRow) -> Bool { (batch, sourceRow) < (other.batch, other.sourceRow) }
}

/// The value of a cell, as the store keeps it: days are yyyymmdd.
package enum LedgerCell: Sendable, Hashable {
  case null
  case integer(Int)
  case text(String)

  init(_ day: CalendarDate?) { self = day.map { .integer($0.yyyymmdd) } ?? .null }
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ value: Int?) { self = value.map { .integer($0) } ?? .null }
  init(_ flag: Bool?) { self = flag.map { .integer($0 ? 1 : 0) } ?? .null }
}

/// All rows that one ledger reads.
package struct LedgerRows: Sendable {
  package var problems: [LedgerRow]
  package var measures: [LedgerRow]
  package var steps: [LedgerRow]
  package var suggestions: [LedgerRow]

  package init(
    problems: [LedgerRow], measures: [LedgerRow] = [], steps: [LedgerRow] = [], suggestions: [LedgerRow] = []
  ) {
    self.problems = problems
    self.measures = measures
    self.steps = steps
    self.suggestions = suggestions
  }
}

/// A row of a derived table, its cells in the order of the table's columns.
package struct LedgerTableRow: Sendable, Hashable {
  package var unit: String
  package var from: Int
  package var to: Int
  package var cells: [LedgerCell]
  /// The kept row behind it.
  package var batch: Int
  package var sourceRow: Int
}
