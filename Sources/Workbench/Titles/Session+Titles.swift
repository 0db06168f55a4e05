import Findings
import Register
import Schemes
import Scoring
import Store

/// What `titles` is asked.
package struct TitleRequest: Sendable {
  package var scheme: String
  package var asOf: CalendarDate
  /// nil: the year that the scheme states, else that of the day.
  package var until: Int?
  package init(scheme: String, asOf: CalendarDate, until: Int? = nil) {
    self.scheme = scheme
    self.asOf = asOf
    self.until = until
  }
}

extension Session {
  /// How far the titles of a scheme have come as of a day. Who is deferred or exempt is decided as a run of the running
  /// year would decide it on that day; nothing is kept.
  /// - Returns: nil, with the reason in the log, if there is no such scheme, or it names no titles.
  package func titles(_ request: TitleRequest) throws -> TitleAnswer? {
    // What the scheme's author must know is said when it is scored; only what keeps it from being read is said here.
    let quiet = FindingLog()
    defer { quiet.problems.forEach { log.add($0) } }
    guard let loaded = try load(scheme: request.scheme, notes: quiet), let titles = titles(of: loaded) else {
      return nil
    }
    let asOf = request.asOf
    guard let year = Period(year: asOf.year), let grade = loaded.scheme.titleGrade else { return nil }
    let scope = scope(of: loaded.scheme, period: year, asOf: asOf)
    let records = RecordRows(session: self, loaded: loaded, log: log)
    if restsOnCalendar(loaded), calendarSource.calendar == nil { return nil }
    var sheet: ScoreSheet?
    if !scope.units.isEmpty {
      let sources = try sources(of: loaded, period: year, asOf: asOf)
      let input = try input(
        of: loaded, scope: scope, sources: sources, period: year, asOf: asOf, notes: FindingLog())
      sheet = Scoring.score(loaded.scheme, input)
    }
    let held = try records.titles(asOf: asOf, in: scope).map(\.record).filter { $0.grade == grade }
    let holdings = Dictionary(grouping: held, by: \.unit)
    tellBackwards(holdings.values.flatMap(\.self), titles.table, scope)
    let band = loaded.scheme.grading?.bands.first { $0.grade == grade }
    var units = scope.units.indices.map { index in
      TitleUnit(
        code: scope.units[index].code, name: scope.units[index].name,
        group: group(sheet?.units[index] ?? scope.scored[index], band?.quota?.per),
        status: sheet?.standing[index].status ?? .graded,
        spells: TitleSpell.spells(holdings[index] ?? [], grade: grade, asOf: asOf))
    }
    try addReviews(of: grade, loaded, scope, asOf: asOf, to: &units)
    let last = try lastRun(of: loaded, asOf: asOf)
    if let last {
      for (unit, verdict) in last.sheet.verdicts(on: grade, of: last.scheme).enumerated() {
        guard let index = scope.index(forRowsOf: last.sheet.units[unit].code), let verdict else { continue }
        // Of units that were joined since, the verdict on the one that carries on.
        let isOwn = scope.units[index].code == last.sheet.units[unit].code
        if isOwn || units[index].lastVerdict == nil { units[index].lastVerdict = verdict }
      }
    } else {
      log.add(TitleFinding.notScored(.subject(request.scheme), scheme: request.scheme))
    }
    let question = TitleQuestion(
      grade: grade, asOf: asOf, until: request.until ?? titles.fullBy ?? asOf.year, quota: band?.quota,
      currentAt: titles.currentAt)
    return TitleAnswer(
      outlook: TitleOutlook(question, units: units), scheme: loaded.scheme, last: last,
      elsewhere: try elsewhere(grade, records, loaded.scheme, scope, asOf: asOf))
  }

  private func titles(of loaded: LoadedScheme) -> Titles? {
    if let titles = loaded.scheme.titles { return titles }
    let known = folders.schemes.filter { file in
      let other = try? LoadedScheme.load(
        file, folders: folders, register: register, database: nil, log: FindingLog())
      return other?.scheme.titles != nil
    }.map(\.id)
    log.add(TitleFinding.absent(.subject(loaded.scheme.id), scheme: loaded.scheme.id, known: known))
    return nil
  }

  /// The group that has places of its own; where no group has, the peers.
  private func group(_ unit: ScoredUnit, _ per: Quota.Scope?) -> String {
    if case .column(let column)? = per { return unit.register[column] ?? "" }
    return unit.peers
  }

