import GRDBSQLite
import Register

/// How keys are compared: codes in full-width letters and digits are those in narrow ones (Ｍ１０ is M10). Rows keep them
/// as they were given, those of old batches too.
enum KeyForm {
  /// A key's cell, for comparison, as SQL.
  static func sql(_ column: String) -> String { "qh_narrow(\(quoted(column)))" }

  /// A key's cell that SQLite's `quote` has written.
  static func of(quoted text: String) -> String { text.utf8.contains(firstByte) ? narrowed(text) : text }

  /// With which full-width letters begin in UTF-8.
  private static let firstByte: UInt8 = 0xEF

  /// `qh_narrow(text)`; what is no text stays as it is.
  static func register(on connection: OpaquePointer) {
    sqlite3_create_function_v2(
      connection, "qh_narrow", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nil,
      { context, _, arguments in
        guard let value = arguments?[0], sqlite3_value_type(value) == SQLITE_TEXT, let text = sqlite3_value_text(value)
        else { return sqlite3_result_value(context, arguments?[0]) }
        let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value)))
        guard bytes.contains(KeyForm.firstByte) else { return sqlite3_result_value(context, value) }
        var narrow = narrowed(String(decoding: bytes, as: UTF8.self))
        narrow.withUTF8 { narrow in
          narrow.withMemoryRebound(to: CChar.self) {
            sqlite3_result_text(
              context, $0.baseAddress, Int32(clamping: $0.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
          }
        }
      }, nil, nil, nil)
  }
}
