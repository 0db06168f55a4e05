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

  /// Every table that the scheme reads: of measures, denominators, coverage and leaves.
  let tables: [String]
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
    guard let read = Scheme.read(file.node, among: folders.schemeNodes[file.system] ?? [:], log: log) else {
      return nil
    }
    let catalogue = folders.catalogue(
      for: file.system, registerColumns: register.units.flatMap(\.columns.keys))
    let leafTables = read.leafTables
    var rows: [String: [[String: SchemeCell]]] = [:]
    if let database {
      for table in leafTables {
        guard let spec = folders.spec(table, for: file.system) else { continue }
        rows[table] = try database.tableRows(TableName(system: spec.spec.system, table: table)).map {
          $0.mapValues(SchemeCell.init)
        }
        if rows[table]?.isEmpty != false {
          log.add(WorkbenchFinding.leavesTableEmpty(file.node.place, table: table))
        }
      }
    }
    guard log.count(.problem) == before else { return nil }
    return finish(read, file: file, catalogue: catalogue, leafTables: leafTables, rows: rows, log: log)
  }

  /// Expands the leaves and checks the whole against the tables.
  /// - Parameters:
  ///   - rows: empty: leaves from tables stay as they are.
  ///   - isKept: the scheme of a run that was made; tables that have changed since are no reason not to look at it.
  static func finish(
    _ read: Scheme, file: SystemFolders.SchemeFile, catalogue: Catalogue, leafTables: [String],
    rows: [String: [[String: SchemeCell]]], isKept: Bool = false, log: FindingLog
  ) -> LoadedScheme? {
    let before = log.count(.problem)
    var scheme = read
    if !rows.isEmpty {
      guard let expanded = read.expanding(from: rows, log: log) else { return nil }
      scheme = expanded
    }
    if !isKept { check(scheme, against: catalogue, log: log) }
    guard log.count(.problem) == before else { return nil }
    return LoadedScheme(
      scheme: scheme, file: file, catalogue: catalogue, tables: tables(of: scheme, catalogue: catalogue) + leafTables,
      leafRows: rows)
  }

  private static func tables(of scheme: Scheme, catalogue: Catalogue) -> [String] {
    var names: [String] = []
    for measure in scheme.measures {
      if let table = measure.table { names.append(table) }
      if let denominator = measure.denominator { names.append(denominator.table) }
      if let cover = measure.coveredBy ?? measure.table.flatMap({ catalogue.tables[$0]?.coveredBy }) {
        names.append(cover)
      }
    }
    return names
  }
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
