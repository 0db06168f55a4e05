import Findings

extension StructureCheck {
  func checkNodes() {
    var first: [String: Place] = [:]
    for node in nodes {
      if let earlier = first[node.id] {
        log.add(SchemeFinding.reading(node.place, .duplicateId(kind: .node, id: node.id, first: earlier)))
      } else {
        first[node.id] = node.place
      }
      checkShares(under: node)
      checkNames(of: node)
      checkSteps(of: node)
    }
    for root in scheme.roots where !brokenNodes.contains(root.id) {
      switch root.share {
      case .weight, .weightByN: report(.rootWeight(node: root.id), at: root.place(of: "weight"))
      case .points, .none: break
      }
    }
  }

  /// Siblings all have points, and their parent sums; or all have weight, and their parent is a mean.
  private func checkShares(under parent: Node) {
    guard case .children(let children, let aggregation) = parent.source else { return }
    if children.isEmpty {
      if !brokenNodes.contains(parent.id) { report(.nodeChildless(node: parent.id), at: parent.place(of: "children")) }
      return
    }
    guard children.allSatisfy({ !brokenNodes.contains($0.id) }) else { return }
    var points: [String] = []
    var weights: [String] = []
    var counts: [String] = []
    var isShareMissing = false
    for child in children {
      switch child.share {
      case .points: points.append(child.id)
      case .weight: weights.append(child.id)
      case .weightByN: counts.append(child.id)
      case .none:
        isShareMissing = true
        report(.shareMissing(node: child.id, parent: parent.id), at: child.place)
      }
    }
    if [points, weights, counts].count(where: { !$0.isEmpty }) > 1 {
      report(
        .siblingsMixed(parent: parent.id, points: points, weights: weights, countWeights: counts),
        at: parent.place(of: "children"))
      return
    }
    if isShareMissing || brokenNodes.contains(parent.id) { return }
    switch aggregation {
    case .sum where points.isEmpty:
      report(.weightUnderSum(parent: parent.id, children: weights + counts), at: parent.place(of: "of"))
    case .mean where !points.isEmpty:
      report(.pointsUnderMean(parent: parent.id, children: points), at: parent.place(of: "of"))
    case .sum:
      let sum = children.compactMap(\.points).reduce(0, +)
      if let stated = parent.points, abs(stated - sum) > 1e-9 * max(1, abs(stated)) {
        let terms = children.map { StructureProblem.Term(node: $0.name, points: $0.points ?? 0) }
        report(.pointsSum(node: parent.name, stated: stated, terms: terms), at: parent.place(of: "points"))
      }
    default: break
    }
  }

  private func checkNames(of node: Node) {
    if let measure = node.measure { check(.measure, measure, of: node.id, at: node.place(of: "measure")) }
    if case .weightByN(let measure) = node.share {
      check(.measure, measure, of: node.id, at: node.place(of: "weight"))
    }
    if let rule = node.zeroWhen {
      check(.measure, rule.measure, of: node.id, at: node.place(of: "zero_when.measure"))
    }
    if let test = node.applies { check(test, of: node.id) }
    for id in [node.measure, node.zeroWhen?.measure].compactMap({ $0 }) {
      guard let measure = scheme.measure(id) else { continue }
      if measure.window == .year, scheme.combination != nil {
        report(.windowCombined(node: node.id, measure: id), at: measure.place(of: "window"))
      }
    }
    if let id = node.measure, scheme.measure(id)?.empty == .full, node.points == nil, !brokenNodes.contains(node.id) {
      report(.fullNeedsPoints(measure: id, node: node.id), at: node.place)
    }
  }

  private func checkSteps(of node: Node) {
    if case .leaves(let table, _) = node.source {
      check(table.steps, of: node.id, hasPoints: false, isLeaf: true, hasRow: true)
      check(table.groups?.steps ?? [], of: node.id, hasPoints: false, isLeaf: false, hasRow: true)
    }
    let hasPoints = node.points != nil || brokenNodes.contains(node.id)
    check(node.steps, of: node.id, hasPoints: hasPoints, isLeaf: node.isLeaf, hasRow: false)
  }

  private func check(_ steps: [Step], of node: String, hasPoints: Bool, isLeaf: Bool, hasRow: Bool) {
    for (index, step) in steps.enumerated() {
      if !hasRow {
        for case .rowColumn(let column) in step.operands {
          report(.rowOutsideLeaves(node: node, column: column), at: step.place)
        }
      }
      switch step.action {
      case .proportional, .deduct, .add, .pass:
        if !hasPoints { report(.stepNeedsPoints(node: node, step: step.word), at: step.place) }
      case .linear(let knots):
        for (before, after) in zip(knots, knots.dropFirst()) {
          if let a = before.x.number, let b = after.x.number, !(a < b) {
            report(.linearOrder(node: node, x: b, previous: a), at: step.place)
          }
        }
      case .bands(let bands):
        for (before, after) in zip(bands, bands.dropFirst()) {
          if let a = before.atLeast.number, let b = after.atLeast.number, !(b < a) {
            report(.bandsOrder(node: node, bound: b, previous: a), at: step.place)
          }
        }
      case .dropIf: if index > 0 || !isLeaf { report(.dropIfOrder(node: node), at: step.place) }
      default: break
      }
    }
  }
}

extension Step {
  /// Every number of the step that may stand in a leaf table's row.
  var operands: [Operand] {
    switch action {
    case .linear(let knots): knots.flatMap { [$0.x, $0.y] }
    case .bands(let bands): bands.flatMap { [$0.atLeast, $0.gives] }
    case .proportional(let full): [full]
    case .deduct(let each, let atMost), .add(let each, let atMost): [each] + (atMost.map { [$0] } ?? [])
    case .goalposts(let low, let high, _, _): [low, high]
    case .times(let factor): [factor]
    case .matrix(let matrix): matrix.columns + matrix.rows.flatMap { [$0.atLeast] + $0.gives }
    case .required(let times, let each, let further, let atMost):
      [times, each, further] + (atMost.map { [$0] } ?? [])
    case .minMax(_, .fixed(let low, let high), _): [low, high]
    case .distance(.target(let target, _), _): [target]
    case .impute(.siblings(_, let direction?)): [direction]
    case .clamp(let low, let high): [low, high].compactMap { $0 }
    case .pass, .zScore, .dropIf, .minMax, .rank, .borda, .percentile, .distance, .shareOfBest, .impute, .treat, .round:
      []
    }
  }
}
