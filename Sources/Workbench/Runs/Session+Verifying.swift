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
    package let run: CompletedRun
    package let differences: Int
    /// Whether the measures too were computed again from the rows, because no input has changed since.
    package let reachesRows: Bool
  }

  /// Computes a kept run again and compares every stored number with what comes out.
  ///
  /// The scores are replayed from the measure columns that the run stored. If its inputs are still the current ones, the
  /// measures too are computed again from the rows. Every difference is a finding.
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
    let asOf = run.record.input.asOf
    // An edited scheme file does not stand in the way: the measures are those of the scheme as it was.
    let changed = try changedInputs(of: run, asToScheme: false)
    let closed = closedTables(of: run.loaded, readBy: then)
    if !closed.isEmpty {
      log.add(ProtectedFinding.unchecked(place, file: secrets.place.text, tables: closed))
    }
    let reachesRows = changed.isEmpty && closed.isEmpty
    if reachesRows {
      let input = try input(
        of: run.loaded, scope: scope(of: run.scheme, period: run.period, asOf: asOf),
        sources: sources(of: run.loaded, period: run.period, asOf: asOf), period: run.period, asOf: asOf,
        notes: FindingLog())
      found.digits = nil
      found.compare(run.record.input, input)
    }
    for difference in found.all {
      log.add(WorkbenchFinding.replayDiffers(place, difference))
    }
    return Verification(run: run, differences: found.all.count, reachesRows: reachesRows)
  }
}
