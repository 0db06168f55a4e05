import Charts
import Findings
import Obligations
import Register
import Schemes
import Store

/// What `due` and `remind` are asked.
package struct DueRequest: Sendable {
  package var asOf: CalendarDate
  /// nil: every system.
  package var system: String?
  /// Code, name or alias; nil: every unit.
  package var unit: String?
  /// How many days ahead; nil: as far as each obligation's own reminder.
  package var within: Int?
  /// Everything in these states; empty: what is overdue and what is due soon.
  package var states: [ObligationState]

  package init(
    asOf: CalendarDate, system: String? = nil, unit: String? = nil, within: Int? = nil, states: [ObligationState] = []
  ) {
    self.asOf = asOf
    self.system = system
    self.unit = unit
    self.within = within
    self.states = states
  }
}

/// What is owed as of a day, by system.
package struct DueAnswer {
  struct Entry {
    let system: String
    let row: ObligationRow
  }
  let request: DueRequest
  /// Overdue first, then what is due soon, each in the register's order of units; in the order of print.
  let entries: [Entry]
  let list: DueList
  let counts: ObligationCounts
  let register: UnitRegister
  /// How many units beside the one that was asked for are part of it.
  let parts: Int
  /// Every reminder up to the day, the earliest first.
  let reminders: [Reminder.Subject: [Reminder]]

  /// One sentence over all.
  package func summary(in language: Language) -> String {
    let sentence =
      request.states.isEmpty ? list.summary(in: language) : counts.sentence(asOf: request.asOf, in: language)
    guard let name = request.unit, parts > 0 else { return sentence }
    return partsIncluded(name, parts, in: language) + sentence
  }

  /// One ready text per unit that has something to do.
  package func texts(in language: Language) -> [String] {
    list.parts.filter { !$0.isGone }.map { $0.reminder(asOf: request.asOf, units: register, in: language) }
  }

  func subject(of entry: Entry) -> Reminder.Subject {
    Reminder.Subject(
      system: entry.system, item: entry.row.item, unit: entry.row.unit, period: entry.row.occasionID,
      member: entry.row.member ?? "")
  }
}

extension Session {
  /// What is owed as of a day; what was noticed about filings is in the log.
  ///
  /// Looks back to the first day of the year before.
  /// - Returns: nil, with the reason in the log, if there is no such system or unit.
  package func due(_ request: DueRequest) throws -> DueAnswer? {
    let sources = folders.obligationSources.filter { request.system == nil || $0.system == request.system }
    if let system = request.system, !folders.names.contains(system) {
      log.add(WorkbenchFinding.systemUnknown(.subject(system), known: folders.names))
      return nil
    }
    if sources.isEmpty {
      // Of a file that cannot be read it would be untrue that there is none.
      if folders.brokenSystems.isEmpty {
        log.add(WorkbenchFinding.obligationsAbsent(.subject(request.system ?? "datasets")))
      }
      return nil
    }
    var belonging: Set<String>?
    var parts = 0
    if let name = request.unit {
      guard let code = unitCode(name, on: request.asOf) else { return nil }
      let own = units(belongingTo: code, on: request.asOf)
      belonging = own
      parts = standing(own, beside: code, on: request.asOf)
    }
    var entries: [DueAnswer.Entry] = []
    for source in sources {
      let furthest = source.book.obligations.flatMap(\.remind).max() ?? 0
      guard let first = CalendarDate(year: request.asOf.year - 1, month: 1, day: 1),
        let last = request.asOf.adding(days: max(request.within ?? 0, furthest))
      else { continue }
      let notices = FilingNotices()
      let rows = try source.obligationRows(
        asOf: request.asOf, days: first...last, from: derivationSources(for: source.system), notices: notices)
      for notice in notices.notices where notice.days.map({ $0.overlaps(first...last) }) ?? true {
        if belonging.map({ $0.contains(notice.unit) }) ?? true { log.add(notice.finding) }
      }
      entries += rows.filter { row in belonging.map { $0.contains(row.unit) } ?? true }.map {
        .init(system: source.system, row: $0)
      }
    }
    let rows = entries.map(\.row)
    let list = DueList(rows, units: register, asOf: request.asOf, within: request.within)
    let shown: [DueAnswer.Entry]
    if request.states.isEmpty {
      let wanted = list.overdue + list.dueSoon
      // Two systems may ask for the same in the same words: each is an entry of its own.
      var waiting = Dictionary(grouping: entries, by: \.row).mapValues { $0[...] }
      shown = wanted.compactMap { waiting[$0]?.popFirst() }
    } else {
      let places = Dictionary(
        register.units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
      shown = entries.filter { request.states.contains($0.row.state) }.enumerated().sorted { a, b in
        let (first, second) = (places[a.element.row.unit] ?? .max, places[b.element.row.unit] ?? .max)
        return (first, a.element.row.due, a.offset) < (second, b.element.row.due, b.offset)
      }.map(\.element)
    }
    return DueAnswer(
      request: request, entries: shown, list: list, counts: ObligationCounts(shown.map(\.row)), register: register,
      parts: parts,
      reminders: Dictionary(
        grouping: try database.reminders().filter { $0.asOf <= request.asOf }, by: \.subject))
  }

  /// Keeps what a reminder spoke of as sent.
  /// - Returns: one line.
  package func remind(_ answer: DueAnswer, role: String, language: Language) throws -> String {
    // Nobody can remind a unit that is gone.
    let parts = answer.list.parts.filter { !$0.isGone }
    let told = Set(parts.flatMap(\.all))
    let reminders = answer.entries.filter { told.contains($0.row) }.map {
      Reminder(subject: answer.subject(of: $0), asOf: answer.request.asOf, role: role)
    }
    try database.record(reminders, at: clock, by: actor)
    return CommandSentence.reminded(items: reminders.count, units: parts.count, role: role)
      .text(in: language)
  }
}
