import Findings

extension StructureCheck {
  mutating func checkNodes() {
    for node in nodes { findShareless(under: node) }
    var first: [String: Place] = [:]
    for node in nodes {
      if let earlier = first[node.id] {
        log.add(SchemeFinding.reading(node.place, .duplicateId(kind: .node, id: node.id, first: earlier)))
        unsoundNodes.insert(node.id)
      } else {
        first[node.id] = node.place
      }
      checkShares(under: node)
      let before = log.count(.problem)
      checkNames(of: node)
      checkSteps(of: node)
      // Without its points nobody knows what its steps would give.
      if log.count(.problem) > before || lacksShare(node) { unsoundNodes.insert(node.id) }
      if node.missing == .zero, !(node.isLeaf && node.points != nil), !lacksShare(node) {
        report(.zeroWithoutEffect(node: node.id, isLeaf: node.isLeaf), at: node.place(of: "missing"))
      }
      if case .leaves(_, .sum) = node.source {
        report(.weightUnderSum(parent: node.id, children: []), at: node.place(of: "of"))
      }
    }
    for root in scheme.roots where !brokenNodes.contains(root.id) {
      switch root.share {
      case .weight, .weightByN: report(.rootWeight(node: root.id), at: root.place(of: "weight"))
      case .points, .none: break
      }
    }
  }

  /// Siblings all have points, or all have weight and their parent does not sum.
  private mutating func checkShares(under parent: Node) {
    guard case .children(let children, let aggregation) = parent.source else { return }
    if children.isEmpty {
      if !brokenNodes.contains(parent.id) { report(.nodeChildless(node: parent.id), at: parent.place(of: "children")) }
      return
    }
    var points: [String] = []
    var weights: [String] = []
    var counts: [String] = []
    var open: [String] = []
    for child in children {
      switch child.share {
      case .points: points.append(child.id)
      case .weight: weights.append(child.id)
      case .weightByN: counts.append(child.id)
      case .none:
        open.append(child.name)
        if shareless.contains(child.id) {
          report(.shareMissing(node: child.id, parent: parent.id), at: child.place)
        }
      }
    }
    if [points, weights, counts].count(where: { !$0.isEmpty }) > 1 {
      report(
        .siblingsMixed(parent: parent.id, points: points, weights: weights, countWeights: counts),
        at: parent.place(of: "children"))
      unsoundNodes.insert(parent.id)
      return
    }
    if brokenNodes.contains(parent.id) { return }
    let before = log.count(.problem)
    switch aggregation {
    case .sum where points.isEmpty:
      if !(weights + counts).isEmpty {
        report(.weightUnderSum(parent: parent.id, children: weights + counts), at: parent.place(of: "of"))
      }
    case .sum:
      checkSum(under: parent, open)
    default:
      if !points.isEmpty, parent.points == nil {
        report(
          .ownPointsMissing(parent: parent.id, aggregation: aggregation.word, children: points),
          at: parent.place(of: "of"))
      }
      checkSize(of: aggregation, children.count, parent)
    }
    if log.count(.problem) > before || !open.isEmpty { unsoundNodes.insert(parent.id) }
  }

  /// Who has no share, although the siblings could be read: blamed for that and for nothing that follows from it.
  private mutating func findShareless(under parent: Node) {
    for child in parent.children where !brokenNodes.contains(child.id) {
      if case .none = child.share { shareless.insert(child.id) }
    }
  }

  /// Children's points add up to the parent's; where some are not known, the others must leave something for them.
  private func checkSum(under parent: Node, _ open: [String]) {
    guard let stated = parent.points else { return }
    let known = parent.children.filter { $0.points != nil }
    let sum = known.compactMap(\.points).reduce(0, +)
    let tolerance = 1e-9 * max(1, abs(stated))
    guard open.isEmpty ? abs(stated - sum) > tolerance : sum > stated - tolerance else { return }
    let terms = known.map { StructureProblem.Term(node: $0.name, points: $0.points ?? 0) }
    report(
      .pointsSum(node: parent.name, stated: stated, terms: terms, open: open), at: parent.place(of: "points"))
  }

  /// `best` and `trimmed` of what can be there.
  private func checkSize(of aggregation: Node.Aggregation, _ count: Int, _ parent: Node) {
    let size: Int
    switch aggregation {
    case .best(let k) where k > count: size = k
    case .trimmed(let k) where k > (count - 1) / 2: size = k
    default: return
    }
    report(
      .aggregationSize(node: parent.id, aggregation: aggregation.word, size: size, children: count),
      at: parent.place(of: "of"))
  }

  private func checkNames(of node: Node) {
    if let measure = node.measure { check(.measure, measure, of: node.id, at: node.place(of: "measure")) }
    for hand in node.hands?.all ?? [] {
      check(.measure, hand.measure, of: "\(node.id).hands.\(hand.id)", at: node.place(of: "hands.\(hand.id)"))
    }
    for step in node.ownSteps {
      for measure in step.measures { check(.measure, measure, of: node.id, at: step.place) }
    }
    if case .weightByN(let measure) = node.share {
      check(.measure, measure, of: node.id, at: node.place(of: "weight"))
    }
    if let rule = node.zeroWhen {
      check(.measure, rule.measure, of: node.id, at: node.place(of: "zero_when.measure"))
    }
    if let test = node.applies { check(test, of: node.id) }
    for rules in node.innerRules { checkNames(of: rules) }
    let measures = node.sourceMeasures + node.ownSteps.flatMap(\.measures) + (node.zeroWhen.map { [$0.measure] } ?? [])
    for id in measures {
      guard let measure = scheme.measure(id) else { continue }
      if measure.window == .year, scheme.combination != nil {
        report(.windowCombined(node: node.id, measure: id), at: measure.place(of: "window"))
      }
    }
    for id in node.sourceMeasures where scheme.measure(id)?.empty == .full {
      if node.points == nil, !lacksShare(node) {
        report(.fullNeedsPoints(measure: id, node: node.id), at: node.place)
      }
    }
  }
}

extension Node {
  /// What is written at the node of inner nodes that come from a table.
  var innerRules: [Node] { if case .leaves(let table, _) = source { table.innerRules } else { [] } }

  /// Every step that is written at the node: its own, those of its hands and of its leaf table.
  var ownSteps: [Step] {
    switch source {
    case .measure, .children: steps
    case .hands(let hands): hands.all.flatMap(\.steps) + steps
    case .leaves(let table, _):
      table.steps + (table.groups?.steps ?? []) + table.innerRules.flatMap(\.steps) + steps
    }
  }

  /// Every measure that the node reads, but for facts.
  var measures: [String] {
    var measures = sourceMeasures + ownSteps.flatMap(\.measures)
    if let zeroWhen { measures.append(zeroWhen.measure) }
    if case .weightByN(let measure) = share { measures.append(measure) }
    return measures + innerRules.compactMap(\.zeroWhen?.measure)
  }
}
