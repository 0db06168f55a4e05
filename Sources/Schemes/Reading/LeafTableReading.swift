import Documents
import Findings

extension SchemeReading {
  /// `leaves: {from, id, measure: {column_of}, steps, group, groups}`.
  func leafTable(_ node: DocumentNode, of owner: String) -> LeafTable? {
    var reader = MappingReader(node, path: "\(owner).leaves", log: log)
    refuse(["parent", "weight", "where", "of", "treat"], in: &reader)
    let table = reader.requiredText("from")
    let id = reader.requiredText("id")
    let column = reader.requiredNode("measure").flatMap { columnOf($0, owner: owner) }
    let steps = steps("steps", in: &reader)
    let group = reader.text("group")
    let groupsNode = reader.node("groups")
    var places: [String: Place] = [:]
    for key in ["from", "id", "measure", "group"] { places[key] = reader.place(of: key) }
    var groups: LeafTable.Groups?
    if let groupsNode {
      groups = self.groups(groupsNode, owner: owner, &places)
      if group == nil { _ = reader.requiredText("group") }
    } else if group != nil {
      _ = reader.requiredNode("groups")
    }
    reader.finish()
    guard let table, let id, let column, groupsNode == nil || groups != nil else { return nil }
    var leaves = LeafTable(
      table: table, id: id, columnOf: column, steps: steps, group: group, groups: groups, place: node.place)
    leaves.places = places
    return leaves
  }

  private func columnOf(_ node: DocumentNode, owner: String) -> String? {
    var reader = MappingReader(node, path: "\(owner).leaves.measure", log: log)
    refuse(["per"], in: &reader)
    let column = reader.requiredText("column_of")
    reader.finish()
    return column
  }

  private func groups(
    _ node: DocumentNode, owner: String, _ places: inout [String: Place]
  ) -> LeafTable.Groups? {
    var reader = MappingReader(node, path: "\(owner).leaves.groups", log: log)
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
