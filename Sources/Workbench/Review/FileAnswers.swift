import Findings
import Spreadsheets

/// What a person said about files that were not taken.
struct FileAnswers: Equatable {
  enum Word: Equatable, Sendable {
    /// Import it: as the table and for the period that are named, if any.
    case take
    case replace(String)
    case amend
    /// Import what can be used, however much that is.
    case rest
    case leave
  }
  struct Answer: Equatable, Sendable {
    let file: String
    let mark: String
    let word: Word
    let table: String?
    let period: String?
  }
  enum Problem: Equatable, Sendable {
    case columnMissing(String)
    case wordUnknown(row: Int, String)
  }

  private(set) var answers: [Answer] = []
  private(set) var problems: [Problem] = []

  static let sheetName = "收件箱"
  static let columns = ["文件", "标识", "发现了什么", "会改什么", answer, table, period]
  static let answer = "处理"
  static let table = "是哪张表"
  static let period = "期间"
  static let take = "导入"
  static let amend = "只更正这些行"
  static let rest = "导入其余的行"
  static let leave = "不导入"
  static let replace = "取代批次"

  /// - Parameter sheet: its rows as text, the header first.
  static func read(_ sheet: [[String]]) -> FileAnswers {
    var read = FileAnswers()
    let header = (sheet.first ?? []).map(\.trimmingSpaces)
    if let missing = columns.first(where: { !header.contains($0) }) {
      read.problems = [.columnMissing(missing)]
      return read
    }
    let places = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, row) in sheet.enumerated().dropFirst() {
      func cell(_ name: String) -> String? {
        guard let column = places[name], column < row.count else { return nil }
        let text = row[column].trimmingSpaces
        return text.isEmpty ? nil : text
      }
      guard let file = cell(columns[0]) else { continue }
      let (table, period) = (cell(table), cell(period))
      // Who says what it is wants it in.
      guard let written = cell(answer) ?? (table != nil || period != nil ? take : nil) else { continue }
      guard let word = word(written) else {
        read.problems.append(.wordUnknown(row: index + 1, written))
        continue
      }
      read.answers.append(Answer(file: file, mark: cell(columns[1]) ?? "", word: word, table: table, period: period))
    }
    return read
  }

  private static func word(_ text: String) -> Word? {
    switch text {
    case take: .take
    case amend: .amend
    case rest: .rest
    case leave: .leave
    default: text.hasPrefix(replace) ? .replace(String(text.dropFirst(replace.count))) : nil
    }
  }

  /// The sheet that asks.
  static func sheet(_ files: [ReviewList.OpenFile]) -> Sheet {
    var sheet = Sheet(name: sheetName, columns: [30, 18, 54, 44, 16, 18, 14].map { SheetColumn(width: $0) })
    sheet.rows = [columns.map { .text($0, $0 == answer ? .requiredHeading : .heading) }]
    for (index, file) in files.enumerated() {
      let row = index + 1
      sheet.rows.append([
        .text(file.name, .given), .text(file.mark, .given), .text(file.found.joined(separator: "\n"), .warning),
        .text(file.changes.joined(separator: "\n"), .given), SheetCell(.empty, .open), SheetCell(.empty, .open),
        SheetCell(.empty, .open),
      ])
      if !file.choices.isEmpty {
        sheet.checks.append(
          CellCheck(
            CellRange(rows: row...row, columns: 4...4), .list(file.choices), title: answer,
            prompt: "选怎么处理；还没定就留空，文件留在收件箱。", refusal: "请从列表里选。"))
      }
      if !file.tables.isEmpty {
        sheet.checks.append(
          CellCheck(
            CellRange(rows: row...row, columns: 5...5), .list(file.tables), title: table, prompt: "这个文件是哪张表。",
            refusal: "请从列表里选。"))
      }
      if file.asksPeriod {
        sheet.checks.append(
          CellCheck(
            CellRange(rows: row...row, columns: 6...6), .anything, title: period, prompt: "如 2026H1、2026年上半年、2026Q2。"))
      }
    }
    sheet.headerRows = 1
    sheet.isProtected = true
    sheet.pageTitle = "核对 · \(sheetName)"
    return sheet
  }
}
