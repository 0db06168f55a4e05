/// A span of days that scores, filings and surveys belong to: a year, half, quarter or month, or a named phase.
package struct Period: Sendable, Hashable, CustomStringConvertible {
  package enum Grain: String, Sendable, CaseIterable { case year, half, quarter, month, day, phase }

  /// The one spelling that files and commands use: `2025`, `2025H1`, `2025Q3`, `2025-06`, `2025-06-30`, a phase's name.
  package let id: String
  package let grain: Grain
  /// First and last day, both inside.
  package let start: CalendarDate
  package let end: CalendarDate

  package init(id: String, grain: Grain, start: CalendarDate, end: CalendarDate) {
    self.id = id
    self.grain = grain
    self.start = start
    self.end = end
  }

  package var description: String { id }

  /// The period of a grain that holds a day; a phase has no grain to hold one.
  package init?(_ grain: Grain, containing date: CalendarDate) {
    switch grain {
    case .year: self.init(year: date.year)
    case .half: self.init(year: date.year, half: date.month <= 6 ? 1 : 2)
    case .quarter: self.init(year: date.year, quarter: (date.month + 2) / 3)
    case .month: self.init(year: date.year, month: date.month)
    case .day: self.init(id: "\(date)", grain: .day, start: date, end: date)
    case .phase: return nil
    }
  }

  package init?(year: Int) { self.init(id: "\(year)", .year, year, months: 1...12) }
  package init?(year: Int, half: Int) {
    guard (1...2).contains(half) else { return nil }
    self.init(id: "\(year)H\(half)", .half, year, months: half == 1 ? 1...6 : 7...12)
  }
  package init?(year: Int, quarter: Int) {
    guard (1...4).contains(quarter) else { return nil }
    self.init(id: "\(year)Q\(quarter)", .quarter, year, months: quarter * 3 - 2...quarter * 3)
  }
  package init?(year: Int, month: Int) {
    guard (1...12).contains(month) else { return nil }
    self.init(id: "\(year)-\(month < 10 ? "0" : "")\(month)", .month, year, months: month...month)
  }

  private init?(id: String, _ grain: Grain, _ year: Int, months: ClosedRange<Int>) {
    guard let start = CalendarDate(year: year, month: months.lowerBound, day: 1),
      let end = CalendarDate(
        year: year, month: months.upperBound, day: CalendarDate.lastDay(year: year, month: months.upperBound))
    else { return nil }
    self.init(id: id, grain: grain, start: start, end: end)
  }

  package func contains(_ date: CalendarDate) -> Bool { start <= date && date <= end }
  package func contains(_ other: Period) -> Bool { start <= other.start && other.end <= end }

  /// The day as of which a half inside a year is looked at: as many days after its own end as the year after its end, so
  /// that what is filed in the weeks after a half counts in the year as it did in the half; never later than `day`.
  package func asOf(inside year: Period, on day: CalendarDate) -> CalendarDate {
    guard day > year.end else { return min(day, end) }
    return min(day, end.adding(days: day.dayNumber - year.end.dayNumber) ?? end)
  }

  /// The two halves of a year; empty for any other grain.
  package var halves: [Period] {
    grain == .year ? [1, 2].compactMap { Period(year: start.year, half: $0) } : []
  }

  /// The period of the same grain just before; nil for a phase.
  package var previous: Period? { start.adding(days: -1).flatMap { Period(grain, containing: $0) } }

  /// The same period one year earlier; nil for a phase.
  package var sameLastYear: Period? {
    CalendarDate(year: start.year - 1, month: start.month, day: min(start.day, 28)).flatMap {
      Period(grain, containing: $0)
    }
  }

  /// How a Chinese report writes it: 2025年上半年.
  package var chineseName: String {
    switch grain {
    case .year: "\(start.year)年"
    case .half: "\(start.year)年\(start.month == 1 ? "上" : "下")半年"
    case .quarter: "\(start.year)年第\(["一", "二", "三", "四"][(start.month - 1) / 3])季度"
    case .month: "\(start.year)年\(start.month)月"
    case .day: "\(start.year)年\(start.month)月\(start.day)日"
    case .phase: id
    }
  }
}

extension Period {
  /// Reads `2025`, `2025年`, `2025H1`, `2025年上半年`, `2025Q3`, `2025年第三季度`, `2025年3季度`, `2025-06`,
  /// `2025年6月`, `2025-06-30`; full-width digits and letters count as their narrow forms.
  package init?(parsing text: String) {
    let narrow = narrowed(text).filter { !$0.isWhitespace }
    if let date = CalendarDate(parsing: narrow), narrow.count > 7 {
      self.init(.day, containing: date)
      return
    }
    let yearDigits = narrow.prefix { $0.isASCII && $0.isNumber }
    guard yearDigits.count == 4, let year = Int(yearDigits) else { return nil }
    let rest = narrow.dropFirst(4)
    switch rest {
    case "", "年", "年度", "年全年": self.init(year: year)
    case "H1", "h1", "年上半年", "上半年": self.init(year: year, half: 1)
    case "H2", "h2", "年下半年", "下半年": self.init(year: year, half: 2)
    default:
      if let quarter = Self.quarter(of: rest) {
        self.init(year: year, quarter: quarter)
      } else if let month = Self.month(of: rest) {
        self.init(year: year, month: month)
      } else {
        return nil
      }
    }
  }

  private static func quarter(of rest: Substring) -> Int? {
    if let first = rest.first, first == "Q" || first == "q", rest.count == 2 {
      return rest.last?.wholeNumberValue
    }
    guard rest.hasPrefix("年"), rest.hasSuffix("季度") else { return nil }
    var number = rest.dropFirst().dropLast(2)
    if number.hasPrefix("第") { number = number.dropFirst() }
    guard number.count == 1, let digit = number.first else { return nil }
    return digit.isASCII ? digit.wholeNumberValue : ["一": 1, "二": 2, "三": 3, "四": 4][digit]
  }

  private static func month(of rest: Substring) -> Int? {
    if rest.hasPrefix("-"), rest.count == 3 { return Int(rest.dropFirst()) }
    if rest.hasPrefix("年"), rest.hasSuffix("月") {
      let digits = rest.dropFirst().dropLast()
      guard (1...2).contains(digits.count), digits.allSatisfy(\.isASCII) else { return nil }
      return Int(digits)
    }
    return nil
  }
}
