import Findings

extension RecordReader {
  /// Where a cell of the current record begins, its quotation mark included; behind the last cell for one that is not
  /// there.
  package func place(ofCell index: Int) -> Place {
    if let feed { return .cell(name, sheet: feed.sheet, row: row, column: index + 1) }
    if index < count {
      let cell = cells[index]
      return place(ofByte: cell.isQuoted ? cell.start - 1 : cell.start)
    }
    guard count > 0 else { return place(ofByte: start) }
    let last = cells[count - 1]
    return place(ofByte: last.isQuoted ? min(last.end + 1, window.count) : last.end)
  }

  /// Where the current record begins.
  package var place: Place {
    if let feed { return .cell(name, sheet: feed.sheet, row: row, column: 1) }
    return place(ofByte: start)
  }

  /// Line and character of a byte of the current record; a record begins where a line does.
  func place(ofByte byte: Int) -> Place {
    var line = line
    var column = 1
    var previous: UInt8 = 0
    for i in start..<byte {
      let next = window.base[i]
      if next == lineFeed || next == carriageReturn {
        if next == carriageReturn || previous != carriageReturn { line += 1 }
        column = 1
      } else if next & 0xC0 != 0x80 {
        column += 1
      }
      previous = next
    }
    return .line(name, line: line, column: column)
  }
}
