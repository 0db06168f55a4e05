import Register

/// How a day follows from a period or an event: the opening day of a window, or the last day on time.
package enum DayRule: Sendable, Hashable {
  package enum Anchor: String, Sendable, CaseIterable {
    case periodStart = "period_start"
    case periodEnd = "period_end"
    /// The day of the event.
    case event
  }
  package enum YearShift: String, Sendable, CaseIterable { case previous, same, next }

  /// Some months, days or working days from an anchor.
  case offset(Offset)
  /// A day of the year in which the period begins, or of the year beside it. The 29th of February is its last day.
  case yearly(month: Int, day: Int, YearShift)
  case fixed(CalendarDate)

  package struct Offset: Sendable, Hashable {
    package var from: Anchor
    /// The same day so many months later, clipped to the month's last day.
    package var months = 0
    /// Then that day of the month, clipped; 31 is the last.
    package var dayOfMonth: Int?
    package var days = 0
    /// The n-th working day after that; 0: the day itself.
    package var workingDays = 0
  }

  /// - Parameter event: the day of the event; anchors are that day where there is one.
  /// - Returns: the day, and the years without a calendar that it rests on; nil outside the years that are kept.
  package func day(of period: Period, calendar: WorkCalendar) -> WorkCalendar.Answer<CalendarDate>? {
    switch self {
    case .fixed(let day): return .init(value: day, provisionalYears: [])
    case .yearly(let month, let day, let shift):
      let year = period.start.year + (shift == .next ? 1 : shift == .previous ? -1 : 0)
      let clipped = min(day, CalendarDate.lastDay(year: year, month: month))
      return CalendarDate(year: year, month: month, day: clipped).map { .init(value: $0, provisionalYears: []) }
    case .offset(let offset):
      // An event is a period of one day.
      let anchor = offset.from == .periodEnd ? period.end : period.start
      guard var day = anchor.adding(months: offset.months) else { return nil }
      if let wanted = offset.dayOfMonth {
        let last = CalendarDate.lastDay(year: day.year, month: day.month)
        guard let exact = CalendarDate(year: day.year, month: day.month, day: min(wanted, last)) else { return nil }
        day = exact
      }
      guard let shifted = day.adding(days: offset.days) else { return nil }
      return calendar.day(offset.workingDays, workingDaysAfter: shifted)
    }
  }

  var usesEvent: Bool { if case .offset(let offset) = self { offset.from == .event } else { false } }
}
