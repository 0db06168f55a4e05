import Findings
import Foundation
import Testing

@testable import Register

/// The calendars of 2023 to 2026 as they stand in `datasets/_shared/calendar`, held against published figures and against
/// laws that do not come from the same typing.
@Suite struct WorkCalendarTests {
  static let calendar = read([2023, 2024, 2025, 2026])

  /// The files of the repository, split at commas: they hold no quotes.
  static func read(_ years: [Int]) -> WorkCalendar? {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "datasets/_shared/calendar")
    let files = years.compactMap { year -> CalendarFile? in
      guard let text = try? String(contentsOf: folder.appending(path: "\(year).csv"), encoding: .utf8) else {
        return nil
      }
      return calendarFile("\(year).csv", text)
    }
    return files.count == years.count ? WorkCalendar.read(files, log: FindingLog()) : nil
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(parsing: text)) }
  private func calendar() throws -> WorkCalendar { try #require(Self.calendar) }

  /// Days of the year − Saturdays and Sundays − statutory days: 11 until 2024, 13 from 2025 on (全国年节及纪念日放假办法),
  /// since whatever else is off is worked on another day. 2023: 365 − 105 − 11 = 249; 2024: 366 − 104 − 11 = 251;
  /// 2025 and 2026: 365 − 104 − 13 = 248. The same numbers come out of PyPI's chinesecalendar 1.11.0.
  @Test(arguments: [(2023, 249), (2024, 251), (2025, 248), (2026, 248)])
  func theYearHasThePublishedNumberOfWorkingDays(year: Int, expected: Int) throws {
    let first = try day("\(year)-01-01")
    let last = try day("\(year)-12-31")
    #expect(try calendar().workingDays(from: first, through: last) == .init(value: expected, provisionalYears: []))
    let weekends = (first.dayNumber...last.dayNumber).count {
      !WorkCalendar().isWorkingDay(CalendarDate(dayNumber: $0)!)
    }
    #expect(last.dayNumber - first.dayNumber + 1 - weekends - (year < 2025 ? 11 : 13) == expected)
  }

  /// The notices say 共几天; those of single days are one day. The make-up days are those that the notices put on a
  /// Saturday or Sunday.
  @Test(arguments: [
    (2023, [2, 7, 1, 5, 3, 8], [128, 129, 423, 506, 625, 1007, 1008]),
    (2024, [1, 8, 3, 5, 1, 3, 7], [204, 218, 407, 428, 511, 914, 929, 1012]),
    (2025, [1, 8, 3, 5, 3, 8], [126, 208, 427, 928, 1011]),
    (2026, [3, 9, 3, 5, 3, 3, 7], [104, 214, 228, 509, 920, 1010]),
  ])
  func theYearHasTheRangesOfItsNotice(year: Int, lengths: [Int], makeUp: [Int]) throws {
    let found = try #require(try calendar().years.first { $0.year == year })
    #expect(found.off.map { $0.upperBound.dayNumber - $0.lowerBound.dayNumber + 1 } == lengths)
    #expect(found.makeUp.map { $0.yyyymmdd % 10000 } == makeUp)
    #expect(found.source.contains("国办发明电〔\(year - 1)〕"))
  }

  /// Statutory days by the moon and the sun: 春节, 清明, 端午, 中秋 of the years, and the days fixed in the calendar.
  @Test(arguments: [
    (2023, [122, 123, 124, 405, 622, 929]), (2024, [210, 211, 212, 404, 610, 917]),
    (2025, [128, 129, 130, 131, 404, 502, 531, 1006]), (2026, [216, 217, 218, 219, 405, 502, 619, 925]),
  ])
  func statutoryDaysAreOff(year: Int, lunar: [Int]) throws {
    for monthAndDay in lunar + [101, 501, 1001, 1002, 1003] {
      let day = try #require(CalendarDate(yyyymmdd: year * 10000 + monthAndDay))
      #expect(try !calendar().isWorkingDay(day), "\(day)")
    }
  }

  /// 除夕 of 2024 was worked (the notice only encourages leave), that of 2025 is off.
  @Test func singleDays() throws {
    let calendar = try calendar()
    for (text, isWorked) in [
      ("2024-02-09", true), ("2025-01-28", false), ("2026-01-04", true), ("2026-02-14", true), ("2026-02-21", false),
      ("2026-02-24", true), ("2026-02-28", true), ("2025-06-30", true), ("2025-06-29", false), ("2022-12-31", false),
      ("2027-01-01", true),
    ] { #expect(calendar.isWorkingDay(try day(text)) == isWorked, "\(text)") }
  }

  /// (a, b], signed. 2025-01-24 is a Friday; after it come Sunday 26 (made up), Monday 27, then days off up to 4 February.
  @Test(arguments: [
    ("2025-01-24", "2025-01-24", 0), ("2025-01-24", "2025-01-25", 0), ("2025-01-24", "2025-01-26", 1),
    ("2025-01-24", "2025-01-27", 2), ("2025-01-24", "2025-02-04", 2), ("2025-01-24", "2025-02-05", 3),
    ("2025-02-05", "2025-01-24", -3), ("2025-01-27", "2025-01-24", -2), ("2025-12-31", "2026-01-04", 1),
    // September 30 to October 11: days off until the 8th, then 9, 10 and Saturday 11.
    ("2025-09-30", "2025-10-11", 3),
  ])
  func workingDaysAfterADay(first: String, last: String, expected: Int) throws {
    let answer = try calendar().workingDays(after: day(first), through: day(last))
    #expect(answer == .init(value: expected, provisionalYears: []))
  }

  /// A publicity period of 5 working days from Friday 2021-12-10 ends on Thursday 2021-12-16; no calendar says so.
  @Test func aYearWithoutACalendarIsProvisional() throws {
    let answer = try calendar().workingDays(from: day("2021-12-10"), through: day("2021-12-16"))
    #expect(answer == .init(value: 5, provisionalYears: [2021]) && answer.isProvisional)
    let across = try calendar().workingDays(after: day("2026-12-31"), through: day("2027-01-04"))
    // 2027-01-01 is a Friday, 01-04 a Monday: 2, though the first will be off.
    #expect(across == .init(value: 2, provisionalYears: [2027]))
    #expect(try calendar().workingDays(after: day("2026-12-30"), through: day("2026-12-31")).provisionalYears.isEmpty)
    #expect(try calendar().isOfficial(2026) && !calendar().isOfficial(2027))
  }

  @Test func lateness() throws {
    let calendar = try calendar()
    // Due on Friday 2025-09-26; Sunday 28 is made up.
    #expect(try calendar.workingDaysLate(due: day("2025-09-26"), submitted: day("2025-09-26")).value == 0)
    #expect(try calendar.workingDaysLate(due: day("2025-09-26"), submitted: day("2025-09-20")).value == 0)
    #expect(try calendar.workingDaysLate(due: day("2025-09-26"), submitted: day("2025-09-27")).value == 0)
    #expect(try calendar.workingDaysLate(due: day("2025-09-26"), submitted: day("2025-09-29")).value == 2)
    // 2025-10-01 is off until the 8th.
    #expect(try calendar.firstWorkingDay(onOrAfter: day("2025-10-01"))?.value == day("2025-10-09"))
    #expect(try calendar.firstWorkingDay(onOrAfter: day("2025-10-11"))?.value == day("2025-10-11"))
  }

  @Test(arguments: [
    ("2025-01-24", 1, "2025-01-26"), ("2025-01-24", 3, "2025-02-05"), ("2025-02-05", -1, "2025-01-27"),
    ("2025-02-05", -3, "2025-01-24"), ("2025-02-01", 0, "2025-02-01"), ("2025-12-31", 248, "2026-12-31"),
    ("2026-12-31", -248, "2025-12-31"), ("2021-12-09", 5, "2021-12-16"),
  ])
  func theNthWorkingDay(start: String, n: Int, expected: String) throws {
    #expect(try calendar().day(n, workingDaysAfter: day(start))?.value == day(expected))
  }

  @Test func beyondTheYearsThatAreKeptThereIsNoDay() throws {
    let calendar = try calendar()
    for n in [Int.min + 1, -120_000, 120_000, Int.max] {
      #expect(try calendar.day(n, workingDaysAfter: day("2025-01-01")) == nil)
    }
  }

  /// Counting by prefix sums is counting day by day; and the n-th day is the one that the count reaches first.
  @Test func countsAgreeWithDays() throws {
    let calendar = try calendar()
    let first = try day("2022-11-01")
    var count = 0
    for offset in 1...1700 {
      let next = try #require(first.adding(days: offset))
      if calendar.isWorkingDay(next) {
        count += 1
        #expect(calendar.day(count, workingDaysAfter: first)?.value == next)
        #expect(calendar.day(-1, workingDaysAfter: try #require(next.adding(days: 1)))?.value == next)
      }
      #expect(calendar.workingDays(after: first, through: next).value == count)
      #expect(calendar.workingDays(after: next, through: first).value == -count)
    }
  }
}

/// A file as lines of `日期,类别,节日,依据`.
func calendarFile(_ name: String, _ text: String) -> CalendarFile {
  let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  let header = (lines.first ?? []).map(String.init)
  let rows = lines.dropFirst().enumerated().map { index, cells in
    RegisterRow(
      place: .row(name, row: index + 2),
      cells: Dictionary(zip(header, cells.map(String.init)), uniquingKeysWith: { a, _ in a }))
  }
  return CalendarFile(place: .file(name), name: name, header: header, rows: rows)
}
