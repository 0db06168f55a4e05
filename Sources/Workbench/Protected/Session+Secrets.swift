import Findings
import Schemes
import Store
import Tables

extension Session {
  /// The database in which a table's rows stand; nil: it holds work secrets and is out of reach.
  func store(of name: TableName) -> Database? { folders.isProtected(name) ? secrets.database : database }

  /// The current batches of tables, wherever they stand; those out of reach have none.
  func dataState(for names: [TableName], asOf: Int? = nil) throws -> [BatchIdentity] {
    let secret = names.filter(folders.isProtected)
    let open = try database.dataState(for: names.filter { !secret.contains($0) }, asOf: asOf)
    guard !secret.isEmpty, let store = secrets.database else { return open }
    return open + (try store.dataState(for: secret, asOf: asOf))
  }

  /// What a list says of the protected database: nothing where there is none, and a warning where it may not be read.
  func listedSecrets<Value>(_ read: (Database) throws -> Value) throws -> Value? {
    if let store = secrets.database { return try read(store) }
    if let reason = secrets.reason, reason != .absent, folders.hasProtectedTables {
      log.add(reason.isMisplaced ? ProtectedFinding.path(secrets.place, reason) : .unlisted(secrets.place, reason))
    }
    return nil
  }

  /// Says so where a table that is protected now was imported into the open database before.
  func tellOfOpenRows(of name: TableName) throws {
    let batches = try database.batches().filter { $0.table == name && $0.rowCount + $0.rejectCount > 0 }
    guard !batches.isEmpty else { return }
    log.add(
      ProtectedFinding.rowsOpen(
        .file(workspace.settings.database), table: name.table, batches: batches.map(\.id)))
  }

  /// The protected tables among those that a scheme reads, and the measures that rest on them.
  func protectedTables(of loaded: LoadedScheme) -> [String] {
    var seen: Set<String> = []
    return loaded.tables.filter { loaded.catalogue.tables[$0]?.isProtected == true && seen.insert($0).inserted }
  }

  /// What to say of a scheme that reads work secrets while they are out of reach; nil: nothing.
  func warningOfClosedTables(of loaded: LoadedScheme) -> ProtectedFinding? {
    let tables = protectedTables(of: loaded)
    guard !tables.isEmpty, let reason = secrets.reason else { return nil }
    let measures = loaded.scheme.measures.filter { measure in
      let own = measure.table.flatMap { loaded.catalogue.tables[$0] }
      let names = [own?.id, measure.denominator?.table, measure.coveredBy ?? own?.coveredBy].compactMap(\.self)
      return names.contains(where: tables.contains)
    }
    return .closed(secrets.place, reason, measures: measures.map(\.id))
  }

  /// The protected tables that a run has read and that are out of reach now.
  func closedTables(of loaded: LoadedScheme, readBy manifest: RunManifest) -> [String] {
    protectedTables(of: loaded).filter { id in
      guard let name = folders.spec(id, for: loaded.system).map({ TableName(system: $0.spec.system, table: id) }),
        store(of: name) == nil
      else { return false }
      return manifest.tables.contains { $0.system == name.system && $0.table == name.table && $0.closed != true }
    }
  }
}
