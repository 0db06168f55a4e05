import Findings
import Register
import Spreadsheets
import Tables
import Testing

@testable import Workbench

/// What goes into 核对.xlsx, and what must not.
@Suite struct ReviewListTests {
  private static let place = Place.file("表.yaml")

  private func spec(_ change: (inout TableSpec) -> Void = { _ in }) -> TableSpec {
    var spec = TableSpec(system: "s", id: "台账", version: "1", place: Self.place)
    spec.unit = .init(column: "科室", kinds: ["科室"], unmatched: .reject)
    change(&spec)
    return spec
  }

  private static let rows = [
    RejectedRow(sourceRow: 7, codes: ["cell-wrong-type"], reasons: ["“得分”不是数字"], cells: ["0123", "=1+1"])
  ]

  private func unknown(_ text: String) -> TableFinding {
    .cell(
      .row("a.csv", row: 3), column: "科室", .unitUnknown(value: text, nearest: "肾病内科", count: 2), effect: .rowRejected)
  }

  private func register() throws -> UnitRegister {
    let from = try date(2010_01_01)
    return UnitRegister([
      OrgUnit(code: "D01", name: "心血管内科", kind: "科室", validFrom: from),
      OrgUnit(code: "D02", name: "肾病内科", kind: "科室", validFrom: from),
      OrgUnit(code: "D03", name: "旧科", kind: "科室", validFrom: from, validTo: try date(2020_01_01)),
      OrgUnit(code: "Z01", name: "内科党支部", kind: "党支部", validFrom: from),
    ])
  }

  private func texts(_ workbook: Workbook) -> [String] {
    workbook.sheets.flatMap(\.rows).flatMap { $0 }.compactMap { cell in
      if case .text(let text) = cell.value { text } else { nil }
    }
  }

  @Test func rowsAndNamesAreAskedAbout() throws {
    var list = ReviewList()
    list.add(Self.rows, headers: ["工号", "得分"], of: spec(), file: "a.csv", batch: "3")
    list.add([unknown("肾病内可")], of: spec(), file: "a.csv", isRefused: false)
    let book = ReviewBook(list: list, register: try register(), day: try date(2026_01_05), minimumCell: 5).workbook()
    #expect(book.sheets.map(\.name) == ["说明", "单位名称", "搁置1", "_qingheng"])
    // The nearest first, then the others that exist and are of the kind.
    #expect(book.sheets[1].checks.map(\.rule) == [.list(["肾病内科", "心血管内科", "不是名册中的单位"])])
    let row = book.sheets[2].rows[1]
    #expect(row[0] == SheetCell(.whole(7), .given) && row[3] == .text("0123", .open) && row[4] == .text("=1+1", .open))
    #expect(row[2] == SheetCell(.empty, .open))
    #expect(book.sheets[1].rows[1][2] == SheetCell(.whole(2), .given))
    // What the sheets say is what the answers are read from.
    #expect(book.sheets[1].rows[0].map(\.value) == UnitAnswers.columns.map { .text($0) })
    #expect(book.sheets[2].rows[0].map(\.value) == (MendedRows.columns + ["工号", "得分"]).map { .text($0) })
    #expect(texts(book).contains("rows.1.table") && texts(book).contains("s/台账"))
  }

  /// Answers of people and secrets are in no workbook, only how many rows there are.
  @Test(arguments: [true, false])
  func rowsOfClosedTablesStayWhereTheyAre(isAnonymous: Bool) throws {
    let closed = spec {
      $0.isAnonymous = isAnonymous
      $0.isProtected = !isAnonymous
    }
    var list = ReviewList()
    list.add(Self.rows, headers: ["工号", "得分"], of: closed, file: "a.csv", batch: "3")
    let warning = TableFinding.cell(
      .row("a.csv", row: 3), column: "得分", .wrongType(value: "机密", .number), effect: .cellMissing)
    if isAnonymous {
      // Two answers from one place would be told from the others.
      list.add([unknown("三楼")], of: closed, file: "a.csv", isRefused: false)
      let sheet = ReviewBook(list: list, register: try register(), day: nil, minimumCell: 5).workbook().sheets[1]
      #expect(sheet.rows[1][2] == .text("少于5", .given))
    }
    if !isAnonymous { list.add([warning], of: closed, file: "a.csv", isRefused: true) }
    #expect(!list.isEmpty)
    let texts = texts(ReviewBook(list: list, register: try register(), day: nil, minimumCell: 5).workbook())
    #expect(!texts.contains { $0.contains("0123") || $0.contains("=1+1") || $0.contains("机密") })
    #expect(texts.contains { $0.hasPrefix("a.csv另有1行未入库") })
  }

  @Test func doubtsAreWarningsAndWhatAFileWasRefusedFor() throws {
    let warning = TableFinding.cell(
      .row("a.csv", row: 3), column: "得分", .wrongType(value: "九十", .number), effect: .cellMissing)
    let problem = TableFinding.file(.file("a.csv"), .columnMissing(column: "科室", header: "科室", nearest: nil))
    var kept = ReviewList()
    kept.add([warning, problem] as [any Finding], of: spec(), file: "a.csv", isRefused: false)
    #expect(kept.doubts.map(\.code) == ["cell-wrong-type"])
    var refused = ReviewList()
    refused.add([warning, problem] as [any Finding], of: spec(), file: "a.csv", isRefused: true)
    #expect(refused.doubts.map(\.code) == ["cell-wrong-type", "column-missing"])
    let book = ReviewBook(list: refused, register: try register(), day: nil, minimumCell: 5).workbook()
    #expect(book.sheets[1].rows[0].map(\.value) == DoubtAnswers.columns.map { .text($0) })
    #expect(book.sheets[1].rows.count == 3 && book.sheets[1].rows[1][6] == SheetCell(.empty, .open))
    #expect(ReviewList().isEmpty)
  }
}
