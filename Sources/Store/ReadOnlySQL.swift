import Findings
import Foundation
import GRDBSQLite

/// What a query of an analyst gave.
package struct QueryResult: Sendable, Equatable {
  package let columns: [String]
  package let rows: [[StoredValue]]
  /// There were more rows, or more text, than the limits let through.
  package let isTruncated: Bool
}

package struct QueryLimits: Sendable {
  package var rows: Int
  package var seconds: Double
  /// Text of all cells together.
  package var bytes: Int
  package init(rows: Int = 10_000, seconds: Double = 10, bytes: Int = 64 << 20) {
    self.rows = rows
    self.seconds = seconds
    self.bytes = bytes
  }
}

extension Database {
  /// Runs one query that somebody wrote, on a connection of its own that can only read: no other statement, no other
  /// file, no setting, no clock, no chance, and an end in time.
  /// - Parameter place: where the query stands.
  /// - Throws: a finding that says why it was refused, stopped or wrong.
  package func query(_ sql: String, place: Place, limits: QueryLimits = QueryLimits()) throws -> QueryResult {
    let connection = try ReadOnlyConnection(path: path, database: self.place, place: place, limits: limits)
    return try connection.run(sql)
  }
}

final class ReadOnlyConnection {
  private let connection: OpaquePointer
  private let guardian: QueryGuard
  private let place: Place
  private let limits: QueryLimits

