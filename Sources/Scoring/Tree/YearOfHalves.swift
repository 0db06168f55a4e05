import Register
import Schemes

/// One half of a year: its leaves as a run of the half would give them, and the tree above, which only tells who is
/// missing there (E3).
private struct HalfTree {
  var columns: [NodeColumn]
  /// Aggregates the leaves.
  var parents: TreePass
  let window: Window
  let blocking: [[String]]
  var findings: [ScoringFinding]
}

extension Tree {
  /// A year from two halves: leaf values after their steps are combined, parents are aggregated from those (E3).
  ///
  /// - Leaves read the half, in `applies`, `zero_when`, weights by n, and the population `eligible`; parents read the year.
  ///   The as-of date of a half lies as many days after its end as the run's own after the year's, or is the run's own
  ///   if that is earlier.
  /// - `one_missing: zero` is R7's zero for that half: its missing leaves under points count 0 and as covered.
  ///   `not_graded` names the root; `propagate` makes the root missing.
  /// - Under `best` and `last` a half that would not be graded for want of evidence – what `eligible` asks for, too – is
  ///   one without a total. Facts see what is there in the half that counts; measures and the register are the year's.
  init(
    _ scheme: Scheme, _ plan: Plan, _ input: ScoringInput, combining combination: YearCombination, book: DecisionBook
  ) {
    let halfWindows = input.halves.map { half in
      Window(
        period: half.period, asOf: half.period.asOf(inside: input.period, on: input.asOf), measures: half.measures,
        scheme: scheme, plan: plan, units: input.units)
    }
    let isWeighted = combination.mode == .weighted
    var yearWindow = Window(
      period: input.period, asOf: input.asOf, measures: input.measures, scheme: scheme, plan: plan,
      units: input.units, presence: Presence(eitherOf: halfWindows.map(\.presence)))
    var halves: [HalfTree] = []
    var eligible: [[Bool]] = []
    for half in halfWindows {
      // Where one half gives the year, what is there in the other says nothing of it.
      let window = isWeighted ? yearWindow : yearWindow.seeing(half.presence)
      let facts = FactEvaluation(scheme, plan: plan, window: window, units: input.units)
      let units = withPeers(input.units, facts, scheme)
      eligible.append(facts.eligible(scheme))
      let parents = TreePass(
        plan: plan, units: units,
        own: PassPeriod(
          window: window, facts: facts,
          populations: Populations(scheme, units: units, eligible: facts.eligible(scheme)),
          baseOf: { half.measure($0).knownN }),
        frozen: input.frozen, propagates: !isWeighted, decisions: book.decisions(of: half.period.id))
      // A half's leaves may look at the other half, and at halves of other years.
      let others = PassPeriod.others(
        input.history + input.halves, of: half.period, asOf: input.asOf, scheme, plan, units: units)
      halves.append(HalfTree(scheme, plan, half, parents, others))
    }
    var oneMissing = plan.rootsMissingOnce(halves[0].columns, halves[1].columns, units: input.units.count)
    if combination.oneMissing == .zero {
      for half in halves.indices { halves[half].fillWithZero(plan, oneMissing) }
    }
    var totals: [Int: [HalfTotals]] = [:]
    if !isWeighted {
      let ranked = plan.rankedNode(scheme).map(plan.root)
      for place in oneMissing.indices {
        let root = oneMissing[place].root
        let ofRoot = halves.indices.map { half in
          HalfTotals(
            scheme, plan, halves[half].columns, blocking: halves[half].blocking,
            eligible: root == ranked ? eligible[half] : nil, root: root)
        }
        totals[root] = ofRoot
        for unit in input.units.indices where ofRoot[0].isGradable[unit] != ofRoot[1].isGradable[unit] {
          let other = halves[ofRoot[0].isGradable[unit] ? 1 : 0].columns[root]
          if other.state[unit] != .notApplicable { oneMissing[place].units[unit] = true }
        }
      }
    }
    let shares = HalfShares(combination, plan, totals: totals)
    if !isWeighted {
      yearWindow = yearWindow.seeing(Presence(halfWindows.map(\.presence), chosen: shares.chosen, plan))
    }
    window = yearWindow
    facts = FactEvaluation(scheme, plan: plan, window: yearWindow, units: input.units)
    let units = withPeers(input.units, facts, scheme)
    self.units = units
    let populations = Populations(scheme, units: units, eligible: facts.eligible(scheme))
    columns = plan.entries.map { NodeColumn(id: $0.node.id, count: units.count) }
    for leaf in plan.leaves {
      columns[leaf] = combined(halves.map { $0.columns[leaf] }, shares.of(leaf))
      columns[leaf].override(by: book.overrides(of: leaf, in: input.period.id))
    }
    var pass = TreePass(
      plan: plan, units: units,
      own: PassPeriod(
        window: yearWindow, facts: facts, populations: populations,
        baseOf: { id in shares.base(id, halfWindows.map { $0.measure(id).knownN }) }),
      frozen: input.frozen, decisions: book.decisions(of: input.period.id))
    let decidedHalves = HalfOverrides(columns: halves.map(\.columns), shares: shares)
    pass.halves = decidedHalves
    pass.aggregate(&columns)
    for (root, taken) in shares.chosen { columns[root].takenHalf = taken }
    let decided = plan.entries.indices.map { book.overrides(of: $0, in: input.period.id) }
    self.halves = decidedHalves
    decidedForYear = decided
    // Below what was decided in a half, each half names its own gaps: the year cannot tell which of them was lifted.
    let year = columns
    var named = plan.blocking(year, units: units.count).enumerated().map { unit, nodes in
      nodes.filter { node in
        plan.indexByID[node].map { index in
          !plan.isAtOrUnder(index) { !plan.entries[$0].isLeaf && year[$0].overrides[unit] != nil }
        } ?? true
      }
    }
    for (place, half) in halves.enumerated() {
      for (unit, nodes) in half.blocking.enumerated() {
        for node in nodes where !named[unit].contains(node) {
          guard let index = plan.indexByID[node], !shares.of(index).isPassedOver(place, unit),
            !plan.isAtOrUnder(index, where: { decided[$0][unit] != nil })
          else { continue }
          named[unit].append(node)
        }
      }
    }
    blocking = named
    findings = halves.flatMap(\.findings) + yearWindow.findings + facts.findings + pass.findings
    for (root, missing) in oneMissing { act(on: root, missing, combination.oneMissing, plan, decided[root]) }
  }

