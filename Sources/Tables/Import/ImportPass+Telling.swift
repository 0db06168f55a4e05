import Findings
import Tabular

extension ImportPass {
  /// What only the whole file tells, and nobody has to mend.
  func tell(beside sheet: SheetTally, of file: any RecordFile, at place: Place) {
    tellOfMergedNumbers()
    for read in dateReadings.columns {
      let words = isReticent ? nil : read.words
      log.add(
        TableFinding.file(
          read.place, .datesRead(column: read.column, count: read.count, words: words, day: read.day)))
    }
    reportSurvey(at: place)
    for carried in forerunners.all {
      log.add(
        TableFinding.file(
          carried.place,
          .unitsCarried(
            count: carried.count, written: spec.isProtected ? nil : shortened(carried.written),
            unit: spec.isProtected ? nil : units?.shown(at: carried.unit))))
    }
    if let firstBlank { log.add(TableFinding.file(firstBlank, .blankRows(count: blankRows))) }
    tellOfRows(beside: sheet, of: file)
    if let units, !units.newUnits.isEmpty, !isStopped {
      let kind = spec.unit?.kinds.first ?? ""
      log.add(TableFinding.file(place, .unitsRegistered(count: units.newUnits.count, kind: kind)))
    }
  }

  /// Too many rows set aside: nothing is taken. Rows that were never meant for the table do not count.
  func judgeRejectLimit(at place: Place) {
    guard Double(rejected - strangers) > spec.rejectLimit * Double(rowsRead) else { return }
    isStopped = true
    log.add(TableFinding.file(place, .rejectLimit(rejected: rejected, read: rowsRead, limit: spec.rejectLimit)))
  }
}
