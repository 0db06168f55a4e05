import Documents
import Findings

extension SchemeReading {
  /// `nodes`: a list of roots, or one.
  func roots(_ reader: inout MappingReader) -> [Node] {
    guard let node = reader.requiredNode("nodes") else { return [] }
    if node.isMapping { return [self.node(node, path: "nodes")].compactMap { $0 } }
    return (node.list(called: "nodes", log: log) ?? []).compactMap { self.node($0, path: "nodes") }
  }

  private static let sources = ["measure", "hands", "children", "leaves"]

  private func node(_ written: DocumentNode, path: String) -> Node? {
    var reader = MappingReader(written, path: path, shape: .node, log: log)
    guard let id = reader.requiredText("id") else { return nil }
    reader = MappingReader(written, path: id, shape: .node, log: log)
    _ = reader.node("id")
    let before = log.count(.problem)
    let share = share(&reader)
    if ["points", "weight"].contains(where: { reader.isMisspelt($0) }) || log.count(.problem) > before {
      brokenNodes.insert(id)
    }
    var node = Node(
      id: id, name: reader.text("name"), share: share, source: .measure(""), place: reader.place(of: "id"))
    readRules(&reader, &node)
    for key in ["points", "weight", "measure", "hands", "children", "of"] where reader.has(key) {
      node.places[key] = reader.place(of: key)
    }
    let beforeSource = log.count(.problem)
    if !readSource(&reader, &node) { brokenNodes.insert(id) }
    let afterSource = log.count(.problem)
    reader.finish()
    // What is wrong with children is theirs.
    if beforeSource > before || node.isLeaf && afterSource > beforeSource || log.count(.problem) > afterSource {
      unsoundNodes.insert(id)
    }
    return node
  }

  /// What a node says beside its source and its share.
  private func readRules(_ reader: inout MappingReader, _ node: inout Node) {
    let id = node.id
    node.basis = reader.text("basis") ?? ""
    node.tags = reader.texts("tags")
    node.steps = steps("steps", in: &reader)
    node.missing = reader.choice("missing", MissingPolicy.self)
    node.leavesMissing = reader.choice("leaves_missing", MissingPolicy.self)
    node.coverage = reader.node("coverage").flatMap { coverage($0, of: id) }
    node.applies = reader.node("applies").flatMap { factTest($0, path: "\(id).applies") }
    node.zeroWhen = zeroRule(&reader, &node)
    node.override = reader.node("override").flatMap { overrideRule($0, of: id) }
    node.isOwn = reader.boolean("own") ?? false
    for key in ["coverage", "override", "missing"] where reader.has(key) { node.places[key] = reader.place(of: key) }
  }

  /// What is written of inner nodes that come from a table (`leaves.inner`, `leaves.nodes`): a node without source.
  func innerRules(_ written: DocumentNode, path: String, id: String) -> Node {
    var reader = MappingReader(written, path: path, shape: .innerNode, log: log)
    var node = Node(
      id: id, name: reader.text("name"), share: .none, source: .children([], of: .mean), place: written.place)
    readRules(&reader, &node)
    reader.finish()
    return node
  }

  /// - Returns: whether the source could be read.
  private func readSource(_ reader: inout MappingReader, _ node: inout Node) -> Bool {
    guard let key = onlyKey(of: Self.sources, in: &reader) else {
      // What belongs to one source or another cannot be judged without any.
      for key in ["of", "weights", "hand_steps", "prevail", "difference"] { _ = reader.node(key) }
      return false
    }
    for (own, source) in [
      ("hand_steps", "hands"), ("prevail", "hands"), ("difference", "hands"), ("weights", "children"),
    ]
    where reader.has(own) && key != source && !(own == "weights" && key == "leaves") {
      _ = reader.node(own)
      report(.keyNeeds(key: own, needed: source), at: reader.place(of: own))
    }
    switch key {
    case "measure":
      guard let measure = reader.text("measure") else { return false }
      node.source = .measure(measure)
    case "hands":
      guard let hands = hands(&reader, &node) else { return false }
      node.source = .hands(hands)
    case "children":
      let aggregation = aggregation(&reader)
      let id = node.id
      var children = (reader.list("children") ?? []).map { self.node($0, path: "\(id).children") }
      let isWhole = aggregation != nil && !children.contains(where: { $0 == nil })
      if let rule = reader.choice("weights", WeightRule.self) {
        children = weighted(children.compactMap { $0 }, by: rule, under: id, at: reader.place(of: "weights"))
      }
      node.source = .children(children.compactMap { $0 }, of: aggregation ?? .sum)
      if !isWhole { return false }
      fillPoints(&node)
      // Without points of its own it has the sum of its children's, which one of them does not tell.
      if case .none = node.share, node.children.contains(where: { lacksPoints($0, under: node) }) { return false }
    default:
      let aggregation = aggregation(&reader)
      if reader.choice("weights", WeightRule.self) == .shares {
        report(.keyNeeds(key: "weights: shares", needed: "children"), at: reader.place(of: "weights"))
      }
      guard let written = reader.node("leaves"), let table = leafTable(written, of: node.id), let aggregation else {
        return false
      }
      node.source = .leaves(table, of: aggregation)
    }
    return true
  }

