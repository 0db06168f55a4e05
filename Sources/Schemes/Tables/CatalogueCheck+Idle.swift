import Findings

/// What the ranges of measures say of tests: whether they can hold, and whether they can fail.
extension CatalogueCheck {
  func checkIdle() {
    for node in scheme.allNodes {
      guard let rule = node.zeroWhen else { continue }
      check(rule.comparison, on: rule.measure, of: node.id, at: node.place(of: "zero_when.measure"))
    }
    for effect in scheme.effects {
      for (index, test) in (effect.trigger?.anyOf ?? []).enumerated() {
        check(test.comparison, on: test.measure, of: effect.id, at: effect.place(of: "when.\(index)"))
      }
      if effect.change?.each == 0 { report(.changeZero(effect: effect.id), at: effect.place) }
    }
    // A fact may ask whether there is a value at all, so that one that always holds is no mistake.
    for fact in scheme.facts {
      for (measure, comparison) in fact.test.comparisons {
        check(comparison, on: measure, of: fact.id, at: fact.place, mayAlwaysHold: true)
      }
    }
  }

  private func check(
    _ comparison: Comparison, on measure: String, of owner: String, at place: Place, mayAlwaysHold: Bool = false
  ) {
    guard let bounds = measureBounds[measure] else { return }
    switch comparison.reach(within: bounds) {
    case false?: report(.testNever(owner: owner, measure: measure, comparison, bounds), at: place)
    case true? where !mayAlwaysHold:
      report(.testAlways(owner: owner, measure: measure, comparison, bounds), at: place)
    default: break
    }
  }

  func report(_ problem: IdleProblem, at place: Place) { log.add(SchemeFinding.idle(place, problem)) }
}

extension Comparison {
  /// Whether it holds for all values within the bounds (true), for none (false), or for some (nil).
  func reach(within x: Bounds) -> Bool? {
    switch relation {
    case .atLeast: x.low >= bound ? true : x.high < bound ? false : nil
    case .above: x.low > bound ? true : x.high <= bound ? false : nil
    case .atMost: x.high <= bound ? true : x.low > bound ? false : nil
    case .below: x.high < bound ? true : x.low >= bound ? false : nil
    case .equals: x.low == bound && x.high == bound ? true : bound < x.low || bound > x.high ? false : nil
    }
  }
}

extension Fact.Test {
  /// Every comparison with a measure, however deep it stands.
  fileprivate var comparisons: [(measure: String, Comparison)] {
    switch self {
    case .any(let tests), .all(let tests), .none(let tests), .count(let tests): tests.flatMap(\.comparisons)
    case .measure(let measure, let comparison): [(measure, comparison)]
    default: []
    }
  }
}
