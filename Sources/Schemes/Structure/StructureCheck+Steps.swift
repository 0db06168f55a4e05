import Findings

extension StructureCheck {
  /// Where a step stands.
  private struct Position {
    let node: String
    let hasPoints: Bool
    let isLeaf: Bool
    /// `row.column` has a row.
    var hasRow = false
    /// Another leaf stands beside it.
    var hasSiblings = true
  }

  func checkSteps(of node: Node) {
    if case .leaves(let table, _) = node.source {
      check(table.steps, Position(node: node.id, hasPoints: false, isLeaf: true, hasRow: true))
      check(table.groups?.steps ?? [], Position(node: node.id, hasPoints: false, isLeaf: false, hasRow: true))
    }
    for rules in node.innerRules {
      check(rules.steps, Position(node: rules.id, hasPoints: false, isLeaf: false))
    }
    let hasPoints = node.points != nil || lacksShare(node)
    for hand in node.hands?.all ?? [] {
      // Hands are columns of their own, but the leaf is the node.
      check(hand.steps, Position(node: "\(node.id).hands.\(hand.id)", hasPoints: hasPoints, isLeaf: false))
    }
    let needsSiblings = node.steps.contains { if case .impute(.siblings) = $0.action { true } else { false } }
    let hasSiblings = isExpanded || !needsSiblings || hasLeafBeside(node)
    check(node.steps, Position(node: node.id, hasPoints: hasPoints, isLeaf: node.isLeaf, hasSiblings: hasSiblings))
  }

  private func hasLeafBeside(_ node: Node) -> Bool {
    guard let parent = nodes.first(where: { $0.children.contains { $0.id == node.id } }) else { return false }
    return parent.children.contains { $0.isLeaf && $0.id != node.id }
  }

  /// `first: then` works on one number with P = 1.
  func checkMeasures() {
    for measure in scheme.measures {
      for step in measure.first?.then ?? [] where !step.isPointwise {
        report(.thenPointwise(measure: measure.id, step: step.word), at: step.place)
      }
      check(measure.first?.then ?? [], Position(node: measure.id, hasPoints: true, isLeaf: true))
    }
  }

  private func check(_ steps: [Step], _ position: Position) {
    let node = position.node
    for (index, step) in steps.enumerated() {
      if !position.hasRow {
        for column in step.operands.flatMap(\.columns) {
          report(.rowOutsideLeaves(node: node, column: column), at: step.place)
        }
      }
      switch step.action {
      case .proportional, .deduct, .add, .required, .pass:
        if !position.hasPoints { report(.stepNeedsPoints(node: node, step: step.word), at: step.place) }
      case .linear(let knots):
        if let (a, b, index) = firstPair(of: knots.map(\.x), where: { !($0 < $1) }) {
          report(.linearOrder(node: node, x: b, previous: a), at: step.place(ofRow: index))
        }
      case .bands(let bands): checkFalling(bands.map(\.atLeast), node, at: step.place(ofRow:))
      case .matrix(let matrix):
        checkFalling(matrix.columns, areColumns: true, node, at: step.place(ofColumn:))
        checkFalling(matrix.rows.map(\.atLeast), node, at: step.place(ofRow:))
      case .dropIf: if index > 0 || !position.isLeaf { report(.dropIfOrder(node: node), at: step.place) }
      case .impute(let imputation):
        if !position.isLeaf {
          report(.stepOnLeaves(node: node, step: step.word), at: step.place)
        } else if case .siblings = imputation, !position.hasSiblings {
          report(.siblingsMissing(node: node), at: step.place)
        }
      default: break
      }
    }
  }

  private func checkFalling(
    _ bounds: [Step.Operand], areColumns: Bool = false, _ node: String, at place: (Int) -> Place
  ) {
    if let (a, b, index) = firstPair(of: bounds, where: { !($1 < $0) }) {
      report(.bandsOrder(node: node, bound: b, previous: a, areColumns: areColumns), at: place(index))
    }
  }

  /// Of neighbours the first that are out of order, with the place in the list of the later: who sorts the list mends
  /// the others with them.
  private func firstPair(
    of operands: [Step.Operand], where isWrong: (Double, Double) -> Bool
  ) -> (Double, Double, index: Int)? {
    for index in operands.indices.dropFirst() {
      if let a = operands[index - 1].number, let b = operands[index].number, isWrong(a, b) { return (a, b, index) }
    }
    return nil
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

  /// The measures that the step reads beside the value that it gets.
  package var measures: [String] { if case .matrix(let matrix) = action { [matrix.across] } else { [] } }

  /// Whether the step looks at the one value alone.
  package var isPointwise: Bool {
    switch action {
    case .linear, .bands, .proportional, .deduct, .add, .required, .pass, .goalposts, .clamp, .round, .times: true
    case .minMax(_, .fixed, _): true
    case .matrix, .zScore, .minMax, .rank, .borda, .percentile, .distance, .shareOfBest, .impute, .treat, .dropIf: false
    }
  }
}
