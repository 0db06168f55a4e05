import Findings
import Register

/// What a problem is on a day, worked out from its kept rows. Whatever is dated after that day has not happened yet.
package struct Problem: Sendable, Equatable {
  /// How far it has come; each problem is in exactly one.
  package enum State: String, Sendable, CaseIterable {
    case notNotified = "未下达"
    case unplanned = "待定措施"
    case underway = "整改中"
    /// Declared, not verified.
    case done = "已完成待销号"
    case verified = "已销号"
    case revisited = "已回头看"
  }

  /// Where it stands beside its deadline; each problem is in exactly one.
  package enum Timing: Sendable, Hashable {
    case overdue(days: Int)
    /// At most so many days are left.
    case remaining(Int)
    case ahead
    /// 长期坚持: no deadline, never overdue.
    case standing
    /// Blank or not readable: neither on time nor late.
    case unknown
    /// Verified: nothing runs any more.
    case closed
  }

  package struct Deadline: Sendable, Equatable {
    /// How the day came about.
    package enum Basis: String, Sendable, CaseIterable {
      case exact = "明确"
      /// Read from words: 6月底前.
      case read = "读出"
      case immediate = "立行立改"
      /// The latest of its measures' deadlines.
      case measures = "措施时限"
      case standing = "长期坚持"
      case unknown = "不明"
    }
    package var day: CalendarDate?
    package var basis: Basis
    /// As people wrote it, where that says more than the day.
    package var words: String?

    static let unknown = Deadline(day: nil, basis: .unknown, words: nil)
  }

  package var unit: String
  /// Who answers for it on the day: the unit, or the one that carries on its data.
  package var carrier: String
  /// The last day of the unit, where it has ended by the day and nobody carries it on.
  package var abandoned: CalendarDate?
  package var id: String?
  package var kind: String?
  package var text: String?
  package var source: String?
  package var found: CalendarDate?
  package var notified: CalendarDate?
  package var done: CalendarDate?
  package var verified: CalendarDate?
  package var revisited: CalendarDate?
  package var revisitResult: String?
  package var deadline: Deadline
  package var state: State
  package var timing: Timing
  /// Days by which it is late: while it is open, up to the day; once verified, up to then. nil without a deadline.
  package var daysOverdue: Int?
  /// nil while nobody can say.
  package var isVerifiedOnTime: Bool?
  package var isRepeat: Bool
  package var measureCount: Int
  package var measuresDone: Int
  package var measuresOverdue: Int
  package var stepCount: Int
  package var lastStep: CalendarDate?
  /// When somebody has to look again; nil while nothing has begun that would tell.
  package var revisitDue: CalendarDate?
  package var owesRevisit: Bool
  package var hasRevisit: Bool
  package var doubts: [LedgerDoubt]
  package var row: LedgerRow

  package var isOpen: Bool { verified == nil }
  package var isOverdue: Bool { if case .overdue = timing { true } else { false } }
}

/// Why what a problem's rows say does not go together. The dates stand as they are written.
package enum LedgerDoubt: Sendable, Hashable {
  /// What a date is of.
  package enum Event: String, Sendable, CaseIterable { case found, notified, done, verified, revisited }
  /// The later event has the earlier day.
  case order(Event, CalendarDate, before: Event, CalendarDate)
  /// The deadline lies before the day on which the problem was found.
  case deadlineFirst(CalendarDate, found: CalendarDate)
  case verifiedWithoutDone
  case measuresOpen(done: Int, of: Int)
  case standingWithDay(CalendarDate)
  /// Something is written that is no day: 已完成.
  case undated(Event, words: String)
}

/// A suggestion, and what became of it by a day.
package struct Suggestion: Sendable, Equatable {
  package enum Answer: String, Sendable, CaseIterable {
    case adopted = "采纳"
    case partly = "部分采纳"
    case declined = "不采纳"
    case unanswered = "未答复"
    /// Words that the ledger does not list.
    case unknown = "不明"
  }
  package var unit: String
  package var id: String?
  package var made: CalendarDate?
  package var due: CalendarDate?
  package var answered: CalendarDate?
  package var answer: Answer
  /// nil while nobody can say.
  package var isAnsweredOnTime: Bool?
  package var row: LedgerRow
}
