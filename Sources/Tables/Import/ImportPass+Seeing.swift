import Findings
import Tabular

/// What a person sees of cells that say something else: codes with words in their number format, `="0123"`, rows that
/// only repeat the header.
extension ImportPass {
  /// Puts into the cells of texts what is seen of them.
  func seeTexts(_ reader: inout RecordReader) {
    if reader.hasLooks { for cell in seenCells { reader.show(cell) } }
    guard reader.holdsEqualsSign else { return }
    for cell in 0..<reader.count {
      guard let inside = unwrapped(reader.cell(cell)) else { continue }
      reader.replace(cell, with: inside)
      if unwrappedCells == 0 { firstUnwrapped = reader.place(ofCell: cell) }
      unwrappedCells += 1
    }
  }

  /// A number that is merged over rows stands once: who filled it in everywhere would count it as often as there are
  /// rows.
  func judge(mergedNumber column: ColumnReader, _ reader: inout RecordReader) {
    let place = reader.place(ofCell: column.cell)
    if column.isStrict {
      reasons.append(
        TableFinding.cell(place, column: column.spec.id, .mergedNumber(rows: [reader.row]), effect: .rowRejected))
    }
    mergedCount += 1
    if let index = mergedNumbers.firstIndex(where: { $0.column === column }) {
      mergedNumbers[index].rows.append(reader.row)
    } else {
      mergedNumbers.append((column, place, [reader.row]))
    }
  }

  func tellOfMergedNumbers() {
    for (column, place, rows) in mergedNumbers {
      log.add(
        TableFinding.cell(
          place, column: column.spec.id, .mergedNumber(rows: rows),
          effect: column.isStrict ? .rowRejected : .cellMissing))
    }
  }

  /// Says what only the whole file tells of cells and rows that were read otherwise than they stand.
  func tellOfSeeing(_ sheet: SheetTally, of file: any RecordFile) {
    if let firstUnwrapped { log.add(TableFinding.file(firstUnwrapped, .cellsUnwrapped(count: unwrappedCells))) }
    if let firstRepeated { log.add(TableFinding.file(firstRepeated, .headerRepeated(count: repeatedHeaders))) }
    if let firstShort { log.add(TableFinding.file(firstShort, .rowsShort(count: shortRows))) }
    if let openEnd { log.add(TableFinding.file(openEnd, .endOpen)) }
    if let row = sheet.firstHidden {
      let place = Place.cell(file.name, sheet: file.sheet, row: row, column: 1)
      log.add(TableFinding.file(place, .rowsHidden(count: sheet.rowsHidden)))
    }
  }
}
