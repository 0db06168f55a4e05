import Schemes

/// What every step of a leaf made of its measure's value in one half of a combined year. The sheet of a year keeps what
/// came of the halves; steps that look at the one value alone tell how.
/// - Parameters:
///   - half: The input of that half.
///   - result: What the sheet keeps of the leaf in that half.
///   - points: The leaf's own points.
/// - Returns: The value before the steps and after each; nil where a step looks at other units or periods, and where
///   something else than the steps set the result (a decision, a condition, a missing value).
package func halfSteps(
  of leaf: Node, unit: Int, in half: PeriodInput, result: Double, points: Double?
) -> (source: Double, after: [Double])? {
  guard let measure = leaf.measure, let column = half.measures[measure], column.state[unit] == .value,
    !leaf.steps.isEmpty, leaf.steps.allSatisfy(\.isPointwise), !result.isNaN
  else { return nil }
  var after: [Double] = []
  for step in leaf.steps {
    after.append(contentsOf: step.action.transformed([after.last ?? column.value[unit]], points: points))
  }
  return after.last == result ? (column.value[unit], after) : nil
}
