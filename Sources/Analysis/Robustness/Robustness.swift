import Schemes
import Scoring

/// What became of ranks and grades over all draws, and under each choice made otherwise alone.
package struct Robustness: Sendable {
  package struct Unit: Sendable {
    package let unit: ScoredUnit
    package let nominalRank: Int?
    package let nominalGrade: String?
    /// Of its ranks in the draws, type 7 of Hyndman & Fan; NaN without any.
    package let median: Double
    package let low: Double
    package let high: Double
    /// Draws in which it had a rank.
    package let ranked: Int
    /// By grade, in how many draws; "" for none.
    package let grades: [String: Int]
    /// The share of draws with the nominal grade; NaN without draws.
    package let keptGrade: Double
  }

  /// One choice made otherwise, all else as the scheme has it.
  package struct Switch: Sendable {
    package let choice: String
    package let alternative: String
    /// Beside the scheme as it stands; nil where it cannot be computed.
    package let comparison: SheetComparison?
    package let refusal: ChoiceRefusal?
    /// The greatest difference of a rank.
    package let greatestShift: Int
  }

  /// Draws that cannot be computed: none is left out in silence.
  package struct Uncomputed: Sendable {
    package let alternatives: [Int]
    package let refusal: ChoiceRefusal
    package let draws: Int
    package let firstDraw: Int
  }

  package let question: RobustnessQuestion
  package let units: [Unit]
  package let switches: [Switch]
  package let uncomputed: [Uncomputed]
  /// Draws that were computed.
  package let computed: Int
  /// Nodes whose weights follow n and cannot be drawn.
  package let fixedWeights: [String]

  /// Units whose grade some choice alone changes, with those choices, in the order of the sheet.
  package var debatable: [(unit: ScoredUnit, by: [Switch])] {
    units.compactMap { row in
      let by = switches.filter { $0.comparison?.regraded.contains { $0.unit.code == row.unit.code } ?? false }
      return by.isEmpty ? nil : (row.unit, by)
    }
  }
}

/// A scheme by the alternatives of the choices of a question.
package typealias SchemeOfChoices = (_ alternatives: [Int]) -> Result<Scheme, ChoiceRefusal>

/// Draws weights and choices, and switches each choice alone.
///
/// A pure function of its arguments: draws depend on the seed and their numbers, only whole numbers are added up over
/// them, so that neither threads nor their order change anything. O(draws × units × nodes); where nothing but weighted
/// means acts, without a run of the engine for each draw.
/// - Parameters:
///   - sheet: of the scheme as it stands, over the input.
///   - build: gives the scheme itself where every alternative is 0.
package func robustness(
  of scheme: Scheme, _ input: ScoringInput, _ sheet: ScoreSheet, _ question: RobustnessQuestion, threads: Int = 1,
  build: SchemeOfChoices
) -> Robustness {
  let nominal = SheetComparison.Side(scheme: scheme, sheet: sheet)
  let switches = question.choices.indices.flatMap { choice in
    question.choices[choice].alternatives.indices.dropFirst().map { alternative -> Robustness.Switch in
      var alternatives = Array(repeating: 0, count: question.choices.count)
      alternatives[choice] = alternative
      return Robustness.Switch(
        question.choices[choice], alternative, nominal, build(alternatives).map { ($0, score($0, input)) })
    }
  }
  // Draws of the same alternatives share their leaves.
  var drawsOf: [[Int]: [Int]] = [:]
  var order: [[Int]] = []
  for draw in 0..<max(0, question.draws) {
    let alternatives = question.alternatives(ofDraw: draw)
    if drawsOf[alternatives] == nil { order.append(alternatives) }
    drawsOf[alternatives, default: []].append(draw)
  }
  var counts = DrawCounts(units: sheet.units.count)
  var uncomputed: [Robustness.Uncomputed] = []
  var series: [DrawSeries] = []
  for alternatives in order {
    let draws = drawsOf[alternatives] ?? []
    switch build(alternatives) {
    case .failure(let refusal):
      uncomputed.append(
        .init(alternatives: alternatives, refusal: refusal, draws: draws.count, firstDraw: draws.first ?? 0))
    case .success(let drawn):
      series.append(DrawSeries(scheme: drawn, input: input, question: question, draws: draws))
    }
  }
  for counted in DrawSeries.counts(of: series, threads: threads) { counts.add(counted) }
  return Robustness(
    question: question, units: counts.results(sheet), switches: switches,
    uncomputed: uncomputed, computed: counts.draws,
    fixedWeights: question.weights > 0 ? scheme.allNodes.filter(\.isWeightedByN).map(\.id) : [])
}

extension Robustness.Switch {
  fileprivate init(
    _ choice: RobustnessQuestion.Choice, _ alternative: Int, _ nominal: SheetComparison.Side,
    _ result: Result<(Scheme, ScoreSheet), ChoiceRefusal>
  ) {
    self.choice = choice.name
    self.alternative = choice.alternatives[alternative]
    switch result {
    case .success(let (scheme, sheet)):
      let comparison = SheetComparison(before: nominal, after: .init(scheme: scheme, sheet: sheet))
      self.comparison = comparison
      refusal = nil
      greatestShift =
        comparison.units.map { abs(($0.standingAfter?.rank ?? 0) - ($0.standingBefore?.rank ?? 0)) }.max() ?? 0
    case .failure(let refusal):
      comparison = nil
      self.refusal = refusal
      greatestShift = 0
    }
  }
}

extension Node {
  fileprivate var isWeightedByN: Bool { if case .weightByN = share { true } else { false } }
}

/// One draw in full: its choices and weights, and what would be.
package struct DrawnScheme: Sendable {
  package let alternatives: [Int]
  /// By node, in the order of the tree, what its weight is multiplied by.
  package let factors: [(node: String, factor: Double)]
  package let scheme: Scheme
  package let sheet: ScoreSheet
}

/// Draw `number` of a question again, from its seed and number alone.
package func drawn(
  _ number: Int, of question: RobustnessQuestion, _ input: ScoringInput, build: SchemeOfChoices
) -> Result<DrawnScheme, ChoiceRefusal> {
  let alternatives = question.alternatives(ofDraw: number)
  return build(alternatives).map { scheme in
    let factors = question.factors(ofDraw: number, in: scheme)
    let changed = scheme.multiplyingWeights(factors)
    return DrawnScheme(
      alternatives: alternatives,
      factors: scheme.allNodes.compactMap { node in factors[node.id].map { (node.id, $0) } },
      scheme: changed, sheet: score(changed, input))
  }
}
