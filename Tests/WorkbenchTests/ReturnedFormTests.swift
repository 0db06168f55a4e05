import Findings
import Foundation
import Spreadsheets
import Testing

@testable import Workbench

/// Forms and score sheets as they come back, beside what they were made for.
@Suite struct ReturnedFormTests {
  /// A table of visits with a day and a group for each visit.
  private static let spec = """
    table: 走访打分
    version: "1"
    file: {match: "*走访打分*"}
    unit: {column: 科室, kind: [科室], unmatched: reject}
    period: {column: 走访日期, grain: half}
    key: [编号]
    reject_limit: 0.6
    columns:
      编号: {type: text, required: true}
      走访日期: {type: date, required: true}
      科室: {type: text, required: true}
      组别: {type: text, labels: [第一组, 第二组], required: true}
      评委: {type: text, pattern: "P[0-9]+", required: true}
      板块: {type: integer, range: [1, 2], required: true}
      得分: {type: number, range: [0, 100]}

    """

  private func workspace() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    try workspace.write(Self.spec, to: "datasets/pingjia/tables/dafen.yaml")
    return workspace
  }

  /// A score sheet of 内科 and 外科 for each assessor.
  private func sheets(_ workspace: SmallWorkspace) throws -> [URL] {
    let session = try workspace.session()
    let paths = try session.writeForms(
      FormRequest(
        table: "走访打分", period: "2025H1", units: ["内科", "外科"], assessors: ["P1", "P2"], items: ["板块"],
        output: workspace.folder.appending(path: "表").path))
    return try #require(paths).map { workspace.folder.appending(path: $0) }
  }

  private func fill(_ url: URL, _ change: (inout OpenedWorkbook) throws -> Void) throws {
    var book = try OpenedWorkbook(url)
    try change(&book)
    try book.save(url)
  }

  private func take(_ url: URL, in workspace: SmallWorkspace, table: String? = nil) throws -> (String, [String]) {
    let log = FindingLog()
    var session = try workspace.session(log: log)
    let lines = try session.take(workspace.workspacePath(url), table: table).lines
    return (lines[0], log.findings.map(\.code))
  }

  @Test func aVisitIsDescribedOnceAndUnitsNotVisitedAreNoRows() throws {
    let workspace = try workspace()
    let url = try sheets(workspace)[0]
    try fill(url) { book in
      // The first of the two rows of 内科; 外科 was not visited.
      try book.answer("走访打分", "2025H1-P1-K1-1", "走访日期", "2025-03-01")
      try book.answer("走访打分", "2025H1-P1-K1-1", "组别", "第一组")
      try book.answer("走访打分", "2025H1-P1-K1-1", "得分", "90")
      try book.answer("走访打分", "2025H1-P1-K1-2", "得分", "80")
    }
    let (line, codes) = try take(url, in: workspace)
    #expect(line.contains("2 rows (batch 1)") && codes == ["rows-unfilled"], "\(line) \(codes)")
    let session = try workspace.session()
    let rows = try session.database.tableRows(.init(system: "pingjia", table: "走访打分"))
    #expect(rows.map { $0["组别"] } == [.text("第一组"), .text("第一组")])
    #expect(rows.map { $0["走访日期"] } == [.integer(20_250_301), .integer(20_250_301)])
  }

  /// Rows that were pasted from the sheet of another, or whose key was changed, are not booked for them.
  @Test func rowsOfAnotherAssessorAreSetAside() throws {
    let workspace = try workspace()
    let url = try sheets(workspace)[1]
    try fill(url) { book in
      for number in ["2025H1-P2-K1-1", "2025H1-P2-K1-2", "2025H1-P2-K2-1", "2025H1-P2-K2-2"] {
        try book.answer("走访打分", number, "走访日期", "2025-03-01")
        try book.answer("走访打分", number, "组别", "第一组")
        try book.answer("走访打分", number, "得分", "90")
      }
      try book.answer("走访打分", "2025H1-P2-K1-1", "评委", "P1")
      try book.answer("走访打分", "2025H1-P2-K1-2", "编号", "2025H1-P1-K1-2")
    }
    let (line, codes) = try take(url, in: workspace)
    #expect(line.contains("2 rows, 2 set aside"), "\(line)")
    #expect(codes == ["row-not-of-form", "row-not-of-form"])
    let reasons = try workspace.session().database.rejects(ofBatch: 1).flatMap(\.reasons)
    #expect(reasons[0].contains("P2") && reasons[0].contains("评委 P1"), "\(reasons)")
    // Whoever says which table it is takes the rows as they are.
    _ = try workspace.session().undo(batch: 1, language: .english)
    #expect(try take(url, in: workspace, table: "走访打分").0.contains("4 rows (batch 2)"))
  }

  @Test func rowsOfAnotherUnitAndOfAnotherPeriodAreTold() throws {
    let workspace = try workspace()
    let session = try workspace.session()
    let output = workspace.folder.appending(path: "内科.xlsx")
    let request = FormRequest(table: "走访打分", period: "2025H1", units: ["内科"], output: output.path)
    #expect(try session.writeForms(request) != nil)
    func row(_ number: String, _ day: String, _ unit: String) -> [String] {
      [number, day, unit, "第一组", "P1", "1", "90"]
    }
    try fill(output) { book in
      for (index, row) in [
        row("A1", "2025-03-01", "内科"), row("A2", "2025-03-01", "外科"), row("A3", "2024-12-31", "内科"),
      ].enumerated() {
        for (column, text) in row.enumerated() { book.write(0, index + 1, column, text) }
      }
    }
    let (line, codes) = try take(output, in: workspace)
    #expect(line.contains("2 rows, 1 set aside"))
    // Nobody gave --period.
    #expect(codes == ["row-not-of-form", "form-period"], "\(codes)")
  }

  @Test func aChangedSpecIsTold() throws {
    let workspace = try workspace()
    let url = try sheets(workspace)[0]
    try fill(url) { book in
      try book.answer("走访打分", "2025H1-P1-K1-1", "走访日期", "2025-03-01")
      try book.answer("走访打分", "2025H1-P1-K1-1", "组别", "第一组")
      try book.answer("走访打分", "2025H1-P1-K1-1", "得分", "90")
    }
    try workspace.edit("datasets/pingjia/tables/dafen.yaml", "range: [0, 100]", "range: [0, 120]")
    #expect(try take(url, in: workspace).1 == ["form-spec-changed", "rows-unfilled"])
  }

  @Test(arguments: [("check", "desk receive"), ("comment", "desk receive"), ("names", "qingheng aliases 甲.xlsx")])
  func workbooksOfAnswersSayWhereTheyGo(kind: String, way: String) throws {
    let workspace = try workspace()
    var sheet = Sheet(name: "_qingheng", columns: [SheetColumn(width: 9)])
    sheet.rows = [[.text("kind"), .text(kind)]]
    let book = Workbook(title: "", sheets: [Sheet(name: "说明", columns: [SheetColumn(width: 9)]), sheet])
    try Data(book.bytes(called: "甲.xlsx")).write(to: workspace.folder.appending(path: "甲.xlsx"))
    let log = FindingLog()
    var session = try workspace.session(log: log)
    #expect(try session.take("甲.xlsx").summary == .refused)
    #expect(log.findings.first?.code == "form-without-table")
    for language in Language.allCases {
      #expect(log.findings.first?.wording(in: language).remedy.contains(way) == true)
    }
  }
}

extension SmallWorkspace {
  /// A file's path below the workspace.
  func workspacePath(_ url: URL) -> String {
    let path = url.standardizedFileURL.path
    let root = folder.standardizedFileURL.path + "/"
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
  }
}
