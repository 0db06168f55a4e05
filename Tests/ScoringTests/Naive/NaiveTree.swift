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

  var hasValue: Bool { state == .value || state == .full }
  static let notApplicable = NaiveCell(state: .notApplicable, coverage: .nan, rule: .doesNotApply)
}

/// The nodes over one set of leaves (R1–R10, R17): of the run's own window, of a half, or of a year whose leaves have
/// been combined. Cells are by node, then by unit.
struct NaiveTree {
  let scheme: Scheme
  let units: [ScoredUnit]
  /// Of leaves: with the populations of their window.
  let leafSteps: NaiveSteps
  let parentSteps: NaiveSteps
  /// What leaves read.
  let leafMeasures: [String: [Int: MeasureValue]]
  let leafApplies: (Comparison.OnFact, Int) -> Bool
  /// What nodes above leaves read: of a year, the year's.
  let parentMeasures: [String: [Int: MeasureValue]]
  let parentApplies: (Comparison.OnFact, Int) -> Bool
  /// By measure: the true n (R8).
  let counts: (String, Int) -> Int
  /// Of a year: leaves that have been combined already.
  var combined: [String: [Int: NaiveCell]]?
  /// `propagate` acts on combined leaves, so not within a half.
  var propagates = true

  private(set) var cells: [String: [Int: NaiveCell]] = [:]

  mutating func evaluate() { for root in scheme.roots { evaluate(root, outside: [], inherited: nil) } }

  /// - Parameters:
  ///   - outside: the units to which a node above does not apply.
  ///   - inherited: the policy for leaves from the nearest node above that states one.
  private mutating func evaluate(_ node: Node, outside: Set<Int>, inherited: MissingPolicy?) {
    if node.isLeaf {
      cells[node.id] = combined?[node.id] ?? leaf(node, outside, policy(of: node, inherited: inherited))
      return
    }
    var outside = outside
    if let line = node.applies { outside.formUnion(units.indices.filter { !parentApplies(line, $0) }) }
    for child in node.children { evaluate(child, outside: outside, inherited: node.leavesMissing ?? inherited) }
    cells[node.id] = parent(node, outside, inherited: node.leavesMissing ?? inherited)
  }

  func policy(of node: Node, inherited: MissingPolicy?) -> MissingPolicy {
    node.missing ?? (node.isLeaf ? inherited ?? scheme.defaults.leavesMissing : .renormalise)
  }

  // MARK: Leaves

  private func leaf(_ node: Node, _ outside: Set<Int>, _ policy: MissingPolicy) -> [Int: NaiveCell] {
    let measure = leafMeasures[node.measure ?? ""] ?? [:]
    let dropped = naiveIsDropped(node, measure)
    var result: [Int: NaiveCell] = [:]
    var column: [Int: Double] = [:]
    for unit in units.indices {
      var cell = NaiveCell()
      let source = measure[unit] ?? MeasureValue()
      let applies = node.applies.map { leafApplies($0, unit) } ?? true
      if outside.contains(unit) || !applies {
        cell = .notApplicable
      } else if dropped {
        cell = .notApplicable
        cell.rule = .dropped
      } else if source.state == .notApplicable {
        cell = .notApplicable
        cell.rule = .computed
      } else if source.state == .full {
        cell.state = .full
        cell.value = node.points ?? .nan
        cell.rule = .full
      } else if source.state == .value {
        cell.source = source.value
        column[unit] = source.value
      }
      result[unit] = cell
    }
    fill(&result, from: column, node, leafSteps, points: node.points)
    for unit in units.indices {
      guard var cell = result[unit], cell.state != .notApplicable else { continue }
      if isZeroed(node, unit, leafMeasures) {
        cell.state = .value
        cell.value = 0
        cell.rule = .zeroWhen
      } else if cell.state == .missing && policy == .zero && node.points != nil {
        cell.state = .value
        cell.value = 0
        cell.rule = .zeroForMissing
      }
      cell.coverage = cell.hasValue ? 1 : 0
      result[unit] = cell
    }
    return result
  }

  /// The steps on the column, and what is left of it into the cells.
  private func fill(
    _ cells: inout [Int: NaiveCell], from column: [Int: Double], _ node: Node, _ steps: NaiveSteps, points: Double?
  ) {
    var after = column
    for step in node.steps { after = steps.after(step, after, points: points) }
    for unit in column.keys {
      if let value = after[unit] {
        cells[unit]?.state = .value
        cells[unit]?.value = value
      } else {
        cells[unit]?.rule = .stepFailed
      }
    }
  }

  private func isZeroed(_ node: Node, _ unit: Int, _ measures: [String: [Int: MeasureValue]]) -> Bool {
    guard let rule = node.zeroWhen, let cell = measures[rule.measure]?[unit], cell.state == .value else {
      return false
    }
    return naiveHolds(cell.value, rule.comparison)
  }

  // MARK: Nodes with children

