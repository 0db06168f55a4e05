import Findings
import Tabular
import WorkbookBytes

/// The rows of one sheet, as records, and what was found.
struct WorkbookTrial {
  /// Cells by row number.
  var rows: [Int: [String]] = [:]
  var marks: [String: CellMark] = [:]
  var workbook: Workbook?
  let log = FindingLog()

  init(
    _ bytes: [UInt8], sheet: Int = 0, width: Int? = nil, shows: Bool = false, limits: ArchiveLimits = ArchiveLimits()
  ) {
    guard case .workbook(let workbook)? = DataFile.read(bytes, name: "台账.xlsx", limits: limits, log: log) else {
      return
    }
    self.workbook = workbook
    guard workbook.sheets.indices.contains(sheet) else { return }
    var reader = workbook.file(workbook.sheets[sheet]).records()
    if let width { reader.fix(width: width) }
    while reader.advance() {
      if shows { for cell in 0..<reader.count { reader.show(cell) } }
      rows[reader.row] = (0..<reader.count).map { String(decoding: reader.cell($0), as: UTF8.self) }
      for cell in 0..<reader.count {
        guard let mark = reader.mark(cell), case .cell(_, _, let row, let column) = reader.place(ofCell: cell) else {
          continue
        }
        marks["\(columnLetters(column))\(row)"] = mark
      }
    }
    if let failure = reader.failure { log.add(failure) }
  }

  init(_ workbook: SmallWorkbook, width: Int? = nil, shows: Bool = false) {
    self.init(workbook.bytes, width: width, shows: shows)
  }

  /// One row of cells, as XML, in a workbook with these strings and formats.
  init(cells: String, strings: [String] = [], formats: [String] = [], isFrom1904: Bool = false, shows: Bool = false) {
    self.init(
      SmallWorkbook(
        [.init("一季度", "<row r=\"1\">\(cells)</row>")], strings: strings, formats: formats, isFrom1904: isFrom1904),
      shows: shows)
  }

  var first: [String] { rows[1] ?? [] }
  var codes: [String] { log.findings.map(\.code) }
}
