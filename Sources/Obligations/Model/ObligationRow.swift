import Register
import Schemes

/// One obligation of one unit for one period (and member, and event), as of a day.
package struct ObligationRow: Sendable, Hashable {
  /// The obligation's id.
  package var item: String
  /// Its name in words for people.
  package var name: String
  /// The unit's code.
  package var unit: String
  /// Of an event: its day.
  package var period: Period
  /// Of an event that is not the only one of the unit on its day: which of them it is, from 1, and its row.
  package var twin: EventTwin?
  /// nil: the unit itself.
  package var member: String?
  package var opens: CalendarDate
  package var due: CalendarDate
  /// The day that counts: when it was complete, or of a returned one when it came.
  package var filed: CalendarDate?
  package var state: ObligationState
  /// Working days after the due day up to the filing; 0 unless late. nil unless due.
  package var workingDaysLate: Int?
  package var daysLate: Int?
  /// Of what is due and not met: how long, as of the day that was asked for. nil otherwise.
  package var workingDaysOverdue: Int?
  package var daysOverdue: Int?
  /// Days that are left through the due day: 0 on that day. nil unless it is not due yet.
  package var daysLeft: Int?
  /// It is to be done now or soon, as the obligation's reminder says.
  package var isDueSoon: Bool
  /// Marks that a returned filing lacks.
  package var missingMarks: [String]
  /// Why it is excused or does not apply.
  package var reason: String
  /// Years without a calendar in which working days were counted for its state, in their order.
  package var provisionalYears: [Int]
  /// Whether `workingDaysOverdue` rests on such a year: it will still change, and no measure sees it.
  package var isOverdueProvisional: Bool
  /// Whether measures see it.
  package var counts: Bool
  package var labels: [String]
  package var basis: String
  package var evidence: String
  package var recipient: String
  package var verb: String
  /// The kept row that decided; nil: none.
  package var source: Filing.Source?

  /// What tells its period from others of the same unit and obligation: its id, and of several events on one day which.
  package var occasionID: String { twin.map { $0.number > 1 ? "\(period.id) #\($0.number)" : period.id } ?? period.id }

  package var isProvisional: Bool { !provisionalYears.isEmpty }

  /// Due, and not met.
  package var isOverdue: Bool { workingDaysOverdue != nil }

  /// 1 or 0 as measures see it: nil while it is not counted.
  package var isOnTime: Bool? {
    switch state {
    case .onTime: true
    case .late, .missing: false
    case .returned: isOverdue ? false : nil
    case .excused, .notApplicable, .notDue: nil
    }
  }
}

/// One of several events of a unit on one day.
package struct EventTwin: Sendable, Hashable {
  /// From 1, in the order of their rows.
  package let number: Int
  /// Its row in the table of events; nil: not known.
  package let source: Filing.Source?
}
