import Foundation
import Schemes

/// What children become under any aggregation that is no plain sum or mean (R9). Under points, the children's attainments
/// (value ÷ points, weighted by points) are aggregated, and the result is that times the parent's own points.
struct Aggregate {
  /// NaN where no child has a value, or where their values have no such mean.
  private(set) var value: [Double]
  private(set) var notPositive: [Int] = []
  /// The units of whose children trimming would leave none.
  private(set) var tooFew: [Int] = []
  private let kind: Kind
  /// By child: what it stands for in the order statistics; empty otherwise. NaN: it was passed over.
  private var shares: [[Double]] = []
  /// What a unit of a child's value is worth to the parent: P ÷ the child's points; 1 under weights.
  private let worth: [Double]

  private enum Kind { case weighted, selecting, comparing }

  /// - Returns: nil for sums and means.
  init?(_ entry: Plan.Entry, _ plan: Plan, _ columns: [NodeColumn], _ weights: [ChildWeight], units: Int) {
    guard let aggregation = entry.node.aggregation, !entry.isSum, aggregation != .mean else { return nil }
    let total = entry.isUnderPoints ? entry.points ?? 1 : 1
    worth = entry.children.map { child in
      entry.isUnderPoints ? total / (plan.entries[child].node.points ?? .nan) : 1
    }
    value = Array(repeating: .nan, count: units)
    let children = zip(entry.children, weights).map { child, weight in
      Child(columns[child], points: entry.isUnderPoints ? plan.entries[child].node.points : nil, weight: weight)
    }
    switch aggregation {
    case .sum, .mean: return nil
    case .geometric, .harmonic, .power:
      kind = .weighted
      takeMean(aggregation, children, times: total)
    case .min, .max, .median, .best, .trimmed:
      kind = .selecting
      takeSelection(aggregation, children, times: total)
    case .copeland(let overLeaves):
      kind = .comparing
      let contestants = overLeaves ? plan.leafContestants(under: entry, columns) : children
      value = copelandScores(contestants, units: units)
    }
  }

  /// The share with which a child acted, and what the parent received of it: contributions add up under order statistics
  /// but the median; under the other means they do not.
  func acted(_ place: Int, _ unit: Int, _ value: Double, weight: Double) -> (share: Double, contribution: Double) {
    switch kind {
    case .weighted: return (weight, .nan)
    case .comparing: return (.nan, .nan)
    case .selecting:
      guard !shares.isEmpty else { return (.nan, .nan) }
      let share = shares[place][unit]
      return (share, share.isNaN ? .nan : share * value * worth[place])
    }
  }

  /// One child's column, as an attainment under points.
  struct Child {
    /// NaN: none.
    let value: [Double]
    let weight: ChildWeight

    init(_ column: NodeColumn, points: Double?, weight: ChildWeight) {
      self.weight = weight
      value = column.state.indices.map { unit in
        guard column.hasValue(unit) else { return .nan }
        let attained = points.map { column.value[unit] / $0 } ?? column.value[unit]
        return attained.isFinite ? attained : .nan
      }
    }
  }

  /// Σw·f(x) ÷ Σw, taken back through f.
  private mutating func takeMean(_ aggregation: Node.Aggregation, _ children: [Child], times total: Double) {
    let units = value.count
    var sum = Array(repeating: 0.0, count: units)
    var acting = sum
    var isBad = Array(repeating: false, count: units)
    // A power above 0 has a mean of 0 too; none has one of negative values.
    let allowsZero = if case .power(let p) = aggregation { p > 0 } else { false }
    for child in children {
      for unit in 0..<units where !child.value[unit].isNaN {
        let (x, weight) = (child.value[unit], child.weight.acting(unit))
        if !(x > 0 || allowsZero && x == 0) { isBad[unit] = true }
        acting[unit] += weight
        switch aggregation {
        case .geometric: sum[unit] += weight * log(x)
        case .harmonic: sum[unit] += weight / x
        case .power(let p): sum[unit] += weight * pow(x, p)
        default: break
        }
      }
    }
    for unit in 0..<units where acting[unit] > 0 {
      if isBad[unit] {
        notPositive.append(unit)
        continue
      }
      let mean = sum[unit] / acting[unit]
      let result =
        switch aggregation {
        case .geometric: exp(mean)
        case .harmonic: 1 / mean
        case .power(let p): pow(mean, 1 / p)
        default: Double.nan
        }
      value[unit] = result.isFinite ? result * total : .nan
    }
  }

  /// Unweighted: which of the children, in ascending order, stand for all. Of equal children the first in the order of the
  /// file stands lower.
  private mutating func takeSelection(_ aggregation: Node.Aggregation, _ children: [Child], times total: Double) {
    let units = value.count
    if aggregation != .median {
      shares = children.map { _ in Array(repeating: Double.nan, count: units) }
    }
    var order: [(x: Double, place: Int)] = []
    order.reserveCapacity(children.count)
    for unit in 0..<units {
      order.removeAll(keepingCapacity: true)
      for (place, child) in children.enumerated() where !child.value[unit].isNaN {
        order.append((child.value[unit], place))
      }
      if order.isEmpty { continue }
      order.sort { $0.x == $1.x ? $0.place < $1.place : $0.x < $1.x }
      let places = Self.chosen(aggregation, order.count)
      if places.isEmpty {
        tooFew.append(unit)
        continue
      }
      let chosen = order[places]
      value[unit] = chosen.reduce(0) { $0 + $1.x } / Double(chosen.count) * total
      if shares.isEmpty { continue }
      for (_, place) in chosen { shares[place][unit] = 1 / Double(chosen.count) }
    }
  }

  /// Which of n children in ascending order count; none where trimming would leave none.
  private static func chosen(_ aggregation: Node.Aggregation, _ n: Int) -> Range<Int> {
    switch aggregation {
    case .min: return 0..<1
    case .max: return n - 1..<n
    case .median: return (n - 1) / 2..<n / 2 + 1
    case .best(let k): return max(0, n - max(1, k))..<n
    case .trimmed(let k):
      let dropped = max(0, k)
      return n - dropped > dropped ? dropped..<n - dropped : 0..<0
    default: return 0..<n
    }
  }
}
