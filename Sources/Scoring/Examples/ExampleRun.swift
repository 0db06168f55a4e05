import Register
import Schemes
import Statistics

/// What came of an example of a scheme.
package struct ExampleOutcome: Sendable {
  package struct Mismatch: Sendable, Equatable {
    /// The node, or whatever the example expects its grade under.
    package let name: String
    package let expected: Example.Expectation
    package let found: Found
  }
  package enum Found: Sendable, Equatable {
    case value(Double)
    case missing
    case notApplicable
    case notGraded
    /// nil: no grade.
    case grade(String?)
    /// The scheme has no such node.
    case noSuchNode
  }
  package let example: Example
  /// In the order of the names; empty: the example holds.
  package let mismatches: [Mismatch]
  /// One unit, for the trace of an example that does not hold; nil if the period has no days, and then nothing holds.
  package let sheet: ScoreSheet?
  package var holds: Bool { mismatches.isEmpty }
}

/// Runs an example: one unit without register columns, the given values, every other measure missing.
///
/// - Values are compared with a tolerance of half a displayed digit. The ranked node is its total after effects; every
///   other node its own value.
/// - `missing` holds for a node that is missing, and for the ranked node if the unit is not graded.
/// - A grade may stand under any name: the unit has only one.
/// - In a year that is combined, both halves have the given values. Weights by n are equal, n not being given.
/// - The unit has no company: what a grade asks of its place among others (quota, percentile) is left out.
/// - A period that is not a calendar one counts as a phase.
package func run(_ example: Example, of scheme: Scheme) -> ExampleOutcome {
  let sheet = input(of: example).map { score(scheme.withoutCompany, $0) }
  let ranked = scheme.ranking?.node ?? scheme.roots.first?.id
  let mismatches = example.expect.sorted { $0.key < $1.key }.compactMap { name, expected -> ExampleOutcome.Mismatch? in
    let found = found(expected, name, isRanked: name == ranked, sheet)
    return isAsExpected(expected, found, digits: scheme.defaults.digits)
      ? nil : ExampleOutcome.Mismatch(name: name, expected: expected, found: found)
  }
  return ExampleOutcome(example: example, mismatches: mismatches, sheet: sheet)
}

extension Scheme {
  fileprivate var withoutCompany: Scheme {
    var scheme = self
    scheme.grading?.bands = (grading?.bands ?? []).map {
      GradeBand(grade: $0.grade, atLeast: $0.atLeast, eachChildShare: $0.eachChildShare, nodeFloors: $0.nodeFloors)
    }
    return scheme
  }
}

private func input(of example: Example) -> ScoringInput? {
  let measures = example.given.mapValues { value in
    var column = MeasureColumn(missing: 1)
    column[0] = MeasureValue(value: value, state: .value)
    return column
  }
  guard let period = Period(parsing: example.period) ?? phase(example.period) else { return nil }
  let halves = period.halves.map { PeriodInput(period: $0, measures: measures) }
  return ScoringInput(
    period: period, asOf: period.end, units: [ScoredUnit(code: "", name: example.name)], measures: measures,
    halves: halves)
}

/// Any days will do: the unit of an example has no register columns to compare with them.
private func phase(_ id: String) -> Period? {
  Period(year: 2000).map { Period(id: id, grain: .phase, start: $0.start, end: $0.end) }
}

private func found(
  _ expected: Example.Expectation, _ name: String, isRanked: Bool, _ sheet: ScoreSheet?
) -> ExampleOutcome.Found {
  let standing = sheet?.standing.first
  if case .grade = expected { return .grade(standing?.grade) }
  guard let column = sheet?.node(name) else { return .noSuchNode }
  if isRanked, let standing {
    if case .missing = expected, case .notGraded = standing.status { return .notGraded }
    if !standing.score.isNaN { return .value(standing.score) }
  }
  switch column.state[0] {
  case .missing: return .missing
  case .notApplicable: return .notApplicable
  case .value, .full: return .value(column.value[0])
  }
}

private func isAsExpected(_ expected: Example.Expectation, _ found: ExampleOutcome.Found, digits: Int) -> Bool {
  switch (expected, found) {
  case (.value(let a), .value(let b)):
    var half = 0.5
    for _ in 0..<max(0, digits) { half /= 10 }
    return Comparison(.atMost, half).holds(for: abs(a - b))
  case (.missing, .missing), (.missing, .notGraded): return true
  case (.grade(let a), .grade(let b)): return a == b
  default: return false
  }
}
