import Findings
import Register
import Schemes
import Store

/// What a run reads beside the rows of its own window: other periods, and other runs.
struct RunSources: Equatable {
  /// Other periods whose measures the steps ask for, in order of time.
  var history: [Period] = []
  var upstream: [RunManifest.Upstream] = []
  /// The keys of the runs that frozen steps read, by the period as the scheme writes it.
  var frozen: [String: String] = [:]
  /// Periods that frozen steps ask for, of which only runs before their end are kept: none of them is read.
  var unfinished: [String] = []
}

extension Session {
  func sources(of loaded: LoadedScheme, period: Period, asOf: CalendarDate) throws -> RunSources {
    var sources = RunSources()
    sources.history = try history(of: loaded, period: period, asOf: asOf)
    let halves = loaded.scheme.combination == nil ? [] : period.halves
    sources.upstream = try upstream(of: loaded, windows: [period] + halves + sources.history)
    try lookUpFrozen(loaded.scheme, period, &sources)
    return sources
  }

  /// What a kept run read, by its manifest.
  func sources(of run: CompletedRun, _ manifest: RunManifest, kept: KeptRows) throws -> RunSources {
    var sources = RunSources(upstream: manifest.upstream ?? [], frozen: manifest.frozen ?? [:])
    let wish = run.scheme.historyWish
    // Of which periods another scheme had runs, and a SELECT rows, no manifest says.
    let isUnknown = run.scheme.measures.contains { $0.table == nil && wish.measures.contains($0.id) }
    sources.history =
      wish.looksBack && isUnknown
      ? run.record.input.history.map(\.period)
      : try history(of: run.loaded, period: run.period, asOf: run.record.input.asOf, kept: kept)
    return sources
  }

  /// Parameters are those of a run of the whole period, as other schemes read them (K4). The run of the period itself looks
  /// at what it observes.
  private func lookUpFrozen(_ scheme: Scheme, _ period: Period, _ sources: inout RunSources) throws {
    let asked = scheme.frozenPeriods.compactMap { name, _ in knownPeriod(name).map { (name, $0) } }
      .filter { $0.1.id != period.id }
    if asked.isEmpty { return }
    let final = try database.finalRuns(scheme: scheme.id)
    for (name, frozen) in asked {
      if let run = final.first(where: { $0.period.id == frozen.id }) {
        sources.frozen[name] = run.key
      } else if try database.latestRunKey(scheme: scheme.id, period: frozen.id) != nil {
        sources.unfinished.append(name)
      }
    }
  }

  /// A period as schemes and tables write it; nil if it is none.
  func knownPeriod(_ text: String) -> Period? {
    workspace.settings.phases.first { $0.id == text } ?? Period(parsing: text)
  }

  private func upstream(of loaded: LoadedScheme, windows: [Period]) throws -> [RunManifest.Upstream] {
    var final: [String: [FinalRun]] = [:]
    return try loaded.scheme.measures.flatMap { measure -> [RunManifest.Upstream] in
      guard case .scheme(let reference) = measure.source else { return [] }
      let runs = try final[reference.scheme] ?? database.finalRuns(scheme: reference.scheme)
      final[reference.scheme] = runs
      let node = loaded.upstreamNodes[measure.id]
      return windows.map { window in
        RunManifest.Upstream(
          measure: measure.id, window: window.id, scheme: reference.scheme, node: reference.node,
          isScore: node?.isScore ?? false, points: node?.points,
          runs: reference.period.selected(from: runs, for: window).map {
            RunManifest.Upstream.Run(period: $0.period.id, key: $0.key)
          })
      }
    }
  }

  /// At most so many periods of the past, or of the future.
  private static let mostPeriods = 20
  /// Periods that are looked at to find those with rows.
  private static let mostCandidates = 400

