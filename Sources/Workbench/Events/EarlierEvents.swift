import Findings
import Register
import Store

extension Session {
  /// Tells of events of earlier periods that came into force since their own period was scored: they belong to it, so
  /// that they act neither in its result nor in this one. Asked of what stands today, and not kept with the run.
  package func tellOfEarlierEvents(before run: CompletedRun) throws {
    let (period, asOf) = (run.period, run.record.input.asOf)
    let results = try countingRuns(of: run.scheme.id).filter { $0.period.end < period.start }
    guard !results.isEmpty else { return }
    let loader = loader(of: run.loaded, scope: scope(of: run.scheme, period: period, asOf: asOf))
    for (table, group) in loader.byTable(run.scheme.measures) {
      var unknown: [(since: CalendarDate, period: Period)] = []
      let measures = group.map { measure in
        var wider = measure
        wider.window = .toDate
        return wider
      }
      try loader.scanEvents(of: table, measures, period, asOf) { row, record, rule in
        guard let rule, row.to < period.start.yyyymmdd, record.stage(on: asOf.yyyymmdd, under: rule) == .inForce,
          let since = record.since(.inForce, under: rule).flatMap({ CalendarDate(yyyymmdd: $0) })
        else { return }
        let own = results.filter { $0.period.start.yyyymmdd <= row.from && row.to <= $0.period.end.yyyymmdd }
        // The longest period is named last: a half is scored again before its year.
        let deaf = own.filter { $0.asOf < since }.sorted {
          $0.period.end.dayNumber - $0.period.start.dayNumber
            < $1.period.end.dayNumber - $1.period.start.dayNumber
        }
        if deaf.count == own.count, let first = deaf.first { unknown.append((since, first.period)) }
      }
      guard let last = unknown.map(\.since).max() else { continue }
      let periods = Dictionary(unknown.map { ($0.period.start, $0.period.id) }, uniquingKeysWith: { first, _ in first })
      log.add(
        EventFinding.earlier(
          .subject("\(run.scheme.id) \(period.id)"), table: table, count: unknown.count,
          periods: periods.sorted { $0.key < $1.key }.map(\.value), last: last, scheme: run.scheme.id))
    }
  }

  /// Of each period of a scheme, the run that counts: final, or scored last.
  private func countingRuns(of scheme: String) throws -> [(period: Period, asOf: CalendarDate)] {
    let days = Dictionary(try database.runs().map { ($0.key, $0.asOf) }, uniquingKeysWith: { first, _ in first })
    return try database.finalRuns(scheme: scheme).compactMap { run in days[run.key].map { (run.period, $0) } }
  }
}
