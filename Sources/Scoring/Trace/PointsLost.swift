import Schemes

/// What one node kept from the total.
package struct LostPoints: Sendable {
  package let node: Node
  /// Of the node at the top, before its steps.
  package let points: Double
  /// The most that the node could have brought of these, re-scaled as it acted.
  package let most: Double
}

extension NodeTrace {
  /// What the nodes below lost of the node's own points, in points of the node: re-scaled as they acted, so that they add
  /// up to its points less its source. A weighted leaf can bring what the nearest node above it with points has.
  ///
  /// Named are leaves, and parents whose own steps or rules changed their value, or whose children's contributions do not
  /// add up: below those nothing can be said in points of the total. Nodes that did not act lost nothing. Empty for a node
  /// without points.
  package func pointsLost() -> [LostPoints] {
    let own = node.points ?? (node.aggregation == .sum ? Self.points(of: node.children) : nil)
    return own.map { lost(worth: 1, top: $0) } ?? []
  }

  private static func points(of children: [Node]) -> Double? {
    let points = children.compactMap(\.points)
    return points.count == children.count ? points.reduce(0, +) : nil
  }

  /// - Parameters:
  ///   - worth: points of the total for one of the node's own.
  ///   - top: the most that the node can have.
  private func lost(worth: Double, top: Double) -> [LostPoints] {
    if children.allSatisfy(\.contribution.isNaN) {
      return source.isNaN ? [] : [LostPoints(node: node, points: worth * (top - source), most: worth * top)]
    }
    return children.flatMap { child -> [LostPoints] in
      if child.contribution.isNaN || !(child.share > 0) { return [] }
      let most = child.share * top
      let isPassedOn = !child.children.isEmpty && child.value == child.source
      let isSplit = child.children.contains { !$0.contribution.isNaN }
      let ownTop = child.node.points ?? top
      guard isPassedOn, isSplit, ownTop > 0 else {
        return [LostPoints(node: child.node, points: worth * (most - child.contribution), most: worth * most)]
      }
      return child.lost(worth: worth * most / ownTop, top: ownTop)
    }
  }
}
