import Findings
import Foundation
import Spreadsheets
import Tabular
import Testing

@testable import Workbench

/// A person with an office program: opens a workbook, writes into cells, saves.
struct OpenedWorkbook {
  var sheets: [(name: String, rows: [[String]])]

  init(_ url: URL) throws {
    let log = FindingLog()
    let book = try #require(DataFile.open(url.path, name: url.lastPathComponent, log: log)?.workbook, "\(log.problems)")
    sheets = try book.sheets.map { (name: $0.name, rows: try #require(book.texts(ofSheet: $0.name))) }
  }

  func rows(_ sheet: String) -> [[String]] { sheets.first { $0.name == sheet }?.rows ?? [] }

  /// Writes into the cell of the column in the first row that has the text.
  mutating func answer(_ sheet: String, _ row: String, _ column: String, _ text: String) throws {
    let index = try #require(sheets.firstIndex { $0.name == sheet }, "\(sheet)")
    let place = try #require(sheets[index].rows.first?.firstIndex(of: column), "\(column)")
    let line = try #require(
      sheets[index].rows.indices.dropFirst().first { sheets[index].rows[$0].contains(row) }, "\(row)")
    write(index, line, place, text)
  }

  mutating func write(_ sheet: Int, _ row: Int, _ column: Int, _ text: String) {
    while sheets[sheet].rows.count <= row { sheets[sheet].rows.append([]) }
    while sheets[sheet].rows[row].count <= column { sheets[sheet].rows[row].append("") }
    sheets[sheet].rows[row][column] = text
  }

  func save(_ url: URL) throws {
    let book = Spreadsheets.Workbook(
      title: "",
      sheets: sheets.map { name, rows in
        var sheet = Sheet(name: name, columns: (0..<(rows.map(\.count).max() ?? 1)).map { _ in SheetColumn(width: 9) })
        sheet.rows = rows.map { $0.map { $0.isEmpty ? .empty : .text($0) } }
        sheet.isHidden = name == "_qingheng"
        return sheet
      })
    try Data(book.bytes(called: url.lastPathComponent)).write(to: url)
  }
}

/// The small workspace as a clerk has it: an empty in-box.
final class DeskWorkspace {
  let workspace: SmallWorkspace
  var folder: URL { workspace.folder }
  private(set) var log = FindingLog()
  private(set) var lines: [String] = []

  init() throws {
    workspace = try SmallWorkspace()
    try FileManager.default.moveItem(at: url("收件箱"), to: url("原件"))
    try FileManager.default.createDirectory(at: url("收件箱"), withIntermediateDirectories: true)
  }

  func url(_ path: String) -> URL { folder.appending(path: path) }
  func original(_ path: String) throws -> String { try String(contentsOf: url("原件/\(path)"), encoding: .utf8) }
  /// A ledger in which nothing is doubtful.
  func soundLedger() throws -> String { try original("2025H1/问题台账.csv").replacing("5月底前", with: "2025-05-31") }
  func put(_ text: String, as name: String) throws { try workspace.write(text, to: "收件箱/\(name)") }
  func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }

  /// What lies in a folder, hidden files apart.
  func list(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url(path).path).filter { !$0.hasPrefix(".") }.sorted()
  }

  func session() throws -> Session {
    log = FindingLog()
    return try workspace.session(log: log)
  }

  @discardableResult
  func receive() throws -> DeskResult {
    var session = try session()
    lines = []
    return try session.receive(DeskVoice { self.lines.append($0) }, language: .chinese)
  }

  func review() throws -> OpenedWorkbook { try OpenedWorkbook(url("核对.xlsx")) }
  var codes: [String] { log.findings.map(\.code) }
}
