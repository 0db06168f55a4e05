import Documents
import Findings
import Register
import Schemes
import Scoring

/// What a result would be with other rules or other numbers, beside what it is. Nothing of it is kept.
package struct WhatIf {
  package let base: CompletedRun
  package let comparison: SheetComparison
  /// What was changed, as the command had it.
  package let changes: [String]
  /// The inputs have changed since the run was kept; both sides were computed from those of today.
  package let isRecomputed: Bool
}

extension Session {
  /// Scores the last run's scheme with edits, and with numbers in place of measured ones.
  /// - Returns: nil with the reasons in the log.
  package func whatIf(
    scheme id: String, period: Period, edits: [SchemeEdit], given: [GivenValue]
  ) throws -> WhatIf? {
    guard let base = try latestRun(scheme: id, period: period),
      let written = base.loaded.file.document(log: log), let document = written.applying(edits, log: log),
      let variant = variant(of: base.loaded, document: document)
    else { return nil }
    let asOf = base.record.input.asOf
    let changes = edits.map(\.text) + given.map(\.text)
    guard let units = scope(of: variant, period, asOf) else { return nil }
    let loader = loader(of: variant, scope: units)
    let disclosures = try TrialPrivacy(base: base, variant: variant, loader: loader).disclosures()
    for disclosure in disclosures {
      log.add(WorkbenchFinding.trialDiscloses(.subject(changes.joined(separator: " ")), disclosure))
    }
    // A run of another engine would show that engine's differences as the change's.
    let isSameEngine = RunManifest(json: base.record.manifest)?.engine == engineVersion
    let isRecomputed = try !isSameEngine || !changedInputs(of: base, asToScheme: false).isEmpty
    var before = SheetComparison.Side(scheme: base.scheme, sheet: base.sheet)
    if isRecomputed {
      guard let input = try scope(of: base.loaded, period, asOf).map({ try input($0, base.loaded, period, asOf) })
      else {
        return nil
      }
      before = .init(scheme: base.scheme, sheet: Scoring.score(base.scheme, input))
    }
    var changed = try input(units, variant, period, asOf)
    // Whatever is wrong is told in one pass.
    guard place(given, in: &changed, of: variant), disclosures.isEmpty else { return nil }
    if let finding = try baseUnderMinimumCell(variant.scheme, loader) { log.add(finding) }
    let sheet = Scoring.score(variant.scheme, changed)
    for finding in sheet.findings where !base.sheet.findings.contains(finding) { log.add(finding) }
    return WhatIf(
      base: base,
      comparison: SheetComparison(before: before, after: .init(scheme: variant.scheme, sheet: sheet)),
      changes: changes, isRecomputed: isRecomputed)
  }

  private func scope(of loaded: LoadedScheme, _ period: Period, _ asOf: CalendarDate) -> UnitScope? {
    let scope = scope(of: loaded.scheme, period: period, asOf: asOf)
    guard scope.units.isEmpty else { return scope }
    log.add(
      WorkbenchFinding.noUnitsInScope(
        .subject(loaded.scheme.id), kinds: loaded.scheme.units.kinds, period: period.id))
    return nil
  }

  private func input(
    _ scope: UnitScope, _ loaded: LoadedScheme, _ period: Period, _ asOf: CalendarDate
  ) throws -> ScoringInput {
    try input(
      of: loaded, scope: scope, sources: sources(of: loaded, period: period, asOf: asOf), period: period, asOf: asOf,
      notes: FindingLog())
  }

  /// The same scheme file with another document, checked against the same tables and leaf rows.
  func variant(of loaded: LoadedScheme, document: DocumentNode) -> LoadedScheme? {
    let quiet = FindingLog()
    defer {
      quiet.problems.forEach { log.add($0) }
      if quiet.hasProblems { log.add(WorkbenchFinding.trialRefused(.subject(loaded.scheme.id))) }
    }
    return variant(of: loaded, document: document, quiet)
  }

  /// The same without a word to anybody but the given log.
  func variant(of loaded: LoadedScheme, document: DocumentNode, _ quiet: FindingLog) -> LoadedScheme? {
    guard let scheme = Scheme.read(document, log: quiet) else { return nil }
    let file = SystemFolders.SchemeFile(
      id: loaded.file.id, system: loaded.file.system, path: loaded.file.path, hash: loaded.file.hash,
      text: loaded.file.text, node: document, bases: [])
    return LoadedScheme.finish(
      scheme, file: file, catalogue: loaded.catalogue, leafTables: loaded.leafRows.keys.sorted(),
      rows: loaded.leafRows, upstream: UpstreamCheck(folders: folders, log: quiet).nodes(of: scheme), log: quiet)
  }

  private func place(_ given: [GivenValue], in input: inout ScoringInput, of loaded: LoadedScheme) -> Bool {
    var isWhole = true
    let measures = loaded.scheme.measures.map(\.id)
    let bounds = measureBounds(of: loaded.scheme, in: loaded.catalogue)
    let periods = [input.period.id] + input.halves.map(\.period.id)
    for item in given {
      let place = Place.subject(item.text)
      guard measures.contains(item.measure) else {
        log.add(WorkbenchFinding.givenMeasureUnknown(place, measure: item.measure, known: measures))
        isWhole = false
        continue
      }
      if let period = item.period, !periods.contains(period) {
        log.add(WorkbenchFinding.givenPeriodUnknown(place, period: period, known: periods))
        isWhole = false
        continue
      }
      guard let index = unitIndex(item.unit, among: input.units, of: loaded.scheme, input.period, input.asOf) else {
        isWhole = false
        continue
      }
      if let number = item.value, let bounds = bounds[item.measure], number < bounds.low || number > bounds.high {
        log.add(
          WorkbenchFinding.givenOutOfRange(
            place, measure: item.measure, value: number, low: bounds.low, high: bounds.high))
        isWhole = false
        continue
      }
      input.set(item, unit: index, minimumCell: workspace.settings.minimumCell)
    }
    return isWhole
  }
}
