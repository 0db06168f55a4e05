import Findings
import Schemes
import Store

/// The schemes of the workspace that use one table of decisions: whose a row may be.
struct DecisionOwners {
  /// In the order of the workspace: what a decision of each can name.
  let targets: [(scheme: String, names: Set<String>)]
  var schemes: [String] { targets.map(\.scheme) }

  /// A scheme and those that it extends, or that extend it, are one family: a draft beside the approved scheme names the
  /// same nodes by design, and takes no decision from it.
  /// - Parameter own: the scheme that is scored, which may differ from its file.
  init(of own: LoadedScheme, in session: Session) throws {
    let folders = session.folders
    func table(_ scheme: Scheme, _ system: String) -> TableName? {
      guard let id = scheme.decisions, let spec = folders.spec(id, for: system) else { return nil }
      return TableName(system: spec.spec.system, table: id)
    }
    var targets = [(scheme: own.scheme.id, names: own.scheme.decisionTargets)]
    if let shared = table(own.scheme, own.system) {
      for file in folders.schemes where file.id != own.scheme.id {
        // What is wrong with another scheme is told where that one is used.
        let read = Scheme.read(file.node, among: folders.schemeNodes[file.system] ?? [:], log: FindingLog())
        guard let read, table(read, file.system) == shared, !Self.isOfFamily(file, own) else { continue }
        let scheme = try Self.expanded(read, file.system, in: session)
        targets.append((file.id, scheme.decisionTargets))
      }
    }
    self.targets = targets
  }

  private static func isOfFamily(_ file: SystemFolders.SchemeFile, _ own: LoadedScheme) -> Bool {
    guard file.system == own.system else { return false }
    func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
    return file.bases.contains { $0.name == name(own.file.path) }
      || own.file.bases.contains { $0.name == name(file.path) }
  }

  /// The schemes in which a decision could be on this node or effect.
  func schemes(with target: String) -> [String] { targets.filter { $0.names.contains(target) }.map(\.scheme) }

  private static func expanded(_ scheme: Scheme, _ system: String, in session: Session) throws -> Scheme {
    var rows: [String: [[String: SchemeCell]]] = [:]
    for table in scheme.leafTables {
      guard let spec = session.folders.spec(table, for: system), !spec.spec.isProtected else { continue }
      rows[table] = try session.database.tableRows(TableName(system: spec.spec.system, table: table)).map {
        $0.mapValues(SchemeCell.init)
      }
    }
    return rows.isEmpty ? scheme : scheme.expanding(from: rows, log: FindingLog()) ?? scheme
  }
}

extension Scheme {
  /// Nodes, effects, and grades whose ties a committee settles.
  fileprivate var decisionTargets: Set<String> {
    let grades = grading?.bands.filter { $0.quota?.tied == .share }.map(\.grade) ?? []
    return Set(allNodes.map(\.id) + effects.map(\.id) + grades)
  }
}
