import Foundation
import Schemes
import Testing

@testable import Scoring

/// The engine against a second evaluator, written from the rules alone, on random schemes and rows.
@Suite("The engine agrees with a naive evaluator") struct NaiveAgreementTests {
  /// `QINGHENG_CASES=10000` draws more of them.
  static let seeds = 1...(ProcessInfo.processInfo.environment["QINGHENG_CASES"].flatMap { UInt64($0) } ?? 600)

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
    for seed in UInt64(1)...600 {
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
      if result.effects.contains(where: { $0.decision != nil }) { reached.insert("adjusted") }
      for contest in result.contests {
        if !contest.winners.isEmpty { reached.insert("won") }
        if contest.placesUsed > 0 { reached.insert("places used") }
        if contest.candidates.count > contest.winners.count { reached.insert("no place") }
      }
      for step in input.scheme.allNodes.flatMap(\.steps) { reached.insert(step.word) }
      for node in input.scheme.allNodes {
        if let aggregation = node.aggregation {
          reached.insert("\(node.children.contains { $0.points != nil } ? "points" : "weights") \(aggregation.word)")
        }
      }
      if input.scheme.grading?.clusters != nil, result.standing.values.contains(where: { $0.grade != nil }) {
        reached.insert("clustered")
      }
      if !input.frozen.isEmpty { reached.insert("frozen") }
      if !input.history.isEmpty { reached.insert("history") }
      if let combination = input.scheme.combination { reached.insert("combined \(combination.mode)") }
    }
    let rules = NodeRule.allCases.map { "\($0)" }
    let states = ValueState.allCases.flatMap { ["half \($0)", "year \($0)"] }
    let reasons: [MissingReason] = [
      .noRows, .allEmpty, .belowMinimumN, .belowMinimumCell, .notCovered, .noDenominator,
    ]
    let outcomes = [
      "graded", "deferred", "exempt", "no score", "coverage", "node", "ineligible", "ranked", "tied", "capped", "set",
      "acted", "unverified", "adjusted", "won", "places used", "no place", "held", "awaits", "in by tie", "clustered",
      "frozen", "history", "combined weighted", "combined best", "combined last",
    ]
    let steps = [
      "linear", "bands", "proportional", "deduct", "add", "required", "pass", "goalposts", "zscore", "minmax", "rank",
      "borda", "percentile", "distance", "share_of_best", "impute", "treat", "clamp", "round", "times", "drop_if",
    ]
    let means =
      [
        "mean", "geometric", "harmonic", "power", "min", "max", "median", "best", "trimmed",
      ].flatMap { ["points \($0)", "weights \($0)"] } + ["points sum", "weights copeland"]
    let all = rules + states + reasons.map { "\($0)" } + outcomes + steps + means
    #expect(Set(all).subtracting(reached) == [])
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
    if place.heldTitle != nil { words.append("held") }
    if place.awaits != nil { words.append("awaits") }
    if place.isInByTie { words.append("in by tie") }
    if !place.cappedBy.isEmpty && place.grade != nil { words.append("capped") }
    if place.setBy != nil && place.grade != nil { words.append("set") }
    return words
  }

  // MARK: One case through both

  /// Empty: they agree.
  static func differences(_ input: NaiveCase) -> [String] {
    let naive = NaiveEvaluator(input: input).evaluate()
    var agreement = Agreement(input: input, naive: naive)
    let prepared = engineInput(input)
    agreement.compare(prepared.measures, with: naive.measures, in: input.period.id)
    for (own, cells) in zip(prepared.halves, naive.halfMeasures) {
      agreement.compare(own.measures, with: cells, in: own.period.id)
    }
    for (own, cells) in zip(prepared.history, naive.historyMeasures) {
      agreement.compare(own.measures, with: cells, in: own.period.id)
    }
    guard agreement.differences.isEmpty else { return agreement.differences }
    agreement.compare(score(input.scheme, prepared))
    return agreement.differences
  }

  /// What the engine is given: its own reduction of the same rows, and its own runs to freeze.
  static func engineInput(_ input: NaiveCase) -> ScoringInput {
    var prepared = ScoringInput(
      period: input.period, asOf: input.asOf, units: input.units, measures: columns(input, input.whole),
      halves: input.halves.map { PeriodInput(period: $0.period, measures: columns(input, $0)) })
    prepared.history = input.history.map { PeriodInput(period: $0.period, measures: columns(input, $0)) }
    prepared.decisions = input.decisions
    prepared.titles = input.titles
    prepared.frozen = input.frozen.mapValues { score($0.scheme, engineInput($0)) }
    return prepared
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
      if measure.first?.roster != nil, let roster = window.rosters[measure.id] {
        context.roster = input.units.indices.map { (roster[$0] ?? []).sorted() }
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
