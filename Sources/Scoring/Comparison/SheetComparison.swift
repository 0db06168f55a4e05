import Schemes
import Statistics

/// Two results over the same units – two schemes, or one and what would be – unit by unit: what differs, and why.
package struct SheetComparison: Sendable {
  package struct Side: Sendable {
    package let scheme: Scheme
    package let sheet: ScoreSheet
    package init(scheme: Scheme, sheet: ScoreSheet) {
      self.scheme = scheme
      self.sheet = sheet
    }
  }
  package let before: Side
  package let after: Side
  /// Units of either side, in the order of the first, then those that only the second has.
  package let units: [UnitComparison]

  package init(before: Side, after: Side) {
    self.before = before
    self.after = after
    let first = Dictionary(
      before.sheet.units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let second = Dictionary(
      after.sheet.units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var units = before.sheet.units.enumerated().map { index, unit in
      UnitComparison(unit, before: index, after: second[unit.code], before, after)
    }
    for (index, unit) in after.sheet.units.enumerated() where first[unit.code] == nil {
      units.append(UnitComparison(unit, before: nil, after: index, before, after))
    }
    let isPerGroup = after.scheme.ranking?.per == .peers
    self.units = units.map { $0.withRivals(among: units, isPerGroup: isPerGroup) }
  }

  /// Units whose grade, or whose standing among the graded, is another.
  package var regraded: [UnitComparison] { units.filter(\.isRegraded) }
  /// Units of which anything that is printed is another.
  package var changed: [UnitComparison] { units.filter(\.isChanged) }
}

package struct UnitComparison: Sendable {
  package let unit: ScoredUnit
  /// Indices in the two sheets; nil: not in scope there.
  package let before: Int?
  package let after: Int?
  package let standingBefore: Standing?
  package let standingAfter: Standing?
  /// Empty where nothing that is printed differs.
  package fileprivate(set) var reasons: [ComparisonReason]

  package var isRegraded: Bool {
    standingBefore?.grade != standingAfter?.grade || isGraded(standingBefore) != isGraded(standingAfter)
  }
  package var isChanged: Bool {
    isRegraded || standingBefore?.rank != standingAfter?.rank
      || !isSame(standingBefore?.displayedScore, standingAfter?.displayedScore)
  }

  private func isGraded(_ standing: Standing?) -> Bool { standing?.status == .graded }
}

/// Why a unit's result differs; in the order of weight: what set the grade, then the lines, then the nodes.
package enum ComparisonReason: Sendable, Equatable {
  /// In scope of only one of the two.
  case onlyBefore
  case onlyAfter
  /// Graded, not graded, deferred or exempt in only one of the two.
  case status(before: Standing.Status, after: Standing.Status)
  /// An effect sets the grade in only one of the two, or another one does.
  case verdict(before: String?, after: String?)
  case ceiling(before: [String], after: [String])
  /// What became of the unit at the better of the two grades, on the side that did not grant it.
  case line(grade: String, isAfter: Bool, GradeAttempt.Outcome)
  /// The effect changed the score by so many points.
  case effect(String, before: Double, after: Double)
  /// A node that only one of the two has, with what it brought to the total, in points of the total; nil: points do not add
  /// up above it, or it had no number.
  case dropped(String, points: Double?)
  case added(String, points: Double?)
  /// What the topmost node that changed brought to the total, in points of the total; the node's own value where nothing
  /// above it passes points on, NaN where it did not act.
  case node(String, before: Double, after: Double, NodeScale = .both)
  /// The unit's own score is the same; by name those that are before it now, and those that no longer are.
  case rivals(passedBy: [String], passed: [String])
  /// The unit's own score is the same; it has a rank on one side only.
  case ranking(isRanked: Bool)
}

/// What the numbers of a node in a comparison are.
package enum NodeScale: Sendable, Equatable {
  /// The node's own value, which is also what it brings to the total.
  case both
  /// What it brings to the total: re-scaled by weights, or for want of siblings.
  case total
  /// The node's own value; what it brings to the total is no number of its own.
  case own
}

extension UnitComparison {
  init(
    _ unit: ScoredUnit, before: Int?, after: Int?, _ first: SheetComparison.Side, _ second: SheetComparison.Side
  ) {
    self.unit = unit
    self.before = before
    self.after = after
    standingBefore = before.map { first.sheet.standing[$0] }
    standingAfter = after.map { second.sheet.standing[$0] }
    reasons = Self.reasons(before, after, first, second)
  }

  private static func reasons(
    _ before: Int?, _ after: Int?, _ first: SheetComparison.Side, _ second: SheetComparison.Side
  ) -> [ComparisonReason] {
    guard let before else { return [.onlyAfter] }
    guard let after else { return [.onlyBefore] }
    let (a, b) = (first.sheet.standing[before], second.sheet.standing[after])
    var reasons: [ComparisonReason] = []
    if a.status != b.status { reasons.append(.status(before: a.status, after: b.status)) }
    // What sets or caps a grade that is the same is the reason of nothing.
    if a.grade != b.grade {
      if a.setBy != b.setBy { reasons.append(.verdict(before: a.setBy, after: b.setBy)) }
      if a.cappedBy != b.cappedBy { reasons.append(.ceiling(before: a.cappedBy, after: b.cappedBy)) }
      reasons += lines(a, b)
    }
    if !isSame(a.score, b.score) {
      reasons += effects(before, after, first.sheet, second.sheet) + nodes(before, after, first, second)
    }
    return reasons
  }

  /// Of each grade that only one side granted: why the other did not.
  private static func lines(_ a: Standing, _ b: Standing) -> [ComparisonReason] {
    func missed(_ grade: String?, _ standing: Standing, isAfter: Bool) -> ComparisonReason? {
      guard let grade, let attempt = standing.attempts.first(where: { $0.grade == grade }) else { return nil }
      switch attempt.outcome {
      case .granted, .kept, .keptInPlace: return nil
      default: return .line(grade: grade, isAfter: isAfter, attempt.outcome)
      }
    }
    return [missed(a.grade, b, isAfter: true), missed(b.grade, a, isAfter: false)].compactMap { $0 }
  }

  private static func effects(
    _ before: Int, _ after: Int, _ first: ScoreSheet, _ second: ScoreSheet
  ) -> [ComparisonReason] {
    func changes(_ sheet: ScoreSheet, _ unit: Int) -> [String: Double] {
      Dictionary(
        sheet.effects.filter { $0.unit == unit }.map { ($0.effect, $0.effective) }, uniquingKeysWith: { $0 + $1 })
    }
    let (a, b) = (changes(first, before), changes(second, after))
    return Set(a.keys).union(b.keys).sorted().compactMap { id in
      let (old, new) = (a[id] ?? 0, b[id] ?? 0)
      return isSame(old, new) ? nil : .effect(id, before: old, after: new)
    }
  }

  /// What the nodes that changed brought to the total, the greatest difference first. One that began or ceased to act goes
  /// before them, whatever it brought: it is why others are re-scaled. Differences that nobody sees are left out where
  /// others are told.
  private static func nodes(
    _ before: Int, _ after: Int, _ first: SheetComparison.Side, _ second: SheetComparison.Side
  ) -> [ComparisonReason] {
    func root(_ side: SheetComparison.Side, _ unit: Int) -> NodeTrace? {
      let id = side.scheme.ranking?.node ?? side.scheme.roots.first?.id
      return id.flatMap { trace(of: $0, unit: unit, in: side.sheet, scheme: side.scheme) }
    }
    func size(_ node: ChangedNodes.Found) -> Double {
      abs((node.after.isNaN ? 0 : node.after) - (node.before.isNaN ? 0 : node.before))
    }
    func turned(_ node: ChangedNodes.Found) -> Int { node.before.isNaN != node.after.isNaN ? 0 : 1 }
    let digits = max(first.scheme.defaults.digits, second.scheme.defaults.digits)
    func isSeen(_ node: ChangedNodes.Found) -> Bool {
      node.presence != .both || turned(node) == 0
        || displayed(node.before, digits: digits) != displayed(node.after, digits: digits)
    }
    let found = ChangedNodes.between(root(first, before), root(second, after))
      .sorted { (turned($0), size($1), $0.id) < (turned($1), size($0), $1.id) }
    let seen = found.filter(isSeen)
    return (seen.isEmpty ? Array(found.prefix(1)) : seen).map(\.reason)
  }
}

extension UnitComparison {
  /// With who passed whom, where the rank differs and the unit's own score does not.
  fileprivate func withRivals(among units: [UnitComparison], isPerGroup: Bool) -> UnitComparison {
    guard let a = standingBefore, let b = standingAfter, a.rank != b.rank, a.status == b.status,
      isSame(a.displayedScore, b.displayedScore)
    else { return self }
    var unit = self
    guard let before = a.rank, let after = b.rank else {
      unit.reasons.append(.ranking(isRanked: b.rank != nil))
      return unit
    }
    var (passedBy, passed): ([String], [String]) = ([], [])
    for other in units where other.unit.code != self.unit.code {
      if isPerGroup, other.unit.peers != self.unit.peers { continue }
      let wasBefore = other.standingBefore?.rank.map { $0 < before } ?? false
      let isBefore = other.standingAfter?.rank.map { $0 < after } ?? false
      if isBefore, !wasBefore { passedBy.append(other.unit.name) }
      if wasBefore, !isBefore { passed.append(other.unit.name) }
    }
    unit.reasons.append(.rivals(passedBy: passedBy, passed: passed))
    return unit
  }
}

/// The same number, within what arithmetic in another order may differ by; both missing is the same too.
func isSame(_ a: Double?, _ b: Double?) -> Bool {
  guard let a, let b, !a.isNaN, !b.isNaN else { return (a?.isNaN ?? true) == (b?.isNaN ?? true) }
  return abs(a - b) <= 1e-12 * max(1, abs(a))
}
