/// A workbook as a value: what stands in it and how it may be filled in. `bytes()` makes a file of it.
package struct Workbook: Sendable, Equatable {
  /// What the file's properties call it.
  package var title: String
  /// In the order of their tabs; the first that is not hidden is open when the file is opened.
  package var sheets: [Sheet]

  package init(title: String, sheets: [Sheet]) {
    self.title = title
    self.sheets = sheets
  }
}

/// One sheet. Rows and columns count from 0.
package struct Sheet: Sendable, Equatable {
  /// Any text: what Excel refuses in a name is replaced, and names are made different from one another.
  package var name: String
  package var columns: [SheetColumn]
  /// Cells by row, from the first row on; rows may be of different length.
  package var rows: [[SheetCell]] = []
  /// So many rows stay in sight and are repeated on every printed page.
  package var headerRows = 0
  /// So many columns stay in sight.
  package var headerColumns = 0
  /// Ranges that are one cell; the text stands in the first.
  package var merges: [CellRange] = []
  /// The range, header included, that can be filtered.
  package var filter: CellRange?
  package var checks: [CellCheck] = []
  /// Heights in points of rows that need more than one line.
  package var rowHeights: [Int: Double] = [:]
  /// Only cells that are open can be changed; without a password, so that an office is never locked out.
  package var isProtected = false
  package var isHidden = false
  package var isLandscape = true
  /// What stands at the top of each printed page.
  package var pageTitle = ""

  package init(name: String, columns: [SheetColumn]) {
    self.name = name
    self.columns = columns
  }

  package static let mostRows = 1_048_576
  package static let mostColumns = 16_384
}

/// How a column looks and what its empty cells are made for.
package struct SheetColumn: Sendable, Equatable {
  /// In widths of a digit.
  package var width: Double
  /// What is written into cells that hold nothing yet; a number typed into a text column stays the text that it was.
  package var kind: ValueKind
  /// Whether cells that hold nothing yet may be filled in on a protected sheet.
  package var isOpen: Bool

  package init(width: Double, kind: ValueKind = .text, isOpen: Bool = false) {
    self.width = width
    self.kind = kind
    self.isOpen = isOpen
  }
}

/// What a cell's number means, and how it is shown.
package enum ValueKind: Sendable, Hashable {
  case text
  case whole
  /// nil: as many decimal places as needed.
  case number(digits: Int?)
  case day
  case dayAndTime
}

/// A rectangle of cells, from 0, its edges included.
package struct CellRange: Sendable, Hashable {
  package var rows: ClosedRange<Int>
  package var columns: ClosedRange<Int>

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}
