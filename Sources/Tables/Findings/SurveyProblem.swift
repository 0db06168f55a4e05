import Findings

/// What there is to say of a survey's spec or export. Answers of people are in none of it.
package enum SurveyProblem: Sendable, Equatable {
  /// Where it is said which export a file is.
  package enum ExportBasis: Sendable, Equatable { case name, spec }
  package struct SignCount: Sendable, Equatable {
    package var sign: CarelessRule.Sign
    package var count: Int
    package init(sign: CarelessRule.Sign, count: Int) {
      self.sign = sign
      self.count = count
    }
  }

  // Of the spec.
  /// A draft that nobody has checked.
  case unsigned(file: String)
  /// A column of who answered, or from where, that would be kept.
  case personal(column: String, header: String)
  /// A code stands for a label that the column does not have.
  case codedUnknown(String, column: String, legal: [String])
  /// An option that reads like several others.
  case optionAmbiguous(String, separator: String)
  case fastType(column: String, ColumnType)
  case sourceKept(column: String)

  // Of a draft's sheets.
  case draftSheetMissing(String)
  case draftType(column: String, String, legal: [String])
  /// An option of a column of numbers that has none.
  case draftMeaning(column: String, option: String)

  // Of a file.
  case exportUnknown
  case exportRead(SurveyRule.Export, ExportBasis)
  case codesAbsent(SurveyRule.Export, columns: [String])
  /// Headers that differ from the spec's in white space or signs; the first of them.
  case headersTolerated(count: Int, spec: String, found: String?)
  /// The product's own columns, which this export leaves out.
  case columnsAbsent([String])
  case addedTextOpen(column: String, count: Int)
  case careless(flagged: Int, rows: Int, signs: [SignCount])

  package var code: String {
    switch self {
    case .unsigned: "survey-unsigned"
    case .personal: "survey-personal"
    case .codedUnknown: "survey-code-label"
    case .optionAmbiguous: "survey-option-ambiguous"
    case .fastType: "careless-fast-type"
    case .sourceKept: "careless-source-kept"
    case .draftSheetMissing: "draft-sheet-missing"
    case .draftType: "draft-type"
    case .draftMeaning: "draft-meaning"
    case .exportUnknown: "survey-export-unknown"
    case .exportRead: "survey-export"
    case .codesAbsent: "survey-codes-missing"
    case .headersTolerated: "survey-headers-near"
    case .columnsAbsent: "survey-columns-absent"
    case .addedTextOpen: "survey-text-open"
    case .careless: "survey-careless"
    }
  }

  var severity: Severity {
    switch self {
    case .exportRead, .headersTolerated, .columnsAbsent, .careless: .note
    case .addedTextOpen: .warning
    default: .problem
    }
  }
}
