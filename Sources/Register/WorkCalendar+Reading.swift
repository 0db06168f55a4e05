import Findings

/// One file of the calendar: its name, its headers and its rows.
package struct CalendarFile: Sendable {
  package let place: Place
  /// The name without its folder; it begins with the year.
  package let name: String
  package let header: [String]
  package let rows: [RegisterRow]
  package init(place: Place, name: String, header: [String], rows: [RegisterRow]) {
    self.place = place
    self.name = name
    self.header = header
    self.rows = rows
  }
}

extension WorkCalendar {
  static let requiredColumns = ["日期", "类别", "依据"]

  /// Reads `日期,类别,节日,依据`, a file a year: all problems in one pass, and no calendar if there is one.
  package static func read(_ files: [CalendarFile], log: FindingLog) -> WorkCalendar? {
    let before = log.count(.problem)
    var years: [Year] = []
    var places: [Int: Place] = [:]
    for file in files {
      guard let year = year(ofFile: file.name) else {
        log.add(CalendarFinding.nameWithoutYear(file.place))
        continue
      }
      if let first = places[year] {
        log.add(CalendarFinding.yearTwice(file.place, year: year, first: first))
        continue
      }
      places[year] = file.place
      years.append(read(file, year: year, log: log))
    }
    return log.count(.problem) == before ? WorkCalendar(years) : nil
  }

  /// `2025.csv`, `2025年.csv`, `2025-修订.csv`.
  private static func year(ofFile name: String) -> Int? {
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 4, let year = Int(digits), CalendarDate(year: year, month: 1, day: 1) != nil else {
      return nil
    }
    return year
  }

  private static func read(_ file: CalendarFile, year: Int, log: FindingLog) -> Year {
    var found = YearRows(year: year, log: log)
    for column in requiredColumns where !file.header.contains(column) {
      log.add(CalendarFinding.columnMissing(file.place, column: column, present: file.header))
    }
    guard requiredColumns.allSatisfy(file.header.contains) else { return found.result }
    for row in file.rows { found.add(row) }
    // An empty file is no calendar either.
    if found.sources.isEmpty { log.add(CalendarFinding.sourceAbsent(file.place, year: year)) }
    return found.result
  }
}

/// The rows of one year's file, as they come.
private struct YearRows {
  let year: Int
  let log: FindingLog
  private(set) var sources: [String] = []
  private var off: [ClosedRange<CalendarDate>] = []
  private var makeUp: [CalendarDate] = []
  private var known: [CalendarDate: (isOff: Bool, place: Place)] = [:]

  init(year: Int, log: FindingLog) {
    self.year = year
    self.log = log
  }

  var result: WorkCalendar.Year {
    WorkCalendar.Year(year: year, off: off, makeUp: makeUp, source: sources.joined(separator: "；"))
  }

  mutating func add(_ row: RegisterRow) {
    func cell(_ column: String) -> String { narrowed(row.cells[column] ?? "").filter { !$0.isWhitespace } }
    let source = cell("依据")
    if !source.isEmpty, !sources.contains(source) { sources.append(source) }
    let kind = cell("类别")
    let isKnown = kind == "放假" || kind == "上班"
    if !isKnown { log.add(CalendarFinding.kindUnknown(row.place, value: kind)) }
    guard let days = days(cell("日期"), at: row.place), isKnown else { return }
    let isOff = kind == "放假"
    var isSound = true
    var day: CalendarDate? = days.lowerBound
    // Of two ranges that overlap the first day is enough to find them.
    while isSound, let current = day, current <= days.upperBound {
      isSound = note(current, isOff: isOff, at: row.place)
      day = current.adding(days: 1)
    }
    guard isSound else { return }
    if isOff { off.append(days) } else { makeUp += days.all }
  }

  private func days(_ text: String, at place: Place) -> ClosedRange<CalendarDate>? {
    var parts: [CalendarDate] = []
    for part in text.split(separator: "至", omittingEmptySubsequences: false) {
      guard let day = CalendarDate(parsing: part), parts.count < 2 else {
        log.add(CalendarFinding.dateUnreadable(place, value: text))
        return nil
      }
      parts.append(day)
    }
    guard let first = parts.first, let last = parts.last else {
      log.add(CalendarFinding.dateUnreadable(place, value: text))
      return nil
    }
    guard first <= last else {
      log.add(CalendarFinding.datesReversed(place, from: "\(first)", to: "\(last)"))
      return nil
    }
    if let stranger = [first, last].first(where: { $0.year != year }) {
      log.add(CalendarFinding.dateOutsideYear(place, date: "\(stranger)", year: year))
      return nil
    }
    return first...last
  }

  /// - Returns: whether nothing is wrong with the day.
  private mutating func note(_ day: CalendarDate, isOff: Bool, at place: Place) -> Bool {
    if let other = known[day] {
      log.add(
        other.isOff == isOff
          ? CalendarFinding.dayTwice(place, date: "\(day)", first: other.place)
          : CalendarFinding.dayOffAndWorked(place, date: "\(day)", first: other.place))
      return false
    }
    known[day] = (isOff, place)
    if !isOff, WorkCalendar().isWorkingDay(day) {
      log.add(CalendarFinding.makeUpOnWeekday(place, date: "\(day)"))
      return false
    }
    return true
  }
}

extension ClosedRange<CalendarDate> {
  fileprivate var all: [CalendarDate] {
    (lowerBound.dayNumber...upperBound.dayNumber).compactMap { CalendarDate(dayNumber: $0) }
  }
}
