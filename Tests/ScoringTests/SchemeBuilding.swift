import Findings
import Register
import Schemes

@testable import Scoring

let nowhere = Place.subject("test")

func step(_ action: Step.Action) -> Step { Step(action, place: nowhere) }

func linear(_ knots: [(Double, Double)]) -> Step {
  step(.linear(knots.map { Step.Knot(.number($0.0), .number($0.1)) }))
}
func bands(_ rows: [(Double, Double)]) -> Step {
  step(.bands(rows.map { Step.Band(atLeast: .number($0.0), gives: .number($0.1)) }))
}
func zScore(over: Population? = nil) -> Step {
  step(.zScore(to: Step.MeanAndDeviation(mean: 0, deviation: 1), over: over))
}
func proportional(_ full: Double) -> Step { step(.proportional(full: .number(full))) }
func times(_ factor: Double) -> Step { step(.times(.number(factor))) }

func treat(
  skew: Double = 2, kurtosis: Double = 3.5, winmax: Int = 5, then: Step.Treatment.Transform = .logCT,
  combined: Bool = false, over: Population? = nil
) -> Step {
  step(
    .treat(
      Step.Treatment(skew: skew, kurtosis: kurtosis, winmax: winmax, then: then, isCombined: combined), over: over))
}

/// A leaf whose measure has the same name unless another is given.
func leaf(_ id: String, _ share: Node.Share, measure: String? = nil, _ steps: Step...) -> Node {
  var node = Node(id: id, share: share, source: .measure(measure ?? id), place: nowhere)
  node.steps = steps
  return node
}

func parent(_ id: String, _ share: Node.Share = .none, _ of: Node.Aggregation, _ children: [Node]) -> Node {
  Node(id: id, share: share, source: .children(children, of: of), place: nowhere)
}

extension Node {
  func with(_ change: (inout Node) -> Void) -> Node {
    var node = self
    change(&node)
    return node
  }
}

/// A scheme of one root; every leaf's measure is there, taking a mean.
func scheme(_ roots: Node..., change: (inout Scheme) -> Void = { _ in }) -> Scheme {
  var scheme = Scheme(id: "test", place: nowhere)
  scheme.roots = roots
  let ids = Set(roots.flatMap(\.leaves).compactMap(\.measure)).sorted()
  scheme.measures = ids.map { Measure(id: $0, source: .table("t"), take: .mean, place: nowhere) }
  change(&scheme)
  return scheme
}

extension Scheme {
  /// Adds a measure that counts rows.
  mutating func addCount(_ id: String) {
    measures.append(Measure(id: id, source: .table("t"), take: .count, place: nowhere))
  }
  mutating func addFact(_ id: String, _ test: Fact.Test) {
    facts.append(Fact(id: id, test: test, place: nowhere))
  }
  /// 80 and above A, 60 and above B, else C, as the ranked root decides.
  mutating func addGrades(_ bands: [GradeBand]? = nil, onlyYear: Bool = false) {
    grading = Grading(
      bands: bands ?? [
        GradeBand(grade: "A", atLeast: .constant(80), eachChildShare: nil),
        GradeBand(grade: "B", atLeast: .constant(60), eachChildShare: nil),
        GradeBand(grade: "C", atLeast: nil, eachChildShare: nil),
      ], onlyYear: onlyYear, place: nowhere)
  }
  mutating func addRanking(_ node: String, _ change: (inout Ranking) -> Void = { _ in }) {
    var ranking = Ranking(node: node, place: nowhere)
    change(&ranking)
    self.ranking = ranking
  }
}

func fact(_ id: String, _ comparison: Comparison? = nil) -> Comparison.OnFact {
  Comparison.OnFact(fact: id, comparison: comparison, place: nowhere)
}

func effect(_ id: String, _ change: (inout Effect) -> Void) -> Effect {
  var effect = Effect(id: id, place: nowhere)
  change(&effect)
  return effect
}

func when(_ measure: String, _ relation: Comparison.Relation = .atLeast, _ bound: Double = 1) -> Effect.Trigger {
  Effect.Trigger(anyOf: [Effect.Trigger.Test(measure: measure, comparison: Comparison(relation, bound))])
}

/// A column of values; nil is missing.
func column(_ values: [Double?], n: [Int]? = nil) -> MeasureColumn {
  var column = MeasureColumn(missing: values.count)
  for (unit, value) in values.enumerated() {
    if let value { column[unit] = MeasureValue(value: value, state: .value) }
    column.n[unit] = n?[unit] ?? (value == nil ? 0 : 1)
  }
  return column
}

extension MeasureColumn {
  func marking(_ units: [Int], as state: ValueState) -> MeasureColumn {
    var column = self
    for unit in units { column[unit] = MeasureValue(state: state) }
    return column
  }
  /// Not covered, with so many rows known.
  func knowing(_ count: Double, _ unit: Int) -> MeasureColumn {
    var column = self
    column[unit] = MeasureValue(reason: .notCovered, numerator: count)
    return column
  }
}

func period(_ text: String) -> Period { Period(parsing: text) ?? firstHalf }

let firstHalf = Period(
  id: "2025H1", grain: .half, start: CalendarDate(yyyymmdd: 20_250_101)!, end: CalendarDate(yyyymmdd: 20_250_630)!)

func input(
  _ measures: [String: MeasureColumn], period: Period = firstHalf, peers: [String] = [],
  register: [[String: String]] = [], halves: [[String: MeasureColumn]] = []
) -> ScoringInput {
  let count = measures.values.map(\.value.count).max() ?? halves.flatMap(\.values).map(\.value.count).max() ?? 0
  let units = (0..<count).map { unit in
    ScoredUnit(
      code: "D\(unit)", name: "D\(unit)", peers: peers.isEmpty ? "" : peers[unit],
      register: register.isEmpty ? [:] : register[unit])
  }
  return ScoringInput(
    period: period, asOf: period.end, units: units, measures: measures,
    halves: zip(period.halves, halves).map { PeriodInput(period: $0, measures: $1) })
}

func near(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
  a.isNaN && b.isNaN || abs(a - b) <= tolerance * max(1, abs(b))
}

func near(_ a: [Double]?, _ b: [Double]) -> Bool {
  guard let a, a.count == b.count else { return false }
  return zip(a, b).allSatisfy { near($0, $1) }
}
