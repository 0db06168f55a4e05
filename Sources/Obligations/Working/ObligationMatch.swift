import Findings
import Register
import Schemes

/// Obligations, the register and what was filed, put together as of a day: values in, rows out.
package struct ObligationMatch {
  let book: ObligationBook
  let units: UnitRegister
  let calendar: WorkCalendar
  let phases: [Period]

  package init(_ book: ObligationBook, units: UnitRegister, calendar: WorkCalendar, phases: [Period] = []) {
    self.book = book
    self.units = units
    self.calendar = calendar
    self.phases = phases
  }

  /// One row per unit and period (and member, and event), for periods that touch the span of days.
  /// - Parameters:
  ///   - input: obligation's id → what it is matched with. Rows from after `asOf` may be among it; they are not seen.
  ///   - asOf: the day as of which states are told.
  ///   - notices: gets what does not go together in the filings, whatever period it is about.
  /// - Returns: in the order of the file, then of the register, of members, of periods.
  package func rows(
    from first: CalendarDate, through last: CalendarDate, asOf: CalendarDate, input: [String: FilingInput],
    notices: FilingNotices
  ) -> [ObligationRow] {
    let owing = Owing(units: units, calendar: calendar, asOf: asOf)
    var claims = Claims()
    let all = book.obligations.flatMap { obligation in
      rows(
        of: obligation, input[obligation.id] ?? FilingInput(), owing, from: first, through: last, asOf: asOf,
        &claims, notices)
    }
    for (filing, obligation) in claims.strangers where !claims.owned.contains(filing.source) {
      let name = units.unit(code: filing.unit)?.name ?? filing.unit
      notices.add(.filingNotOwed(filing.place, item: obligation.id, unit: name), unit: filing.unit, filing)
    }
    return all
  }

  /// Which filings are of somebody who owes: several obligations may read the same rows, each for its own units.
  private struct Claims {
    var owned: Set<Filing.Source> = []
    /// Filings of units that do not owe the obligation, each with the first such.
    private(set) var strangers: [(filing: Filing, obligation: Obligation)] = []
    private var strange: Set<Filing.Source> = []

    mutating func addStranger(_ filing: Filing, _ obligation: Obligation) {
      if strange.insert(filing.source).inserted { strangers.append((filing, obligation)) }
    }
  }

  private func rows(
    of obligation: Obligation, _ input: FilingInput, _ owing: Owing, from first: CalendarDate,
    through last: CalendarDate, asOf: CalendarDate, _ claims: inout Claims, _ notices: FilingNotices
  ) -> [ObligationRow] {
    let seen = input.filings.filter { $0.filed.map { $0 <= asOf } ?? true }.sorted { a, b in
      if let x = a.filed, let y = b.filed, x != y { return x < y }
      if (a.filed == nil) != (b.filed == nil) { return a.filed == nil }
      return a.source < b.source
    }
    // What a filing is for can hang on whether an earlier period was met: matching begins with the first filing.
    let begin = min(first, seen.compactMap(\.filed).min() ?? first)
    let periods = Expansion.periods(
      of: obligation, from: begin, through: max(last, asOf), events: input.events, calendar: calendar)
    let filingsByUnit = Dictionary(grouping: seen, by: \.unit)
    let rosterByUnit = Dictionary(grouping: input.roster, by: \.unit)
    let eventsByUnit = Dictionary(grouping: input.events, by: \.unit)
    var rows: [ObligationRow] = []
    var owners: Set<String> = []
    for unit in units.units {
      let (series, empty) = owing.slots(
        of: unit, obligation, periods: periods, roster: rosterByUnit[unit.code] ?? [],
        events: eventsByUnit[unit.code] ?? [])
      for period in empty where isWanted(period, first, last) {
        notices.add(
          .rosterEmpty(obligation.place, item: obligation.id, unit: unit.name, period: period.id), unit: unit.code,
          period: period)
      }
      guard !series.isEmpty else { continue }
      let family = owing.family(of: unit)
      owners.formUnion(family)
      let filings =
        family.count == 1
        ? filingsByUnit[unit.code] ?? []
        : seen.filter { family.contains($0.unit) }
      for (member, slots) in series {
        let own = obligation.each == nil ? filings : filings.filter { $0.member == member }
        let matching = Matching(obligation: obligation, slots: slots, phases: phases, notices: notices, unit: unit)
        for (slot, assigned) in zip(slots, matching.assigned(own)) where isWanted(slot.period, first, last) {
          rows.append(
            ObligationRow(obligation, unit: unit.code, slot, assigned, asOf: asOf, calendar: calendar))
        }
      }
      if obligation.each != nil { tellStrangers(filings, series.map(\.member), obligation, unit, notices) }
    }
    for filing in seen {
      if owners.contains(filing.unit) {
        claims.owned.insert(filing.source)
      } else {
        claims.addStranger(filing, obligation)
      }
    }
    return rows
  }

  private func isWanted(_ period: Period, _ first: CalendarDate, _ last: CalendarDate) -> Bool {
    period.start <= last && first <= period.end
  }

  private func tellStrangers(
    _ filings: [Filing], _ members: [String?], _ obligation: Obligation, _ unit: OrgUnit,
    _ notices: FilingNotices
  ) {
    for filing in filings where !members.contains(filing.member) {
      notices.add(
        .filingMemberUnknown(filing.place, item: obligation.id, unit: unit.name), unit: unit.code, filing)
    }
  }
}
