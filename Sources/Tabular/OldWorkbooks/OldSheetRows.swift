import Glibc

/// The rows of one sheet of an .xls workbook, one at a time.
final class OldSheetRows: RowFeed {
  /// How freexl writes cells of formulas that came to nothing.
  static let errors = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#N/A!"]

  let sheet: String
  let failure: TabularFinding? = nil
  private(set) var row = 0
  private(set) var count = 0
  private(set) var hasMarks = false
  private(set) var hasLooks = false
  private(set) var tally = SheetTally()
  private let book: OldBook
  private let entry: Workbook.Sheet
  private var texts = TextArena()
  private var cells: [(range: Range<Int>, mark: CellMark?)] = []
  private var width: Int?

  init(_ book: OldBook, _ sheet: Workbook.Sheet, fileName: String) {
    self.book = book
    entry = sheet
    self.sheet = sheet.name
  }

  func fix(width: Int) { self.width = width }

  func advance() -> Bool {
    let size = book.size(of: entry)
    while row < size.rows {
      row += 1
      if take(columns: size.columns) { return true }
    }
    count = 0
    return false
  }

  /// - Returns: whether the row has any content.
  private func take(columns: Int) -> Bool {
    texts.removeAll()
    cells.removeAll(keepingCapacity: true)
    hasMarks = false
    hasLooks = false
    var hasContent = false
    for column in 0..<columns {
      let start = texts.count
      let (isThere, mark) = book.append(row - 1, column, to: &texts)
      if let width, column >= width {
        if isThere {
          if tally.cellsBeyond == 0 { tally.firstBeyond = (row, column + 1) }
          tally.cellsBeyond += 1
        }
        texts.cut(to: start)
        continue
      }
      cells.append((start..<texts.count, mark))
      if isThere { hasContent = true }
      if isThere, mark == nil, book.formats.hasLook(sheet, row: row - 1, column: column) { hasLooks = true }
      if mark != nil { hasMarks = true }
    }
    while let width, cells.count < width { cells.append((texts.count..<texts.count, nil)) }
    count = cells.count
    return hasContent
  }

  func text(_ index: Int) -> UnsafeBufferPointer<UInt8> { texts.text(cells[index].range) }
  func mark(_ index: Int) -> CellMark? { cells[index].mark }
  func isOwn(_ index: Int) -> Bool { true }

  func show(_ index: Int) {
    let (range, mark) = cells[index]
    guard mark == nil, !range.isEmpty, book.formats.hasLook(sheet, row: row - 1, column: index) else { return }
    let plain = String(decoding: texts.text(range), as: UTF8.self)
    guard let seen = book.formats.seen(plain, sheet, row: row - 1, column: index) else {
      cells[index].mark = .unseen
      hasMarks = true
      return
    }
    guard seen != plain else { return }
    let start = texts.count
    texts.append(seen)
    cells[index].range = start..<texts.count
  }
}
