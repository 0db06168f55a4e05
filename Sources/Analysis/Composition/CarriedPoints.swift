import Schemes
import Scoring

/// What one node brought to the node at the top, as value × factor.
struct CarriedPoints: Sendable, Equatable {
  let node: String
  /// The node's own value.
  let value: Double
  /// Points of the top for one of the node's own; NaN where nothing says what it is (a value of 0 under a minimum, say).
  let factor: Double
  /// In the unit of the node at the top, before its steps.
  let points: Double
}

extension NodeTrace {
  /// As `carriers`, with what each node was worth: the same nodes, and the same contributions.
  var carried: [CarriedPoints] {
    if children.allSatisfy(\.contribution.isNaN) {
      return source.isNaN ? [] : [CarriedPoints(node: node.id, value: source, factor: 1, points: source)]
    }
    return children.flatMap { child -> [CarriedPoints] in
      if child.contribution.isNaN { return [] }
      let factor = worth(of: child)
      let isPassedOn = !child.children.isEmpty && child.value == child.source
      guard isPassedOn, child.value != 0 else {
        return [CarriedPoints(node: child.node.id, value: child.value, factor: factor, points: child.contribution)]
      }
      return child.carried.map {
        CarriedPoints(node: $0.node, value: $0.value, factor: $0.factor * factor, points: $0.points * factor)
      }
    }
  }

  /// Points of this node for one of a child's: what it gave over what it has; of a value of 0 by its share.
  private func worth(of child: NodeTrace) -> Double {
    if child.value != 0 { return child.contribution / child.value }
    switch node.aggregation {
    case .sum, .mean:
      guard let own = child.node.points else { return child.share }
      let all = children.compactMap(\.node.points)
      let top = node.points ?? (all.count == children.count ? all.reduce(0, +) : .nan)
      return own > 0 ? child.share * top / own : .nan
    default: return .nan
    }
  }
}
