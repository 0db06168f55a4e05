import Schemes
import Testing

@testable import Scoring

/// The engine against a second evaluator, written from the rules alone, on random schemes and rows.
@Suite("The engine agrees with a naive evaluator") struct NaiveAgreementTests {
  static let seeds: ClosedRange<UInt64> = 1...2000

  @Test("on random schemes and rows") func agrees() {
    // The first case of each kind of difference: values of one node say little that the next does not.
    var failures: [(kind: String, first: NaiveCase, count: Int)] = []
    for seed in Self.seeds {
      let input = RandomRows.drawCase(seed: seed)
      guard let kind = Self.differences(input).first.map(Agreement.kind) else { continue }
      if let known = failures.firstIndex(where: { $0.kind == kind }) {
        failures[known].count += 1
      } else {
        failures.append((kind, input, 1))
      }
    }
    for (kind, failure, count) in failures {
      let smallest = CaseShrinker { Self.differences($0).first.map(Agreement.kind) == kind }.shrink(failure)
      Issue.record(
        """
        \(kind): they differ on \(count) of \(Self.seeds.count) cases, first on seed \(failure.seed). To run it alone: NaiveAgreementTests.differences(RandomRows.drawCase(seed: \
        \(failure.seed))). The smallest case like it:
        \(CaseText(input: smallest).text)
        \(Self.differences(smallest).joined(separator: "\n"))
        """)
    }
  }

  @Test("and the cases reach every state, rule and outcome") func reaches() {
    var reached: Set<String> = []
    for seed in Self.seeds.prefix(600) {
      let input = RandomRows.drawCase(seed: seed)
      let result = NaiveEvaluator(input: input).evaluate()
      let isYear = !input.halves.isEmpty
      for cell in result.cells.values.flatMap(\.values) {
        reached.insert("\(isYear ? "year" : "half") \(cell.state)")
        reached.insert("\(cell.rule)")
      }
      for cell in result.measures.values.flatMap(\.values) { reached.insert("\(cell.reason)") }
      for place in result.standing.values { reached.formUnion(Self.words(place)) }
      for record in result.effects { reached.insert("\(record.outcome)") }
    }
    let rules = NodeRule.allCases.map { "\($0)" }
    let states = ValueState.allCases.flatMap { ["half \($0)", "year \($0)"] }
    let reasons: [MissingReason] = [
      .noRows, .allEmpty, .belowMinimumN, .belowMinimumCell, .notCovered, .noDenominator,
    ]
    let outcomes = [
      "graded", "deferred", "exempt", "no score", "coverage", "node", "ineligible", "ranked", "tied", "capped", "set",
      "acted", "unverified",
    ]
    #expect(Set(rules + states + reasons.map { "\($0)" } + outcomes).subtracting(reached) == [])
  }

  private static func words(_ place: Standing) -> [String] {
    var words: [String] = []
    switch place.status {
    case .graded: words.append("graded")
    case .deferred: words.append("deferred")
    case .exempt: words.append("exempt")
    case .notGraded(let reasons):
      for reason in reasons {
        switch reason {
        case .noScore: words.append("no score")
        case .coverage: words.append("coverage")
        case .node: words.append("node")
        case .ineligible: words.append("ineligible")
        }
      }
    }
    if place.rank != nil { words.append("ranked") }
    if place.isTied { words.append("tied") }
    if !place.cappedBy.isEmpty && place.grade != nil { words.append("capped") }
    if place.setBy != nil && place.grade != nil { words.append("set") }
    return words
  }

  // MARK: One case through both

  /// Empty: they agree.
  static func differences(_ input: NaiveCase) -> [String] {
    let naive = NaiveEvaluator(input: input).evaluate()
    var agreement = Agreement(input: input, naive: naive)
    let whole = columns(input, input.whole)
    agreement.compare(whole, with: naive.measures, in: input.period.id)
    var halves: [PeriodInput] = []
    for (window, cells) in zip(input.halves, naive.halfMeasures) {
      let own = columns(input, window)
      agreement.compare(own, with: cells, in: window.period.id)
      halves.append(PeriodInput(period: window.period, measures: own))
    }
    guard agreement.differences.isEmpty else { return agreement.differences }
    let sheet = score(
      input.scheme,
      ScoringInput(
        period: input.period, asOf: input.asOf, units: input.units, measures: whole, halves: halves))
    agreement.compare(sheet)
    return agreement.differences
  }

  /// The engine's own reduction of the same rows.
  private static func columns(_ input: NaiveCase, _ window: WindowRows) -> [String: MeasureColumn] {
    var columns: [String: MeasureColumn] = [:]
    for measure in input.scheme.measures {
      let facts = input.tables[measure.table ?? ""] ?? TableFacts()
      var context = ReductionContext(isComplete: facts.isComplete)
      if facts.hasCoverage {
        let covered = window.covered[measure.table ?? ""] ?? []
        context.covered = input.units.indices.map(covered.contains)
      }
      if facts.isAnonymous { context.minimumCell = naiveMinimumCell }
      let own = reduce(
        window.rows[measure.id] ?? [], as: measure, units: input.units.count, context: context)
      if let denominator = measure.denominatorMeasure {
        let other = reduce(
          window.denominators[measure.id] ?? [], as: denominator, units: input.units.count,
          context: ReductionContext())
        columns[measure.id] = divide(own, by: other, times: measure.times)
      } else {
        columns[measure.id] = own
      }
    }
    return columns
  }
}