  /// Whether a child's share could not be read, or it has none where the others have points.
  private func lacksPoints(_ child: Node, under parent: Node) -> Bool {
    if brokenNodes.contains(child.id) { return true }
    guard case .none = child.share, parent.aggregation == .sum else { return false }
    return parent.children.contains { $0.points != nil }
  }

  /// `weights`: children that state nothing weigh the same, or what they state are shares of a whole.
  private enum WeightRule: String, CaseIterable { case equal, shares }

  private func weighted(_ children: [Node], by rule: WeightRule, under parent: String, at place: Place) -> [Node] {
    let known = children.filter { !brokenNodes.contains($0.id) }
    switch rule {
    case .equal:
      let odd = known.filter { $0.places["points"] != nil || $0.places["weight"] != nil }.map(\.id)
      if !odd.isEmpty { log.add(SchemeFinding.tree(place, .weightsStated(parent: parent, children: odd))) }
      return children.map { child in
        var child = child
        if !odd.contains(child.id) { child.share = .weight(1) }
        return child
      }
    case .shares:
      let odd = known.filter { if case .weight = $0.share { false } else { true } }.map(\.id)
      if !odd.isEmpty { log.add(SchemeFinding.tree(place, .sharesNotWeights(parent: parent, children: odd))) }
      let weights = known.compactMap { child -> Double? in
        if case .weight(let weight) = child.share { weight } else { nil }
      }
      let sum = weights.reduce(0, +)
      if odd.isEmpty, known.count == children.count, ![1, 100].contains(where: { abs(sum - $0) <= 1e-9 * $0 }) {
        log.add(SchemeFinding.tree(place, .sharesSum(parent: parent, sum: sum)))
      }
      return children
    }
  }

  /// A node's own points are optional: they are then the sum of its children's.
  private func fillPoints(_ node: inout Node) {
    guard case .children(let children, .sum) = node.source, case .none = node.share, !children.isEmpty,
      node.places["weight"] == nil, node.places["points"] == nil
    else { return }
    let points = children.compactMap(\.points)
    if points.count == children.count { node.share = .points(points.reduce(0, +)) }
  }

  func aggregation(_ reader: inout MappingReader) -> Node.Aggregation? {
    reader.requiredNode("of").flatMap { aggregation($0, path: reader.path) }
  }

  private func share(_ reader: inout MappingReader) -> Node.Share {
    if reader.has("points") && reader.has("weight") {
      _ = onlyKey(of: ["points", "weight"], in: &reader)
      return .none
    }
    if let points = number("points", in: &reader, .positive) { return .points(points) }
    guard let weight = reader.node("weight") else { return .none }
    guard weight.isMapping else {
      return number(weight, called: "weight", .positive).map { .weight($0) } ?? .none
    }
    var inner = MappingReader(weight, path: "\(reader.path).weight", shape: .weightByN, log: log)
    let measure = inner.requiredText("n_of")
    inner.finish()
    return measure.map { .weightByN(of: $0) } ?? .none
  }

  private func coverage(_ node: DocumentNode, of id: String) -> Node.CoverageRule? {
    guard node.isMapping else {
      return number(node, called: "coverage", .share).map { .init(atLeast: $0, basis: .weight) }
    }
    var reader = MappingReader(node, path: "\(id).coverage", shape: .coverage, log: log)
    let by = reader.choice("by", CoverageBasis.self)
    let rule: ReadingProblem.NumberRule = by == .count ? .whole(.counts(from: 1)) : .share
    let least = requiredNumber("at_least", in: &reader, rule)
    reader.finish()
    let basis: Node.CoverageRule.Basis = by == .count ? .count : by == .children ? .children : .weight
    return least.map { .init(atLeast: $0, basis: basis) }
  }
  private enum CoverageBasis: String, CaseIterable { case children, count }

  private func overrideRule(_ node: DocumentNode, of id: String) -> Node.OverrideRule? {
    guard node.isMapping else {
      _ = MappingReader(node, path: "\(id).override", shape: .override, log: log)
      return nil
    }
    var reader = MappingReader(node, path: "\(id).override", shape: .override, log: log)
    let role = reader.text("role")
    let reason = reader.choice("reason", ReasonRule.self)
    reader.finish()
    return .init(role: role, needsReason: reason == .required)
  }

  private func zeroRule(_ reader: inout MappingReader, _ node: inout Node) -> Node.ZeroRule? {
    guard let written = reader.node("zero_when") else { return nil }
    var inner = MappingReader(written, path: "\(node.id).zero_when", shape: .measureTest, log: log)
    let measure = inner.requiredText("measure")
    node.places["zero_when.measure"] = inner.place(of: "measure")
    let comparison = comparison(in: &inner, isRequired: true)
    inner.finish()
    return measure.flatMap { measure in comparison.map { .init(measure: measure, comparison: $0) } }
  }
}

extension Node {
  /// Whether it has, or will have, children.
  var isInner: Bool { !isLeaf }

  /// Whether it or a node below takes its leaves from a table.
  var hasLeafTable: Bool {
    if case .leaves = source { true } else { children.contains(where: \.hasLeafTable) }
  }
}
