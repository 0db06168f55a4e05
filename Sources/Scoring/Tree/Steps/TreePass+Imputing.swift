import Schemes
import Statistics

/// Steps that fill what is missing (R16): from other units, from the unit's other indicators, from its other periods. All
/// look at the values that entered the step; what is filled there serves nobody else.
extension TreePass {
  mutating func impute(_ imputation: Step.Imputation, _ step: Step, _ run: inout StepRun) {
    var left: [Int] = []
    switch imputation {
    case .units(let center, let group):
      for period in run.values.indices {
        let centres = centres(of: run.values[period], center, group)
        let unfilled = run.fill(period) { centres[$0] }
        if period == 0 { left = unfilled }
      }
    case .siblings(let center, let direction):
      for period in run.values.indices {
        let filled = fromSiblings(run, period, center, direction)
        let unfilled = run.fill(period) { filled[$0] }
        if period == 0 { left = unfilled }
      }
    case .latestPeriod(let most): left = overTime(&run) { $0.latest($1, before: $2, atMost: most) }
    case .betweenPeriods: left = overTime(&run) { $0.between($1, at: $2) }
    }
    if !left.isEmpty {
      findings.append(
        .nothingToImputeFrom(step.place, node: run.node.id, units: left.map { units[$0].code }))
    }
  }

  /// For each unit the centre of its group's values; NaN where the group, or the unit's cell, has none.
  private mutating func centres(
    of values: [Double], _ center: Step.Imputation.Center, _ group: String?
  ) -> [Double] {
    guard let group else { return Array(repeating: center.of(values), count: values.count) }
    let numbers = groupNumbers(group)
    var members = Array(repeating: [Double](), count: (numbers.max() ?? -1) + 1)
    for unit in values.indices where numbers[unit] >= 0 && !values[unit].isNaN {
      members[numbers[unit]].append(values[unit])
    }
    let centres = members.map(center.of)
    return numbers.map { $0 < 0 ? .nan : centres[$0] }
  }

  /// The units' cells in a register column as numbers; −1: an empty cell, which is no group.
  private mutating func groupNumbers(_ column: String) -> [Int] {
    if let known = groups[column] { return known }
    var places: [String: Int] = [:]
    let numbers = units.map { unit -> Int in
      guard let cell = unit.register[column], !cell.isEmpty else { return -1 }
      if let known = places[cell] { return known }
      places[cell] = places.count
      return places.count - 1
    }
    groups[column] = numbers
    return numbers
  }

  /// “By row”: every leaf under the same parent is set between 0 and 1 by its own least and greatest value, directions
  /// applied; the centre of what the unit has there is set back onto this leaf's scale. A sibling enters with its values
  /// before its own step of this kind; one without such a step with its measure, and the direction 1.
  private mutating func fromSiblings(
    _ run: StepRun, _ period: Int, _ center: Step.Imputation.Center, _ direction: Step.Operand?
  ) -> [Double] {
    let nothing = Array(repeating: Double.nan, count: units.count)
    let sign = direction?.number ?? 1
    guard let parent = plan.entries[run.index].parent, sign != 0,
      let own = Span(run.values[period], times: sign)
    else { return nothing }
    var shares: [[Double]] = []
    for sibling in plan.entries[parent].children where sibling != run.index {
      guard let (column, sign) = enteringSiblings(sibling, period, of: run.values.count),
        let span = Span(column, times: sign), span.high > span.low
      else { continue }
      shares.append(column.map { ($0 * sign - span.low) / (span.high - span.low) })
    }
    return units.indices.map { unit in
      let row = shares.map { $0[unit] }.filter { !$0.isNaN }
      return row.isEmpty ? .nan : (own.low + center.of(row) * (own.high - own.low)) / sign
    }
  }

  private mutating func enteringSiblings(
    _ index: Int, _ period: Int, of count: Int
  ) -> (column: [Double], sign: Double)? {
    let entry = plan.entries[index]
    guard entry.node.measure != nil else { return nil }
    var sign = 1.0
    var end = 0
    for (place, step) in entry.node.steps.enumerated() {
      guard case .impute(.siblings(_, let direction)) = step.action else { continue }
      sign = direction?.number ?? 1
      end = place
      break
    }
    guard sign != 0 else { return nil }
    if siblings[index].map({ $0.count < count }) ?? true {
      var run = StepRun(index, entry, sources(index, entry, periods: count))
      for place in 0..<end { take(place, &run) }
      siblings[index] = run.values
    }
    return siblings[index].map { ($0[period], sign) }
  }

  private func overTime(
    _ run: inout StepRun, _ value: (Timeline, Int, Int) -> Double
  ) -> [Int] {
    let line = Timeline(run.values, periods.prefix(run.values.count).map(\.window.period))
    var left: [Int] = []
    for period in run.values.indices {
      let unfilled = run.fill(period) { value(line, $0, line.place(of: period)) }
      if period == 0 { left = unfilled }
    }
    return left
  }
}

extension Step.Imputation.Center {
  func of(_ values: [Double]) -> Double {
    switch self {
    case .mean: Statistics.mean(values)
    case .median: Statistics.median(values)
    }
  }
}

/// Least and greatest of a column; none without values.
private struct Span {
  let low: Double
  let high: Double
  init?(_ values: [Double], times sign: Double) {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values where !value.isNaN {
      low = min(low, value * sign)
      high = max(high, value * sign)
    }
    guard low <= high else { return nil }
    (self.low, self.high) = (low, high)
  }
}
