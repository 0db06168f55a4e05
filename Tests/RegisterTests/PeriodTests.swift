import Testing

@testable import Register

@Suite struct CalendarDateTests {
  /// Day numbers agree with counting one day at a time over four centuries.
  @Test func dayNumbersCountDays() throws {
    var date = try #require(CalendarDate(year: 1900, month: 1, day: 1))
    let first = date.dayNumber
    var count = 0
    while let next = date.adding(days: 1) {
      count += 1
      #expect(next > date)
      if next.dayNumber != first + count {
        Issue.record("\(next) is not day \(count)")
        break
      }
      date = next
    }
    #expect(date.description == "2199-12-31")
    // 300 years with 73 leap days: 1904…2196 by fours are 74, less 2100; 2000 is one. 1900 is none.
    #expect(count == 300 * 365 + 73 - 1)
  }

  @Test(arguments: [
    (2024, 2, 29, true), (2025, 2, 29, false), (1900, 2, 29, false), (2000, 2, 29, true), (2025, 6, 31, false),
  ])
  func onlyRealDays(year: Int, month: Int, day: Int, isReal: Bool) {
    #expect((CalendarDate(year: year, month: month, day: day) != nil) == isReal)
  }

  @Test(arguments: [
    ("2025-06-30", 20_250_630), ("2025/6/3", 20_250_603), ("2025.6.30", 20_250_630), ("2025年6月30日", 20_250_630),
    ("20250630", 20_250_630),
  ])
  func spellingsThatAreRead(text: String, number: Int) { #expect(CalendarDate(parsing: text)?.yyyymmdd == number) }

  @Test(arguments: [
    "", "2025", "2025.6.31", "6月底前", "立行立改", "2025-06", "2025-6/30", "2025-06-30x", "２０２５-06-30", "2025-006-30",
  ])
  func nothingElseIsGuessed(text: String) { #expect(CalendarDate(parsing: text) == nil) }

  @Test func monthsAreWholeMonths() throws {
    let a = try #require(CalendarDate(yyyymmdd: 20_250_131))
    let b = try #require(CalendarDate(yyyymmdd: 20_250_228))
    #expect(a.months(to: b) == 0)
    #expect(b.months(to: a) == 0)
    #expect(a.adding(months: 1) == b)
    let c = try #require(CalendarDate(yyyymmdd: 20_250_831))
    #expect(a.months(to: c) == 7)
    #expect(c.months(to: a) == -7)
    #expect(c.adding(months: -6)?.description == "2025-02-28")
  }
}

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2025", "2025"), ("2025年", "2025"), ("2025年度", "2025"), ("2025H1", "2025H1"), ("2025h2", "2025H2"),
    ("2025年上半年", "2025H1"), ("２０２５年下半年", "2025H2"), ("2025Q3", "2025Q3"), ("2025年第三季度", "2025Q3"),
    ("2025年3季度", "2025Q3"), ("2025-06", "2025-06"), ("2025年6月", "2025-06"), ("2025-06-30", "2025-06-30"),
  ])
  func spellings(text: String, id: String) { #expect(Period(parsing: text)?.id == id) }

  @Test(arguments: ["", "25H1", "2025H3", "2025Q5", "2025-13", "上半年", "2025年第五季度", "2025 foo", "2025--6"])
  func nothingElse(text: String) { #expect(Period(parsing: text) == nil) }

  @Test func spansAreInclusive() throws {
    let half = try #require(Period(parsing: "2025H1"))
    #expect(half.start.yyyymmdd == 20_250_101)
    #expect(half.end.yyyymmdd == 20_250_630)
    let year = try #require(Period(year: 2025))
    #expect(year.contains(half))
    #expect(!half.contains(year))
    #expect(year.halves.map(\.id) == ["2025H1", "2025H2"])
    #expect(try #require(Period(parsing: "2024-02")).end.yyyymmdd == 20_240_229)
  }

  @Test(arguments: [
    ("2025H1", "2024H2", "2024H1"), ("2025", "2024", "2024"), ("2025Q1", "2024Q4", "2024Q1"),
    ("2025-01", "2024-12", "2024-01"), ("2024-02-29", "2024-02-28", "2023-02-28"),
  ])
  func neighbours(id: String, previous: String, lastYear: String) throws {
    let period = try #require(Period(parsing: id))
    #expect(period.previous?.id == previous)
    #expect(period.sameLastYear?.id == lastYear)
  }

  @Test func readingWhatIsWrittenGivesTheSame() throws {
    for year in [1999, 2025] {
      for period in [Period(year: year)] + (1...2).map({ Period(year: year, half: $0) })
        + (1...4).map({ Period(year: year, quarter: $0) }) + (1...12).map({ Period(year: year, month: $0) })
      {
        let period = try #require(period)
        #expect(Period(parsing: period.id) == period)
        #expect(Period(parsing: period.chineseName) == period)
      }
    }
  }
}