  /// Yearly runs of the whole year, each by the scheme that it was computed by.
  private func addReviews(
    of grade: String, _ loaded: LoadedScheme, _ scope: UnitScope, asOf: CalendarDate, to units: inout [TitleUnit]
  ) throws {
    for final in try database.finalRuns(scheme: loaded.scheme.id)
    where final.period.grain == .year && final.period.end <= asOf {
      guard let run = try countingRun(scheme: loaded.scheme.id, period: final.period.id, on: asOf),
        run.asOf >= final.period.end, let record = try database.run(key: run.key), let then = try replayable(record)
      else { continue }
      for (unit, review) in record.sheet.reviews(of: grade, then.scheme, record.input).enumerated() {
        guard let review, let index = scope.index(forRowsOf: record.sheet.units[unit].code) else { continue }
        // Of units that were joined since, one year is one review.
        if units[index].reviews.last?.year != review.year { units[index].reviews.append(review) }
      }
    }
  }

  /// Of the runs up to the day, of periods that the scheme grades, the one whose period ends last; of equal ends the
  /// longer one.
  private func lastRun(of loaded: LoadedScheme, asOf: CalendarDate) throws -> CompletedRun? {
    let onlyYear = loaded.scheme.grading?.onlyYear == true
    let periods = try database.runs().filter { $0.scheme == loaded.scheme.id && $0.asOf <= asOf }
      .compactMap { knownPeriod($0.period) }.filter { !onlyYear || $0.grain == .year }
    let last = periods.max { ($0.end, $1.start) < ($1.end, $0.start) }
    guard let last, let key = try countingRun(scheme: loaded.scheme.id, period: last.id, on: asOf)?.key,
      let record = try database.run(key: key), let then = try replayable(record)
    else { return nil }
    return completed(record, by: then)
  }

  /// Of the runs that look no further than a day the one that counts: what was declared final, else what was scored last.
  private func countingRun(scheme: String, period: String, on day: CalendarDate) throws -> RunIdentity? {
    let runs = try database.runs().filter { $0.scheme == scheme && $0.period == period && $0.asOf <= day }
    let stage = try database.stages(scheme: scheme, period: period).last
    return runs.first { stage?.stage == .final && $0.key == stage?.runKey } ?? runs.last
  }

  /// Titles of units of the scheme's kinds that are in scope no more, and that nobody carries on.
  private func elsewhere(
    _ grade: String, _ records: RecordRows, _ scheme: Scheme, _ scope: UnitScope, asOf: CalendarDate
  ) throws -> [TitleUnit] {
    let gone = register.units.filter {
      (scheme.units.kinds.isEmpty || scheme.units.kinds.contains($0.kind)) && scope.index(forRowsOf: $0.code) == nil
    }
    let numbers = Dictionary(gone.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let quiet = RecordRows(session: self, loaded: records.loaded, log: FindingLog())
    let holdings = Dictionary(grouping: try quiet.titles(asOf: asOf, of: { numbers[$0] }).map(\.record), by: \.unit)
    return gone.indices.compactMap { index in
      let spells = TitleSpell.spells(holdings[index] ?? [], grade: grade, asOf: asOf)
      return spells.isEmpty ? nil : TitleUnit(code: gone[index].code, name: gone[index].name, group: "", spells: spells)
    }
  }

  private func tellBackwards(_ holdings: [TitleHolding], _ table: String, _ scope: UnitScope) {
    for holding in holdings.sorted(by: { ($0.unit, $0.from) < ($1.unit, $1.from) }) {
      guard let to = holding.to, to < holding.from, let from = CalendarDate(yyyymmdd: holding.from),
        let end = CalendarDate(yyyymmdd: to)
      else { continue }
      log.add(
        TitleFinding.endsBeforeItBegins(
          .subject(table), table: table, unit: scope.units[holding.unit].name, from: "\(from)", to: "\(end)"))
    }
  }
}

extension Scheme {
  /// The grade that is given as a title: that of the first line whose quota is for new titles alone, else the first with
  /// a quota, else the highest.
  package var titleGrade: String? {
    guard let grading else { return nil }
    let lines = grading.bands
    return (lines.first { $0.quota?.onlyNew == true } ?? lines.first { $0.quota != nil })?.grade ?? grading.grades.first
  }
}
