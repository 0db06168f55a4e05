import Findings

extension DeskFinding {
  var english: Wording {
    let left = "It stays in the in-box and was not touched."
    return switch self {
    case .open(_, let lock):
      Wording(
        found: "The file is open in WPS or another office program.", consequence: left,
        remedy: "Save and close it, then receive again; if nobody has it open, delete \(lock) beside it.")
    case .changing:
      Wording(
        found: "The file is still being written.", consequence: left,
        remedy: "Wait until it is copied or downloaded whole.")
    case .otherKind:
      Wording(
        found: "Files of this kind are no data (.xlsx, .xls, .csv, .tsv, .txt, .zip are).", consequence: left,
        remedy: "Take it out of the in-box; if it holds a table, save that as .xlsx.")
    case .busy:
      Wording(
        found: "Another qingheng is working on this in-box.", consequence: "Nothing was done this time.",
        remedy: "Wait until it has finished.")
    case .reviewOpen(_, let lock):
      Wording(
        found: "The workbook of questions is open in WPS or another office program.",
        consequence: "No file was received, so that nothing being written there is lost.",
        remedy: "Save and close it; if nobody has it open, delete \(lock) beside it.")
    case .notMoved(_, let reason):
      Wording(
        found: reason == .rights
          ? "The system does not let the file be moved." : "The file cannot be put among those received.",
        consequence: "Its rows are in the database; the file is still in the in-box.",
        remedy: "Check rights and space; the next time it is moved without being imported twice.")
    case .changedSince:
      Wording(
        found: "Somebody wrote the file again while it was received.",
        consequence: "What it was before is in the database; the file stays in the in-box.",
        remedy: "Close it and receive again: the differences are listed then.")
    case .answerStale(_, let file):
      Wording(
        found: "The answer is about an older \"\(file)\".",
        consequence: "Nothing was done about the file on its account.",
        remedy: "Choose again in the new workbook of questions.")
    case .answer(_, let problem):
      Wording(
        found: problem.english, consequence: "The answer was not taken; the question is in the new workbook again.",
        remedy: "Answer it there.")
    case .mendedRefused(_, let rows, let table):
      Wording(
        found: "\(counted(rows, "mended row")) could not be imported into \(table); the reasons stand above.",
        consequence: "They are in the new workbook of questions again.", remedy: "Mend them there, or choose 不导入.")
    case .doubtToMend(_, let count):
      Wording(
        found: "\(counted(count, "answer")) that a cell should say something else.",
        consequence: "They are recorded; the database is as it was.",
        remedy: "Mend the file itself, put it into the in-box, and choose 取代批次 for it.")
    case .commentOnOldRun(_, let scheme, let period):
      Wording(
        found: "The sheet is not about the latest run of \(scheme) \(period).",
        consequence: "It was taken and filed all the same.", remedy: "See whether the new result has the same fault.")
    }
  }
}

extension DeskFinding.AnswerProblem {
  var english: String {
    switch self {
    case .columnMissing(let column): "The column \"\(column)\" is missing."
    case .wordUnknown(let word): "\"\(word)\" is none of the answers."
    case .unitUnknown(let text, let nearest):
      "No unit is called \"\(text)\"." + (nearest.map { " Did you mean \"\($0)\"?" } ?? "")
    case .unitAmbiguous(let text, let units): "Several units are called \"\(text)\": \(units.joined(separator: ", "))."
    case .contradiction(let text, let units):
      "\"\(text)\" was answered as two units: \(units.joined(separator: ", "))."
    case .taken(let text, let code): "\"\(text)\" is a name of the unit \(code) already."
    case .valueMissing: "The cell should say something else, and nothing says what."
    case .valueUnused: "A new value is written, and its use was not chosen."
    case .signerMissing(let text): "\"\(text)\" has a unit, and 核对人 says not who answered."
    case .dayUnreadable(let day): day.isEmpty ? "日期 is empty." : "The 日期 \"\(day)\" is no day."
    }
  }
}
