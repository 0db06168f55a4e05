import Findings
import Foundation
import Tabular
import Testing

/// `Tests/OldWorkbooks/台账.xls` was written with xlwt: title, empty row, header, three rows.
@Suite("Old workbooks")
struct OldWorkbookTests {
  static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "OldWorkbooks/台账.xls").path

  @Test("are read cell by cell, from a path and from bytes, and their limits are told")
  func cells() throws {
    let bytes = Array(try #require(FileManager.default.contents(atPath: Self.path)))
    let log = FindingLog()
    for file in [DataFile.open(Self.path, name: "台账.xls", log: log), DataFile.read(bytes, name: "台账.xls", log: log)] {
      guard case .workbook(let workbook)? = file else {
        Issue.record("no workbook")
        return
      }
      #expect(workbook.sheets.map(\.name) == ["一季度"])
      var reader = workbook.file(workbook.sheets[0]).records()
      var rows: [Int: [String]] = [:]
      while reader.advance() {
        rows[reader.row] = (0..<reader.count).map { String(decoding: reader.cell($0), as: UTF8.self) }
        if reader.row == 3 { reader.fix(width: 5) }
      }
      #expect(rows[1]?.first == "台账")
      #expect(rows[3] == ["编号", "科室", "日期", "分值", "工号"])
      #expect(rows[4] == ["X-1", "骨一科", "2026-01-05", "1.5", "123"])
      #expect(rows[5]?.prefix(3) == ["X-2", "", "2026-01-05 08:30:00"])
      #expect(rows[6]?.prefix(3) == ["X-3", "同上", "2026-01-05"])
    }
    #expect(log.findings.map(\.code) == ["workbook-old", "workbook-old"])
  }

  /// `Tests/OldWorkbooks/残表.xls` is the other one with seven bytes changed: FreeXL 1.0.6 reads beyond its memory there.
  @Test("that would end the program with the library are refused")
  func fatal() {
    let path = Self.path.replacing("台账", with: "残表")
    let log = FindingLog()
    #expect(DataFile.open(path, name: "残表.xls", log: log) == nil)
    #expect(log.findings.map(\.code) == ["workbook-old-damaged"])
  }

  @Test("never end the program: bytes changed at random, and files cut short", arguments: 0..<60)
  func mutations(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    var bytes = Array(try #require(FileManager.default.contents(atPath: Self.path)))
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    if seed % 6 == 0 { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
    _ = WorkbookTrial(bytes, shows: true)
  }

  /// The cell holds 123 in the format 0000.
  @Test("show codes as a person sees them")
  func looks() throws {
    let bytes = Array(try #require(FileManager.default.contents(atPath: Self.path)))
    let trial = WorkbookTrial(bytes, shows: true)
    #expect(trial.rows[4] == ["X-1", "骨一科", "2026-01-05", "1.5", "0123"])
    #expect(trial.marks.isEmpty)
  }
}
