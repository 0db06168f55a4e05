import Findings
import Store

package struct ImportRequest {
  /// Files and folders, as the command names them.
  let files: [String]
  let table: String?
  let period: String?
  /// Do everything, keep nothing (`--dry-run`).
  let isRehearsal: Bool
  let correction: RequestedCorrection
  /// Begins the protected database anew where it is lost for good (`--new-protected`).
  let renewsProtected: Bool
  let language: Language
  /// Where the workbook of questions goes (核对); nil: none is written.
  let reviewPath: String?
  /// A person has looked at the rows that cannot be used: the others are taken however many those are.
  var takesRest = false
  /// What a person must say is asked in a workbook, and nowhere else.
  var asksInWorkbook = false

  package init(
    files: [String], table: String?, period: String?, isRehearsal: Bool, correction: RequestedCorrection = .none,
    renewsProtected: Bool = false, language: Language, reviewPath: String? = nil
  ) {
    self.renewsProtected = renewsProtected
    self.correction = correction
    self.reviewPath = reviewPath
    self.files = files
    self.table = table
    self.period = period
    self.isRehearsal = isRehearsal
    self.language = language
  }
}

/// What became of one file.
package enum FileImport: Equatable {
  case imported(batch: BatchName, table: String, rows: Int, rejects: Int, rejectFile: String?)
  case corrected(batch: BatchName, table: String, rows: Int, rejects: Int, rejectFile: String?, Corrected)
  case rehearsed(table: String, rows: Int, rejects: Int)
  /// `rejects`: how many of its rows were set aside then.
  case alreadyImported(batch: BatchName, rejects: Int)
  case refused

  /// Without what only a command line can use.
  var withoutPaths: FileImport {
    switch self {
    case .imported(let batch, let table, let rows, let rejects, _):
      .imported(batch: batch, table: table, rows: rows, rejects: rejects, rejectFile: nil)
    case .corrected(let batch, let table, let rows, let rejects, _, let corrected):
      .corrected(batch: batch, table: table, rows: rows, rejects: rejects, rejectFile: nil, corrected)
    case .alreadyImported(let batch, _): .alreadyImported(batch: batch, rejects: 0)
    case .rehearsed, .refused: self
    }
  }
}

/// What became of one file; `label` is what to call it: a workbook with the sheet that was read.
struct ImportedFile {
  var outcome: FileImport
  var label: String
  var comparison: FileComparison?
}

package enum ImportSummary: Sendable { case clean, withRejects, refused }
