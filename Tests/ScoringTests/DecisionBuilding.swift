import Schemes

@testable import Scoring

func hand(_ id: String, weight: Double = 1, _ steps: Step...) -> Hands.Hand {
  Hands.Hand(id: id, measure: id, steps: steps, weight: weight)
}

/// A leaf by hands, whose measures have the hands' names.
func hands(
  _ id: String, _ share: Node.Share, _ hands: [Hands.Hand], prevail: [String]? = nil,
  difference: Hands.DifferenceRule? = nil, _ change: (inout Node) -> Void = { _ in }
) -> Node {
  let source = Hands(all: hands, combination: prevail.map { .prevail($0) } ?? .mean, difference: difference)
  return Node(id: id, share: share, source: .hands(source), place: nowhere).with(change)
}

func decision(
  _ target: String, _ unit: String, _ value: Decision.Value, period: String = "2025H1", reason: String = "已核实",
  role: String = "领导小组", date: Int = 20_250_701
) -> Decision {
  Decision(period: period, target: target, unit: unit, value: value, reason: reason, role: role, date: date)
}

extension Node {
  /// Open to decisions of 领导小组, with a reason.
  func open(to role: String? = "领导小组", needsReason: Bool = true) -> Node {
    with { $0.override = OverrideRule(role: role, needsReason: needsReason) }
  }
}

extension ScoringInput {
  func deciding(_ decisions: Decision...) -> ScoringInput {
    var input = self
    input.decisions = decisions
    return input
  }
}

extension ScoreSheet {
  /// Codes of the findings about decisions, in order.
  var decisionCodes: [String] {
    findings.compactMap { if case .decision(_, let problem) = $0 { problem.code } else { nil } }
  }
}
