import Testing

@testable import Tables

@Suite("Cells")
struct CellTests {
  private func read<Value>(_ text: String, _ body: (CellBytes) -> Value) -> Value {
    var text = text
    return text.withUTF8 { body($0) }
  }

  @Test(
    "reads numbers as written, and nothing that is nearly one",
    arguments: [
      ("", nil), ("0", 0), ("-0.5", -0.5), ("+3", 3), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1.25E-2", 0.0125),
      ("９５．５", 95.5), ("－１", -1), ("0.1", 0.1), ("123456789012345678901", 1.2345678901234568e20),
      ("0.30000000000000004", 0.30000000000000004), ("1e400", nil), ("nan", nil), ("inf", nil), ("0x10", nil),
      ("1,5", nil), ("95%", nil), ("3分", nil), ("1 2", nil), ("-", nil), (".", nil), ("e5", nil), ("1e", nil),
    ] as [(String, Double?)])
  func numbers(text: String, expected: Double?) { #expect(read(text, number) == expected) }

  @Test(
    "reads whole numbers",
    arguments: [
      ("", nil), ("12", 12), ("-7", -7), ("007", 7), ("12.0", 12), ("１２", 12), ("12.5", nil), ("abc", nil), ("-", nil),
      ("999999999999999999", 999_999_999_999_999_999), ("99999999999999999999", nil),
    ] as [(String, Int64?)])
  func integers(text: String, expected: Int64?) { #expect(read(text, integer) == expected) }

  @Test(
    "reads days and times",
    arguments: [
      ("2026-06-16 08:00:00", 2026_06_16_08_00_00), ("2026/09/03 12:00", 2026_09_03_12_00_00),
      ("2021/7/16 9:05:11", 2021_07_16_09_05_11), ("2025.6.30", 2025_06_30_00_00_00),
      ("20250630", 2025_06_30_00_00_00), ("2025年6月30日", 2025_06_30_00_00_00),
      ("2025年6月30日 8:05", 2025_06_30_08_05_00), ("２０２５-６-３０", 2025_06_30_00_00_00),
      ("2018-04-26T08:58:20.525", 2018_04_26_08_58_20), ("2024-02-29", 2024_02_29_00_00_00),
      ("", nil), ("2025-02-29", nil), ("2025-6-31", nil), ("2025-13-01", nil), ("2025-06/30", nil), ("25-6-30", nil),
      ("2025-06-30 24:00", nil), ("2025-06-30 08:60", nil), ("2025-06-30 08:00:61", nil), ("2025-06-30 8", nil),
      ("2018-04-26T08:58:20.525Z", nil), ("2018-04-26T08:58:20+08:00", nil), ("6月底前", nil), ("2025年6月", nil),
      ("2025-06-30x", nil), ("2025年6-30日", nil),
    ] as [(String, Int64?)])
  func datetimes(text: String, expected: Int64?) {
    #expect(read(text, dateAndTime) == expected)
  }

  @Test(
    "reads durations in seconds",
    arguments: [
      ("10秒", 10), ("2分3秒", 123), ("1小时2分", 3720), ("26:30:00", 95400), ("1时2分3秒", 3723), ("75", 75), ("3分钟", 180),
      ("1天2小时", 93600), ("１０秒", 10), ("0", 0), ("", nil), ("秒", nil), ("3秒2分", nil), ("2分3", nil), ("2分2分", nil),
      ("1.5", nil), ("-3", nil),
    ] as [(String, Int64?)])
  func durations(text: String, expected: Int64?) { #expect(read(text, seconds) == expected) }

  @Test(
    "trims every kind of space",
    arguments: [
      ("", ""), ("  ", ""), ("\u{3000}a\u{3000}", "a"), ("\t中 文\r\n", "中 文"), ("\u{FEFF}x\u{200B}\u{A0}", "x"),
      ("甲", "甲"), ("\u{3000}", ""), ("é", "é"),
    ])
  func trimming(text: String, expected: String) { #expect(read(text) { string(trimmed($0)) } == expected) }

  @Test(
    "takes the marks of survey exports for blank",
    arguments: [("(空)", true), ("（空）", true), ("(跳过)", true), ("（跳过）", true), ("空", false), ("(无)", false)])
  func blankMarks(text: String, expected: Bool) { #expect(read(text, isBlankMark) == expected) }

  @Test("compares headers by their narrow form")
  func headers() {
    #expect(headerForm("\u{FEFF}１、您所在的科室\u{3000}名称\t ") == "1、您所在的科室 名称")
    #expect(headerForm("得分（分）：") == "得分(分):")
  }

  @Test("numbers byte strings, however many")
  func index() {
    let index = ByteIndex()
    #expect(index.find(CellBytes(start: nil, count: 0)) == nil)
    for n in 0..<5000 { #expect(index.insert("键\(n)").index == n) }
    for n in 0..<5000 { #expect(index.insert("键\(n)") == (n, false)) }
    #expect(index.text(4999) == "键4999")
    #expect(index.insert("") == (5000, true))
    #expect(index.insert("") == (5000, false))
    #expect(read("键77", index.find) == 77)
    #expect(read("键5000", index.find) == nil)
  }
}
