/// Which columns of a printed table stay on one line, so that nothing runs over the edge of an A4 page.
///
/// Widths are half-width characters. A line of A4 holds about 105 of them at a table's size, 125 at the dense one. What
/// does not fit gives way in an order: first the type gets smaller, then headings wrap, then long texts, then all texts.
struct TableLayout {
  /// What a column does with entries that are too long for it.
  enum Column: Equatable {
    /// Every entry is short, and stays on one line.
    case stays
    /// Wraps, but keeps room for eight ideographs, or for five.
    case wraps
    case squeezes
    /// Is at the browser's mercy.
    case yields
  }
  private static let line = 105
  private static let denseLine = 125
  private static let padding = 3
  /// Tables of so few rows are not split over pages.
  private static let wholeRows = 6

  /// Set smaller, because the table is wide.
  let isDense: Bool
  let isWhole: Bool
  let columns: [Column]
  /// Whether each column's heading stays on one line.
  let headingsStay: [Bool]

  init(_ table: PrintedTable) {
    isWhole = table.rows.count <= Self.wholeRows
    let widths = table.columns.indices.map { Self.width(of: table, column: $0) }
    let headings = table.columns.map { ChineseLine.width(Inline.plainText($0.heading)) }
    // 得分（分） is ten wide.
    let short = headings.map { $0 <= 10 }
    let wrapping = headings.map { _ in false }
    func columns(staying limit: Int, otherwise: Column) -> [Column] {
      widths.map { $0 <= limit ? .stays : otherwise }
    }
    let ways: [(columns: [Column], headings: [Bool])] = [
      (columns(staying: 20, otherwise: .wraps), short),
      (columns(staying: 20, otherwise: .wraps), wrapping),
      (columns(staying: 12, otherwise: .squeezes), wrapping),
      (table.columns.map { $0.alignment == .end ? .stays : .squeezes }, wrapping),
    ]
    func needed(_ way: (columns: [Column], headings: [Bool])) -> Int {
      widths.indices.reduce(0) { sum, index in
        let heading = way.headings[index] ? headings[index] : 4
        return sum + max(way.columns[index].room(for: widths[index]), heading) + Self.padding
      }
    }
    isDense = needed(ways[0]) > Self.line
    let chosen = ways.first { needed($0) <= Self.denseLine } ?? (widths.map { _ in .yields }, wrapping)
    self.columns = chosen.columns
    headingsStay = chosen.headings
  }

  private static func width(of table: PrintedTable, column: Int) -> Int {
    table.rows.reduce(0) { widest, row in
      // A reason wraps under its dash and must not keep the numbers of its column from staying whole.
      guard row.indices.contains(column), case .content(let words) = row[column] else { return widest }
      return max(widest, ChineseLine.width(Inline.plainText(words)))
    }
  }
}

extension TableLayout.Column {
  /// The half-width characters that the column needs.
  fileprivate func room(for width: Int) -> Int {
    switch self {
    case .stays: width
    case .wraps: min(width, 16)
    case .squeezes: min(width, 10)
    case .yields: 0
    }
  }

  /// The style sheet's class.
  var className: String? {
    switch self {
    case .stays: "s"
    case .wraps: "w"
    case .squeezes: "q"
    case .yields: nil
    }
  }
}
