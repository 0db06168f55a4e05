import Findings

/// What there is to say while files come in, beyond their rows: names to be answered for, typings that differ, drafts,
/// careless answers.
package enum IntakeFinding: Finding, Equatable {
  /// Names that no unit carries were written down for a person.
  /// - `again`: the command by which the file is imported once they are answered for.
  case namesCollected(Place, count: Int, sheet: String, again: String)
  /// A sheet of names that somebody filled in was not written over.
  case namesKept(Place, sheet: String)
  /// An answer about a name that cannot be taken, so that none of the sheet's was.
  case nameAnswer(Place, DeskFinding.AnswerProblem)
  /// No such name was answered for.
  case aliasAbsent(Place, path: String, nearest: String?)
  /// An archive where a sheet was asked for.
  case sheetInArchive(Place)
  case twiceKeyless(Place, table: String)
  /// One of the two typings could not be read whole.
  case twiceIncomplete(Place, rejects: Int)
  case twiceDiffers(Place, count: Int, list: String)
  /// The table's spec says nothing of careless answers, or its rows are work secrets.
  case carelessAbsent(Place)
  case carelessColumn(Place, column: String, legal: [String])
  /// Rows from before the spec asked for the marks.
  case carelessUnmarked(Place, rows: Int)
  case carelessHidden(Place, units: Int, minimumCell: Int)
  /// A spec cannot be drafted from codes.
  case mapCoded(Place)
  /// A draft is there already.
  case draftExists(Place)
  /// The draft does not say what the survey's files are called, so that no file would be recognised.
  case draftWithoutPattern(Place, pattern: String)

  package var code: String {
    switch self {
    case .namesCollected: "names-collected"
    case .twiceKeyless: "twice-keyless"
    case .twiceIncomplete: "twice-incomplete"
    case .twiceDiffers: "twice-differs"
    case .carelessAbsent: "careless-absent"
    case .carelessColumn: "careless-column"
    case .carelessUnmarked: "careless-unmarked"
    case .carelessHidden: "careless-hidden"
    case .mapCoded: "survey-map-coded"
    case .draftExists: "draft-exists"
    case .draftWithoutPattern: "draft-without-pattern"
    case .namesKept: "names-kept"
    case .nameAnswer: "name-answer"
    case .aliasAbsent: "alias-absent"
    case .sheetInArchive: "sheet-in-archive"
    }
  }

  package var severity: Severity {
    switch self {
    case .namesCollected, .namesKept, .carelessHidden: .note
    case .carelessUnmarked: .warning
    default: .problem
    }
  }

  package var place: Place {
    switch self {
    case .namesCollected(let place, _, _, _), .namesKept(let place, _), .nameAnswer(let place, _),
      .aliasAbsent(let place, _, _), .sheetInArchive(let place), .draftWithoutPattern(let place, _),
      .twiceKeyless(let place, _), .twiceIncomplete(let place, _),
      .twiceDiffers(let place, _, _), .carelessAbsent(let place), .carelessColumn(let place, _, _),
      .carelessUnmarked(let place, _), .carelessHidden(let place, _, _), .mapCoded(let place), .draftExists(let place):
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
