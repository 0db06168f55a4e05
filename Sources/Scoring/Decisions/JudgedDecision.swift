import Schemes

/// A recorded decision and what became of it: what `explain` shows beside the numbers, whether it acts or not.
package struct JudgedDecision: Sendable, Equatable {
  package enum Outcome: Sendable, Equatable {
    /// It replaces the value of a node, or moves the score.
    case acting
    /// It gives the reason for a difference between hands.
    case reason
    case refused(DecisionProblem)
  }
  package let decision: Decision
  package let outcome: Outcome
  init(_ decision: Decision, _ outcome: Outcome) {
    self.decision = decision
    self.outcome = outcome
  }
}

/// Every decision on the run's periods, judged as the run judged it: nothing else is computed again.
package func judgedDecisions(_ scheme: Scheme, _ input: ScoringInput) -> [JudgedDecision] {
  let combines = input.period.grain == .year && input.halves.count == 2 && scheme.combination != nil
  return DecisionBook(scheme, Plan(scheme), input, halves: combines).judged
}
