import Register

/// The day and time that a trimmed cell names, as yyyymmddhhmmss; a day alone begins at midnight.
///
/// `2026-06-16 08:00:00`, `2026/09/03 12:00`, `2021/7/16 9:05:11`, `2025.6.30`, `2025年6月30日 8:00`, `20250630`,
/// `2018-04-26T08:58:20.525`. A time zone is refused: which local day it means is not known here.
func dateAndTime(_ cell: CellBytes) -> Int64? {
  if let value = numericDateAndTime(cell) { return value }
  guard cell.contains(where: { $0 >= 0x80 }) else { return nil }
  var text = narrowed(string(cell))
  if text.contains("年") {
    // Only the whole form: 年, 月 and 日 in this order, with nothing but digits between.
    let parts = text.split(separator: "日", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CalendarDate(parsing: parts[0] + "日") else { return nil }
    text = "\(day)" + (parts[1].isEmpty ? "" : " " + parts[1].drop { $0.isWhitespace })
  }
  return text.withUTF8 { numericDateAndTime($0) }
}

private func numericDateAndTime(_ cell: CellBytes) -> Int64? {
  var cursor = DigitCursor(cell)
  guard let (first, length) = cursor.number() else { return nil }
  var date: CalendarDate?
  if length == 8 {
    date = CalendarDate(yyyymmdd: first)
  } else if length == 4, let separator = cursor.next, separator == 0x2D || separator == 0x2F || separator == 0x2E {
    guard cursor.skip(separator), let (month, monthLength) = cursor.number(), monthLength <= 2,
      cursor.skip(separator), let (day, dayLength) = cursor.number(), dayLength <= 2
    else { return nil }
    date = CalendarDate(year: first, month: month, day: day)
  }
  guard let date, let time = cursor.time() else { return nil }
  return Int64(date.yyyymmdd) * 1_000_000 + Int64(time)
}

/// Reads numbers and signs one after the other.
private struct DigitCursor {
  private let bytes: CellBytes
  private var position = 0

  init(_ bytes: CellBytes) { self.bytes = bytes }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// Up to eight digits, and how many they are.
  mutating func number() -> (value: Int, length: Int)? {
    var value = 0
    let start = position
    while let byte = next, byte &- 0x30 <= 9, position - start < 8 {
      value = value * 10 + Int(byte &- 0x30)
      position += 1
    }
    return position > start ? (value, position - start) : nil
  }

  /// What follows a day: nothing, or space or T with hours and minutes, perhaps seconds and their fraction; hhmmss.
  mutating func time() -> Int? {
    if next == nil { return 0 }
    guard skip(0x54) || next == 0x20 else { return nil }
    while skip(0x20) {}
    guard let (hour, hourLength) = number(), hourLength <= 2, hour < 24, skip(0x3A),
      let (minute, minuteLength) = number(), minuteLength == 2, minute < 60
    else { return nil }
    var second = 0
    if skip(0x3A) {
      guard let (value, length) = number(), length == 2, value < 60 else { return nil }
      second = value
      if skip(0x2E) { guard number() != nil else { return nil } }
    }
    return next == nil ? hour * 10000 + minute * 100 + second : nil
  }
}
