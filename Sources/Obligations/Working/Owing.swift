import Register
import Schemes

/// One thing owed: a unit (or a member of it), a period and its window.
struct Slot: Sendable, Hashable {
  let period: Period
  let window: Expansion.Window
  let member: String?
  /// Of several events on one day: which.
  var twin: EventTwin?
}

/// Which units owe what: the register, seen from one obligation.
struct Owing {
  let units: UnitRegister
  let calendar: WorkCalendar
  let asOf: CalendarDate
  /// Unit → those that it carries on, at any distance.
  private let predecessors: [String: [String]]

  init(units: UnitRegister, calendar: WorkCalendar, asOf: CalendarDate) {
    self.units = units
    self.calendar = calendar
    self.asOf = asOf
    var direct: [String: [String]] = [:]
    for unit in units.units where !unit.successor.isEmpty { direct[unit.successor, default: []].append(unit.code) }
    var all: [String: [String]] = [:]
    for code in direct.keys {
      var found: [String] = []
      var open = direct[code] ?? []
      while let next = open.popLast() {
        guard next != code, !found.contains(next) else { continue }
        found.append(next)
        open += direct[next] ?? []
      }
      all[code] = found.sorted()
    }
    predecessors = all
  }

  /// The units whose filings count for a unit: itself, those it carries on, and those that carry it on.
  func family(of unit: OrgUnit) -> [String] {
    var family = [unit.code] + (predecessors[unit.code] ?? [])
    var next = unit.successor
    while !next.isEmpty, !family.contains(next) {
      family.append(next)
      next = units.unit(code: next)?.successor ?? ""
    }
    return family
  }

  /// The day on which it is decided who owes: the period's last, or the due day if that is earlier.
  static func reckoningDay(of period: Period, due: CalendarDate) -> CalendarDate { min(period.end, due) }

  /// Whether a unit owes: it is chosen, exists on the reckoning day, and has existed (units that it carries on included)
  /// on at least half of the period's days up to it.
  func owes(_ unit: OrgUnit, _ obligation: Obligation, for period: Period, due: CalendarDate) -> Bool {
    let day = Self.reckoningDay(of: period, due: due)
    guard unit.isValid(on: day) else { return false }
    let start = min(period.start, day)
    let founded = ([unit.code] + (predecessors[unit.code] ?? [])).compactMap { units.unit(code: $0)?.validFrom }.min()
    let first = max(start, founded ?? unit.validFrom)
    let existed = day.dayNumber - first.dayNumber + 1
    guard existed * 2 >= day.dayNumber - start.dayNumber + 1 else { return false }
    return obligation.owes.includes(
      kind: unit.kind, row: unit.columns,
      moments: [.periodStart: period.start, .periodEnd: period.end, .asOf: asOf])
  }

  /// What a unit owes in some periods, by member, each in the order of due days.
  /// - Returns: `isRosterEmpty` tells the periods in which it would owe but nobody is listed.
  func slots(
    of unit: OrgUnit, _ obligation: Obligation, periods: [Period], roster: [RosterEntry], events: [EventEntry]
  ) -> (series: [(member: String?, slots: [Slot])], emptyRosters: [Period]) {
    var series: [(member: String?, slots: [Slot])] = []
    var empty: [Period] = []
    let isAfterEvent = if case .after = obligation.cadence { true } else { false }
    let eventsByDay = Dictionary(grouping: events, by: \.day)
    for period in periods {
      // Each event asks for a filing of its own.
      let twins = isAfterEvent ? EventTwin.all(eventsByDay[period.start] ?? []) : [nil]
      guard !twins.isEmpty else { continue }
      guard let window = Expansion.window(of: obligation, for: period, calendar: calendar),
        owes(unit, obligation, for: period, due: window.due)
      else { continue }
      var members: [String?] = [nil]
      if obligation.each != nil {
        let day = Self.reckoningDay(of: period, due: window.due)
        var listed: [String] = []
        for entry in roster where entry.span.contains(day) && !listed.contains(entry.member) {
          listed.append(entry.member)
        }
        if listed.isEmpty { empty.append(period) }
        members = listed
      }
      for member in members {
        let slots = twins.map { Slot(period: period, window: window, member: member, twin: $0) }
        if let index = series.firstIndex(where: { $0.member == member }) {
          series[index].slots += slots
        } else {
          series.append((member, slots))
        }
      }
    }
    for index in series.indices {
      series[index].slots.sort {
        ($0.window.due, $0.period.start, $0.twin?.number ?? 0) < ($1.window.due, $1.period.start, $1.twin?.number ?? 0)
      }
    }
    return (series, empty)
  }
}

extension EventTwin {
  /// The events of one unit and day, in the order of their rows; of the only one there is nothing to tell.
  fileprivate static func all(_ events: [EventEntry]) -> [EventTwin?] {
    if events.count == 1 { return [nil] }
    let rows = events.map(\.source).sorted { a, b in
      if let a, let b { a < b } else { a != nil && b == nil }
    }
    return rows.enumerated().map { EventTwin(number: $0 + 1, source: $1) }
  }
}
