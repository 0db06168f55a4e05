import Findings

/// Turns rows into nodes and measures.
struct LeafExpansion {
  typealias Row = [String: SchemeCell]
  let tables: [String: [Row]]
  /// Ids that are taken.
  var measureIds: Set<String>
  let log: FindingLog
  var measures: [Measure] = []

  init(tables: [String: [Row]], measureIds: Set<String>, log: FindingLog) {
    self.tables = tables
    self.measureIds = measureIds
    self.log = log
  }

  mutating func expanded(_ node: Node) -> Node {
    var node = node
    switch node.source {
    case .measure, .hands: break
    case .children(let children, let aggregation):
      node.source = .children(children.map { expanded($0) }, of: aggregation)
    case .leaves(let table, let aggregation):
      guard let parent = table.parent else {
        node.source = .children(children(of: table), of: aggregation)
        break
      }
      node.source = frameSource(of: table, parent: parent, of: aggregation, node: node.id)
    }
    return node
  }

  func report(_ problem: LeavesProblem, _ table: LeafTable, at key: String) {
    log.add(SchemeFinding.leaves(table.places[key] ?? table.place, problem))
  }

  /// The rows, if they have the columns.
  func rows(_ id: String, columns: [String], _ table: LeafTable, at key: String) -> [Row]? {
    guard let rows = tables[id] else {
      report(.tableAbsent(table: id), table, at: key)
      return nil
    }
    guard let first = rows.first else {
      report(.tableEmpty(table: id), table, at: key)
      return nil
    }
    // A row may leave out empty cells: a column is there if any row has it.
    let known = rows.reduce(into: Set(first.keys)) { $0.formUnion($1.keys) }
    let missing = columns.filter { !known.contains($0) }
    for column in missing {
      report(.columnMissing(table: id, column: column, known: known.sorted()), table, at: key)
    }
    return missing.isEmpty ? rows : nil
  }

  /// The rows of the table that lists the leaves, if it has every column that is asked for.
  func frame(of table: LeafTable) -> [Row]? {
    let steps = Set(table.steps.flatMap(\.operands).flatMap(\.columns))
    let tested = table.predicate?.expression.columns ?? []
    let named = [table.group, table.parent, table.weight, table.denominatorColumn].compactMap { $0 }
    let columns = [table.id] + named + steps.union(tested).sorted().filter { $0 != table.id && !named.contains($0) }
    return rows(table.table, columns: columns, table, at: "from")
  }

  private mutating func children(of table: LeafTable) -> [Node] {
    let frame = frame(of: table)
    guard let group = table.group, let groups = table.groups else {
      return (frame.map { leaves(of: table, $0) } ?? []).map(\.node)
    }
    let groupSteps = Set(groups.steps.flatMap(\.operands).flatMap(\.columns)).sorted()
    let groupRows = rows(groups.table, columns: [group, groups.weight] + groupSteps, table, at: "groups.from")
    guard let frame, let groupRows else { return [] }
    let members = leaves(of: table, frame)
    let known = groupRows.map { ($0[group] ?? .empty).name }
    for (leaf, name) in members where !known.contains(name) {
      report(.groupUnknown(table: groups.table, group: name, leaf: leaf.id, known: known), table, at: "group")
    }
    var seen: Set<String> = []
    var nodes: [Node] = []
    for (index, row) in groupRows.enumerated() {
      let name = known[index]
      if name.isEmpty {
        report(.idEmpty(table: groups.table, row: index + 1), table, at: "groups.from")
        continue
      }
      guard seen.insert(name).inserted else {
        report(.idDuplicate(table: groups.table, id: name), table, at: "groups.from")
        continue
      }
      let own = members.filter { $0.group == name }.map(\.node)
      if own.isEmpty {
        report(.groupWithoutLeaves(table: groups.table, group: name), table, at: "groups.from")
        continue
      }
      var node = Node(
        id: name, share: .weight(groupWeight(row, groups, name, table)),
        source: .children(own, of: groups.aggregation), place: table.place)
      node.steps = steps(groups.steps, row, id: name, groups.table, table)
      nodes.append(table.ruled(node))
    }
    checkInner(of: table, known: nodes.map(\.id))
    return nodes
  }

