import Schemes
import Scoring

extension Scheme {
  /// The same scheme with every weight multiplied.
  ///
  /// Points are weights as well as the scale on which steps and grades are written. So a node that is worth p points and
  /// shall be worth k·p stands under a new node of k·p points: its own steps still give 0…p, and what reads it by its id
  /// reads what it read. The k of siblings are scaled so that their points add up to what they did, and thresholds of the
  /// total keep their meaning.
  /// - Parameter factors: by node; 1 where nothing is said. Weights by n are no numbers of the scheme and stay.
  package func multiplyingWeights(_ factors: [String: Double]) -> Scheme {
    if factors.isEmpty { return self }
    var scheme = self
    let rules = ResolvedRules(self)
    scheme.roots = roots.map { $0.multiplyingWeights(factors, rules) }
    return scheme
  }
}

extension Node {
  fileprivate func multiplyingWeights(_ factors: [String: Double], _ rules: ResolvedRules) -> Node {
    guard case .children(let children, let aggregation) = source else { return self }
    var node = self
    let points = children.map { $0.points ?? 0 }
    let drawn = zip(children, points).map { $1 * (factors[$0.id] ?? 1) }
    let (all, sum) = (points.reduce(0, +), drawn.reduce(0, +))
    node.source = .children(
      zip(children, drawn).map { child, drawn in
        let inner = child.multiplyingWeights(factors, rules)
        switch child.share {
        case .weight(let weight):
          var copy = inner
          copy.share = .weight(weight * (factors[child.id] ?? 1))
          return copy
        case .points(let points) where points > 0 && sum > 0:
          return inner.worth(drawn * all / sum, propagates: rules.missing(child.id) == .propagate)
        case .points, .weightByN, .none: return inner
        }
      }, of: aggregation)
    return node
  }

  /// The node under a new one that is worth so many points.
  private func worth(_ points: Double, propagates: Bool) -> Node {
    if points == self.points { return self }
    var node = Node(
      id: id + Self.wrapping, name: name, share: .points(points), source: .children([self], of: .mean), place: place)
    // What is missing for all above it is so one level higher too.
    if propagates { node.missing = .propagate }
    return node
  }

  /// No id of a scheme ends so: a line break is in none.
  private static let wrapping = "\n"
}
