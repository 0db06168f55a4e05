import Schemes
import Statistics

/// Who is graded, not graded, deferred or exempt, with every reason (E1, E6, R6, R7).
struct StandingPass {
  let scheme: Scheme
  let plan: Plan
  let tree: Tree
  let root: Int
  private let own: Set<String>

  init(scheme: Scheme, plan: Plan, tree: Tree, root: Int) {
    self.scheme = scheme
    self.plan = plan
    self.tree = tree
    self.root = root
    own = Set(plan.subtree(of: root).map { plan.entries[$0].node.id })
  }

  func standing(of unit: Int, score: Double) -> Standing {
    let column = tree.columns[root]
    return Standing(
      status: status(of: unit, score: score), score: score,
      displayedScore: displayed(score, digits: scheme.defaults.digits), coverage: column.coverage[unit])
  }

  /// 暂缓 comes before 免评, and both before the question whether the evidence suffices.
  private func status(of unit: Int, score: Double) -> Standing.Status {
    if let line = scheme.deferred.first(where: { tree.facts.holds($0, unit) }) { return .deferred(fact: line.fact) }
    if let line = scheme.exempt.first(where: { tree.facts.holds($0, unit) }) { return .exempt(fact: line.fact) }
    var reasons: [NotGradedReason] = []
    if score.isNaN { reasons.append(.noScore) }
    if let reason = tooLittleCoverage(unit) { reasons.append(reason) }
    reasons += tree.blocking[unit].filter(own.contains).map(NotGradedReason.node)
    reasons += scheme.eligible.filter { !tree.facts.holds($0, unit) }.map { .ineligible(fact: $0.fact) }
    return reasons.isEmpty ? .graded : .notGraded(reasons)
  }

  /// A root's own rule replaces the default; a root to which nothing applies has no coverage to test.
  private func tooLittleCoverage(_ unit: Int) -> NotGradedReason? {
    // A decision on the root counts as covered, whatever its children lack (R14).
    let isDecided = tree.columns[root].overrides[unit] != nil && tree.columns[root].coverage[unit] == 1
    let rule = plan.entries[root].node.coverage
    let needed = rule?.atLeast ?? scheme.defaults.coverage
    var found = tree.columns[root].coverage[unit]
    if let basis = rule?.basis, basis != .weight, !isDecided {
      let children = plan.entries[root].children.map { tree.columns[$0] }
      let applicable = children.count { $0.state[unit] != .notApplicable }
      let withValue = Double(children.count { $0.hasValue(unit) && $0.coverage[unit] > 0 })
      found = applicable == 0 ? .nan : basis == .count ? withValue : withValue / Double(applicable)
    }
    if found.isNaN || Comparison(.atLeast, needed).holds(for: found) { return nil }
    let missing = plan.leavesUnder[root].filter { leaf in
      tree.columns[leaf].coverage[unit] < 1 && plan.concerns(unit, leaf, tree.columns)
        && !plan.isLifted(unit, leaf, tree.columns)
    }
    return .coverage(found: found, needed: needed, missingLeaves: missing.map { plan.entries[$0].node.id })
  }
}
