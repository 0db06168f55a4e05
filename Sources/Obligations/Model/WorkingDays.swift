import Register

/// What obligations ask of a calendar of working days.
package struct WorkingDays: Sendable {
  /// The n-th working day after a day; nil outside the years that are kept.
  package let day: @Sendable (_ n: Int, _ after: CalendarDate) -> CalendarDate?
  /// Working days after the first day, up to and including the last.
  package let count: @Sendable (_ after: CalendarDate, _ through: CalendarDate) -> Int
  /// Whether a notice says which days of the year are worked.
  package let isOfficialYear: @Sendable (Int) -> Bool

  package init(
    day: @escaping @Sendable (_ n: Int, _ after: CalendarDate) -> CalendarDate?,
    count: @escaping @Sendable (_ after: CalendarDate, _ through: CalendarDate) -> Int,
    isOfficialYear: @escaping @Sendable (Int) -> Bool
  ) {
    self.day = day
    self.count = count
    self.isOfficialYear = isOfficialYear
  }

  func isOfficial(from first: CalendarDate, through last: CalendarDate) -> Bool {
    (min(first, last).year...max(first, last).year).allSatisfy(isOfficialYear)
  }

  package init(_ calendar: WorkCalendar) {
    self.init(
      day: { n, after in calendar.day(n, workingDaysAfter: after)?.value },
      count: { after, through in max(0, calendar.workingDays(after: after, through: through).value) },
      isOfficialYear: calendar.isOfficial)
  }

  /// Monday to Friday, for what does not hang on holidays.
  package static let weekdays = WorkingDays(WorkCalendar())
}
