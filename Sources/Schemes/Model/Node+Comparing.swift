extension Node {
  /// Whether two nodes say the same about themselves: what they are worth, what they read and how, and by which rules.
  /// What stands below them is no part of it, nor who their children are; nor are names, words and places.
  package func rulesLike(_ other: Node) -> Bool {
    share == other.share && steps.map(\.action) == other.steps.map(\.action) && missing == other.missing
      && leavesMissing == other.leavesMissing && coverage == other.coverage && override == other.override
      && applies?.fact == other.applies?.fact && applies?.comparison == other.applies?.comparison
      && zeroWhen == other.zeroWhen && aggregation == other.aggregation && measure == other.measure
      && hands?.rules == other.hands?.rules && children.isEmpty == other.children.isEmpty
  }
}

extension Hands {
  fileprivate var rules: [String] {
    all.map { "\($0.id) \($0.measure) \($0.weight) \($0.steps.map(\.action))" } + [
      "\(combination)", "\(difference as Any)",
    ]
  }
}
