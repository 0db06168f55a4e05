import Schemes
import Statistics

/// Computes the columns of nodes in one window: leaves from their measures, parents from their children, steps in written
/// order, then the rules that may replace the value (R1–R10, R15, R17).
struct TreePass {
  let plan: Plan
  let units: [ScoredUnit]
  let window: Window
  let facts: FactEvaluation
  /// What `applies` of the nodes above reads: of a year, the year's facts (E3).
  let factsAbove: FactEvaluation
  let populations: Populations
  /// The true n of a measure, for weights (R8); a year adds its halves'.
  let baseOf: (String) -> [Int]
  /// False in the halves of a year, where `propagate` waits for the combined leaf (E3).
  let propagates: Bool
  let book: DecisionBook
  /// The period whose decisions act here: the run's own, or a half's.
  let deciding: String
  /// Of a year that is combined: the halves, for parents overridden in one (E3).
  var halves: HalfOverrides?
  var findings: [ScoringFinding] = []

  init(
    plan: Plan, units: [ScoredUnit], window: Window, facts: FactEvaluation,
    factsAbove: FactEvaluation? = nil, populations: Populations, baseOf: @escaping (String) -> [Int],
    propagates: Bool = true, book: DecisionBook, deciding: String
  ) {
    self.plan = plan
    self.units = units
    self.window = window
    self.facts = facts
    self.factsAbove = factsAbove ?? facts
    self.populations = populations
    self.baseOf = baseOf
    self.propagates = propagates
    self.book = book
    self.deciding = deciding
  }

  mutating func leafColumn(_ index: Int) -> NodeColumn {
    let entry = plan.entries[index]
    var column: NodeColumn
    if let hands = entry.node.hands {
      column = handsColumn(index, hands)
    } else {
      let measure = window.measure(entry.node.measure ?? "")
      column = steppedColumn(index, entry, measure.value, measure.state)
    }
    replaceByRules(entry, in: &column)
    for unit in units.indices {
      column.coverage[unit] = column.state[unit] == .notApplicable ? .nan : column.state[unit] == .missing ? 0 : 1
    }
    column.override(by: book.overrides(of: index, in: deciding))
    return column
  }

  /// The steps of a leaf, or of one of its hands, on its source; a full cell takes all points.
  mutating func steppedColumn(
    _ index: Int, _ entry: Plan.Entry, _ source: [Double], _ state: [ValueState]
  ) -> NodeColumn {
    var column = NodeColumn(id: entry.node.id, count: units.count)
    column.source = source
    column.state = state
    if window.isDropped[index] { column.setNotApplicable(.dropped, Array(units.indices)) }
    if let isOut = outside(index) { column.setNotApplicable(.doesNotApply, units.indices.filter { isOut[$0] }) }
    runSteps(entry, on: &column)
    for unit in units.indices where column.state[unit] == .full {
      // Without points there is nothing to be full of: nothing happened, so nothing is judged.
      guard let points = entry.points else {
        column.state[unit] = .notApplicable
        continue
      }
      column.value[unit] = points
      column.rule[unit] = .full
    }
    return column
  }

  /// The parent's column; the children's shares and contributions are written into theirs.
  mutating func parentColumn(_ index: Int, _ columns: inout [NodeColumn]) -> NodeColumn {
    let entry = plan.entries[index]
    let sums = ChildSums(entry, plan, columns, units: units.count, baseOf: baseOf)
    var column = NodeColumn(id: entry.node.id, count: units.count)
    sums.fill(&column, entry, isOut: outside(index), propagates: propagates)
    sums.writeShares(into: &columns, entry, plan, of: column)
    if entry.parent != nil, let rule = entry.node.coverage { withholdUncovered(&column, rule, sums) }
    runSteps(entry, on: &column)
    replaceByRules(entry, in: &column)
    halves?.replace(&column, index)
    column.override(by: book.overrides(of: index, in: deciding))
    return column
  }

  /// To whom the node does not apply, by its own `applies` or that of a node above: what a group does not ask of a unit,
  /// its indicators do not ask either, and no population counts it (R17). nil: nobody.
  private func outside(_ index: Int) -> [Bool]? {
    var isOut: [Bool]?
    var next: Int? = index
    while let node = next {
      let entry = plan.entries[node]
      if let applies = (node == index ? facts : factsAbove).mask(entry.node.applies) {
        isOut = applies.indices.map { !applies[$0] || isOut?[$0] ?? false }
      }
      next = entry.parent
    }
    return isOut
  }

