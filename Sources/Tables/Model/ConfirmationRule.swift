import Findings

/// How an event comes to have consequences: which columns say that it was reported (触发), looked into (核实), decided on
/// (认定), and since when it holds (生效).
package struct ConfirmationRule: Sendable, Hashable {
  /// The stages in their order.
  package enum Step: String, Sendable, CaseIterable { case trigger, verify, confirm, effective }

  /// The column of the day on which it was reported.
  package var trigger: String
  /// The column of the day on which it was verified, and that of who did; nil: the table does not keep it.
  package var verified: String?
  package var verifier: String?
  /// Day, role and result of the decision (认定), and the results that mean that it is so.
  package var confirmed: String
  package var role: String
  package var result: String
  package var positive: [String]
  /// The column of the first day on which it has consequences; nil: the day of the decision.
  package var effective: String?

  package init(
    trigger: String, verified: String? = nil, verifier: String? = nil, confirmed: String, role: String,
    result: String, positive: [String], effective: String? = nil
  ) {
    self.trigger = trigger
    self.verified = verified
    self.verifier = verifier
    self.confirmed = confirmed
    self.role = role
    self.result = result
    self.positive = positive
    self.effective = effective
  }

  /// The columns of days that it names, in the order of the stages.
  package var days: [(step: Step, column: String)] {
    let all: [(Step, String?)] = [
      (.trigger, trigger), (.verify, verified), (.confirm, confirmed), (.effective, effective),
    ]
    return all.compactMap { step, column in column.map { (step, $0) } }
  }

  /// The columns of texts that it names.
  package var texts: [String] { [verifier, role, result].compactMap(\.self) }

  /// Every column that it names, once each; none of them is content.
  package var columns: [String] { withoutRepeats(days.map(\.column) + texts) }
}
