import Findings
import Register
import Schemes
import Scoring
import Statistics
import Store

/// The version of the rules by which runs are computed; a run remembers it. It changes whenever a number could.
package let engineVersion = "0.4.0"

/// A run, and the scheme that it was computed by.
package struct CompletedRun {
  package let record: RunRecord
  package let loaded: LoadedScheme
  /// The tables of people's answers behind its measures.
  package let answerTables: AnswerTables
  package var sheet: ScoreSheet { record.sheet }
  package var scheme: Scheme { loaded.scheme }
  package var period: Period { record.input.period }
  /// The first characters of the key, as documents print it.
  package var shortKey: String { String(record.key.prefix(12)) }
  /// What was said when the run was scored, if its period had no row in any table.
  var warningOfNoRows: RecordedFinding? { record.findings.first { $0.code == "period-without-rows" } }
  /// Work secrets were out of reach when it was scored: vetoes that rest on them were not looked at.
  var isWithoutSecrets: Bool { record.findings.contains { $0.code == "protected-closed" } }
  /// What was said when the run was scored and every reader of it must know.
  var lastingWarnings: [RecordedFinding] { record.findings.filter(\.isLasting) }
}

extension RecordedFinding {
  /// Whether every reader of the run must know it: its period had no row in any table, work secrets were out of reach, so
  /// that vetoes were not looked at, what waits for a decision or came into force later is left out, a register has
  /// nothing of the period, something owed was not due yet, or working days of a year without a calendar decided.
  var isLasting: Bool {
    [
      "period-without-rows", "protected-closed", "calendar-year-absent", "confirmation-pending", "confirmation-later",
      "register-without-rows", "obligations-not-due",
    ].contains(code)
  }

  /// Whether the run becomes final only with a reason: all of that, and facts or vetoes of single units that could not be
  /// judged (未核), which readers see in the rows of those units.
  var holdsUpFinal: Bool { isLasting || code == "test-unverified" }
}

extension Session {
  /// Scores a scheme for a period and keeps the run; the same inputs give the run that is already kept.
  /// - Parameter asOf: nil: the period's end.
  package func score(scheme id: String, period: Period, asOf: CalendarDate?) throws -> CompletedRun? {
    guard let loaded = try load(scheme: id) else { return nil }
    return try score(loaded, period: period, asOf: asOf)
  }

  func score(_ loaded: LoadedScheme, period: Period, asOf: CalendarDate? = nil) throws -> CompletedRun? {
    let id = loaded.scheme.id
    let asOf = asOf ?? period.end
    guard asOf >= period.start else {
      log.add(WorkbenchFinding.asOfTooEarly(.subject("\(asOf)"), period: period.id, start: "\(period.start)"))
      return nil
    }
    let scope = scope(of: loaded.scheme, period: period, asOf: asOf)
    guard !scope.units.isEmpty else {
      log.add(
        WorkbenchFinding.noUnitsInScope(.subject(id), kinds: loaded.scheme.units.kinds, period: period.id))
      return nil
    }
    if restsOnCalendar(loaded), calendarSource.calendar == nil { return nil }
    for table in try loader(of: loaded, scope: scope).tablesNeverImported() {
      log.add(WorkbenchFinding.tableNeverImported(.subject(id), table: table))
    }
    var sources = try sources(of: loaded, period: period, asOf: asOf)
    var manifest = try manifest(of: loaded, sources: sources, period: period, asOf: asOf)
    var notes = FindingLog()
    var input = try input(of: loaded, scope: scope, sources: sources, period: period, asOf: asOf, notes: notes)
    // Another program may import, undo or score in between: the key must be that of what was read.
    while true {
      sources = try self.sources(of: loaded, period: period, asOf: asOf)
      let now = try self.manifest(of: loaded, sources: sources, period: period, asOf: asOf)
      if now == manifest { break }
      manifest = now
      notes = FindingLog()
      input = try self.input(of: loaded, scope: scope, sources: sources, period: period, asOf: asOf, notes: notes)
    }
    tell(of: sources, in: loaded.scheme, notes: notes)
    if let finding = try baseUnderMinimumCell(loaded.scheme, loader(of: loaded, scope: scope)) { notes.add(finding) }
    if let warning = warningOfClosedTables(of: loaded) { notes.add(warning) }
    for finding in try eventFindings(of: loaded, scope: scope, period: period, asOf: asOf) { notes.add(finding) }
    for finding in try dueFindings(of: loaded, scope: scope, period: period, asOf: asOf) { notes.add(finding) }
    let sheet = Scoring.score(loaded.scheme, input)
    var findings =
      withoutRepeats(notes.findings.map { RecordedFinding($0) }) + sheet.findings.map { RecordedFinding($0) }
    if let finding = try periodWithoutRows(loaded, scope: scope, input: input, sheet: sheet) {
      findings.insert(RecordedFinding(finding), at: 0)
    }
    var record = RunRecord(
      key: manifest.key, scheme: id, manifest: manifest.json, createdAt: clock, input: input, sheet: sheet,
      findings: findings)
    record.frozenKeys = sources.frozen
    let digits = loaded.scheme.defaults.digits
    try database.save(record) { displayed($0, digits: digits) }
    return completed(record, by: loaded)
  }

