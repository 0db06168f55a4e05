import Register
import Schemes

/// The tree of a run with everything computed, and what was looked at on the way.
struct Tree {
  /// With their peers, which a fact may give.
  let units: [ScoredUnit]
  var columns: [NodeColumn]
  /// By unit: nodes with `missing: not_graded` that are missing, in the order of the tree (R7).
  var blocking: [[String]]
  let window: Window
  let facts: FactEvaluation
  /// Of a year that is combined: its halves, in which leaves have gaps of their own.
  var halves: HalfOverrides?
  /// Of such a year, by node and unit: the decisions of the year itself.
  var decidedForYear: [[Int: Decision]] = []
  var findings: [ScoringFinding]

  /// Whether the leaf lacks evidence on the unit, and no decision made up for it. Of a year each half is asked for itself:
  /// what a decision lifted in one is not wanting there (R14, E3).
  func isWanting(_ leaf: Int, _ unit: Int, _ plan: Plan) -> Bool {
    guard let halves else { return plan.isWanting(leaf, unit, columns) }
    if plan.isAtOrUnder(leaf, where: { decidedForYear[$0][unit] != nil }) { return false }
    let shares = halves.shares.of(leaf)
    return halves.columns.indices.contains { half in
      shares.share(half, unit) > 0 && plan.isWanting(leaf, unit, halves.columns[half])
    }
  }
}

extension Tree {
  /// One window: leaves, then parents, bottom up.
  init(_ scheme: Scheme, _ plan: Plan, _ input: ScoringInput, book: DecisionBook) {
    window = Window(
      period: input.period, asOf: input.asOf, measures: input.measures, scheme: scheme, plan: plan,
      units: input.units)
    facts = FactEvaluation(scheme, plan: plan, window: window, units: input.units)
    let window = window
    let units = withPeers(input.units, facts, scheme)
    self.units = units
    var pass = TreePass(
      plan: plan, units: units,
      own: PassPeriod(
        window: window, facts: facts,
        populations: Populations(scheme, units: units, eligible: facts.eligible(scheme)),
        baseOf: { window.measure($0).knownN }),
      others: PassPeriod.others(
        input.history, of: input.period, asOf: input.asOf, scheme, plan, units: units),
      frozen: input.frozen, decisions: book.decisions(of: input.period.id))
    // Places only: every node's column is made once, leaves first.
    columns = plan.entries.map { NodeColumn(id: $0.node.id, count: 0) }
    for leaf in plan.leaves { columns[leaf] = pass.leafColumn(leaf) }
    pass.aggregate(&columns)
    blocking = plan.blocking(columns, units: input.units.count)
    findings = window.findings + facts.findings + pass.findings
  }
}

extension TreePass {
  /// Parents from their children, the lowest first.
  mutating func aggregate(_ columns: inout [NodeColumn]) {
    for index in plan.entries.indices.reversed() where !plan.entries[index].isLeaf {
      columns[index] = parentColumn(index, &columns)
    }
  }
}

extension Plan {
  /// Whether a leaf lacks evidence in these columns, where it concerns the unit and nothing above was decided.
  fileprivate func isWanting(_ leaf: Int, _ unit: Int, _ columns: [NodeColumn]) -> Bool {
    columns[leaf].coverage[unit] < 1 && concerns(unit, leaf, columns) && !isLifted(unit, leaf, columns)
  }

  /// By unit: nodes under the ranked root that are missing although `missing: not_graded` (R7). A node whose parent does
  /// not apply to the unit, or was overridden, blocks nothing.
  func blocking(_ columns: [NodeColumn], units: Int) -> [[String]] {
    var blocking = Array(repeating: [String](), count: units)
    for (index, entry) in entries.enumerated() where entry.missing == .notGraded {
      for unit in 0..<units
      where columns[index].state[unit] == .missing && concerns(unit, index, columns)
        && !isLifted(unit, index, columns)
      {
        blocking[unit].append(entry.node.id)
      }
    }
    return blocking
  }

  /// Whether no node above is not applicable to the unit.
  func concerns(_ unit: Int, _ index: Int, _ columns: [NodeColumn]) -> Bool {
    var above = entries[index].parent
    while let parent = above {
      if columns[parent].state[unit] == .notApplicable { return false }
      above = entries[parent].parent
    }
    return true
  }
}
