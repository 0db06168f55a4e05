import Schemes
import Scoring

/// The effects on one unit, in written order (E2, E4–E6).
struct NaiveEffects {
  let scheme: Scheme
  let measures: [String: [Int: MeasureValue]]
  let unit: Int
  /// Of an `adjust` effect: the decisions in force.
  let adjustments: (Effect) -> [(points: Double, decision: Decision)]

  struct Sum {
    var score: Double
    var records: [EffectRecord] = []
    /// Index in the grade bands of the lowest ceiling, and who set it.
    var ceiling: Int?
    var cappedBy: [String] = []
    /// The effect whose grade is final.
    var setBy: Effect?
  }

  private enum Judgement {
    case fired(by: String?)
    case unverified
    case not
  }

  func acting(on score: Double) -> Sum {
    var sum = Sum(score: score)
    var used: [String: Double] = [:]
    for effect in scheme.effects {
      switch judgement(effect) {
      case .not: break
      case .unverified:
        sum.records.append(
          EffectRecord(
            effect: effect.id, unit: unit, outcome: .unverified, before: sum.score, after: sum.score))
      case .fired(let measure):
        fire(effect, by: measure, &sum, &used)
      }
    }
    return sum
  }

  private func fire(_ effect: Effect, by measure: String?, _ sum: inout Sum, _ used: inout [String: Double]) {
    for (points, decision) in adjustments(effect) {
      var record = EffectRecord(effect: effect.id, unit: unit, outcome: .acted, firedBy: measure, before: sum.score)
      record.decision = decision
      record.nominal = points
      record.effective = points
      sum.score += points
      record.after = sum.score
      sum.records.append(record)
    }
    var record = EffectRecord(effect: effect.id, unit: unit, outcome: .acted, firedBy: measure, before: sum.score)
    if let change = effect.change {
      if let x = operand(of: change, isTriggered: effect.trigger != nil) {
        let size = change.each * x
        var acts = min(size, change.atMost ?? .infinity)
        if let group = scheme.effectGroups.first(where: { $0.id == effect.group }) {
          acts = min(acts, max(0, group.atMost - used[group.id, default: 0]))
          used[group.id, default: 0] += acts
        }
        let sign: Double = change.direction == .add ? 1 : -1
        record.nominal = sign * size
        record.effective = sign * acts
        sum.score += record.effective
      } else if measures[change.measure]?[unit]?.state == .missing {
        record.outcome = .unverified
      }
    }
    record.after = sum.score
    let touchesGrade = effect.capGrade != nil || effect.setGrade != nil
    if touchesGrade && effect.change != nil { record.outcome = .acted }
    if record.nominal != 0 || touchesGrade || record.outcome == .unverified { sum.records.append(record) }
    cap(effect, &sum)
    if let grade = effect.setGrade {
      let former = sum.setBy?.setGrade.map(line) ?? -1
      if line(grade) > former { sum.setBy = effect }
    }
  }

  private func cap(_ effect: Effect, _ sum: inout Sum) {
    guard let grade = effect.capGrade else { return }
    if let ceiling = sum.ceiling, ceiling > line(grade) { return }
    sum.cappedBy = sum.ceiling == line(grade) ? sum.cappedBy + [effect.id] : [effect.id]
    sum.ceiling = line(grade)
  }

  private func line(_ grade: String) -> Int {
    scheme.grading?.grades.firstIndex(of: grade) ?? 0
  }

  private func judgement(_ effect: Effect) -> Judgement {
    guard let trigger = effect.trigger else { return .fired(by: nil) }
    for test in trigger.anyOf {
      guard let cell = measures[test.measure]?[unit] else { continue }
      if cell.state == .value && naiveHolds(cell.value, test.comparison) { return .fired(by: test.measure) }
      let isLowerBound = test.comparison.relation == .atLeast || test.comparison.relation == .above
      if isLowerBound, let known = knownCount(test.measure), naiveHolds(known, test.comparison) {
        return .fired(by: test.measure)
      }
    }
    let isOpen = trigger.anyOf.contains { (measures[$0.measure]?[unit]?.state ?? .missing) == .missing }
    return isOpen ? .unverified : .not
  }

  /// M5: rows that are known although the table is not covered.
  private func knownCount(_ id: String) -> Double? {
    guard scheme.measure(id)?.take == .count, let cell = measures[id]?[unit], cell.reason == .notCovered,
      !cell.numerator.isNaN
    else { return nil }
    return cell.numerator
  }

  private func operand(of change: Effect.Change, isTriggered: Bool) -> Double? {
    guard let cell = measures[change.measure]?[unit] else { return nil }
    if cell.state == .value { return cell.value }
    // To know of none is to know nothing.
    guard isTriggered, change.direction == .deduct, let known = knownCount(change.measure), known > 0 else {
      return nil
    }
    return known
  }
}
