import Findings

/// What there is to say about files in the in-box and about answers in workbooks.
package enum DeskFinding: Finding, Equatable {
  /// An office program has the file open.
  case open(Place, lock: String)
  /// It is being written while we look.
  case changing(Place)
  /// Its ending is none that data have.
  case otherKind(Place)
  /// Another program works on the in-box.
  case busy(Place)
  /// The questions are open in an office program.
  case reviewOpen(Place, lock: String)
  /// It is in, and could not be put among those received.
  case notMoved(Place, WriteObstacle)
  /// It is in as it was; meanwhile somebody wrote it again.
  case changedSince(Place)
  /// An answer about a file that is another one by now.
  case answerStale(Place, file: String)
  case answer(Place, AnswerProblem)
  /// Rows that were mended could not be taken.
  case mendedRefused(Place, rows: Int, table: String)
  /// Cells that should say something else: only their file can be mended.
  case doubtToMend(Place, count: Int)
  /// A unit's sheet about a result that has been computed anew since.
  case commentOnOldRun(Place, scheme: String, period: String)

  /// An answer of which nothing was taken.
  package enum AnswerProblem: Sendable, Equatable {
    case columnMissing(String)
    case wordUnknown(String)
    case unitUnknown(String, nearest: String?)
    case unitAmbiguous(String, units: [String])
    case contradiction(text: String, units: [String])
    case taken(text: String, by: String)
    case valueMissing
    case valueUnused
    /// Nobody says who answered for the name.
    case signerMissing(text: String)
    case dayUnreadable(String)
  }

  package var code: String {
    switch self {
    case .open: "inbox-file-open"
    case .changing: "inbox-file-changing"
    case .otherKind: "inbox-file-of-other-kind"
    case .busy: "inbox-busy"
    case .reviewOpen: "review-open"
    case .notMoved: "inbox-file-not-moved"
    case .changedSince: "inbox-file-changed-since"
    case .answerStale: "answer-stale"
    case .answer: "answer-unusable"
    case .mendedRefused: "answer-rows-refused"
    case .doubtToMend: "answer-to-mend"
    case .commentOnOldRun: "comment-on-old-run"
    }
  }

  package var severity: Severity {
    switch self {
    case .busy, .reviewOpen, .notMoved: .problem
    default: .warning
    }
  }

  package var place: Place {
    switch self {
    case .open(let place, _), .changing(let place), .otherKind(let place), .busy(let place), .reviewOpen(let place, _),
      .notMoved(let place, _), .changedSince(let place), .answerStale(let place, _), .answer(let place, _),
      .mendedRefused(let place, _, _), .doubtToMend(let place, _), .commentOnOldRun(let place, _, _):
      place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
