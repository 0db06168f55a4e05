import Findings
import GRDB

/// What the SELECT of a measure gave, and what it looked at.
package struct ViewResult: Sendable {
  package let columns: [String]
  package let rows: [[StoredValue]]
  /// The tables of data that it read, in the order of their names.
  package let tables: [TableName]
}

extension Database {
  /// Runs the SELECT of a measure: like `query`, but only current rows (`v_…`), units and memberships can be read, since
  /// nothing else is among a run's inputs; and a result that is cut short is refused instead of shortened.
  /// - Parameter place: where the SELECT stands.
  /// - Throws: a finding that says why it was refused, stopped or wrong.
  package func measureView(_ sql: String, place: Place, limits: QueryLimits = .measureView) throws -> ViewResult {
    let inputs = try viewInputs(for: sql, place: place)
    let connection = try ReadOnlyConnection(path: path, database: self.place, place: place, limits: limits)
    let (result, named) = try connection.run(sql, readingOnly: inputs.names)
    if result.isTruncated { throw FindingError(StoreFinding.sqlTooLong(place, rows: result.rows.count)) }
    return ViewResult(columns: result.columns, rows: result.rows, tables: inputs.tables(named))
  }

  /// The tables of data that the SELECT of a measure would read, in the order of their names.
  /// - Throws: as `measureView`.
  package func tables(ofView sql: String, place: Place) throws -> [TableName] {
    let inputs = try viewInputs(for: sql, place: place)
    let connection = try ReadOnlyConnection(path: path, database: self.place, place: place, limits: .measureView)
    return inputs.tables(try connection.names(in: sql, readingOnly: inputs.names))
  }

  private func viewInputs(for sql: String, place: Place) throws -> ViewInputs {
    let known = try access { db in try StoredTable.allCurrent(in: db) }
    let inputs = ViewInputs(
      views: Dictionary(known.map { ($0.viewName.lowercased(), $0.name) }, uniquingKeysWith: { first, _ in first }))
    // What a view of ours reads is read in its name; a part of the query that takes the name would read anything.
    if let taken = inputs.nameTaken(in: sql) {
      throw FindingError(StoreFinding.sqlRefused(place, .notAnInput(taken)))
    }
    return inputs
  }
}

/// What the SELECT of a measure may name.
private struct ViewInputs {
  let views: [String: TableName]
  var names: Set<String> { Set(views.keys).union(["unit", "unit_alias", "membership"]) }
  /// A view's name that a WITH clause of the query gives to something else: `v_x AS (`, `v_x (a, b) AS (`.
  func nameTaken(in sql: String) -> String? {
    let text = sql.lowercased().replacing(/\/\*.*?\*\/|--[^\n]*/.dotMatchesNewlines(), with: " ")
    return views.keys.sorted().first { name in
      text.ranges(of: name).contains { range in
        text[range.upperBound...].prefixMatch(
          of: /["'`\]]?\s*(\([^()]*\))?\s*as\s*(not\s+materialized\s*|materialized\s*)?\(/)
          != nil
      }
    }
  }

  func tables(_ named: [String]) -> [TableName] { named.compactMap { views[$0] }.sorted() }
}

extension QueryLimits {
  package static let measureView = QueryLimits(rows: 2_000_000, seconds: 60, bytes: 1 << 30)
}
