import Findings
import Register

/// What can be wrong with a table spec, or with a file beside its spec.
///
/// Texts that people wrote are carried only where somebody needs them to mend the file: never free text of anonymous or
/// protected tables (`nil` in their place).
package enum TableFinding: Finding, Equatable {
  case spec(Place, SpecProblem)
  /// A file as a whole, its header, or a row as a whole.
  case file(Place, FileProblem)
  case cell(Place, column: String, CellProblem, effect: CellEffect)
  /// The stages of an event.
  case event(Place, EventProblem)
  /// The spec or the export of a survey.
  case survey(Place, SurveyProblem)

  /// What a cell that cannot be used does (T1).
  package enum CellEffect: Sendable, Equatable, CaseIterable {
    /// The column is required, or names the unit, the period or the key.
    case rowRejected
    case cellMissing
    case batchStopped
  }

  package var code: String {
    switch self {
    case .spec(_, let problem): problem.code
    case .file(_, let problem): problem.code
    case .cell(_, _, let problem, _): problem.code
    case .event(_, let problem): problem.code
    case .survey(_, let problem): problem.code
    }
  }

  package var severity: Severity {
    switch self {
    case .spec: .problem
    case .event: .warning
    case .survey(_, let problem): problem.severity
    case .file(_, .furtherColumns), .file(_, .blankRows), .file(_, .unitsRegistered), .file(_, .datesRead),
      .file(_, .headerFound), .file(_, .rowsSkipped), .file(_, .cellsBeyond), .file(_, .cellsMerged),
      .file(_, .unitsCarried), .file(_, .cellsUnwrapped), .file(_, .headerRepeated), .file(_, .rowsShort),
      .file(_, .endOpen), .file(_, .sheetHiddenRead), .file(_, .sheetsJoined):
      .note
    case .file(_, .rowsHidden), .file(_, .sheetsHidden): .warning
    case .file: .problem
    case .cell(_, _, _, let effect): effect == .cellMissing ? .warning : .problem
    }
  }

  package var place: Place {
    switch self {
    case .spec(let place, _), .file(let place, _), .cell(let place, _, _, _), .event(let place, _),
      .survey(let place, _):
      place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch (self, language) {
    case (.spec(_, let problem), .chinese): problem.chinese
    case (.spec(_, let problem), .english): problem.english
    case (.file(_, let problem), .chinese): problem.chinese
    case (.file(_, let problem), .english): problem.english
    case (.cell(_, let column, let problem, let effect), .chinese): problem.chinese(column, effect)
    case (.cell(_, let column, let problem, let effect), .english): problem.english(column, effect)
    case (.event(_, let problem), .chinese): problem.chinese
    case (.event(_, let problem), .english): problem.english
    case (.survey(_, let problem), .chinese): problem.chinese
    case (.survey(_, let problem), .english): problem.english
    }
  }
}

/// What is wrong with a cell.
package enum CellProblem: Sendable, Equatable {
  case blank
  case wrongType(value: String?, ColumnType)
  case dateRefused(value: String?, WrittenDate.Refusal)
  case outOfRange(value: String?, ClosedRange<Double>)
  case pattern(value: String?, pattern: String)
  /// `count` cells of the column say so. Of anonymous and protected tables the text is nil, and `count` is that of all
  /// cells with any of `texts` different ones.
  case unknownOption(value: String?, legal: [String], count: Int, texts: Int = 1)
  case unknownReference(value: String?, table: String, column: String, nearest: String?)
  case unitUnknown(value: String?, nearest: String?, count: Int)
  /// The name belongs to these units, but none of them is of the right kind and existed then.
  case unitNotThen(value: String?, units: [String], kinds: [String], time: String?)
  case unitAmbiguous(value: String?, units: [String])
  /// A formula that came to nothing: `#N/A`.
  case errorValue(String)
  /// A formula without a value.
  case uncomputed
  /// A code that was typed as a number of more than fifteen digits.
  case digitsLost(value: String?)
  /// A code that a spreadsheet saved as it showed it, rounded: `1.23457E+17`.
  case digitsRounded(value: String?)
  /// A number whose format shows something else, and nobody can say what.
  case formatUnread(value: String?)
  /// A number that stands once in a cell merged over rows; the rows below the first.
  case mergedNumber(rows: [Int])
  /// 同上 in the first row.
  case dittoFirst
  /// A day before that of the column which must come first; days are no content.
  case dayBefore(value: String, column: String, other: String)
  /// Empty although another column says something that needs it.
  case needed(column: String, value: String?)
  case periodUnreadable(value: String?)
  case periodWiderThanGrain(value: String?, grain: String)
  case periodImplausible(value: String?)

  package var code: String {
    switch self {
    case .blank: "cell-missing"
    case .wrongType: "cell-wrong-type"
    case .dateRefused: "cell-date-refused"
    case .outOfRange: "cell-out-of-range"
    case .pattern: "cell-pattern"
    case .unknownOption: "cell-unknown-option"
    case .unknownReference: "cell-unknown-reference"
    case .unitUnknown: "unit-unknown"
    case .unitNotThen: "unit-not-then"
    case .unitAmbiguous: "unit-ambiguous"
    case .errorValue: "cell-error"
    case .uncomputed: "cell-uncomputed"
    case .digitsLost: "cell-digits-lost"
    case .digitsRounded: "cell-digits-rounded"
    case .formatUnread: "cell-format-unread"
    case .mergedNumber: "cell-merged-number"
    case .dittoFirst: "cell-ditto-first"
    case .dayBefore: "cell-day-before"
    case .needed: "cell-needed"
    case .periodUnreadable: "period-unreadable"
    case .periodWiderThanGrain: "period-wider-than-grain"
    case .periodImplausible: "period-implausible"
    }
  }
}

/// What is wrong with a file, its header or a row.
package enum FileProblem: Sendable, Equatable {
  case columnMissing(column: String, header: String, nearest: String?)
  /// Columns of the file, from 1, that carry the same header.
  case columnTwin(header: String, columns: [Int])
  /// A further header that other_columns would keep under a name which the store needs itself, or has already.
  case columnReserved(header: String)
  case furtherColumns([String], areKept: Bool)
  case referenceAbsent(table: String, column: String)
  case periodOptionAbsent(table: String)
  case periodNotInName(name: String)
  case ragged(found: Int, expected: Int)
  /// The row is none of those that the form was made for; `row`: what its given cells say.
  case notOfForm(row: String?, form: String, table: String)
  /// The earlier row is counted among those of all sheets that are read as one table.
  case keyRepeated(columns: [String], value: String?, firstRow: Int, sheets: String = "")
  case rejectLimit(rejected: Int, read: Int, limit: Double)
  case blankRows(count: Int)
  case unitsRegistered(count: Int, kind: String)
  /// Rows that name a unit before its time, and belong to the one that it carries on.
  case unitsCarried(count: Int, written: String?, unit: String?)
  /// Cells of a column of written dates whose words were read as a day; the first of them, unless texts are not shown.
  case datesRead(column: String, count: Int, words: String?, day: CalendarDate)
  /// The header was looked for, and stands in this row; the sheet, where the file is a workbook.
  case headerFound(row: Int, sheet: String?)
  /// Several rows have all headers.
  case headerSeveral(rows: [Int])
  /// No sheet of the name that the spec asks for.
  case sheetUnknown(pattern: String, sheets: [String])
  /// Several sheets have all headers, or the name.
  case sheetSeveral([String])
  /// No sheet has any of the headers.
  case sheetNone([String])
  /// Rows that the spec's `skip_rows` leaves out.
  case rowsSkipped(count: Int, patterns: [String])
  /// Cells to the right of the header.
  case cellsBeyond(count: Int)
  /// Cells that took the value of the one above that they are merged with.
  case cellsMerged(count: Int)
  /// Cells that say `="0123"`, which were read as 0123.
  case cellsUnwrapped(count: Int)
  /// Rows that say again what the header says.
  case headerRepeated(count: Int)
  /// Rows that leave out empty cells at their end, as the spec allows.
  case rowsShort(count: Int)
  /// The file ends within this row.
  case cutOff(found: Int, expected: Int)
  /// The file ends behind this row's last cell, without a line end.
  case endOpen
  /// Rows that nobody sees who looks at the sheet.
  case rowsHidden(count: Int)
  /// Hidden sheets that have all headers and were not read.
  case sheetsHidden([String])
  /// The sheet that was read is hidden.
  case sheetHiddenRead(String)
  /// Sheets of one layout that were read as one table.
  case sheetsJoined([String])
  /// Sheets that should be one table, and this one has another header.
  case sheetDiffers(sheet: String, first: String)

  package var code: String {
    switch self {
    case .columnMissing: "column-missing"
    case .columnTwin: "column-twin"
    case .columnReserved: "column-reserved"
    case .furtherColumns: "column-further"
    case .referenceAbsent: "reference-absent"
    case .periodOptionAbsent: "period-option-absent"
    case .periodNotInName: "period-not-in-name"
    case .ragged: "row-ragged"
    case .notOfForm: "row-not-of-form"
    case .keyRepeated: "row-key-repeated"
    case .rejectLimit: "file-reject-limit"
    case .blankRows: "row-blank"
    case .unitsRegistered: "unit-registered"
    case .unitsCarried: "unit-carried"
    case .datesRead: "cell-date-read"
    case .headerFound: "header-found"
    case .headerSeveral: "header-several"
    case .sheetUnknown: "sheet-unknown"
    case .sheetSeveral: "sheet-several"
    case .sheetNone: "sheet-none"
    case .rowsSkipped: "row-skipped"
    case .cellsBeyond: "cell-beyond-header"
    case .cellsMerged: "cell-merged"
    case .cellsUnwrapped: "cell-unwrapped"
    case .headerRepeated: "header-repeated"
    case .rowsShort: "row-short"
    case .cutOff: "row-cut-off"
    case .endOpen: "row-end-open"
    case .rowsHidden: "row-hidden"
    case .sheetsHidden: "sheet-hidden"
    case .sheetHiddenRead: "sheet-hidden-read"
    case .sheetsJoined: "sheet-joined"
    case .sheetDiffers: "sheet-differs"
    }
  }
}
