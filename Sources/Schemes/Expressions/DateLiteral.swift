import Register

/// A day or moment written as text: `2025-06-30`, `2025-06-30 08:15`, `2025-06-30T08:15:00`.
struct DateLiteral: Equatable {
  let day: CalendarDate
  /// hhmmss; nil: a whole day.
  let time: Int?

  /// - Returns: nil unless the text is an ISO 8601 day, or day and time, of the calendar.
  init?(_ text: String) {
    guard text.utf8.count >= 10, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let dayText = text.prefix(10)
    let dashes = Array(dayText.utf8)
    guard dashes[4] == UInt8(ascii: "-"), dashes[7] == UInt8(ascii: "-"), let day = CalendarDate(parsing: dayText)
    else { return nil }
    self.day = day
    let rest = text.dropFirst(10)
    if rest.isEmpty {
      time = nil
      return
    }
    let parts = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    let limits = [23, 59, 59]
    guard rest.first == " " || rest.first == "T", (2...3).contains(parts.count) else { return nil }
    var digits = 0
    for index in 0..<3 {
      var value = 0
      if index < parts.count {
        guard parts[index].count == 2, parts[index].allSatisfy({ "0"..."9" ~= $0 }), let number = Int(parts[index]),
          number <= limits[index]
        else { return nil }
        value = number
      }
      digits = digits * 100 + value
    }
    time = digits
  }

  /// As the store keeps moments: yyyymmddhhmmss.
  var yyyymmddhhmmss: Int { day.yyyymmdd * 1_000_000 + (time ?? 0) }
}
