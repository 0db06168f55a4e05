import Documents
import Findings
import Register
import Schemes
import Scoring
import Statistics
import Store

extension Session {
  /// The scheme that a kept run was computed by, from the manifest's own words and leaf rows: a later edit of the file
  /// changes nothing about what was published.
  func replayable(_ record: RunRecord, file: SystemFolders.SchemeFile) throws -> LoadedScheme? {
    // What the scheme's author must know was said when it was scored; only what prevents a replay is said again.
    let quiet = FindingLog()
    defer { quiet.problems.forEach { log.add($0) } }
    guard let manifest = RunManifest(json: record.manifest),
      let node = YAMLFile.parse(manifest.schemeText, name: file.path, log: quiet),
      let scheme = Scheme.read(node, log: quiet)
    else { return nil }
    let then = SystemFolders.SchemeFile(
      id: file.id, system: file.system, path: file.path, hash: manifest.schemeHash, text: manifest.schemeText,
      node: node)
    return LoadedScheme.finish(
      scheme, file: then,
      catalogue: folders.catalogue(for: file.system, registerColumns: register.units.flatMap(\.columns.keys)),
      leafTables: manifest.leafRows.keys.sorted(), rows: manifest.leafRows, log: quiet)
  }

  package struct Verification {
    package let run: CompletedRun
    package let differences: Int
    /// Whether the measures too were computed again from the rows, because no input has changed since.
    package let reachesRows: Bool
  }

  /// Computes a kept run again and compares every stored number with what comes out.
  ///
  /// The scores are replayed from the measure columns that the run stored. If its inputs are still the current ones, the
  /// measures too are computed again from the rows. Every difference is a finding.
  package func verify(scheme id: String, period: Period) throws -> Verification? {
    guard let run = try latestRun(scheme: id, period: period),
      let then = RunManifest(json: run.record.manifest)
    else { return nil }
    let place = Place.subject("\(id) \(period.id) \(run.shortKey)")
    var differences = 0
    func differ(_ what: String, _ stored: String, _ recomputed: String) {
      differences += 1
      log.add(WorkbenchFinding.replayDiffers(place, what: what, stored: stored, recomputed: recomputed))
    }
    if then.key != run.record.key { differ("manifest", run.record.key, then.key) }
    let isSameEngine = then.engine == engineVersion
    if !isSameEngine {
      log.add(WorkbenchFinding.engineDiffers(place, stored: then.engine, current: engineVersion))
    }
    let again = Scoring.score(run.scheme, run.record.input)
    compare(run.sheet, again, digits: isSameEngine ? nil : run.scheme.defaults.digits, differ)
    let asOf = run.record.input.asOf
    // An edited scheme file does not stand in the way: the measures are those of the scheme as it was.
    let changed = try changedInputs(of: run, asToScheme: false)
    if changed.isEmpty {
      let scope = UnitScope(run.scheme.units, register: register, period: period, asOf: asOf)
      let input = try input(of: run.loaded, scope: scope, period: period, asOf: asOf)
      compare(run.record.input, input, differ)
    }
    return Verification(run: run, differences: differences, reachesRows: changed.isEmpty)
  }

  /// - Parameter digits: nil: to the last bit; else as displayed.
  private func compare(
    _ stored: ScoreSheet, _ again: ScoreSheet, digits: Int?, _ differ: (String, String, String) -> Void
  ) {
    func isSame(_ a: Double, _ b: Double) -> Bool {
      if let digits { return a.isNaN ? b.isNaN : displayed(a, digits: digits) == displayed(b, digits: digits) }
      return a.isNaN ? b.isNaN : a == b
    }
    for (old, new) in zip(stored.nodes, again.nodes) {
      for unit in stored.units.indices
      where !isSame(old.value[unit], new.value[unit]) || old.state[unit] != new.state[unit] {
        differ("\(old.id) \(stored.units[unit].code)", "\(old.value[unit])", "\(new.value[unit])")
      }
    }
    for unit in stored.units.indices {
      let (old, new) = (stored.standing[unit], again.standing[unit])
      let name = stored.units[unit].code
      if !isSame(old.score, new.score) { differ("\(name) score", "\(old.score)", "\(new.score)") }
      if !isSame(old.displayedScore, new.displayedScore) {
        differ("\(name) displayed", "\(old.displayedScore)", "\(new.displayedScore)")
      }
      if !isSame(old.coverage, new.coverage) { differ("\(name) coverage", "\(old.coverage)", "\(new.coverage)") }
      if old.status != new.status { differ("\(name) status", "\(old.status)", "\(new.status)") }
      if old.rank != new.rank {
        differ("\(name) rank", old.rank.map(String.init) ?? "–", new.rank.map(String.init) ?? "–")
      }
      if old.grade != new.grade { differ("\(name) grade", old.grade ?? "–", new.grade ?? "–") }
      if old.setBy != new.setBy || old.cappedBy != new.cappedBy {
        differ("\(name) grade set by", words(old), words(new))
      }
    }
    if stored.effects.count != again.effects.count {
      differ("effects", "\(stored.effects.count)", "\(again.effects.count)")
    }
    for (old, new) in zip(stored.effects, again.effects)
    where old.effect != new.effect || old.unit != new.unit || old.outcome != new.outcome
      || !isSame(old.effective, new.effective) || !isSame(old.after, new.after)
    {
      differ("\(old.effect) \(stored.units[old.unit].code)", "\(old.effective)", "\(new.effective)")
    }
  }

  private func words(_ standing: Standing) -> String {
    let names = standing.cappedBy + [standing.setBy].compactMap(\.self)
    return names.isEmpty ? "–" : names.joined(separator: " ")
  }

  private func compare(_ stored: ScoringInput, _ again: ScoringInput, _ differ: (String, String, String) -> Void) {
    func compare(_ old: [String: MeasureColumn], _ new: [String: MeasureColumn], _ period: String) {
      for id in old.keys.sorted() {
        guard let a = old[id], let b = new[id] else {
          differ("\(id) \(period)", "–", "–")
          continue
        }
        for unit in stored.units.indices {
          let isSame = a.value[unit].isNaN ? b.value[unit].isNaN : a.value[unit] == b.value[unit]
          if !isSame || a.state[unit] != b.state[unit] {
            differ("\(id) \(period) \(stored.units[unit].code)", "\(a.value[unit])", "\(b.value[unit])")
          }
        }
      }
    }
    compare(stored.measures, again.measures, stored.period.id)
    for (old, new) in zip(stored.halves, again.halves) { compare(old.measures, new.measures, old.period.id) }
  }
}
