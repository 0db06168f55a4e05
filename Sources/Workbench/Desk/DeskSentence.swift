import Findings

/// What the desk says of its work, a line each.
enum DeskSentence: Equatable {
  case emptyInbox(String)
  case moved(String)
  case left(String)
  case refusedByPerson(String)
  case namesTaken(Int, path: String)
  case rowsMended(Int, table: String, batch: String)
  case rowsDropped(Int)
  case doubtsAnswered(Int, path: String)
  case periodAnswered(String)
  case comment(unit: String, agreed: Int, objected: Int, open: Int, path: String)
  case review(path: String, files: Int, names: Int, rows: Int, doubts: Int)
  case nothingToReview
  case toDo(String, path: String)
  case noObligations
  case problems(String, path: String)
  case noLedgers
  case noPeriod
  case period(String)
  case scored(String)
  case noData(scheme: String, period: String)
  case noSchemes
  case report(String, files: Int)
  case noReports
  /// What is being done just now.
  case importing(String)
  case workingOut(String)
  case writing(String)

  func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
