import Findings

/// What a reader of the result must know about how it was computed.
package enum ScoringFinding: Finding, Equatable {
  /// A cross-unit step met a constant column, or fewer than two values (R10).
  case stepConstant(Place, node: String, step: String, units: Int)
  /// ln or a geometric mean met values ≤ 0 (R9, R15).
  case valueNotPositive(Place, node: String, step: String, units: [String])
  /// A leaf was dropped for all units (R10).
  case leafDropped(Place, node: String, units: Int, needed: Int)
  /// Values outside a measure's stated range became missing (R2).
  case valueOutOfRange(Place, measure: String, low: Double, high: Double, units: [String])
  /// A fact or trigger met missing measures (R12, E5).
  case testUnverified(Place, name: String, measures: [String], units: [String])
  /// A group has too few graded units for ranks (K3).
  case groupTooSmall(Place, group: String, units: Int, needed: Int)
  /// Units under `min_base` are out of the ranking (K3).
  case baseTooSmall(Place, measure: String, needed: Double, units: [String])
  /// A recorded decision does not act, or not alone.
  case decision(Place, DecisionProblem)
  /// Hands lie farther apart than the scheme lets pass, without a recorded reason where it needs one (R14).
  case handsApart(
    Place, node: String, hands: [String], period: String, over: Double, needsReason: Bool, units: [HandsGap])
  /// Units meet a line with a quota, and there are no ranks to give its places by (K3).
  case quotaWithoutRanks(Place, grade: String, group: String, units: [String])
  /// A line has cut-offs by year, and none for this one.
  case cutOffMissing(Place, grade: String, year: Int)
  /// Fewer graded units than clusters (G6).
  case clustersTooFew(Place, group: String, units: Int, clusters: Int)
  /// A geometric, harmonic or power mean met values that have none (R9).
  case meanNotPositive(Place, node: String, mean: String, units: [String])
  /// A trimmed mean met units of whose children it would leave none.
  case nothingLeftToAverage(Place, node: String, drops: Int, units: [String])
  /// A distance or share has nothing to be measured by.
  case goalUnusable(Place, node: String, step: String, GoalProblem)
  /// Two-way bands met units without the other measure.
  case acrossMissing(Place, node: String, measure: String, units: [String])
  /// `impute` found nothing to fill a value from.
  case nothingToImputeFrom(Place, node: String, units: [String])
  /// `over: {frozen: …}` names a period that has no run with this step.
  case frozenRunAbsent(Place, node: String, step: String, period: String)
  /// `over: {periods: …}` names periods without data.
  case periodsAbsent(Place, node: String, step: String, periods: [String])

  package enum GoalProblem: Sendable, Hashable {
    case unitWithoutValue, notAboveTheLeast, bestNotPositive
  }

  package var code: String {
    switch self {
    case .stepConstant: "step-constant-column"
    case .valueNotPositive: "step-value-not-positive"
    case .leafDropped: "leaf-dropped"
    case .valueOutOfRange: "measure-out-of-range"
    case .testUnverified: "test-unverified"
    case .groupTooSmall: "rank-group-too-small"
    case .baseTooSmall: "rank-base-too-small"
    case .decision(_, let problem): problem.code
    case .handsApart: "hands-apart"
    case .quotaWithoutRanks: "quota-without-ranks"
    case .cutOffMissing: "grade-cut-off-missing"
    case .clustersTooFew: "clusters-too-few"
    case .meanNotPositive: "mean-not-positive"
    case .nothingLeftToAverage: "trimmed-nothing-left"
    case .goalUnusable: "distance-goal-unusable"
    case .acrossMissing: "bands-across-missing"
    case .nothingToImputeFrom: "impute-nothing-to-fill-from"
    case .frozenRunAbsent: "frozen-run-absent"
    case .periodsAbsent: "population-periods-absent"
    }
  }

  package var severity: Severity {
    switch self {
    case .leafDropped: .note
    case .decision(_, let problem): problem.severity
    case .handsApart(_, _, _, _, _, let needsReason, _): needsReason ? .warning : .note
    default: .warning
    }
  }

  package var place: Place {
    switch self {
    case .stepConstant(let place, _, _, _), .valueNotPositive(let place, _, _, _),
      .leafDropped(let place, _, _, _), .valueOutOfRange(let place, _, _, _, _),
      .testUnverified(let place, _, _, _), .groupTooSmall(let place, _, _, _),
      .baseTooSmall(let place, _, _, _), .decision(let place, _), .handsApart(let place, _, _, _, _, _, _),
      .quotaWithoutRanks(let place, _, _, _), .cutOffMissing(let place, _, _), .clustersTooFew(let place, _, _, _),
      .meanNotPositive(let place, _, _, _), .nothingLeftToAverage(let place, _, _, _),
      .goalUnusable(let place, _, _, _),
      .acrossMissing(let place, _, _, _), .nothingToImputeFrom(let place, _, _),
      .frozenRunAbsent(let place, _, _, _), .periodsAbsent(let place, _, _, _):
      place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
