import Schemes
import Statistics

extension TreePass {
  /// The steps of a node, or of one of its hands, in written order, in all periods of the columns; what they give becomes
  /// the columns' values. Steps act on units whose state is `value`; all others stay without (R1) unless a step imputes.
  mutating func runSteps(_ index: Int, _ entry: Plan.Entry, hand: String? = nil, on columns: inout [NodeColumn]) {
    var run = StepRun(index, entry, hand: hand, frozenID: plan.entries[index].node.id, columns)
    for place in entry.node.steps.indices { take(place, &run) }
    for period in columns.indices { run.finish(&columns[period], period) }
  }

  mutating func take(_ place: Int, _ run: inout StepRun) {
    let step = run.node.steps[place]
    switch step.action {
    case .impute(let imputation): impute(imputation, step, &run)
    case .matrix(let matrix): lookUp(matrix, step, &run)
    default:
      if let over = step.population(default: populations.fallback) {
        compare(over, place, &run)
      } else {
        reportNonPositive(run.values[0], step, run.node)
        for period in run.values.indices {
          run.values[period] = step.action.transformed(run.values[period], points: run.points)
        }
      }
    }
    run.endStep()
  }

  private mutating func reportNonPositive(_ values: [Double], _ step: Step, _ node: Node) {
    guard case .goalposts(_, _, true, _) = step.action else { return }
    let concerned = units.indices.filter { snapped(values[$0]) <= 0 }.map { units[$0].code }
    if !concerned.isEmpty {
      findings.append(.valueNotPositive(step.place, node: node.id, step: step.word, units: concerned))
    }
  }

  /// Two-way bands: in each direction the first bound ≤ value, from the highest down. Without a value of the other
  /// measure there is no column to read.
  private mutating func lookUp(_ matrix: Step.Matrix, _ step: Step, _ run: inout StepRun) {
    let columns = matrix.columns.map { Comparison(.atLeast, $0.number ?? .nan) }
    let rows = matrix.rows.map { row in
      (Comparison(.atLeast, row.atLeast.number ?? .nan), row.gives.map { $0.number ?? .nan })
    }
    for period in run.values.indices {
      let across = periods[period].window.measure(matrix.across)
      var unknown: [String] = []
      var values = run.values[period]
      for unit in values.indices where !values[unit].isNaN {
        let other = across.state[unit] == .value ? across.value[unit] : .nan
        if other.isNaN { unknown.append(units[unit].code) }
        let gives = rows.first { $0.0.holds(for: values[unit]) }?.1
        let place = columns.firstIndex { $0.holds(for: other) }
        values[unit] = place.flatMap { place in gives.flatMap { place < $0.count ? $0[place] : nil } } ?? .nan
      }
      run.values[period] = values
      if period == 0, !unknown.isEmpty {
        findings.append(
          .acrossMissing(step.place, node: run.node.id, measure: matrix.across, units: unknown))
      }
    }
  }
}