  func completed(_ record: RunRecord, by loaded: LoadedScheme) -> CompletedRun {
    let loader = loader(
      of: loaded, scope: scope(of: loaded.scheme, period: record.input.period, asOf: record.input.asOf))
    return CompletedRun(record: record, loaded: loaded, answerTables: answerTables(of: loader, record: record))
  }

  func scope(of scheme: Scheme, period: Period, asOf: CalendarDate) -> UnitScope {
    UnitScope(scheme.units, register: register, memberships: memberships, period: period, asOf: asOf)
  }

  /// Which measures read another scheme that has no final run for them, and which steps one of this scheme.
  private func tell(of sources: RunSources, in scheme: Scheme, notes: FindingLog) {
    for selection in sources.upstream where selection.runs.isEmpty {
      guard let measure = scheme.measure(selection.measure) else { continue }
      notes.add(
        WorkbenchFinding.upstreamAbsent(
          measure.place(of: "scheme"), measure: measure.id, scheme: selection.scheme, period: selection.window))
    }
    for (name, step) in scheme.frozenPeriods where sources.unfinished.contains(name) {
      notes.add(WorkbenchFinding.frozenRunNotFinal(step.place, scheme: scheme.id, step: step.word, period: name))
    }
  }

  /// What to say of a run whose period has no row at all in any table, as when the period was mistyped.
  private func periodWithoutRows(
    _ loaded: LoadedScheme, scope: UnitScope, input: ScoringInput, sheet: ScoreSheet
  ) throws -> WorkbenchFinding? {
    // A value in any column rests on a row; only where there is none are the rows asked once more.
    let columns = ([input.measures] + input.halves.map(\.measures)).flatMap(\.values)
    guard columns.allSatisfy({ $0.n.allSatisfy { $0 == 0 } }) else { return nil }
    let tables = try loader(of: loaded, scope: scope).tablesWithoutRows(period: input.period, asOf: input.asOf)
    guard !tables.isEmpty else { return nil }
    return .periodWithoutRows(
      .subject("\(loaded.scheme.id) \(input.period.id)"), scheme: loaded.scheme.id, period: input.period.id,
      tables: tables, ungraded: sheet.standing.count { $0.status != .graded }, units: sheet.standing.count)
  }

  /// The run of a scheme and period that counts: what was declared final, else what was scored last.
  package func latestRun(scheme id: String, period: Period) throws -> CompletedRun? {
    try latestRun(scheme: id, periodID: period.id)
  }

  /// - Parameter period: by its id alone: the settings may no longer name the phase that a kept run is about.
  func latestRun(scheme id: String, periodID period: String) throws -> CompletedRun? {
    guard let record = try database.latestRun(scheme: id, period: period) else {
      guard folders.scheme(id, log: log) != nil else { return nil }
      log.add(WorkbenchFinding.notScored(.subject("\(id) \(period)"), scheme: id, period: period))
      return nil
    }
    guard let loaded = try replayable(record) else { return nil }
    let run = completed(record, by: loaded)
    // What was declared final counts, whatever was scored since.
    if let last = try database.runs().last(where: { $0.scheme == id && $0.period == period }), last.key != record.key {
      let later = String(last.key.prefix(12))
      log.add(StageFinding.laterRun(.subject("\(id) \(period)"), run: run.shortKey, later: later))
    }
    for warning in run.lastingWarnings { log.add(warning) }
    let changed = try changedInputs(of: run)
    if !changed.isEmpty {
      let place = Place.subject("\(id) \(period) \(run.shortKey)")
      let isFinal = try isFinal(run)
      // A final result stands, but not what nobody looked at.
      if isFinal, run.isWithoutSecrets, secrets.database != nil {
        log.add(StageFinding.finalUnchecked(place, run: run.shortKey, what: changed, scheme: id, period: period))
      } else {
        log.add(WorkbenchFinding.runOutdated(place, what: changed, scheme: id, period: period, isFinal: isFinal))
      }
    }
    return run
  }

