import Register
import Schemes

/// Where an imputed value was taken from, as far as the sheet and its input tell.
package enum ImputationTrace: Sendable, Equatable {
  /// The indicator's values of one or two other periods, in order of time.
  case periods([(period: Period, value: Double)])
  /// So many units that had a value, of the unit's group if there is one: its cell in the register.
  case units(Int, group: String)

  package static func == (a: Self, b: Self) -> Bool {
    switch (a, b) {
    case (.units(let n, let group), .units(let m, let other)): n == m && group == other
    case (.periods(let first), .periods(let second)):
      first.elementsEqual(second) { $0.period.id == $1.period.id && $0.value == $1.value }
    default: false
    }
  }
}

/// - Returns: nil for other steps, for values from siblings, and where steps before it changed what other periods gave.
package func imputationTrace(
  of node: Node, step place: Int, unit: Int, in sheet: ScoreSheet, input: ScoringInput
) -> ImputationTrace? {
  guard node.steps.indices.contains(place), case .impute(let imputation) = node.steps[place].action,
    let column = sheet.node(node.id), column.afterStep.indices.contains(place)
  else { return nil }
  switch imputation {
  case .siblings: return nil
  case .units(_, let group):
    let entering = place == 0 ? column.source : column.afterStep[place - 1]
    let cell = group.flatMap { sheet.units[unit].register[$0] } ?? ""
    let count = entering.indices.count { other in
      !entering[other].isNaN && column.state[other] != .notApplicable
        && (group.map { sheet.units[other].register[$0] == cell } ?? true)
    }
    return .units(count, group: cell)
  case .latestPeriod, .betweenPeriods:
    guard place == 0, let measure = node.measure else { return nil }
    let others = input.history.compactMap { other -> (period: Period, value: Double)? in
      guard let value = other.measures[measure]?.value[unit], !value.isNaN else { return nil }
      return (other.period, value)
    }
    let before = others.filter { $0.period.start < sheet.period.start }.max { $0.period.start < $1.period.start }
    let after = others.filter { $0.period.start > sheet.period.start }.min { $0.period.start < $1.period.start }
    let isBetween = imputation == .betweenPeriods
    let found = [before, isBetween ? after : nil].compactMap(\.self)
    return found.isEmpty ? nil : .periods(found)
  }
}
