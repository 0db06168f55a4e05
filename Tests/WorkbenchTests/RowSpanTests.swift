import Register
import Schemes
import Testing

@testable import Workbench

/// Which rows a window takes, worked by hand from M2 to M4, and which days must be covered (M5).
@Suite struct RowSpanTests {
  private func span(_ window: Measure.Window, _ text: String = "2025H1", asOf: Int = 2025_06_30) throws -> RowSpan {
    RowSpan(window, of: try period(text), asOf: try date(asOf))
  }

  private func takes(_ span: RowSpan, _ from: Int, _ to: Int) -> Bool {
    span.contains(from: from, to: to, rowFrom: from)
  }

  @Test func aPeriodTakesRowsThatLieInside() throws {
    let span = try span(.period)
    #expect(takes(span, 2025_01_01, 2025_06_30))
    #expect(takes(span, 2025_03_01, 2025_03_31))
    #expect(takes(span, 2025_06_30, 2025_06_30))
    #expect(!takes(span, 2024_12_31, 2025_01_31))
    #expect(!takes(span, 2025_06_30, 2025_07_01))
    #expect(!takes(span, 2025_01_01, 2025_12_31))
  }

  /// In December the first half sees the whole year; in a half that is in progress its own end holds.
  @Test func aYearIsTheCalendarYearSoFar() throws {
    let december = try span(.year, asOf: 2025_12_31)
    #expect(takes(december, 2025_07_01, 2025_12_31))
    #expect(!takes(december, 2024_12_31, 2024_12_31))
    #expect(!takes(december, 2025_12_31, 2026_01_01))
    let june = try span(.year)
    #expect(!takes(june, 2025_07_01, 2025_07_01))
    let march = try span(.year, asOf: 2025_03_31)
    #expect(takes(march, 2025_01_01, 2025_06_30))
    #expect(!takes(march, 2025_01_01, 2025_12_31))
  }

  @Test func toDateTakesWhateverCameBefore() throws {
    let span = try span(.toDate)
    #expect(takes(span, 2019_01_01, 2019_01_01))
    #expect(takes(span, 2025_06_30, 2025_06_30))
    #expect(!takes(span, 2025_06_30, 2025_07_01))
  }

  @Test func coveringTakesRowsAroundThePeriod() throws {
    let span = try span(.covering)
    #expect(takes(span, 2025_01_01, 2025_12_31))
    #expect(takes(span, 2025_01_01, 2025_06_30))
    #expect(!takes(span, 2025_01_02, 2025_12_31))
    #expect(!takes(span, 2025_01_01, 2025_06_29))
  }

  /// Three years up to the period's last day: of a first half from 1 July, of a year from 1 January.
  @Test func yearsEndWithThePeriodToTheDay() throws {
    let half = try span(.rolling(years: 3), "2026H1", asOf: 2026_06_30)
    #expect(takes(half, 2023_07_01, 2023_07_01))
    #expect(!takes(half, 2023_06_30, 2023_06_30))
    #expect(!takes(half, 2023_06_30, 2023_07_31))
    #expect(takes(half, 2026_06_30, 2026_06_30))
    #expect(!takes(half, 2026_06_30, 2026_07_01))
    #expect(half.firstDay == 2023_07_01 && half.lastDay == 2026_06_30)
    #expect(half.daysToCover == 2023_07_01...2026_06_30)
    #expect(try span(.rolling(years: 3), "2026", asOf: 2026_12_31).daysToCover == 2024_01_01...2026_12_31)
    #expect(try span(.rolling(years: 3), "2026H2", asOf: 2026_12_31).firstDay == 2024_01_01)
    #expect(try span(.rolling(years: 1), "2026H1", asOf: 2026_03_31).daysToCover == 2025_07_01...2026_03_31)
  }

  /// A month that ends with a leap day, and one that ends the day before where there is none: 1 March a year earlier.
  @Test func yearsUpToTheEndOfAFebruary() throws {
    #expect(try span(.rolling(years: 1), "2024-02", asOf: 2024_02_29).firstDay == 2023_03_01)
    #expect(try span(.rolling(years: 1), "2025-02", asOf: 2025_02_28).firstDay == 2024_03_01)
    #expect(try span(.rolling(years: 4), "2024-02", asOf: 2024_02_29).firstDay == 2020_03_01)
    #expect(try span(.rolling(years: 100), "2199", asOf: 2199_12_31).firstDay == 2100_01_01)
  }

