import GRDBSQLite

/// A cell as the database holds it, and a parameter of a query.
package enum StoredValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .null, .text: nil
    }
  }

  package var text: String? {
    if case .text(let value) = self { value } else { nil }
  }
}

extension StoredValue {
  /// The value of a column of the row that a statement stands on. The engine stores no blobs; one that an analyst's
  /// query makes is shown in hexadecimal digits.
  init(column: Int32, of statement: OpaquePointer) {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT: self = .text(columnText(column, of: statement) ?? "")
    case SQLITE_BLOB:
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
      self = .text(bytes.reduce(into: "") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) })
    default: self = .null
    }
  }
}

/// The text of a column, whole even where it holds NUL characters.
func columnText(_ column: Int32, of statement: OpaquePointer) -> String? {
  guard let start = sqlite3_column_text(statement, column) else { return nil }
  let count = Int(sqlite3_column_bytes(statement, column))
  return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
}
