import Schemes

/// Reduces the rows of one measure to one number per unit: unique → first → take (M8).
///
/// - The rows are those that passed `where`, window, `as_of` and `confirmed`, in any order: they are reduced in the order
///   of their source, so that the same rows give the same bits.
/// - n and sd are those of the last stage, of all its values (before trimming); `share`, `mean` and `trimmed` give the
///   sum and the number of what was averaged as numerator and denominator.
/// - `times` acts here unless the measure has a denominator, after which `divide` applies it. A number under `empty`
///   stands for the reducer's result: the denominator and `times` act on it too.
/// - Not covered → missing, `notCovered`; a count then carries what is known in `numerator`, with `times` applied: the
///   least that the value can be (M5). NaN where no such bound holds.
/// - Under `min_n` or the minimum cell: missing. n is kept in both cases, since weights by n use it (R8). Where the reason
///   is `belowMinimumCell`, whoever prints n hides it, and no rule may ask how great it is.
/// - Rows without any value are missing; only if every row that `unique` kept says so, not applicable (M6b).
/// - The range is not checked here: `score` does, once per and times have acted (R2).
/// - Weights: mean, share, sum and count weigh the rows by their shares; n stays their number (M11).
/// - With `unique: {across: units}` the rows that another unit keeps count as no rows; with a roster, `empty` applies
///   where the roster is empty (M6). `claims` and `strangers` say whom that concerned.
/// - Parameter units: how many units are in scope. Rows of others are ignored.
/// - Complexity: O(rows · log rows per unit).
package func reduce(
  _ rows: [MeasureRow], as measure: Measure, units: Int, context: ReductionContext
) -> MeasureColumn {
  var column = MeasureColumn(missing: units)
  let grouped = RowsByUnit(rows, units: units)
  let holders = Holders(rows, of: measure, units: units)
  for unit in 0..<units {
    let own = grouped.rows(of: unit, in: rows)
    let held = holders.map { holders in own.filter { !holders.isHeldElsewhere($0) } } ?? own
    column[unit] = measureValue(of: held, as: measure, unit: unit, context: context)
  }
  return column
}

/// Divides a measure by its denominator and multiplies it (M10): the same unit's number from another table.
///
/// n stays the numerator's; numerator and denominator are the two numbers. A missing denominator, or one ≤ 0, makes the
/// value missing. Not applicable and full stay what they are. A known count beside a value that is not covered is
/// divided too.
package func divide(_ column: MeasureColumn, by other: MeasureColumn, times: Double) -> MeasureColumn {
  var result = column
  for unit in column.value.indices {
    let divisor = other.state[unit] == .value && other.value[unit] > 0 ? other.value[unit] : .nan
    let factor = times / divisor
    switch column.state[unit] {
    case .notApplicable, .full: continue
    case .missing:
      if column.reason[unit] == .notCovered { result.numerator[unit] = column.numerator[unit] * factor }
      if factor < 0 { result.numerator[unit] = .nan }
    case .value:
      if divisor.isNaN {
        result[unit] = MeasureValue(reason: .noDenominator, n: column.n[unit])
      } else {
        result.value[unit] = column.value[unit] * factor
        result.sd[unit] = column.sd[unit] * abs(factor)
        result.numerator[unit] = column.value[unit]
        result.denominator[unit] = divisor
      }
    }
  }
  return result
}

extension Measure {
  /// The measure by which this one is divided, to be reduced like any other; nil without `per`. Where it has no row in
  /// the period, `window: covering` rows stand in (M3); whoever selects the rows sees to that.
  package var denominatorMeasure: Measure? {
    guard let denominator else { return nil }
    var measure = Measure(
      id: "\(id)/per", source: .table(denominator.table), take: denominator.take, place: place)
    measure.predicate = denominator.predicate
    measure.value = denominator.value
    measure.window = denominator.window
    return measure
  }
}

/// One cell: the rows of one unit in source order.
func measureValue(
  of rows: [MeasureRow], as measure: Measure, unit: Int, context: ReductionContext
) -> MeasureValue {
  let isCovered = context.isCovered(unit)
  // A count without a denominator is complete here; with one, `divide` scales it.
  let times = measure.denominator == nil ? measure.times : 1
  let members = measure.first == nil ? nil : context.members(of: unit)
  if members.map(\.isEmpty) ?? rows.isEmpty {
    guard isCovered else { return notCovered(known: 0, n: 0, measure, times) }
    return emptyValue(measure, context, times)
  }
  let kept = measure.unique == nil ? rows : uniqueRows(rows, by: measure.unique).kept.map { rows[$0] }
  let stage = lastStage(of: kept, measure, members: members)
  let reduced = reduced(stage, as: measure.take)
  let n = reduced?.n ?? 0
  // Before all else: neither a known count nor a base may show what is hidden, covered or not.
  if let cell = context.minimumCell, (1..<max(cell, 1)).contains(n) {
    return MeasureValue(reason: .belowMinimumCell, n: n)
  }
  guard isCovered else {
    return notCovered(known: measure.take == .count ? reduced?.value ?? 0 : 0, n: n, measure, times)
  }
  guard let reduced else {
    return kept.allSatisfy(\.isNotApplicable)
      ? MeasureValue(state: .notApplicable) : MeasureValue(state: .missing, reason: .allEmpty)
  }
  if let minimum = measure.minN, n < minimum { return MeasureValue(reason: .belowMinimumN, n: n) }
  return MeasureValue(
    value: reduced.value * times, state: .value, n: n, sd: reduced.sd * abs(times), numerator: reduced.numerator,
    denominator: reduced.denominator)
}

/// What `empty` says where no row passed `where` (M6). Neither `min_n` nor the minimum cell applies: nothing is hidden.
private func emptyValue(_ measure: Measure, _ context: ReductionContext, _ times: Double) -> MeasureValue {
  switch measure.empty {
  case .missing: return MeasureValue(reason: .noRows)
  case .notApplicable: return MeasureValue(state: .notApplicable)
  case .full: return MeasureValue(state: .full)
  case .number(let number): return MeasureValue(value: number * times, state: .value)
  case nil:
    guard context.provesAbsence, measure.take == .count || measure.take == .sum else {
      return MeasureValue(reason: .noRows)
    }
    return MeasureValue(value: 0, state: .value)
  }
}

private func notCovered(known: Double, n: Int, _ measure: Measure, _ times: Double) -> MeasureValue {
  let bound = measure.take == .count && times >= 0 ? known * times : .nan
  return MeasureValue(reason: .notCovered, n: n, numerator: bound)
}

/// Row indices by unit, each unit's in source order: a counting sort, so that units cost nothing.
struct RowsByUnit {
  private var starts: [Int]
  private var order: [Int]

  init(_ rows: [MeasureRow], units: Int) {
    starts = Array(repeating: 0, count: units + 1)
    for row in rows where row.unit >= 0 && row.unit < units { starts[row.unit + 1] += 1 }
    for unit in 0..<units { starts[unit + 1] += starts[unit] }
    order = Array(repeating: 0, count: starts[units])
    var next = starts
    for (index, row) in rows.enumerated() where row.unit >= 0 && row.unit < units {
      order[next[row.unit]] = index
      next[row.unit] += 1
    }
  }

  func rows(of unit: Int, in rows: [MeasureRow]) -> [MeasureRow] {
    let own = order[starts[unit]..<starts[unit + 1]].map { rows[$0] }
    let isSorted = zip(own, own.dropFirst()).allSatisfy { !($1.source < $0.source) }
    return isSorted ? own : own.sorted { $0.source < $1.source }
  }
}
