import Findings
import Store

extension CommandSentence {
  var english: String {
    switch self {
    case .file(let file, let outcome): english(outcome, file)
    case .batchUndone(let batch, let file, let rows):
      "Batch \(batch) is undone: the \(counted(rows, "row")) of \(file) no longer \(rows == 1 ? "counts" : "count"). The file can be imported again."
    case .linted(let specs, let schemes, let examples, let problems, let warnings):
      "Checked \(counted(specs, "table spec")), \(counted(schemes, "scheme")) and \(counted(examples, "example")): \(counted(problems, "problem")), \(counted(warnings, "warning"))"
    case .reminded(let items, let units, let role):
      items == 0
        ? "Nothing to remind of; nothing was recorded."
        : "Recorded in the name of \(role): \(counted(items, "thing")) owed by \(counted(units, "unit"))."
    case .workspaceMade(let path):
      "The workspace \(path) is ready. Next: list the units in datasets/_shared/units.csv, and describe the tables in datasets/<system>/tables."
    case .schemasWritten(let count, let folder): "Wrote \(counted(count, "JSON Schema")): \(folder)"
    case .staged(let scheme, let period, let stage, let run, let role, let day):
      "\(scheme) \(period): \(stage.name(in: .english)) (\(day), \(role)), run \(run)"
    case .stageWithdrawn(let scheme, let period, let stage, let day, let run, let role):
      "\(scheme) \(period): the \(stage.name(in: .english)) of \(day) (run \(run)) was undone by \(role)"
    case .workspace(let path): "Workspace: \(path)"
    case .contents(let units, let specs, let schemes):
      "\(counted(units, "unit")), \(counted(specs, "table spec")), \(counted(schemes, "scheme"))"
    case .databaseWhole: "Database: whole"
    case .protectedWhole: "Protected database: whole"
    case .protectedAbsent: "Protected database: nothing protected was imported yet"
    case .protectedRenewed(let at, let by, let batches):
      "Protected database: begun anew on \(at) by \(by); \(counted(batches, "lost batch", "lost batches")) given up"
    case .font(let path): "Chinese font: \(path)"
    case .rejectReason(let code): Self.englishReasons[code] ?? code
    }
  }

  private func english(_ outcome: FileImport, _ file: String) -> String {
    switch outcome {
    case .imported(let batch, let table, let rows, let rejects, let rejectFile):
      let list = rejectFile.map { ", see \($0)" } ?? ""
      let aside = rejects == 0 ? "" : ", \(rejects) set aside\(list)"
      return "\(file) → \(table): \(counted(rows, "row"))\(aside) (batch \(batch))"
    case .rehearsed(let table, let rows, let rejects):
      return "\(file) → \(table): rehearsed, \(counted(rows, "row")), \(rejects) set aside; nothing was kept"
    case .alreadyImported(let batch): return "\(file): already imported (batch \(batch))"
    case .refused: return "\(file): not imported"
    }
  }

  private static let englishReasons = [
    "unit-unknown": "unknown unit", "unit-not-then": "no such unit then", "unit-ambiguous": "ambiguous unit",
    "row-key-repeated": "repeated", "row-ragged": "wrong number of cells", "cell-missing": "empty cell",
    "cell-wrong-type": "wrong form", "cell-out-of-range": "out of range", "period-unreadable": "unreadable date",
  ]
}
