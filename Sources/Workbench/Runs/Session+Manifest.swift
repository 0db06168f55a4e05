import Findings
import Register
import Schemes
import Store
import Tables

/// What a run rests on, by content.
extension Session {
  func manifest(
    of loaded: LoadedScheme, sources: RunSources, period: Period, asOf: CalendarDate
  ) throws -> RunManifest {
    var specs = Dictionary(
      loaded.tables.compactMap { folders.spec($0, for: loaded.system) }
        .map { (TableName(system: $0.spec.system, table: $0.spec.id), $0) },
      uniquingKeysWith: { first, _ in first })
    // What a SELECT makes of later rows, and when a decision was taken, no day of the run's own decides.
    var whole = Set(
      loaded.scheme.recordTables.compactMap { folders.spec($0, for: loaded.system) }
        .map { TableName(system: $0.spec.system, table: $0.spec.id) })
    let derived = folders.derivedTables(for: loaded.system).filter { loaded.tables.contains($0.catalogue.id) }
    // A later row may say that something was filed in time, or found before.
    for id in derived.flatMap(\.inputs) {
      guard let spec = folders.spec(id, for: loaded.system) else { continue }
      let name = TableName(system: spec.spec.system, table: spec.spec.id)
      specs[name] = spec
      whole.insert(name)
    }
    for name in try viewTables(of: loaded.scheme) {
      specs[name] = specs[name] ?? folders.specs.first { $0.spec.system == name.system && $0.spec.id == name.table }
      whole.insert(name)
    }
    let names = Set(specs.keys).union(whole).sorted()
    let decisions = loaded.scheme.decisions.flatMap { folders.spec($0, for: loaded.system) }
    let shared = try RecordRows(session: self, loaded: loaded, log: FindingLog()).sharedTargets()
    let batches = Dictionary(
      grouping: try dataState(for: names.filter { !whole.contains($0) }, asOf: asOf.yyyymmdd)
        + dataState(for: Array(whole)), by: \.table)
    return RunManifest(
      engine: engineVersion, scheme: loaded.scheme.id, schemeHash: loaded.file.hash, schemeText: loaded.file.text,
      schemeBases: loaded.file.bases, leafRows: loaded.leafRows, period: period, asOf: asOf,
      registerHash: register.contentHash,
      minimumCell: workspace.settings.minimumCell,
      tables: names.map { name in
        RunManifest.Table(
          system: name.system, table: name.table, spec: specs[name]?.hash ?? "",
          batches: (batches[name] ?? []).map {
            RunManifest.Batch(
              sha256: $0.sha256, spec: $0.specHash, period: $0.period, matched: $0.matched, amends: $0.amends)
          },
          closed: store(of: name) == nil ? true : nil,
          shared: name.table == decisions?.spec.id && name.system == decisions?.spec.system && !shared.isEmpty
            ? shared : nil)
      }, derived: derived.map { RunManifest.Derived(system: $0.system, table: $0.catalogue.id, hash: $0.hash) },
      memberships: memberships,
      calendarHash: restsOnCalendar(loaded) ? calendarSource.contentHash : nil, upstream: sources.upstream,
      frozen: sources.frozen)
  }

  /// Whether working days decide something: in an expression, or in a table that is worked out.
  func restsOnCalendar(_ loaded: LoadedScheme) -> Bool {
    loaded.scheme.countsWorkingDays
      || folders.derivedTables(for: loaded.system).contains {
        $0.usesCalendar && loaded.tables.contains($0.catalogue.id)
      }
  }

  private func viewTables(of scheme: Scheme) throws -> Set<TableName> {
    var names: Set<TableName> = []
    for measure in scheme.measures {
      if case .view(let view) = measure.source {
        names.formUnion(try database.tables(ofView: view.sql, place: view.place))
      }
    }
    return names
  }
}
