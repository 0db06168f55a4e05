/// A day of the Gregorian calendar; arithmetic as in Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”.
struct Day: Comparable {
  /// Days since 0000-03-01.
  let number: Int

  init(number: Int) { self.number = number }

  init(_ year: Int, _ month: Int, _ day: Int) {
    let y = month > 2 ? year : year - 1
    number = 365 * y + y / 4 - y / 100 + y / 400 + (153 * ((month + 9) % 12) + 2) / 5 + day - 1
  }

  var parts: (year: Int, month: Int, day: Int) {
    let era = number / 146_097
    let dayOfEra = number - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// From a cell that begins with year, month and day; nil for others.
  init?(written text: String) {
    let parts = text.split { !$0.isASCII || !$0.isNumber }.prefix(3).compactMap { Int($0) }
    guard parts.count == 3, parts[0] > 1900, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else {
      return nil
    }
    self.init(parts[0], parts[1], parts[2])
  }

  func adding(_ days: Int) -> Day { Day(number: number + days) }

  static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// `2025-06-30`
  var iso: String {
    let (year, month, day) = parts
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// The ways in which clerks type a day, all of them readable.
  enum Style: CaseIterable { case iso, slashes, dots, chinese }

  func written(_ style: Style) -> String {
    let (year, month, day) = parts
    return switch style {
    case .iso: iso
    case .slashes: "\(year)/\(month)/\(day)"
    case .dots: "\(year).\(month).\(day)"
    case .chinese: "\(year)年\(month)月\(day)日"
    }
  }
}

/// Two digits.
func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// A half-year of the demo.
struct Half: Equatable {
  let year: Int
  let number: Int

  var id: String { "\(year)H\(number)" }
  /// `2025年上半年`
  var chineseName: String { "\(year)年\(number == 1 ? "上" : "下")半年" }
  var months: ClosedRange<Int> { number == 1 ? 1...6 : 7...12 }
  var start: Day { Day(year, months.lowerBound, 1) }
  var end: Day { number == 1 ? Day(year, 6, 30) : Day(year, 12, 31) }

  static let all = (2023...2026).flatMap { year in [1, 2].map { Half(year: year, number: $0) } }
  /// The day on which the offices are imagined to have exported the last files: nothing is dated later.
  static let exported = Day(2026, 11, 20)

  /// The last day of a month.
  static func end(year: Int, month: Int) -> Day {
    month == 12 ? Day(year, 12, 31) : Day(year, month + 1, 1).adding(-1)
  }
}
