import Findings

extension Scheme {
  /// The scheme with leaves from tables written out as nodes, each with its measure (R13): the leaf's column of the
  /// wide table, `take: mean` over the unit's rows. Structure is checked again, now that the leaves have names.
  /// - Parameter tables: the rows of the tables that `leaves` and `groups` name, in the order of the file; column → cell.
  /// - Returns: nil if there is any problem. A scheme without such leaves is returned as it is.
  package func expanding(from tables: [String: [[String: SchemeCell]]], log: FindingLog) -> Scheme? {
    guard roots.contains(where: \.hasLeafTable) else { return self }
    let before = log.count(.problem)
    var expanded = self
    var expansion = LeafExpansion(tables: tables, measureIds: Set(measures.map(\.id)), log: log)
    expanded.roots = roots.map { expansion.expanded($0) }
    expanded.measures += expansion.measures
    guard log.count(.problem) == before else { return nil }
    let again = FindingLog()
    var structure = StructureCheck(expanded, likeBases: Set(measures.map(\.id)), isExpanded: true, log: again)
    structure.run()
    // Warnings and notes were said when the file was read.
    for finding in again.findings where finding.severity == .problem { log.add(finding) }
    return again.hasProblems ? nil : expanded
  }

  /// The tables whose rows `expanding(from:log:)` needs, sorted.
  package var leafTables: [String] {
    var tables: Set<String> = []
    for node in allNodes {
      guard case .leaves(let leaves, _) = node.source else { continue }
      tables.insert(leaves.table)
      if let groups = leaves.groups { tables.insert(groups.table) }
    }
    return tables.sorted()
  }
}
