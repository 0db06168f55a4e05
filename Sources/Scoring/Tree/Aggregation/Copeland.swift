import Schemes

/// Wins minus losses of each unit against every other (Copeland 1951; OECD & JRC Handbook, 2008, on non-compensatory
/// aggregation). A unit beats another if it is better with more than half of the weight of what both have; equal values
/// give half of their weight to each. Values compare exactly; the half is compared with a tolerance, weights being sums.
/// O(units² · children).
/// - Returns: NaN for units without any value.
func copelandScores(_ children: [Aggregate.Child], units: Int) -> [Double] {
  // One unit's values after the other's, so that a pair is one walk over two short stretches.
  let width = children.count
  var rows = Array(repeating: Double.nan, count: units * width)
  var weights = rows
  for (place, child) in children.enumerated() {
    for unit in 0..<units {
      rows[unit * width + place] = child.value[unit]
      weights[unit * width + place] = child.weight.acting(unit)
    }
  }
  let present = (0..<units).map { unit in rows[unit * width..<(unit + 1) * width].contains { !$0.isNaN } }
  var scores = present.map { $0 ? 0 : Double.nan }
  for first in 0..<units where present[first] {
    for second in first + 1..<max(first + 1, units) where present[second] {
      let outcome = duel(rows, weights, first * width, second * width, width)
      scores[first] += outcome
      scores[second] -= outcome
    }
  }
  return scores
}

/// 1: the first wins, −1: the second, 0: neither. Weights by n differ between units: a child weighs the mean of both.
func duel(_ rows: [Double], _ weights: [Double], _ first: Int, _ second: Int, _ width: Int) -> Double {
  var (balance, total) = (0.0, 0.0)
  for place in 0..<width {
    let (a, b) = (rows[first + place], rows[second + place])
    if a.isNaN || b.isNaN { continue }
    let weight = (weights[first + place] + weights[second + place]) / 2
    total += weight
    if a > b { balance += weight } else if a < b { balance -= weight }
  }
  let tolerance = 1e-9 * total
  return balance > tolerance ? 1 : balance < -tolerance ? -1 : 0
}

extension Plan {
  /// The leaves under a node with their effective weights: the product of each node's share among its siblings on the way
  /// down. Siblings weighted by n count alike there, since n differs between units.
  func leafContestants(under entry: Entry, _ columns: [NodeColumn]) -> [Aggregate.Child] {
    var contestants: [Aggregate.Child] = []
    func add(_ children: [Int], _ share: Double) {
      let total = children.map(nominalWeight).reduce(0, +)
      for child in children {
        let own = total > 0 ? share * nominalWeight(child) / total : 0
        if entries[child].isLeaf {
          contestants.append(
            Aggregate.Child(columns[child], points: nil, weight: ChildWeight(constant: own)))
        } else {
          add(entries[child].children, own)
        }
      }
    }
    add(entry.children, 1)
    return contestants
  }

  private func nominalWeight(_ index: Int) -> Double {
    switch entries[index].node.share {
    case .points(let points): points
    case .weight(let weight): weight
    case .weightByN, .none: 1
    }
  }
}
