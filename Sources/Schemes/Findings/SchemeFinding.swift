import Findings

/// What can be wrong with a scheme, by the pass that sees it: reading the file and those that it extends, its structure,
/// tree and outcome, an expression, the tables it reads, the tables that its leaves come from.
package enum SchemeFinding: Finding, Equatable {
  case reading(Place, ReadingProblem)
  case structure(Place, StructureProblem)
  case outcome(Place, OutcomeProblem)
  case extending(Place, ExtensionProblem)
  case expression(Place, ExpressionProblem)
  case tables(Place, TableProblem)
  case idle(Place, IdleProblem)
  case leaves(Place, LeavesProblem)
  case tree(Place, TreeProblem)
  case editing(Place, EditingProblem)

  package var code: String {
    switch self {
    case .reading(_, let problem): problem.code
    case .structure(_, let problem): problem.code
    case .outcome(_, let problem): problem.code
    case .extending(_, let problem): problem.code
    case .expression(_, let problem): problem.code
    case .tables(_, let problem): problem.code
    case .idle(_, let problem): problem.code
    case .leaves(_, let problem): problem.code
    case .tree(_, let problem): problem.code
    case .editing(_, let problem): problem.code
    }
  }

  package var severity: Severity {
    switch self {
    case .reading(_, .approvalAbsent): .note
    case .idle(_, .untriggered): .problem
    case .idle, .expression(_, .divisorMayBeZero): .warning
    case .reading(_, .parameterUnused), .structure(_, .measureUnused), .structure(_, .factUnused),
      .structure(_, .zeroWithoutEffect),
      .tables(_, .bandUnreachable),
      .tables(_, .pointsUnreachable),
      .tables(_, .unitKindUnknown), .tables(_, .unitUnknown), .tree(_, .coverageUnstated),
      .outcome(_, .floorBeyondPoints), .outcome(_, .quotaGroups), .leaves(_, .groupWithoutLeaves):
      .warning
    default: .problem
    }
  }

  package var place: Place {
    switch self {
    case .reading(let place, _), .structure(let place, _), .expression(let place, _), .tables(let place, _),
      .idle(let place, _), .outcome(let place, _), .extending(let place, _), .leaves(let place, _), .tree(let place, _),
      .editing(let place, _):
      place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch (language, self) {
    case (.english, .reading(_, let problem)): problem.english
    case (.english, .structure(_, let problem)): problem.english
    case (.english, .outcome(_, let problem)): problem.english
    case (.english, .extending(_, let problem)): problem.english
    case (.english, .expression(_, let problem)): problem.english
    case (.english, .tables(_, let problem)): problem.english
    case (.english, .idle(_, let problem)): problem.english
    case (.english, .leaves(_, let problem)): problem.english
    case (.english, .tree(_, let problem)): problem.english
    case (.english, .editing(_, let problem)): problem.english
    case (.chinese, .reading(_, let problem)): problem.chinese
    case (.chinese, .structure(_, let problem)): problem.chinese
    case (.chinese, .outcome(_, let problem)): problem.chinese
    case (.chinese, .extending(_, let problem)): problem.chinese
    case (.chinese, .expression(_, let problem)): problem.chinese
    case (.chinese, .tables(_, let problem)): problem.chinese
    case (.chinese, .idle(_, let problem)): problem.chinese
    case (.chinese, .leaves(_, let problem)): problem.chinese
    case (.chinese, .tree(_, let problem)): problem.chinese
    case (.chinese, .editing(_, let problem)): problem.chinese
    }
  }
}

/// The kinds of things that a scheme calls by name.
package enum NameKind: String, Sendable, Hashable, CaseIterable {
  case measure, fact, node, hand, grade, group, effect, example, table, column, obligation
  case registerColumn = "register-column"
}
