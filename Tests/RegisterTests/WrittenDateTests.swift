import Testing

@testable import Register

/// Dates as the ledgers of problems have them (columns 整改时限, 最近整改时间): what is read, marked and refused.
@Suite struct WrittenDateTests {
  private static let half = Period(year: 2025, half: 1)

  private func day(_ number: Int) -> CalendarDate { CalendarDate(yyyymmdd: number).unsafelyUnwrapped }
  private func read(_ cell: String) -> WrittenDate { WrittenDate(cell, within: Self.half) }

  @Test(arguments: [
    ("2025-06-30", 2025_06_30), ("2025/6/30", 2025_06_30), ("2025.6.30", 2025_06_30), ("2025年6月30日", 2025_06_30),
    ("20250630", 2025_06_30), (" ２０２５．６．３０ ", 2025_06_30), ("2025 年 6 月 30 日", 2025_06_30), ("2024-2-29", 2024_02_29),
    ("2025年6月30号", 2025_06_30), ("二〇二五年六月三十日", 2025_06_30), ("2025-06-30 00:00:00", 2025_06_30),
    ("2025/6/30 8:00", 2025_06_30), ("2025-06-30。", 2025_06_30), ("2025年6.30", 2025_06_30),
    ("二〇二五年十二月三十一日", 2025_12_31),
  ])
  func aWholeDateIsExact(cell: String, expected: Int) {
    let date = read(cell)
    #expect(date.reading == .exact(day(expected)) && !date.isYearInferred && !date.isMarked)
    #expect(date.shown == "\(day(expected))")
  }

  @Test(arguments: [("6月30日", 630), ("6.30", 630), ("6/30", 630), ("6月5日", 605), ("6.5", 605), ("今年6月30日", 630)])
  func aDateWithoutYearTakesThePeriodsAndIsMarked(cell: String, expected: Int) {
    let date = read(cell)
    #expect(date.reading == .exact(day(2025_0000 + expected)) && date.isYearInferred && date.isMarked)
    #expect(WrittenDate(cell).reading == .refused(.yearUnknown))
  }

  @Test(arguments: [
    ("6月底前", 2025_06_30, true), ("2025年6月底前", 2025_06_30, false), ("2025年6月底", 2025_06_30, false),
    ("六月底", 2025_06_30, true), ("2024年2月底前完成", 2024_02_29, false), ("年底前", 2025_12_31, true),
    ("2025年底", 2025_12_31, false), ("2025年年底前", 2025_12_31, false), ("今年年底前", 2025_12_31, true),
    ("年内", 2025_12_31, true), ("第二季度末", 2025_06_30, true), ("2025年一季度末前", 2025_03_31, false),
    ("上半年底", 2025_06_30, true), ("6月30日前", 2025_06_30, true), ("2025年6月30日前完成整改", 2025_06_30, false),
    ("2025.6.30前", 2025_06_30, false), ("截至2025年6月30日", 2025_06_30, false), ("2025-06-30止", 2025_06_30, false),
    ("6 月底之前", 2025_06_30, true),
  ])
  func aDeadlineIsReadAndKeepsItsWords(cell: String, expected: Int, isInferred: Bool) {
    let date = read(cell)
    #expect(date.reading == .deadline(day(expected)) && date.isYearInferred == isInferred && date.isMarked)
    #expect(date.shown == "\(cell)（读作\(day(expected))）" && date.lastDay == day(expected))
  }

