import Findings
import Tabular

/// What cells and rows are beside their texts: marks of sheets, “as above”, rows that are no data.
extension ImportPass {
  /// Whether the cell cannot be used whatever its text, which is judged here.
  func isMarked(_ column: ColumnReader, _ cell: CellBytes, _ reader: inout RecordReader) -> Bool {
    var verdict = reader.mark(column.cell).flatMap(column.verdict)
    if vainDittos.contains(column.cell) { verdict = .dittoFirst }
    guard let verdict else { return false }
    column.putNothing(row: row)
    if spec.key.contains(column.spec.id) { hasBadKey = true }
    judge(column, verdict, cell, &reader)
    return true
  }

  /// Whether the row's first text says that the row is no data.
  func isSkipped(_ reader: inout RecordReader) -> Bool {
    for index in 0..<reader.count where reader.isOwn(index) {
      let cell = trimmed(reader.cell(index))
      if cell.isEmpty { continue }
      let text = string(cell).filter { !$0.isWhitespace }
      return spec.file.skippedRows.contains { TableSpec.FileRule.fits(text, $0) }
    }
    return false
  }

  func isBlank(_ reader: inout RecordReader) -> Bool {
    for cell in 0..<reader.count where !trimmed(reader.cell(cell)).isEmpty { return false }
    return true
  }

  /// Which cells a reject keeps: of anonymous tables the unit, of protected ones the key, its number in the ledger.
  static func rejectCells(
    _ spec: TableSpec, _ columns: [ColumnReader]
  ) -> [(header: String, cell: Int)] {
    columns.filter { column in
      let id = column.spec.id
      if spec.isAnonymous { return id == spec.unit?.column }
      if spec.isProtected { return spec.key.contains(id) }
      return true
    }
    .filter { $0.cell != HeaderMatch.absent }
    .map { ($0.spec.header, $0.cell) }
    .sorted { $0.1 < $1.1 }
  }

  /// The cells that the form had filled in, by their headers.
  static func givenCells(_ spec: TableSpec, _ columns: [ColumnReader]) -> Set<Int> {
    guard !spec.file.givenHeaders.isEmpty else { return [] }
    // What is written once for a visit says nothing of a row either.
    let given = Set((spec.file.givenHeaders + spec.file.onceHeaders).map(headerForm))
    return Set(columns.filter { given.contains(headerForm($0.spec.header)) }.map(\.cell))
  }

  /// Whether the row has nothing but what the form had given.
  func isUnfilled(_ reader: inout RecordReader) -> Bool {
    for index in 0..<reader.count where !givenCells.contains(index) && !trimmed(reader.cell(index)).isEmpty {
      return false
    }
    return true
  }

  /// Says what was read otherwise than it stands, or not at all.
  func tellOfRows(beside sheet: SheetTally, of file: any RecordFile) {
    if let firstSkipped {
      log.add(
        TableFinding.file(firstSkipped, .rowsSkipped(count: skippedRows, patterns: spec.file.skippedRows)))
    }
    tellOfSeeing(sheet, of: file)
    if let (row, column) = sheet.firstMerged, sheet.cellsMerged > seeing.mergedCount {
      let place = Place.cell(file.name, sheet: file.sheet, row: row, column: column)
      log.add(TableFinding.file(place, .cellsMerged(count: sheet.cellsMerged - seeing.mergedCount)))
    }
    if let (row, column) = sheet.firstBeyond {
      let place = Place.cell(file.name, sheet: file.sheet, row: row, column: column)
      log.add(TableFinding.file(place, .cellsBeyond(count: sheet.cellsBeyond)))
    }
  }
}
