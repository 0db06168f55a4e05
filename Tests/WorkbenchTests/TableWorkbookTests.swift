import Charts
import Findings
import Foundation
import Register
import Spreadsheets
import Testing

@testable import Workbench

/// Printed tables as workbooks.
@Suite struct TableWorkbookTests {
  private func table() -> DataTable {
    DataTable([
      DataColumn(.unit, .chinese, texts: ["K1", "0123"]),
      DataColumn(.score, .chinese, numbers: [97.224, .nan], digits: 2),
      DataColumn(.due, .chinese, texts: ["2025-07-14", "6月底前"]), DataColumn(.member, .chinese, texts: ["", nil]),
      DataColumn(.note, .chinese, texts: ["=1+1", "2025-07-14"]),
    ])
  }

  @Test func numbersAreNumbersDaysAreDaysAndTheRestIsText() throws {
    let book = TableWorkbook("名次", [.init("名次", table(), lines: ["名次", "", "说明"])]).workbook()
    let sheet = try #require(book.sheets.first)
    // Two lines, the header without the empty column, two rows.
    #expect(sheet.rows.count == 5 && sheet.headerRows == 3 && sheet.merges.count == 2)
    #expect(sheet.rows[2] == ["编码", "得分", "应报日", "说明"].map { .text($0, .heading) })
    #expect(
      sheet.rows[3] == [
        .text("K1"), SheetCell(.number(97.224, digits: 2)), SheetCell(.day(SheetDay(yyyymmdd: 2025_07_14))),
        .text("=1+1"),
      ])
    // A deadline in words, and a day in a column of words, stay what they are.
    #expect(sheet.rows[4][0] == .text("0123") && sheet.rows[4][2] == .text("6月底前"))
    #expect(sheet.rows[4][3] == .text("2025-07-14"))
    #expect(book.sheets.count == 1)
  }

  /// Counts of answers stand beside words where one is hidden.
  @Test func countsAreNumbersBesideWords() throws {
    let counts = DataTable([DataColumn(.n, .chinese, texts: ["199", "<5", "不显示", "007"])])
    let sheet = try #require(TableWorkbook("", [.init("", counts)]).workbook().sheets.first)
    #expect(
      sheet.rows.dropFirst().map { $0[0] } == [SheetCell(.whole(199)), .text("<5"), .text("不显示"), .text("007")])
  }

  @Test func whatIsToBeDoneIsKnownAgain() throws {
    let book = TableWorkbook(toDo: "待办", [.init("待办", table(), lines: ["待办"])], asOf: try date(2025_07_14)).workbook()
    #expect(
      book.sheets.last?.rows
        == [["kind", "todo"], ["sheet", "待办"], ["header_row", "2"], ["as_of", "2025-07-14"]].map {
          $0.map { .text($0) }
        })
  }

  @Test func aFormThatIsThereIsNeverWrittenOver() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "qingheng-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "甲/表.xlsx").path
    let log = FindingLog()
    let book = TableWorkbook("表", [.init("表", table())]).workbook()
    #expect(try save(book, to: path, replaces: false, isPrivate: true, log: log))
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o600)
    #expect(try !save(book, to: path, replaces: false, log: log))
    #expect(log.findings.map(\.code) == ["form-exists"])
    #expect(try save(book, to: path, replaces: true, log: log))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "甲").path) == ["表.xlsx"])
    #expect(try !save(book, to: path + "/x.xlsx", replaces: true, log: log))
    #expect(log.findings.last?.code == "file-unwritable")
  }
}
