import Schemes
import Scoring

/// What a unit's score is made of: parts that add up to it.
package struct TotalParts: Sendable {
  package enum Part: Sendable, Hashable {
    /// What a leaf brought, or a node below which nothing adds up.
    case node(String)
    /// What the ranked node's own steps and rules made of what its children brought.
    case rules
    case effect(String)
    /// What was cut off at 0 or at the most that can be had.
    case limit
  }
  /// By node, what it carried.
  let carried: [String: CarriedPoints]
  /// In the order of the tree.
  let order: [String]
  /// Points; effects in the order of the scheme.
  package let effects: [(id: String, points: Double)]
  package let rules: Double
  package let limit: Double
  /// After effects and limits; as the run has it.
  package let score: Double

  /// Everything that is not 0 by itself, in the order of nodes, rules, effects, limit; adds up to `score`.
  package var parts: [(part: Part, points: Double)] {
    order.map { (.node($0), carried[$0]?.points ?? 0) } + (rules == 0 ? [] : [(.rules, rules)])
      + effects.map { (.effect($0.id), $0.points) } + (limit == 0 ? [] : [(.limit, limit)])
  }

  package subscript(node: String) -> Double? { carried[node]?.points }

  /// - Returns: nil if the unit has no score.
  package init?(of unit: Int, in sheet: ScoreSheet, _ scheme: Scheme) {
    guard let root = scheme.rankedNode, sheet.standing.indices.contains(unit),
      let trace = trace(of: root.id, unit: unit, in: sheet, scheme: scheme), !trace.value.isNaN
    else { return nil }
    let score = sheet.standing[unit].score
    guard !score.isNaN else { return nil }
    // One value given by a decision is nobody's contribution.
    let below = trace.source.isNaN ? [] : trace.carried
    carried = Dictionary(below.map { ($0.node, $0) }, uniquingKeysWith: { first, _ in first })
    order = below.map(\.node)
    let brought = below.reduce(0) { $0 + $1.points }
    rules = Self.clean(trace.value - brought, beside: trace.value)
    var byEffect: [String: Double] = [:]
    for record in sheet.effects where record.unit == unit { byEffect[record.effect, default: 0] += record.effective }
    effects = scheme.effects.compactMap { effect in
      byEffect[effect.id].flatMap { $0 == 0 ? nil : (effect.id, $0) }
    }
    let after = trace.value + effects.reduce(0) { $0 + $1.points }
    limit = Self.clean(score - after, beside: score)
    self.score = score
  }

  /// What is left by adding in another order is nothing.
  private static func clean(_ rest: Double, beside size: Double) -> Double {
    abs(rest) <= 1e-9 * max(1, abs(size)) ? 0 : rest
  }
}

extension Scheme {
  /// The node that effects, ranks and grades look at: the ranking's, or the first root.
  package var rankedNode: Node? { ranking.flatMap { node($0.node) } ?? roots.first }
}
