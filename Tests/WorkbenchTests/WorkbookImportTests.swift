import Findings
import Foundation
import Testing
import WorkbookBytes

@testable import Workbench

@Suite struct WorkbookImportTests {
  private static let header = ["编号", "查出日期", "科室", "时限", "销号日期", "重复"]
  private static func row(_ number: String) -> [String] {
    [number, "2025-02-01", "内科", "2025-03-01", "2025-02-20", "否"]
  }

  private func write(_ bytes: [UInt8], _ name: String, in workspace: SmallWorkspace) throws -> String {
    try Data(bytes).write(to: workspace.folder.appending(path: name))
    return name
  }

  /// Imports one file.
  /// - Returns: the lines that are reported.
  private func run(_ name: String, in workspace: SmallWorkspace, log: FindingLog) throws -> [String] {
    var session = try workspace.session(log: log)
    return try session.take(name).lines
  }

  @Test func aSheetIsNamedWithItsFile() throws {
    let workspace = try SmallWorkspace()
    let book = SmallWorkbook("一季度", texts: [["问题台账"], nil, Self.header, Self.row("A1"), Self.row("")])
    let path = try write(book.bytes, "问题台账.xlsx", in: workspace)
    let log = FindingLog()
    let lines = try run(path, in: workspace, log: log)
    #expect(log.findings.map(\.code) == ["header-found", "cell-missing", "file-reject-limit"])
    #expect(lines == ["问题台账.xlsx:一季度: not imported"])
    let sound = SmallWorkbook(
      "一季度", texts: [["问题台账"], nil, Self.header, Self.row("A1"), Self.row("A2"), Self.row("A3"), Self.row("")])
    let more = try write(sound.bytes, "问题台账.xlsx", in: workspace)
    #expect(
      try run(more, in: workspace, log: FindingLog()) == [
        "问题台账.xlsx:一季度 → 问题台账: 3 rows, 1 set aside, see out/rejects/1-问题台账.xlsx.csv (batch 1)"
      ])
    let session = try workspace.session()
    let batch = try #require(try session.database.batch(1))
    #expect(batch.file == "问题台账.xlsx" && batch.sheet == "一季度" && batch.source == "问题台账.xlsx:一季度")
    let again = try run(more, in: workspace, log: FindingLog())
    #expect(again.count == 1 && again[0].contains("问题台账.xlsx:一季度") && again[0].contains("batch 1"))
  }

  @Test func anArchiveMeansTheFilesInIt() throws {
    let workspace = try SmallWorkspace()
    var zip = StoredZip()
    let text = [Self.header, Self.row("A1")].map { $0.joined(separator: ",") + "\n" }.joined()
    zip.add("甲/问题台账.csv", text)
    zip.add("乙/问题台账.xlsx", SmallWorkbook("台账", texts: [Self.header, Self.row("B1")]).bytes)
    zip.add("__MACOSX/._问题台账.csv", "x")
    zip.add("照片.jpg", [0xFF, 0xD8, 0xFF, 0x00])
    let path = try write(zip.bytes, "报送.zip", in: workspace)
    let log = FindingLog()
    let lines = try run(path, in: workspace, log: log)
    #expect(
      lines == [
        "报送.zip/乙/问题台账.xlsx:台账 → 问题台账: 1 row (batch 1)", "报送.zip/照片.jpg: not imported",
        "报送.zip/甲/问题台账.csv → 问题台账: 1 row (batch 2)",
      ])
    #expect(
      log.findings.map { "\($0.code) \($0.place.text)" } == [
        "file-skipped 报送.zip", "file-matches-no-table 报送.zip/照片.jpg",
      ])
  }

  @Test func aFormSaysItsTableItself() throws {
    let workspace = try SmallWorkspace()
    func form(_ facts: [[String]]) -> SmallWorkbook {
      SmallWorkbook([
        .init("填表", SmallWorkbook.rows([["请填写各列"], Self.header, Self.row("A1")])),
        .init("_qingheng", SmallWorkbook.rows(facts), state: "veryHidden"),
      ])
    }
    let facts = [
      ["kind", "form"], ["table", "pingjia/问题台账"], ["version", "0"], ["sheet", "填表"], ["header_row", "2"],
    ]
    let log = FindingLog()
    let lines = try run(try write(form(facts).bytes, "内科.xlsx", in: workspace), in: workspace, log: log)
    #expect(lines == ["内科.xlsx:填表 → 问题台账: 1 row (batch 1)"])
    #expect(
      log.findings.map { "\($0.code) \($0.place.text)" } == [
        "form-version 内科.xlsx:_qingheng!A1", "header-found 内科.xlsx",
      ])
    let todo = FindingLog()
    _ = try run(try write(form([["kind", "todo"]]).bytes, "待办.xlsx", in: workspace), in: workspace, log: todo)
    #expect(todo.findings.map(\.code) == ["form-without-table"])
  }
}
