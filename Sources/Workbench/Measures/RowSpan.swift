import Register
import Schemes

/// Which rows a measure's window takes: days as yyyymmdd, both ends inside (M2–M4).
struct RowSpan: Sendable, Hashable {
  let window: Measure.Window
  private let periodStart: Int
  private let periodEnd: Int
  private let yearStart: Int
  private let yearEnd: Int
  /// The day after the period's last.
  private let dayAfter: Int
  private let asOf: Int

  init(_ window: Measure.Window, of period: Period, asOf: CalendarDate) {
    self.window = window
    periodStart = period.start.yyyymmdd
    periodEnd = period.end.yyyymmdd
    yearStart = period.start.year * 10000 + 101
    yearEnd = period.start.year * 10000 + 1231
    dayAfter = period.end.adding(days: 1)?.yyyymmdd ?? (period.end.year + 1) * 10000 + 101
    self.asOf = asOf.yyyymmdd
  }

  /// - Parameters:
  ///   - from, to: the row's own span, or its `dated_by` day twice.
  ///   - rowFrom: the first day of the row's own span, which `as_of` also looks at.
  func contains(from: Int, to: Int, rowFrom: Int) -> Bool {
    guard from <= asOf, rowFrom <= asOf else { return false }
    switch window {
    case .period: return from >= periodStart && to <= periodEnd
    // A half that is scored again in December sees the whole year so far; one that is in progress keeps its own end.
    case .year: return from >= yearStart && to <= min(yearEnd, max(asOf, periodEnd))
    case .toDate: return to <= periodEnd
    case .covering: return from <= periodStart && to >= periodEnd
    case .rolling(let years): return from >= rollingStart(years) && to <= periodEnd
    }
  }

  /// The first of so many years, counted in days of the calendar, that end with the period's last day. The day after that
  /// is a first of March where the day itself is a leap day.
  private func rollingStart(_ years: Int) -> Int {
    let (year, month, day) = (dayAfter / 10000 - min(years, 1000), dayAfter / 100 % 100, dayAfter % 100)
    return year * 10000 + month * 100 + min(day, CalendarDate.lastDay(year: year, month: month))
  }

  /// The days that rows of the window can touch: of windows without a beginning, 0 is the first.
  var firstDay: Int {
    switch window {
    case .period: periodStart
    case .year: yearStart
    case .rolling(let years): rollingStart(years)
    case .toDate, .covering: 0
    }
  }
  var lastDay: Int {
    switch window {
    case .year: min(yearEnd, max(asOf, periodEnd))
    case .period, .toDate, .covering, .rolling: periodEnd
    }
  }

  /// The days that a covering table must account for, up to as_of (M5).
  var daysToCover: ClosedRange<Int>? {
    let first =
      switch window {
      case .year: yearStart
      case .rolling(let years): rollingStart(years)
      case .period, .toDate, .covering: periodStart
      }
    let last = min(window == .year ? max(periodEnd, min(yearEnd, asOf)) : periodEnd, asOf)
    return first <= last ? first...last : nil
  }
}

/// Spans of days that together account for a longer one.
struct DaySpans: Sendable {
  private var spans: [(from: Int, to: Int)] = []

  mutating func add(from: Int, to: Int) { spans.append((from, to)) }
  mutating func add(contentsOf other: DaySpans) { spans += other.spans }

  /// Whether every day of the range lies in some span.
  func cover(_ days: ClosedRange<Int>) -> Bool { gaps(in: days).isEmpty }

  /// The days of the range that lie in no span.
  func gaps(in days: ClosedRange<Int>) -> [ClosedRange<Int>] {
    var gaps: [ClosedRange<Int>] = []
    var next = days.lowerBound
    for span in spans.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
      guard span.to >= next, let last = CalendarDate(yyyymmdd: span.to) else { continue }
      if span.from > days.upperBound { break }
      if span.from > next, let before = CalendarDate(yyyymmdd: span.from)?.adding(days: -1)?.yyyymmdd {
        gaps.append(next...before)
      }
      if span.to >= days.upperBound { return gaps }
      next = last.adding(days: 1)?.yyyymmdd ?? next
    }
    return gaps + [next...days.upperBound]
  }
}
