import Findings
import Register
import Schemes
import Scoring
import Store
import Tables

/// The rows of one table that would count in a run, were they decided on and in force on its day.
struct WaitingEvents {
  enum Wait: Equatable {
    /// No decision is in force, on any day.
    case stage(EventStage)
    /// The table keeps no stages, and the row says neither yes nor no.
    case unconfirmed
    case inForce(since: CalendarDate)
  }

  let table: String
  var rows: [RowReference: Wait] = [:]

  /// - Parameter scheme, period: as which the run is to be named.
  func findings(at place: Place, confirmed: String?, asOf: CalendarDate, scheme: String, period: String)
    -> [EventFinding]
  {
    var findings: [EventFinding] = []
    let stages = EventStage.allCases.compactMap { stage in
      let count = rows.values.count { $0 == .stage(stage) }
      return count == 0 ? nil : EventFinding.StageCount(stage, count)
    }
    if !stages.isEmpty { findings.append(.pending(place, table: table, asOf: asOf, stages: stages, scheme: scheme)) }
    let unconfirmed = rows.values.count { $0 == .unconfirmed }
    if let confirmed, unconfirmed > 0 {
      findings.append(.unconfirmed(place, table: table, column: confirmed, count: unconfirmed))
    }
    let later = rows.values.compactMap { if case .inForce(let day) = $0 { day } else { nil } }
    if let last = later.max() {
      findings.append(
        .later(place, table: table, asOf: asOf, count: later.count, last: last, scheme: scheme, period: period))
    }
    return findings
  }
}

extension MeasureLoader {
  /// By table, what would count in the period if it were decided on: rows that measures take but for their decision. Of
  /// a year that is made of halves, what leaves read of them too.
  func waitingEvents(period: Period, asOf: CalendarDate) throws -> [WaitingEvents] {
    var all = try waiting(period, asOf, of: scheme.measures)
    guard scheme.combination != nil else { return all }
    let leaves = Set(scheme.allNodes.compactMap(\.measure))
    for half in period.halves where half.start <= asOf {
      let found = try waiting(
        half, half.asOf(inside: period, on: asOf), of: scheme.measures.filter { leaves.contains($0.id) })
      for events in found {
        if let index = all.firstIndex(where: { $0.table == events.table }) {
          all[index].rows.merge(events.rows) { first, _ in first }
        } else {
          all.append(events)
        }
      }
    }
    return all
  }

  private func waiting(_ period: Period, _ asOf: CalendarDate, of measures: [Measure]) throws -> [WaitingEvents] {
    var all: [WaitingEvents] = []
    for (id, group) in byTable(measures) {
      var events = WaitingEvents(table: id)
      try scanEvents(of: id, group, period, asOf) { row, record, rule in
        guard let rule else {
          events.rows[row.source] = .unconfirmed
          return
        }
        switch record.stage(on: asOf.yyyymmdd, under: rule) {
        case .inForce, .notSustained: return
        case .triggered, .verified, .confirmed, .doubtful: break
        }
        // What is decided by now is told as such, whatever was known on the day.
        switch record.stage(on: Self.everAfter, under: rule) {
        case .notSustained: return
        case .inForce:
          let day = record.since(.inForce, under: rule).flatMap { CalendarDate(yyyymmdd: $0) }
          if let day { events.rows[row.source] = .inForce(since: day) }
        case let stage: events.rows[row.source] = .stage(stage)
        }
      }
      if !events.rows.isEmpty { all.append(events) }
    }
    return all
  }

  static let everAfter = 9999_12_31

