/// Where a finding was made, as a person would look it up.
package enum Place: Sendable, Hashable {
  /// A whole file.
  case file(String)
  /// A line and column of a text file, both from 1.
  case line(String, line: Int, column: Int)
  /// A row of a data file (from 1, the header included).
  case row(String, row: Int)
  /// A cell of a workbook; row and column from 1.
  case cell(String, sheet: String, row: Int, column: Int)
  /// A thing without a file: a period, a scheme id, a unit.
  case subject(String)

  /// The file that the place lies in, if it lies in one.
  package var file: String? {
    switch self {
    case .file(let file), .line(let file, _, _), .row(let file, _), .cell(let file, _, _, _): file
    case .subject: nil
    }
  }

  /// `survey.csv:118:9`, `台账.xlsx:一季度!C17`, `2026Q1`.
  package var text: String {
    switch self {
    case .file(let file): return file
    case .line(let file, let line, let column): return "\(file):\(line):\(column)"
    case .row(let file, let row):
      let place = SheetRow.resolved(file, row: row)
      return "\(place.source):\(place.row)"
    case .cell(let file, let sheet, let row, let column):
      let place = SheetRow(in: sheet, row: row)
      return "\(file):\(place.sheet)!\(columnLetters(column))\(place.row)"
    case .subject(let subject): return subject
    }
  }
}

/// The spreadsheet name of a column: 1 is `A`, 28 is `AB`.
package func columnLetters(_ column: Int) -> String {
  var rest = column
  var letters: [Character] = []
  while rest > 0 {
    let digit = (rest - 1) % 26
    letters.append(Character(UnicodeScalar(UInt8(65 + digit))))
    rest = (rest - 1) / 26
  }
  return String(letters.reversed())
}
