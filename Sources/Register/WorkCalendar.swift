/// Which days are worked: Monday to Friday, but for the days off and the make-up days that the State Council's yearly
/// notices state (放假, 调休上班). A year without such a calendar is plain weekdays, and every answer that touches one says
/// so: it is provisional (暂定).
package struct WorkCalendar: Sendable, Equatable {
  /// What one year's notice says.
  package struct Year: Sendable, Equatable {
    package let year: Int
    /// Days off as the notice lists them, weekends inside included.
    package let off: [ClosedRange<CalendarDate>]
    /// Saturdays and Sundays that are worked.
    package let makeUp: [CalendarDate]
    /// The notice: its number and day.
    package let source: String

    package init(year: Int, off: [ClosedRange<CalendarDate>], makeUp: [CalendarDate], source: String) {
      self.year = year
      self.off = off
      self.makeUp = makeUp
      self.source = source
    }
  }

  /// A number or a day, and the years without a calendar that it rests on.
  package struct Answer<Value: Sendable & Equatable>: Sendable, Equatable {
    package let value: Value
    /// In their order; empty: every day that was looked at lies in a year with a calendar.
    package let provisionalYears: [Int]
    package var isProvisional: Bool { !provisionalYears.isEmpty }

    package init(value: Value, provisionalYears: [Int]) {
      self.value = value
      self.provisionalYears = provisionalYears
    }
  }

  /// In their order, each once.
  package let years: [Year]
  private let official: Set<Int>
  /// The days that differ from Monday to Friday, in their order, as day numbers.
  private let unlike: [Int]
  /// Before the days of `unlike`: how many days are worked beyond the weekdays; one longer than `unlike`.
  private let sums: [Int]
  private let isWorked: [Bool]

  /// - Parameter years: of several for one year the first counts. A day that is both off and a make-up day is worked.
  package init(_ years: [Year] = []) {
    var kept: [Int: Year] = [:]
    for year in years where kept[year.year] == nil { kept[year.year] = year }
    self.years = kept.values.sorted { $0.year < $1.year }
    official = Set(kept.keys)
    var worked: [Int: Bool] = [:]
    for year in self.years {
      for range in year.off {
        for number in range.lowerBound.dayNumber...range.upperBound.dayNumber where Self.isWeekday(number) {
          worked[number] = false
        }
      }
      for day in year.makeUp { worked[day.dayNumber] = Self.isWeekday(day.dayNumber) ? nil : true }
    }
    unlike = worked.keys.sorted()
    isWorked = unlike.map { worked[$0] ?? false }
    sums = isWorked.reduce(into: [0]) { $0.append(($0.last ?? 0) + ($1 ? 1 : -1)) }
  }

  /// Whether a notice says which days of the year are worked.
  package func isOfficial(_ year: Int) -> Bool { official.contains(year) }

  /// The years of a span of days that have no calendar.
  package func provisionalYears(from first: CalendarDate, through last: CalendarDate) -> [Int] {
    guard first <= last else { return [] }
    return (first.year...last.year).filter { !isOfficial($0) }
  }

  package func isWorkingDay(_ day: CalendarDate) -> Bool {
    let number = day.dayNumber
    let index = firstIndex(after: number - 1)
    return index < unlike.count && unlike[index] == number ? isWorked[index] : Self.isWeekday(number)
  }

  /// How many days are worked from one day through another, both counted; 0 if the second is earlier.
  package func workingDays(from first: CalendarDate, through last: CalendarDate) -> Answer<Int> {
    guard first <= last else { return Answer(value: 0, provisionalYears: []) }
    return Answer(
      value: count(through: last.dayNumber) - count(through: first.dayNumber - 1),
      provisionalYears: provisionalYears(from: first, through: last))
  }

  /// How many working days lie after one day up to and including another; negative if the second is earlier (U0).
  package func workingDays(after first: CalendarDate, through last: CalendarDate) -> Answer<Int> {
    let (early, late) = (min(first, last), max(first, last))
    let next = early == late ? late : CalendarDate(dayNumber: early.dayNumber + 1) ?? late
    return Answer(
      value: count(through: last.dayNumber) - count(through: first.dayNumber),
      provisionalYears: early == late ? [] : provisionalYears(from: next, through: late))
  }

  /// The working days by which something came late: those after the day when it was due, up to the day when it came.
  /// 0 if it came in time.
  ///
  /// A due day that is itself no working day stays where it is; where a rule moves it to the next working day, ask
  /// `firstWorkingDay(onOrAfter:)` first.
  package func workingDaysLate(due: CalendarDate, submitted: CalendarDate) -> Answer<Int> {
    submitted <= due ? Answer(value: 0, provisionalYears: []) : workingDays(after: due, through: submitted)
  }

  /// The n-th working day after a day; before it, if n is negative; the day itself, worked or not, if n is 0.
  /// - Returns: nil outside the years that are kept.
  package func day(_ n: Int, workingDaysAfter start: CalendarDate) -> Answer<CalendarDate>? {
    guard n != 0 else { return Answer(value: start, provisionalYears: []) }
    // More than three centuries of days are never asked for.
    guard abs(n) <= 120_000 else { return nil }
    let begin = start.dayNumber
    let found: Int
    if n > 0 {
      let wanted = count(through: begin) + n
      found = least(from: begin + 1) { count(through: $0) >= wanted }
    } else {
      // The latest day from which on |n| days are worked before the start.
      let wanted = count(through: begin - 1) + n
      var back = -n
      while back < begin, count(through: begin - back) > wanted { back *= 2 }
      guard back < begin else { return nil }
      found = least(from: begin - back) { count(through: $0) > wanted }
    }
    guard let day = CalendarDate(dayNumber: found) else { return nil }
    let (first, last) = n > 0 ? (begin + 1, found) : (found, begin - 1)
    guard let from = CalendarDate(dayNumber: first), let through = CalendarDate(dayNumber: last) else { return nil }
    return Answer(value: day, provisionalYears: provisionalYears(from: from, through: through))
  }

  /// The day itself if it is worked, else the next that is: a deadline on a day off moves there (民法典第二百零三条).
  package func firstWorkingDay(onOrAfter day: CalendarDate) -> Answer<CalendarDate>? {
    if isWorkingDay(day) {
      return Answer(value: day, provisionalYears: provisionalYears(from: day, through: day))
    }
    guard let next = self.day(1, workingDaysAfter: day) else { return nil }
    return Answer(value: next.value, provisionalYears: provisionalYears(from: day, through: next.value))
  }

  /// How many days up to and including this one are worked, from a fixed day on; differences of it are counts.
  private func count(through number: Int) -> Int {
    Self.weekdays(through: number) + sums[firstIndex(after: number)]
  }

  /// The first of the unlike days that lies after this one.
  private func firstIndex(after number: Int) -> Int {
    var (low, high) = (0, unlike.count)
    while low < high {
      let middle = (low + high) / 2
      if unlike[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The least day from a first on for which something holds that never ceases to hold.
  private func least(from first: Int, where holds: (Int) -> Bool) -> Int {
    var step = 1
    while !holds(first + step) { step *= 2 }
    var (low, high) = (first, first + step)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Day 0, 0000-03-01, was a Wednesday.
  private static func isWeekday(_ number: Int) -> Bool { (number + 2) % 7 < 5 }

  /// Weekdays up to and including a day, counted from a Monday.
  private static func weekdays(through number: Int) -> Int {
    let days = number + 3
    return days / 7 * 5 + min(days % 7, 5)
  }
}
