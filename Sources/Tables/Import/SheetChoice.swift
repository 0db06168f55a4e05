import Findings
import Tabular

extension TableSpec {
  /// The sheet of a workbook that holds the table: the one of the name that the spec gives, else the one visible sheet
  /// that has all headers.
  /// - Returns: nil, with the reason in the log, if there is none or more than one. Where no sheet has all headers it is
  ///   the one that has most of them, so that the import can say what it lacks.
  package func sheet(of workbook: Workbook, log: FindingLog) -> SheetFile? {
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
      log.add(TableFinding.file(place, .sheetSeveral(fitting.map(\.file.sheet))))
      return nil
    }
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
