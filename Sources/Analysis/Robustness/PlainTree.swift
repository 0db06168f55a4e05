import Foundation
import Schemes
import Scoring

/// A ranked tree whose score depends on weights alone once its leaves are known: weighted arithmetic, geometric or harmonic
/// means, and nothing that acts between or after them. What the general engine does with it, without its columns.
struct PlainTree: Sendable {
  private enum Mean { case arithmetic, geometric, harmonic }
  /// Parents before children, as in `Scheme.allNodes` below the root.
  private let parents: [Int]
  private let weights: [Double]
  private let means: [Mean]
  private let isLeaf: [Bool]
  /// By node, then unit; of leaves alone.
  private let columns: [[Double]]
  let units: Int
  /// Only arithmetic means, as arrays of the draws that count ranks in blocks.
  let isArithmetic: Bool

  /// - Returns: nil if something else acts.
  init?(_ scheme: Scheme, _ sheet: ScoreSheet) {
    guard let root = scheme.rankedNode, scheme.roots.count == 1, scheme.roots[0].id == root.id, root.points == nil,
      scheme.isRankedByScoreAlone
    else { return nil }
    var parents: [Int] = []
    var weights: [Double] = []
    var means: [Mean] = []
    var columns: [[Double]] = []
    var isLeaf: [Bool] = []
    let known = Dictionary(sheet.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func add(_ node: Node, under parent: Int) -> Bool {
      let index = parents.count
      parents.append(parent)
      switch node.share {
      case .weight(let weight): weights.append(weight)
      case .none where parent < 0: weights.append(1)
      case .none, .points, .weightByN: return false
      }
      isLeaf.append(node.isLeaf)
      if parent >= 0, node.missing == .propagate || node.missing == .notGraded { return false }
      if node.isLeaf {
        guard let column = known[node.id], column.overrides.isEmpty else { return false }
        // What is imputed counts as a value and not as evidence: here only the value matters.
        means.append(.arithmetic)
        columns.append(column.value)
        return true
      }
      columns.append([])
      switch node.aggregation {
      case .mean: means.append(.arithmetic)
      case .geometric: means.append(.geometric)
      case .harmonic: means.append(.harmonic)
      default: return false
      }
      guard node.steps.isEmpty, node.applies == nil, node.coverage == nil, node.zeroWhen == nil, node.override == nil,
        node.leavesMissing.map({ $0 == .renormalise }) ?? true
      else { return false }
      return node.children.allSatisfy { add($0, under: index) }
    }
    guard scheme.defaults.leavesMissing != .propagate, scheme.defaults.leavesMissing != .notGraded,
      add(root, under: -1), parents.count > 1
    else { return nil }
    (self.parents, self.weights, self.means, self.isLeaf) = (parents, weights, means, isLeaf)
    self.columns = columns
    units = sheet.units.count
    isArithmetic = means.allSatisfy { $0 == .arithmetic }
  }

  /// The columns of leaves, and the tree that counts ranks in blocks; nil where means are not arithmetic.
  var weighted: (tree: WeightedTree, columns: [[Double]])? {
    guard isArithmetic, let tree = WeightedTree(parents: parents, weights: weights) else { return nil }
    return (tree, tree.leaves.map { columns[$0] })
  }

  /// Root scores under the tree's weights times factors by node (the root's counts for nothing); NaN where missing.
  func scores(_ factors: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: parents.count * units)
    var acting = sums
    var isBroken = [Bool](repeating: false, count: parents.count * units)
    for node in parents.indices.reversed() {
      let weight = weights[node] * (node == 0 ? 1 : factors[node])
      let base = node * units
      if !isLeaf[node] { close(node, base, &sums, acting, isBroken) }
      if node == 0 { break }
      let above = parents[node] * units
      let mean = means[parents[node]]
      for unit in 0..<units {
        let value = isLeaf[node] ? columns[node][unit] : sums[base + unit]
        guard !value.isNaN else { continue }
        guard weight > 0 else { continue }
        switch mean {
        case .arithmetic: sums[above + unit] += weight * value
        case .geometric:
          if value > 0 { sums[above + unit] += weight * log(value) } else { isBroken[above + unit] = true }
        case .harmonic:
          if value > 0 { sums[above + unit] += weight / value } else { isBroken[above + unit] = true }
        }
        acting[above + unit] += weight
      }
    }
    return Array(sums[0..<units])
  }

  /// The mean of what the children gave.
  private func close(_ node: Int, _ base: Int, _ sums: inout [Double], _ acting: [Double], _ isBroken: [Bool]) {
    for unit in base..<base + units {
      guard acting[unit] > 0, !isBroken[unit] else {
        sums[unit] = .nan
        continue
      }
      switch means[node] {
      case .arithmetic: sums[unit] /= acting[unit]
      case .geometric: sums[unit] = exp(sums[unit] / acting[unit])
      case .harmonic: sums[unit] = acting[unit] / sums[unit]
      }
    }
  }
}

extension Scheme {
  /// Nothing but the ranked node's value decides a unit's rank, and nobody gets a grade.
  fileprivate var isRankedByScoreAlone: Bool {
    guard grading == nil, effects.isEmpty, eligible.isEmpty, deferred.isEmpty, exempt.isEmpty, combination == nil,
      defaults.coverage == 0
    else { return false }
    guard let ranking else { return false }
    return ranking.basis == .raw && ranking.tieBreak.isEmpty && ranking.per == .all && ranking.minUnits == nil
      && ranking.minBase == nil
  }
}
