import Foundation
import Testing

@testable import Spreadsheets

/// What makes a sheet a form: checks, locks, panes, print.
@Suite struct FormSheetTests {
  private func form(_ checks: [CellCheck]) throws -> XLSXParts {
    var sheet = Sheet(
      name: "填报", columns: [SheetColumn(width: 12, isOpen: true), SheetColumn(width: 8, kind: .whole, isOpen: true)])
    sheet.rows = [[.text("工号", .requiredHeading), .text("分", .heading)]]
    sheet.headerRows = 1
    sheet.isProtected = true
    sheet.checks = checks
    return try XLSXParts(Workbook(title: "表", sheets: [sheet]).bytes(called: "表.xlsx"))
  }

  private let range = CellRange(rows: 1...500, columns: 1...1)

  @Test func aShortListStandsInItsRule() throws {
    let sheet = try form([CellCheck(range, .list(["是", "否"]), title: "是否", prompt: "选", refusal: "只能选")]).sheet(1)
    #expect(sheet.contains("type=\"list\""))
    #expect(sheet.contains("<formula1>\"是,否\"</formula1>"))
    #expect(sheet.contains("sqref=\"B2:B501\""))
    #expect(sheet.contains("promptTitle=\"是否\" prompt=\"选\""), "\(sheet)")
  }

  /// 43 names of seven characters have 343 characters with their commas.
  @Test func aLongListStandsOnAHiddenSheet() throws {
    let names = (1...43).map { "第\($0 + 100)临床科" }
    let parts = try form([
      CellCheck(range, .list(names), title: "科室", prompt: ""),
      CellCheck(CellRange(rows: 1...500, columns: 0...0), .list(names), title: "科室", prompt: ""),
      CellCheck(CellRange(rows: 1...500, columns: 0...0), .list(["甲,乙", "丙"]), title: "有逗号", prompt: ""),
    ])
    #expect(try parts.sheet(1).contains("<formula1>qh_list_1</formula1>"))
    #expect(try parts.sheet(1).contains("<formula1>qh_list_2</formula1>"))
    let book = try parts.text("xl/workbook.xml")
    #expect(book.contains("name=\"_lists\" sheetId=\"2\" state=\"hidden\""), "\(book)")
    // One list, though two columns use it.
    #expect(book.contains("<definedName name=\"qh_list_1\">'_lists'!$A$1:$A$43</definedName>"))
    #expect(book.contains("<definedName name=\"qh_list_2\">'_lists'!$B$1:$B$2</definedName>"))
  }

  /// 100 Chinese characters with 19 commas have 319 bytes: within Excel's 255 characters, past the library's 255 bytes,
  /// which once ended the program.
  @Test func bytesAreCountedAndNotCharacters() throws {
    let list = Array(repeating: "职能部门科", count: 20)
    #expect(list.joined(separator: ",").count == 119)
    let parts = try form([CellCheck(range, .list(list), title: "", prompt: "")])
    #expect(try parts.sheet(1).contains("<formula1>qh_list_1</formula1>"))
  }

  /// Every length that the library copies, in characters of three and four bytes.
  @Test(arguments: ["字", "𠮷"])
  func longTextsOfManyBytesAreWhole(character: String) throws {
    let long = String(repeating: character, count: 400)
    var sheet = Sheet(name: long, columns: [SheetColumn(width: 10)])
    sheet.rows = [[.text(long, .title), .empty], [.text(long)]]
    sheet.merges = [CellRange(rows: 0...0, columns: 0...1)]
    sheet.headerRows = 1
    sheet.filter = CellRange(rows: 0...1, columns: 0...0)
    sheet.pageTitle = long
    sheet.checks = [
      CellCheck(CellRange(rows: 1...1, columns: 0...0), .list([long, "a"]), title: long, prompt: long, refusal: long)
    ]
    let parts = try XLSXParts(Workbook(title: long, sheets: [sheet, sheet]).bytes(called: long))
    #expect(try parts.strings().contains(long))
    #expect(try parts.text("xl/workbook.xml").contains("_FilterDatabase"))
  }

