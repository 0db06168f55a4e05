import Schemes

/// Computes the columns of nodes in one window: leaves from their measures, parents from their children, steps in written
/// order, then the rules that may replace the value (R1–R10, R15, R17).
struct TreePass {
  let plan: Plan
  let units: [ScoredUnit]
  /// The run's own first, then others in order of time, where a step looks there.
  let periods: [PassPeriod]
  /// By period: the run whose parameters `frozen` steps use.
  let frozen: [String: ScoreSheet]
  /// False in the halves of a year, where `propagate` waits for the combined leaf (E3).
  let propagates: Bool
  /// The decisions of the period whose nodes these are: the run's own, or a half's.
  let decisions: PeriodDecisions
  /// Of a year that is combined: the halves, for parents overridden in one (E3).
  var halves: HalfOverrides?
  var findings: [ScoringFinding] = []
  /// The nodes of the other periods, by period and node; empty until a node needs them.
  private var elsewhere: [[NodeColumn]]
  /// Memory for one parent's sums after the other.
  private var records: [ChildSums.Record] = []
  /// All missing. Columns begin as this one and share its arrays until they write.
  private let blank: NodeColumn
  /// By register column: the units' groups, as numbers.
  var groups: [String: [Int]] = [:]
  /// By leaf: the columns that enter its imputation from siblings.
  var siblings: [Int: [[Double]]] = [:]

  var window: Window { periods[0].window }
  var facts: FactEvaluation { periods[0].facts }
  var populations: Populations { periods[0].populations }

  init(
    plan: Plan, units: [ScoredUnit], own: PassPeriod, others: [PassPeriod] = [], frozen: [String: ScoreSheet] = [:],
    propagates: Bool = true, decisions: PeriodDecisions
  ) {
    self.plan = plan
    self.units = units
    periods = [own] + others
    self.frozen = frozen
    self.propagates = propagates
    self.decisions = decisions
    blank = NodeColumn(id: "", count: units.count)
    elsewhere = others.map { _ in plan.entries.map { NodeColumn(id: $0.node.id, count: 0) } }
  }

  mutating func leafColumn(_ index: Int) -> NodeColumn {
    let entry = plan.entries[index]
    let count = periodCount(index)
    let hands = entry.node.hands.map { HandsAtWork($0, handColumns(index, $0, periods: count)) }
    var columns = hands.map { gathered(index, $0) } ?? sources(index, entry, periods: count)
    runSteps(index, entry, on: &columns)
    for period in columns.indices {
      takeAllPoints(entry, &columns[period])
      hands?.passOnRules(to: &columns[period], period)
      replaceByRules(entry, in: &columns[period], period)
      columns[period].coverLeaf()
    }
    if let hands { show(hands, index, in: &columns[0]) }
    columns[0].override(by: decisions.overrides(of: index))
    return keep(columns, index)
  }

  /// The measure's values in the periods, before any step; without those that the leaf does not concern.
  func sources(_ index: Int, _ entry: Plan.Entry, periods count: Int) -> [NodeColumn] {
    periods.prefix(count).map { period in
      let measure = period.window.measure(entry.node.measure ?? "")
      return concerning(index, period, measure.value, measure.state, id: entry.node.id)
    }
  }

  /// A leaf's column before its steps, without what is dropped or does not apply.
  func concerning(
    _ index: Int, _ period: PassPeriod, _ source: [Double], _ state: [ValueState], id: String
  ) -> NodeColumn {
    var column = blank
    column.id = id
    column.source = source
    column.state = state
    if period.window.isDropped[index] { column.setNotApplicable(.dropped, Array(units.indices)) }
    if let isOut = outside(index, period) {
      column.setNotApplicable(.doesNotApply, units.indices.filter { isOut[$0] })
    }
    return column
  }

  /// In how many periods the node is computed.
  private func periodCount(_ index: Int) -> Int { plan.entries[index].readsOtherPeriods ? periods.count : 1 }

  /// The run's own column; the others stay for the nodes above.
  private mutating func keep(_ columns: [NodeColumn], _ index: Int) -> NodeColumn {
    for period in columns.indices.dropFirst() { elsewhere[period - 1][index] = columns[period] }
    return columns[0]
  }

  /// A full cell takes P. Without points there is nothing to be full of: nothing happened, so nothing is judged.
  func takeAllPoints(_ entry: Plan.Entry, _ column: inout NodeColumn) {
    // Found first: a loop that might write copies what the column shares with the measure.
    let full = column.state.indices.filter { [state = column.state] unit in state[unit] == .full }
    for unit in full {
      guard let points = entry.points else {
        column.state[unit] = .notApplicable
        continue
      }
      column.value[unit] = points
      column.rule[unit] = .full
    }
  }

