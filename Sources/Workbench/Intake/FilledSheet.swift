import Findings
import Tables
import Tabular

/// A small table that a person filled in, in whatever format an office saved it.
enum FilledSheet {
  /// - Parameter sheet: of a workbook; nil: its first that is not hidden.
  /// - Returns: nil, with the reasons in the log, if it cannot be read or lacks a header.
  static func read(
    _ path: String, name: String, sheet: String? = nil, required: [String] = [], log: FindingLog
  ) -> TableRows? {
    guard let data = DataFile.open(path, name: name, log: log) else { return nil }
    return read(data, name: name, sheet: sheet, required: required, log: log)
  }

  static func read(
    _ data: DataFile, name: String, sheet: String? = nil, required: [String] = [], log: FindingLog
  ) -> TableRows? {
    switch data {
    case .text(let text):
      return text.delimited(encoding: .auto, headerRow: 1, log: log).flatMap {
        TableRows.read($0, required: required, log: log)
      }
    case .workbook(let book):
      guard let found = book.sheets.first(where: { sheet == nil ? !$0.isHidden : $0.name == sheet }) else {
        log.add(TableFinding.file(.file(name), .sheetUnknown(pattern: sheet ?? "*", sheets: book.sheets.map(\.name))))
        return nil
      }
      return TableRows.read(book.file(found), required: required, log: log)
    case .archive:
      log.add(IntakeFinding.sheetInArchive(.file(name)))
      return nil
    }
  }
}