  @Test(arguments: [
    ("5月上旬", 2025_05_01, 2025_05_10), ("5月中旬", 2025_05_11, 2025_05_20), ("5月下旬", 2025_05_21, 2025_05_31),
    ("2024年2月下旬", 2024_02_21, 2024_02_29), ("6月", 2025_06_01, 2025_06_30), ("2025年6月份", 2025_06_01, 2025_06_30),
    ("2025.6", 2025_06_01, 2025_06_30), ("2025-06", 2025_06_01, 2025_06_30), ("第二季度", 2025_04_01, 2025_06_30),
    ("2025Q3", 2025_07_01, 2025_09_30), ("2025H2", 2025_07_01, 2025_12_31), ("下半年", 2025_07_01, 2025_12_31),
    ("2025年", 2025_01_01, 2025_12_31), ("2025.6-2025.12", 2025_06_01, 2025_12_31),
    ("2025年6月1日至7月15日", 2025_06_01, 2025_07_15), ("6月1日-15日", 2025_06_01, 2025_06_15),
    ("2025-06-01-2025-06-30", 2025_06_01, 2025_06_30), ("2025-06-01～2025-06-30", 2025_06_01, 2025_06_30),
    ("6/1—6/30", 2025_06_01, 2025_06_30), ("11月1日至2026年3月31日", 2025_11_01, 2026_03_31),
    ("2025年5月上旬至5月中旬", 2025_05_01, 2025_05_20), ("2025年6月至12月底", 2025_06_01, 2025_12_31),
    ("2025年6月完成", 2025_06_01, 2025_06_30),
  ])
  func aRangeHasBothEnds(cell: String, first: Int, last: Int) {
    let date = read(cell)
    #expect(date.reading == .range(first: day(first), last: day(last)) && date.words == cell)
    #expect(date.lastDay == day(last) && date.isMarked)
  }

  @Test(
    arguments: [
      ("立行立改", .immediate), ("立即整改。", .immediate), ("长期坚持", .standing), ("持续推进", .standing), ("常态化", .standing),
      ("长期坚持、持续推进", .standing), ("已完成", .done), (" 已整改完成 ", .done),
    ] as [(String, WrittenDate.Reading)])
  func whatHasNoDayIsAClass(cell: String, expected: WrittenDate.Reading) {
    let date = read(cell)
    #expect(date.reading == expected && date.lastDay == nil && date.isMarked)
  }

  @Test(
    arguments: [
      ("", .blank), ("  　", .blank), ("2025.6.31", .impossibleDay), ("2025-02-29", .impossibleDay),
      ("20250631", .impossibleDay), ("2月30日", .impossibleDay), ("6月31日前", .impossibleDay), ("2025年13月", .impossibleDay),
      ("第五季度", .impossibleDay), ("6月1日至6月31日", .impossibleDay), ("月底前", .monthMissing), ("中旬", .monthMissing),
      ("30日前", .monthMissing), ("25年6月30日", .yearShort), ("6月前", .beforeWhat), ("5月中旬前", .beforeWhat),
      ("2025年前", .beforeWhat), ("明年6月底", .relative), ("下月底", .relative), ("本周五", .relative), ("年初", .vague),
      ("6月初", .vague), ("6月中", .vague), ("6.3", .zeroLost), ("10.1", .zeroLost), ("2025.1", .zeroLost),
      ("45838", .serialNumber), ("45838.5", .serialNumber), ("2025", .bareNumber), ("202506", .bareNumber),
      ("7", .bareNumber), ("2025-06-30、2025-07-31", .several), ("立行立改，长期坚持", .several),
      ("立行立改；6月30日前", .several), ("6月底和9月底", .several), ("2025年7月1日至6月1日", .reversed),
      ("2025年11月1日至3月31日", .reversed), ("2025.6-12", .unknown), ("6-30", .unknown), ("尽快", .unknown),
      ("按要求时限", .unknown), ("预计6月30日", .unknown), ("6月30日前由院办负责", .unknown), ("6月底至7月底", .unknown),
      ("2025-06-30T08:00:00Z", .unknown), ("99999999999999999999", .unknown), ("0.5", .impossibleDay),
      ("2025-06/30", .unknown), ("无", .unknown), ("/", .unknown),
    ] as [(String, WrittenDate.Refusal)])
  func theRestIsRefusedWithAReason(cell: String, expected: WrittenDate.Refusal) {
    #expect(read(cell).reading == .refused(expected))
    #expect(read(cell).lastDay == nil)
  }

