import Findings
import Store

extension CommandSentence {
  var english: String {
    switch self {
    case .file(let file, let outcome): english(outcome, file)
    case .deskFile(let file, let outcome): english(outcome.withoutPaths, file)
    case .reviewWritten(let path): "questions written to \(path)"
    case .nothingToReview: "no questions"
    case .restored(.batches(let batches)): "What it had replaced is current again: \(list(batches))."
    case .restored(.rows(let count, let batches)):
      "What it had amended is as it was: \(counted(count, "row")) of \(list(batches))."
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
    case .aliasRemoved(let name, let codes, let path):
      "The alias \(name) (\(codes.joined(separator: ", "))) was taken back, recorded in \(path). Rows that it had brought in stand as they were; to change them, import their file again with --replaces."
    case .aliasesTaken(let count, let open, let path, let again):
      "\(counted(count, "alias", "aliases")) taken (\(path))"
        + (open > 0 ? ", \(open) without an answer" : "") + ". "
        + (again.map { "Now run: \($0)" }
          ?? "Import the file again; where it has a batch already, with --replaces BATCH (qingheng batches lists them).")
    case .typingsEqual(let rows): "Both typings are the same: \(counted(rows, "row"))"
    case .surveyDrafted(let columns, let rows, let path):
      "Drafted from \(counted(columns, "column")) of \(counted(rows, "answer")): \(path). Check the sheets, write 核对人 and 核对日期, then run qingheng survey spec \(quotedArgument(path)) --out SPEC.yaml"
    case .specMade(let table, let path): "The spec of the table \(table): \(path)"
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
    case .corrected(let batch, let table, let rows, let rejects, let rejectFile, let corrected):
      let line = english(
        .imported(batch: batch, table: table, rows: rows, rejects: rejects, rejectFile: rejectFile), file)
      switch corrected {
      case .batches(let batches): return line + ", instead of \(list(batches))"
      case .rows(let count, let batches): return line + ", instead of \(counted(count, "row")) of \(list(batches))"
      }
    case .rehearsed(let table, let rows, let rejects):
      return "\(file) → \(table): rehearsed, \(counted(rows, "row")), \(rejects) set aside; nothing was kept"
    case .alreadyImported(let batch, let rejects):
      return "\(file): already imported (batch \(batch))"
        + (rejects > 0
          ? ", \(counted(rejects, "row")) set aside; to read it anew by today's register and specs, add --replaces \(batch)"
          : "")
    case .refused: return "\(file): not imported"
    }
  }

  private func list(_ batches: [BatchName]) -> String {
    "batch " + batches.map(\.description).joined(separator: ", ")
  }

  private static let englishReasons = [
    "unit-unknown": "unknown unit", "unit-not-then": "no such unit then", "unit-ambiguous": "ambiguous unit",
    "row-key-repeated": "repeated", "row-ragged": "wrong number of cells", "cell-missing": "empty cell",
    "cell-wrong-type": "wrong form", "cell-out-of-range": "out of range", "period-unreadable": "unreadable date",
  ]
}
