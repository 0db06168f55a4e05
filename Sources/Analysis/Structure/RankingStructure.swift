import Schemes
import Scoring
import Statistics

/// What drives a ranking: how much of the spread of the scores comes from which indicator, beside what the scheme meant
/// it to weigh; which indicators tell nobody apart, and which tell the same twice.
///
/// Over the units that are graded. No number of a single unit is in it.
package struct RankingStructure: Sendable {
  package struct Indicator: Sendable {
    package let id: String
    package let name: String
    /// Of all leaves, as the scheme writes it: shares multiplied down the tree; NaN where shares depend on n.
    package let nominalWeight: Double
    /// Units with a value.
    package let units: Int
    /// Cov(what it brings, score) ÷ Var(score). All shares, with those of effects and rules, add up to 1. Negative: it pulls
    /// against the order. NaN where nothing adds up above it.
    package let shareOfSpread: Double
    /// With the score: r; its square is the share of the score's spread that a straight line on the indicator explains.
    package let withTotal: Correlation
    /// V(E(score|indicator)) ÷ V(score), see `correlationRatio`.
    package let importance: Double
    /// As `importance`, as a share of all: what `nominalWeight` is held against.
    package let effectiveWeight: Double
    package let death: Death?
  }

  /// Why an indicator tells no unit from another.
  package enum Death: Sendable, Equatable {
    /// No unit has a value.
    case nobodyReported
    /// Every unit has all points.
    case allFull
    /// Every unit has the same value.
    case allEqual
  }

  package struct Pair: Sendable {
    package let first: String
    package let second: String
    package let correlation: Correlation
    /// Both stand under the same parent.
    package let isWithinNode: Bool
  }

  /// Shares of spread that no indicator made.
  package let otherShares: [(part: TotalParts.Part, share: Double)]
  /// In the order of the tree.
  package let indicators: [Indicator]
  /// |r| ≥ 0.92, the strongest first.
  package let redundant: [Pair]
  /// Negative beyond chance, the most negative first.
  package let opposed: [Pair]
  /// Every pair of indicators that both vary.
  package let pairs: [Pair]
  /// Units that are graded and have a score.
  package let units: Int
  /// The spread of their scores, sample variance.
  package let variance: Double

  package static let redundantFrom = 0.92
  /// Fewer units with both numbers: no correlation is shown.
  package static let fewestUnits = 5
}

