import Register
import Schemes
import Scoring

/// What the naive evaluator says, in the words of the engine's sheet where they mean the same.
struct NaiveResult {
  /// As reduced, before the stated ranges are looked at.
  var measures: [String: [Int: MeasureValue]]
  var halfMeasures: [[String: [Int: MeasureValue]]]
  var facts: [String: [Int: Double]]
  var cells: [String: [Int: NaiveCell]]
  /// Of the halves of a year, in order.
  var halfCells: [[String: [Int: NaiveCell]]]
  var standing: [Int: Standing]
  var effects: [EffectRecord]
}

/// From rows to grades, unit by unit, straight from the rules; slow and plain.
struct NaiveEvaluator {
  let input: NaiveCase
  var scheme: Scheme { input.scheme }

  func evaluate() -> NaiveResult {
    let reduced = NaiveMeasures(input: input, window: input.whole).all()
    let isCombined = scheme.combination != nil && input.halves.count == 2
    let reducedHalves = isCombined ? input.halves.map { NaiveMeasures(input: input, window: $0).all() } : []
    let measures = NaiveMeasures.withinRange(reduced, scheme)
    let halves = reducedHalves.map { NaiveMeasures.withinRange($0, scheme) }
    let halfPresence = halves.map { naivePresence(scheme, $0) }
    let presence =
      isCombined
      ? halfPresence[0].merging(halfPresence[1]) { $0.union($1) } : naivePresence(scheme, measures)
    let facts = NaiveFacts(
      scheme: scheme, units: input.units, period: input.period, asOf: input.asOf, measures: measures,
      presence: presence)
    let steps = NaiveSteps(input, facts)

    var tree: NaiveTree
    var forbidding: [String: [Int: [String]]] = [:]
    var halfCells: [[String: [Int: NaiveCell]]] = []
    if isCombined, let combination = scheme.combination {
      let year = NaiveYear(
        input: input, combination: combination, measures: measures, halves: halves, presence: halfPresence,
        yearPresence: presence, facts: facts, steps: steps)
      let result = year.evaluate()
      (tree, forbidding, halfCells) = (result.tree, result.forbidding, result.halves.map(\.cells))
    } else {
      tree = NaiveTree(
        scheme: scheme, units: input.units, leafSteps: steps, parentSteps: steps, leafMeasures: measures,
        leafApplies: facts.holds,
        parentMeasures: measures, parentApplies: facts.holds,
        counts: { measures[$0]?[$1]?.n ?? 0 })
      tree.evaluate()
      for root in scheme.roots {
        for unit in input.units.indices {
          forbidding[root.id, default: [:]][unit] = tree.forbidding(under: root, unit)
        }
      }
    }

    let outcome = NaiveOutcome(input: input, measures: measures, facts: facts, tree: tree, forbidding: forbidding)
    let (standing, effects) = outcome.evaluate()
    return NaiveResult(
      measures: reduced, halfMeasures: reducedHalves, facts: facts.all(), cells: tree.cells, halfCells: halfCells,
      standing: standing,
      effects: effects)
  }
}
