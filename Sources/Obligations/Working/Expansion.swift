import Register
import Schemes

/// Which periods an obligation is owed for, and the window of each.
enum Expansion {
  struct Window: Sendable, Hashable {
    let opens: CalendarDate
    /// The last day on time.
    let due: CalendarDate
    /// Years without a calendar that the window rests on, in their order.
    let provisionalYears: [Int]
  }

  /// nil: outside the years that are kept.
  static func window(of obligation: Obligation, for period: Period, calendar: WorkCalendar) -> Window? {
    guard let due = obligation.due.day(of: period, calendar: calendar) else { return nil }
    guard let rule = obligation.opens else {
      var opens: CalendarDate? = period.start
      if case .once = obligation.cadence { opens = obligation.from ?? CalendarDate(year: 1900, month: 1, day: 1) }
      return opens.map { Window(opens: $0, due: due.value, provisionalYears: due.provisionalYears) }
    }
    guard let opens = rule.day(of: period, calendar: calendar) else { return nil }
    let years = Set(due.provisionalYears + opens.provisionalYears).sorted()
    return Window(opens: opens.value, due: due.value, provisionalYears: years)
  }

  /// Periods that touch a span of days, and those on each side whose windows reach into it, at least one each: what is
  /// filed near an edge can be for either. In the order of their days; without those that `from`, `to` and `skip` leave
  /// out.
  static func periods(
    of obligation: Obligation, from first: CalendarDate, through last: CalendarDate, events: [EventEntry] = [],
    calendar: WorkCalendar
  ) -> [Period] {
    var all: [Period] = []
    switch obligation.cadence {
    case .every(let grain): all = calendarPeriods(of: obligation, grain, from: first, through: last, calendar)
    case .once: if case .fixed(let due) = obligation.due { all = Period(.day, containing: due).map { [$0] } ?? [] }
    case .phase(let phase): all = [phase]
    case .after: all = Set(events.map(\.day)).sorted().compactMap { Period(.day, containing: $0) }
    }
    return all.filter { period in
      (obligation.from.map { $0 <= period.end } ?? true) && (obligation.to.map { period.end <= $0 } ?? true)
        && !obligation.skip.contains { $0.contains(period) }
    }
  }

  /// How far beyond a span windows are followed, in periods.
  private static let furthest = 60

  private static func calendarPeriods(
    of obligation: Obligation, _ grain: Period.Grain, from first: CalendarDate, through last: CalendarDate,
    _ calendar: WorkCalendar
  ) -> [Period] {
    guard first <= last, let start = Period(grain, containing: first) else { return [] }
    var earlier: [Period] = []
    while earlier.count < furthest, let previous = (earlier.last ?? start).previous {
      earlier.append(previous)
      guard let window = window(of: obligation, for: previous, calendar: calendar), window.due >= first else { break }
    }
    var periods = earlier.reversed() + [start]
    var beyond = 0
    while beyond < furthest, let end = periods.last?.end, let day = end.adding(days: 1),
      let next = Period(grain, containing: day)
    {
      periods.append(next)
      guard next.start > last else { continue }
      beyond += 1
      guard let window = window(of: obligation, for: next, calendar: calendar), window.opens <= last else { break }
    }
    return periods
  }

  /// A few periods to try a rule on.
  static func samples(of obligation: Obligation) -> [Period] {
    guard let first = CalendarDate(year: 2023, month: 1, day: 1),
      let last = CalendarDate(year: 2024, month: 12, day: 31)
    else { return [] }
    var plain = obligation
    (plain.from, plain.to, plain.skip) = (nil, nil, [])
    return periods(
      of: plain, from: first, through: last, events: [EventEntry(unit: "", day: first)], calendar: WorkCalendar())
  }
}

extension Expansion.Window {
  /// The day from which a filing without a stated period is taken to be for this one and no longer for the one before: a
  /// summary due after the period's end is hardly written before it.
  func naturalStart(of period: Period) -> CalendarDate {
    guard due > period.end, let next = period.end.adding(days: 1) else { return opens }
    return max(opens, next)
  }
}
