import Register
import Schemes

/// Where an imputed value was taken from, as far as the sheet and its input tell.
package enum ImputationTrace: Sendable, Equatable {
  /// The indicator's values of one or two other periods, in order of time.
  case periods([(period: Period, value: Double)])
  /// So many units that had a value, of the unit's group if there is one: its cell in the register.
  case units(Int, group: String)
  /// The unit's other leaves under the same parent, with the values that they entered with.
  case siblings([(node: String, value: Double)])

  package static func == (a: Self, b: Self) -> Bool {
    switch (a, b) {
    case (.units(let n, let group), .units(let m, let other)): n == m && group == other
    case (.periods(let first), .periods(let second)):
      first.elementsEqual(second) { $0.period.id == $1.period.id && $0.value == $1.value }
    case (.siblings(let first), .siblings(let second)):
      first.elementsEqual(second) { $0.node == $1.node && $0.value == $1.value }
    default: false
    }
  }
}

/// - Parameter siblings: What stands beside the node under the same parent.
/// - Returns: nil for other steps, and where steps before it changed what other periods gave.
package func imputationTrace(
  of node: Node, step place: Int, unit: Int, beside siblings: [Node] = [], in sheet: ScoreSheet, input: ScoringInput
) -> ImputationTrace? {
  guard node.steps.indices.contains(place), case .impute(let imputation) = node.steps[place].action,
    let column = sheet.node(node.id), column.afterStep.indices.contains(place)
  else { return nil }
  switch imputation {
  case .siblings:
    let found = siblings.compactMap { sibling -> (node: String, value: Double)? in
      guard sibling.id != node.id, sibling.measure != nil, let column = sheet.node(sibling.id) else { return nil }
      let entering = column.entering(stepOf: sibling)
      // A column of one value has no place between its least and its greatest.
      guard let value = entering?[unit], !value.isNaN, entering?.contains(where: { !$0.isNaN && $0 != value }) ?? false
      else { return nil }
      return (sibling.id, value)
    }
    return found.isEmpty ? nil : .siblings(found)
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

extension NodeColumn {
  /// What the leaf gives to siblings that lack a value: its numbers before its own step of this kind, else its measure's.
  fileprivate func entering(stepOf node: Node) -> [Double]? {
    let place = node.steps.firstIndex { if case .impute(.siblings) = $0.action { true } else { false } } ?? 0
    return place == 0 ? source : afterStep.indices.contains(place - 1) ? afterStep[place - 1] : nil
  }
}