  /// A node that states its own coverage is missing under it, before its steps; its coverage stays as computed (R6).
  private func withholdUncovered(_ column: inout NodeColumn, _ rule: Node.CoverageRule, _ sums: ChildSums) {
    let needed = Comparison(.atLeast, rule.atLeast)
    for unit in units.indices where column.state[unit] == .value {
      let found = sums.coverage(unit, rule.basis, weighted: column.coverage[unit])
      if !needed.holds(for: found) {
        column.state[unit] = .missing
        column.rule[unit] = .coverageTooLow
      }
    }
  }

  /// Steps on the values of units whose state is `value`; all others stay without (R1).
  private mutating func runSteps(_ entry: Plan.Entry, on column: inout NodeColumn) {
    var current = column.source
    for unit in units.indices where column.state[unit] != .value { current[unit] = .nan }
    for step in entry.node.steps {
      let after: [Double]
      if case .zScore(let to, let over) = step.action {
        after = standardised(current, to, over, step, entry.node)
      } else {
        after = step.action.transformed(current, points: entry.points)
        reportNonPositive(current, step, entry.node)
      }
      column.afterStep.append(after)
      current = after
    }
    for unit in units.indices where column.state[unit] == .value && !current[unit].isFinite {
      current[unit] = .nan
      column.state[unit] = .missing
      column.rule[unit] = .stepFailed
    }
    column.value = current
  }

  /// A constant population, or one under two values, gives nobody a value (R10).
  private mutating func standardised(
    _ values: [Double], _ to: Step.MeanAndDeviation, _ over: Population?, _ step: Step, _ node: Node
  ) -> [Double] {
    var result = values
    for group in populations.groups(over) {
      guard group.concerned.contains(where: { !values[$0].isNaN }) else { continue }
      let members = group.members.map { values[$0] }
      let standard = Standardisation(of: members)
      if standard == nil {
        let count = members.count { !$0.isNaN }
        findings.append(.stepConstant(step.place, node: node.id, step: step.word, units: count))
      }
      for unit in group.concerned {
        result[unit] = (standard?.score(values[unit]) ?? .nan) * to.deviation + to.mean
      }
    }
    return result
  }

  private mutating func reportNonPositive(_ values: [Double], _ step: Step, _ node: Node) {
    guard case .goalposts(_, _, true, _) = step.action else { return }
    let concerned = units.indices.filter { values[$0] <= 0 }.map { units[$0].code }
    if !concerned.isEmpty {
      findings.append(.valueNotPositive(step.place, node: node.id, step: step.word, units: concerned))
    }
  }

  /// zero_when first, which also fills a missing value (R17); then `missing: zero`, for leaves under points (R7).
  private mutating func replaceByRules(_ entry: Plan.Entry, in column: inout NodeColumn) {
    if let rule = entry.node.zeroWhen {
      let measure = window.measure(rule.measure)
      var unverified: [String] = []
      for unit in units.indices where column.state[unit] != .notApplicable {
        switch measure.test(rule.comparison, unit) {
        case .holds: column.set(0, .zeroWhen, unit)
        case .fails: continue
        case .unverified: unverified.append(units[unit].code)
        }
      }
      if !unverified.isEmpty {
        findings.append(
          .testUnverified(entry.node.place, name: entry.node.id, measure: rule.measure, units: unverified))
      }
    }
    if entry.missing == .zero, entry.isLeaf, entry.node.points != nil {
      for unit in units.indices where column.state[unit] == .missing { column.set(0, .zeroForMissing, unit) }
    }
  }
}

extension NodeColumn {
  mutating func set(_ number: Double, _ rule: NodeRule, _ unit: Int) {
    value[unit] = number
    state[unit] = .value
    self.rule[unit] = rule
  }

  mutating func setNotApplicable(_ rule: NodeRule, _ units: [Int]) {
    for unit in units {
      state[unit] = .notApplicable
      self.rule[unit] = rule
    }
  }

  func hasValue(_ unit: Int) -> Bool { state[unit] == .value || state[unit] == .full }
}
