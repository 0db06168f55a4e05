import Register
import Schemes
import Scoring

/// From the ranked node to the grade (E1–E6, G1–G6, K1–K3).
struct NaiveOutcome {
  let input: NaiveCase
  let measures: [String: [Int: MeasureValue]]
  let facts: NaiveFacts
  let tree: NaiveTree
  /// By root and unit.
  let forbidding: [String: [Int: [String]]]
  let uncovered: [String: [Int: [String]]]
  let decisions: NaiveDecisions

  var scheme: Scheme { input.scheme }
  var root: Node? { scheme.roots.first { $0.id == scheme.ranking?.node } ?? scheme.roots.first }
  var digits: Int { scheme.defaults.digits }

  func evaluate() -> ([Int: Standing], [EffectRecord], [Contest]) {
    guard let root else { return ([:], [], []) }
    var records: [EffectRecord] = []
    var standing: [Int: Standing] = [:]
    var verdicts: [Int: NaiveEffects.Sum] = [:]
    for unit in input.units.indices {
      let cell = tree.cell(root, unit)
      var effects = NaiveEffects(scheme: scheme, measures: measures, unit: unit) { effect in
        decisions.adjustments(by: effect, of: unit, in: input.period)
      }.acting(on: cell.value)
      records += effects.records
      var score = effects.score
      if let points = tree.points(of: root) { score = score.isNaN ? .nan : min(max(score, 0), points) }
      var place = Standing(
        status: status(root, unit), score: score, displayedScore: naiveDisplayed(score, digits: digits),
        coverage: cell.coverage)
      switch place.status {
      case .deferred, .exempt: effects = .init(score: score)
      case .graded, .notGraded:
        place.cappedBy = effects.cappedBy
        place.setBy = effects.setBy?.id
      }
      standing[unit] = place
      verdicts[unit] = effects
    }
    let ranks = NaiveRanks(input: input, measures: measures, facts: facts, tree: tree)
    let (ranked, percentiles) = ranks.ranked(standing)
    let grades = NaiveGrades(
      input: input, root: root, facts: facts, tree: tree, standing: ranked, verdicts: verdicts,
      percentiles: percentiles)
    let (graded, contests) = grades.graded()
    return (graded, records, contests)
  }

  private func status(_ root: Node, _ unit: Int) -> Standing.Status {
    for line in scheme.deferred where facts.holds(line, unit) { return .deferred(fact: line.fact) }
    for line in scheme.exempt where facts.holds(line, unit) { return .exempt(fact: line.fact) }
    var reasons: [NotGradedReason] = []
    let cell = tree.cell(root, unit)
    if !cell.hasValue { reasons.append(.noScore) }
    let needed = root.coverage?.atLeast ?? scheme.defaults.coverage
    // A decision on the root counts as covered, whatever the limit counts; of a year, if it leaves no gap in a half.
    let isReplaced = cell.isDecided && cell.coverage == 1
    let found = tree.found(root, unit, root.coverage, cell.coverage)
    if cell.state != .notApplicable, !isReplaced, (snappedOrder(found, needed) ?? 0) < 0 {
      reasons.append(.coverage(found: found, needed: needed, missingLeaves: uncovered[root.id]?[unit] ?? []))
    }
    for node in forbidding[root.id]?[unit] ?? [] { reasons.append(.node(node)) }
    for line in scheme.eligible where !facts.holds(line, unit) { reasons.append(.ineligible(fact: line.fact)) }
    return reasons.isEmpty ? .graded : .notGraded(reasons)
  }
}
