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
      node.source = .children(children(of: table), of: aggregation)
    }
    return node
  }

  private func report(_ problem: LeavesProblem, _ table: LeafTable, at key: String) {
    log.add(SchemeFinding.leaves(table.places[key] ?? table.place, problem))
  }

  /// The rows, if they have the columns.
  private func rows(_ id: String, columns: [String], _ table: LeafTable, at key: String) -> [Row]? {
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

  private mutating func children(of table: LeafTable) -> [Node] {
    let stepColumns = Set(table.steps.flatMap(\.operands).compactMap(\.column)).sorted()
    let columns = [table.id] + (table.group.map { [$0] } ?? []) + stepColumns
    let frame = rows(table.table, columns: columns, table, at: "from")
    guard let group = table.group, let groups = table.groups else {
      return (frame.map { leaves(of: table, $0) } ?? []).map(\.node)
    }
    let groupSteps = Set(groups.steps.flatMap(\.operands).compactMap(\.column)).sorted()
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
        id: name, share: .weight(weight(row, groups, name, table)),
        source: .children(own, of: groups.aggregation), place: table.place)
      node.steps = steps(groups.steps, row, id: name, groups.table, table)
      nodes.append(node)
    }
    return nodes
  }

  private func weight(_ row: Row, _ groups: LeafTable.Groups, _ id: String, _ table: LeafTable) -> Double {
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

  private mutating func leaves(of table: LeafTable, _ rows: [Row]) -> [(node: Node, group: String)] {
    var seen: Set<String> = []
    var leaves: [(node: Node, group: String)] = []
    for (index, row) in rows.enumerated() {
      let id = (row[table.id] ?? .empty).name
      if id.isEmpty {
        report(.idEmpty(table: table.table, row: index + 1), table, at: "id")
        continue
      }
      guard seen.insert(id).inserted else {
        report(.idDuplicate(table: table.table, id: id), table, at: "id")
        continue
      }
      var node = Node(id: id, share: .weight(1), source: .measure(addMeasure(id, table)), place: table.place)
      node.steps = steps(table.steps, row, id: id, table.table, table)
      leaves.append((node, table.group.map { (row[$0] ?? .empty).name } ?? ""))
    }
    return leaves
  }

  private mutating func addMeasure(_ column: String, _ table: LeafTable) -> String {
    var id = column
    while !measureIds.insert(id).inserted { id = "\(table.columnOf).\(id)" }
    var measure = Measure(id: id, source: .table(table.columnOf), take: .mean, place: table.place)
    measure.value = PlacedExpression(.column(column), text: column, place: table.place)
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
        guard case .rowColumn(let column) = operand else { return operand }
        let cell = row[column] ?? .empty
        switch cell {
        case .number(let number): return .number(number)
        case .empty where isTimes: return .number(1)
        case .empty, .text:
          report(.notNumber(table: tableId, column: column, id: id, value: cell.name), table, at: "from")
          return .number(0)
        }
      }
    }
  }
}

extension Step.Operand {
  var column: String? { if case .rowColumn(let column) = self { column } else { nil } }
}

extension Step {
  func replacingOperands(_ replace: (Operand) -> Operand) -> Step {
    let replaced: Action =
      switch action {
      case .linear(let knots): .linear(knots.map { Knot(replace($0.x), replace($0.y)) })
      case .bands(let bands):
        .bands(bands.map { Band(atLeast: replace($0.atLeast), gives: replace($0.gives)) })
      case .proportional(let full): .proportional(full: replace(full))
      case .deduct(let each, let atMost): .deduct(each: replace(each), atMost: atMost.map(replace))
      case .add(let each, let atMost): .add(each: replace(each), atMost: atMost.map(replace))
      case .goalposts(let low, let high, let isLogarithmic, let to):
        .goalposts(low: replace(low), high: replace(high), isLogarithmic: isLogarithmic, to: to)
      case .times(let factor): .times(replace(factor))
      case .matrix(let matrix):
        .matrix(
          Matrix(
            across: matrix.across, columns: matrix.columns.map(replace),
            rows: matrix.rows.map { .init(atLeast: replace($0.atLeast), gives: $0.gives.map(replace)) }))
      case .required(let times, let each, let further, let atMost):
        .required(
          times: replace(times), each: replace(each), further: replace(further), atMost: atMost.map(replace))
      case .minMax(let to, .fixed(let low, let high), let over):
        .minMax(to: to, bounds: .fixed(replace(low), replace(high)), over: over)
      case .distance(.target(let target, let isCapped), let over):
        .distance(.target(replace(target), isCapped: isCapped), over: over)
      case .impute(.siblings(let center, let direction)):
        .impute(.siblings(center, direction: direction.map(replace)))
      case .clamp(let low, let high): .clamp(low: low.map(replace), high: high.map(replace))
      case .pass, .zScore, .dropIf, .minMax, .rank, .borda, .percentile, .distance, .shareOfBest, .impute, .treat,
        .round:
        action
      }
    return Step(replaced, place: place)
  }
}