  /// The periods that the scheme's steps ask for: those that `over` names, and for imputing over periods those of the
  /// run's grain (of a year that is combined, of its halves) that have rows, at most 20 before and 20 after it; none that
  /// `as_of` cuts through.
  private func history(
    of loaded: LoadedScheme, period: Period, asOf: CalendarDate, kept: KeptRows? = nil
  ) throws -> [Period] {
    let wish = loaded.scheme.historyWish
    var found = wish.named.compactMap(knownPeriod)
    let isCombined = loaded.scheme.combination != nil && !period.halves.isEmpty
    if isCombined { found += found.flatMap(\.halves) }
    let (first, last) = isCombined ? (period.halves[0], period.halves[1]) : (period, period)
    if wish.looksBack {
      let spans = try rowSpans(of: loaded, measures: wish.measures, kept: kept)
      let isDone = { (periods: [Period]) in periods.count >= (wish.mostBack ?? Self.mostPeriods) }
      found += try walk(from: first, loaded, wish, spans, isDone) { $0.previous }
      if wish.looksAhead {
        found += try walk(from: last, loaded, wish, spans, { $0.count >= Self.mostPeriods }) { period in
          period.end.adding(days: 1).flatMap { Period(period.grain, containing: $0) }.flatMap {
            $0.end <= asOf ? $0 : nil
          }
        }
      }
    }
    let own = Set([period.id] + (isCombined ? period.halves.map(\.id) : []))
    var seen = own
    return found.filter { $0.start <= asOf && seen.insert($0.id).inserted }.sorted {
      ($0.start, $0.end, $0.id) < ($1.start, $1.end, $1.id)
    }
  }

  private func walk(
    from start: Period, _ loaded: LoadedScheme, _ wish: HistoryWish, _ spans: [ClosedRange<Int>],
    _ isDone: ([Period]) -> Bool, step: (Period) -> Period?
  ) throws -> [Period] {
    var found: [Period] = []
    var next = step(start)
    var looked = 0
    while let period = next, looked < Self.mostCandidates, !isDone(found) {
      let days = period.start.yyyymmdd...period.end.yyyymmdd
      if wish.mostBack != nil || spans.contains(where: { days.contains($0.lowerBound) && days.contains($0.upperBound) })
      {
        found.append(period)
      }
      next = step(period)
      looked += 1
    }
    return found
  }

  /// The spans of days of everything that these measures read.
  private func rowSpans(
    of loaded: LoadedScheme, measures: Set<String>, kept: KeptRows?
  ) throws -> [ClosedRange<Int>] {
    var spans: Set<ClosedRange<Int>> = []
    var tables: Set<TableName> = []
    for measure in loaded.scheme.measures where measures.contains(measure.id) {
      switch measure.source {
      case .table(let id):
        guard let spec = folders.spec(id, for: loaded.system) else { continue }
        tables.insert(TableName(system: spec.spec.system, table: id))
      case .view(let view): tables.formUnion(try database.tables(ofView: view.sql, place: view.place))
      case .scheme(let reference):
        spans.formUnion(
          try database.finalRuns(scheme: reference.scheme).map { $0.period.start.yyyymmdd...$0.period.end.yyyymmdd })
      }
    }
    for table in tables { spans.formUnion(try store(of: table)?.rowSpans(of: table, in: kept?.batches[table]) ?? []) }
    return Array(spans)
  }
}

extension SchemeReference.Selection {
  /// - Parameter runs: one per period.
  func selected(from runs: [FinalRun], for window: Period) -> [FinalRun] {
    func run(_ period: Period?) -> [FinalRun] { runs.filter { $0.period.id == period?.id } }
    switch self {
    case .same: return run(window)
    case .year: return run(Period(.year, containing: window.end))
    case .latest:
      // Of periods that end on the same day, that of the window's own grain, then the shorter.
      let past = runs.filter { $0.period.end <= window.end }
      let latest = past.max { a, b in
        if a.period.end != b.period.end { return a.period.end < b.period.end }
        let (isOwn, isOther) = (a.period.grain == window.grain, b.period.grain == window.grain)
        return isOwn != isOther ? isOther : (a.period.start, a.key) < (b.period.start, b.key)
      }
      return latest.map { [$0] } ?? []
    case .last(let count):
      var periods: [Period] = []
      var next: Period? = window
      while let period = next, periods.count < count {
        periods.append(period)
        next = period.previous
      }
      return periods.reversed().flatMap(run)
    }
  }
}