  private func parent(_ node: Node, _ outside: Set<Int>, inherited: MissingPolicy?) -> [Int: NaiveCell] {
    var result: [Int: NaiveCell] = [:]
    var column: [Int: Double] = [:]
    for unit in units.indices {
      var cell = outside.contains(unit) ? .notApplicable : aggregate(node, unit, inherited)
      let isRoot = scheme.roots.contains { $0.id == node.id }
      if cell.state == .value, !isRoot, let rule = node.coverage,
        (snappedOrder(rule.basis == .children ? shareOfChildren(node, unit) : cell.coverage, rule.atLeast) ?? -1) < 0
      {
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
    fill(&result, from: column, node, parentSteps, points: points(of: node))
    for unit in units.indices where result[unit]?.state != .notApplicable && isZeroed(node, unit, parentMeasures) {
      result[unit]?.state = .value
      result[unit]?.value = 0
      result[unit]?.rule = .zeroWhen
    }
    return result
  }

  /// Own points, or those of the children together (R4).
  func points(of node: Node) -> Double? {
    if let own = node.points { return own }
    guard case .children(let children, of: .sum) = node.source else { return nil }
    return children.compactMap(\.points).reduce(0, +)
  }

  private func aggregate(_ node: Node, _ unit: Int, _ inherited: MissingPolicy?) -> NaiveCell {
    guard case .children(let children, let aggregation) = node.source else { return NaiveCell() }
    let concerned = children.filter { cell($0, unit).state != .notApplicable }
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
    result.state = .value
    switch aggregation {
    case .sum:
      let earned = graded.map { cell($0, unit).value }.reduce(0, +)
      result.value = (points(of: node) ?? 0) * earned / graded.compactMap(\.points).reduce(0, +)
    case .mean:
      let weights = self.weights(graded, unit)
      result.value = zip(graded, weights).map { cell($0, unit).value * $1 }.reduce(0, +) / weights.reduce(0, +)
    default: result.state = .missing
    }
    result.source = result.value
    return result
  }

  mutating func set(_ cell: NaiveCell, _ node: Node, _ unit: Int) { cells[node.id, default: [:]][unit] = cell }

  func cell(_ node: Node, _ unit: Int) -> NaiveCell { cells[node.id]?[unit] ?? NaiveCell() }

  /// Of children with a value: points, weights, or true n; equal where none has n.
  func weights(_ graded: [Node], _ unit: Int) -> [Double] {
    let weights = graded.map { child -> Double in
      switch child.share {
      case .points(let points): points
      case .weight(let weight): weight
      case .weightByN(let measure): Double(counts(measure, unit))
      case .none: 1
      }
    }
    return weights.reduce(0, +) == 0 ? graded.map { _ in 1 } : weights
  }

  /// A missing child weighted by n takes the mean n of its siblings with a value (R8).
  private func coverageWeights(_ concerned: [Node], _ unit: Int) -> [Double] {
    let graded = concerned.filter { cell($0, unit).hasValue }
    var known: [Double] = []
    for child in graded {
      if case .weightByN(let measure) = child.share { known.append(Double(counts(measure, unit))) }
    }
    let usual = known.isEmpty ? 0 : naiveMean(known)
    let weights = concerned.map { child -> Double in
      switch child.share {
      case .points(let points): points
      case .weight(let weight): weight
      case .weightByN(let measure): cell(child, unit).hasValue ? Double(counts(measure, unit)) : usual
      case .none: 1
      }
    }
    return weights.reduce(0, +) == 0 ? concerned.map { _ in 1 } : weights
  }

  func shareOfChildren(_ node: Node, _ unit: Int) -> Double {
    let concerned = node.children.filter { cell($0, unit).state != .notApplicable }
    if concerned.isEmpty { return .nan }
    return Double(concerned.filter { cell($0, unit).hasValue }.count) / Double(concerned.count)
  }

  // MARK: Not graded

  /// By unit: nodes under a root that are missing where that forbids a grade (R7), in the order of the file.
  func forbidding(under root: Node, _ unit: Int) -> [String] {
    var found: [String] = []
    func visit(_ node: Node, _ inherited: MissingPolicy?) {
      if cell(node, unit).state == .missing && policy(of: node, inherited: inherited) == .notGraded {
        found.append(node.id)
      }
      for child in node.children { visit(child, node.leavesMissing ?? inherited) }
    }
    visit(root, nil)
    return found
  }
}

/// R10: fewer units with a value than asked, `full` not counted.
func naiveIsDropped(_ node: Node, _ measure: [Int: MeasureValue]) -> Bool {
  node.steps.contains { step in
    guard case .dropIf(let least) = step.action else { return false }
    return measure.values.filter { $0.state == .value }.count < least
  }
}

/// By leaf: who has a value after `drop_if`, from measures alone (R12).
func naivePresence(_ scheme: Scheme, _ measures: [String: [Int: MeasureValue]]) -> [String: Set<Int>] {
  var presence: [String: Set<Int>] = [:]
  for leaf in scheme.roots.flatMap(\.leaves) {
    let measure = measures[leaf.measure ?? ""] ?? [:]
    let present = measure.filter { $0.value.state == .value || $0.value.state == .full }.map(\.key)
    presence[leaf.id] = naiveIsDropped(leaf, measure) ? [] : Set(present)
  }
  return presence
}
