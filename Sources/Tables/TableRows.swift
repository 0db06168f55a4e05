import Findings
import Tabular

/// A small table as text: header → cell, with the lines of its rows. For register files, calendars and decisions.
package struct TableRows: Sendable {
  package let name: String
  package let headers: [String]
  package let rows: [Row]

  package struct Row: Sendable {
    /// Where the row begins.
    package let place: Place
    /// The line on which it begins, from 1.
    package let line: Int
    /// Every header's trimmed text; empty where the row has none.
    package let cells: [String: String]

    package subscript(header: String) -> String { cells[header] ?? "" }
  }

  /// Reads a whole file. Empty rows are passed over.
  /// - Parameter required: headers that must be there.
  /// - Returns: what could be read; nil, with the reasons in the log, if the header or a row was not sound.
  package static func read(_ file: any RecordFile, required: [String] = [], log: FindingLog) -> TableRows? {
    let before = log.count(.problem)
    var reader = file.records()
    guard reader.advance() else {
      log.add(reader.failure ?? TabularFinding.headerAbsent(.file(file.name), headerRow: 1, rowCount: 0))
      return nil
    }
    let headers = (0..<reader.count).map { headerForm(string(reader.cell($0))) }
    for (cell, header) in headers.enumerated() where !header.isEmpty && headers[..<cell].contains(header) {
      let twins = headers.indices.filter { headers[$0] == header }.map { $0 + 1 }
      log.add(TableFinding.file(reader.place(ofCell: cell), .columnTwin(header: header, columns: twins)))
    }
    for header in required where !headers.contains(header) {
      let nearest = nearMiss(to: header, among: headers.filter { !$0.isEmpty && !required.contains($0) })
      log.add(
        TableFinding.file(reader.place, .columnMissing(column: header, header: header, nearest: nearest)))
    }
    var rows: [Row] = []
    while reader.advance() {
      let cells = (0..<reader.count).map { string(trimmed(reader.cell($0))) }
      if cells.allSatisfy(\.isEmpty) { continue }
      if let stray = reader.strayQuote { log.add(TabularFinding.quoteStray(reader.place(ofCell: stray))) }
      if cells.count > headers.count, let extra = cells[headers.count...].firstIndex(where: { !$0.isEmpty }) {
        log.add(
          TableFinding.file(
            reader.place(ofCell: extra), .ragged(found: cells.count, expected: headers.count)))
        continue
      }
      let named = zip(headers, cells).filter { !$0.0.isEmpty }
      rows.append(
        Row(place: reader.place, line: reader.line, cells: Dictionary(named, uniquingKeysWith: { a, _ in a })))
    }
    if let failure = reader.failure { log.add(failure) }
    guard log.count(.problem) == before else { return nil }
    return TableRows(name: file.name, headers: headers.filter { !$0.isEmpty }, rows: rows)
  }
}
