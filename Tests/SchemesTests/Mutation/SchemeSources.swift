import Foundation

@testable import Schemes

/// Every scheme in the repository: of the systems, of the pages, of the tests.
enum SchemeSources {
  private static let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }

  static func all() throws -> [String] {
    try systems() + examples() + [wholeScheme, richScheme, richScheme, richScheme, clusterScheme]
  }

  private static func systems() throws -> [String] {
    let folder = root.appending(path: "datasets")
    let systems = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try systems.flatMap { system -> [String] in
      let schemes = folder.appending(path: "\(system)/schemes")
      guard FileManager.default.fileExists(atPath: schemes.path) else { return [] }
      return try FileManager.default.contentsOfDirectory(atPath: schemes.path).sorted().filter { $0.hasSuffix(".yaml") }
        .map { try String(contentsOf: schemes.appending(path: $0), encoding: .utf8) }
    }
  }

  /// Blocks that are no whole scheme get a head.
  private static func examples() throws -> [String] {
    let page = try String(contentsOf: root.appending(path: "docs/schemes.md"), encoding: .utf8)
    return page.components(separatedBy: "```yaml\n").dropFirst().compactMap { block in
      guard let text = block.components(separatedBy: "\n```").first else { return nil }
      return text.hasPrefix("scheme:") ? text : schemeHead + text
    }
  }

  /// The tables that the scheme asks for, all columns as numbers but those that are dates by their use.
  static func catalogue(for scheme: Scheme) -> Catalogue {
    var columns: [String: Set<String>] = [:]
    var dates: Set<String> = []
    for measure in scheme.measures {
      guard let table = measure.table else { continue }
      columns[table, default: []].formUnion(measure.predicate?.expression.columns ?? [])
      columns[table, default: []].formUnion(measure.value?.expression.columns ?? [])
      let keys = [measure.datedBy?.column, measure.first?.by, measure.unique?.by, measure.unique?.keepGreatest]
      columns[table, default: []].formUnion(keys.compactMap { $0 })
      if let date = measure.datedBy?.column { dates.insert(date) }
      if let per = measure.denominator {
        columns[per.table, default: []].formUnion(per.value?.expression.columns ?? [])
      }
    }
    for table in scheme.leafTables { columns[table, default: []].insert("id") }
    let tables = columns.map { id, names in
      CatalogueTable(
        id: id,
        columns: names.sorted().map {
          CatalogueColumn(
            id: $0, kind: dates.contains($0) ? .date : .number, isNullable: $0.count % 2 == 0, range: 0...100)
        }, otherColumns: .number, isComplete: id.count % 2 == 0)
    }
    return Catalogue(tables: tables, registerColumns: ["code", "name", "kind", "state", "peer_group", "valid_from"])
  }

  /// A few rows for every table that leaves come from: names, parents in a chain, weights, groups.
  static func rows(for scheme: Scheme) -> [String: [[String: SchemeCell]]] {
    var result: [String: [[String: SchemeCell]]] = [:]
    for node in scheme.allNodes {
      guard case .leaves(let leaves, _) = node.source else { continue }
      result[leaves.table] = (0..<5).map { index in
        var row: [String: SchemeCell] = [leaves.id: .text("r\(index)"), "方向": .number(-1), "类": .text("指标")]
        if let parent = leaves.parent { row[parent] = index == 0 ? .empty : .text("r\(index / 2)") }
        if let weight = leaves.weight { row[weight] = .number(Double(index)) }
        if let group = leaves.group { row[group] = .text("g\(index % 2)") }
        return row
      }
      if let groups = leaves.groups, let key = leaves.group {
        result[groups.table] = (0..<2).map { [key: .text("g\($0)"), groups.weight: .number(0.5)] }
      }
    }
    return result
  }
}
