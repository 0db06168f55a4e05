import Findings
import Tabular

/// What was read otherwise than it stands, and is said at the end.
struct SeeingTally {
  struct Places {
    var count = 0
    var first: Place?

    mutating func add(_ place: @autoclosure () -> Place) {
      if count == 0 { first = place() }
      count += 1
    }
  }

  var headers = Places()
  var unwrapped = Places()
  var short = Places()
  /// The last row, if the file may end within it.
  var openEnd: Place?
  /// Numbers that stand in a cell above, by column.
  var mergedNumbers: [(column: ColumnReader, place: Place, rows: [Int])] = []
  var mergedCount = 0
}

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
      seeing.unwrapped.add(reader.place(ofCell: cell))
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
    seeing.mergedCount += 1
    if let index = seeing.mergedNumbers.firstIndex(where: { $0.column === column }) {
      seeing.mergedNumbers[index].rows.append(reader.row)
    } else {
      seeing.mergedNumbers.append((column, place, [reader.row]))
    }
  }

  func tellOfMergedNumbers() {
    for (column, place, rows) in seeing.mergedNumbers {
      log.add(
        TableFinding.cell(
          place, column: column.spec.id, .mergedNumber(rows: rows),
          effect: column.isStrict ? .rowRejected : .cellMissing))
    }
  }

  /// Says what only the whole file tells of cells and rows that were read otherwise than they stand.
  func tellOfSeeing(_ sheet: SheetTally, of file: any RecordFile) {
    func tell(_ places: SeeingTally.Places, _ problem: (Int) -> FileProblem) {
      if let first = places.first { log.add(TableFinding.file(first, problem(places.count))) }
    }
    tell(seeing.unwrapped) { .cellsUnwrapped(count: $0) }
    tell(seeing.headers) { .headerRepeated(count: $0) }
    tell(seeing.short) { .rowsShort(count: $0) }
    if let place = seeing.openEnd { log.add(TableFinding.file(place, .endOpen)) }
    if let row = sheet.firstHidden {
      let place = Place.cell(file.name, sheet: file.sheet, row: row, column: 1)
      log.add(TableFinding.file(place, .rowsHidden(count: sheet.rowsHidden)))
    }
  }
}
