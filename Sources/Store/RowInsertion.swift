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
    withCells(of: chunk.columns[...], []) { cells in
      do {
        for row in 0..<chunk.rowCount { try insert(row, of: chunk, cells, unitIDs: unitIDs, place: place) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  private func insert(_ row: Int, of chunk: ColumnChunk, _ cells: [Cells], unitIDs: [Int], place: Place) throws {
    let sourceRow = chunk.sourceRows[row]
    guard sourceRow > lastSourceRow else {
      throw FindingError(StoreFinding.batchOutOfOrder(place, row: sourceRow, after: lastSourceRow))
    }
    lastSourceRow = sourceRow
    let unit = chunk.units[row]
    guard unit < unitIDs.count else {
      throw FindingError(StoreFinding.databaseTrouble(place, code: 25, detail: "unit of a row"))
    }
    statement.bind(nextRow, at: 1)
    statement.bind(sourceRow, at: 3)
    statement.bind(unit < 0 ? nil : unitIDs[unit], at: 4)
    bindPeriod(chunk.periodFrom[row], at: 5)
    bindPeriod(chunk.periodTo[row], at: 6)
    for column in 0..<cells.count { cells[column].bind(row, to: statement, at: Int32(7 + column)) }
    try statement.run()
    nextRow += 1
  }

  private func bindPeriod(_ yyyymmdd: Int, at index: Int32) {
    if yyyymmdd == 0 { statement.bindNull(at: index) } else { statement.bind(yyyymmdd, at: index) }
  }
}

/// Where the cells of one column lie, for as long as the chunk is being inserted.
private enum Cells {
  case real(UnsafeBufferPointer<Double>)
  case integer(UnsafeBufferPointer<Int64>)
  case text(UnsafeRawBufferPointer, offsets: UnsafeBufferPointer<Int>, isNull: UnsafeBufferPointer<Bool>)

  @inline(__always)
  func bind(_ row: Int, to statement: RawStatement, at index: Int32) {
    switch self {
    case .real(let values): statement.bind(values[row], at: index)
    case .integer(let values):
      if values[row] == .min { statement.bindNull(at: index) } else { statement.bind(values[row], at: index) }
    case .text(let bytes, let offsets, let isNull):
      if isNull[row] {
        statement.bindNull(at: index)
      } else {
        statement.bind(staying: UnsafeRawBufferPointer(rebasing: bytes[offsets[row]..<offsets[row + 1]]), at: index)
      }
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
    values.withUnsafeBufferPointer { withCells(of: rest, found + [.real($0)], body) }
  case .integer(let values):
    values.withUnsafeBufferPointer { withCells(of: rest, found + [.integer($0)], body) }
  case .text(let text):
    text.bytes.withUnsafeBytes { bytes in
      text.offsets.withUnsafeBufferPointer { offsets in
        text.isNull.withUnsafeBufferPointer { isNull in
          withCells(of: rest, found + [.text(bytes, offsets: offsets, isNull: isNull)], body)
        }
      }
    }
  }
}