  /// A decision of the year on the root settles what its halves lack.
  private mutating func act(
    on root: Int, _ isMissingOnce: [Bool], _ policy: MissingPolicy, _ plan: Plan, _ decided: [Int: Decision]
  ) {
    let id = plan.entries[root].node.id
    for unit in isMissingOnce.indices where isMissingOnce[unit] && decided[unit] == nil {
      switch policy {
      case .renormalise, .zero: continue
      case .notGraded: if !blocking[unit].contains(id) { blocking[unit].append(id) }
      case .propagate:
        columns[root].state[unit] = .missing
        columns[root].value[unit] = .nan
      }
    }
  }
}

extension HalfTree {
  fileprivate init(
    _ scheme: Scheme, _ plan: Plan, _ window: Window, _ parents: TreePass, _ others: [PassPeriod]
  ) {
    let facts = FactEvaluation(scheme, plan: plan, window: window, units: parents.units)
    let units = withPeers(parents.units, facts, scheme)
    var leaves = TreePass(
      plan: plan, units: units,
      own: PassPeriod(
        window: window, facts: facts, factsAbove: parents.facts,
        populations: Populations(scheme, units: units, eligible: facts.eligible(scheme)),
        baseOf: { window.measure($0).knownN }),
      others: others, frozen: parents.frozen, decisions: parents.decisions)
    var columns = plan.entries.map { NodeColumn(id: $0.node.id, count: units.count) }
    for leaf in plan.leaves { columns[leaf] = leaves.leafColumn(leaf) }
    self.parents = parents
    self.parents.aggregate(&columns)
    self.columns = columns
    self.window = window
    blocking = plan.blocking(self.columns, units: units.count)
    // Of a half only what its leaves read is reported; the rest is the year's business.
    let read = Set(plan.leaves.compactMap { plan.entries[$0].node.applies?.fact })
    findings =
      window.findings
      + facts.findings.filter {
        if case .testUnverified(_, let name, _, _) = $0 { read.contains(name) } else { true }
      } + leaves.findings
  }

  /// R7's zero for the units whose root is missing in this half; their parents follow, since a decision on a parent in the
  /// other half is halved with them.
  fileprivate mutating func fillWithZero(_ plan: Plan, _ oneMissing: [(root: Int, units: [Bool])]) {
    var isFilled = false
    for (root, isMissingOnce) in oneMissing {
      let missing = isMissingOnce.indices.filter { isMissingOnce[$0] && columns[root].state[$0] == .missing }
      for leaf in plan.leavesUnder[root] where plan.entries[leaf].node.points != nil {
        for unit in missing where columns[leaf].state[unit] == .missing {
          columns[leaf].set(0, .zeroForMissing, unit)
          columns[leaf].coverage[unit] = 1
          isFilled = true
        }
      }
    }
    if isFilled { parents.aggregate(&columns) }
  }
}

extension Plan {
  /// For each root, the units for which it is missing in exactly one half.
  fileprivate func rootsMissingOnce(
    _ first: [NodeColumn], _ second: [NodeColumn], units: Int
  ) -> [(root: Int, units: [Bool])] {
    entries.indices.filter { entries[$0].parent == nil }.map { root in
      let (a, b) = (first[root].state, second[root].state)
      return (root, (0..<units).map { (a[$0] == .missing) != (b[$0] == .missing) })
    }
  }
}
