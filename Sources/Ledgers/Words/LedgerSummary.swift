import Findings
import Register

/// The numbers of a ledger on a day, and the sentence that says them.
package struct LedgerSummary: Sendable, Equatable {
  package var asOf: CalendarDate
  package var count = 0
  package var byState: [Problem.State: Int] = [:]
  package var overdue = 0
  package var longestOverdue = 0
  /// Open, and due within the longest of the ledger's spans, overdue ones apart.
  package var dueSoon = 0
  /// The longest of the spans; nil if the ledger has none.
  package var soonDays: Int?
  package var standing = 0
  package var withoutDeadline = 0
  /// Problems of which it is known whether they were verified on time, and those that were.
  package var judged = 0
  package var onTime = 0
  package var repeats = 0
  package var revisitsOwed = 0
  package var revisitsMade = 0
  package var doubtful = 0
  package var suggestions = 0
  package var adopted = 0
  package var unanswered = 0

  package init(_ problems: [Problem], _ suggestions: [Suggestion] = [], soon: [Int], asOf: CalendarDate) {
    self.asOf = asOf
    soonDays = soon.max()
    count = problems.count
    for problem in problems {
      byState[problem.state, default: 0] += 1
      switch problem.timing {
      case .overdue(let days):
        overdue += 1
        longestOverdue = max(longestOverdue, days)
      case .remaining: dueSoon += 1
      case .standing: standing += 1
      case .unknown: withoutDeadline += 1
      case .ahead, .closed: break
      }
      if let isOnTime = problem.isVerifiedOnTime {
        judged += 1
        onTime += isOnTime ? 1 : 0
      }
      repeats += problem.isRepeat ? 1 : 0
      revisitsOwed += problem.owesRevisit ? 1 : 0
      revisitsMade += problem.hasRevisit ? 1 : 0
      doubtful += problem.doubts.isEmpty ? 0 : 1
    }
    self.suggestions = suggestions.count
    adopted = suggestions.count { $0.isAdopted == true }
    unanswered = suggestions.count { $0.answer == .unanswered }
  }

  private func count(_ state: Problem.State) -> Int { byState[state] ?? 0 }

  /// 销号, with or without a later look.
  package var verified: Int { count(.verified) + count(.revisited) }

  package func sentence(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  private var chinese: String {
    guard count > 0 else { return "截至\(asOf)，台账中没有问题。" + chineseSuggestions }
    var parts = ["已销号\(verified)个"]
    if count(.done) > 0 { parts.append("已完成待销号\(count(.done))个") }
    for state in [Problem.State.underway, .unplanned, .notNotified] where count(state) > 0 {
      parts.append("\(state.rawValue)\(count(state))个")
    }
    var sentence = "截至\(asOf)，共\(count)个问题：\(parts.joined(separator: "，"))。"
    var timing: [String] = []
    if overdue > 0 { timing.append("已超时限\(overdue)个（最长\(longestOverdue)天）") }
    if let soonDays, dueSoon > 0 { timing.append("\(soonDays)天内到期\(dueSoon)个") }
    if standing > 0 { timing.append("长期坚持\(standing)个") }
    if withoutDeadline > 0 { timing.append("时限不明\(withoutDeadline)个") }
    if !timing.isEmpty { sentence += "未销号的：\(timing.joined(separator: "，"))。" }
    var more: [String] = []
    if judged > 0 { more.append("按期销号率\(percent(onTime, judged))（\(onTime)/\(judged)）") }
    if repeats > 0 { more.append("重复发生\(repeats)个") }
    if revisitsOwed > 0 { more.append("回头看应办\(revisitsOwed)个、已办\(revisitsMade)个") }
    if doubtful > 0 { more.append("存疑\(doubtful)个") }
    if !more.isEmpty { sentence += more.joined(separator: "，") + "。" }
    return sentence + chineseSuggestions
  }

  private var chineseSuggestions: String {
    suggestions == 0 ? "" : "意见建议\(suggestions)条：采纳\(adopted)条，未答复\(unanswered)条。"
  }

  private var english: String {
    let end = suggestions == 0 ? "" : " Suggestions: \(suggestions), \(adopted) adopted, \(unanswered) unanswered."
    guard count > 0 else { return "On \(asOf) the ledger has no problems." + end }
    var parts = ["\(verified) verified"]
    if count(.done) > 0 { parts.append("\(count(.done)) declared done, not verified") }
    for state in [Problem.State.underway, .unplanned, .notNotified] where count(state) > 0 {
      parts.append("\(count(state)) \(state.english)")
    }
    let noun = count == 1 ? "problem" : "problems"
    var sentence = "On \(asOf): \(count) \(noun), \(parts.joined(separator: ", "))."
    var timing: [String] = []
    if overdue > 0 { timing.append("\(overdue) overdue (the longest by \(longestOverdue) d)") }
    if let soonDays, dueSoon > 0 { timing.append("\(dueSoon) due within \(soonDays) d") }
    if standing > 0 { timing.append("\(standing) without a deadline (standing)") }
    if withoutDeadline > 0 { timing.append("\(withoutDeadline) with an unknown deadline") }
    if !timing.isEmpty { sentence += " Of the open ones: \(timing.joined(separator: ", "))." }
    var more: [String] = []
    if judged > 0 { more.append("verified on time \(percent(onTime, judged)) (\(onTime)/\(judged))") }
    if repeats > 0 { more.append("repeats \(repeats)") }
    if revisitsOwed > 0 { more.append("later looks owed \(revisitsOwed), made \(revisitsMade)") }
    if doubtful > 0 { more.append("doubtful \(doubtful)") }
    if !more.isEmpty { sentence += " " + more.joined(separator: "; ").firstUpper + "." }
    return sentence + end
  }

  /// One decimal, halves up: `66.7%`.
  private func percent(_ part: Int, _ whole: Int) -> String {
    let tenths = (part * 2000 + whole) / (whole * 2)
    return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }
}

extension String {
  fileprivate var firstUpper: String { prefix(1).uppercased() + dropFirst() }
}

extension Problem.State {
  package var english: String {
    switch self {
    case .notNotified: "not notified"
    case .unplanned: "without measures"
    case .underway: "under way"
    case .done: "declared done"
    case .verified: "verified"
    case .revisited: "looked at again"
    }
  }

  package func word(in language: Language) -> String { language == .chinese ? rawValue : english }
}
