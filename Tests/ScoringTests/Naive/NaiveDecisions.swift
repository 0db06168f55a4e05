import Register
import Schemes
import Scoring

/// Which recorded decisions are in force (R14, E4); the others are refused.
struct NaiveDecisions {
  let scheme: Scheme
  let units: [ScoredUnit]
  let decisions: [Decision]

  /// By node and unit, for the rows of one period. Reading: of several the last recorded stands; one that gives only a
  /// reason replaces nothing.
  func overrides(in period: Period, points: (Node) -> Double?) -> [String: [Int: Decision]] {
    var found: [String: [Int: Decision]] = [:]
    for decision in decisions where decision.period == period.id {
      guard let node = scheme.node(decision.target), let rule = node.override,
        let unit = units.firstIndex(where: { $0.code == decision.unit }),
        Self.isEntitled(decision, role: rule.role, needsReason: rule.needsReason)
      else { continue }
      switch decision.value {
      case .none, .granted, .refused: continue
      case .notApplicable: break
      case .number(let number):
        guard number.isFinite else { continue }
        if let points = points(node) {
          guard (snappedOrder(number, 0) ?? -1) >= 0, (snappedOrder(number, points) ?? 1) <= 0 else { continue }
        }
      }
      found[node.id, default: [:]][unit] = decision
    }
    return found
  }

  /// Of an `adjust` effect on a unit, in order of record: what would bring the sum beyond the limit is refused, whole.
  /// Reading: only rows of the run's own period count, also in a year of halves.
  func adjustments(by effect: Effect, of unit: Int, in period: Period) -> [(points: Double, decision: Decision)] {
    guard let rule = effect.adjust else { return [] }
    var found: [(points: Double, decision: Decision)] = []
    var sum = 0.0
    for decision in decisions
    where decision.period == period.id && decision.target == effect.id && decision.unit == units[unit].code {
      guard Self.isEntitled(decision, role: rule.role, needsReason: rule.needsReason),
        case .number(let points) = decision.value, points.isFinite,
        (snappedOrder(abs(sum + points), rule.atMost) ?? 1) <= 0
      else { continue }
      sum += points
      found.append((points, decision))
    }
    return found
  }

  private static func isEntitled(_ decision: Decision, role: String?, needsReason: Bool) -> Bool {
    (role == nil || role == decision.role) && (!needsReason || decision.reason.contains { !$0.isWhitespace })
  }
}
