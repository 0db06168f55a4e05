/// Rows that do not stand in a text: those of a sheet. `RecordReader` hands them on as records.
///
/// Rows without any content are passed over; row numbers are those of the sheet.
protocol RowFeed: AnyObject {
  /// The sheet that places name.
  var sheet: String { get }
  /// From 1.
  var row: Int { get }
  /// How many row numbers go to sheets before this one, where several are read as one table.
  var rowsBefore: Int { get }
  /// How many cells the row has, gaps included.
  var count: Int { get }
  /// Whether any cell of the row has a mark.
  var hasMarks: Bool { get }
  /// Whether a person sees any cell of the row otherwise than its text says: `"QX"0000` shows 12 as QX0012.
  var hasLooks: Bool { get }
  /// Why reading ended before the end.
  var failure: TabularFinding? { get }
  /// Goes to the next row. False at the end, or where reading cannot go on.
  func advance() -> Bool
  /// UTF-8, valid until the next row.
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8>
  func mark(_ index: Int) -> CellMark?
  /// Whether the cell's text stands in it, and not in a cell above that it is merged with.
  func isOwn(_ index: Int) -> Bool
  /// Makes the cell's text what a person sees, until the next row; a mark where nobody can say.
  func show(_ index: Int)
  /// From the next row on, every row has this many cells, and values merged over several rows stand in each of them.
  func fix(width: Int)
  /// What `fix` left out or added.
  var tally: SheetTally { get }
}

extension RowFeed {
  var rowsBefore: Int { 0 }
}

/// What a cell of a sheet is beside its text.
package enum CellMark: Sendable, Equatable {
  /// `#N/A`, `#DIV/0!`: a formula that came to nothing.
  case error
  /// A formula whose value was never computed.
  case uncomputed
  /// A number of more digits than a spreadsheet keeps: those behind the fifteenth are lost.
  case digitsLost
  /// The number format shows something else than the number, and nobody can say what.
  case unseen
  /// The text stands in a cell above that this one is merged with.
  case merged
}

/// What was noticed between the first row of a sheet and the last.
package struct SheetTally: Sendable, Equatable {
  /// Cells with content to the right of the header, which are not read, and the first of them.
  package var cellsBeyond = 0
  package var firstBeyond: (row: Int, column: Int)?
  /// Cells that took the value of a cell above that they are merged with, and the first of them.
  package var cellsMerged = 0
  package var firstMerged: (row: Int, column: Int)?
  /// Rows with content that nobody sees who looks at the sheet, by a filter or by hand, and the first of them.
  package var rowsHidden = 0
  package var firstHidden: Int?

  package static func == (a: Self, b: Self) -> Bool {
    a.cellsBeyond == b.cellsBeyond && a.cellsMerged == b.cellsMerged && a.rowsHidden == b.rowsHidden
  }
}
