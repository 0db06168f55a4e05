import Schemes
import Scoring

/// The values that entered each step of each node and hand, and the last result: what `frozen` steps of other runs use.
struct NaiveTrails {
  var columns: [String: [[Int: Double]]] = [:]
}

/// The steps' result into the cells; returns the trail. Units outside `concerned` keep what they are.
func naiveFill(_ cells: inout [Int: NaiveCell], by steps: NaiveSteps) -> [[Int: Double]] {
  let trail = steps.trail()
  let imputed = steps.imputed()
  for unit in steps.concerned(steps.main) {
    if let value = trail[steps.steps.count][unit] {
      cells[unit]?.state = .value
      cells[unit]?.value = value
      if imputed.contains(unit) { cells[unit]?.rule = .imputed }
    } else if trail[0][unit] != nil || imputed.contains(unit) {
      cells[unit]?.rule = .stepFailed
    }
  }
  return trail
}

/// One leaf over all units: its measure or its hands, then its steps (R1, R10, R14, R16, R17).
struct NaiveLeaf {
  let tree: NaiveTree
  let node: Node
  /// What must hold for the nodes above to apply.
  let above: [Comparison.OnFact]

  struct Outcome {
    var cells: [Int: NaiveCell]
    var trails: [String: [[Int: Double]]] = [:]
    /// By hand: its value.
    var hands: [String: [Int: Double]] = [:]
  }

  func evaluate() -> Outcome {
    let window = tree.leafWindow
    var outcome = Outcome(cells: [:])
    for unit in tree.units.indices {
      var cell = NaiveCell()
      if !isAsked(unit, window) {
        cell = .notApplicable
      } else if naiveIsDropped(node, window.measures) {
        cell = .notApplicable
        cell.rule = .dropped
      } else {
        let states = measures.map { state($0, unit, window) }
        if states.allSatisfy({ $0 == .notApplicable }) {
          cell = .notApplicable
          cell.rule = .computed
        } else if node.hands == nil && states.first == .full {
          cell.state = .full
          cell.value = node.points ?? .nan
          cell.rule = .full
        }
      }
      outcome.cells[unit] = cell
    }
    if let hands = node.hands {
      for hand in hands.all {
        let trail = steps(of: hand).trail()
        outcome.trails["\(node.id)/\(hand.id)"] = trail
        outcome.hands[hand.id] = values(of: hand, window)
      }
    }
    let steps = ownSteps()
    for (unit, value) in steps.source(window) { outcome.cells[unit]?.source = value }
    outcome.trails[node.id] = naiveFill(&outcome.cells, by: steps)
    // Of hands too: one that could have decided had a number, and a step gave nothing.
    for hand in node.hands?.all ?? [] where node.decidingMeasures.contains(hand.measure) {
      for unit in asked(window) where outcome.cells[unit]?.state == .missing {
        if column(hand.measure, window)[unit] != nil { outcome.cells[unit]?.rule = .stepFailed }
      }
    }
    return outcome
  }

  private var measures: [String] { node.sourceMeasures }

  /// Full without points is not applicable: there is nothing to be full of.
  private func state(_ measure: String, _ unit: Int, _ window: NaiveWindow) -> ValueState {
    let state = window.measures[measure]?[unit]?.state ?? .missing
    return state == .full && node.points == nil ? .notApplicable : state
  }

  /// R17: of a half, nodes above read the year; of another period, that period.
  private func isAsked(_ unit: Int, _ window: NaiveWindow) -> Bool {
    let isOwn = window.period.id == tree.leafWindow.period.id
    let facts = isOwn ? tree.parentWindow.facts : window.facts
    guard above.allSatisfy({ facts.holds($0, unit) }) else { return false }
    return node.applies.map { window.facts.holds($0, unit) } ?? true
  }

  private func asked(_ window: NaiveWindow) -> [Int] {
    naiveIsDropped(node, window.measures) ? [] : tree.units.indices.filter { isAsked($0, window) }
  }

  private func column(_ measure: String, _ window: NaiveWindow) -> [Int: Double] {
    var result: [Int: Double] = [:]
    for unit in asked(window) {
      if let cell = window.measures[measure]?[unit], cell.state == .value { result[unit] = cell.value }
    }
    return result
  }

