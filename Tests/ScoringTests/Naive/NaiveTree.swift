import Schemes
import Scoring

/// What one node is for one unit.
struct NaiveCell {
  var state = ValueState.missing
  var value = Double.nan
  /// NaN where not applicable.
  var coverage = 0.0
  var rule = NodeRule.computed
  /// Before the steps.
  var source = Double.nan
  /// What a decision replaced.
  var replaced = Double.nan
  /// A decision made it, in this period or in a half.
  var isDecided = false

  var hasValue: Bool { state == .value || state == .full }
  /// R16: an imputed value is none for coverage.
  var isCovered: Bool { hasValue && coverage > 0 }
  static let notApplicable = NaiveCell(state: .notApplicable, coverage: .nan, rule: .doesNotApply)
}

/// The nodes over one set of leaves (R1–R10, R14, R16, R17): of the run's own window, of a half, or of a year whose leaves
/// have been combined. Cells are by node, then by unit.
struct NaiveTree {
  let scheme: Scheme
  let units: [ScoredUnit]
  /// What leaves read; their populations are of this window.
  let leafWindow: NaiveWindow
  /// Other periods, for steps that look at them.
  var history: [NaiveWindow] = []
  /// What nodes above leaves read: of a year, the year.
  let parentWindow: NaiveWindow
  /// By measure: the true n (R8).
  let counts: (String, Int) -> Int
  /// Of a year: leaves that have been combined already.
  var combined: [String: [Int: NaiveCell]]?
  /// `propagate` acts on combined leaves, so not within a half.
  var propagates = true
  /// Of a year: parents that a decision replaced in a half, combined.
  var combinedParents: [String: [Int: NaiveCell]] = [:]
  var overrides: [String: [Int: Decision]] = [:]
  /// Of other runs, by period.
  var frozen: [String: NaiveTrails] = [:]

  private(set) var cells: [String: [Int: NaiveCell]] = [:]
  private(set) var trails = NaiveTrails()
  private(set) var hands: [String: [String: [Int: Double]]] = [:]

  mutating func evaluate() { for root in scheme.roots { evaluate(root, above: [], inherited: nil) } }

  /// - Parameters:
  ///   - above: what must hold for the nodes above to apply.
  ///   - inherited: the policy for leaves from the nearest node above that states one.
  private mutating func evaluate(_ node: Node, above: [Comparison.OnFact], inherited: MissingPolicy?) {
    let lines = above + (node.isLeaf ? [] : [node.applies].compactMap { $0 })
    if node.isLeaf {
      cells[node.id] = combined?[node.id] ?? leaf(node, above, policy(of: node, inherited: inherited))
    } else {
      let policy = node.leavesMissing ?? inherited
      for child in node.children { evaluate(child, above: lines, inherited: policy) }
      let outside = units.indices.filter { unit in !lines.allSatisfy { parentWindow.facts.holds($0, unit) } }
      cells[node.id] = parent(node, Set(outside), inherited: policy)
    }
    for (unit, cell) in combinedParents[node.id] ?? [:] { set(cell, node, unit) }
    for (unit, decision) in overrides[node.id] ?? [:] { override(node, unit, by: decision) }
  }

  /// R14: after the steps, before the parent. Reading: also where the node was not applicable or full.
  private mutating func override(_ node: Node, _ unit: Int, by decision: Decision) {
    var cell = self.cell(node, unit)
    cell.replaced = cell.hasValue ? cell.value : .nan
    cell.rule = .overridden
    cell.isDecided = true
    switch decision.value {
    case .number(let number): (cell.state, cell.value, cell.coverage) = (.value, number, 1)
    case .notApplicable: (cell.state, cell.value, cell.coverage) = (.notApplicable, .nan, .nan)
    case .none, .granted, .refused: return
    }
    set(cell, node, unit)
  }

  func policy(of node: Node, inherited: MissingPolicy?) -> MissingPolicy {
    node.missing ?? (node.isLeaf ? inherited ?? scheme.defaults.leavesMissing : .renormalise)
  }

  mutating func set(_ cell: NaiveCell, _ node: Node, _ unit: Int) { cells[node.id, default: [:]][unit] = cell }

  func cell(_ node: Node, _ unit: Int) -> NaiveCell { cells[node.id]?[unit] ?? NaiveCell() }

  /// Own points, or those of the children together (R4).
  func points(of node: Node) -> Double? {
    if let own = node.points { return own }
    guard case .children(let children, of: .sum) = node.source else { return nil }
    return children.compactMap(\.points).reduce(0, +)
  }

  // MARK: Leaves

  private mutating func leaf(
    _ node: Node, _ above: [Comparison.OnFact], _ policy: MissingPolicy
  ) -> [Int: NaiveCell] {
    let leaf = NaiveLeaf(tree: self, node: node, above: above)
    let outcome = leaf.evaluate()
    trails.columns.merge(outcome.trails) { $1 }
    hands[node.id] = outcome.hands
    var result = outcome.cells
    for unit in units.indices {
      guard var cell = result[unit], cell.state != .notApplicable else { continue }
      if isZeroed(node, unit, leafWindow) {
        cell.state = .value
        cell.value = 0
        cell.rule = .zeroWhen
      } else if cell.state == .missing && policy == .zero && node.points != nil {
        cell.state = .value
        cell.value = 0
        cell.rule = .zeroForMissing
      }
      cell.coverage = cell.hasValue && cell.rule != .imputed ? 1 : 0
      result[unit] = cell
    }
    return result
  }

