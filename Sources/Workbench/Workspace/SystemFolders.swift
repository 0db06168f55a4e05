import Documents
import Findings
import Foundation
import Schemes
import Store
import Tables
import Tabular

/// What lies under `datasets/`: the table specs and schemes of every system, `_shared` included.
package struct SystemFolders {
  package struct SpecFile {
    package let spec: TableSpec
    /// The path inside the workspace.
    package let path: String
    package let hash: String
  }
  package struct SchemeFile {
    package let id: String
    package let system: String
    package let path: String
    /// Content of the file, and of those that it extends.
    package let hash: String
    package let text: String
    package let node: DocumentNode
    /// The files that it extends, the nearest first.
    package let bases: [SchemeBase]
  }

  static let shared = "_shared"

  package let names: [String]
  /// What people call each system, from its `system.yaml`; a system without one goes by its folder's name.
  private let titles: [String: String]
  package let specs: [SpecFile]
  package let schemes: [SchemeFile]
  /// Every scheme file of each system by its name, for `extends`.
  let schemeNodes: [String: [String: DocumentNode]]
  /// Tables that are worked out, in the order of their files.
  let derivedTables: [any DerivedTable]
  /// Systems of which some table spec could not be read.
  let brokenSystems: Set<String>
  /// What was found in scheme files that cannot be read, by what they are called and what their `scheme:` line says.
  private let unreadSchemes: [String: FindingLog]
  /// The same by file, in the order of the files: such a file keeps nobody from working with the others.
  let unreadSchemeFiles: [(path: String, system: String, log: FindingLog)]
  /// What was found in each system's files, in the order of `names`.
  let logs: [String: FindingLog]

  /// Reads every spec, and of every scheme its id. Specs that cannot be read are in their system's log and left out.
  package static func read(_ workspace: Workspace) -> SystemFolders {
    let base = workspace.folder.appending(path: "datasets").path
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []).sorted().filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(base)/\($0)", isDirectory: &isFolder) && isFolder.boolValue
    }
    var specs: [SpecFile] = []
    var schemes: [SchemeFile] = []
    var schemeNodes: [String: [String: DocumentNode]] = [:]
    var titles: [String: String] = [:]
    var brokenSystems: Set<String> = []
    var unreadSchemes: [String: FindingLog] = [:]
    var unreadSchemeFiles: [(path: String, system: String, log: FindingLog)] = []
    var logs: [String: FindingLog] = [:]
    var derivedTables: [any DerivedTable] = []
    for name in names {
      let log = FindingLog()
      logs[name] = log
      titles[name] = title(of: name, in: workspace, log: log)
      for path in workspace.yamlFiles(in: "datasets/\(name)/tables") {
        guard let (node, hash, _) = file(path, in: workspace, log: log),
          let spec = TableSpec.read(node, system: name, log: log)
        else {
          brokenSystems.insert(name)
          continue
        }
        if let first = specs.first(where: { $0.spec.system == name && $0.spec.id == spec.id }) {
          log.add(WorkbenchFinding.nameTwice(spec.place, name: spec.id, first: first.spec.place))
          continue
        }
        specs.append(SpecFile(spec: spec, path: path, hash: hash))
      }
      func setAside(_ path: String, _ own: FindingLog) {
        for called in unreadNames(of: path, in: workspace) { unreadSchemes[called] = own }
        unreadSchemeFiles.append((path, name, own))
      }
      let files = workspace.yamlFiles(in: "datasets/\(name)/schemes").compactMap { path -> WrittenScheme? in
        let own = FindingLog()
        if let (node, hash, text) = file(path, in: workspace, log: own) {
          log.add(contentsOf: own)
          return WrittenScheme(path: path, node: node, hash: hash, text: text)
        }
        setAside(path, own)
        return nil
      }
      let written = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      let nodes = written.mapValues(\.node)
      schemeNodes[name] = nodes
      for file in files {
        let node = file.node
        let own = FindingLog()
        guard let id = node["scheme"]?.text(called: "scheme", log: own) else {
          own.add(DocumentFinding.missingKey(node.place, key: "scheme", of: file.path))
          setAside(file.path, own)
          continue
        }
        if let first = schemes.first(where: { $0.id == id }) {
          log.add(WorkbenchFinding.nameTwice(node.place, name: id, first: first.node.place))
          continue
        }
        let bases = Scheme.bases(of: node, among: nodes).compactMap { written[$0] }
        schemes.append(
          SchemeFile(
            id: id, system: name, path: file.path, hash: file.hash(with: bases), text: file.text, node: node,
            bases: bases.map { SchemeBase(name: $0.name, text: $0.text) }))
      }
    }
    checkReferences(specs, logs)
    // Ledgers stand where obligations do not.
    let brokenSpecs = brokenSystems
    for name in names {
      // After all specs: those that all share can be named too.
      let (source, isWhole) = ObligationSource.read(
        name, in: workspace, specs: specs, isMissingSpecs: !brokenSpecs.isDisjoint(with: [name, shared]),
        log: logs[name] ?? FindingLog())
      if let source { derivedTables.append(source) }
      if !isWhole { brokenSystems.insert(name) }
    }
    return SystemFolders(
      names: names, titles: titles, specs: specs, schemes: schemes, schemeNodes: schemeNodes,
      derivedTables: derivedTables
        + ledgerTables(of: names, specs, broken: brokenSpecs, in: workspace, logs: logs),
      brokenSystems: brokenSystems, unreadSchemes: unreadSchemes, unreadSchemeFiles: unreadSchemeFiles, logs: logs)
  }

  /// Values of a table of work secrets are no list that an open table could be held against.
  private static func checkReferences(_ specs: [SpecFile], _ logs: [String: FindingLog]) {
    for file in specs where !file.spec.isProtected {
      for reference in file.spec.columns.compactMap(\.references) where reference.kinds == nil {
        let target =
          specs.first { $0.spec.id == reference.table && $0.spec.system == file.spec.system }
          ?? specs.first { $0.spec.id == reference.table && $0.spec.system == shared }
        guard let target, target.spec.isProtected else { continue }
        logs[file.spec.system]?.add(
          ProtectedFinding.reference(file.spec.place, table: file.spec.id, target: reference.table))
      }
    }
  }

  private static func title(of name: String, in workspace: Workspace, log: FindingLog) -> String? {
    let path = "datasets/\(name)/system.yaml"
    guard FileManager.default.fileExists(atPath: workspace.absolute(path)),
      let node = YAMLFile.read(workspace.absolute(path), name: path, log: log)
    else { return nil }
    var reader = MappingReader(node, path: path, shape: .system, log: log)
    let title = reader.requiredText("title")
    reader.finish()
    return title
  }

  /// Systems in whose files something was not accepted, in the order of their names.
  var troubled: [String] { names.filter { logs[$0]?.hasProblems == true } }

  /// Whether nothing can be done in any system: what all share is broken, or each has something broken of its own.
  var isUseless: Bool {
    let own = names.filter { $0 != Self.shared }
    return troubled.contains(Self.shared) || (!own.isEmpty && troubled == own)
  }

  /// Everything that was found in the files of some systems; nil: of all, with the schemes that cannot be read.
  func tell(_ log: FindingLog, of systems: [String]? = nil) {
    for name in systems ?? names { if let found = logs[name] { log.add(contentsOf: found) } }
    if systems == nil { for file in unreadSchemeFiles { log.add(contentsOf: file.log) } }
  }

  /// What is wrong with the file of a scheme that was asked for and cannot be read.
  func tellUnread(_ id: String, _ log: FindingLog) {
    if let found = unreadSchemes[id] { log.add(contentsOf: found) }
  }

  /// What is wrong with a file that a scheme extends and that cannot be read.
  func tellUnreadBase(of scheme: SchemeFile, _ log: FindingLog) {
    guard case .scalar? = scheme.node["extends"]?.content,
      let base = scheme.node["extends"]?.text(called: "extends", log: FindingLog())
    else { return }
    tellUnread(URL(filePath: base).deletingPathExtension().lastPathComponent, log)
  }

  /// Whether some table holds work secrets.
  var hasProtectedTables: Bool { specs.contains { $0.spec.isProtected } }

  func isProtected(_ name: TableName) -> Bool {
    specs.contains { $0.spec.system == name.system && $0.spec.id == name.table && $0.spec.isProtected }
  }

  package func title(of system: String) -> String { titles[system] ?? system }

  static func file(
    _ path: String, in workspace: Workspace, log: FindingLog
  ) -> (DocumentNode, hash: String, text: String)? {
    guard let node = YAMLFile.read(workspace.absolute(path), name: path, log: log),
      let data = FileManager.default.contents(atPath: workspace.absolute(path))
    else { return nil }
    return (node, SHA256.hexDigest(of: data), String(decoding: data, as: UTF8.self))
  }

  /// What a file that cannot be read would be asked for by.
  private static func unreadNames(of path: String, in workspace: Workspace) -> [String] {
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    let data = FileManager.default.contents(atPath: workspace.absolute(path)) ?? Data()
    let line = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).first {
      $0.hasPrefix("scheme:")
    }
    return [name] + (line.map { [$0.dropFirst("scheme:".count).trimmingSpaces] } ?? [])
  }

  /// A table as a scheme of a system names it: the system's own, else a shared one.
  package func spec(_ id: String, for system: String) -> SpecFile? {
    specs.first { $0.spec.id == id && $0.spec.system == system }
      ?? specs.first { $0.spec.id == id && $0.spec.system == Self.shared }
  }

  /// Every table that a scheme of the system may name.
  func specs(for system: String) -> [SpecFile] {
    let own = specs.filter { $0.spec.system == system }
    let ownIDs = Set(own.map(\.spec.id))
    return own + specs.filter { $0.spec.system == Self.shared && !ownIDs.contains($0.spec.id) }
  }

  /// A table of the system that is worked out; nil: it is none, or a kept one has the name.
  func derivedTable(_ id: String, for system: String) -> (any DerivedTable)? {
    derivedTables(for: system).first { $0.catalogue.id == id }
  }

  /// Every table that is worked out and that a scheme of the system may name.
  func derivedTables(for system: String) -> [any DerivedTable] {
    derivedTables.filter {
      ($0.system == system || $0.system == Self.shared) && spec($0.catalogue.id, for: system) == nil
    }
  }

  package func scheme(_ id: String, log: FindingLog) -> SchemeFile? {
    if let scheme = schemes.first(where: { $0.id == id }) { return scheme }
    // What is wrong with its file has been told; that there is no such scheme would be untrue.
    if unreadSchemes[id] != nil { return nil }
    log.add(WorkbenchFinding.schemeUnknown(.subject(id), known: schemes.map(\.id)))
    return nil
  }
}
