import Schemes

/// What one child weighs among its siblings: points under a sum, weight under a mean, or the measure's true n.
struct ChildWeight {
  var constant: Double
  var actingByUnit: [Double]?
  var coveringByUnit: [Double]?

  func acting(_ unit: Int) -> Double { actingByUnit?[unit] ?? constant }
  func covering(_ unit: Int) -> Double { coveringByUnit?[unit] ?? constant }

  /// Weights by n (R8): a missing child takes the mean n of its siblings with a value, for coverage; so does one whose
  /// value was decided without anybody having been asked, and it acts with that. All weigh the same where no sibling with
  /// a value has n.
  static func all(
    of parent: Plan.Entry, _ plan: Plan, _ columns: [NodeColumn], units: Int, baseOf: (String) -> [Int]
  ) -> [ChildWeight] {
    var weights: [ChildWeight] = []
    var byN: [(child: Int, place: Int, n: [Int])] = []
    for (place, child) in parent.children.enumerated() {
      switch plan.entries[child].node.share {
      case .points(let points): weights.append(ChildWeight(constant: points))
      case .weight(let weight): weights.append(ChildWeight(constant: weight))
      case .none: weights.append(ChildWeight(constant: 1))
      case .weightByN(let measure):
        byN.append((child, place, baseOf(measure)))
        weights.append(ChildWeight(constant: 1))
      }
    }
    if byN.isEmpty { return weights }
    var total = Array(repeating: 0, count: units)
    var count = Array(repeating: 0, count: units)
    for (child, _, n) in byN {
      let isDecided = columns[child].isDecidedWithout(n)
      for unit in 0..<units where columns[child].hasValue(unit) && !isDecided(unit) {
        total[unit] += n[unit]
        count[unit] += 1
      }
    }
    for (child, place, n) in byN {
      let isDecided = columns[child].isDecidedWithout(n)
      var acting = Array(repeating: 1.0, count: units)
      var covering = acting
      for unit in 0..<units where total[unit] > 0 {
        let mean = Double(total[unit]) / Double(count[unit])
        acting[unit] = isDecided(unit) ? mean : Double(n[unit])
        covering[unit] = columns[child].hasValue(unit) ? acting[unit] : mean
      }
      weights[place].actingByUnit = acting
      weights[place].coveringByUnit = covering
    }
    return weights
  }
}

extension NodeColumn {
  fileprivate func isDecidedWithout(_ n: [Int]) -> (Int) -> Bool {
    { unit in n[unit] == 0 && overrides[unit] != nil }
  }
}
