import Findings

/// How an export writes the cells of a column.
struct CellWriting {
  /// What stands for the labels; nil: they themselves.
  var codes: [(code: String, label: String)]?
  /// Whether −2 and −3 say that nothing was answered.
  var hasBlankCodes = false
  var zone: Int?

  init() {}

  init(_ rule: SurveyRule, _ column: ColumnSpec, export: SurveyRule.Export) {
    zone = rule.zone
    guard export != .text, !rule.form.isMetadata(column.header) else { return }
    codes = column.codes(in: export)
    hasBlankCodes = true
  }
}

/// Columns with texts of respondents that are never closed, for a warning at the end.
struct OpenTexts {
  private(set) var columns: [(column: String, count: Int, place: Place)] = []

  mutating func add(_ column: String, place: () -> Place) {
    if let index = columns.firstIndex(where: { $0.column == column }) {
      columns[index].count += 1
    } else {
      columns.append((column, 1, place()))
    }
  }
}
