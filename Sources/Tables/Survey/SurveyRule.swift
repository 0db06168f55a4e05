/// That a table's files are exports of a survey product, and how its cells are written there.
package struct SurveyRule: Sendable, Equatable {
  /// The product that wrote the file.
  package enum Form: String, Sendable, CaseIterable { case wjx, odk, kobo, limesurvey }

  /// What an option is written as.
  package enum Export: String, Sendable, CaseIterable {
    /// Its words (按文本).
    case text
    /// Its number in the questionnaire, from 1 (按序号).
    case number
    /// The points that the questionnaire gives for it (按分数).
    case score
  }

  /// Where a draft came from, and who has checked it.
  package struct Draft: Sendable, Equatable {
    package var file: String
    package var by: String
    package var on: String
  }

  package var form: Form
  /// What a file is taken for whose name does not say it.
  package var export: Export?
  /// Minutes east of Greenwich of the place whose days count; nil: times with a zone are refused.
  package var zone: Int?
  package var draft: Draft?

  /// `+08:00` in minutes.
  static func minutes(ofZone text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A else { return nil }
    let digits = [1, 2, 4, 5].map { Int(bytes[$0]) - 0x30 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    guard hours <= 14, minutes < 60 else { return nil }
    return (bytes[0] == 0x2D ? -1 : 1) * (hours * 60 + minutes)
  }
}

/// Rows that were probably filled in without care: marked, never left out by the import.
package struct CarelessRule: Sendable {
  package enum Sign: String, Sendable, CaseIterable {
    case fast
    case straightLine = "straight_line"
    case duplicates
    case sameSource = "same_source"
  }
  /// The stored column that is 1 where any sign holds; each sign has one of its own.
  package var column: String
  /// The column of durations, and the seconds below which an answer is too fast.
  package var fast: (column: String, underSeconds: Double)?
  /// At least so many of the columns answered, and all the same.
  package var straightLine: (columns: [String], atLeast: Int)?
  /// Rows that are alike in all of these columns: the second and further ones.
  package var duplicates: [String]?
  /// More rows than this from one source; the source itself is never kept.
  package var sameSource: (column: String, moreThan: Int)?

  package var signs: [Sign] {
    Sign.allCases.filter { sign in
      switch sign {
      case .fast: fast != nil
      case .straightLine: straightLine != nil
      case .duplicates: duplicates != nil
      case .sameSource: sameSource != nil
      }
    }
  }

  package func name(of sign: Sign) -> String { "\(column)__\(sign.rawValue)" }

  /// The stored columns, 0 or 1 each: the flag, then its signs.
  package var stored: [StoredColumn] {
    ([column] + signs.map(name)).map { StoredColumn(name: $0, storage: .integer) }
  }
}

extension ColumnSpec {
  /// A question of which several options may be chosen, or which puts options in order.
  package struct Choices: Sendable {
    /// The option's words, and the name of its stored column behind that of the question.
    package var options: [(text: String, name: String)]
    package var separator: String
    /// The stored columns hold the place in the order, from 1, instead of 0 and 1.
    package var isRanked: Bool
  }
}
