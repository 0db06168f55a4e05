import Findings

/// Why a recorded decision does not act, or what else a reader must know of it. Whatever is refused changes nothing.
package enum DecisionProblem: Sendable, Equatable {
  /// Neither a node nor an effect of the scheme.
  case targetUnknown(target: String, known: [String])
  case unitUnknown(unit: String)
  /// The node has no `override`, or the effect no `adjust`.
  case notOpen(target: String)
  /// nil: any role would do, and none is recorded.
  case roleWrong(found: String, needed: String?)
  case reasonMissing
  /// A decision that needs a number has none.
  case valueMissing(target: String)
  case valueOutOfRange(value: Double, low: Double, high: Double)
  /// An adjustment beyond what the effect allows: the sum so far, and the limit in either direction (E4).
  case beyondLimit(value: Double, total: Double, limit: Double)
  /// A later one stands on the same node and unit.
  case superseded(date: Int, by: Int)
  /// Of a half, on an effect: the year's effects take the year's decisions only.
  case ofHalf(effect: String, year: String)
  /// A decision on a grade says neither that it is granted nor that it is refused.
  case grantMissing(grade: String)
  /// The unit is not tied for the last places of the grade.
  case notAwaiting(grade: String)
  /// More of a tied block were granted the grade than there are places.
  case beyondPlaces(grade: String, placesLeft: Int)

  package var code: String {
    switch self {
    case .targetUnknown: "decision-target-unknown"
    case .unitUnknown: "decision-unit-unknown"
    case .notOpen: "decision-not-open"
    case .roleWrong: "decision-role-wrong"
    case .reasonMissing: "decision-reason-missing"
    case .valueMissing: "decision-value-missing"
    case .valueOutOfRange: "decision-value-out-of-range"
    case .beyondLimit: "decision-beyond-limit"
    case .superseded: "decision-superseded"
    case .ofHalf: "decision-of-half"
    case .grantMissing: "decision-grant-missing"
    case .notAwaiting: "decision-not-awaited"
    case .beyondPlaces: "decision-beyond-places"
    }
  }

  package var severity: Severity {
    switch self {
    case .superseded: .warning
    case .ofHalf: .note
    default: .problem
    }
  }
}
