import Findings
import Tabular

/// What surveys need beyond columns of one cell.
extension ImportPass {
  /// Several options in one cell, or a cell for each.
  func readChoices(_ reader: inout RecordReader) {
    let count = reader.count
    for (column, cells) in choiceColumns {
      let wasOpen = cells.openCount
      let (verdict, cell, text) = cells.read(into: column.slot, row: row) {
        $0 < count ? reader.cell($0) : CellBytes(start: nil, count: 0)
      }
      if cells.openCount > wasOpen { addedTexts.add(column.spec.id) { reader.place(ofCell: cell) } }
      switch verdict {
      case .unknownOption: unknownOption(text, column, at: reader.place(ofCell: cell))
      case .blank where column.isNeeded: judge(column, verdict, CellBytes(start: nil, count: 0), &reader)
      default: continue
      }
    }
  }

  /// Marks a row that is kept, if it was probably filled in without care.
  func markCareless(_ reader: inout RecordReader) {
    let count = reader.count
    careless?.mark(row: row, sourceRow: reader.sourceRow) {
      $0 < count ? reader.cell($0) : CellBytes(start: nil, count: 0)
    }
  }

  /// What only the whole file tells.
  func reportSurvey(at place: Place) {
    for text in addedTexts.columns {
      log.add(TableFinding.survey(text.place, .addedTextOpen(column: text.column, count: text.count)))
    }
    if let careless, careless.flagged > 0, !isStopped {
      let counts = CarelessRule.Sign.allCases.compactMap { sign in careless.counts[sign].map { (sign, $0) } }
      let problem = SurveyProblem.careless(
        flagged: careless.flagged, rows: rowsRead - rejected, signs: counts.map { .init(sign: $0.0, count: $0.1) })
      log.add(TableFinding.survey(place, problem))
    }
  }
}
