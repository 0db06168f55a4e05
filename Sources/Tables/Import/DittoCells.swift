import Tabular

/// The cells of one column that can say “as above”, and the text that stands above.
final class DittoCells {
  let cell: Int
  private var above: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  private var hasRow = false

  private static let marks = ["同上", "〃", "″", "\"", "''", "“"].map { Array($0.utf8) }

  init(cell: Int) {
    self.cell = cell
    above = .allocate(capacity: 256)
  }

  deinit { above.deallocate() }

  /// Puts the text of the row above in place of the mark, or remembers the cell for the row below.
  /// - Returns: false where no row stands above.
  func read(_ reader: inout RecordReader) -> Bool {
    let text = cell < reader.count ? trimmed(reader.cell(cell)) : CellBytes(start: nil, count: 0)
    if Self.marks.contains(where: { text.elementsEqual($0) }) {
      guard hasRow else { return false }
      reader.replace(cell, with: CellBytes(rebasing: above[..<count]))
      return true
    }
    hasRow = true
    if text.count > above.count {
      above.deallocate()
      above = .allocate(capacity: text.count * 2)
    }
    _ = above.update(fromContentsOf: text)
    count = text.count
    return true
  }
}
