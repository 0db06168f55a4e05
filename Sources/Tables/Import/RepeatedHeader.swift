import Tabular

/// The rows of the header, so that they are known again where a program has printed them on every page.
struct RepeatedHeader {
  private let rows: [[[UInt8]]]
  private let firsts: [Int]

  init(_ rows: [[String]]) {
    let kept = rows.filter { $0.contains { !$0.isEmpty } }
    self.rows = kept.map { $0.map { Array($0.utf8) } }
    firsts = self.rows.map { row in row.firstIndex { !$0.isEmpty } ?? 0 }
  }

  /// Whether the record says what a row of the header says, cell by cell.
  func fits(_ reader: inout RecordReader) -> Bool {
    for (row, first) in zip(rows, firsts) where first < reader.count {
      guard trimmed(reader.cell(first)).elementsEqual(row[first]) else { continue }
      if isSame(row, &reader) { return true }
    }
    return false
  }

  private func isSame(_ row: [[UInt8]], _ reader: inout RecordReader) -> Bool {
    for index in 0..<max(row.count, reader.count) {
      let cell = index < reader.count ? trimmed(reader.cell(index)) : CellBytes(start: nil, count: 0)
      if !cell.elementsEqual(index < row.count ? row[index] : []) { return false }
    }
    return true
  }
}
