import Schemes
import Statistics

/// Who is graded, not graded, deferred or exempt, with every reason (E1, E6, R6, R7).
struct StandingPass {
  let scheme: Scheme
  let plan: Plan
  let tree: Tree
  let root: Int
  private let own: Set<String>
  /// The root's own, held here: to take its column out of the tree for every unit would cost more than all else.
  private let coverage: [Double]
  private let overrides: [Int: Override]
  private let rule: Node.CoverageRule?

  init(scheme: Scheme, plan: Plan, tree: Tree, root: Int) {
    self.scheme = scheme
    self.plan = plan
    self.tree = tree
    self.root = root
    coverage = tree.columns[root].coverage
    overrides = tree.columns[root].overrides
    rule = plan.entries[root].node.coverage
    own = Set(plan.subtree(of: root).map { plan.entries[$0].node.id })
  }

  func standing(of unit: Int, score: Double) -> Standing {
    Standing(
      status: status(of: unit, score: score), score: score,
      displayedScore: displayed(score, digits: scheme.defaults.digits), coverage: coverage[unit])
  }

  /// 暂缓 comes before 免评, and both before the question whether the evidence suffices.
  private func status(of unit: Int, score: Double) -> Standing.Status {
    if let line = scheme.deferred.first(where: { tree.facts.holds($0, unit) }) { return .deferred(fact: line.fact) }
    if let line = scheme.exempt.first(where: { tree.facts.holds($0, unit) }) { return .exempt(fact: line.fact) }
    var reasons: [NotGradedReason] = []
    if score.isNaN { reasons.append(.noScore) }
    if let reason = tooLittleCoverage(unit) { reasons.append(reason) }
    for node in tree.blocking[unit] where own.contains(node) { reasons.append(.node(node)) }
    for line in scheme.eligible where !tree.facts.holds(line, unit) { reasons.append(.ineligible(fact: line.fact)) }
    return reasons.isEmpty ? .graded : .notGraded(reasons)
  }

  /// A root's own rule replaces the default; a root to which nothing applies has no coverage to test.
  private func tooLittleCoverage(_ unit: Int) -> NotGradedReason? {
    if coverage[unit].isNaN { return nil }
    // What was decided counts as covered, whatever its children lack and whatever the rule counts (R14).
    if !overrides.isEmpty, overrides[unit] != nil, coverage[unit] == 1 { return nil }
    let needed = rule?.atLeast ?? scheme.defaults.coverage
    var found = coverage[unit]
    if let basis = rule?.basis, basis != .weight {
      let children = plan.entries[root].children.map { tree.columns[$0] }
      let applicable = children.count { $0.state[unit] != .notApplicable }
      let withValue = Double(children.count { $0.hasValue(unit) && $0.coverage[unit] > 0 })
      found = applicable == 0 ? .nan : basis == .count ? withValue : withValue / Double(applicable)
    }
    if found.isNaN || Comparison(.atLeast, needed).holds(for: found) { return nil }
    let wanting = plan.leavesUnder[root].filter { tree.isWanting($0, unit, plan) }
    return .coverage(found: found, needed: needed, missingLeaves: wanting.map { plan.entries[$0].node.id })
  }
}
