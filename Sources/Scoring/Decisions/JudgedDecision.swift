import Schemes

/// A recorded decision and what became of it: what `explain` shows beside the numbers, whether it acts or not.
package struct JudgedDecision: Sendable, Equatable {
  package enum Outcome: Sendable, Equatable {
    /// It replaces the value of a node, moves the score, or settles a tie.
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
/// - Parameter standing: of the run; it shows which decisions on a grade settled a tie.
package func judgedDecisions(
  _ scheme: Scheme, _ input: ScoringInput, _ standing: [Standing]
) -> [JudgedDecision] {
  let combines = input.period.grain == .year && input.halves.count == 2 && scheme.combination != nil
  let book = DecisionBook(scheme, Plan(scheme), input, halves: combines)
  var problems: [Decision: DecisionProblem] = [:]
  for (unit, decision) in book.grants.values.flatMap(\.self) where standing.indices.contains(unit) {
    problems[decision] = decision.grantProblem(standing[unit].attempts)
  }
  return book.judged.map { judged in
    guard judged.outcome == .acting, let problem = problems[judged.decision] else { return judged }
    return JudgedDecision(judged.decision, .refused(problem))
  }
}