  /// The parent's column; the children's shares and contributions are written into theirs.
  mutating func parentColumn(_ index: Int, _ columns: inout [NodeColumn]) -> NodeColumn {
    let entry = plan.entries[index]
    var own = [gathered(index, &columns, 0)]
    for period in 1..<periodCount(index) {
      var columns = elsewhere[period - 1]
      own.append(gathered(index, &columns, period))
    }
    runSteps(index, entry, on: &own)
    for period in own.indices {
      for (unit, rule) in own[period].rule.enumerated() where rule == .imputed { own[period].coverage[unit] = 0 }
      replaceByRules(entry, in: &own[period], period)
    }
    halves?.replace(&own[0], index)
    own[0].override(by: decisions.overrides(of: index))
    return keep(own, index)
  }

  /// What the children give their parent in one period, before its steps.
  private mutating func gathered(_ index: Int, _ columns: inout [NodeColumn], _ period: Int) -> NodeColumn {
    let entry = plan.entries[index]
    var sums = ChildSums(
      entry, plan, columns, units: units.count, baseOf: periods[period].baseOf, reusing: &records)
    defer { sums.giveBack(&records) }
    var column = blank
    column.id = entry.node.id
    sums.fill(&column, entry, isOut: outside(index, periods[period]), propagates: propagates)
    if period == 0 {
      sums.writeShares(into: &columns, entry, plan, of: column)
      reportMeaningless(sums, entry.node)
    }
    if entry.parent != nil, let rule = entry.node.coverage { withholdUncovered(&column, rule, sums) }
    return column
  }

  /// Units whose children have no such mean.
  private mutating func reportMeaningless(_ sums: ChildSums, _ node: Node) {
    let place = node.place(of: "of")
    if !sums.notPositive.isEmpty {
      findings.append(
        .meanNotPositive(
          place, node: node.id, mean: node.aggregation?.word ?? "", units: sums.notPositive.map { units[$0].code }))
    }
    if case .trimmed(let drops)? = node.aggregation, !sums.tooFew.isEmpty {
      findings.append(
        .nothingLeftToAverage(place, node: node.id, drops: drops, units: sums.tooFew.map { units[$0].code }))
    }
  }

  /// To whom the node does not apply, by its own `applies` or that of a node above: what a group does not ask of a unit,
  /// its indicators do not ask either, and no population counts it (R17). nil: nobody.
  private func outside(_ index: Int, _ period: PassPeriod) -> [Bool]? {
    var isOut: [Bool]?
    var next: Int? = index
    while let node = next {
      let entry = plan.entries[node]
      if let applies = (node == index ? period.facts : period.factsAbove).mask(entry.node.applies) {
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

  /// zero_when first, which also fills a missing value (R17); then `missing: zero`, for leaves under points (R7).
  private mutating func replaceByRules(_ entry: Plan.Entry, in column: inout NodeColumn, _ period: Int) {
    if let rule = entry.node.zeroWhen {
      let measure = periods[period].window.measure(rule.measure)
      var unverified: [String] = []
      for unit in units.indices where column.state[unit] != .notApplicable {
        switch measure.test(rule.comparison, unit) {
        case .holds: column.set(0, .zeroWhen, unit)
        case .fails: continue
        case .unverified: unverified.append(units[unit].code)
        }
      }
      if period == 0, !unverified.isEmpty {
        findings.append(
          .testUnverified(entry.node.place, name: entry.node.id, measures: [rule.measure], units: unverified))
      }
    }
    if entry.missing == .zero, entry.isLeaf, entry.node.points != nil {
      for unit in units.indices where column.state[unit] == .missing { column.set(0, .zeroForMissing, unit) }
    }
    column.markImputed()
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

  /// Of a leaf: 1 with a value, 0 without one or with an imputed one (R6, R16).
  mutating func coverLeaf() {
    coverage = zip(state, rule).map { state, rule in
      state == .notApplicable ? .nan : state == .missing || rule == .imputed ? 0 : 1
    }
  }

  mutating func markImputed() { isImputed = rule.contains(.imputed) ? rule.map { $0 == .imputed } : [] }

  func hasValue(_ unit: Int) -> Bool { state[unit] == .value || state[unit] == .full }
}
