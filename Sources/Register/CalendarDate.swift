/// A day of the Gregorian calendar, kept as the integer `yyyymmdd` that the store holds, so that order is comparison.
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let yyyymmdd: Int

  /// - Returns: nil unless the digits are a real day of the years 1900–2199.
  package init?(yyyymmdd: Int) {
    self.init(year: yyyymmdd / 10000, month: yyyymmdd / 100 % 100, day: yyyymmdd % 100)
  }

  /// For days that are known to be real.
  init(unchecked yyyymmdd: Int) { self.yyyymmdd = yyyymmdd }

  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.lastDay(year: year, month: month)
    else { return nil }
    yyyymmdd = year * 10000 + month * 100 + day
  }

  package var year: Int { yyyymmdd / 10000 }
  package var month: Int { yyyymmdd / 100 % 100 }
  package var day: Int { yyyymmdd % 100 }

  /// Days since 0000-03-01 in the proleptic Gregorian calendar (Howard Hinnant, “chrono-Compatible Low-Level Date
  /// Algorithms”); differences of it are days.
  package var dayNumber: Int {
    let y = month > 2 ? year : year - 1
    let shifted = (month + 9) % 12
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * shifted + 2) / 5 + day - 1
  }

  package init?(dayNumber: Int) {
    let era = dayNumber / 146_097
    let dayOfEra = dayNumber - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The day n days later; nil outside the years that are kept.
  package func adding(days: Int) -> CalendarDate? { CalendarDate(dayNumber: dayNumber + days) }

  /// The same day n months later, clipped to the month's last day (R18).
  package func adding(months: Int) -> CalendarDate? {
    let index = year * 12 + month - 1 + months
    let target = (year: index / 12, month: index % 12 + 1)
    return CalendarDate(
      year: target.year, month: target.month,
      day: min(day, Self.lastDay(year: target.year, month: target.month)))
  }

  /// Whole months from this day to another; negative if the other is earlier (U0).
  package func months(to other: CalendarDate) -> Int {
    let months = (other.year - year) * 12 + other.month - month
    if months > 0 && other.day < day { return months - 1 }
    if months < 0 && other.day > day { return months + 1 }
    return months
  }

  package static func lastDay(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.yyyymmdd < b.yyyymmdd }

  /// ISO 8601: `2025-06-30`.
  package var description: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// Reads `2025-06-30`, `2025/6/30`, `2025.6.30`, `2025年6月30日` and `20250630`; nothing else is guessed.
  package init?(parsing text: some StringProtocol) {
    if text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let digits = Int(text) {
      self.init(yyyymmdd: digits)
      return
    }
    for separators in [["-", "-", ""], ["/", "/", ""], [".", ".", ""], ["年", "月", "日"]] {
      var rest = text[...]
      var numbers: [Int] = []
      for (index, separator) in separators.enumerated() {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= (index == 0 ? 4 : 2), let number = Int(digits) else { break }
        rest = rest.dropFirst(digits.count)
        guard rest.hasPrefix(separator) else { break }
        rest = rest.dropFirst(separator.count)
        numbers.append(number)
      }
      if numbers.count == 3, rest.isEmpty {
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
        return
      }
    }
    return nil
  }
}
