import Schemes

/// What a parent gathers from its children, unit by unit: one walk over each child's columns (R4–R6, R8).
struct ChildSums {
  /// What has been gathered for one unit. One record instead of a column each: a child's column passes once, and what it
  /// adds to lies together.
  struct Record {
    /// Σ of child values (where they add up), or of weight × value (under a mean), over children with a value.
    var total = 0.0
    /// Σ of points or weights of children with a value.
    var acting = 0.0
    var coverageTotal = 0.0
    var coverageWeight = 0.0
    var withValue: Int32 = 0
    /// Children whose value rests on something: an imputed one does not count (R16).
    var withEvidence: Int32 = 0
    var applicable: Int32 = 0
    /// A child with `missing: propagate` is missing (R7).
    var isBlocked = false
  }
  private var gathered: [Record]
  private let weights: [ChildWeight]
  /// What the other means give; nil where the total does.
  private let aggregate: Aggregate?
  /// The units whose mean has a value ≤ 0 and therefore none itself (R9).
  var notPositive: [Int] { aggregate?.notPositive ?? [] }
  /// The units with too few children for what is trimmed.
  var tooFew: [Int] { aggregate?.tooFew ?? [] }

  /// - Parameter records: memory to use again; empty until `giveBack`.
  init(
    _ entry: Plan.Entry, _ plan: Plan, _ columns: [NodeColumn], units: Int, baseOf: (String) -> [Int],
    reusing records: inout [Record]
  ) {
    gathered = []
    swap(&gathered, &records)
    gathered.removeAll(keepingCapacity: true)
    gathered.append(contentsOf: repeatElement(Record(), count: units))
    weights = ChildWeight.all(of: entry, plan, columns, units: units, baseOf: baseOf)
    aggregate = Aggregate(entry, plan, columns, weights, units: units)
    for (child, weight) in zip(entry.children, weights) {
      let blocks = plan.entries[child].missing == .propagate
      add(columns[child], weight, isSum: entry.isSum, blocks: blocks)
    }
  }

  /// The sums are used up.
  mutating func giveBack(_ records: inout [Record]) { swap(&gathered, &records) }

  private mutating func add(_ child: NodeColumn, _ weight: ChildWeight, isSum: Bool, blocks: Bool) {
    gathered.withUnsafeMutableBufferPointer { gathered in
      child.value.withUnsafeBufferPointer { value in
        child.coverage.withUnsafeBufferPointer { coverage in
          child.state.withUnsafeBufferPointer { state in
            for unit in gathered.indices where state[unit] != .notApplicable {
              gathered[unit].applicable &+= 1
              let covering = weight.covering(unit)
              gathered[unit].coverageWeight += covering
              gathered[unit].coverageTotal += covering * coverage[unit]
              if state[unit] == .missing {
                if blocks { gathered[unit].isBlocked = true }
                continue
              }
              let own = weight.acting(unit)
              gathered[unit].withValue &+= 1
              if coverage[unit] > 0 { gathered[unit].withEvidence &+= 1 }
              gathered[unit].acting += own
              gathered[unit].total += isSum ? value[unit] : own * value[unit]
            }
          }
        }
      }
    }
  }

  /// What a coverage rule compares: the share of weight, or of the direct children that apply, or the number of children
  /// with a value. An imputed child counts as without.
  func coverage(_ unit: Int, _ basis: Node.CoverageRule.Basis, weighted: Double) -> Double {
    switch basis {
    case .weight: weighted
    case .children: Double(gathered[unit].withEvidence) / Double(gathered[unit].applicable)
    case .count: Double(gathered[unit].withEvidence)
    }
  }

  /// Source, state and coverage of the parent. Children whose points or weights are all 0 give no value.
  func fill(_ column: inout NodeColumn, _ entry: Plan.Entry, isOut: [Bool]?, propagates: Bool) {
    let isSum = entry.isSum
    let points = entry.points
    // Written as locals: a column's own arrays would be checked for other owners at every write.
    var (source, coverage, state, rule) = (column.source, column.coverage, column.state, column.rule)
    for (unit, sums) in gathered.enumerated() {
      if isOut?[unit] ?? false || sums.applicable == 0 {
        state[unit] = .notApplicable
        coverage[unit] = .nan
        if isOut?[unit] ?? false { rule[unit] = .doesNotApply }
        continue
      }
      coverage[unit] = sums.coverageWeight > 0 ? sums.coverageTotal / sums.coverageWeight : 0
      if sums.isBlocked && propagates || sums.withValue == 0 { continue }
      if let aggregate {
        source[unit] = aggregate.value[unit]
        state[unit] = aggregate.value[unit].isNaN ? .missing : .value
        if aggregate.value[unit].isNaN && sums.acting > 0 { rule[unit] = .stepFailed }
      } else if sums.acting > 0 {
        source[unit] = isSum ? sums.total * Self.scale(points, sums.acting) : sums.total / sums.acting
        state[unit] = .value
      }
    }
    (column.source, column.coverage, column.state, column.rule) = (source, coverage, state, rule)
  }

  /// P ÷ Σ points of children with a value; exactly 1 where none is missing, so that printed children add up.
  private static func scale(_ points: Double?, _ acting: Double) -> Double { points.map { $0 / acting } ?? 1 }

  /// Each child's share as it acted and what the parent received of it; nothing where the parent has no source, and no
  /// contributions where they do not add up to it.
  func writeShares(into columns: inout [NodeColumn], _ entry: Plan.Entry, _ plan: Plan, of parent: NodeColumn) {
    for (place, (child, weight)) in zip(entry.children, weights).enumerated() {
      let (shares, contributions) = acted(columns[child], place, weight, entry, parent.source)
      columns[child].effectiveShare = shares
      columns[child].contribution = contributions
    }
  }

  private func acted(
    _ child: NodeColumn, _ place: Int, _ weight: ChildWeight, _ entry: Plan.Entry, _ source: [Double]
  ) -> (shares: [Double], contributions: [Double]) {
    let isSum = entry.isSum
    let points = entry.points
    let (value, state) = (child.value, child.state)
    var contributions: [Double] = []
    let shares = Array<Double>(unsafeUninitializedCapacity: gathered.count) { shares, filled in
      contributions = Array(unsafeUninitializedCapacity: gathered.count) { contributions, filled in
        for (unit, sums) in gathered.enumerated() {
          let hasValue = state[unit] == .value || state[unit] == .full
          guard hasValue && !source[unit].isNaN else {
            shares[unit] = .nan
            contributions[unit] = .nan
            continue
          }
          let share = weight.acting(unit) / sums.acting
          if let aggregate {
            (shares[unit], contributions[unit]) = aggregate.acted(place, unit, value[unit], weight: share)
          } else {
            shares[unit] = share
            contributions[unit] = value[unit] * (isSum ? Self.scale(points, sums.acting) : share)
          }
        }
        filled = gathered.count
      }
      filled = gathered.count
    }
    return (shares, contributions)
  }
}