  /// The rows that measures of a table would take, were they decided on: each once, with what it says of its stages; of
  /// tables with `confirmed`, those that say neither yes nor no.
  func scanEvents(
    of id: String, _ measures: [Measure], _ period: Period, _ asOf: CalendarDate,
    _ each: (MeasureRow, EventRecord, ConfirmationRule?) -> Void
  ) throws {
    guard folders.derivedTable(id, for: system) == nil, let table = catalogue.tables[id], table.needsDecision,
      let name = tableName(id), let store = store(of: id), let spec = folders.spec(id, for: system)?.spec
    else { return }
    let stored = Set(try store.storedColumns(name).map(\.name))
    guard !stored.isEmpty else { return }
    var seen: Set<RowReference> = []
    for start in stride(from: 0, to: measures.count, by: Self.measuresPerQuery) {
      let part = Array(measures[start..<min(start + Self.measuresPerQuery, measures.count)])
      var query = MeasureQuery(part, table: table, stored: stored, undecided: true)
      let rule = spec.confirmation
      let columns = (rule?.columns ?? [spec.confirmed].compactMap(\.self)).map { ($0, query.add(column: $0)) }
      let places = Dictionary(columns, uniquingKeysWith: { first, _ in first })
      let spans = part.map { RowSpan($0.window, of: period, asOf: asOf) }
      let claimants = try part.map { try self.claimants($0.include, in: store) }
      try store.scan(RowQuery(table: name, expressions: query.expressions, parameters: moments(period, asOf))) {
        cursor in
        let unit = cursor.unitID
        for (index, slot) in query.slots.enumerated() {
          guard let units = claimants[index][unit],
            let row = row(of: slot, at: cursor, span: spans[index], hasPeriods: table.hasPeriods),
            units.contains(where: { $0.days.contains(row.to) }), !seen.contains(row.source)
          else { continue }
          seen.insert(row.source)
          if rule == nil, let place = spec.confirmed.flatMap({ places[$0] }), cursor.integer(place) != nil { continue }
          var record = EventRecord()
          if let rule {
            // Spelled out: a cursor cannot be captured.
            if let place = places[rule.trigger] { record.triggered = cursor.integer(place).map { Int($0) } }
            if let place = rule.verified.flatMap({ places[$0] }) {
              record.verified = cursor.integer(place).map { Int($0) }
            }
            if let place = places[rule.confirmed] { record.confirmed = cursor.integer(place).map { Int($0) } }
            if let place = rule.effective.flatMap({ places[$0] }) {
              record.effective = cursor.integer(place).map { Int($0) }
            }
            if let place = places[rule.role] { record.role = cursor.text(place) }
            if let place = places[rule.result] { record.result = cursor.text(place) }
          }
          each(row, record, rule)
        }
      }
    }
  }

  /// Protected tables of the scheme that hold not a single row, of any unit, in a part of the period; only where no row
  /// counts as nothing having happened.
  func registersWithoutRows(period: Period, asOf: CalendarDate) throws -> [(table: String, period: Period)] {
    let halves = period.halves.filter { $0.start <= asOf }
    var empty: [(table: String, period: Period)] = []
    for (id, group) in byTable(scheme.measures) {
      guard let table = catalogue.tables[id], table.isProtected, table.hasPeriods,
        table.isComplete || table.coveredBy != nil || group.contains(where: { $0.coveredBy != nil }),
        let name = tableName(id), let store = store(of: id), !(try store.storedColumns(name).isEmpty)
      else { continue }
      var spans: [(from: Int, to: Int)] = []
      try store.scan(RowQuery(table: name, expressions: [])) { spans.append(($0.periodFrom, $0.periodTo)) }
      for part in halves.isEmpty ? [period] : halves
      where !spans.contains(where: { $0.from <= part.end.yyyymmdd && $0.to >= part.start.yyyymmdd }) {
        empty.append((id, part))
      }
    }
    return empty
  }
}

extension Session {
  /// What a run leaves out for want of a decision in force, and registers that may not have been imported.
  func eventFindings(of loaded: LoadedScheme, scope: UnitScope, period: Period, asOf: CalendarDate) throws
    -> [EventFinding]
  {
    let loader = loader(of: loaded, scope: scope)
    let scheme = loaded.scheme.id
    let place = Place.subject("\(scheme) \(period.id)")
    let waiting = try loader.waitingEvents(period: period, asOf: asOf).flatMap { events in
      events.findings(
        at: place, confirmed: loaded.catalogue.tables[events.table]?.confirmed, asOf: asOf, scheme: scheme,
        period: period.id)
    }
    let empty = try loader.registersWithoutRows(period: period, asOf: asOf)
    return waiting + empty.map { .registerWithoutRows(place, table: $0.table, period: $0.period.id) }
  }
}
