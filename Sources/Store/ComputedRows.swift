import Findings
import Foundation
import GRDB

/// A row that no file holds: worked out from kept rows, the register and the calendar.
package struct ComputedRow: Sendable, Equatable {
  /// See `Database.unitIDs()`; nil: of no unit.
  package var unit: Int?
  /// yyyymmdd, both ends inside.
  package var from: Int
  package var to: Int
  /// Aligned with the columns of its table.
  package var cells: [StoredValue]

  package init(unit: Int?, from: Int, to: Int, cells: [StoredValue]) {
    self.unit = unit
    self.from = from
    self.to = to
    self.cells = cells
  }
}

extension Database {
  /// Reads rows that were worked out as if they stood in a table: expressions over their columns are evaluated by the
  /// same engine as over kept rows, so that a condition means the same in both.
  ///
  /// The cursor's batch is 0 and its source row the row's number, from 1.
  /// - Parameters:
  ///   - columns: the names by which the expressions call the cells.
  ///   - expressions, parameters: as of `RowQuery`.
  package func scan(
    _ rows: [ComputedRow], columns: [String], expressions: [String], parameters: [String: StoredValue] = [:],
    each: (RowCursor) throws -> Void
  ) throws {
    guard !rows.isEmpty else { return }
    let named = columns.enumerated().map { "value ->> '$[\($0 + 3)]' AS \(quoted($1))" }
    let selected = ["0", "qh_row + 1", "qh_unit", "qh_from", "qh_to"] + expressions.map { "(\($0))" }
    try access { db in
      let statement = try RawStatement(
        db,
        """
        SELECT \(selected.joined(separator: ", ")) FROM (
          SELECT \((["key AS qh_row", "value ->> '$[0]' AS qh_unit", "value ->> '$[1]' AS qh_from",
            "value ->> '$[2]' AS qh_to"] + named).joined(separator: ", "))
          FROM json_each(:qh_rows))
        ORDER BY qh_row
        """)
      var all = parameters
      all["qh_rows"] = .text(try json(rows))
      try bind(all, to: statement)
      try statement.rows { try each(RowCursor(statement)) }
    }
  }

  private func json(_ rows: [ComputedRow]) throws -> String {
    // The type is spelled out: GRDB's own string type would take the interpolation for a statement.
    let arrays: [String] = try rows.map { row in
      let head = [row.unit.map(String.init) ?? "null", String(row.from), String(row.to)]
      return try "[" + (head + row.cells.map { try json($0) }).joined(separator: ",") + "]"
    }
    return "[" + arrays.joined(separator: ",") + "]"
  }

  private func json(_ value: StoredValue) throws -> String {
    switch value {
    case .null: "null"
    case .integer(let number): "\(number)"
    case .real(let number): number.isFinite ? "\(number)" : "null"
    case .text(let text): try jsonText(text)
    }
  }
}
