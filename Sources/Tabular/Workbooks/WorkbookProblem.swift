import Findings

/// What can be wrong with a workbook.
package enum WorkbookProblem: Error, Sendable, Equatable {
  /// Only a password opens it.
  case protected
  /// A document of an office program, but no workbook that is read here.
  case otherKind(Kind)
  case partMissing(String)
  /// A part that is no sound XML, or contradicts itself; line from 1, and what the reader says in English.
  case damaged(part: String, line: Int, reason: String)
  /// XML that declares a document type: no office program writes one, and entities are a known trap.
  case documentType(part: String)
  /// One token (a name, an attribute, a comment) of more bytes than any program writes, or elements far too deep.
  case tooIntricate(part: String)
  case cellTooLong(limit: Int)
  /// A cell behind column XFD or row 1,048,576, or before the one that it follows.
  case cellOutside(String)
  case rowTooLong(limit: Int)
  case stringsTooLong(limit: Int)
  /// Merged cells are told behind the rows; a sheet so large is read only once.
  case mergedTooLate(String, limit: Int)
  case tooManyMerged(limit: Int)
  /// An .xls workbook that cannot be read; the library's number.
  case oldDamaged(code: Int)
  /// A note: what the library does not tell of any .xls workbook.
  case oldFormat
  /// The sheets of an .xls workbook claim more cells than memory should be given.
  case oldTooLarge(cells: Int, limit: Int)

  package enum Kind: String, Sendable, CaseIterable { case openDocument, binaryWorkbook, document }

  var code: String {
    switch self {
    case .protected: "workbook-protected"
    case .otherKind: "workbook-kind"
    case .partMissing: "workbook-part-missing"
    case .damaged: "workbook-damaged"
    case .documentType: "workbook-document-type"
    case .tooIntricate: "workbook-too-intricate"
    case .cellTooLong: "workbook-cell-too-long"
    case .cellOutside: "workbook-cell-outside"
    case .rowTooLong: "workbook-row-too-long"
    case .stringsTooLong: "workbook-strings-too-long"
    case .mergedTooLate: "workbook-merged-too-late"
    case .tooManyMerged: "workbook-too-many-merged"
    case .oldDamaged: "workbook-old-damaged"
    case .oldFormat: "workbook-old"
    case .oldTooLarge: "workbook-old-too-large"
    }
  }
}

/// Why a part of a workbook could not be read on.
enum PartProblem: Error, Equatable {
  case archive(ArchiveProblem)
  case workbook(WorkbookProblem)
  case scratch(ScratchProblem)

  func finding(at place: @autoclosure () -> Place) -> TabularFinding {
    switch self {
    case .archive(let problem): .archive(place(), problem)
    case .workbook(let problem): .workbook(place(), problem)
    case .scratch(let problem): .scratch(place(), problem)
    }
  }
}
