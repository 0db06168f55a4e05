import Documents
import Findings
import Register

@testable import Tables
@testable import Tabular

/// Records are those of the plainest reading of RFC 4180, wherever the window upon the text ends.
func tryDelimitedText(_ data: UnsafeBufferPointer<UInt8>) {
  let log = FindingLog()
  guard let file = DelimitedFile.read(Array(data), name: "f.csv", headerRow: nil, log: log) else { return word(log) }
  let whole = records(file.records())
  var narrow = file.records()
  let isMarked = data.starts(with: [0xEF, 0xBB, 0xBF])
  let first = file.encoding == .utf8 ? (isMarked ? 3 : 0) : file.encoding == .gb18030 ? 0 : 2
  narrow.window = TextWindow(file.source, from: first, encoding: file.encoding, capacity: 16)
  narrow.window.advance(to: 0)
  let narrowly = records(narrow)
  precondition(narrowly == whole, "the window matters")
  if file.encoding == .utf8 {
    let plain = plainRecords(Array(data.dropFirst(first)), delimiter: file.delimiter.rawValue)
    precondition(plain == whole, "not the plain reading")
  }
  word(log)
}

/// Cells, where a mark is astray, and at the end the code of what stopped the reading.
private func records(_ start: consuming RecordReader) -> [[String]] {
  var reader = start
  var found: [[String]] = []
  while reader.advance() {
    var cells = (0..<reader.count).map { String(decoding: reader.cell($0), as: UTF8.self) }
    if let stray = reader.strayQuote { cells = ["stray \(stray)"] }
    for cell in 0..<reader.count { _ = reader.place(ofCell: cell) }
    found.append(cells)
  }
  if let failure = reader.failure { found.append(["failure", failure.code]) }
  return found
}

private func plainRecords(_ text: [UInt8], delimiter: UInt8) -> [[String]] {
  let mark = UInt8(ascii: "\"")
  let isEnd = { (byte: UInt8) in byte == delimiter || byte == 10 || byte == 13 }
  var found: [[String]] = []
  var i = 0
  while i < text.count {
    var cells: [String] = []
    var stray: Int?
    record: while true {
      var cell: [UInt8] = []
      if i < text.count, text[i] == mark {
        i += 1
        while true {
          guard i < text.count else { return found + [["failure", "cell-quote-unclosed"]] }
          if text[i] == mark {
            guard i + 1 < text.count, text[i + 1] == mark else { break }
            i += 1
          }
          cell.append(text[i])
          i += 1
        }
        i += 1
        while i < text.count, text[i] == 32 { i += 1 }
        if i < text.count, !isEnd(text[i]) {
          stray = stray ?? cells.count
          while i < text.count, !isEnd(text[i]) { i += 1 }
        }
      } else {
        while i < text.count, !isEnd(text[i]) {
          cell.append(text[i])
          i += 1
        }
      }
      cells.append(String(decoding: cell, as: UTF8.self))
      guard i < text.count else { break record }
      i += 1
      if text[i - 1] == 13, delimiter != 13, i < text.count, text[i] == 10 { i += 1 }
      if text[i - 1] != delimiter { break record }
    }
    found.append(stray.map { ["stray \($0)"] } ?? cells)
  }
  return found
}

/// Every finding can be said in every language.
func word(_ log: FindingLog) {
  for finding in log.findings { for language in Language.allCases { _ = finding.wording(in: language) } }
}

private let tableSpec = """
  table: 表
  version: "1"
  file: {match: "*", skip_rows: [合计, "*小计"]}
  unit: {column: 科室, kind: 科室, unmatched: reject}
  period: {column: 日期, grain: half}
  key: [编号]
  reject_limit: 1
  columns:
    编号: {type: text, required: true, pattern: "[A-Z]?[0-9]+"}
    科室: {type: text, ditto: true}
    日期: {type: datetime}
    时限: {type: written_date}
    评分: {type: number, range: [0, 100], blank: ["/"]}
    人数: {type: integer}
    用时: {type: duration_s}
    是否: {type: boolean}
    满意: {type: number, labels: {很好: 100, 一般: 60, 不了解: not_applicable, (空): missing}}
  """
private let header = "编号,科室,日期,时限,评分,人数,用时,是否,满意\n"

/// Rows are kept or set aside, none is lost, whatever stands in them.
func tryTable(_ data: UnsafeBufferPointer<UInt8>) {
  let log = FindingLog()
  guard
    let spec = YAMLFile.parse(tableSpec, name: "t.yaml", log: log).flatMap({ TableSpec.read($0, system: "s", log: log) }
    )
  else { preconditionFailure("the spec") }
  guard let file = DelimitedFile.read(Array(header.utf8) + Array(data), name: "f.csv", headerRow: 1, log: log),
    let first = CalendarDate(year: 2010, month: 1, day: 1)
  else { return word(log) }
  let units = [
    OrgUnit(code: "D1", name: "内科", kind: "科室", validFrom: first, aliases: ["一科"]),
    OrgUnit(code: "D2", name: "外科", kind: "科室", validFrom: first),
  ]
  let sink = CollectingSink()
  let table = TableImport(spec: spec, register: UnitRegister(units))
  guard let outcome = try? table.run(file: file, into: sink, language: .chinese, log: log) else {
    preconditionFailure("the sink threw nothing")
  }
  precondition(outcome.rowsRead == outcome.rowsAccepted + outcome.rejected, "rows are lost")
  if !outcome.isStopped {
    precondition(sink.chunks.map(\.rowCount).reduce(0, +) == outcome.rowsAccepted, "rows are lost on their way")
  }
  word(log)
}
