import Findings
import Glibc

/// Reads records (RFC 4180) one after the other: cells as ranges of bytes, no allocation per record.
///
/// Cells are separated by the file's delimiter, records by LF, CR LF or CR. A cell that begins with a quotation mark
/// runs to the closing one; two of them inside stand for one, and line ends inside belong to the cell. A quotation mark
/// inside an unquoted cell is a character like any other.
package struct RecordReader: ~Copyable {
  /// No record is longer: one that seems so has a quotation mark that is never closed.
  package static let longestRecord = 1 << 26
  /// Four times as many as the widest sheet has.
  package static let mostCells = 1 << 16

  /// The record's number in the file from 1, empty lines included: the row that a spreadsheet shows.
  package private(set) var row = 0
  /// The row by which it is kept: one number among those of all sheets that are read as one table; see `SheetRow`.
  package var sourceRow: Int { row + (feed?.rowsBefore ?? 0) }
  /// The line on which the record begins, from 1.
  package private(set) var line = 1
  /// How many cells the record has.
  package private(set) var count = 0
  /// The cell behind whose closing quotation mark text stands; its bounds are then a guess. nil in a sound record.
  package private(set) var strayQuote: Int?
  /// Whether the file ends with the record, without a line end behind it.
  package private(set) var endsFile = false
  /// Whether the record's last cell ends with a quotation mark, so that nothing of it is missing.
  package var isClosed: Bool { count > 0 && cells[count - 1].isQuoted }
  /// How many lines the record fills.
  package var lineCount: Int { feed == nil ? nextLine - line : 1 }
  /// Why reading ended before the end of the file.
  package private(set) var failure: TabularFinding?

  let name: String
  let source: ByteSource
  /// Where records come from that do not stand in a text.
  let feed: (any RowFeed)?
  /// Waited for at the end, so that rows and digest are of the same bytes.
  private let digest: FileDigest?
  var window: TextWindow
  let delimiter: UInt8
  var cells: UnsafeMutablePointer<Cell>
  private var cellCapacity = 64
  /// The record's first byte in the window, and the first one behind it.
  var start = 0
  private var next = 0
  private var nextLine = 1
  private var scratch: UnsafeMutablePointer<UInt8>
  private var scratchCapacity = 1 << 12
  private var scratchUsed = 0
  /// Cells of the record that somebody gave another text.
  private var replaced: [(index: Int, text: UnsafeBufferPointer<UInt8>)] = []

  struct Cell {
    var start: Int
    var end: Int
    var isQuoted: Bool
    /// Whether the text is not what stands between start and end: quotation marks inside are written double, another
    /// text was given, or the record is none of a text.
    var isElsewhere: Bool
    /// Where in the scratch buffer the text with single ones stands, once somebody asked for it.
    var single: Range<Int>?
  }

  init(
    _ source: ByteSource, name: String, from position: Int, encoding: DelimitedFile.Encoding, delimiter: UInt8,
    digest: FileDigest?
  ) {
    self.digest = digest
    self.source = source
    feed = nil
    self.name = name
    self.delimiter = delimiter
    window = TextWindow(source, from: position, encoding: encoding)
    cells = .allocate(capacity: cellCapacity)
    scratch = .allocate(capacity: scratchCapacity)
    window.advance(to: 0)
  }

  /// A reader of rows that are no text.
  /// - Parameter source: the file that they come from.
  init(_ feed: any RowFeed, of source: ByteSource, name: String, digest: FileDigest?) {
    self.digest = digest
    self.source = source
    self.feed = feed
    self.name = name
    delimiter = 0
    window = TextWindow(ByteSource([]), from: 0, encoding: .utf8, capacity: 8)
    cells = .allocate(capacity: cellCapacity)
    scratch = .allocate(capacity: scratchCapacity)
  }

  deinit {
    cells.deallocate()
    scratch.deallocate()
  }

  /// Goes to the next record.
  /// - Returns: false at the end, or where reading cannot go on (`failure`).
  package mutating func advance() -> Bool {
    guard failure == nil else { return false }
    if !replaced.isEmpty { replaced.removeAll(keepingCapacity: true) }
    if let feed { return advance(feed) }
    start = next
    line = nextLine
    scratchUsed = 0
    while true {
      if start == window.count && window.isAtEnd {
        end()
        return false
      }
      switch scan() {
      case .complete:
        row += 1
        return true
      case .cut:
        guard window.count - start < Self.longestRecord else {
          failure = .recordTooLong(.line(name, line: line, column: 1), limit: Self.longestRecord)
          return false
        }
        window.advance(to: start)
        start = 0
      case .tooWide:
        failure = .recordTooWide(.line(name, line: line, column: 1), limit: Self.mostCells)
        return false
      case .unclosed(let opened):
        failure = .quoteUnclosed(place(ofByte: opened))
        return false
      }
    }
  }

  private mutating func end() {
    count = 0
    _ = digest?.value
    if !source.isUnchanged { failure = .changed(.file(name)) }
  }

  private mutating func advance(_ feed: any RowFeed) -> Bool {
    guard feed.advance() else {
      failure = feed.failure
      // What cannot be read on may be another file by now: damage that nobody will find in it is not what happened.
      if failure != nil, !source.isUnchanged { failure = .changed(.file(name)) }
      if failure == nil { end() }
      return false
    }
    row = feed.row
    line = feed.row
    count = 0
    for _ in 0..<feed.count { append(Cell(start: 0, end: 0, isQuoted: false, isElsewhere: true)) }
    return true
  }

  private enum Scan { case complete, cut, tooWide, unclosed(at: Int) }

  /// Finds the cells of the record at `start`.
  private mutating func scan() -> Scan {
    let bytes = UnsafePointer(window.base)
    let n = window.count
    let isFinal = window.isAtEnd
    var innerLines = 0
    var i = start
    count = 0
    strayQuote = nil
    endsFile = false
    while true {
      var cell = Cell(start: i, end: i, isQuoted: false, isElsewhere: false)
      if i < n, bytes[i] == quote {
        cell.isQuoted = true
        cell.start = i + 1
        var j = i &+ 1
        while true {
          j = firstOf(quote, bytes, from: j, to: n)
          if j < n, bytes[j] != quote {
            // CR LF is one line end; a CR that ends the window is looked at again with what follows.
            if bytes[j] == lineFeed || j &+ 1 < n && bytes[j &+ 1] != lineFeed { innerLines += 1 }
            j &+= 1
            continue
          }
          if j &+ 1 >= n && !isFinal { return .cut }
          if j >= n { return .unclosed(at: i) }
          guard j &+ 1 < n, bytes[j &+ 1] == quote else { break }
          cell.isElsewhere = true
          j &+= 2
        }
        cell.end = j
        i = j &+ 1
        while i < n, bytes[i] == space { i &+= 1 }
        if i < n, bytes[i] != delimiter, bytes[i] != lineFeed, bytes[i] != carriageReturn {
          strayQuote = strayQuote ?? count
          i = firstOf(delimiter, bytes, from: i, to: n)
        }
      } else {
        i = firstOf(delimiter, bytes, from: i, to: n)
        cell.end = i
      }
      if i >= n && !isFinal { return .cut }
      append(cell)
      if count > Self.mostCells { return .tooWide }
      if i >= n {
        endsFile = true
        break
      }
      let end = bytes[i]
      i &+= 1
      if end == delimiter {
        if i >= n && !isFinal { return .cut }
        continue
      }
      if end == carriageReturn {
        if i >= n && !isFinal { return .cut }
        if i < n, bytes[i] == lineFeed { i &+= 1 }
      }
      break
    }
    next = i
    nextLine = line + innerLines + 1
    return .complete
  }

  @inline(__always)
  private mutating func append(_ cell: Cell) {
    if count == cellCapacity { growCells() }
    cells[count] = cell
    count &+= 1
  }

  private mutating func growCells() {
    let larger = UnsafeMutablePointer<Cell>.allocate(capacity: cellCapacity * 2)
    larger.update(from: cells, count: count)
    cells.deallocate()
    cells = larger
    cellCapacity *= 2
  }

  /// The text of a cell, without its quotation marks; valid until the next record.
  @inline(__always)
  package mutating func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = cells[index]
    if cell.isElsewhere { return elsewhere(index) }
    return UnsafeBufferPointer(start: UnsafePointer(window.base + cell.start), count: cell.end &- cell.start)
  }

  /// Whether an equals sign stands anywhere in the record; never in those of sheets.
  package var holdsEqualsSign: Bool {
    feed == nil && memchr(window.base + start, 0x3D, next - start) != nil
  }

  /// Gives a cell of this record another text.
  /// - Parameter text: stays where it is until the next record.
  package mutating func replace(_ index: Int, with text: UnsafeBufferPointer<UInt8>) {
    guard index < count else { return }
    cells[index].isElsewhere = true
    replaced.append((index, text))
  }

  private mutating func elsewhere(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    if !replaced.isEmpty, let other = replaced.last(where: { $0.index == index }) { return other.text }
    if let feed { return feed.text(index) }
    return undoubled(index)
  }

  /// Copied, not changed in place: places are counted in the text as it stands.
  private mutating func undoubled(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    if let known = cells[index].single {
      return UnsafeBufferPointer(start: UnsafePointer(scratch + known.lowerBound), count: known.count)
    }
    // All cells of a record fit in its length, so the buffer moves only before the first of them is copied.
    if scratchUsed == 0, scratchCapacity < next - start {
      scratch.deallocate()
      scratchCapacity = (next - start) * 2
      scratch = .allocate(capacity: scratchCapacity)
    }
    let output = scratch + scratchUsed
    var written = 0
    var i = cells[index].start
    while i < cells[index].end {
      let byte = window.base[i]
      output[written] = byte
      written &+= 1
      i &+= byte == quote ? 2 : 1
    }
    cells[index].single = scratchUsed..<scratchUsed + written
    scratchUsed += written
    return UnsafeBufferPointer(start: UnsafePointer(output), count: written)
  }
}
