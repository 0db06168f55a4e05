import Register
import Schemes
import Scoring

/// What the naive evaluator says, in the words of the engine's sheet where they mean the same.
struct NaiveResult {
  /// As reduced, before the stated ranges are looked at.
  var measures: [String: [Int: MeasureValue]]
  var halfMeasures: [[String: [Int: MeasureValue]]]
  var historyMeasures: [[String: [Int: MeasureValue]]]
  var facts: [String: [Int: Double]]
  var cells: [String: [Int: NaiveCell]]
  /// Of the halves of a year, in order.
  var halfCells: [[String: [Int: NaiveCell]]]
  /// By node, hand and unit: the values of hands.
  var hands: [String: [String: [Int: Double]]]
  var trails: NaiveTrails
  /// The groups that peers make.
  var peers: [String]
  var standing: [Int: Standing]
  var effects: [EffectRecord]
  var contests: [Contest]
}

/// From rows to grades, unit by unit, straight from the rules; slow and plain.
struct NaiveEvaluator {
  let input: NaiveCase
  var scheme: Scheme { input.scheme }

  private func reduced(_ window: WindowRows) -> [String: [Int: MeasureValue]] {
    NaiveMeasures(input: input, window: window).all()
  }

  /// Reading: a half or another period is looked at on its last day, or on the run's own if that is earlier.
  private func window(_ period: Period, _ measures: [String: [Int: MeasureValue]]) -> NaiveWindow {
    let known = NaiveMeasures.withinRange(measures, scheme)
    return window(period, known, NaivePresence(scheme, known, units: input.units.count))
  }

  private func window(
    _ period: Period, _ measures: [String: [Int: MeasureValue]], _ presence: NaivePresence
  ) -> NaiveWindow {
    let asOf = period.id == input.period.id ? input.asOf : min(input.asOf, period.end)
    return NaiveWindow(
      period: period, measures: measures,
      facts: NaiveFacts(
        scheme: scheme, units: input.units, period: period, asOf: asOf, measures: measures, presence: presence))
  }

  func evaluate() -> NaiveResult {
    let reduced = self.reduced(input.whole)
    let isCombined = scheme.combination != nil && input.halves.count == 2
    let reducedHalves = isCombined ? input.halves.map(self.reduced) : []
    let halves = zip(input.halves, reducedHalves).map { window($0.period, $1) }
    let reducedHistory = input.history.map(self.reduced)
    let history = zip(input.history, reducedHistory).map { window($0.period, $1) }
    var own = window(input.period, reduced)
    if isCombined {
      own = window(
        input.period, own.measures, NaivePresence(either: halves[0].facts.presence, halves[1].facts.presence))
    }
    let frozen = input.frozen.mapValues { NaiveEvaluator(input: $0).evaluate().trails }
    let decisions = NaiveDecisions(scheme: scheme, units: input.units, decisions: input.decisions)

    let result: NaiveYear.Result
    if isCombined, let combination = scheme.combination {
      result = NaiveYear(
        input: input, combination: combination, year: own, halves: halves, frozen: frozen, decisions: decisions
      ).evaluate()
    } else {
      result = plain(own, history, frozen, decisions)
    }
    let facts = result.facts ?? own.facts
    let outcome = NaiveOutcome(
      input: input, measures: own.measures, facts: facts, tree: result.tree, forbidding: result.forbidding,
      uncovered: result.uncovered, decisions: decisions)
    let (standing, effects, contests) = outcome.evaluate()
    return NaiveResult(
      measures: reduced, halfMeasures: reducedHalves, historyMeasures: reducedHistory, facts: facts.all(),
      cells: result.tree.cells, halfCells: result.halves.map(\.cells), hands: result.tree.hands,
      trails: result.tree.trails, peers: input.units.indices.map(facts.peers), standing: standing,
      effects: effects, contests: contests)
  }

  private func plain(
    _ own: NaiveWindow, _ history: [NaiveWindow], _ frozen: [String: NaiveTrails], _ decisions: NaiveDecisions
  ) -> NaiveYear.Result {
    var tree = NaiveTree(
      scheme: scheme, units: input.units, leafWindow: own, parentWindow: own,
      counts: { naiveKnownN(own.measures[$0]?[$1]) })
    tree.history = history
    tree.frozen = frozen
    tree.overrides = decisions.overrides(in: input.period) { tree.points(of: $0) }
    tree.evaluate()
    var result = NaiveYear.Result(tree: tree, halves: [])
    for root in scheme.roots {
      for unit in input.units.indices {
        result.forbidding[root.id, default: [:]][unit] = tree.forbidding(under: root, unit)
        result.uncovered[root.id, default: [:]][unit] = tree.uncovered(under: root, unit)
      }
    }
    return result
  }
}
