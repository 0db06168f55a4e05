import Findings

extension DeskSentence {
  var english: String {
    switch self {
    case .emptyInbox(let folder): "The in-box is empty. Put files into \(folder) and receive again."
    case .moved(let path): "  moved to \(path)"
    case .left(let path): "  stays in the in-box; why, and what can be done, stands in \(path)"
    case .refusedByPerson(let path): "not imported, as was answered; moved to \(path)"
    case .namesTaken(let count, let path): "\(counted(count, "name")) of units taken (\(path))"
    case .rowsMended(let rows, let table, let batch):
      "\(counted(rows, "mended row")) imported into \(table) (batch \(batch))"
    case .rowsDropped(let rows): "\(counted(rows, "row")) set aside for good, as was answered"
    case .doubtsAnswered(let count, let path): "\(counted(count, "answer")) to doubts recorded (\(path))"
    case .periodAnswered(let period): "The period to be scored: \(period), as answered"
    case .comment(let unit, let agreed, let objected, let open, let path):
      "\(unit): agrees with \(counted(agreed, "item")), objects to \(objected), left \(open) open; recorded in \(path)"
    case .review(let path, let files, let names, let rows, let doubts):
      "Questions for you in \(path): "
        + [(files, "file"), (names, "name"), (rows, "row"), (doubts, "doubt")].filter { $0.0 > 0 }
        .map { counted($0.0, $0.1) }.joined(separator: ", ") + ". Fill it in and receive again"
    case .nothingToReview: "no questions"
    case .toDo(let summary, let path): "\(summary) See \(path)"
    case .noObligations: "No obligations are laid down (obligations.yaml): no to-do list"
    case .problems(let summary, let path): "\(summary) See \(path)"
    case .noLedgers: "There is no problem ledger"
    case .noPeriod: "No rows with a period yet: which one to score is not known"
    case .period(let period): "Period: \(period) (that of the latest rows; name another if you want it)"
    case .scored(let heading): heading
    case .noData(let scheme, let period): "\(scheme): no rows in \(period), not scored"
    case .noSchemes: "There is no scheme"
    case .report(let path, let files): "Report: \(path)" + (files > 1 ? " (\(files) files)" : "")
    case .noReports: "No report to write: it takes a notebook (notebooks-md) and a kept run"
    case .importing(let file): "importing \(file)"
    case .workingOut(let name): "working out \(name)"
    case .writing(let name): "writing \(name)"
    }
  }
}
