import Findings

/// What a person found out about doubtful cells.
package struct DoubtAnswers: Equatable {
  package struct Answer: Equatable, Sendable {
    package enum Word: Equatable, Sendable {
      case right
      /// The cell should say this.
      case corrected(String)
      case open
    }
    /// As the finding wrote it: file, row, column.
    package let place: String
    package let code: String
    package let word: Word
    package let note: String
  }
  package enum Problem: Equatable, Sendable {
    case columnMissing(String)
    /// In a row, from 1, the header included.
    case wordUnknown(row: Int, String)
    /// “Correct it”, without a value.
    case valueMissing(row: Int)
    /// A value, without “correct it”.
    case valueUnused(row: Int)
  }

  package private(set) var answers: [Answer] = []
  package var unanswered: Int { open.count }
  /// Rows without an answer, from 1, the header included.
  package private(set) var open: [Int] = []
  package private(set) var problems: [Problem] = []

  static let columns = ["序号", "位置", "代码", "发现", "现在怎么处理", "建议", answer, "改为", "说明"]
  static let answer = "答复"
  static let words = ["原样无误", "改为右边的值", "待查"]

  /// - Parameter sheet: its rows as text, the header first.
  package static func read(_ sheet: [[String]]) -> DoubtAnswers {
    var read = DoubtAnswers()
    let header = (sheet.first ?? []).map(\.trimmingSpaces)
    if let missing = columns.first(where: { !header.contains($0) }) {
      read.problems = [.columnMissing(missing)]
      return read
    }
    let places = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, row) in sheet.enumerated().dropFirst() {
      func cell(_ name: String) -> String {
        guard let column = places[name], column < row.count else { return "" }
        return row[column].trimmingSpaces
      }
      guard !cell("位置").isEmpty else { continue }
      read.take(word: cell(answer), value: cell("改为"), row: index + 1) {
        Answer(place: cell("位置"), code: cell("代码"), word: $0, note: cell("说明"))
      }
    }
    return read
  }

  private mutating func take(word: String, value: String, row: Int, _ answer: (Answer.Word) -> Answer) {
    switch word {
    case "":
      open.append(row)
      if !value.isEmpty { problems.append(.valueUnused(row: row)) }
    case Self.words[0]:
      value.isEmpty ? answers.append(answer(.right)) : refuse(.valueUnused(row: row), row)
    case Self.words[1]:
      value.isEmpty ? refuse(.valueMissing(row: row), row) : answers.append(answer(.corrected(value)))
    case Self.words[2]: answers.append(answer(.open))
    default: refuse(.wordUnknown(row: row, word), row)
    }
  }

  private mutating func refuse(_ problem: Problem, _ row: Int) {
    problems.append(problem)
    open.append(row)
  }
}
