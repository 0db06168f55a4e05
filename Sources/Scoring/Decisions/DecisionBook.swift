import Findings
import Register
import Schemes

/// The recorded decisions of a run, judged once: what acts where, and why the others do not.
///
/// A decision must name a node or effect that is open to it, a unit in scope, the role that may decide, a reason where one
/// is required, and a value in 0…P. Of two that are valid on one node, unit and period the later date acts; of one day,
/// the one recorded later. An effect's adjustments add up, in the order of their dates (E4).
struct DecisionBook {
  /// By period and node: the decision in force by unit.
  private var overrides: [String: [Int: [Int: Decision]]] = [:]
  /// By period and node: units with a recorded reason.
  private var reasons: [String: [Int: Set<Int>]] = [:]
  /// By effect: the decisions that act, by unit.
  private var adjustments: [String: [Int: [Decision]]] = [:]
  /// By grade: the committee's decision by unit.
  private(set) var grants: [String: [Int: Decision]] = [:]
  private(set) var findings: [ScoringFinding] = []
  /// Every decision on the run's periods with what became of it: those that act in the order of their dates.
  private(set) var judged: [JudgedDecision] = []

  private let scheme: Scheme
  private let plan: Plan
  private let year: String

  /// - Parameter halves: whether decisions on the halves of the year act in it.
  init(_ scheme: Scheme, _ plan: Plan, _ input: ScoringInput, halves: Bool) {
    self.scheme = scheme
    self.plan = plan
    year = input.period.id
    let units = Dictionary(
      input.units.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let periods = Set([input.period.id] + (halves ? input.halves.map(\.period.id) : []))
    let inOrder = input.decisions.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
    for (_, decision) in inOrder {
      let period = Period(parsing: decision.period)?.id ?? decision.period
      guard periods.contains(period) else { continue }
      guard let unit = units[decision.unit] else {
        refuse(decision, .unitUnknown(unit: decision.unit))
        continue
      }
      take(decision, period, unit)
    }
  }

  /// The decisions on a node in force, by unit.
  func overrides(of node: Int, in period: String) -> [Int: Decision] { overrides[period]?[node] ?? [:] }

  func decisions(of period: String) -> PeriodDecisions { PeriodDecisions(book: self, period: period) }

  /// Whether a reason is recorded on the node and unit, for the period or for the whole run.
  func hasReason(_ node: Int, _ unit: Int, in period: String) -> Bool {
    [period, year].contains { reasons[$0]?[node]?.contains(unit) ?? false }
  }

  /// What acts on an effect, in the order of dates.
  func adjustments(of effect: String, _ unit: Int) -> [Decision] { adjustments[effect]?[unit] ?? [] }

  private mutating func take(_ decision: Decision, _ period: String, _ unit: Int) {
    let node = plan.indexByID[decision.target]
    let effect = scheme.effects.first { $0.id == decision.target }
    if let effect, node.map({ plan.entries[$0].node.override == nil }) ?? true {
      adjust(effect, decision, period, unit)
    } else if let node {
      override(node, decision, period, unit)
    } else if let band = scheme.grading?.bands.first(where: { $0.grade == decision.target }) {
      grant(band, decision, period, unit)
    } else {
      let known = plan.entries.map(\.node.id) + scheme.effects.map(\.id)
      refuse(decision, .targetUnknown(target: decision.target, known: known))
    }
  }

  private mutating func override(_ index: Int, _ decision: Decision, _ period: String, _ unit: Int) {
    let entry = plan.entries[index]
    if case .none = decision.value {
      // Only a reason, which hands may need; anywhere else it says nothing.
      guard entry.node.hands != nil else { return refuse(decision, .valueMissing(target: decision.target)) }
      if decision.reason.isBlank { return refuse(decision, .reasonMissing) }
      reasons[period, default: [:]][index, default: []].insert(unit)
      judged.append(JudgedDecision(decision, .reason))
      return
    }
    guard let rule = entry.node.override else { return refuse(decision, .notOpen(target: decision.target)) }
    if let problem = problem(decision, role: rule.role, needsReason: rule.needsReason) {
      return refuse(decision, problem)
    }
    if case .number(let value) = decision.value {
      guard value.isFinite else { return refuse(decision, .valueMissing(target: decision.target)) }
      if let points = entry.points,
        !(Comparison(.atLeast, 0).holds(for: value) && Comparison(.atMost, points).holds(for: value))
      {
        return refuse(decision, .valueOutOfRange(value: value, low: 0, high: points))
      }
    }
    switch decision.value {
    case .granted, .refused: return refuse(decision, .valueMissing(target: decision.target))
    case .number, .notApplicable, .none: break
    }
    if let earlier = overrides[period]?[index]?[unit] { supersede(earlier, by: decision) }
    overrides[period, default: [:]][index, default: [:]][unit] = decision
    judged.append(JudgedDecision(decision, .acting))
    if !decision.reason.isBlank { reasons[period, default: [:]][index, default: []].insert(unit) }
  }

  private mutating func adjust(_ effect: Effect, _ decision: Decision, _ period: String, _ unit: Int) {
    guard let rule = effect.adjust else { return refuse(decision, .notOpen(target: effect.id)) }
    if period != year { return refuse(decision, .ofHalf(effect: effect.id, year: year)) }
    if let problem = problem(decision, role: rule.role, needsReason: rule.needsReason) {
      return refuse(decision, problem)
    }
    guard case .number(let value) = decision.value, value.isFinite else {
      return refuse(decision, .valueMissing(target: effect.id))
    }
    let total = adjustments(of: effect.id, unit).reduce(0) { sum, earlier in
      if case .number(let value) = earlier.value { sum + value } else { sum }
    }
    guard Comparison(.atMost, rule.atMost).holds(for: abs(total + value)) else {
      return refuse(decision, .beyondLimit(value: value, total: total, limit: rule.atMost))
    }
    adjustments[effect.id, default: [:]][unit, default: []].append(decision)
    judged.append(JudgedDecision(decision, .acting))
  }

  /// Whether the unit is tied for the last places shows when they are given.
  private mutating func grant(_ band: GradeBand, _ decision: Decision, _ period: String, _ unit: Int) {
    guard let quota = band.quota, quota.tied == .share, !quota.isLifted(in: Int(year.prefix(4)) ?? 0) else {
      return refuse(decision, .notOpen(target: band.grade))
    }
    // A half has places of its own, in its own run.
    guard period == year else { return }
    if let problem = problem(decision, role: nil, needsReason: true) { return refuse(decision, problem) }
    switch decision.value {
    case .granted, .refused: break
    case .number, .notApplicable, .none: return refuse(decision, .grantMissing(grade: band.grade))
    }
    if let earlier = grants[band.grade]?[unit] { supersede(earlier, by: decision) }
    grants[band.grade, default: [:]][unit] = decision
    judged.append(JudgedDecision(decision, .acting))
  }

  private mutating func supersede(_ earlier: Decision, by later: Decision) {
    judged.removeAll { $0.decision == earlier && $0.outcome == .acting }
    refuse(earlier, .superseded(date: earlier.date, by: later.date))
  }

  private func problem(_ decision: Decision, role: String?, needsReason: Bool) -> DecisionProblem? {
    let found = decision.role
    if role.map({ $0 != found }) ?? found.isBlank { return .roleWrong(found: found, needed: role) }
    return needsReason && decision.reason.isBlank ? .reasonMissing : nil
  }

  private mutating func refuse(_ decision: Decision, _ problem: DecisionProblem) {
    findings.append(.decision(decision.place, problem))
    judged.append(JudgedDecision(decision, .refused(problem)))
  }
}

/// The decisions on the nodes of one period.
struct PeriodDecisions {
  fileprivate let book: DecisionBook
  let period: String
  func overrides(of node: Int) -> [Int: Decision] { book.overrides(of: node, in: period) }
  func hasReason(_ node: Int, _ unit: Int) -> Bool { book.hasReason(node, unit, in: period) }
}

extension Decision {
  var place: Place { .subject("\(period) \(target) \(unit)") }

  /// Why a decision on a grade, valid in itself, did not settle anything for its unit; nil: it did.
  /// - Parameter attempts: of its unit.
  func grantProblem(_ attempts: [GradeAttempt]) -> DecisionProblem? {
    switch attempts.first(where: { $0.grade == target })?.outcome {
    case .decided: nil
    case .tiedForCommittee(_, let left): .beyondPlaces(grade: target, placesLeft: left)
    default: .notAwaiting(grade: target)
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
