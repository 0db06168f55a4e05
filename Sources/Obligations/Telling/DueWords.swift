import Findings
import Register
import Schemes

// What people are told: one sentence over all, and one ready text per unit.

extension DueList {
  /// One sentence: how much is overdue, how much is due soon, in how many units.
  package func summary(in language: Language) -> String {
    switch language {
    case .chinese: chineseSummary
    case .english: englishSummary
    }
  }
}

extension DueList.UnitPart {
  /// A text for the unit that can be sent as it stands (OA, 微信).
  /// - Parameter units: where units that are gone, and carried on by this one, have their names.
  package func reminder(asOf: CalendarDate, units: UnitRegister, in language: Language) -> String {
    switch language {
    case .chinese: chineseReminder(asOf: asOf, units: units)
    case .english: englishReminder(asOf: asOf, units: units)
    }
  }

  /// The name of the unit that a row is of, where that is gone and carried on by this one.
  func formerName(of row: ObligationRow, in units: UnitRegister) -> String? {
    row.unit == unit.code ? nil : units.unit(code: row.unit)?.name
  }

  /// The overdue one that has waited longest.
  var longestOverdue: ObligationRow? {
    overdue.max {
      ($0.workingDaysOverdue ?? 0, $0.daysOverdue ?? 0) < ($1.workingDaysOverdue ?? 0, $1.daysOverdue ?? 0)
    }
  }
}

extension ObligationRow {
  /// What else than the day tells it from others of its kind; nil: nothing, as of what is owed once.
  var occasion: Occasion? {
    guard period.start == period.end else { return .period }
    return period.start == due ? nil : .event(period.start, number: twin?.number)
  }

  enum Occasion {
    case period
    /// What called for it happened on that day; of several on it: which.
    case event(CalendarDate, number: Int?)
  }
}

extension ObligationState {
  package func word(in language: Language) -> String { language == .chinese ? rawValue : english }

  /// As people write it on a command line: 未报, or missing.
  package init?(written text: String) {
    let match = Self.allCases.first { $0.rawValue == text || $0.english.replacing(" ", with: "-") == text.lowercased() }
    guard let match else { return nil }
    self = match
  }

  /// The words by which a command knows them.
  package static var words: [String] {
    allCases.map(\.rawValue) + allCases.map { $0.english.replacing(" ", with: "-") }
  }
}

extension ObligationCounts {
  package func sentence(asOf: CalendarDate, in language: Language) -> String {
    switch language {
    case .chinese: chineseSentence(asOf: asOf)
    case .english: englishSentence(asOf: asOf)
    }
  }
}
