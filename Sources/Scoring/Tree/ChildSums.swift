import Schemes

/// What a parent gathers from its children, unit by unit: one walk over each child's columns (R4–R6, R8).
struct ChildSums {
  /// Σ of child values (under sum), or of weight × value (under mean), over children with a value.
  private var total: [Double]
  /// Σ of points or weights of children with a value.
  private var acting: [Double]
  private var coverageTotal: [Double]
  private var coverageWeight: [Double]
  private var withValue: [Int32]
  private var applicable: [Int32]
  /// A child with `missing: propagate` is missing (R7).
  private var isBlocked: [Bool]
  private let weights: [ChildWeight]

  init(_ entry: Plan.Entry, _ plan: Plan, _ columns: [NodeColumn], units: Int, baseOf: (String) -> [Int]) {
    let zeros = Array(repeating: 0.0, count: units)
    total = zeros
    acting = zeros
    coverageTotal = zeros
    coverageWeight = zeros
    withValue = Array(repeating: 0, count: units)
    applicable = withValue
    isBlocked = Array(repeating: false, count: units)
    weights = ChildWeight.all(of: entry, plan, columns, units: units, baseOf: baseOf)
    for (child, weight) in zip(entry.children, weights) {
      let blocks = plan.entries[child].missing == .propagate
      add(columns[child], weight, isSum: entry.isSum, blocks: blocks)
    }
  }

  private mutating func add(_ child: NodeColumn, _ weight: ChildWeight, isSum: Bool, blocks: Bool) {
    let (value, state, coverage) = (child.value, child.state, child.coverage)
    for unit in state.indices where state[unit] != .notApplicable {
      applicable[unit] += 1
      let covering = weight.covering(unit)
      coverageWeight[unit] += covering
      coverageTotal[unit] += covering * coverage[unit]
      if state[unit] == .missing {
        if blocks { isBlocked[unit] = true }
        continue
      }
      let own = weight.acting(unit)
      withValue[unit] += 1
      acting[unit] += own
      total[unit] += isSum ? value[unit] : own * value[unit]
    }
  }

  /// What a coverage rule compares: the share of weight, or of the direct children that apply, or the number of children
  /// with a value.
  func coverage(_ unit: Int, _ basis: Node.CoverageRule.Basis, weighted: Double) -> Double {
    switch basis {
    case .weight: weighted
    case .children: Double(withValue[unit]) / Double(applicable[unit])
    case .count: Double(withValue[unit])
    }
  }

  /// Source, state and coverage of the parent. Children whose points or weights are all 0 give no value.
  func fill(_ column: inout NodeColumn, _ entry: Plan.Entry, isOut: [Bool]?, propagates: Bool) {
    let isSum = entry.isSum
    let points = entry.points
    for unit in total.indices {
      if isOut?[unit] ?? false || applicable[unit] == 0 {
        column.state[unit] = .notApplicable
        column.coverage[unit] = .nan
        if isOut?[unit] ?? false { column.rule[unit] = .doesNotApply }
        continue
      }
      column.coverage[unit] = coverageWeight[unit] > 0 ? coverageTotal[unit] / coverageWeight[unit] : 0
      if isBlocked[unit] && propagates || !(acting[unit] > 0) { continue }
      column.source[unit] = isSum ? total[unit] * scale(points, unit) : total[unit] / acting[unit]
      column.state[unit] = .value
    }
  }

  /// P ÷ Σ points of children with a value; exactly 1 where none is missing, so that printed children add up.
  private func scale(_ points: Double?, _ unit: Int) -> Double { points.map { $0 / acting[unit] } ?? 1 }

  /// Each child's share as it acted and what the parent received of it; nothing where the parent has no source.
  func writeShares(into columns: inout [NodeColumn], _ entry: Plan.Entry, _ plan: Plan, of parent: NodeColumn) {
    let isSum = entry.isSum
    let points = entry.points
    for (child, weight) in zip(entry.children, weights) {
      var shares = columns[child].effectiveShare
      var contributions = columns[child].contribution
      let value = columns[child].value
      let state = columns[child].state
      for unit in total.indices
      where (state[unit] == .value || state[unit] == .full) && !parent.source[unit].isNaN {
        let share = weight.acting(unit) / acting[unit]
        shares[unit] = share
        contributions[unit] = value[unit] * (isSum ? scale(points, unit) : share)
      }
      columns[child].effectiveShare = shares
      columns[child].contribution = contributions
    }
  }
}

/// What one child weighs among its siblings: points under a sum, weight under a mean, or the measure's true n.
struct ChildWeight {
  private var constant: Double
  private var actingByUnit: [Double]?
  private var coveringByUnit: [Double]?

  func acting(_ unit: Int) -> Double { actingByUnit?[unit] ?? constant }
  func covering(_ unit: Int) -> Double { coveringByUnit?[unit] ?? constant }

  /// Weights by n (R8): a missing child takes the mean n of its siblings with a value, for coverage; all weigh the same
  /// where no sibling with a value has n.
  static func all(
    of parent: Plan.Entry, _ plan: Plan, _ columns: [NodeColumn], units: Int, baseOf: (String) -> [Int]
  ) -> [ChildWeight] {
    var weights: [ChildWeight] = []
    var byN: [(child: Int, place: Int, n: [Int])] = []
    for (place, child) in parent.children.enumerated() {
      switch plan.entries[child].node.share {
      case .points(let points): weights.append(ChildWeight(constant: points))
      case .weight(let weight): weights.append(ChildWeight(constant: weight))
      case .none: weights.append(ChildWeight(constant: 1))
      case .weightByN(let measure):
        byN.append((child, place, baseOf(measure)))
        weights.append(ChildWeight(constant: 1))
      }
    }
    if byN.isEmpty { return weights }
    var total = Array(repeating: 0, count: units)
    var count = Array(repeating: 0, count: units)
    for (child, _, n) in byN {
      for unit in 0..<units where columns[child].hasValue(unit) {
        total[unit] += n[unit]
        count[unit] += 1
      }
    }
    for (child, place, n) in byN {
      var acting = Array(repeating: 1.0, count: units)
      var covering = acting
      for unit in 0..<units where total[unit] > 0 {
        acting[unit] = Double(n[unit])
        covering[unit] =
          columns[child].hasValue(unit) ? Double(n[unit]) : Double(total[unit]) / Double(count[unit])
      }
      weights[place].actingByUnit = acting
      weights[place].coveringByUnit = covering
    }
    return weights
  }
}
