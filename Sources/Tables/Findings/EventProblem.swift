import Findings
import Register

/// What an event's row says of its stages that does not hold together. The row is kept and acts on nothing. Days and
/// names of stages are no content: they are told of protected tables too.
package enum EventProblem: Sendable, Equatable {
  /// A later stage has an earlier day.
  case order(ConfirmationRule.Step, day: String, before: ConfirmationRule.Step, otherDay: String)
  /// A decision that lacks these.
  case incomplete([EventGap])
  /// Decided on without a verification.
  case unverified

  package init(_ doubt: EventDoubt) {
    func text(_ day: Int) -> String { CalendarDate(yyyymmdd: day).map { "\($0)" } ?? "\(day)" }
    switch doubt {
    case .order(let step, let day, let other, let otherDay):
      self = .order(step, day: text(day), before: other, otherDay: text(otherDay))
    case .incomplete(let gaps): self = .incomplete(gaps)
    }
  }

  package var code: String {
    switch self {
    case .order: "event-dates-out-of-order"
    case .incomplete: "event-decision-incomplete"
    case .unverified: "event-not-verified"
    }
  }

  var chinese: Wording {
    let consequence = "该行保留，但不产生任何后果，计入线索。"
    switch self {
    case .order(let step, let day, let other, let otherDay):
      return Wording(
        found: "\(step.chinese)日期\(day)早于\(other.chinese)日期\(otherDay)。", consequence: consequence,
        remedy: "请核对台账中的日期，改正后把整份文件用 --replaces 重新导入。")
    case .incomplete(let gaps):
      return Wording(
        found: "已有认定，但缺少\(gaps.map(\.chinese).joined(separator: "、"))。", consequence: consequence,
        remedy: "请补齐认定的日期、机构和结论，把整份文件用 --replaces 重新导入。")
    case .unverified:
      return Wording(
        found: "已认定属实，而没有核实日期。", consequence: "该行照认定起作用，events 中注明“未核实”。",
        remedy: "核实过的请补填核实日期和角色，把整份文件用 --replaces 重新导入；由上级直接认定的不必改。")
    }
  }

  var english: Wording {
    let consequence = "The row is kept, acts on nothing, and counts as a lead."
    switch self {
    case .order(let step, let day, let other, let otherDay):
      return Wording(
        found: "The day of \(step.english), \(day), lies before that of \(other.english), \(otherDay).",
        consequence: consequence, remedy: "Correct the days in the ledger, and import the whole of it with --replaces.")
    case .incomplete(let gaps):
      return Wording(
        found: "There is a decision, but it lacks \(gaps.map(\.english).joined(separator: " and ")).",
        consequence: consequence,
        remedy: "Add day, role and result of the decision, and import the whole ledger with --replaces.")
    case .unverified:
      return Wording(
        found: "It was decided that this is so, but there is no day of verification.",
        consequence: "The row acts by its decision; events marks it as not verified.",
        remedy:
          "If it was verified, add day and role and import the whole ledger with --replaces; what an upper level decided may stay."
      )
    }
  }
}

extension ConfirmationRule.Step {
  package var chinese: String {
    switch self {
    case .trigger: "触发"
    case .verify: "核实"
    case .confirm: "认定"
    case .effective: "生效"
    }
  }
  package var english: String {
    switch self {
    case .trigger: "the report"
    case .verify: "the verification"
    case .confirm: "the decision"
    case .effective: "coming into force"
    }
  }
}

extension EventGap {
  var chinese: String {
    switch self {
    case .day: "认定日期"
    case .role: "认定机构"
    case .result: "认定结论"
    }
  }
  var english: String {
    switch self {
    case .day: "its day"
    case .role: "its role"
    case .result: "its result"
    }
  }
}