  /// 2025-01-01 is 45658 in a spreadsheet; 180 days later is the 181st day of the year, June 30.
  @Test func serialNumbersAreReadWhereTheColumnSaysSo() {
    #expect(WrittenDate("45658", holdsSerialNumbers: true).reading == .exact(day(2025_01_01)))
    #expect(WrittenDate("45838.75", holdsSerialNumbers: true).reading == .exact(day(2025_06_30)))
    #expect(WrittenDate("2025-06-30", holdsSerialNumbers: true).reading == .exact(day(2025_06_30)))
    #expect(WrittenDate("2025", holdsSerialNumbers: true).reading == .refused(.unknown))
  }

  /// Of a period over two years, the year in which the day lies inside; 5月 of such a winter lies in neither.
  @Test func aPeriodOverTwoYearsGivesTheYearThatFits() {
    let winter = Period(id: "冬", grain: .phase, start: day(2025_10_01), end: day(2026_03_31))
    #expect(WrittenDate("3月底前", within: winter).reading == .deadline(day(2026_03_31)))
    #expect(WrittenDate("11月15日", within: winter).reading == .exact(day(2025_11_15)))
    #expect(WrittenDate("5月底前", within: winter).reading == .refused(.yearUnknown))
  }

  /// Cells made of the pieces of dates, in every order that a seed gives: nothing crashes, what is exact is the same when
  /// it is written out and read again, a span never ends before it begins, and a cell gives the same twice.
  @Test func whateverStandsThere() {
    let pieces = [
      "2025", "2024", "25", "6", "12", "30", "31", "0", "年", "月", "日", "号", "-", "/", ".", "至", "到", "~", "—", "底", "末",
      "前", "初", "中旬", "下旬", "季度", "第", "上半年", "Q", "H1", "立行立改", "长期坚持", "、", "，", " ", "　", "十", "二", "〇", "完成", "截至",
      "T", ":", "00", "\u{301}", "é", "\u{0}", "😀", "明年", "内", "今年",
    ]
    var state: UInt64 = 20250630
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    var exact = 0
    let whole = ["2025-06-30", "2025年6月30日", "6月30日", "20240229", "5月中旬", "2025.6.1-2025.7.15", "第二季度末", "45838"]
    for _ in 0..<30_000 {
      var parts = (0..<next(9)).map { _ in pieces[next(pieces.count)] }
      // Every other cell is a sound one with something put in.
      if next(2) == 0 { parts = whole[next(whole.count)].map(String.init) }
      for _ in 0..<next(3) { parts.insert(pieces[next(pieces.count)], at: next(parts.count + 1)) }
      let cell = parts.joined()
      let date = WrittenDate(cell, within: next(3) == 0 ? nil : Self.half, holdsSerialNumbers: next(8) == 0)
      switch date.reading {
      case .exact(let day):
        exact += 1
        #expect(WrittenDate("\(day)").reading == .exact(day), "\(cell)")
        #expect(WrittenDate("\(day.year)年\(day.month)月\(day.day)日").reading == .exact(day), "\(cell)")
      case .range(let first, let last): #expect(first <= last, "\(cell)")
      default: break
      }
      #expect(!date.shown.isEmpty || date.words.isEmpty)
    }
    #expect(exact > 1000)
    for length in [60, 61, 10_000] { _ = WrittenDate(String(repeating: "6月至", count: length)) }
  }

  /// Every day of six years, in every form.
  @Test func everyDayRoundTrips() {
    for number in day(2023_01_01).dayNumber...day(2028_12_31).dayNumber {
      guard let day = CalendarDate(dayNumber: number) else { continue }
      let (y, m, d) = (day.year, day.month, day.day)
      for text in ["\(day)", "\(day.yyyymmdd)", "\(y)年\(m)月\(d)日", "\(y)/\(m)/\(d)", "\(y).\(m).\(d)"] {
        #expect(WrittenDate(text).reading == .exact(day))
      }
    }
  }
}
