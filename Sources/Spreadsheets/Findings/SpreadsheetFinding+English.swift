import Findings

extension SpreadsheetFinding {
  var english: Wording {
    switch self {
    case .tooLarge(_, let rows, let columns):
      Wording(
        found:
          "There are \(rows) rows and \(columns) columns; a sheet takes \(Sheet.mostRows) rows and \(Sheet.mostColumns) columns.",
        consequence: "No workbook was written.", remedy: "Ask for less (as with --unit), or take --format csv.")
    case .unfinished(_, let reason):
      Wording(
        found: "The workbook was not finished: \(reason).",
        consequence: "No workbook was written; nothing else has changed.",
        remedy: "See whether the folder for temporary files (/tmp) is full or closed, and run it again.")
    }
  }
}
