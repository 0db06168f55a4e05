/// Heights of rows whose texts need more than one line: programs other than Excel do not work them out on opening.
struct RowHeights {
  private static let line = 14.5
  /// The most that Excel takes.
  private static let greatest = 409.0

  /// Rows with a height, those that the sheet states itself included.
  static func of(_ sheet: Sheet) -> [Int: Double] {
    // A cell over several columns has room that this does not know of.
    let merged = Set(sheet.merges.flatMap { range in range.rows.map { [$0, range.columns.lowerBound] } })
    var heights = sheet.rowHeights
    for (row, cells) in sheet.rows.enumerated() where heights[row] == nil {
      let lines =
        cells.enumerated().map { column, cell -> Int in
          guard case .text(let text) = cell.value, column < sheet.columns.count, !merged.contains([row, column]) else {
            return 1
          }
          return Self.lines(text, width: sheet.columns[column].width)
        }.max() ?? 1
      if lines > 1 { heights[row] = min(greatest, Double(lines) * line + 2) }
    }
    return heights
  }

  /// - Parameter width: of the column, in digits, its margin included.
  static func lines(_ text: String, width: Double) -> Int {
    let room = max(2, Int(width) - 1)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { part in
      max(1, (cellWidth(part) + room - 1) / room)
    }.reduce(0, +)
  }

  /// Chinese characters are twice as wide as digits.
  private static func cellWidth(_ text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
  }
}
