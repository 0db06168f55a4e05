import GRDBSQLite
import Register

/// Adds the functions that measures and analysts call: `qh_days(a, b)`, `qh_months(a, b)`, `qh_hours(a, b)`, each b − a,
/// and `qh_like(text, pattern)`, which tells letter cases apart.
///
/// Days are integers yyyymmdd, datetimes yyyymmddhhmmss; a day stands for its midnight. NULL, or what is no day, gives
/// NULL. All are deterministic.
func registerFunctions(on connection: OpaquePointer) {
  let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
  sqlite3_create_function_v2(
    connection, "qh_days", 2, flags, nil,
    { context, _, arguments in
      guard let (a, b) = moments(arguments) else { return sqlite3_result_null(context) }
      sqlite3_result_int64(context, Int64(b.day.dayNumber - a.day.dayNumber))
    }, nil, nil, nil)
  sqlite3_create_function_v2(
    connection, "qh_months", 2, flags, nil,
    { context, _, arguments in
      guard let (a, b) = moments(arguments) else { return sqlite3_result_null(context) }
      sqlite3_result_int64(context, Int64(a.day.months(to: b.day)))
    }, nil, nil, nil)
  sqlite3_create_function_v2(
    connection, "qh_hours", 2, flags, nil,
    { context, _, arguments in
      guard let (a, b) = moments(arguments) else { return sqlite3_result_null(context) }
      let days = b.day.dayNumber - a.day.dayNumber
      sqlite3_result_double(context, Double(days * 86400 + b.second - a.second) / 3600)
    }, nil, nil, nil)
  sqlite3_create_function_v2(
    connection, "qh_like", 2, flags, nil,
    { context, _, arguments in
      guard let text = bytes(arguments?[0]), let pattern = bytes(arguments?[1]) else {
        return sqlite3_result_null(context)
      }
      sqlite3_result_int(context, matches(text, pattern) ? 1 : 0)
    }, nil, nil, nil)
}

/// A day and the second of that day.
private struct Moment {
  let day: CalendarDate
  let second: Int

  /// From yyyymmdd or yyyymmddhhmmss.
  init?(_ digits: Int) {
    let hasTime = digits > 99_999_999
    guard let day = CalendarDate(yyyymmdd: hasTime ? digits / 1_000_000 : digits) else { return nil }
    let (hour, minute, second) =
      hasTime ? (digits / 10000 % 100, digits / 100 % 100, digits % 100) : (0, 0, 0)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    self.day = day
    self.second = hour * 3600 + minute * 60 + second
  }
}

/// The days of two arguments; nil if one is NULL or no day.
func days(_ arguments: UnsafeMutablePointer<OpaquePointer?>?) -> (CalendarDate, CalendarDate)? {
  moments(arguments).map { ($0.0.day, $0.1.day) }
}

private func moments(_ arguments: UnsafeMutablePointer<OpaquePointer?>?) -> (Moment, Moment)? {
  guard let a = arguments?[0], let b = arguments?[1],
    sqlite3_value_type(a) == SQLITE_INTEGER, sqlite3_value_type(b) == SQLITE_INTEGER,
    let from = Moment(Int(sqlite3_value_int64(a))), let to = Moment(Int(sqlite3_value_int64(b)))
  else { return nil }
  return (from, to)
}

private func bytes(_ value: OpaquePointer?) -> UnsafeBufferPointer<UInt8>? {
  guard let value, let start = sqlite3_value_text(value) else { return nil }
  return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
}

/// LIKE over UTF-8: `%` is any text, `_` one character (code point); there is no escape. Goes back to the last `%` only,
/// so its time is bounded by the product of the lengths.
func matches(_ text: UnsafeBufferPointer<UInt8>, _ pattern: UnsafeBufferPointer<UInt8>) -> Bool {
  func next(_ index: Int) -> Int {
    var index = index + 1
    while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }
  var (t, p) = (0, 0)
  var retry: (text: Int, pattern: Int)?
  while t < text.count {
    if p < pattern.count, pattern[p] == UInt8(ascii: "%") {
      p += 1
      retry = (t, p)
    } else if p < pattern.count, pattern[p] == UInt8(ascii: "_") {
      (t, p) = (next(t), p + 1)
    } else if p < pattern.count, pattern[p] == text[t] {
      (t, p) = (t + 1, p + 1)
    } else if let last = retry {
      t = next(last.text)
      p = last.pattern
      retry = (t, p)
    } else {
      return false
    }
  }
  while p < pattern.count, pattern[p] == UInt8(ascii: "%") { p += 1 }
  return p == pattern.count
}
