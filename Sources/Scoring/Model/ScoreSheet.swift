import Register
import Schemes

/// What a run computes: every level of the tree, every unit, and how each number came about. The trace is the
/// computation's own columns: value after the source, after each step, and the shares in force.
package struct ScoreSheet: Sendable {
  package var period: Period
  package var units: [ScoredUnit]
  /// In the order of `Scheme.allNodes`.
  package var nodes: [NodeColumn]
  package var standing: [Standing]
  /// In written order, one per effect and unit on which it was looked at and did something or could not be judged.
  package var effects: [EffectRecord]
  package var facts: [String: [Double]]
  package var findings: [ScoringFinding]
  /// One per quota and group, in the order of the bands.
  package var contests: [Contest] = []

  package init(
    period: Period, units: [ScoredUnit], nodes: [NodeColumn], standing: [Standing], effects: [EffectRecord],
    facts: [String: [Double]], findings: [ScoringFinding]
  ) {
    self.period = period
    self.units = units
    self.nodes = nodes
    self.standing = standing
    self.effects = effects
    self.facts = facts
    self.findings = findings
  }

  package func node(_ id: String) -> NodeColumn? { nodes.first { $0.id == id } }
}

/// One node over all units.
package struct NodeColumn: Sendable {
  package var id: String
  /// Before the steps: the measure's value, or the aggregate of the children.
  package var source: [Double]
  /// After each step, in order; the last is the node's own value unless a rule below replaced it.
  package var afterStep: [[Double]]
  /// The node's value; NaN unless `state` is value or full.
  package var value: [Double]
  package var state: [ValueState]
  /// 0…1; NaN where not applicable (R6).
  package var coverage: [Double]
  /// The node's share in its parent as it acted: points or weight re-scaled over siblings with a value, as a share of
  /// the parent (0…1); NaN for roots and where the node did not act.
  package var effectiveShare: [Double]
  /// What the parent received of it, in the parent's unit before its steps; NaN likewise.
  package var contribution: [Double]
  /// Which rule set the value, where a rule did.
  package var rule: [NodeRule]
  /// Of a year: the value of each half before combining (leaves only); empty otherwise.
  package var halves: [[Double]]
  /// Of the root of a year that is its best or last half: by unit, which half gave all leaves; empty otherwise.
  package var takenHalf: [Int] = []
  /// Of a node graded by several hands: each hand, in the order of the scheme; empty otherwise.
  package var hands: [HandColumn] = []
  /// By unit: the decision that replaced the value; the computed one stays in it. Of a year: its own, or else that of the
  /// latest half.
  package var overrides: [Int: Override] = [:]
  /// Of a year: the decisions in force in each half, by unit; empty if there are none.
  package var halfOverrides: [[Int: Override]] = []
  /// By unit: the value is imputed, and has coverage 0 (R16); empty: none is.
  package var isImputed: [Bool] = []
  /// What `treat` did, in the order of steps and groups; empty where no step treats.
  package var treatments: [ColumnTreatment] = []

  package init(id: String, count: Int) {
    self.id = id
    // The columns share one storage until they are written.
    let nothing = Array(repeating: Double.nan, count: count)
    source = nothing
    afterStep = []
    value = nothing
    state = Array(repeating: .missing, count: count)
    coverage = Array(repeating: 0, count: count)
    effectiveShare = nothing
    contribution = nothing
    rule = Array(repeating: .computed, count: count)
    halves = []
  }
}

/// Which rule made a node's value what it is.
package enum NodeRule: UInt8, Sendable, CaseIterable {
  case computed
  /// `missing: zero` (R7).
  case zeroForMissing
  /// `zero_when` (R17).
  case zeroWhen
  /// `full` (M6).
  case full
  /// `applies` is false (R17).
  case doesNotApply
  /// `drop_if` (R10).
  case dropped
  /// A step or a mean had no value to give (constant column, value ≤ 0 under ln or a geometric mean, outside a stated
  /// range).
  case stepFailed
  /// The node's own coverage was too low (R6).
  case coverageTooLow
  /// A recorded decision replaced it (R14).
  case overridden
  /// A missing value was imputed (R16).
  case imputed
}

