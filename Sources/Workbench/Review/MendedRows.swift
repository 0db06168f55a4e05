import Findings

/// What a person made of rows that were set aside: those to be imported now, as a table of the file's own headers.
package struct MendedRows: Equatable {
  /// The header and the corrected rows: what an import reads.
  package private(set) var table: [[String]] = []
  /// Where each corrected row stood in the file that was sent in, in the table's order.
  package private(set) var sourceRows: [String] = []
  /// Rows that are not wanted, and rows without an answer.
  package private(set) var dropped = 0
  package private(set) var unanswered = 0
  package private(set) var problems: [Problem] = []

  package enum Problem: Equatable, Sendable {
    case columnMissing(String)
    /// In a row, from 1, the header included.
    case wordUnknown(row: Int, String)
  }

  static let columns = ["原行", "原因", answer]
  static let answer = "处理"
  static let words = ["改正后导入", "不导入"]

  /// - Parameter sheet: its rows as text, the header first.
  package static func read(_ sheet: [[String]]) -> MendedRows {
    var corrected = MendedRows()
    let header = (sheet.first ?? []).map(\.trimmingSpaces)
    // The file may have columns of the same names further right: ours are the first three.
    guard Array(header.prefix(columns.count)) == columns else {
      let missing = columns.enumerated().first { $0.offset >= header.count || header[$0.offset] != $0.element }
      corrected.problems = [.columnMissing(missing?.element ?? columns[0])]
      return corrected
    }
    let width = header.count
    corrected.table = [Array(header.dropFirst(columns.count))]
    for (index, row) in sheet.enumerated().dropFirst() {
      if row.allSatisfy({ $0.trimmingSpaces.isEmpty }) { continue }
      let padded = row + Array(repeating: "", count: max(0, width - row.count))
      let word = padded[2].trimmingSpaces
      if word.isEmpty {
        corrected.unanswered += 1
      } else if word == words[0] {
        corrected.table.append(Array(padded[columns.count..<width]))
        corrected.sourceRows.append(padded[0].trimmingSpaces)
      } else if word == words[1] {
        corrected.dropped += 1
      } else {
        corrected.problems.append(.wordUnknown(row: index + 1, word))
      }
    }
    return corrected
  }
}
