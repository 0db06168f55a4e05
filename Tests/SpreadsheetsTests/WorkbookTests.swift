import Findings
import Foundation
import Testing

@testable import Spreadsheets

@Suite struct WorkbookTests {
  private func book(_ cells: [SheetCell]) -> Workbook {
    var sheet = Sheet(name: "表", columns: cells.map { _ in SheetColumn(width: 10) })
    sheet.rows = [cells]
    return Workbook(title: "样表", sheets: [sheet])
  }

  private func parts(_ workbook: Workbook) throws -> XLSXParts {
    try XLSXParts(workbook.bytes(called: "样表.xlsx"))
  }

  @Test func theSameModelGivesTheSameBytesAtAnyTime() throws {
    var sheet = Sheet(name: "表", columns: [SheetColumn(width: 10, isOpen: true)])
    sheet.rows = [[.text("甲", .heading)], [SheetCell(.day(SheetDay(yyyymmdd: 20260630)))]]
    sheet.checks = [CellCheck(CellRange(rows: 1...9, columns: 0...0), .list(["甲", "乙"]), title: "甲", prompt: "选")]
    let book = Workbook(title: "样表", sheets: [sheet])
    let first = try book.bytes(called: "a")
    // ZIP counts in steps of two seconds.
    Thread.sleep(forTimeInterval: 2.1)
    #expect(try book.bytes(called: "b") == first)
    let parts = try XLSXParts(first)
    #expect(try parts.text("docProps/core.xml").contains("2020-01-01T00:00:00Z"))
    #expect(parts.stamps.count == 1)
  }

  /// What a spreadsheet would take for a formula, a link or a number stays a text.
  @Test(arguments: ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "=1+1", "0123", "http://x.example", "\t=1+1"])
  func aTextIsNeverAFormula(text: String) throws {
    let parts = try parts(book([.text(text)]))
    let sheet = try parts.sheet(1)
    #expect(!sheet.contains("<f>") && !sheet.contains("hyperlink"))
    #expect(sheet.contains("<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>"), "\(sheet)")
    #expect(try parts.strings() == [text])
    #expect(!parts.names.contains { $0.contains("_rels/sheet") })
    // Written again by hand, it stays a text: the format says so.
    #expect(try parts.text("xl/styles.xml").contains("numFmtId=\"49\""))
  }

  @Test func numbersAreNumbersAndDaysAreDays() throws {
    let sheet = try parts(
      book([
        SheetCell(.whole(12)), SheetCell(.number(8.425, digits: 2)), SheetCell(.number(.nan, digits: 2)),
        SheetCell(.day(SheetDay(yyyymmdd: 20260630))), SheetCell(.day(SheetDay(yyyymmdd: 19000301))),
      ])
    ).sheet(1)
    #expect(sheet.contains("<v>12</v>") && sheet.contains("<v>8.425"))
    #expect(sheet.contains("<c r=\"C1\" s=\"2\"/>"), "\(sheet)")
    // 1900-03-01 is day 61 in Excel's calendar, which has a 1900-02-29; 126 years and 121 days of 2026 on: 46,203.
    #expect(sheet.contains("<v>46203</v>") && sheet.contains("<v>61</v>"), "\(sheet)")
  }

  /// 0x00–0x1F but tab and line feed are no characters of XML 1.0.
  @Test func whatXMLForbidsIsSeen() throws {
    let strings = try parts(
      book([.text("甲\u{0}乙\u{1B}丙\u{7F}\r\n丁"), .text("_x0041_ _X0041_ _x41_"), .text("a<b>&\"'")])
    )
    .strings()
    #expect(strings[0] == "甲\u{2400}乙\u{241B}丙\u{2421}\u{240D}\n丁")
    #expect(strings[1] == "_x005F_x0041_ _X0041_ _x41_")
    #expect(strings[2] == "a<b>&\"'")
  }

  @Test func tooLongATextIsCutWithAMark() {
    let cut = CellText.cleaned(String(repeating: "长", count: 40_000))
    #expect(cut.utf16.count == 32_767)
    #expect(cut.hasSuffix("…〔原文过长，已截断〕"))
    // A character of two units is not cut in two.
    #expect(CellText.cut("👍👍👍", to: 5) == "👍👍…")
    #expect(CellText.cut("👍👍👍", to: 4) == "👍…")
    #expect(CellText.cut("abc", to: 3) == "abc")
  }

  @Test func namesOfSheetsAreMadeLegalAndDifferent() {
    var names = SheetNames()
    #expect(names.legal("a[b]:c*d?e/f\\g") == "a_b__c_d_e_f_g")
    #expect(names.legal("'单引号'") == "单引号")
    #expect(names.legal("") == "表" && names.legal("  ") == "表 (2)")
    #expect(names.legal("Sheet") == "Sheet" && names.legal("sheet") == "sheet (2)")
    let long = String(repeating: "字", count: 40)
    #expect(names.legal(long) == String(repeating: "字", count: 30) + "…")
    let second = names.legal(long)
    #expect(second.utf16.count == 31 && second.hasSuffix(" (2)"))
    #expect(names.legal("History") == "History_")
  }

  @Test func hostileNamesMakeAFileThatIsWhole() throws {
    var sheets = ["=1", "a'b", "<&>\"", "History", "表\u{0}"].map { Sheet(name: $0, columns: []) }
    sheets[0].pageTitle = "甲 & 乙 &D"
    let parts = try parts(Workbook(title: "<&\u{1}>", sheets: sheets))
    #expect(
      try parts.text("xl/workbook.xml").contains("name=\"a&apos;b\"")
        || parts.text("xl/workbook.xml").contains("name=\"a'b\""))
    #expect(try parts.sheet(1).contains("&amp;&amp; 乙 &amp;&amp;D"))
    #expect(parts.names.contains("xl/worksheets/sheet5.xml"))
  }

  @Test func aSheetTooLargeIsRefused() {
    var sheet = Sheet(name: "表", columns: [])
    sheet.rows = [Array(repeating: .empty, count: Sheet.mostColumns + 1)]
    let error = #expect(throws: FindingError.self) { try Workbook(title: "", sheets: [sheet]).bytes(called: "大.xlsx") }
    #expect(
      error?.finding as? SpreadsheetFinding
        == .tooLarge(.file("大.xlsx"), rows: 1, columns: Sheet.mostColumns + 1))
  }

  @Test(arguments: Language.allCases)
  func everyFindingHasItsThreeLines(language: Language) {
    let all: [SpreadsheetFinding] = [
      .tooLarge(.file("a"), rows: 1, columns: 2), .unfinished(.file("a"), reason: "x"),
    ]
    for finding in all {
      let wording = finding.wording(in: language)
      #expect(!wording.found.isEmpty && !wording.consequence.isEmpty && !wording.remedy.isEmpty)
    }
  }
}