  init(path: String, database: Place, place: Place, limits: QueryLimits) throws {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(path, &opened, flags, nil) == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw FindingError(StoreFinding.databaseUnreadable(database))
    }
    connection = opened
    self.place = place
    self.limits = limits
    guardian = QueryGuard(seconds: limits.seconds)
    _disableDoubleQuotedStringLiterals(opened)
    sqlite3_extended_result_codes(opened, 1)
    sqlite3_busy_timeout(opened, 5000)
    registerFunctions(on: opened)
    // SQLite declares its table-valued functions on first use, which the guard would take for making a table.
    sqlite3_exec(
      opened,
      """
      PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
      SELECT 1 FROM json_each('[]'), json_tree('[]')
      """, nil, nil, nil)
    guardian.tables.formUnion(try tableNames(database))
    restrict()
  }

  deinit { sqlite3_close_v2(connection) }

  private func tableNames(_ database: Place) throws -> [String] {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    let sql = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
    var code = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
    var names: [String] = []
    if let statement {
      code = sqlite3_step(statement)
      while code == SQLITE_ROW {
        names.append(columnText(0, of: statement)?.lowercased() ?? "")
        code = sqlite3_step(statement)
      }
    }
    guard code == SQLITE_DONE else {
      switch code & 0xFF {
      case SQLITE_BUSY: throw FindingError(StoreFinding.databaseBusy(database))
      case SQLITE_READONLY, SQLITE_CANTOPEN: throw FindingError(StoreFinding.databaseInterrupted(database))
      default: throw FindingError(StoreFinding.databaseTrouble(database, code: Int(code), detail: ""))
      }
    }
    return names
  }

  private func restrict() {
    for (limit, value) in [
      (SQLITE_LIMIT_LENGTH, 4 << 20), (SQLITE_LIMIT_SQL_LENGTH, 256 << 10), (SQLITE_LIMIT_EXPR_DEPTH, 200),
      (SQLITE_LIMIT_COMPOUND_SELECT, 50), (SQLITE_LIMIT_VDBE_OP, 250_000), (SQLITE_LIMIT_FUNCTION_ARG, 100),
      (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200), (SQLITE_LIMIT_VARIABLE_NUMBER, 0),
      (SQLITE_LIMIT_TRIGGER_DEPTH, 0), (SQLITE_LIMIT_WORKER_THREADS, 0),
    ] { sqlite3_limit(connection, limit, Int32(value)) }
    guardian.watch(connection)
  }

  /// Runs a query that may name these views and tables only.
  /// - Returns: the names, too, that it does name, in lower case and in their order.
  func run(_ sql: String, readingOnly names: Set<String>) throws -> (QueryResult, named: [String]) {
    guardian.topLevel = names
    let result = try run(sql)
    return (result, guardian.named.sorted())
  }

  /// The names alone: the query is checked and not run.
  func names(in sql: String, readingOnly names: Set<String>) throws -> [String] {
    guardian.topLevel = names
    sqlite3_finalize(try prepared(sql))
    return guardian.named.sorted()
  }

  func run(_ sql: String) throws -> QueryResult {
    let statement = try prepared(sql)
    defer { sqlite3_finalize(statement) }
    return try fetch(statement, sql)
  }

  /// The caller finalizes it.
  private func prepared(_ sql: String) throws -> OpaquePointer {
    var statement: OpaquePointer?
    var isWanted = false
    defer { if !isWanted { sqlite3_finalize(statement) } }
    try sql.withCString { start in
      var rest: UnsafePointer<CChar>?
      guardian.begin()
      if sqlite3_prepare_v2(connection, start, -1, &statement, &rest) != SQLITE_OK { throw problem(in: sql) }
      guard let prepared = statement else { throw refused(.empty) }
      guard guardian.isQuery, sqlite3_stmt_readonly(prepared) != 0 else { throw refused(.notAQuery) }
      // The query ends where SQLite stopped reading, or at a NUL character.
      guard let rest, isBlank(rest), rest - start + strlen(rest) == sql.utf8.count else {
        throw refused(.severalStatements)
      }
    }
    guard let statement else { throw refused(.empty) }
    isWanted = true
    return statement
  }

  /// Whether nothing but space, comments and semicolons follows.
  private func isBlank(_ start: UnsafePointer<CChar>) -> Bool {
    var next: UnsafePointer<CChar>? = start
    while let here = next, here.pointee != 0 {
      var statement: OpaquePointer?
      let code = sqlite3_prepare_v2(connection, here, -1, &statement, &next)
      sqlite3_finalize(statement)
      if code != SQLITE_OK || statement != nil || next == here { return false }
    }
    return true
  }

  private func fetch(_ statement: OpaquePointer, _ sql: String) throws -> QueryResult {
    let count = sqlite3_column_count(statement)
    let columns = (0..<count).map { sqlite3_column_name(statement, $0).map { String(cString: $0) } ?? "" }
    var rows: [[StoredValue]] = []
    var bytes = 0
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        guard rows.count < limits.rows, bytes < limits.bytes else {
          return QueryResult(columns: columns, rows: rows, isTruncated: true)
        }
        rows.append(
          (0..<count).map { column in
            let value = StoredValue(column: column, of: statement)
            bytes += value.text?.utf8.count ?? 8
            return value
          })
      case SQLITE_DONE: return QueryResult(columns: columns, rows: rows, isTruncated: false)
      default: throw problem(in: sql)
      }
    }
  }

  private func refused(_ refusal: StoreFinding.SQLRefusal) -> FindingError {
    FindingError(StoreFinding.sqlRefused(place, refusal))
  }

  /// Why SQLite stopped: its short words, taken apart.
  private func problem(in sql: String) -> FindingError {
    let code = sqlite3_errcode(connection) & 0xFF
    let offset = Int(sqlite3_error_offset(connection))
    let message = String(cString: sqlite3_errmsg(connection))
    if let refusal = guardian.refusal { return refused(refusal) }
    switch code {
    case SQLITE_INTERRUPT: return FindingError(StoreFinding.sqlTimeout(place, seconds: limits.seconds))
    case SQLITE_BUSY: return FindingError(StoreFinding.databaseBusy(place))
    case SQLITE_CORRUPT: return FindingError(StoreFinding.databaseDamaged(place, detail: message))
    case SQLITE_TOOBIG where offset < 0 && sql.utf8.count > 256 << 10: return refused(.tooLarge)
    default: break
    }
    if message.hasPrefix("Expression tree is too large") || message.hasPrefix("parser stack overflow")
      || message.hasPrefix("too many terms")
    {
      return refused(.tooLarge)
    }
    let before = sql.utf8.prefix(max(0, offset))
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = String(decoding: before, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .last.map { $0.count + 1 }
    return FindingError(
      StoreFinding.sqlProblem(
        place, StoreFinding.SQLProblem(message, isTooBig: code == SQLITE_TOOBIG), line: line, column: column ?? 1))
  }
}

extension StoreFinding.SQLProblem {
  fileprivate init(_ message: String, isTooBig: Bool) {
    func rest(after prefix: String) -> String? {
      message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : nil
    }
    if isTooBig {
      self = .tooBig
    } else if let name = rest(after: "no such table: ") {
      self = .table(name)
    } else if let name = rest(after: "no such column: ") {
      self = .column(name)
    } else if let name = rest(after: "no such function: ") {
      self = .function(name)
    } else if message == "incomplete input" {
      self = .incomplete
    } else if let near = rest(after: "near \""), let end = near.range(of: "\": syntax error", options: .backwards) {
      self = .near(String(near[..<end.lowerBound]))
    } else {
      self = .other(message)
    }
  }
}
