import Findings
import Tabular

extension TableSpec {
  /// The sheet of a workbook that holds the table: the one of the name that the spec gives, else the one visible sheet
  /// that has all headers.
  /// - Returns: nil, with the reason in the log, if there is none or more than one. Where no sheet has all headers it is
  ///   the one that has most of them, so that the import can say what it lacks.
  package func sheet(of workbook: Workbook, log: FindingLog) -> (any RecordFile)? {
    let place = Place.file(workbook.name)
    let data = workbook.sheets.filter { $0.name != "_qingheng" }
    var candidates = data.filter { !$0.isHidden }
    if let pattern = file.sheet {
      candidates = data.filter { FileRule.fits($0.name, pattern) }
      if candidates.isEmpty {
        log.add(TableFinding.file(place, .sheetUnknown(pattern: pattern, sheets: data.map(\.name))))
        return nil
      }
    }
    let search = HeaderSearch(spec: self)
    let hidden = file.sheet == nil ? search.hiddenSheets(of: workbook, data) : []
    if !hidden.isEmpty { log.add(TableFinding.file(place, .sheetsHidden(hidden))) }
    if candidates.count == 1 {
      if candidates[0].isHidden { log.add(TableFinding.file(place, .sheetHiddenRead(candidates[0].name))) }
      return workbook.file(candidates[0])
    }
    let looks = candidates.map { (file: workbook.file($0), found: search.look(at: $0, in: workbook)) }
    let fitting = looks.filter { !$0.found.rows.isEmpty }
    switch fitting.count {
    case 1:
      // Where the row is looked for too, `HeaderSearch` tells both, unless it is the first.
      if let row = fitting[0].found.row, file.headerRow != nil || row == 1 {
        log.add(TableFinding.file(place, .headerFound(row: row, sheet: fitting[0].file.sheet)))
      }
      return fitting[0].file
    case 0:
      if let failure = looks.compactMap(\.found.failure).first {
        log.add(failure)
        return nil
      }
      let best = looks.filter { $0.found.best != nil }
        .max { ($0.found.best?.count ?? 0) < ($1.found.best?.count ?? 0) }
      if best == nil { log.add(TableFinding.file(place, .sheetNone(candidates.map(\.name)))) }
      return best?.file
    default:
      // The spec names them all: parts of one table, a sheet for each quarter.
      if file.sheet != nil {
        let rest = looks.filter { $0.found.rows.isEmpty && $0.found.best != nil }.map(\.file.sheet)
        return joined(fitting, candidates.filter(\.isHidden).map(\.name), lacking: rest, at: place, log: log)
      }
      log.add(TableFinding.file(place, .sheetSeveral(fitting.map(\.file.sheet))))
      return nil
    }
  }
}

extension TableSpec {
  /// Sheets with one header as one table.
  /// - Parameters:
  ///   - hidden: names of hidden sheets.
  ///   - lacking: sheets that have only a part of the headers.
  fileprivate func joined(
    _ sheets: [(file: SheetFile, found: HeaderSearch.Found)], _ hidden: [String], lacking: [String], at place: Place,
    log: FindingLog
  ) -> (any RecordFile)? {
    let first = sheets[0]
    let others = sheets.filter { $0.found.texts != first.found.texts }.map(\.file.sheet) + lacking
    for sheet in others { log.add(TableFinding.file(place, .sheetDiffers(sheet: sheet, first: first.file.sheet))) }
    for (file, found) in sheets where found.row == nil {
      log.add(
        TableFinding.file(
          .cell(place.file ?? "", sheet: file.sheet, row: 1, column: 1), .headerSeveral(rows: found.rows)))
    }
    let parts = sheets.compactMap { sheet in
      sheet.found.row.map { (sheet: sheet.file, headerEnd: $0 + file.headerRows - 1) }
    }
    guard others.isEmpty, parts.count == sheets.count else { return nil }
    let names = parts.map(\.sheet.sheet)
    log.add(TableFinding.file(place, .sheetsJoined(names)))
    for name in names where hidden.contains(name) { log.add(TableFinding.file(place, .sheetHiddenRead(name))) }
    return JoinedSheets(parts)
  }
}

extension HeaderSearch {
  /// Hidden sheets that have all headers: data that somebody may have forgotten.
  fileprivate func hiddenSheets(of workbook: Workbook, _ sheets: [Workbook.Sheet]) -> [String] {
    guard spec.columns.contains(where: { !$0.isDropped }) else { return [] }
    return sheets.filter { $0.isHidden && !look(at: $0, in: workbook).rows.isEmpty }.map(\.name)
  }

  fileprivate func look(at sheet: Workbook.Sheet, in workbook: Workbook) -> Found { look(at: workbook.file(sheet)) }
}
