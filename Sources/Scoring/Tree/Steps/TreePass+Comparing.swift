import Schemes
import Statistics

/// Steps that compare units: the population's values give a yardstick, and everyone is measured with it (R10, R11).
extension TreePass {
  mutating func compare(_ over: Population, _ place: Int, _ run: inout StepRun) {
    switch over {
    case .periods(let names): compare(overPeriods: names, place, &run)
    case .frozen(let name):
      for period in run.values.indices {
        if periods[period].window.period.id == name {
          compare(within: period, .reported, place, &run)
        } else {
          compare(frozen: name, period, place, &run)
        }
      }
    case .reported, .eligible, .peers:
      for period in run.values.indices { compare(within: period, over, place, &run) }
    }
  }

  private mutating func compare(within period: Int, _ over: Population, _ place: Int, _ run: inout StepRun) {
    let values = run.values[period]
    let goal = ownGoal(run, place, period)
    for group in periods[period].populations.groups(over) {
      guard group.concerned.contains(where: { !values[$0].isNaN }) else { continue }
      var members: [Double] = []
      members.reserveCapacity(group.members.count)
      for unit in group.members where !values[unit].isNaN { members.append(values[unit]) }
      measure([period], group.concerned, by: members, goal, place, group.name, &run)
    }
  }

  /// The units' values of several periods as one column: what the step makes of this run's own, it makes of the others
  /// too, so that a later step over the same periods sees them alike.
  private mutating func compare(overPeriods names: [String], _ place: Int, _ run: inout StepRun) {
    let known = Set(periods.prefix(run.values.count).map(\.window.period.id))
    let absent = names.filter { !known.contains($0) }
    if !absent.isEmpty {
      let step = run.node.steps[place]
      findings.append(.periodsAbsent(step.place, node: run.node.id, step: step.word, periods: absent))
    }
    var members: [Double] = []
    for period in run.values.indices where period == 0 || names.contains(periods[period].window.period.id) {
      for value in run.values[period] where !value.isNaN { members.append(value) }
    }
    guard !members.isEmpty else { return }
    measure(
      Array(run.values.indices), Array(units.indices), by: members, ownGoal(run, place, 0), place, "", &run)
  }

  /// The parameters of an earlier run: the values that entered this step there.
  private mutating func compare(frozen name: String, _ period: Int, _ place: Int, _ run: inout StepRun) {
    let step = run.node.steps[place]
    guard run.values[period].contains(where: { !$0.isNaN }) else { return }
    guard let sheet = frozen[name], let entering = sheet.entering(place, of: run) else {
      if period == 0 {
        findings.append(.frozenRunAbsent(step.place, node: run.node.id, step: step.word, period: name))
      }
      run.values[period] = Array(repeating: .nan, count: units.count)
      return
    }
    var goal = Double.nan
    if case .distance(.unit(let code), _) = step.action {
      goal = sheet.units.firstIndex { $0.code == code }.map { entering[$0] } ?? .nan
    }
    measure(
      [period], Array(units.indices), by: entering.filter { !$0.isNaN }, goal, place, "", &run)
  }

  /// The value of the unit that `distance` names, wherever it belongs.
  private func ownGoal(_ run: StepRun, _ place: Int, _ period: Int) -> Double {
    guard case .distance(.unit(let code), _) = run.node.steps[place].action else { return .nan }
    return units.firstIndex { $0.code == code }.map { run.values[period][$0] } ?? .nan
  }

  private mutating func measure(
    _ periods: [Int], _ concerned: [Int], by members: [Double], _ goal: Double, _ place: Int, _ group: String,
    _ run: inout StepRun
  ) {
    let step = run.node.steps[place]
    var stick: Yardstick?
    switch Yardstick.made(for: step.action, of: members, goal: goal) {
    case .success(let made)?: stick = made
    case .failure(let failure)?: if periods.contains(0) { report(failure, step, run.node) }
    case nil: return
    }
    for period in periods {
      if period == 0, let treatment = stick?.treatment {
        run.treatments.append(
          ColumnTreatment(step, place, group, treatment, concerned, run.values[0]))
      }
      var values = run.values[period]
      run.values[period] = []
      for unit in concerned {
        let value = stick?.measure(values[unit]) ?? .nan
        values[unit] = value.isFinite ? value : .nan
      }
      run.values[period] = values
    }
  }

  private mutating func report(_ failure: Yardstick.Failure, _ step: Step, _ node: Node) {
    let place = step.place
    let finding: ScoringFinding =
      switch failure {
      case .constant(let count): .stepConstant(place, node: node.id, step: step.word, units: count)
      case .goalAbsent: .goalUnusable(place, node: node.id, step: step.word, .unitWithoutValue)
      case .goalNotAbove: .goalUnusable(place, node: node.id, step: step.word, .notAboveTheLeast)
      case .bestNotPositive: .goalUnusable(place, node: node.id, step: step.word, .bestNotPositive)
      }
    findings.append(finding)
  }
}

extension ScoreSheet {
  /// The values that entered a step in this run; nil if the run knows no such step. NaN: none.
  fileprivate func entering(_ place: Int, of run: StepRun) -> [Double]? {
    guard let column = node(run.frozenID) else { return nil }
    let hand = run.hand.flatMap { id in column.hands.first { $0.id == id } }
    if run.hand != nil && hand == nil { return nil }
    let (source, afterStep) = hand.map { ($0.source, $0.afterStep) } ?? (column.source, column.afterStep)
    guard afterStep.count == run.node.steps.count, source.count == units.count else { return nil }
    if place > 0 { return afterStep[place - 1] }
    // The source is kept beside what kept it out of the steps; what did not enter did not come out.
    return zip(source, afterStep[0]).map { $1.isNaN ? .nan : $0 }
  }
}

extension ColumnTreatment {
  fileprivate init(
    _ step: Step, _ place: Int, _ group: String, _ treatment: OutlierTreatment, _ concerned: [Int],
    _ values: [Double]
  ) {
    var transform: String?
    if case .treat(let written, _) = step.action, treatment.transform != nil { transform = written.then.rawValue }
    self.init(
      step: place, group: group, before: treatment.before, winsorised: treatment.winsorised,
      transformed: treatment.transformed, lowered: concerned.filter { treatment.side(values[$0]) > 0 },
      raised: concerned.filter { treatment.side(values[$0]) < 0 }, upperBound: treatment.highCap,
      lowerBound: treatment.lowCap, transform: transform, isMirrored: treatment.isMirrored)
  }
}
