import Documents
import Findings
import Register
import Schemes
import Scoring
import Store

extension Session {
  /// The scheme that a kept run was computed by, from the manifest's own words and leaf rows: a later edit of the file
  /// changes nothing about what was published.
  func replayable(_ record: RunRecord) throws -> LoadedScheme? {
    // What the scheme's author must know was said when it was scored; only what prevents a replay is said again.
    let quiet = FindingLog()
    defer { quiet.problems.forEach { log.add($0) } }
    guard let manifest = RunManifest(json: record.manifest) else { return nil }
    // The file may be gone or broken: the manifest still names the tables, and they the system.
    let file = folders.schemes.first { $0.id == record.scheme }
    let system = file?.system ?? manifest.tables.map(\.system).first { $0 != SystemFolders.shared }
    let path = file?.path ?? record.scheme
    guard let node = YAMLFile.parse(manifest.schemeText, name: path, log: quiet),
      let scheme = Scheme.read(node, among: baseNodes(of: manifest, beside: path, log: quiet), log: quiet)
    else { return nil }
    let then = SystemFolders.SchemeFile(
      id: record.scheme, system: system ?? SystemFolders.shared, path: path, hash: manifest.schemeHash,
      text: manifest.schemeText, node: node, bases: manifest.schemeBases ?? [])
    return LoadedScheme.finish(
      scheme, file: then,
      catalogue: folders.catalogue(for: then.system, registerColumns: register.units.flatMap(\.columns.keys)),
      leafTables: manifest.leafRows.keys.sorted(), rows: manifest.leafRows, upstream: manifest.upstreamNodes,
      isKept: true, log: quiet)
  }

  /// The files that the scheme extended when the run was computed.
  private func baseNodes(
    of manifest: RunManifest, beside path: String, log: FindingLog
  ) -> [String: DocumentNode] {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    var nodes: [String: DocumentNode] = [:]
    for base in manifest.schemeBases ?? [] {
      nodes[base.name] = YAMLFile.parse(base.text, name: "\(folder)/\(base.name)", log: log)
    }
    return nodes
  }

  package struct Verification {
    /// How far back the numbers were computed again.
    package enum Reach: Sendable, Equatable {
      case rows
      /// To the rows, but for so many measures of SELECTs.
      case rowsBut(measures: Int)
      /// To the measures that the run stored.
      case measures
    }

    package let run: CompletedRun
    /// Numbers that differ, and batches that are not whole.
    package let differences: Int
    package let reach: Reach
    /// Rows that stand open could not be checked.
    package let isUnchecked: Bool
    package var reachesRows: Bool { reach == .rows }
    /// Nothing was found, and nothing left out.
    package var isSound: Bool { differences == 0 && !isUnchecked }
  }

  /// Computes a kept run again and compares every stored number with what comes out.
  ///
  /// The scores are replayed from the measure columns that the run stored; the measures too are computed again, from the
  /// run's own batches, whatever was imported or undone since. Where the register, the calendar or what defines a table
  /// has changed since, the rows cannot be read as they were, and that is said. Every difference is a finding.
  package func verify(_ run: CompletedRun) throws -> Verification? {
    guard let then = RunManifest(json: run.record.manifest) else { return nil }
    let place = Place.subject("\(run.record.scheme) \(run.period.id) \(run.shortKey)")
    var found = RunDifferences()
    if then.key != run.record.key { found.compare(.manifest, .text(run.record.key), .text(then.key)) }
    let isSameEngine = then.engine == engineVersion
    if !isSameEngine {
      log.add(WorkbenchFinding.engineDiffers(place, stored: then.engine, current: engineVersion))
    }
    let again = Scoring.score(run.scheme, run.record.input)
    found.comparesAttempts = isSameEngine
    found.digits = isSameEngine ? nil : run.scheme.defaults.digits
    found.compare(run.sheet, again)
    let closed = closedTables(of: run.loaded, readBy: then)
    if !closed.isEmpty {
      log.add(ProtectedFinding.unchecked(place, file: secrets.place.text, tables: closed))
    }
    var (kept, lost) = try keptRows(of: run.record, then)
    for rows in lost { log.add(WorkbenchFinding.verifyRowsLost(place, rows)) }
    let now = try manifestNow(of: run, then: then)
    let changed = now.changedMeaning(from: then)
    var unchecked = changed.isEmpty ? nil : UncheckedRows.inputs(changed)
    var reach = Verification.Reach.measures
    if changed.isEmpty, closed.isEmpty, !lost.contains(where: \.isWholeBatch) {
      let stale = try staleMeasures(of: run, now: now, then: then)
      kept.skipped = Set(stale.measures)
      if !stale.measures.isEmpty { unchecked = .views(measures: stale.measures, tables: stale.tables) }
      reach = stale.measures.isEmpty ? .rows : .rowsBut(measures: stale.measures.count)
      try compareRows(kept, of: run, then, &found)
    }
    if let unchecked { log.add(WorkbenchFinding.verifyRowsUnchecked(place, unchecked)) }
    for difference in found.all {
      log.add(WorkbenchFinding.replayDiffers(place, difference, ofEngine: isSameEngine ? nil : then.engine))
    }
    return Verification(
      run: run, differences: found.all.count + lost.count, reach: reach, isUnchecked: unchecked != nil)
  }

  private func compareRows(
    _ kept: KeptRows, of run: CompletedRun, _ manifest: RunManifest, _ found: inout RunDifferences
  ) throws {
    let asOf = run.record.input.asOf
    var input = try input(
      of: run.loaded, scope: scope(of: run.scheme, period: run.period, asOf: asOf),
      sources: sources(of: run, manifest, kept: kept), period: run.period, asOf: asOf, kept: kept,
      notes: FindingLog())
    input.takeOver(kept.skipped, from: run.record.input)
    found.digits = nil
    found.compare(run.record.input, input)
    for (table, rows) in manifest.leafRows.sorted(by: { $0.key < $1.key }) {
      let name = folders.name(of: table, for: run.loaded.system)
      found.compareLeafRows(
        rows, try database.tableRows(name, of: kept.batches[name]).map { $0.mapValues(SchemeCell.init) })
    }
  }

  /// The measures whose SELECT reads a table that has other batches than the run read, and those tables.
  private func staleMeasures(
    of run: CompletedRun, now: RunManifest, then: RunManifest
  ) throws -> (measures: [String], tables: [TableName]) {
    func batches(_ manifest: RunManifest, _ name: TableName) -> [RunManifest.Batch]? {
      manifest.tables.first { $0.system == name.system && $0.table == name.table }?.batches
    }
    let scope = scope(of: run.scheme, period: run.period, asOf: run.record.input.asOf)
    var measures: [String] = []
    var tables: Set<TableName> = []
    for measure in try loader(of: run.loaded, scope: scope).everyMeasure() {
      guard case .view(let view) = measure.source else { continue }
      let changed = try database.tables(ofView: view.sql, place: view.place).filter {
        batches(now, $0) != batches(then, $0)
      }
      if !changed.isEmpty { measures.append(measure.id) }
      tables.formUnion(changed)
    }
    return (measures, tables.sorted())
  }
}
