import Analysis
import Documents
import Findings
import Register
import Schemes
import Scoring

/// The shape of COINr's ASEM example – 51 units × 49 indicators on four levels, with gaps and outliers – under 500 draws of
/// treatment, scale, weights and mean; and 120 × 40 on one level under 10,000 draws of weights alone.
struct RobustnessTiming {
  private let scheme: Scheme
  private let input: ScoringInput
  private let sheet: ScoreSheet
  private let question: RobustnessQuestion

  /// - Parameter isPlain: the second of the two.
  init?(isPlain: Bool) {
    let (units, leaves) = isPlain ? (120, 40) : (51, 49)
    let log = FindingLog()
    guard let node = YAMLFile.parse(Self.text(leaves, isPlain: isPlain), name: "bench.yaml", log: log),
      let scheme = Scheme.read(node, log: log), let period = Period(year: 2025, half: 1)
    else { return nil }
    var measures: [String: MeasureColumn] = [:]
    for leaf in 0..<leaves {
      var column = MeasureColumn(missing: units)
      for unit in 0..<units {
        let number = (unit * 7919 + leaf * 104_729) % 10_007
        if !isPlain, number % 23 == 0 { continue }
        let value = 1 + Double(number) / 100.07
        column[unit] = MeasureValue(value: number % 37 == 0 ? value * 20 : value, state: .value, n: 1)
      }
      measures["m\(leaf)"] = column
    }
    self.scheme = scheme
    input = ScoringInput(
      period: period, asOf: period.end, units: (0..<units).map { ScoredUnit(code: "U\($0)", name: "U\($0)") },
      measures: measures)
    sheet = score(scheme, input)
    question = RobustnessQuestion(
      seed: 2026, draws: isPlain ? 10_000 : 500, weights: 0.25,
      choices: isPlain
        ? []
        : [
          .init(name: "treatment", alternatives: ["5", "2", "3", "4", "6"]),
          .init(name: "scale", alternatives: ["minmax", "zscore"]),
          .init(name: "mean", alternatives: ["mean", "geometric"]),
        ])
  }

  func seconds(threads: Int) -> Double { warmMedian(of: 9) { _ = run(threads: threads) } }

  /// Tells whether threads change anything.
  func medianOfFirst(threads: Int) -> Double { run(threads: threads).units.first?.median ?? .nan }

  private func run(threads: Int) -> Robustness {
    robustness(of: scheme, input, sheet, question, threads: threads) { alternatives in
      Result { () throws(ChoiceRefusal) in
        guard alternatives.count == 3 else { return scheme }
        var changed = scheme
        if alternatives[0] > 0 {
          changed = try SchemeSwitch.winsorising([5, 2, 3, 4, 6][alternatives[0]]).applied(to: changed)
        }
        if alternatives[1] > 0 {
          changed = try SchemeSwitch.scale(.zScore(.init(mean: 10, deviation: 2))).applied(to: changed)
        }
        if alternatives[2] > 0 { changed = try SchemeSwitch.aggregation(.geometric).applied(to: changed) }
        return changed
      }
    }
  }

  private static func text(_ leaves: Int, isPlain: Bool) -> String {
    let steps =
      isPlain
      ? ""
      : ", steps: [{impute: {mean: all}}, {treat: {skew: 2, kurtosis: 3.5, winmax: 5, then: log_ct}}, {minmax: {to: [1, 100]}}]"
    func group(_ first: Int, _ last: Int) -> String {
      (first..<last).map { "{id: n\($0), weight: \(1 + $0 % 4), measure: m\($0)\(steps)}" }.joined(separator: ", ")
    }
    let pillars = (0..<8).map { pillar in
      "{id: p\(pillar), weight: 1, of: mean, children: [\(group(leaves * pillar / 8, leaves * (pillar + 1) / 8))]}"
    }
    let halves = [pillars[..<5], pillars[5...]].enumerated().map { index, pillars in
      "{id: h\(index), weight: 1, of: mean, children: [\(pillars.joined(separator: ", "))]}"
    }
    let measures = (0..<leaves).map { "m\($0): {table: t, value: v\($0), take: mean}" }.joined(separator: ", ")
    return """
      scheme: bench
      version: "1"
      approval: {文号: 试1号, date: "2025-01-01"}
      measures: {\(measures)}
      nodes: {id: 总分, of: mean, children: [\(halves.joined(separator: ", "))]}
      rank: {node: 总分}
      """
  }
}
