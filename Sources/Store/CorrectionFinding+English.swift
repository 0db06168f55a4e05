import Findings

extension CorrectionFinding {
  var english: Wording {
    let nothingImported = "Nothing of the file was imported, and nothing was replaced."
    switch self {
    case .unknown(_, let batch):
      return Wording(
        found: "There is no batch \(batch).", consequence: nothingImported, remedy: "List them: qingheng batches")
    case .otherTable(_, let batch, let table, let own):
      return Wording(
        found: "Batch \(batch) belongs to table \(table), and this file to \(own).", consequence: nothingImported,
        remedy: "Name a batch of \(own); list them: qingheng batches")
    case .notCurrent(_, let batch, let by):
      let found = by.map { "Batch \(batch) was replaced by batch \($0) already." } ?? "Batch \(batch) was undone."
      return Wording(
        found: found, consequence: nothingImported,
        remedy: by.map { "To replace what stands now: --replaces \($0)" } ?? "Import the file without --replaces.")
    case .incomplete(_, let batches, let missing):
      return Wording(
        found: "Batches \(list(batches)) and \(list(missing)) hang together: one amended rows of another.",
        consequence: nothingImported,
        remedy:
          "If this file replaces all of them: --replaces \(list(batches + missing, ",")). To correct single rows: "
          + "--amend")
    case .unalike(_, let batches):
      return Wording(
        found: "Not one row of the file has the unit, period and key of a row of batch \(list(batches)).",
        consequence: nothingImported,
        remedy:
          "If it is the right batch all the same: qingheng undo \(batches.first.map { "\($0)" } ?? "N"), then import.")
    case .setsAside(_, let rejects, let before):
      return Wording(
        found: "\(counted(rejects, "row")) of the correction cannot be used; of what it corrects it was \(before).",
        consequence: nothingImported, remedy: "Correct the rows, so that none is lost, and import again.")
    case .withoutKey(_, let table):
      return Wording(
        found: "The table spec of \(table) names no key, so that no row can be told from another.",
        consequence: nothingImported, remedy: "Import the whole corrected file with --replaces.")
    case .amendsAnswers(_, let table):
      return Wording(
        found: "Table \(table) is anonymous; single answers of it are not corrected.", consequence: nothingImported,
        remedy: "Import the whole corrected file with --replaces.")
    case .amendsNothing(_, let columns):
      return Wording(
        found: "No row that stands has the unit, period and key (\(columns.joined(separator: ", "))) of a row of the "
          + "file.", consequence: nothingImported, remedy: "New rows are imported without --amend.")
    case .adds(_, let rows, let first):
      return Wording(
        found: "\(counted(rows, "row")) of the amendment stood nowhere before, the first in row \(first).",
        consequence: "They were added.",
        remedy: "If a key was mistyped: qingheng undo the new batch, correct the file, and import it again.")
    case .keyParts(_, let columns, let given):
      let key = columns.joined(separator: ", ")
      return Wording(
        found: columns.isEmpty
          ? "The table names no key, so that no row can be told from another."
          : "A row of the table is named by \(key); \(given) of these \(given == 1 ? "was" : "were") given.",
        consequence: "No row was listed.",
        remedy: columns.isEmpty ? "Look at the batches: qingheng batches" : "Give \(key), in this order.")
    case .noSuchRow(_, let table):
      return Wording(
        found: "No batch of table \(table) ever had this row.", consequence: "No row was listed.",
        remedy: "Check how the key is written; batches that were undone or replaced were looked at too.")
    case .severalFiles(_, let files):
      return Wording(
        found: "\(files) files follow --replaces.", consequence: "Nothing was imported.",
        remedy: "One file comes instead of a batch; import them one by one.")
    case .fewAnswers(_, let table, let least):
      return Wording(
        found: "In at least one unit of \(table) the files before and after differ in fewer than \(least) answers.",
        consequence: "Whoever sees its score before and after can work out what single persons answered.",
        remedy: "Publish one of both results only; if one is out, wait until more answers have come.")
    case .sameName(_, let batch, let at):
      return Wording(
        found: "A file of this name was imported as batch \(batch) at \(at); without a key rows cannot be compared.",
        consequence: "This file became a batch beside it, and both count.",
        remedy: "If it is that file, corrected or completed: undo the new batch, and import with --replaces \(batch).")
    case .corrected(_, let batch, let by, let isWhole):
      return Wording(
        found: isWhole
          ? "Batch \(batch) was replaced by batch \(list(by))."
          : "Rows of batch \(batch) were amended by batch \(list(by)).",
        consequence: "Nothing was undone.",
        remedy: by.last.map {
          "First undo the later one, which brings back what stood before: qingheng undo \($0)"
        } ?? "")
    }
  }
}

private func list(_ batches: [BatchName], _ separator: String = ", ") -> String {
  batches.map(\.description).joined(separator: separator)
}
