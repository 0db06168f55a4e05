import Findings
import Testing

@testable import Register

/// The files of the calendar: every problem in one pass, and no half calendar.
@Suite struct CalendarReadingTests {
  private let header = "日期,类别,节日,依据\n"

  private func read(_ files: (String, String)...) -> (WorkCalendar?, [String]) {
    let log = FindingLog()
    let calendar = WorkCalendar.read(files.map { calendarFile($0.0, $0.1) }, log: log)
    return (calendar, log.findings.map { "\($0.place.text) \($0.code)" })
  }

  @Test func aSoundFileIsRead() throws {
    let (calendar, found) = read(
      ("2025-修订.csv", header + "２０２５年１月１日 至 2025.1.1,放假,元旦,甲号\n2025-01-26, 上班 ,春节,乙号\n2025/1/28至2025/2/4,放假,,\n"))
    #expect(found.isEmpty)
    let year = try #require(calendar?.years.first)
    #expect(year.year == 2025 && year.off.count == 2 && year.makeUp.map(\.yyyymmdd) == [2025_01_26])
    #expect(year.source == "甲号；乙号")
  }

  /// No file at all: nothing is official, and nothing is wrong.
  @Test func noFilesAreAnEmptyCalendar() {
    let (calendar, found) = read()
    #expect(calendar == WorkCalendar() && found.isEmpty)
  }

  @Test func allProblemsInOnePass() {
    let (calendar, found) = read(
      (
        "2025.csv",
        header + """
          2025-01-01,放假,元旦,甲号
          2025-01-27,上班,春节,甲号
          2025-01-28至2025-02-04,放假,春节,甲号
          2025-02-04至2025-02-06,放假,春节,甲号
          2025-02-01,上班,春节,甲号
          2025-04-31,放假,清明节,甲号
          6月底,放假,端午节,甲号
          2025-05-05至2025-05-01,放假,劳动节,甲号
          2024-12-31至2025-01-01,放假,元旦,甲号
          2025-09-28,补班,国庆节,甲号
          2025-10-01至2025-10-03至2025-10-08,放假,国庆节,甲号
          """
      ), ("2025补.csv", header), ("假日.csv", header), ("2026.csv", header), ("2027.csv", "日期,类型\n2027-01-01,放假\n"))
    #expect(calendar == nil)
    #expect(
      found == [
        "2025.csv:3 calendar-make-up-on-weekday", "2025.csv:5 calendar-day-twice",
        "2025.csv:6 calendar-day-off-and-worked", "2025.csv:7 calendar-date-unreadable",
        "2025.csv:8 calendar-date-unreadable", "2025.csv:9 calendar-dates-reversed",
        "2025.csv:10 calendar-date-outside-year", "2025.csv:11 calendar-kind-unknown",
        "2025.csv:12 calendar-date-unreadable", "2025补.csv calendar-year-twice", "假日.csv calendar-file-name",
        "2026.csv calendar-source-absent", "2027.csv calendar-column-missing", "2027.csv calendar-column-missing",
      ])
  }

  private static let place = Place.file("2025.csv")
  @Test(
    arguments: [
      .columnMissing(place, column: "日期", present: ["日 期"]), .nameWithoutYear(place),
      .yearTwice(place, year: 2025, first: place), .sourceAbsent(place, year: 2025),
      .dateUnreadable(place, value: "x"), .datesReversed(place, from: "b", to: "a"),
      .dateOutsideYear(place, date: "a", year: 2025), .kindUnknown(place, value: "x"),
      .makeUpOnWeekday(place, date: "a"), .dayTwice(place, date: "a", first: place),
      .dayOffAndWorked(place, date: "a", first: place),
    ] as [CalendarFinding])
  func everyFindingIsWordedInBothLanguages(finding: CalendarFinding) {
    let (chinese, english) = (finding.wording(in: .chinese), finding.wording(in: .english))
    for line in [
      chinese.found, chinese.consequence, chinese.remedy, english.found, english.consequence, english.remedy,
    ] {
      #expect(!line.isEmpty && !line.contains("Optional("))
    }
    #expect(chinese != english && finding.place == Self.place)
  }
}
