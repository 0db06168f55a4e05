/// Which columns of a printed table stay on one line, so that nothing runs over the edge of an A4 page.
///
/// Widths are half-width characters. A line of A4 holds about 105 of them at a table's size, 125 at the dense one.
struct TableLayout {
  private static let line = 105
  private static let denseLine = 125
  /// Entries up to this width stay on one line where there is room.
  private static let narrow = 20
  /// Headings up to this width, too: 得分（分）.
  private static let shortHeading = 10
  /// What a column that may wrap still needs, with room and without.
  private static let wrapped = 16
  private static let squeezed = 6
  private static let padding = 4
  /// Tables of so few rows are not split over pages.
  private static let wholeRows = 6

  /// Set smaller, because the table is wide.
  let isDense: Bool
  let isWhole: Bool
  let entriesStay: [Bool]
  let headingsStay: [Bool]

  init(_ table: PrintedTable) {
    let widths = table.columns.indices.map { Self.width(of: table, column: $0) }
    let headings = table.columns.map { ChineseLine.width(Inline.plainText($0.heading)) }
    let isShort = headings.map { $0 <= Self.shortHeading }
    let isNarrow = widths.map { $0 <= Self.narrow }
    func needed(_ entries: [Bool], _ headings: [Int], _ wrapped: Int) -> Int {
      zip(zip(entries, widths), headings).reduce(0) { sum, column in
        let ((stays, width), heading) = column
        return sum + max(stays ? width : min(width, wrapped), heading) + Self.padding
      }
    }
    let short = zip(isShort, headings).map { $0 ? $1 : 2 }
    let isNumber = table.columns.map { $0.alignment == .end }
    isWhole = table.rows.count <= Self.wholeRows
    isDense = needed(isNarrow, short, Self.wrapped) > Self.line
    let bare = table.columns.map { _ in 2 }
    let numbers = zip(isNarrow, isNumber).map { $0 && $1 }
    let nothing = table.columns.map { _ in false }
    if needed(isNarrow, short, Self.wrapped) <= Self.denseLine {
      entriesStay = isNarrow
      headingsStay = isShort
    } else {
      entriesStay = needed(numbers, bare, Self.squeezed) <= Self.denseLine ? numbers : nothing
      headingsStay = nothing
    }
  }

  private static func width(of table: PrintedTable, column: Int) -> Int {
    table.rows.reduce(0) { widest, row in
      guard row.indices.contains(column) else { return widest }
      // A reason wraps under its dash and must not keep the numbers of its column from staying whole.
      if case .missing = row[column] { return widest }
      return max(widest, ChineseLine.width(row[column].plainText))
    }
  }
}

extension PrintedTable.Entry {
  /// The words that are printed.
  var plainText: String {
    switch self {
    case .content(let words): Inline.plainText(words)
    case .missing(let reason): reason.map(DocumentWording.missing) ?? DocumentWording.dash
    }
  }
}
