import Documents
import Findings

extension SchemeReading {
  /// `leaves: {from, id, where, parent, weight, of, inner, nodes, measure: {column_of, per}, steps, group, groups}`.
  func leafTable(_ node: DocumentNode, of owner: String) -> LeafTable? {
    var reader = MappingReader(node, path: "\(owner).leaves", shape: .leaves, log: log)
    let table = reader.requiredText("from")
    let id = reader.requiredText("id")
    let predicate = expression("where", in: &reader)
    let parent = reader.text("parent")
    let weight = reader.text("weight")
    let aggregations = self.aggregations(&reader)
    let inner = reader.node("inner").map { innerRules($0, path: "\(owner).leaves.inner", id: owner) }
    let single = reader.entries("nodes")
    var places: [String: Place] = [:]
    let column = reader.requiredNode("measure").flatMap { columnOf($0, owner: owner, &places) }
    let steps = steps("steps", in: &reader)
    let group = reader.text("group")
    let groupsNode = reader.node("groups")
    for key in ["from", "id", "where", "parent", "weight", "of", "measure", "group"] where reader.has(key) {
      places[key] = reader.place(of: key)
    }
    var groups: LeafTable.Groups?
    if let groupsNode {
      groups = self.groups(groupsNode, owner: owner, &places)
      if group == nil { _ = reader.requiredText("group") }
    } else if group != nil {
      _ = reader.requiredNode("groups")
    }
    if parent != nil, group != nil { _ = onlyKey(of: ["parent", "group"], in: &reader) }
    if reader.has("of"), !reader.has("parent") {
      report(.keyNeeds(key: "of", needed: "parent"), at: reader.place(of: "of"))
    }
    for key in ["inner", "nodes"] where reader.has(key) && parent == nil && group == nil {
      report(.keyNeeds(key: key, needed: "parent"), at: reader.place(of: key))
    }
    reader.finish()
    guard let table, let id, let column, groupsNode == nil || groups != nil else { return nil }
    var leaves = LeafTable(
      table: table, id: id, columnOf: column.table, steps: steps, group: group, groups: groups, place: node.place)
    leaves.denominatorColumn = column.per
    leaves.predicate = predicate
    leaves.parent = parent
    leaves.weight = weight
    leaves.aggregations = aggregations
    leaves.inner = [inner].compactMap(\.self)
    for entry in single {
      leaves.innerByID[entry.key] = innerRules(
        entry.value, path: "\(owner).leaves.nodes.\(entry.key)", id: entry.key)
      places["nodes.\(entry.key)"] = entry.keyPlace
    }
    leaves.places = places
    return leaves
  }

  /// `of: {Conn: geometric}`: the aggregation of single inner nodes.
  private func aggregations(_ reader: inout MappingReader) -> [String: Node.Aggregation] {
    var aggregations: [String: Node.Aggregation] = [:]
    for entry in reader.entries("of") {
      guard let aggregation = aggregation(entry.value, path: "\(reader.path).of.\(entry.key)") else { continue }
      if aggregation == .sum {
        log.add(SchemeFinding.structure(entry.value.place, .weightUnderSum(parent: entry.key, children: [])))
      }
      aggregations[entry.key] = aggregation
    }
    return aggregations
  }

  /// `{column_of: table, per: row.column}`.
  private func columnOf(
    _ node: DocumentNode, owner: String, _ places: inout [String: Place]
  ) -> (table: String, per: String?)? {
    var reader = MappingReader(node, path: "\(owner).leaves.measure", shape: .columnOf, log: log)
    let table = reader.requiredText("column_of")
    let per = reader.node("per")
    reader.finish()
    if let per {
      places["per"] = per.place
      if per.rowColumn == nil, let text = per.text(called: "per", log: log) {
        log.add(DocumentFinding.illegalValue(per.place, key: "per", value: text, legal: ["row.\(text)"]))
      }
    }
    return table.map { ($0, per?.rowColumn) }
  }

  private func groups(
    _ node: DocumentNode, owner: String, _ places: inout [String: Place]
  ) -> LeafTable.Groups? {
    var reader = MappingReader(node, path: "\(owner).leaves.groups", shape: .leafGroups, log: log)
    let table = reader.requiredText("from")
    let weight = reader.requiredText("weight")
    let aggregation = aggregation(&reader)
    let steps = steps("steps", in: &reader)
    places["groups.from"] = reader.place(of: "from")
    places["groups.weight"] = reader.place(of: "weight")
    reader.finish()
    guard let table, let weight, let aggregation else { return nil }
    if aggregation == .sum {
      log.add(
        SchemeFinding.structure(
          reader.place(of: "of"), .weightUnderSum(parent: "\(owner).leaves.groups", children: [])))
      return nil
    }
    return .init(table: table, weight: weight, aggregation: aggregation, steps: steps)
  }
}
