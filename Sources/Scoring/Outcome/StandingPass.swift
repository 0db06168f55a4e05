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
  private let evidence: RootCoverage

  init(scheme: Scheme, plan: Plan, tree: Tree, root: Int) {
    self.scheme = scheme
    self.plan = plan
    self.tree = tree
    self.root = root
    coverage = tree.columns[root].coverage
    evidence = RootCoverage(scheme, plan, tree.columns, root: root)
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

  private func tooLittleCoverage(_ unit: Int) -> NotGradedReason? {
    guard let (found, needed) = evidence.shortfall(unit) else { return nil }
    let wanting = plan.leavesUnder[root].filter { tree.isWanting($0, unit, plan) }
    return .coverage(found: found, needed: needed, missingLeaves: wanting.map { plan.entries[$0].node.id })
  }
}
