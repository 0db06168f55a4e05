import Register
import Schemes

/// What is to be done, as of a day: overdue first, then what is due soon, by unit.
package struct DueList: Sendable {
  package struct UnitPart: Sendable {
    package let unit: OrgUnit
    /// The longest overdue first.
    package let overdue: [ObligationRow]
    /// The nearest due day first.
    package let dueSoon: [ObligationRow]

    package var all: [ObligationRow] { overdue + dueSoon }
  }

  package let asOf: CalendarDate
  /// Units with something overdue first, those with most of it before others; then in the order of the register.
  package let parts: [UnitPart]

  /// - Parameter within: how many days ahead to look; nil: as far as each obligation's own reminder.
  package init(_ rows: [ObligationRow], units: UnitRegister, asOf: CalendarDate, within: Int? = nil) {
    self.asOf = asOf
    let byUnit = Dictionary(grouping: rows, by: \.unit)
    let parts = units.units.compactMap { unit -> UnitPart? in
      let own = byUnit[unit.code] ?? []
      let overdue = own.filter(\.isOverdue).sorted { ($0.due, $0.period.start) < ($1.due, $1.period.start) }
      let soon = own.filter { row in
        guard let left = row.daysLeft else { return false }
        return within.map { left <= $0 } ?? row.isDueSoon
      }.sorted { ($0.due, $0.period.start) < ($1.due, $1.period.start) }
      return overdue.isEmpty && soon.isEmpty ? nil : UnitPart(unit: unit, overdue: overdue, dueSoon: soon)
    }
    // A stable order: the register's within equal counts.
    self.parts = parts.enumerated().sorted {
      ($1.element.overdue.count, $0.offset) < ($0.element.overdue.count, $1.offset)
    }.map(\.element)
  }

  package var isEmpty: Bool { parts.isEmpty }
  package var overdueCount: Int { parts.reduce(0) { $0 + $1.overdue.count } }
  package var dueSoonCount: Int { parts.reduce(0) { $0 + $1.dueSoon.count } }
}

/// How many rows there are of each state.
package struct ObligationCounts: Sendable, Equatable {
  package private(set) var byState: [ObligationState: Int] = [:]
  /// Of the returned ones: those that are overdue.
  package private(set) var returnedOverdue = 0
  package private(set) var total = 0

  package init(_ rows: [ObligationRow]) {
    for row in rows {
      byState[row.state, default: 0] += 1
      total += 1
      if row.state == .returned, row.isOverdue { returnedOverdue += 1 }
    }
  }

  package subscript(state: ObligationState) -> Int { byState[state] ?? 0 }

  /// Due, and neither excused nor inapplicable.
  package var due: Int { self[.onTime] + self[.late] + overdue }
  /// Due, and not met.
  package var overdue: Int { self[.missing] + returnedOverdue }
}