extension RankingStructure {
  package init(of sheet: ScoreSheet, _ scheme: Scheme) {
    let graded = sheet.standing.indices.filter { unit in
      sheet.standing[unit].status == .graded && !sheet.standing[unit].score.isNaN
    }
    let scores = graded.map { sheet.standing[$0].score }
    let parts = graded.map { TotalParts(of: $0, in: sheet, scheme) }
    units = graded.count
    let deviation = sampleDeviation(scores)
    variance = deviation * deviation
    let spread = SpreadShares(parts, scores)
    let root = scheme.rankedNode
    let leaves = root?.leaves ?? []
    let nominal = root.map { NominalWeights(below: $0).weights } ?? [:]
    let columns = Dictionary(sheet.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let values = Dictionary(
      leaves.map { leaf in (leaf.id, graded.map { columns[leaf.id]?.value[$0] ?? .nan }) },
      uniquingKeysWith: { first, _ in first })
    let found = leaves.map { leaf -> (Node, [Double], Death?, Double) in
      let values = values[leaf.id] ?? []
      let isFull = graded.map { columns[leaf.id]?.state[$0] == .full }
      let death = Death(values, isFull: isFull, points: leaf.points)
      let importance = death == nil ? correlationRatio(of: scores, given: values) : 0
      return (leaf, values, death, importance)
    }
    let all = found.reduce(0) { $0 + ($1.3.isNaN ? 0 : $1.3) }
    indicators = found.map { leaf, values, death, importance in
      Indicator(
        id: leaf.id, name: leaf.name, nominalWeight: nominal[leaf.id] ?? .nan, units: values.count { !$0.isNaN },
        shareOfSpread: death == .nobodyReported ? 0 : spread.share(of: leaf.id),
        withTotal: Self.shown(Correlation(values, scores)), importance: importance,
        effectiveWeight: all > 0 ? importance / all : .nan, death: death)
    }
    // A node below which nothing adds up stands for its leaves.
    let known = Set(leaves.map(\.id))
    otherShares = spread.shares.compactMap { part, share in
      if case .node(let id) = part, known.contains(id) { return nil }
      return (part, share)
    }
    let alive = found.filter { $0.2 == nil }.map(\.0.id)
    pairs = Self.pairs(alive, values, parents: root.map(parents) ?? [:])
    redundant = pairs.filter { abs($0.correlation.r) >= Self.redundantFrom }
      .sorted { abs($0.correlation.r) > abs($1.correlation.r) }
    opposed = pairs.filter { $0.correlation.r < 0 && $0.correlation.isBeyondChance }
      .sorted { $0.correlation.r < $1.correlation.r }
  }

  private static func pairs(
    _ ids: [String], _ values: [String: [Double]], parents: [String: String]
  ) -> [Pair] {
    ids.indices.flatMap { first in
      ids.indices.dropFirst(first + 1).compactMap { second -> Pair? in
        let correlation = shown(Correlation(values[ids[first]] ?? [], values[ids[second]] ?? []))
        guard !correlation.r.isNaN else { return nil }
        return Pair(
          first: ids[first], second: ids[second], correlation: correlation,
          isWithinNode: parents[ids[first]] == parents[ids[second]])
      }
    }
  }

  /// Of too few units a correlation would tell one of them by the others.
  private static func shown(_ correlation: Correlation) -> Correlation {
    correlation.units < fewestUnits ? Correlation([], []) : correlation
  }
}

extension RankingStructure.Death {
  init?(_ values: [Double], isFull: [Bool], points: Double?) {
    let there = values.indices.filter { !values[$0].isNaN }
    guard let first = there.first else {
      self = .nobodyReported
      return
    }
    let isEqual = there.allSatisfy { abs(values[$0] - values[first]) <= 1e-12 * max(1, abs(values[first])) }
    guard isEqual else { return nil }
    let hasAll = there.allSatisfy { isFull[$0] || points.map { $0 == values[first] } ?? false }
    self = hasAll ? .allFull : .allEqual
  }
}

/// By id, the id of the node above.
private func parents(of root: Node) -> [String: String] {
  var parents: [String: String] = [:]
  for node in root.subtree { for child in node.children { parents[child.id] = node.id } }
  return parents
}

/// What the leaves below a node are worth where nobody lacks anything: each node's points or weight over those of its
/// siblings, multiplied down the tree (COINr's effective weight). Weights by n are no numbers of the scheme.
struct NominalWeights {
  private(set) var weights: [String: Double] = [:]

  init(below root: Node) { add(root, 1) }

  private mutating func add(_ node: Node, _ weight: Double) {
    weights[node.id] = weight
    let worths = node.children.map { child -> Double in
      switch child.share {
      case .points(let points): points
      case .weight(let weight): weight
      case .weightByN, .none: .nan
      }
    }
    let sum = worths.reduce(0, +)
    for (child, worth) in zip(node.children, worths) { add(child, sum == 0 ? .nan : weight * worth / sum) }
  }
}

/// Cov(part, score) ÷ Var(score) of everything that scores are made of.
struct SpreadShares {
  /// In order of first appearance: nodes, rules, effects, limit.
  private(set) var shares: [(part: TotalParts.Part, share: Double)] = []
  private var byPart: [TotalParts.Part: Double] = [:]

  init(_ parts: [TotalParts?], _ scores: [Double]) {
    var order: [TotalParts.Part] = []
    var columns: [TotalParts.Part: [Double]] = [:]
    for (unit, parts) in parts.enumerated() {
      for (part, points) in parts?.parts ?? [] {
        if columns[part] == nil {
          order.append(part)
          columns[part] = Array(repeating: 0, count: scores.count)
        }
        columns[part]?[unit] += points
      }
    }
    let center = mean(scores)
    let squares = scores.reduce(0) { $0 + ($1 - center) * ($1 - center) }
    guard scores.count >= 2, squares > 1e-18 * max(1, center * center) else { return }
    for part in order {
      guard let column = columns[part] else { continue }
      let middle = mean(column)
      let share = zip(column, scores).reduce(0) { $0 + ($1.0 - middle) * ($1.1 - center) } / squares
      byPart[part] = share
      shares.append((part, share))
    }
  }

  /// NaN where the node brought nothing by itself.
  func share(of node: String) -> Double { byPart[.node(node)] ?? .nan }
}
