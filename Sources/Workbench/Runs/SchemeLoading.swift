import Findings
import Register
import Schemes
import Store

/// A scheme that has been read, checked against its tables, and whose leaves stand.
package struct LoadedScheme {
  /// Leaves from tables expanded.
  package let scheme: Scheme
  package let file: SystemFolders.SchemeFile
  package let catalogue: Catalogue
  package var system: String { file.system }

  /// Every table that the scheme reads: of measures, denominators, rosters, coverage and leaves; decisions and titles.
  let tables: [String]
  /// By measure, the nodes of other schemes that are read.
  let upstreamNodes: [String: UpstreamNode]
  /// The rows that became leaves, by table.
  let leafRows: [String: [[String: SchemeCell]]]
}

extension LoadedScheme {
  /// Reads a scheme, reports all that is wrong with it, and replaces leaves from tables by the tables' rows.
  /// - Parameter database: nil: leaves from tables stay as they are (`lint` before anything was imported).
  static func load(
    _ file: SystemFolders.SchemeFile, folders: SystemFolders, register: UnitRegister, database: Database?,
    log: FindingLog
  ) throws -> LoadedScheme? {
    let before = log.count(.problem)
    let catalogue = folders.catalogue(for: file.system, register: register)
    let files = folders.schemeNodes[file.system] ?? [:]
    guard let draft = Scheme.draft(file.node, among: files, against: catalogue, log: log) else { return nil }
    let read = draft.scheme
    let upstream = UpstreamCheck(folders: folders, log: log).nodes(of: read, measures: draft.soundMeasures)
    guard draft.isWhole else { return nil }
    guard log.count(.problem) == before else {
      // The other scheme's name is wrong: what the tables say is told in the same pass.
      check(read, against: catalogue.with(upstream, of: read), leavingOut: read.measures(without: upstream), log: log)
      return nil
    }
    let leafTables = read.leafTables
    var rows: [String: [[String: SchemeCell]]] = [:]
    if let database {
      for table in leafTables {
        // The check against the tables refuses those of work secrets.
        guard let spec = folders.spec(table, for: file.system), !spec.spec.isProtected else { continue }
        rows[table] = try database.tableRows(TableName(system: spec.spec.system, table: table)).map {
          $0.mapValues(SchemeCell.init)
        }
        if rows[table]?.isEmpty != false {
          log.add(WorkbenchFinding.leavesTableEmpty(file.node.place, table: table))
        }
      }
    }
    guard log.count(.problem) == before else { return nil }
    return finish(
      read, file: file, catalogue: catalogue, leafTables: leafTables, rows: rows, upstream: upstream, log: log)
  }

  /// Expands the leaves and checks the whole against the tables.
  /// - Parameters:
  ///   - rows: empty: leaves from tables stay as they are.
  ///   - isKept: the scheme of a run that was made; tables that have changed since are no reason not to look at it.
  static func finish(
    _ read: Scheme, file: SystemFolders.SchemeFile, catalogue: Catalogue, leafTables: [String],
    rows: [String: [[String: SchemeCell]]], upstream: [String: UpstreamNode], isKept: Bool = false, log: FindingLog
  ) -> LoadedScheme? {
    let before = log.count(.problem)
    var scheme = read.withUpstreamRanges(upstream)
    if !rows.isEmpty {
      guard let expanded = scheme.expanding(from: rows, log: log) else { return nil }
      scheme = expanded
    }
    if !isKept { check(scheme, against: catalogue.with(upstream, of: scheme), log: log) }
    guard log.count(.problem) == before else { return nil }
    return LoadedScheme(
      scheme: scheme, file: file, catalogue: catalogue, tables: tables(of: scheme, catalogue: catalogue) + leafTables,
      upstreamNodes: upstream, leafRows: rows)
  }

  private static func tables(of scheme: Scheme, catalogue: Catalogue) -> [String] {
    var names: [String] = []
    for measure in scheme.measures {
      if let table = measure.table { names.append(table) }
      if let denominator = measure.denominator { names.append(denominator.table) }
      if let cover = measure.coveredBy ?? measure.table.flatMap({ catalogue.tables[$0]?.coveredBy }) {
        names.append(cover)
      }
      if let roster = measure.first?.roster { names.append(roster) }
    }
    return names + scheme.recordTables
  }
}

extension Catalogue {
  /// With what the nodes of other schemes can be.
  fileprivate func with(_ upstream: [String: UpstreamNode], of scheme: Scheme) -> Catalogue {
    var catalogue = self
    for measure in scheme.measures {
      guard case .scheme(let reference) = measure.source, let points = upstream[measure.id]?.points, points >= 0 else {
        continue
      }
      catalogue.results[reference.scheme, default: [:]][reference.node] = 0...points
    }
    return catalogue
  }
}

extension Scheme {
  /// The measures of other schemes that were not found.
  fileprivate func measures(without upstream: [String: UpstreamNode]) -> Set<String> {
    let others = measures.filter { if case .scheme = $0.source { upstream[$0.id] == nil } else { false } }
    return Set(others.map(\.id))
  }

  /// The tables of decisions and of titles: their batches count whenever they were imported, since a
  /// decision is taken after the period's end.
  var recordTables: [String] { [decisions, titles?.table].compactMap(\.self) }
}

extension SchemeCell {
  init(_ value: StoredValue) {
    switch value {
    case .null: self = .empty
    case .integer(let number): self = .number(Double(number))
    case .real(let number): self = .number(number)
    case .text(let text): self = .text(text)
    }
  }
}
