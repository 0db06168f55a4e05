import Findings
import Tables

/// The bulk insert of one batch.
final class RowInsertion {
  private let statement: RawStatement
  private let batch: Int
  private let columnCount: Int
  private var nextRow: Int
  private var lastSourceRow = 0

  init(into table: StoredTable, columns: [StoredColumn], batch: Int, firstRow: Int, db: Connection) throws {
    let names = StoredTable.fixedColumns.dropLast() + columns.map(\.name)
    let marks = repeatElement("?", count: names.count).joined(separator: ", ")
    statement = try RawStatement(
      db, "INSERT INTO \(quoted(table.sqlName)) (\(names.map(quoted).joined(separator: ", "))) VALUES (\(marks))")
    self.batch = batch
    columnCount = columns.count
    nextRow = firstRow
    statement.bind(batch, at: 2)
  }

  func insert(_ chunk: ColumnChunk, unitIDs: [Int], place: Place) throws {
    guard chunk.columns.count == columnCount else {
      throw FindingError(StoreFinding.databaseTrouble(place, code: 25, detail: "columns of a chunk"))
    }
    var failure: (any Error)?
    withCells(of: chunk.columns[...], []) { columns in
      columns.withUnsafeBufferPointer { columns in
        unitIDs.withUnsafeBufferPointer { unitIDs in
          do { try insert(chunk, columns, unitIDs: unitIDs, place: place) } catch { failure = error }
        }
      }
    }
    if let failure { throw failure }
  }

  /// No reference is counted and no array checked between one row and the next.
  private func insert(
    _ chunk: ColumnChunk, _ columns: UnsafeBufferPointer<Cells>, unitIDs: UnsafeBufferPointer<Int>, place: Place
  ) throws {
    let block = Self.blockRows
    let near = UnsafeMutableRawPointer.allocate(byteCount: max(1, columns.count * block * 8), alignment: 64)
    defer { near.deallocate() }
    for row in 0..<chunk.rowCount {
      let offset = row % block
      if offset == 0 {
        for (index, column) in columns.enumerated() {
          column.copy(row..<min(row + block, chunk.rowCount), to: near + index * block * 8)
        }
      }
      try bindFixed(row, of: chunk, unitIDs, place: place)
      for index in 0..<columns.count {
        columns[index].bind(row, near: near + (index &* block &+ offset) &* 8, to: statement, at: Int32(7 &+ index))
      }
      try statement.run()
      nextRow += 1
    }
  }

  /// The numbers of so many rows are copied together, column by column, before they are bound row by row: one cell of
  /// each column at a time would wait for the memory at nearly every one.
  private static let blockRows = 64

  @inline(__always)
  private func bindFixed(
    _ row: Int, of chunk: ColumnChunk, _ unitIDs: UnsafeBufferPointer<Int>, place: Place
  ) throws {
    let sourceRow = chunk.sourceRows[row]
    let unit = chunk.units[row]
    guard sourceRow > lastSourceRow else {
      throw FindingError(StoreFinding.batchOutOfOrder(place, row: sourceRow, after: lastSourceRow))
    }
    guard unit < unitIDs.count else {
      throw FindingError(StoreFinding.databaseTrouble(place, code: 25, detail: "unit of a row"))
    }
    lastSourceRow = sourceRow
    statement.bind(nextRow, at: 1)
    statement.bind(sourceRow, at: 3)
    if unit < 0 { statement.bindNull(at: 4) } else { statement.bind(unitIDs[unit], at: 4) }
    bindPeriod(chunk.periodFrom[row], at: 5)
    bindPeriod(chunk.periodTo[row], at: 6)
  }

  @inline(__always)
  private func bindPeriod(_ yyyymmdd: Int, at index: Int32) {
    if yyyymmdd == 0 { statement.bindNull(at: index) } else { statement.bind(yyyymmdd, at: index) }
  }
}

/// Where the cells of one column lie, for as long as the chunk is being inserted.
private struct Cells {
  enum Kind: UInt8 { case real, integer, text }
  let kind: Kind
  /// The numbers, or the bytes of all texts.
  let values: UnsafeRawPointer
  /// Of texts only.
  let offsets: UnsafePointer<Int>?
  let isNull: UnsafePointer<Bool>?

  init(
    _ kind: Kind, _ values: UnsafeRawPointer?, _ offsets: UnsafePointer<Int>? = nil,
    _ isNull: UnsafePointer<Bool>? = nil
  ) {
    self.kind = kind
    // A column without a single byte has no address; nothing is read there.
    self.values = values ?? UnsafeRawPointer(StaticString("").utf8Start)
    self.offsets = offsets
    self.isNull = isNull
  }

  /// Copies the numbers of some rows; texts stay where they are.
  func copy(_ rows: Range<Int>, to near: UnsafeMutableRawPointer) {
    if kind != .text { near.copyMemory(from: values + rows.lowerBound * 8, byteCount: rows.count * 8) }
  }

  /// - Parameter near: where the row's number was copied to.
  @inline(__always)
  func bind(_ row: Int, near: UnsafeMutableRawPointer, to statement: RawStatement, at index: Int32) {
    switch kind {
    case .real: statement.bind(near.load(as: Double.self), at: index)
    case .integer:
      let value = near.load(as: Int64.self)
      if value == .min { statement.bindNull(at: index) } else { statement.bind(value, at: index) }
    case .text:
      guard let offsets, let isNull, !isNull[row] else { return statement.bindNull(at: index) }
      let start = offsets[row]
      statement.bind(
        staying: UnsafeRawBufferPointer(start: values + start, count: offsets[row &+ 1] &- start), at: index)
    }
  }
}

/// Calls `body` with the addresses of all columns: no cell is copied on its way to SQLite. Nothing is thrown through
/// the nested closures: the compiler (6.3) frees such an error too early.
private func withCells(of columns: ArraySlice<ChunkColumn>, _ found: [Cells], _ body: ([Cells]) -> Void) {
  guard let column = columns.first else { return body(found) }
  let rest = columns.dropFirst()
  switch column {
  case .real(let values):
    values.withUnsafeBytes { withCells(of: rest, found + [Cells(.real, $0.baseAddress)], body) }
  case .integer(let values):
    values.withUnsafeBytes { withCells(of: rest, found + [Cells(.integer, $0.baseAddress)], body) }
  case .text(let text):
    text.bytes.withUnsafeBytes { bytes in
      text.offsets.withUnsafeBufferPointer { offsets in
        text.isNull.withUnsafeBufferPointer { isNull in
          let cells = Cells(.text, bytes.baseAddress, offsets.baseAddress, isNull.baseAddress)
          withCells(of: rest, found + [cells], body)
        }
      }
    }
  }
}