/// One hand of a node, over all units.
package struct HandColumn: Sendable, Equatable {
  package var id: String
  package var source: [Double]
  package var afterStep: [[Double]]
  /// NaN where it has none.
  package var value: [Double]
  /// The first hand's value minus this one's; NaN for the first and where one is missing.
  package var difference: [Double]
  package init(id: String, source: [Double], afterStep: [[Double]], value: [Double], difference: [Double]) {
    self.id = id
    self.source = source
    self.afterStep = afterStep
    self.value = value
    self.difference = difference
  }
}

/// A decision in force on one node of one unit.
package struct Override: Sendable, Equatable, Codable {
  /// NaN if there was none.
  package var computed: Double
  package var decision: Decision
  package init(computed: Double, decision: Decision) {
    self.computed = computed
    self.decision = decision
  }
}

/// A unit's place in the result.
package struct Standing: Sendable, Equatable {
  package enum Status: Sendable, Equatable {
    case graded
    /// 不予评定, with the reasons.
    case notGraded([NotGradedReason])
    /// 暂缓.
    case deferred(fact: String)
    /// 免评.
    case exempt(fact: String)
  }
  package var status: Status
  /// After effects, clamped; NaN if missing. Score and rank stay visible whatever the grade.
  package var score: Double
  package var displayedScore: Double
  package var coverage: Double
  /// From 1; nil without rank.
  package var rank: Int?
  /// Several units share the rank and nothing broke the tie.
  package var isTied: Bool
  /// nil: not graded, or a period that stores no grade.
  package var grade: String?
  /// The lowest ceiling in force, and the effects that set it.
  package var cappedBy: [String]
  /// The effect that set the grade, if any.
  package var setBy: String?
  /// Every line that was tried, from the top, and what became of it.
  package var attempts: [GradeAttempt] = []
  /// Holds this grade as a title at the moment that the scheme names.
  package var heldTitle: String?
  /// Has its grade only because a tied block was let in whole.
  package var isInByTie = false
  /// A tied block at the edge of this grade awaits the committee.
  package var awaits: String?

  package init(
    status: Status, score: Double, displayedScore: Double, coverage: Double, rank: Int? = nil, isTied: Bool = false,
    grade: String? = nil, cappedBy: [String] = [], setBy: String? = nil
  ) {
    self.status = status
    self.score = score
    self.displayedScore = displayedScore
    self.coverage = coverage
    self.rank = rank
    self.isTied = isTied
    self.grade = grade
    self.cappedBy = cappedBy
    self.setBy = setBy
  }
}

package enum NotGradedReason: Sendable, Hashable {
  /// The ranked node has no value.
  case noScore
  case coverage(found: Double, needed: Double, missingLeaves: [String])
  /// A node with `missing: not_graded` is missing.
  case node(String)
  /// A line of `eligible` does not hold.
  case ineligible(fact: String)
}

/// One effect on one unit: nominal and effective change are both kept (E4).
package struct EffectRecord: Sendable, Equatable {
  package enum Outcome: Sendable, Equatable {
    case acted
    /// The measure is missing: not judged (未核).
    case unverified
  }
  package var effect: String
  package var unit: Int
  package var outcome: Outcome
  /// Of an adjustment: what was decided, by whom and when.
  package var decision: Decision?
  /// The measure whose test fired, where there is a trigger.
  package var firedBy: String?
  /// Points before limits; negative for deductions; 0 without a change.
  package var nominal: Double
  /// Points after the effect's and the group's limits.
  package var effective: Double
  package var before: Double
  package var after: Double

  package init(
    effect: String, unit: Int, outcome: Outcome, firedBy: String? = nil, nominal: Double = 0, effective: Double = 0,
    before: Double = .nan, after: Double = .nan
  ) {
    self.effect = effect
    self.unit = unit
    self.outcome = outcome
    self.firedBy = firedBy
    self.nominal = nominal
    self.effective = effective
    self.before = before
    self.after = after
  }
}
