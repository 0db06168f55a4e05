import Register
import Schemes
import Scoring

/// From the ranked node to the grade (E1–E6, G1–G5, K1–K3).
struct NaiveOutcome {
  let input: NaiveCase
  let measures: [String: [Int: MeasureValue]]
  let facts: NaiveFacts
  let tree: NaiveTree
  /// By root and unit.
  let forbidding: [String: [Int: [String]]]

  var scheme: Scheme { input.scheme }
  var root: Node? { scheme.roots.first { $0.id == scheme.ranking?.node } ?? scheme.roots.first }
  var digits: Int { scheme.defaults.digits }

  func evaluate() -> ([Int: Standing], [EffectRecord]) {
    guard let root else { return ([:], []) }
    var records: [EffectRecord] = []
    var standing: [Int: Standing] = [:]
    for unit in input.units.indices {
      let cell = tree.cell(root, unit)
      let effects = NaiveEffects(scheme: scheme, measures: measures, unit: unit).acting(on: cell.value)
      records += effects.records
      var score = effects.score
      if let points = tree.points(of: root) { score = score.isNaN ? .nan : min(max(score, 0), points) }
      var place = Standing(
        status: status(root, unit), score: score, displayedScore: naiveDisplayed(score, digits: digits),
        coverage: cell.coverage)
      switch place.status {
      case .deferred, .exempt: break
      case .graded, .notGraded:
        place.cappedBy = effects.cappedBy
        place.setBy = effects.setBy?.id
      }
      place.grade = grade(root, unit, place, effects.setBy?.setGrade, ceiling: effects.ceiling)
      standing[unit] = place
    }
    return (NaiveRanks(input: input, measures: measures, tree: tree).ranked(standing), records)
  }

  private func status(_ root: Node, _ unit: Int) -> Standing.Status {
    for line in scheme.deferred where facts.holds(line, unit) { return .deferred(fact: line.fact) }
    for line in scheme.exempt where facts.holds(line, unit) { return .exempt(fact: line.fact) }
    var reasons: [NotGradedReason] = []
    let cell = tree.cell(root, unit)
    if !cell.hasValue { reasons.append(.noScore) }
    let needed = root.coverage?.atLeast ?? scheme.defaults.coverage
    let found = root.coverage?.basis == .children ? tree.shareOfChildren(root, unit) : cell.coverage
    if cell.state != .notApplicable, (snappedOrder(found, needed) ?? 0) < 0 {
      // Of a year also those that are missing in one half; not applicable has no coverage, so is not among them.
      let missing = root.leaves.filter { tree.cell($0, unit).coverage < 1 }.map(\.id)
      reasons.append(.coverage(found: found, needed: needed, missingLeaves: missing))
    }
    for node in forbidding[root.id]?[unit] ?? [] { reasons.append(.node(node)) }
    for line in scheme.eligible where !facts.holds(line, unit) { reasons.append(.ineligible(fact: line.fact)) }
    return reasons.isEmpty ? .graded : .notGraded(reasons)
  }

  // MARK: Grades

  private func grade(
    _ root: Node, _ unit: Int, _ place: Standing, _ veto: String?, ceiling: Int?
  ) -> String? {
    guard let grading = scheme.grading, !grading.onlyYear || input.period.grain == .year else { return nil }
    switch place.status {
    case .deferred, .exempt: return nil
    case .notGraded: return veto
    case .graded: break
    }
    if let veto { return veto }
    let lines = grading.bands.enumerated().filter { $0.offset >= ceiling ?? 0 }
    return lines.first { meets($0.element, root, unit, place) }?.element.grade
  }

  private func meets(_ band: GradeBand, _ root: Node, _ unit: Int, _ place: Standing) -> Bool {
    if case .constant(let floor)? = band.atLeast, (snappedOrder(place.displayedScore, floor) ?? -1) < 0 { return false }
    guard let share = band.eachChildShare else { return true }
    return root.children.allSatisfy { child in
      let cell = tree.cell(child, unit)
      if cell.state == .notApplicable { return true }
      guard cell.hasValue, let points = child.points else { return false }
      return (snappedOrder(naiveDisplayed(cell.value, digits: digits) / points, share) ?? -1) >= 0
    }
  }
}
