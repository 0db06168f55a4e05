import Findings
import Register
import Store

/// What a command prints about its own work. Worded in one file per language, as findings are.
enum CommandSentence: Equatable {
  case file(String, FileImport)
  /// The same for a clerk without a command line.
  case deskFile(String, FileImport)
  /// The workbook of questions about an import.
  case reviewWritten(String)
  case nothingToReview
  case batchUndone(BatchName, file: String, rows: Int)
  /// What the batch that was undone had come instead of.
  case restored(Corrected)
  case linted(specs: Int, schemes: Int, examples: Int, problems: Int, warnings: Int)
  /// Reminders that were kept as sent.
  case reminded(items: Int, units: Int, role: String)
  case workspaceMade(String)
  /// Answers about names; `open` names have none yet.
  /// - `again`: the command by which their file is imported once more; nil: the sheet does not say.
  case aliasesTaken(Int, open: Int, path: String, again: String?)
  /// A name that somebody had answered for was taken back; `path` has the record.
  case aliasRemoved(String, codes: [String], path: String)
  case typingsEqual(rows: Int)
  case surveyDrafted(columns: Int, rows: Int, path: String)
  case specMade(table: String, path: String)
  case schemasWritten(Int, folder: String)
  case staged(scheme: String, period: String, stage: DraftStage, run: String, role: String, day: CalendarDate)
  case stageWithdrawn(scheme: String, period: String, stage: DraftStage, day: CalendarDate, run: String, role: String)
  case workspace(String)
  case contents(units: Int, specs: Int, schemes: Int)
  case databaseWhole
  case protectedWhole
  /// Tables of work secrets are described, and nothing was imported into them.
  case protectedAbsent
  /// A lost protected database was begun anew, and batches were given up with it.
  case protectedRenewed(at: String, by: String, batches: Int)
  case font(String)
  /// Why a row was set aside, in a few words, by the code of its finding; a code without words stands for itself.
  case rejectReason(String)

  func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

/// A file's name as a command line takes it.
func quotedArgument(_ name: String) -> String {
  let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-_./+=:@%，、".contains($0) }
  return isPlain && !name.isEmpty ? name : "'" + name.replacing("'", with: "'\\''") + "'"
}