  /// The inputs of a run that are no longer what they were: its scheme file, the register, tables.
  func changedInputs(of run: CompletedRun, asToScheme: Bool = true) throws -> [ChangedInput] {
    guard let then = RunManifest(json: run.record.manifest) else { return [] }
    var now = try manifestNow(of: run, then: then)
    // The loaded scheme is the one that the run was computed by; what counts here is today's file.
    if asToScheme { now.schemeHash = folders.schemes.first { $0.id == run.scheme.id }?.hash ?? "" }
    var changed = now.differences(from: then)
    for file in try changedRegisterFiles(then) where !changed.contains(file) { changed.append(file) }
    return changed
  }

  /// The files of units and memberships that are no longer what the database took over from them: only commands that
  /// import or score read them anew.
  private func changedRegisterFiles(_ then: RunManifest) throws -> [ChangedInput] {
    var changed: [ChangedInput] = []
    if try isRegisterFileNewer() { changed.append(.register) }
    if then.membershipHash != nil, try isMembershipFileNewer() { changed.append(.memberships) }
    return changed
  }

  /// The manifest that a kept run would have if its scheme were scored now.
  func manifestNow(of run: CompletedRun, then: RunManifest) throws -> RunManifest {
    let asOf = run.record.input.asOf
    let sources = try sources(of: run.loaded, period: run.period, asOf: asOf)
    var now = try manifest(of: run.loaded, sources: sources, period: run.period, asOf: asOf)
    // Of what is out of reach now nobody can say that it has changed.
    now.takeOver(closedTablesFrom: then)
    return now
  }

  /// - Parameter notes: where what lint says of the file goes; nil: the session's log.
  package func load(scheme id: String, notes: FindingLog? = nil) throws -> LoadedScheme? {
    guard let file = folders.scheme(id, log: log) else {
      // It may be one of those that could not be read.
      folders.tell(log, of: folders.troubled)
      folders.tellUnread(id, log)
      return nil
    }
    guard !folders.troubled.contains(file.system) else {
      folders.tell(log, of: [file.system])
      return nil
    }
    folders.tellUnreadBase(of: file, log)
    return try LoadedScheme.load(file, folders: folders, register: register, database: database, log: notes ?? log)
  }

  func input(
    of loaded: LoadedScheme, scope: UnitScope, sources: RunSources, period: Period, asOf: CalendarDate,
    kept: KeptRows? = nil, notes: FindingLog
  ) throws -> ScoringInput {
    let loader = loader(of: loaded, scope: scope, upstream: sources.upstream, kept: kept, notes: notes)
    var halves: [PeriodInput] = []
    if loaded.scheme.combination != nil {
      halves = try period.halves.map {
        // A half inside a year is what it was so long after its own end, so that its printed values stay. Of one that
        // has not begun nothing is known, not even that nothing happened.
        let measures =
          asOf < $0.start
          ? Dictionary(
            try loader.everyMeasure().map { ($0.id, MeasureColumn(missing: scope.scored.count)) },
            uniquingKeysWith: { first, _ in first })
          : try loader.columns(period: $0, asOf: $0.asOf(inside: period, on: asOf))
        return PeriodInput(period: $0, measures: measures)
      }
    }
    var input = ScoringInput(
      period: period, asOf: asOf, units: scope.scored, measures: try loader.columns(period: period, asOf: asOf),
      halves: halves)
    loader.tellOfDerivedTables()
    var quiet = loader
    quiet.notes = FindingLog()
    let asked = loaded.scheme.historyWish.measures
    input.history = try sources.history.map {
      PeriodInput(
        period: $0, measures: try quiet.columns(period: $0, asOf: min(asOf, $0.end), of: asked))
    }
    let records = RecordRows(session: self, loaded: loaded, log: notes, batches: kept?.batches)
    input.decisions = try records.decisions(on: period, asOf: asOf).counted.map(\.record)
    input.titles = try records.titles(asOf: asOf, in: scope).map(\.record)
    for (name, key) in sources.frozen { input.frozen[name] = try database.sheet(ofRun: key) }
    return input
  }

  func loader(
    of loaded: LoadedScheme, scope: UnitScope, upstream: [RunManifest.Upstream] = [], kept: KeptRows? = nil,
    notes: FindingLog = FindingLog()
  ) -> MeasureLoader {
    if loaded.scheme.countsWorkingDays, let calendar = calendarSource.calendar { database.desk.use(calendar) }
    return MeasureLoader(
      scheme: loaded.scheme, system: loaded.system, catalogue: loaded.catalogue, folders: folders, database: database,
      secrets: secrets, scope: scope, minimumCell: kept?.minimumCell ?? workspace.settings.minimumCell,
      sources: derivationSources(for: loaded.system, batches: kept?.batches), upstream: upstream, kept: kept,
      notes: notes)
  }
}