  /// A row that begins after as_of is not known yet, and neither is one whose date does.
  @Test func asOfHidesWhatComesLater() throws {
    for window in [Measure.Window.period, .year, .toDate] {
      let span = try span(window, asOf: 2025_03_31)
      #expect(span.contains(from: 2025_03_31, to: 2025_03_31, rowFrom: 2025_01_01))
      #expect(!span.contains(from: 2025_04_01, to: 2025_04_01, rowFrom: 2025_01_01))
      #expect(!span.contains(from: 2025_03_01, to: 2025_03_01, rowFrom: 2025_04_01))
    }
  }

  @Test func daysToCoverEndAtAsOf() throws {
    #expect(try span(.period).daysToCover == 2025_01_01...2025_06_30)
    #expect(try span(.period, asOf: 2025_03_31).daysToCover == 2025_01_01...2025_03_31)
    #expect(try span(.period, asOf: 2025_12_31).daysToCover == 2025_01_01...2025_06_30)
    #expect(try span(.period, asOf: 2024_12_31).daysToCover == nil)
    #expect(try span(.toDate).daysToCover == 2025_01_01...2025_06_30)
    #expect(try span(.year, asOf: 2025_11_20).daysToCover == 2025_01_01...2025_11_20)
    #expect(try span(.year, "2025H2", asOf: 2025_08_31).daysToCover == 2025_01_01...2025_08_31)
  }
}

@Suite struct DaySpansTests {
  private func covers(_ days: ClosedRange<Int>, _ spans: (Int, Int)...) -> Bool {
    var joint = DaySpans()
    for span in spans { joint.add(from: span.0, to: span.1) }
    return joint.cover(days)
  }

  /// February is not reported on, nor are the days from 10 June.
  @Test func gapsAreTheDaysThatNobodyReportedOn() {
    var spans = DaySpans()
    for span in [(2025_03_01, 2025_06_09), (2025_01_01, 2025_01_31), (2025_08_01, 2025_08_31)] {
      spans.add(from: span.0, to: span.1)
    }
    let gaps = spans.gaps(in: 2025_01_01...2025_06_30)
    #expect(gaps == [2025_02_01...2025_02_28, 2025_06_10...2025_06_30])
    let words = ExplainWords(language: .english, digits: 2)
    #expect(
      words.uncovered(gaps + [2024_12_01...2025_01_31], by: "月报", member: nil)
        == "not reported on in “月报”: 2025-02, 2025-06-10 to 2025-06-30, 2024-12, 2025-01")
    #expect(
      ExplainWords(language: .chinese, digits: 2).uncovered([2025_02_01...2025_02_28], by: "月报", member: "内科")
        == "内科未查报的时间（“月报”）：2025年2月")
    #expect(DaySpans().gaps(in: 2025_01_01...2025_01_01) == [2025_01_01...2025_01_01])
  }

  @Test func noSpanCoversNothing() { #expect(!covers(2025_01_01...2025_01_01)) }

  @Test func oneSpanCoversWhatLiesInside() {
    #expect(covers(2025_01_01...2025_06_30, (2025_01_01, 2025_06_30)))
    #expect(covers(2025_02_01...2025_02_28, (2024_01_01, 2025_12_31)))
    #expect(!covers(2025_01_01...2025_06_30, (2025_01_02, 2025_06_30)))
    #expect(!covers(2025_01_01...2025_06_30, (2025_01_01, 2025_06_29)))
  }

  /// Months join where one ends and the next begins, in any order, over the end of a February and of a year.
  @Test func neighboursJoin() {
    #expect(covers(2024_02_01...2024_03_31, (2024_03_01, 2024_03_31), (2024_02_01, 2024_02_29)))
    #expect(covers(2024_12_01...2025_01_31, (2024_12_01, 2024_12_31), (2025_01_01, 2025_01_31)))
  }

  @Test func aMissingDayIsAGap() {
    #expect(!covers(2024_02_01...2024_03_31, (2024_02_01, 2024_02_28), (2024_03_01, 2024_03_31)))
    #expect(!covers(2025_01_01...2025_03_31, (2025_01_01, 2025_01_31), (2025_03_01, 2025_03_31)))
  }

  @Test func overlapsAndShortSpansWithinLongOnesDoNoHarm() {
    #expect(
      covers(
        2025_01_01...2025_06_30, (2025_01_01, 2025_04_30), (2025_02_01, 2025_02_28), (2025_04_15, 2025_06_30)))
    #expect(covers(2025_01_01...2025_03_31, (2020_01_01, 2020_12_31), (2024_06_01, 2025_03_31)))
  }
}
