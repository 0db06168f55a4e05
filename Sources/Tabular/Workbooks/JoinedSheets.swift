import Findings

/// Several sheets of one workbook and one layout, read one after the other as one table. Whoever joins them has seen
/// that their headers are the same.
package struct JoinedSheets: RecordFile {
  private let first: SheetFile
  private let sheets: [(sheet: SheetFile, headerEnd: Int)]

  /// - Parameter sheets: at least one, each with the last row of its header.
  package init?(_ sheets: [(sheet: SheetFile, headerEnd: Int)]) {
    guard let first = sheets.first?.sheet else { return nil }
    self.first = first
    self.sheets = sheets
  }

  package var name: String { first.name }
  package var path: String { first.path }
  package var sheet: String { SheetRow.joined(sheets.map(\.sheet.sheet)) }
  package var sha256: String { first.sha256 }

  package func records() -> RecordReader {
    let workbook = first.workbook
    let feed = JoinedRows(sheets.map { ($0.sheet.rows(), $0.headerEnd) })
    return RecordReader(feed, of: workbook.source, name: workbook.name, digest: workbook.digest)
  }
}

/// The rows of the first sheet, and of the others what stands below their headers.
private final class JoinedRows: RowFeed {
  private var feed: any RowFeed
  private var rest: ArraySlice<(feed: any RowFeed, headerEnd: Int)>
  private var number = 0
  private var width: Int?
  private var finished = SheetTally()

  init(_ feeds: [(any RowFeed, Int)]) {
    feed = feeds[0].0
    rest = feeds[1...].map { (feed: $0.0, headerEnd: $0.1) }[...]
  }

  var sheet: String { feed.sheet }
  var row: Int { feed.row }
  var rowsBefore: Int { number * SheetRow.most }
  var count: Int { feed.count }
  var hasMarks: Bool { feed.hasMarks }
  var hasLooks: Bool { feed.hasLooks }
  var failure: TabularFinding? { feed.failure }
  var tally: SheetTally { finished.joined(feed.tally, rowsBefore: rowsBefore) }
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8> { feed.text(index) }
  func mark(_ index: Int) -> CellMark? { feed.mark(index) }
  func isOwn(_ index: Int) -> Bool { feed.isOwn(index) }
  func show(_ index: Int) { feed.show(index) }

  func fix(width: Int) {
    self.width = width
    feed.fix(width: width)
  }

  func advance() -> Bool {
    while !feed.advance() {
      guard feed.failure == nil, let next = rest.popFirst() else { return false }
      finished = tally
      feed = next.feed
      number += 1
      while feed.row < next.headerEnd { guard feed.advance() else { break } }
      if let width { feed.fix(width: width) }
    }
    return true
  }
}

extension SheetTally {
  /// With what was noticed in a further sheet.
  fileprivate func joined(_ other: SheetTally, rowsBefore: Int) -> SheetTally {
    var all = self
    all.cellsBeyond += other.cellsBeyond
    all.cellsMerged += other.cellsMerged
    all.rowsHidden += other.rowsHidden
    all.firstBeyond = firstBeyond ?? other.firstBeyond.map { ($0.row + rowsBefore, $0.column) }
    all.firstMerged = firstMerged ?? other.firstMerged.map { ($0.row + rowsBefore, $0.column) }
    all.firstHidden = firstHidden ?? other.firstHidden.map { $0 + rowsBefore }
    return all
  }
}
