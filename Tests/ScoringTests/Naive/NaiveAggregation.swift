import Foundation
import Schemes
import Scoring

/// What children make together, from their values and weights; nil: nothing (R4, R9). Weights need not add up to 1.
func naiveAggregate(_ aggregation: Node.Aggregation, _ values: [Double], _ weights: [Double]) -> Double? {
  let all = weights.reduce(0, +)
  let shares = weights.map { $0 / all }
  let ascending = values.sorted()
  func mean(_ f: (Double) -> Double) -> Double { zip(values, shares).map { f($0) * $1 }.reduce(0, +) }
  var result: Double?
  switch aggregation {
  case .sum, .mean: result = mean { $0 }
  case .geometric: result = values.contains { $0 <= 0 } ? nil : exp(mean(log))
  case .harmonic: result = values.contains { $0 <= 0 } ? nil : 1 / mean { 1 / $0 }
  // Reading: as R9, where the power is not defined or not monotone: below 0, and at 0 for p < 0.
  case .power(let p):
    let isUndefined = values.contains { p < 0 ? $0 <= 0 : $0 < 0 }
    result = isUndefined ? nil : pow(mean { pow($0, p) }, 1 / p)
  case .min: result = ascending.first
  case .max: result = ascending.last
  case .median: result = values.isEmpty ? nil : naiveMedian(values)
  case .best(let k): result = naiveMean(Array(ascending.suffix(k)))
  case .trimmed(let k):
    // Reading: where nothing is left, nothing stands for all.
    result = ascending.count > 2 * k ? naiveMean(Array(ascending[k..<(ascending.count - k)])) : nil
  case .copeland: result = nil
  }
  return result.flatMap { $0.isFinite ? $0 : nil }
}

/// Wins minus losses against every other unit: a win is more than half of the weight of the columns that both have, ties
/// counting half on each side. Reading: a pair without a common column is neither.
func naiveCopeland(_ columns: [(values: [Int: Double], weight: Double)]) -> [Int: Double] {
  let units = columns.reduce(into: Set<Int>()) { $0.formUnion($1.values.keys) }
  var result: [Int: Double] = [:]
  for unit in units {
    var balance = 0.0
    for other in units where other != unit {
      var (all, ahead) = (0.0, 0.0)
      for column in columns {
        guard let a = column.values[unit], let b = column.values[other] else { continue }
        all += column.weight
        ahead += column.weight * (a > b ? 1 : a == b ? 0.5 : 0)
      }
      guard all > 0 else { continue }
      balance += Double(snappedOrder(ahead / all, 0.5) ?? 0)
    }
    result[unit] = balance
  }
  return result
}

extension NaiveTree {
  /// A node's value from its children's for one unit: nil where rules or numbers leave none.
  func value(of node: Node, from graded: [Node], _ unit: Int) -> Double? {
    guard let aggregation = node.aggregation else { return nil }
    if case .copeland(let overLeaves) = aggregation { return copeland(node, overLeaves: overLeaves)[unit] }
    let values = graded.map { cell($0, unit).value }
    let weights = self.weights(graded, unit)
    let points = graded.compactMap(\.points)
    guard points.count == graded.count, !points.isEmpty else { return naiveAggregate(aggregation, values, weights) }
    let own = self.points(of: node) ?? 0
    if aggregation == .sum { return own * values.reduce(0, +) / points.reduce(0, +) }
    // Attainments, weighted by points, times the node's own.
    return naiveAggregate(aggregation, zip(values, points).map { $0 / $1 }, weights).map { $0 * own }
  }

  private func copeland(_ node: Node, overLeaves: Bool) -> [Int: Double] {
    func columns(_ parent: Node, _ weight: Double) -> [(values: [Int: Double], weight: Double)] {
      let all = parent.children.map(\.share.number).reduce(0, +)
      return parent.children.flatMap { child -> [(values: [Int: Double], weight: Double)] in
        let own = weight * child.share.number / all
        if overLeaves && !child.isLeaf { return columns(child, own) }
        return [((cells[child.id] ?? [:]).filter(\.value.hasValue).mapValues(\.value), own)]
      }
    }
    return naiveCopeland(columns(node, 1))
  }
}

extension Node.Share {
  fileprivate var number: Double {
    switch self {
    case .points(let number), .weight(let number): number
    case .weightByN, .none: 1
    }
  }
}
