extension LeafTable {
  /// The node with what is written of inner nodes: of it alone, else of all.
  func ruled(_ node: Node) -> Node {
    var node = node
    for rules in inner + [innerByID[node.id]].compactMap(\.self) { node.take(rules) }
    return node
  }
}

extension Node {
  fileprivate mutating func take(_ rules: Node) {
    if rules.name != rules.id { name = rules.name }
    if !rules.basis.isEmpty { basis = rules.basis }
    if !rules.tags.isEmpty { tags = rules.tags }
    if !rules.steps.isEmpty { steps = rules.steps }
    missing = rules.missing ?? missing
    leavesMissing = rules.leavesMissing ?? leavesMissing
    coverage = rules.coverage ?? coverage
    applies = rules.applies ?? applies
    zeroWhen = rules.zeroWhen ?? zeroWhen
    override = rules.override ?? override
    isOwn = isOwn || rules.isOwn
    places.merge(rules.places) { _, new in new }
  }
}
