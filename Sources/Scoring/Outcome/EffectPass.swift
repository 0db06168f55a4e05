import Findings
import Schemes

/// Effects on the ranked node, in written order (E1–E6). Every effect reads the run's own window (E2).
struct EffectPass {
  /// The running total of each unit; NaN where the node has no value.
  private(set) var score: [Double]
  private(set) var records: [EffectRecord] = []
  private(set) var findings: [ScoringFinding] = []
  /// By unit: the lowest ceiling as an index of the grade bands; nil: none.
  private(set) var ceiling: [Int?]
  private(set) var cappedBy: [[String]]
  /// By unit: the grade that an effect set, and which.
  private(set) var verdict: [(grade: String, effect: String)?]

  private let units: [ScoredUnit]
  private let window: Window
  private let counts: Set<String>
  private let grades: [String]
  private var room: [String: [Double]]
  private let book: DecisionBook

  init(_ scheme: Scheme, score: [Double], window: Window, units: [ScoredUnit], book: DecisionBook) {
    self.score = score
    self.units = units
    self.window = window
    counts = Set(scheme.measures.filter { $0.take == .count }.map(\.id))
    self.book = book
    grades = scheme.grading?.grades ?? []
    ceiling = Array(repeating: nil, count: units.count)
    cappedBy = Array(repeating: [], count: units.count)
    verdict = Array(repeating: nil, count: units.count)
    room = Dictionary(
      scheme.effectGroups.map { ($0.id, Array(repeating: $0.atMost, count: units.count)) },
      uniquingKeysWith: { first, _ in first })
    for effect in scheme.effects { act(effect) }
  }

  private mutating func act(_ effect: Effect) {
    var unverified: [(measure: String, unit: Int)] = []
    for unit in units.indices {
      for decision in book.adjustments(of: effect.id, unit) { adjust(effect, unit, decision) }
      var firedBy: String?
      if let trigger = effect.trigger {
        let (measure, open) = judge(trigger, unit)
        guard let measure else {
          if open.isEmpty { continue }
          unverified += open.map { ($0, unit) }
          records.append(
            EffectRecord(
              effect: effect.id, unit: unit, outcome: .unverified, before: score[unit], after: score[unit]))
          continue
        }
        firedBy = measure
      }
      let change = amount(of: effect, unit)
      if change == nil, let measure = effect.change?.measure { unverified.append((measure, unit)) }
      apply(effect, unit, firedBy, change)
    }
    // Measures that the same units lack are told together: they mostly come from one table.
    var told: [(measures: [String], units: [String])] = []
    for measure in withoutRepeats(unverified.map(\.measure)) {
      let codes = unverified.filter { $0.measure == measure }.map { units[$0.unit].code }
      if let known = told.firstIndex(where: { $0.units == codes }) {
        told[known].measures.append(measure)
      } else {
        told.append(([measure], codes))
      }
    }
    for (measures, codes) in told {
      findings.append(.testUnverified(effect.place, name: effect.id, measures: measures, units: codes))
    }
  }

  /// The first test that holds, or the measures that could not be judged (E5).
  private func judge(_ trigger: Effect.Trigger, _ unit: Int) -> (fired: String?, open: [String]) {
    var open: [String] = []
    for test in trigger.anyOf {
      let column = window.measure(test.measure)
      switch column.test(test.comparison, unit, knowsLeast: counts.contains(test.measure)) {
      case .holds: return (test.measure, [])
      case .fails: continue
      case .unverified: open.append(test.measure)
      }
    }
    return (nil, open)
  }

  /// `each` × measure; nil if the measure is missing. A deduction that fired by a `when` uses what is known of a count
  /// (M5); to know of none is to know nothing, since nobody has reported. Nothing to count (not applicable, full) is 0,
  /// and neither sign turns round: an add never takes.
  private func amount(of effect: Effect, _ unit: Int) -> Double? {
    guard let change = effect.change else { return 0 }
    let column = window.measure(change.measure)
    switch column.state[unit] {
    case .value: return max(0, change.each * column.value[unit])
    case .notApplicable, .full: return 0
    case .missing:
      let known = column.numerator[unit]
      let isKnown = effect.trigger != nil && change.direction == .deduct && counts.contains(change.measure)
      return isKnown && known > 0 ? max(0, change.each * known) : nil
    }
  }

  private mutating func apply(_ effect: Effect, _ unit: Int, _ firedBy: String?, _ amount: Double?) {
    let setsGrade = effect.capGrade != nil || effect.setGrade != nil
    let nominal = amount ?? 0
    guard setsGrade || nominal > 0 || amount == nil else { return }
    var effective = min(nominal, effect.change?.atMost ?? .infinity)
    if let group = effect.group, let left = room[group]?[unit] {
      effective = min(effective, max(0, left))
      room[group]?[unit] = left - effective
    }
    let sign = effect.change?.direction == .deduct ? -1.0 : 1.0
    let before = score[unit]
    score[unit] = before + sign * effective
    if let grade = effect.capGrade { cap(unit, at: grade, by: effect.id) }
    if let grade = effect.setGrade { set(unit, to: grade, by: effect.id) }
    records.append(
      EffectRecord(
        effect: effect.id, unit: unit, outcome: amount == nil && !setsGrade ? .unverified : .acted, firedBy: firedBy,
        nominal: nominal == 0 ? 0 : sign * nominal, effective: effective == 0 ? 0 : sign * effective, before: before,
        after: score[unit]))
  }

  /// A decision adds or takes what it says (E4); whether it may is the book's affair.
  private mutating func adjust(_ effect: Effect, _ unit: Int, _ decision: Decision) {
    guard case .number(let points) = decision.value else { return }
    let before = score[unit]
    score[unit] = before + points
    var record = EffectRecord(
      effect: effect.id, unit: unit, outcome: .acted, nominal: points, effective: points, before: before,
      after: score[unit])
    record.decision = decision
    records.append(record)
  }

  /// The lowest ceiling wins (E6); a grade that the scheme does not have is below all.
  private mutating func cap(_ unit: Int, at grade: String, by effect: String) {
    let place = grades.firstIndex(of: grade) ?? grades.count
    if let known = ceiling[unit], known >= place {
      if known == place { cappedBy[unit].append(effect) }
    } else {
      ceiling[unit] = place
      cappedBy[unit] = [effect]
    }
  }

  /// Of several verdicts the lowest grade stands, and of equal ones the first.
  private mutating func set(_ unit: Int, to grade: String, by effect: String) {
    func place(_ grade: String) -> Int { grades.firstIndex(of: grade) ?? grades.count }
    if let known = verdict[unit], place(known.grade) >= place(grade) { return }
    verdict[unit] = (grade, effect)
  }
}
