import Schemes

/// How one unit's value of a node came about, with the same for everything below: what `explain` prints.
package struct NodeTrace: Sendable {
  package struct StepResult: Sendable {
    package let step: Step
    /// NaN: the step had nothing to work on, or gave nothing.
    package let after: Double
    /// What `treat` did to the column that the unit belongs to; nil for other steps.
    package let treatment: ColumnTreatment?
  }
  package let node: Node
  /// Before the steps: the measure's value, or the aggregate of the children.
  package let source: Double
  /// In written order; empty for the leaves of a year, whose steps acted in its halves.
  package let steps: [StepResult]
  package let value: Double
  package let state: ValueState
  package let rule: NodeRule
  package let coverage: Double
  /// The share in the parent as it acted, 0…1, and what the parent received; NaN for roots and where the node did not act.
  package let share: Double
  package let contribution: Double
  /// Of the leaf of a year, and of a parent that was decided in a half: the value of H1 and H2; empty otherwise.
  package let halves: [Double]
  /// Of a year that is its best or last half: which one gave all leaves, 0 or 1; nil otherwise, and where neither has a
  /// value.
  package let takenHalf: Int?
  /// Of a node graded by several hands: each of them; empty otherwise.
  package let hands: [HandTrace]
  /// The decision that replaced the value; the computed one stays in it.
  package let override: Override?
  package let children: [NodeTrace]
}

/// One hand's number of a node for one unit.
package struct HandTrace: Sendable {
  package let hand: Hands.Hand
  package let source: Double
  package let afterStep: [Double]
  package let value: Double
  /// The first hand's value minus this one's; NaN for the first.
  package let difference: Double

  /// The same without the number that it began with.
  package var withoutSteps: HandTrace {
    HandTrace(hand: hand, source: .nan, afterStep: [], value: value, difference: difference)
  }
}

/// The trace of one unit from a node down, read from the sheet's columns: nothing is computed again.
/// - Returns: nil if the scheme or the sheet has no such node or unit.
package func trace(of node: String, unit: Int, in sheet: ScoreSheet, scheme: Scheme) -> NodeTrace? {
  guard sheet.units.indices.contains(unit), let node = scheme.node(node) else { return nil }
  return trace(node, unit, SheetIndex(sheet, takenHalf: takenHalf(of: node, unit, sheet, scheme)))
}

/// As the root of the node was given it.
private func takenHalf(of node: Node, _ unit: Int, _ sheet: ScoreSheet, _ scheme: Scheme) -> Int? {
  func holds(_ other: Node) -> Bool { other.id == node.id || other.children.contains(where: holds) }
  guard let root = scheme.roots.first(where: holds), let column = sheet.node(root.id),
    column.takenHalf.indices.contains(unit), column.state[unit] == .value || column.state[unit] == .full
  else { return nil }
  return column.takenHalf[unit]
}

private func trace(_ node: Node, _ unit: Int, _ index: SheetIndex) -> NodeTrace? {
  guard let column = index.columns[node.id] else { return nil }
  return NodeTrace(
    node: node, source: column.source[unit],
    steps: zip(node.steps, column.afterStep).enumerated().map { place, step in
      NodeTrace.StepResult(
        step: step.0, after: step.1[unit], treatment: column.treatment(ofStep: place, peers: index.peers(unit)))
    },
    value: column.value[unit], state: column.state[unit], rule: column.rule[unit], coverage: column.coverage[unit],
    share: column.effectiveShare[unit], contribution: column.contribution[unit],
    halves: node.isLeaf || column.halves.contains { !$0[unit].isNaN } ? column.halves.map { $0[unit] } : [],
    takenHalf: index.takenHalf,
    hands: zip(node.hands?.all ?? [], column.hands).map { hand, numbers in
      HandTrace(
        hand: hand, source: numbers.source[unit], afterStep: numbers.afterStep.map { $0[unit] },
        value: numbers.value[unit], difference: numbers.difference[unit])
    },
    override: column.overrides[unit], children: node.children.compactMap { trace($0, unit, index) })
}

extension NodeColumn {
  /// Of the unit's peers, or of all units.
  fileprivate func treatment(ofStep place: Int, peers: String) -> ColumnTreatment? {
    treatments.first { $0.step == place && ($0.group == peers || $0.group.isEmpty) }
  }
}

private struct SheetIndex {
  let columns: [String: NodeColumn]
  let takenHalf: Int?
  private let units: [ScoredUnit]
  func peers(_ unit: Int) -> String { units[unit].peers }
  init(_ sheet: ScoreSheet, takenHalf: Int?) {
    self.takenHalf = takenHalf
    units = sheet.units
    columns = Dictionary(sheet.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// What one node at the bottom of an unbroken line of sums and means gave to the node at the top.
package struct Carrier: Sendable, Equatable {
  package let node: String
  /// In the unit of the node at the top, before its steps.
  package let contribution: Double
}

extension NodeTrace {
  /// Splits the node's source into what the nodes below carried: their contributions add up to it. A carrier is a leaf,
  /// or a parent whose own steps or rules changed its value, or whose children's contributions do not add up (geometric
  /// means, medians), since beyond those nothing adds up. Nodes that did not act are left out.
  package var carriers: [Carrier] {
    if children.allSatisfy(\.contribution.isNaN) {
      return source.isNaN ? [] : [Carrier(node: node.id, contribution: source)]
    }
    return children.flatMap { child -> [Carrier] in
      if child.contribution.isNaN { return [] }
      let isPassedOn = !child.children.isEmpty && child.value == child.source
      guard isPassedOn, child.value != 0 else {
        return [Carrier(node: child.node.id, contribution: child.contribution)]
      }
      let factor = child.contribution / child.value
      return child.carriers.map { Carrier(node: $0.node, contribution: $0.contribution * factor) }
    }
  }
}