  private func ownSteps() -> NaiveSteps {
    var steps = NaiveSteps(
      scheme: tree.scheme, units: tree.units, steps: node.steps, points: node.points, main: tree.leafWindow,
      source: { node.hands == nil ? column(node.measure ?? "", $0) : combined($0) },
      concerned: { window in
        Set(
          asked(window).filter { unit in
            let states = measures.map { state($0, unit, window) }
            if node.hands != nil { return !states.allSatisfy { $0 == .notApplicable } }
            return states.first == .value || states.first == .missing
          })
      })
    steps.others = tree.history
    steps.frozen = tree.frozenColumns(node.id)
    steps.siblings = { window in
      let parent = tree.scheme.allNodes.first { $0.children.contains { $0.id == node.id } }
      return (parent?.children ?? []).filter { $0.id != node.id && $0.isLeaf && $0.hands == nil }.map { sibling in
        // Reading: the siblings as they come, before their own steps.
        let column = NaiveLeaf(tree: tree, node: sibling, above: above).column(sibling.measure ?? "", window)
        return (column, sibling.imputeDirection)
      }
    }
    return steps
  }

  // MARK: Hands

  private func steps(of hand: Hands.Hand) -> NaiveSteps {
    var steps = NaiveSteps(
      scheme: tree.scheme, units: tree.units, steps: hand.steps, points: node.points, main: tree.leafWindow,
      source: { column(hand.measure, $0) },
      concerned: { window in
        Set(asked(window).filter { [.value, .missing].contains(state(hand.measure, $0, window)) })
      })
    steps.others = tree.history
    steps.frozen = tree.frozenColumns("\(node.id)/\(hand.id)")
    return steps
  }

  /// Reading: a full hand gives the node's points.
  private func values(of hand: Hands.Hand, _ window: NaiveWindow) -> [Int: Double] {
    var result = steps(of: hand).entering(hand.steps.count, window)
    for unit in asked(window) where state(hand.measure, unit, window) == .full { result[unit] = node.points }
    return result
  }

  private func combined(_ window: NaiveWindow) -> [Int: Double] {
    guard let hands = node.hands else { return [:] }
    let columns = hands.all.map { ($0, values(of: $0, window)) }
    var result: [Int: Double] = [:]
    for unit in asked(window) {
      switch hands.combination {
      case .prevail(let order):
        result[unit] = order.lazy.compactMap { id in columns.first { $0.0.id == id }?.1[unit] }.first
      case .mean:
        let known = columns.compactMap { hand, values in values[unit].map { (hand.weight, $0) } }
        let all = known.map(\.0).reduce(0, +)
        if all > 0 { result[unit] = known.map { $0.0 * $0.1 }.reduce(0, +) / all }
      }
    }
    return result
  }
}

extension Node {
  /// 1 unless its step says that less is better.
  fileprivate var imputeDirection: Double {
    for case .impute(.siblings(_, let direction)) in steps.map(\.action) { return direction?.number ?? 1 }
    return 1
  }
}

// MARK: Not graded, not covered

extension NaiveTree {
  /// The nodes under a root that count for a unit: a decision lifts what lies below it (R14).
  private func counting(
    under root: Node, _ unit: Int, lifted: (Node) -> Bool, _ visit: (Node, MissingPolicy?) -> Void
  ) {
    func walk(_ node: Node, _ inherited: MissingPolicy?) {
      if overrides[node.id]?[unit] != nil || combinedParents[node.id]?[unit] != nil || lifted(node) { return }
      visit(node, inherited)
      for child in node.children { walk(child, node.leavesMissing ?? inherited) }
    }
    walk(root, nil)
  }

  /// Nodes under a root that are missing where that forbids a grade (R7), in the order of the file.
  func forbidding(under root: Node, _ unit: Int, lifted: (Node) -> Bool = { _ in false }) -> [String] {
    var found: [String] = []
    counting(under: root, unit, lifted: lifted) { node, inherited in
      if cell(node, unit).state == .missing && policy(of: node, inherited: inherited) == .notGraded {
        found.append(node.id)
      }
    }
    return found
  }

  /// Leaves that lack coverage, in part or in whole.
  func uncovered(under root: Node, _ unit: Int, lifted: (Node) -> Bool = { _ in false }) -> [String] {
    var found: [String] = []
    counting(under: root, unit, lifted: lifted) { node, _ in
      if node.isLeaf && cell(node, unit).coverage < 1 { found.append(node.id) }
    }
    return found
  }
}