  @Test func rangesAndDaysAreChecked() throws {
    let sheet = try form([
      CellCheck(range, .whole(1...4), title: "板块", prompt: ""),
      CellCheck(range, .number(0...100), title: "得分", prompt: ""),
      CellCheck(
        range, .day(SheetDay(yyyymmdd: 20260101)...SheetDay(yyyymmdd: 20260630)), title: "日期", prompt: "",
        isLenient: true),
    ]).sheet(1)
    #expect(sheet.contains("type=\"whole\"") && sheet.contains("<formula1>1</formula1><formula2>4</formula2>"))
    #expect(sheet.contains("type=\"decimal\"") && sheet.contains("<formula1>0</formula1><formula2>100</formula2>"))
    // 2026-01-01 is day 46,023 of Excel's calendar, 2026-06-30 day 46,203.
    #expect(sheet.contains("<formula1>46023</formula1><formula2>46203</formula2>"), "\(sheet)")
    #expect(sheet.contains("errorStyle=\"warning\""))
  }

  @Test func promptsAreCutToWhatExcelTakes() throws {
    let long = String(repeating: "说", count: 300)
    let sheet = try form([CellCheck(range, .anything, title: long, prompt: long, refusal: long)]).sheet(1)
    #expect(sheet.contains("promptTitle=\"\(long.prefix(31))…\""), "\(sheet.suffix(900))")
    #expect(sheet.contains("prompt=\"\(long.prefix(254))…\""))
  }

  @Test func theHeaderIsLockedTheBodyIsOpen() throws {
    let parts = try form([])
    let sheet = try parts.sheet(1)
    #expect(sheet.contains("<sheetProtection sheet=\"1\""))
    #expect(!sheet.contains("password"))
    #expect(sheet.contains("<pane ySplit=\"1\""))
    #expect(try parts.text("xl/workbook.xml").contains("_xlnm.Print_Titles"))
    #expect(sheet.contains("paperSize=\"9\"") && sheet.contains("fitToHeight=\"0\""))
    let styles = try parts.text("xl/styles.xml")
    // Both columns are open, of kinds text and whole.
    #expect(styles.components(separatedBy: "<protection locked=\"0\"/>").count == 3)
  }

  /// Ten Chinese characters need twenty digits, so that a column of eleven, one of them its margin, takes two lines.
  @Test func aRowIsAsHighAsItsTextsNeed() {
    #expect(RowHeights.lines("一二三四五六七八九十", width: 11) == 2)
    #expect(RowHeights.lines("0123456789", width: 11) == 1)
    #expect(RowHeights.lines("a\n\nb", width: 11) == 3)
    var sheet = Sheet(name: "", columns: [SheetColumn(width: 11)])
    sheet.rows = [[.text("一二三四五六七八九十")], [.text("a")], [.text(String(repeating: "长\n", count: 99))]]
    #expect(RowHeights.of(sheet) == [0: 31, 2: 409])
    sheet.merges = [CellRange(rows: 0...0, columns: 0...3)]
    sheet.rowHeights = [2: 20]
    #expect(RowHeights.of(sheet) == [2: 20])
  }

  @Test func theFirstSheetInSightIsOpen() throws {
    var hidden = Sheet(name: "a", columns: [])
    hidden.isHidden = true
    let book = Workbook(title: "", sheets: [hidden, Sheet(name: "b", columns: [])])
    let parts = try XLSXParts(book.bytes(called: "x"))
    #expect(try parts.text("xl/workbook.xml").contains("activeTab=\"1\""))
    #expect(try parts.sheet(2).contains("tabSelected=\"1\""))
    #expect(try !parts.sheet(1).contains("tabSelected"))
  }
}
