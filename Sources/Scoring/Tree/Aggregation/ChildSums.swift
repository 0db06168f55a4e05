import Schemes

/// What a parent gathers from its children, unit by unit: one walk over each child's columns (R4–R6, R8).
struct ChildSums {
  /// Σ of child values (where they add up), or of weight × value (under a mean), over children with a value.
  private var total: [Double]
  /// Σ of points or weights of children with a value.
  private var acting: [Double]
  private var coverageTotal: [Double]
  private var coverageWeight: [Double]
  private var withValue: [Int32]
  /// Children whose value rests on something: an imputed one does not count (R16).
  private var withEvidence: [Int32]
  private var applicable: [Int32]
  /// A child with `missing: propagate` is missing (R7).
  private var isBlocked: [Bool]
  private let weights: [ChildWeight]
  /// What the other means give; nil where the total does.
  private let aggregate: Aggregate?
  /// The units whose mean has a value ≤ 0 and therefore none itself (R9).
  var notPositive: [Int] { aggregate?.notPositive ?? [] }

  init(_ entry: Plan.Entry, _ plan: Plan, _ columns: [NodeColumn], units: Int, baseOf: (String) -> [Int]) {
    let zeros = Array(repeating: 0.0, count: units)
    total = zeros
    acting = zeros
    coverageTotal = zeros
    coverageWeight = zeros
    withValue = Array(repeating: 0, count: units)
    withEvidence = withValue
    applicable = withValue
    isBlocked = Array(repeating: false, count: units)
    weights = ChildWeight.all(of: entry, plan, columns, units: units, baseOf: baseOf)
    aggregate = Aggregate(entry, plan, columns, weights, units: units)
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
      if coverage[unit] > 0 { withEvidence[unit] += 1 }
      acting[unit] += own
      total[unit] += isSum ? value[unit] : own * value[unit]
    }
  }

  /// What a coverage rule compares: the share of weight, or of the direct children that apply, or the number of children
  /// with a value. An imputed child counts as without.
  func coverage(_ unit: Int, _ basis: Node.CoverageRule.Basis, weighted: Double) -> Double {
    switch basis {
    case .weight: weighted
    case .children: Double(withEvidence[unit]) / Double(applicable[unit])
    case .count: Double(withEvidence[unit])
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
      if isBlocked[unit] && propagates || withValue[unit] == 0 { continue }
      if let aggregate {
        column.source[unit] = aggregate.value[unit]
        column.state[unit] = aggregate.value[unit].isNaN ? .missing : .value
        if aggregate.value[unit].isNaN && acting[unit] > 0 { column.rule[unit] = .stepFailed }
      } else if acting[unit] > 0 {
        column.source[unit] = isSum ? total[unit] * scale(points, unit) : total[unit] / acting[unit]
        column.state[unit] = .value
      }
    }
  }

  /// P ÷ Σ points of children with a value; exactly 1 where none is missing, so that printed children add up.
  private func scale(_ points: Double?, _ unit: Int) -> Double { points.map { $0 / acting[unit] } ?? 1 }

  /// Each child's share as it acted and what the parent received of it; nothing where the parent has no source, and no
  /// contributions where they do not add up to it.
  func writeShares(into columns: inout [NodeColumn], _ entry: Plan.Entry, _ plan: Plan, of parent: NodeColumn) {
    let isSum = entry.isSum
    let points = entry.points
    for (place, (child, weight)) in zip(entry.children, weights).enumerated() {
      var shares = columns[child].effectiveShare
      var contributions = columns[child].contribution
      let value = columns[child].value
      let state = columns[child].state
      for unit in total.indices
      where (state[unit] == .value || state[unit] == .full) && !parent.source[unit].isNaN {
        if let aggregate {
          (shares[unit], contributions[unit]) = aggregate.acted(
            place, unit, value[unit], weight: weight.acting(unit) / acting[unit])
        } else {
          let share = weight.acting(unit) / acting[unit]
          shares[unit] = share
          contributions[unit] = value[unit] * (isSum ? scale(points, unit) : share)
        }
      }
      columns[child].effectiveShare = shares
      columns[child].contribution = contributions
    }
  }
}
