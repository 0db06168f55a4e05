import Findings

/// What a person made of rows that were set aside: those to be imported now, as a table of the file's own headers.
package struct MendedRows: Equatable {
  /// The header and the corrected rows: what an import reads.
  package private(set) var table: [[String]] = []
  /// Where each corrected row stood in the file that was sent in, in the table's order.
  package private(set) var sourceRows: [String] = []
  /// The rows of this sheet that they stand in, from 1, the header included.
  package private(set) var rows: [Int] = []
  /// What the file calls the rows that are not wanted.
  package private(set) var droppedRows: [String] = []
  /// Whether anything was answered.
  package var isAnswered: Bool { !rows.isEmpty || !droppedRows.isEmpty }
  package var dropped: Int { droppedRows.count }
  /// Rows without an answer, or with one that nobody understands.
  package private(set) var open: [Open] = []
  package var unanswered: Int { open.count }
  package private(set) var problems: [Problem] = []
  /// The corrected rows as they stand in the sheet.
  private var taken: [Open] = []
  /// Corrected rows and those that are open, in the order of the sheet.
  package var all: [Open] { (taken + open).sorted { $0.row < $1.row } }

  /// Leaves out corrected rows, by what the file calls them.
  package mutating func leaveOut(_ isUnwanted: (String) -> Bool) {
    let wanted = sourceRows.indices.filter { !isUnwanted(sourceRows[$0]) }
    guard !table.isEmpty, wanted.count < sourceRows.count else { return }
    table = [table[0]] + wanted.map { table[$0 + 1] }
    rows = wanted.map { rows[$0] }
    taken = wanted.map { taken[$0] }
    sourceRows = wanted.map { sourceRows[$0] }
  }

  package struct Open: Equatable, Sendable {
    package let sourceRow: String
    package let reasons: String
    package let cells: [String]
    package let row: Int
  }

  package enum Problem: Equatable, Sendable {
    case columnMissing(String)
    /// In a row, from 1, the header included.
    case wordUnknown(row: Int, String)
  }

  static let columns = ["原行", "原因", answer]
  static let answer = "处理"
  static let words = ["改正后导入", "不导入"]

  /// - Parameters:
  ///   - sheet: its rows as text, the header first.
  ///   - accepts: whether a row without an answer is to be imported all the same: what it lacked was answered elsewhere.
  package static func read(_ sheet: [[String]], accepts: (Open) -> Bool = { _ in false }) -> MendedRows {
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
      let open = Open(
        sourceRow: padded[0].trimmingSpaces, reasons: padded[1], cells: Array(padded[columns.count..<width]),
        row: index + 1)
      if word == words[0] || word.isEmpty && accepts(open) {
        corrected.table.append(open.cells)
        corrected.sourceRows.append(open.sourceRow)
        corrected.rows.append(index + 1)
        corrected.taken.append(open)
      } else if word == words[1] {
        corrected.droppedRows.append(open.sourceRow)
      } else {
        corrected.open.append(open)
        if !word.isEmpty { corrected.problems.append(.wordUnknown(row: index + 1, word)) }
      }
    }
    return corrected
  }
}