  /// Reports rules for inner nodes that are not there.
  func checkInner(of table: LeafTable, known: [String]) {
    for id in table.innerByID.keys.sorted() where !known.contains(id) {
      report(.innerUnknown(key: "nodes", table: table.table, id: id, known: known), table, at: "nodes.\(id)")
    }
  }

  private func groupWeight(_ row: Row, _ groups: LeafTable.Groups, _ id: String, _ table: LeafTable) -> Double {
    let cell = row[groups.weight] ?? .empty
    guard case .number(let weight) = cell else {
      report(
        .notNumber(table: groups.table, column: groups.weight, id: id, value: cell.name), table, at: "groups.weight")
      return 1
    }
    if !(weight > 0) {
      report(.weightNotPositive(table: groups.table, id: id, weight: weight), table, at: "groups.weight")
    }
    return weight
  }

  /// The row's own weight among its siblings: 1 where there is no such column or cell.
  func weight(_ row: Row, _ id: String, _ table: LeafTable) -> Double {
    guard let column = table.weight else { return 1 }
    switch row[column] ?? .empty {
    case .empty: return 1
    case .number(let weight):
      if !(weight > 0) {
        report(.weightNotPositive(table: table.table, id: id, weight: weight), table, at: "weight")
      }
      return weight
    case .text(let text):
      report(.notNumber(table: table.table, column: column, id: id, value: text), table, at: "weight")
      return 1
    }
  }

  /// Which rows are leaves.
  func isLeaf(_ row: Row, _ table: LeafTable) -> Bool {
    table.predicate.map { $0.expression.evaluate(cells: row).isTrue } ?? true
  }

  private mutating func leaves(of table: LeafTable, _ rows: [Row]) -> [(node: Node, group: String)] {
    var seen: Set<String> = []
    var leaves: [(node: Node, group: String)] = []
    var isNone = true
    for (index, row) in rows.enumerated() where isLeaf(row, table) {
      isNone = false
      let id = (row[table.id] ?? .empty).name
      if id.isEmpty {
        report(.idEmpty(table: table.table, row: index + 1), table, at: "id")
        continue
      }
      guard seen.insert(id).inserted else {
        report(.idDuplicate(table: table.table, id: id), table, at: "id")
        continue
      }
      leaves.append((leaf(row, id, table), table.group.map { (row[$0] ?? .empty).name } ?? ""))
    }
    if isNone { report(.noLeaf(table: table.table), table, at: "where") }
    return leaves
  }

  /// The node of a leaf's row, and its measure.
  mutating func leaf(_ row: Row, _ id: String, _ table: LeafTable) -> Node {
    var node = Node(
      id: id, share: .weight(weight(row, id, table)), source: .measure(addMeasure(id, row, table)), place: table.place)
    node.steps = steps(table.steps, row, id: id, table.table, table)
    return node
  }

  private mutating func addMeasure(_ column: String, _ row: Row, _ table: LeafTable) -> String {
    var id = column
    while !measureIds.insert(id).inserted { id = "\(table.columnOf).\(id)" }
    var measure = Measure(id: id, source: .table(table.columnOf), take: .mean, place: table.place)
    measure.value = PlacedExpression(.column(column), text: column, place: table.place)
    measure.places["table"] = table.places["measure"]
    if let key = table.denominatorColumn {
      let divisor = (row[key] ?? .empty).name
      if !divisor.isEmpty {
        let place = table.places["per"] ?? table.place
        measure.denominator = .init(
          table: table.columnOf, predicate: nil,
          value: PlacedExpression(.column(divisor), text: divisor, place: place), take: .mean, window: .period)
        measure.places["per.table"] = place
      }
    }
    measures.append(measure)
    return id
  }

  /// The steps with `row.x` replaced by the row's numbers. An empty `times` is 1 (R15).
  private func steps(
    _ steps: [Step], _ row: Row, id: String, _ tableId: String, _ table: LeafTable
  ) -> [Step] {
    steps.map { step in
      var isTimes = false
      if case .times = step.action { isTimes = true }
      return step.replacingOperands { operand in
        operand.columns.isEmpty
          ? operand
          : .number(
            operand.columns.reduce(1) { product, column in
              let cell = row[column] ?? .empty
              switch cell {
              case .number(let number): return product * number
              case .empty where isTimes: return product
              case .empty, .text:
                report(.notNumber(table: tableId, column: column, id: id, value: cell.name), table, at: "from")
                return 0
              }
            })
      }
    }
  }
}
