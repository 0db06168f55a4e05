import Schemes
import Statistics

/// Whom a step compared a unit with, and what it took from them: the numbers that a reader needs to work the step out.
package struct StepPopulation: Sendable, Equatable {
  /// The peers, where the step looks at them alone; empty otherwise.
  package let group: String
  /// The period whose run gives the parameters; nil: this one.
  package let frozen: String?
  /// The values that entered, ascending.
  package let values: [Double]
  package var least: Double { values.first ?? .nan }
  package var greatest: Double { values.last ?? .nan }
  package var mean: Double { Statistics.mean(values) }
  /// n − 1; NaN under two values.
  package var deviation: Double { Statistics.sampleDeviation(values) }
}

/// The population of a step that compares units, read from the columns of the sheet.
/// - Parameters:
///   - hand: the hand whose step it is; nil: the node's own.
/// - Returns: nil for other steps, for columns without steps (the leaves of a year), and where several periods are put
///   together or the frozen run is not there.
package func stepPopulation(
  of node: Node, step place: Int, hand: String? = nil, unit: Int, in sheet: ScoreSheet, scheme: Scheme,
  frozen: [String: ScoreSheet]
) -> StepPopulation? {
  let steps = hand.map { id in node.hands?.all.first { $0.id == id }?.steps ?? [] } ?? node.steps
  guard steps.indices.contains(place), let over = steps[place].action.population(scheme.defaults.over) else {
    return nil
  }
  var source = sheet
  var period: String?
  if case .frozen(let name) = over, name != sheet.period.id {
    guard let run = frozen[name] else { return nil }
    source = run
    period = name
  }
  guard let entering = source.entering(place, of: node.id, hand: hand) else { return nil }
  var group = ""
  var members = Array(source.units.indices)
  switch over {
  case .periods: return nil
  case .frozen, .reported: break
  case .eligible:
    members = members.filter { unit in
      scheme.eligible.allSatisfy { test in
        let number = sheet.facts[test.fact]?[unit] ?? 0
        return test.comparison?.holds(for: number) ?? (number != 0)
      }
    }
  case .peers:
    group = source.units[unit].peers
    members = members.filter { source.units[$0].peers == group }
  }
  let values = members.map { entering[$0] }.filter { !$0.isNaN }.sorted()
  return values.isEmpty ? nil : StepPopulation(group: group, frozen: period, values: values)
}

extension Step.Action {
  /// nil: it does not compare units.
  fileprivate func population(_ fallback: Population) -> Population? {
    switch self {
    case .zScore(_, let over), .minMax(_, .observed, let over), .rank(_, let over), .borda(let over),
      .percentile(let over), .distance(_, let over), .shareOfBest(let over), .treat(_, let over):
      over ?? fallback
    case .linear, .bands, .matrix, .proportional, .deduct, .add, .required, .pass, .goalposts, .minMax, .impute, .clamp,
      .round, .times, .dropIf:
      nil
    }
  }
}

extension ScoreSheet {
  /// The values that entered a step; nil where the column has none.
  fileprivate func entering(_ place: Int, of id: String, hand: String?) -> [Double]? {
    guard let column = node(id) else { return nil }
    let own = hand.flatMap { id in column.hands.first { $0.id == id } }
    if hand != nil && own == nil { return nil }
    let (source, afterStep) = own.map { ($0.source, $0.afterStep) } ?? (column.source, column.afterStep)
    guard afterStep.indices.contains(place) else { return nil }
    if place > 0 { return afterStep[place - 1] }
    // The source is kept beside what kept it out of the steps.
    return zip(source, afterStep[0]).map { $1.isNaN ? .nan : $0 }
  }
}