  private func isZeroed(_ node: Node, _ unit: Int, _ window: NaiveWindow) -> Bool {
    guard let rule = node.zeroWhen, let cell = window.measures[rule.measure]?[unit], cell.state == .value else {
      return false
    }
    return naiveHolds(cell.value, rule.comparison)
  }

  // MARK: Nodes with children

  private mutating func parent(_ node: Node, _ outside: Set<Int>, inherited: MissingPolicy?) -> [Int: NaiveCell] {
    var result: [Int: NaiveCell] = [:]
    var column: [Int: Double] = [:]
    let isRoot = scheme.roots.contains { $0.id == node.id }
    for unit in units.indices {
      var cell = outside.contains(unit) ? .notApplicable : aggregate(node, unit, inherited)
      if cell.state == .value, !isRoot, let rule = node.coverage, isTooThin(node, unit, rule, cell.coverage) {
        cell.state = .missing
        cell.value = .nan
        cell.rule = .coverageTooLow
      }
      if cell.state == .value {
        column[unit] = cell.value
        cell.state = .missing
        cell.value = .nan
      }
      result[unit] = cell
    }
    let concerned = Set(units.indices.filter { result[$0]?.state == .missing })
    var steps = NaiveSteps(
      scheme: scheme, units: units, steps: node.steps, points: points(of: node), main: parentWindow,
      source: { _ in column }, concerned: { _ in concerned })
    steps.frozen = frozenColumns(node.id)
    trails.columns[node.id] = naiveFill(&result, by: steps)
    for unit in units.indices {
      if result[unit]?.rule == .imputed { result[unit]?.coverage = 0 }
      guard result[unit]?.state != .notApplicable, isZeroed(node, unit, parentWindow) else { continue }
      result[unit]?.state = .value
      result[unit]?.value = 0
      result[unit]?.rule = .zeroWhen
    }
    return result
  }

  func frozenColumns(_ key: String) -> (String, Int) -> [Int: Double]? {
    { period, index in
      guard let run = frozen[period] else { return nil }
      guard let columns = run.columns[key], index < columns.count else { return [:] }
      return columns[index]
    }
  }

  /// R6: at the node's own limit.
  func isTooThin(_ node: Node, _ unit: Int, _ rule: Node.CoverageRule, _ coverage: Double) -> Bool {
    (snappedOrder(found(node, unit, rule, coverage), rule.atLeast) ?? -1) < 0
  }

  /// The number that is held against the limit.
  func found(_ node: Node, _ unit: Int, _ rule: Node.CoverageRule?, _ coverage: Double) -> Double {
    let concerned = node.children.filter { cell($0, unit).state != .notApplicable }
    let covered = concerned.filter { cell($0, unit).isCovered }.count
    switch rule?.basis ?? .weight {
    case .weight: return coverage
    case .children: return concerned.isEmpty ? .nan : Double(covered) / Double(concerned.count)
    case .count: return Double(covered)
    }
  }

  private func aggregate(_ node: Node, _ unit: Int, _ inherited: MissingPolicy?) -> NaiveCell {
    let concerned = node.children.filter { cell($0, unit).state != .notApplicable }
    if concerned.isEmpty {
      var none = NaiveCell.notApplicable
      none.rule = .computed
      return none
    }
    let graded = concerned.filter { cell($0, unit).hasValue }
    var result = NaiveCell()
    let shares = coverageWeights(concerned, unit)
    result.coverage =
      zip(concerned, shares).map { cell($0, unit).coverage * $1 }.reduce(0, +) / shares.reduce(0, +)
    let isPropagated = concerned.contains {
      cell($0, unit).state == .missing && policy(of: $0, inherited: inherited) == .propagate
    }
    guard !graded.isEmpty, !(isPropagated && propagates) else { return result }
    guard let value = value(of: node, from: graded, unit) else {
      result.rule = .stepFailed
      return result
    }
    result.state = .value
    result.value = value
    result.source = value
    return result
  }

  /// Of children with a value: points, weights, or true n; equal where none has n (R8).
  func weights(_ graded: [Node], _ unit: Int) -> [Double] {
    let weights = graded.map { weight($0, graded, unit) }
    return weights.reduce(0, +) == 0 ? graded.map { _ in 1 } : weights
  }

  /// A missing child weighted by n takes the mean n of its siblings with a value. Reading: so does one that only a
  /// decision has given a value, since a decision that weighs nothing decides nothing.
  private func weight(_ child: Node, _ graded: [Node], _ unit: Int) -> Double {
    switch child.share {
    case .points(let points): return points
    case .weight(let weight): return weight
    case .none: return 1
    case .weightByN(let measure):
      let own = Double(counts(measure, unit))
      let isWithout = !cell(child, unit).hasValue || cell(child, unit).isDecided && own == 0
      if !isWithout { return own }
      let known = graded.compactMap { sibling -> Double? in
        guard case .weightByN(let measure) = sibling.share, sibling.id != child.id else { return nil }
        let n = counts(measure, unit)
        return cell(sibling, unit).isDecided && n == 0 ? nil : Double(n)
      }
      return known.isEmpty ? 0 : naiveMean(known)
    }
  }

  private func coverageWeights(_ concerned: [Node], _ unit: Int) -> [Double] {
    let graded = concerned.filter { cell($0, unit).hasValue }
    let weights = concerned.map { weight($0, graded, unit) }
    return weights.reduce(0, +) == 0 ? concerned.map { _ in 1 } : weights
  }
}
