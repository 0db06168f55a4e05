import Schemes

/// Whether the evidence under a root suffices (R6): its own rule replaces the default.
struct RootCoverage {
  private let root: NodeColumn
  private let children: [NodeColumn]
  private let basis: Node.CoverageRule.Basis
  private let needed: Double

  init(_ scheme: Scheme, _ plan: Plan, _ columns: [NodeColumn], root: Int) {
    let rule = plan.entries[root].node.coverage
    self.root = columns[root]
    basis = rule?.basis ?? .weight
    needed = rule?.atLeast ?? scheme.defaults.coverage
    children = basis == .weight ? [] : plan.entries[root].children.map { columns[$0] }
  }

  /// What was found and what is needed; nil where it suffices, and where nothing applies, so that there is nothing to test.
  func shortfall(_ unit: Int) -> (found: Double, needed: Double)? {
    let coverage = root.coverage[unit]
    if coverage.isNaN { return nil }
    // What was decided counts as covered, whatever its children lack and whatever the rule counts (R14).
    if !root.overrides.isEmpty, root.overrides[unit] != nil, coverage == 1 { return nil }
    var found = coverage
    if basis != .weight {
      let applicable = children.count { $0.state[unit] != .notApplicable }
      let withValue = Double(children.count { $0.hasValue(unit) && $0.coverage[unit] > 0 })
      found = applicable == 0 ? .nan : basis == .count ? withValue : withValue / Double(applicable)
    }
    return found.isNaN || Comparison(.atLeast, needed).holds(for: found) ? nil : (found, needed)
  }
}
