import Register
import Schemes

extension ObligationRow {
  /// What the filings of one slot make of it, as of a day.
  /// - Parameter filings: those for it that had come by then, in their order.
  init(
    _ obligation: Obligation, unit: String, _ slot: Slot, _ filings: [Filing], asOf: CalendarDate,
    calendar: WorkCalendar
  ) {
    let due = slot.window.due
    let complete = filings.compactMap { filing in
      filing.completeDay(asking: obligation.marks).flatMap { $0 <= asOf ? (day: $0, filing: filing) : nil }
    }.min { ($0.day, $0.filing.source) < ($1.day, $1.filing.source) }
    let inapplicable = filings.first { !$0.inapplicability.isEmpty }
    let excused = filings.first { !$0.excuse.isEmpty }
    let incomplete = filings.last { !$0.hasReason }

    item = obligation.id
    name = obligation.name
    self.unit = unit
    period = slot.period
    twin = slot.twin
    member = slot.member
    opens = slot.window.opens
    self.due = due
    provisionalYears = slot.window.provisionalYears
    counts = obligation.counts
    labels = obligation.labels
    basis = obligation.basis
    evidence = obligation.evidence
    recipient = obligation.recipient
    verb = obligation.verb
    filed = nil
    source = nil
    reason = ""
    missingMarks = []
    workingDaysLate = nil
    daysLate = nil
    workingDaysOverdue = nil
    isOverdueProvisional = false
    daysOverdue = nil
    daysLeft = nil
    isDueSoon = false

    if let inapplicable {
      state = .notApplicable
      reason = inapplicable.inapplicability
      source = inapplicable.source
    } else if let complete, complete.day <= due {
      state = .onTime
      (filed, source) = (complete.day, complete.filing.source)
      (workingDaysLate, daysLate) = (0, 0)
    } else if let excused {
      state = .excused
      reason = excused.excuse
      source = excused.source
    } else if let complete {
      state = .late
      (filed, source) = (complete.day, complete.filing.source)
      let late = calendar.workingDaysLate(due: due, submitted: complete.day)
      workingDaysLate = late.value
      daysLate = complete.day.dayNumber - due.dayNumber
      provisionalYears = Set(provisionalYears + late.provisionalYears).sorted()
    } else {
      if let incomplete {
        state = .returned
        (filed, source) = (incomplete.filed, incomplete.source)
        missingMarks = incomplete.missingMarks(of: obligation.marks)
      } else {
        state = asOf > due ? .missing : .notDue
      }
      if asOf > due {
        (workingDaysLate, daysLate) = (0, 0)
        let overdue = calendar.workingDaysLate(due: due, submitted: asOf)
        workingDaysOverdue = overdue.value
        isOverdueProvisional = overdue.isProvisional
        daysOverdue = asOf.dayNumber - due.dayNumber
      } else {
        let left = due.dayNumber - asOf.dayNumber
        daysLeft = left
        isDueSoon = obligation.remind.first.map { left <= $0 } ?? false
      }
    }
  }
}
