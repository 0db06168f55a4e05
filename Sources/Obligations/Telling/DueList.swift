import Register
import Schemes

/// What is to be done, as of a day: overdue first, then what is due soon, by unit.
package struct DueList: Sendable {
  package struct UnitPart: Sendable {
    /// Who is to be told: of a unit that is gone the one that carries it on.
    package let unit: OrgUnit
    /// It is gone itself, and nobody carries it on: there is nobody to be reminded.
    package let isGone: Bool
    /// The longest overdue first.
    package let overdue: [ObligationRow]
    /// The nearest due day first.
    package let dueSoon: [ObligationRow]

    package var all: [ObligationRow] { overdue + dueSoon }
  }

  package let asOf: CalendarDate
  /// Units with something overdue first; both in the order of the register.
  package let parts: [UnitPart]
  /// In the register's order of units; of a unit, the longest overdue first.
  package let overdue: [ObligationRow]
  /// In the register's order of units; of a unit, the nearest due day first.
  package let dueSoon: [ObligationRow]

  /// - Parameter within: how many days ahead to look; nil: as far as each obligation's own reminder.
  package init(_ rows: [ObligationRow], units: UnitRegister, asOf: CalendarDate, within: Int? = nil) {
    self.asOf = asOf
    let byUnit = Dictionary(grouping: rows, by: { units.carrier(of: $0.unit, on: asOf)?.code ?? $0.unit })
    let parts = units.units.compactMap { unit -> UnitPart? in
      let own = byUnit[unit.code] ?? []
      let overdue = own.filter(\.isOverdue).sorted { ($0.due, $0.period.start) < ($1.due, $1.period.start) }
      let soon = own.filter { row in
        guard let left = row.daysLeft else { return false }
        return within.map { left <= $0 } ?? row.isDueSoon
      }.sorted { ($0.due, $0.period.start) < ($1.due, $1.period.start) }
      return overdue.isEmpty && soon.isEmpty
        ? nil
        : UnitPart(
          unit: unit, isGone: units.carrier(of: unit.code, on: asOf) == nil, overdue: overdue, dueSoon: soon)
    }
    self.parts = parts.filter { !$0.overdue.isEmpty } + parts.filter(\.overdue.isEmpty)
    overdue = parts.flatMap(\.overdue)
    dueSoon = parts.flatMap(\.dueSoon)
  }

  package var isEmpty: Bool { parts.isEmpty }
  package var overdueCount: Int { overdue.count }
  package var dueSoonCount: Int { dueSoon.count }
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
