import Findings
import Register
import Schemes
import Scoring
import Store

/// What measures of one period take of the table of obligations and what is not due on the day.
private struct OpenOccasions {
  /// The rows, by what tells one occasion from another, with their due days.
  var due: [[StoredValue]: CalendarDate] = [:]
}

extension MeasureLoader {
  /// What was owed in the period, or in the halves that it is made of, and cannot count as of the day, since its due day
  /// is not past; nil: nothing.
  func notDueYet(period: Period, asOf: CalendarDate) throws -> (looks: [DueFinding.Look], first: CalendarDate)? {
    guard scheme.combination != nil, !period.halves.isEmpty else {
      let open = try open(period, asOf, of: scheme.measures)
      return summed([(period, asOf, open)], of: period)
    }
    // Leaves read the halves alone; what else there is reads the year.
    let leaves = Set(scheme.allNodes.compactMap(\.measure))
    let inHalves = scheme.measures.filter { leaves.contains($0.id) }
    var all: [(Period, CalendarDate, OpenOccasions)] = []
    var seen: Set<[StoredValue]> = []
    for half in period.halves where half.start <= asOf {
      let day = half.asOf(inside: period, on: asOf)
      let open = try open(half, day, of: inHalves)
      seen.formUnion(open.due.keys)
      all.append((half, day, open))
    }
    var year = try open(period, asOf, of: scheme.measures.filter { !leaves.contains($0.id) })
    year.due = year.due.filter { !seen.contains($0.key) }
    all.append((period, asOf, year))
    return summed(all, of: period)
  }

  private func summed(
    _ all: [(period: Period, day: CalendarDate, open: OpenOccasions)], of period: Period
  ) -> (looks: [DueFinding.Look], first: CalendarDate)? {
    let some = all.filter { !$0.open.due.isEmpty }
    let days = some.flatMap { look in
      look.open.due.values.compactMap { due -> CalendarDate? in
        guard let after = due.adding(days: 1), after > look.period.end else { return due.adding(days: 1) }
        // A half inside a year is looked at as many days after its end as the year.
        return period.end.adding(days: after.dayNumber - look.period.end.dayNumber)
      }
    }
    guard let first = days.max() else { return nil }
    return (some.map { DueFinding.Look($0.period.id, day: $0.day, count: $0.open.due.count) }, first)
  }

  private func open(_ period: Period, _ asOf: CalendarDate, of measures: [Measure]) throws -> OpenOccasions {
    var found = OpenOccasions()
    for (id, group) in byTable(measures) {
      guard let table = folders.derivedTable(id, for: system) as? ObligationSource else { continue }
      let names = table.catalogue.columns.map(\.id)
      func place(_ column: ObligationColumn) -> Int? { names.firstIndex(of: column.rawValue) }
      guard let state = place(.state), let missing = place(.isMissing), let due = place(.due),
        let item = place(.item), let occasion = place(.period), let member = place(.member)
      else { continue }
      for measure in group {
        let rows = try self.rows(of: [measure], in: table, period: period, asOf: asOf)[measure.id] ?? []
        let all = try derived(of: table, asOf: asOf, for: [RowSpan(measure.window, of: period, asOf: asOf)]).rows
        for row in rows where row.unit < scope.scored.count && row.to <= period.end.yyyymmdd {
          guard all.indices.contains(row.source.row - 1) else { continue }
          let owed = all[row.source.row - 1]
          guard case .text(let word) = owed.cells[state], let known = ObligationState(rawValue: word),
            known == .notDue || known == .returned && owed.cells[missing] == .integer(0),
            case .integer(let number) = owed.cells[due], let day = CalendarDate(yyyymmdd: Int(number))
          else { continue }
          found.due[[.text(owed.unit), owed.cells[item], owed.cells[occasion], owed.cells[member]]] = day
        }
      }
    }
    return found
  }
}

extension Session {
  /// What was owed for the period and is not due as of the day.
  func dueFindings(of loaded: LoadedScheme, scope: UnitScope, period: Period, asOf: CalendarDate) throws -> [DueFinding]
  {
    let id = loaded.scheme.id
    guard let open = try loader(of: loaded, scope: scope).notDueYet(period: period, asOf: asOf) else { return [] }
    return [
      .notDueYet(
        .subject("\(id) \(period.id)"), looks: open.looks, first: open.first, scheme: id, period: period.id)
    ]
  }
}
