import Schemes
import Scoring
import Statistics

/// How far chance in who answered moves every unit's total: of the sampled part of the score alone. Visits, ledgers and
/// filings are what they are, and add nothing.
///
/// Each sampled measure of each window is moved by its own standard error, the scheme is scored again, and the greater of
/// both movements of the total is taken; independent answers add up by squares (the delta method with the scheme's own
/// rules in place of a derivative; GUM, JCGM 101:2008, annex on numerical sensitivity). Where a step compares units with
/// one another, each unit is moved alone.
package struct SampledErrors: Sendable, Equatable {
  /// Standard errors in points of the total, aligned with the units; NaN: no total. 0: nothing of it is sampled.
  package let errors: [Double]
  /// The measures that were moved, in the order of the scheme.
  package let measures: [String]

  /// - Parameter sampled: measures that are means or shares of answers of people.
  package init(of scheme: Scheme, _ input: ScoringInput, sampled: Set<String>) {
    let base = score(scheme, input).standing.map(\.score)
    let measures = scheme.measures.filter { sampled.contains($0.id) && Self.isAverage($0.take) }
    var squares = [Double](repeating: 0, count: base.count)
    let isAlone = scheme.allNodes.contains { $0.steps.contains(where: \.comparesUnits) }
    for measure in measures {
      for window in Self.windows(of: input) {
        guard let column = Self.column(measure.id, in: input, window) else { continue }
        let own = input.units.indices.map { Self.error(of: column[$0], isShare: measure.take == .share) }
        let groups = isAlone ? own.indices.filter { own[$0] > 0 }.map { [$0] } : [own.indices.filter { own[$0] > 0 }]
        for group in groups where !group.isEmpty {
          let moves = [1.0, -1.0].map { sign in
            var moved = input
            Self.move(measure.id, in: &moved, window, group, by: own.map { $0 * sign })
            return score(scheme, moved).standing.map(\.score)
          }
          for unit in group {
            let move = moves.map { abs($0[unit] - base[unit]) }.filter(\.isFinite).max() ?? 0
            squares[unit] += move * move
          }
        }
      }
    }
    errors = zip(base, squares).map { $0.isNaN ? .nan : $1.squareRoot() }
    self.measures = measures.map(\.id)
  }

  private static func isAverage(_ reducer: Reducer) -> Bool { reducer == .mean || reducer == .share }

  /// The standard error of one cell: of a share by Wilson's interval, which is not empty at 0 and 100 %, of a mean s ÷ √n.
  /// - Returns: 0 where there is no value, or its spread is not known.
  static func error(of cell: MeasureValue, isShare: Bool) -> Double {
    guard cell.state == .value, cell.value.isFinite, cell.n > 0 else { return 0 }
    if isShare {
      guard let interval = wilsonInterval(successes: cell.value * Double(cell.n), of: Double(cell.n)) else { return 0 }
      return (interval.upper - interval.lower) / (2 * normalQuantile(0.975))
    }
    return cell.sd.isFinite ? cell.sd / Double(cell.n).squareRoot() : 0
  }

  /// Where a run has its measures: its period, or the halves of a combined year.
  private enum Window { case whole, half(Int) }

  private static func windows(of input: ScoringInput) -> [Window] {
    input.halves.isEmpty ? [.whole] : input.halves.indices.map { .half($0) }
  }

  private static func column(_ id: String, in input: ScoringInput, _ window: Window) -> MeasureColumn? {
    switch window {
    case .whole: input.measures[id]
    case .half(let half): input.halves[half].measures[id]
    }
  }

  private static func move(
    _ id: String, in input: inout ScoringInput, _ window: Window, _ units: [Int], by errors: [Double]
  ) {
    switch window {
    case .whole: for unit in units { input.measures[id]?.value[unit] += errors[unit] }
    case .half(let half): for unit in units { input.halves[half].measures[id]?.value[unit] += errors[unit] }
    }
  }
}

extension Step {
  /// What a unit gets depends on the values of others.
  var comparesUnits: Bool {
    switch action {
    case .zScore, .minMax, .rank, .borda, .percentile, .distance, .shareOfBest, .impute, .treat: true
    case .linear, .bands, .matrix, .proportional, .deduct, .add, .pass, .goalposts, .required, .clamp, .round, .times,
      .dropIf:
      false
    }
  }
}
