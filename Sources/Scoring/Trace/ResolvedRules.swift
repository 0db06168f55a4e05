import Schemes

/// What a node takes from the nodes above or below it, for `explain`: the plan that the run itself follows.
package struct ResolvedRules: Sendable {
  private let plan: Plan
  package init(_ scheme: Scheme) { plan = Plan(scheme) }

  /// R7, with what a leaf inherits.
  package func missing(_ node: String) -> MissingPolicy {
    plan.indexByID[node].map { plan.entries[$0].missing } ?? .renormalise
  }

  /// Whether `missing: zero` is written or inherited where it cannot act: on a parent, or without points (R7).
  package func isZeroWithoutEffect(_ node: String) -> Bool {
    guard let entry = plan.indexByID[node].map({ plan.entries[$0] }) else { return false }
    return entry.missing == .zero && !(entry.isLeaf && entry.node.points != nil)
  }

  /// P of the node's steps: its own points, or the sum of its children's (R3).
  package func points(_ node: String) -> Double? { plan.indexByID[node].flatMap { plan.entries[$0].points } }

  /// Whether the children's points add up to the node's: sums, and means of children with points.
  package func addsUp(_ node: String) -> Bool { plan.indexByID[node].map { plan.entries[$0].isSum } ?? false }

  package func parent(_ node: String) -> String? {
    plan.indexByID[node].flatMap { plan.entries[$0].parent }.map { plan.entries[$0].node.id }
  }
}
