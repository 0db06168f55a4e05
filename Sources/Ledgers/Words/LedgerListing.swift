import Findings
import Register

/// Problems as a table for people: what is most urgent stands first.
package struct LedgerListing: Sendable, Equatable {
  /// The names of the columns for programs, the same in every language.
  package let ids: [String]
  package let headers: [String]
  package let rows: [[String]]

  /// - Parameter name: what a unit's code is shown as.
  package init(_ problems: [Problem], name: (String) -> String, language: Language) {
    let hasMeasures = problems.contains { $0.measureCount > 0 }
    let isChinese = language == .chinese
    let columns =
      [
        ("unit", "单位"), ("number", "编号"), ("kind", "类别"), ("problem", "存在问题"), ("found", "查出"), ("deadline", "时限"),
        ("state", "状态"), ("timing", "时限状态"),
      ]
      + (hasMeasures ? [("measures", "措施")] : []) + [("notes", "备注")]
    ids = columns.map(\.0)
    headers = isChinese ? columns.map(\.1) : ids
    rows = problems.sorted(by: Self.isMoreUrgent).map { problem in
      var row = [name(problem.unit), problem.id ?? "", problem.kind ?? "", problem.text ?? ""]
      row += [
        problem.found.map { "\($0)" } ?? "", problem.deadline.shown(in: language), problem.state.word(in: language),
        problem.timing.shown(in: language),
      ]
      if hasMeasures { row.append(problem.measureCount == 0 ? "" : "\(problem.measuresDone)/\(problem.measureCount)") }
      return row + [Self.notes(problem, name, language)]
    }
  }

  /// Overdue ones first, the longest first; then by deadline; then those without; verified ones last.
  private static func isMoreUrgent(_ a: Problem, _ b: Problem) -> Bool {
    if a.timing.urgency != b.timing.urgency { return a.timing.urgency < b.timing.urgency }
    let (left, right) = (a.deadline.day?.yyyymmdd ?? .max, b.deadline.day?.yyyymmdd ?? .max)
    if left != right { return left < right }
    if a.unit != b.unit { return a.unit < b.unit }
    return a.row.precedes(b.row)
  }

  private static func notes(_ problem: Problem, _ name: (String) -> String, _ language: Language) -> String {
    let isChinese = language == .chinese
    var notes: [String] = []
    if problem.carrier != problem.unit {
      let heir = name(problem.carrier)
      notes.append(isChinese ? "由\(heir)承继" : "carried on by \(heir)")
    }
    if problem.isOpen, problem.abandoned != nil { notes.append(isChinese ? "单位已撤销，无人承接" : "unit gone, no heir") }
    if problem.isRepeat { notes.append(isChinese ? "重复" : "repeat") }
    if problem.timing == .closed, let days = problem.daysOverdue, days > 0 {
      notes.append(isChinese ? "逾期\(days)天销号" : "verified \(days) d late")
    }
    if problem.owesRevisit, !problem.hasRevisit { notes.append(isChinese ? "待回头看" : "later look owed") }
    if !problem.doubts.isEmpty { notes.append(isChinese ? "存疑" : "doubtful") }
    return notes.joined(separator: isChinese ? "，" : ", ")
  }
}

extension Problem.Timing {
  fileprivate var urgency: Int {
    switch self {
    case .overdue: 0
    case .remaining, .ahead: 1
    case .unknown: 2
    case .standing: 3
    case .closed: 4
    }
  }

  /// As a table for people has it: how many days late is said.
  package func shown(in language: Language) -> String {
    switch (self, language) {
    case (.overdue(let days), .chinese): "已超时限\(days)天"
    case (_, .chinese): word
    case (.overdue(let days), .english): "overdue \(days) d"
    case (.remaining(let days), .english): "within \(days) d"
    case (.ahead, .english): "ahead"
    case (.standing, .english): "standing"
    case (.unknown, .english): "unknown"
    case (.closed, .english): "closed"
    }
  }
}

extension Problem.Deadline {
  /// The day, with the words that it was read from: `6月底前（读作2025-06-30）`.
  package func shown(in language: Language) -> String {
    guard let day else { return words ?? (basis == .standing ? basis.rawValue : "") }
    switch (basis, language) {
    case (.exact, _), (.standing, _), (.unknown, _): return "\(day)"
    case (.measures, .chinese): return "\(day)（\(basis.rawValue)）"
    case (.measures, .english): return "\(day) (of its measures)"
    case (.read, .chinese), (.immediate, .chinese): return "\(words ?? basis.rawValue)（读作\(day)）"
    case (.read, .english), (.immediate, .english): return "\(words ?? basis.rawValue) (read as \(day))"
    }
  }
}

/// Which problems are listed.
package enum ProblemFilter: Sendable, Equatable {
  case state(Problem.State)
  case overdue, soon, open, doubtful, repeats, revisitOwed, withoutDeadline, standing, ahead
  /// As the list's own column has it: 剩余10天.
  case remaining(Int)

  /// The words that people use, each with what it means.
  package static let words: [(word: String, filter: ProblemFilter)] =
    Problem.State.allCases.map { ($0.rawValue, .state($0)) }
    + Problem.State.allCases.map { ($0.english.replacing(" ", with: "-"), .state($0)) }
    + [
      ("超期", .overdue), ("已超时限", .overdue), ("overdue", .overdue), ("将到期", .soon), ("soon", .soon), ("未销号", .open),
      ("open", .open),
      ("存疑", .doubtful), ("doubtful", .doubtful), ("重复", .repeats), ("repeat", .repeats), ("待回头看", .revisitOwed),
      ("revisit", .revisitOwed), ("时限不明", .withoutDeadline), ("no-deadline", .withoutDeadline),
      ("长期坚持", .standing), ("无时限", .standing), ("standing", .standing), ("时限内", .ahead), ("ahead", .ahead),
    ]

  package init?(_ word: String) {
    if let found = Self.words.first(where: { $0.word == word }) {
      self = found.filter
    } else if Self.days(in: word, after: "已超时限", "天") ?? Self.days(in: word, after: "overdue", "d") != nil {
      self = .overdue
    } else if let days = Self.days(in: word, after: "剩余", "天") ?? Self.days(in: word, after: "within", "d") {
      self = .remaining(days)
    } else {
      return nil
    }
  }

  private static func days(in text: String, after word: String, _ unit: String) -> Int? {
    guard text.hasPrefix(word), text.hasSuffix(unit) else { return nil }
    return Int(text.dropFirst(word.count).dropLast(unit.count).filter { !$0.isWhitespace })
  }

  package func takes(_ problem: Problem) -> Bool {
    switch self {
    // What was looked at again has been verified too.
    case .state(.verified): !problem.isOpen
    case .state(let state): problem.state == state
    case .overdue: problem.isOverdue
    case .remaining(let days): problem.timing == .remaining(days)
    case .ahead: problem.timing == .ahead
    case .soon: if case .remaining = problem.timing { true } else { false }
    case .open: problem.isOpen
    case .doubtful: !problem.doubts.isEmpty
    case .repeats: problem.isRepeat
    case .revisitOwed: problem.owesRevisit && !problem.hasRevisit
    case .withoutDeadline: problem.timing == .unknown
    case .standing: problem.timing == .standing
    }
  }
}
