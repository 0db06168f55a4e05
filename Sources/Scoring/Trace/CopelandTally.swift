import Schemes

/// How a unit fared against each other one under `of: copeland`; the node's value is wins less losses.
package struct CopelandTally: Sendable, Equatable {
  package var wins = 0
  package var losses = 0
  package var draws = 0
}

/// - Returns: nil where the duels cannot be fought again from the sheet alone: siblings weighted by n, decided values.
package func copelandTally(of node: Node, unit: Int, in sheet: ScoreSheet) -> CopelandTally? {
  guard case .copeland(let overLeaves)? = node.aggregation, let column = sheet.node(node.id) else { return nil }
  var contestants: [(values: [Double], weight: Double)] = []
  func add(_ children: [Node], share: Double) {
    let total = children.map(\.duelWeight).reduce(0, +)
    for child in children {
      let own = total > 0 ? share * child.duelWeight / total : 0
      if overLeaves && !child.isLeaf {
        add(child.children, share: own)
      } else if let found = sheet.node(child.id) {
        contestants.append((found.value, own))
      }
    }
  }
  add(node.children, share: 1)
  let weights = contestants.map(\.weight)
  func row(_ unit: Int) -> [Double] { contestants.map { $0.values[unit] } }
  let own = row(unit)
  var tally = CopelandTally()
  for other in sheet.units.indices where other != unit && !column.source[other].isNaN {
    let rest = row(other)
    switch duel(own + rest, weights + weights, 0, own.count, own.count) {
    case 1: tally.wins += 1
    case -1: tally.losses += 1
    default: tally.draws += 1
    }
  }
  return Double(tally.wins - tally.losses) == column.source[unit] ? tally : nil
}

extension Node {
  fileprivate var duelWeight: Double {
    switch share {
    case .points(let points): points
    case .weight(let weight): weight
    case .weightByN, .none: 1
    }
  }
}
