import Schemes

extension NodeColumn {
  /// Puts recorded decisions in the place of the node's values, after its steps and rules and before its parent (R14): a
  /// number counts as covered, `not applicable` leaves numerator, denominator and coverage.
  mutating func override(by decisions: [Int: Decision]) {
    // The loop alone would copy what the column shares with the measure.
    if decisions.isEmpty { return }
    for (unit, decision) in decisions {
      let computed = value[unit]
      switch decision.value {
      case .none, .granted, .refused: continue
      case .number(let number):
        set(number, .overridden, unit)
        coverage[unit] = 1
      case .notApplicable:
        setNotApplicable(.overridden, [unit])
        value[unit] = .nan
        coverage[unit] = .nan
      }
      overrides[unit] = Override(computed: computed, decision: decision)
      if !isImputed.isEmpty { isImputed[unit] = false }
    }
  }
}

extension Plan {
  /// Whether a decision on a node above has taken the place of what this one would have given: then nothing that is
  /// missing here matters (R14). Of a year, a decision on one half alone leaves the other's gaps in its coverage.
  func isLifted(_ unit: Int, _ index: Int, _ columns: [NodeColumn]) -> Bool {
    guard let parent = entries[index].parent else { return false }
    return isAtOrUnder(parent) { columns[$0].overrides[unit] != nil && columns[$0].coverage[unit] == 1 }
  }

  /// Whether the condition holds for the node or one above.
  func isAtOrUnder(_ index: Int, where condition: (Int) -> Bool) -> Bool {
    var next: Int? = index
    while let node = next {
      if condition(node) { return true }
      next = entries[node].parent
    }
    return false
  }
}
