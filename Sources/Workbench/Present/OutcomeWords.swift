import Findings
import Schemes
import Scoring
import Statistics

/// How the outcome of a run is said: states, reasons, marks. One place, both languages.
struct OutcomeWords {
  let language: Language
  private var isChinese: Bool { language == .chinese }

  /// Why a unit has no grade; empty if it is graded.
  func status(_ standing: Standing) -> String {
    switch standing.status {
    case .graded: ""
    case .notGraded: isChinese ? "不予评定" : "not graded"
    case .deferred(let fact): isChinese ? "\(deferred)（\(fact)）" : "\(deferred) (\(fact))"
    case .exempt(let fact): isChinese ? "\(exempt)（\(fact)）" : "\(exempt) (\(fact))"
    }
  }

  var deferred: String { isChinese ? "暂缓" : "deferred" }
  var exempt: String { isChinese ? "免评" : "exempt" }

  func reason(_ reason: NotGradedReason) -> String {
    switch reason {
    case .noScore: isChinese ? "没有得分" : "no score"
    case .coverage(let found, let needed, _):
      isChinese
        ? "覆盖率\(percent(found))，低于\(percent(needed))" : "coverage \(percent(found)) is below \(percent(needed))"
    case .node(let node): isChinese ? "缺少“\(node)”" : "“\(node)” is missing"
    case .ineligible(let fact): isChinese ? "不符合“\(fact)”" : "“\(fact)” does not hold"
    }
  }

  /// The leaves for want of which a unit is not graded.
  func missingLeaves(_ standing: Standing) -> [String] {
    guard case .notGraded(let reasons) = standing.status else { return [] }
    return reasons.flatMap { reason -> [String] in
      switch reason {
      case .coverage(_, _, let leaves): leaves
      case .node(let node): [node]
      case .noScore, .ineligible: []
      }
    }
  }

  /// What a reader of a ranking must know beside the number: not graded and why, vetoes, ceilings, shared ranks.
  func note(_ standing: Standing) -> String {
    var parts: [String] = []
    switch standing.status {
    case .graded: break
    case .notGraded(let reasons):
      parts.append(
        status(standing) + (isChinese ? "：" : ": ") + reasons.map(reason).joined(separator: isChinese ? "；" : "; "))
    case .deferred, .exempt: parts.append(status(standing))
    }
    if let veto = standing.setBy { parts.append(isChinese ? "按“\(veto)”定等" : "grade set by “\(veto)”") }
    if !standing.cappedBy.isEmpty {
      let names = standing.cappedBy.joined(separator: isChinese ? "、" : ", ")
      parts.append(isChinese ? "因“\(names)”等级受限" : "grade capped by “\(names)”")
    }
    let given = standing.attempts.filter { $0.outcome == .keptInPlace && $0.grade != standing.heldTitle }
    for attempt in given {
      parts.append(isChinese ? "当年已授称号“\(attempt.grade)”" : "was given the title “\(attempt.grade)” in the year")
    }
    if let title = standing.heldTitle { parts.append(isChinese ? "现有称号“\(title)”" : "holds the title “\(title)”") }
    if standing.isInByTie { parts.append(isChinese ? "因并列一并进入" : "in only by a tie") }
    if let grade = standing.awaits {
      parts.append(isChinese ? "“\(grade)”并列待评选组织决定" : "“\(grade)” awaits the committee")
    }
    if standing.isTied { parts.append(isChinese ? "并列" : "tied") }
    return parts.joined(separator: isChinese ? "；" : "; ")
  }

  /// Why a node has no value, short enough for a cell.
  func missing(_ state: ValueState, _ reason: MissingReason, rule: NodeRule) -> String {
    switch state {
    case .value: return ""
    case .full: return isChinese ? "无事项" : "nothing due"
    case .notApplicable:
      return rule == .dropped ? (isChinese ? "已剔除" : "dropped") : (isChinese ? "不适用" : "n/a")
    case .missing:
      switch reason {
      case .belowMinimumN, .belowMinimumCell: return isChinese ? "样本不足" : "too few answers"
      case .notCovered: return isChinese ? "未查报" : "not reported"
      case .outOfRange: return isChinese ? "超出范围" : "out of range"
      case .noDenominator: return isChinese ? "无基数" : "no base"
      case .allEmpty: return isChinese ? "全为空" : "all blank"
      case .none, .noRows: return isChinese ? "缺数据" : "no data"
      }
    }
  }

  /// In place of a number of answers from which a smaller one could be worked out.
  var hidden: String { isChinese ? "不显示" : "hidden" }

  func percent(_ share: Double) -> String { "\(fixed(share * 100, digits: 1))%" }

  /// What an effect did, with its sign.
  func effect(_ record: EffectRecord) -> String {
    switch record.outcome {
    case .unverified: return isChinese ? "未核" : "not verified"
    case .acted:
      if record.effective == 0 { return isChinese ? "已生效" : "acted" }
      return signed(record.effective, digits: 2) + (isChinese ? "分" : "")
    }
  }
}

/// A number as it is printed: half away from zero at `digits` (K1), a real minus sign, 「–」 for none.
package func fixed(_ value: Double, digits: Int) -> String {
  guard value.isFinite else { return "–" }
  return decimal(displayed(value, digits: digits), digits: digits)
}

package func signed(_ value: Double, digits: Int) -> String {
  (displayed(value, digits: digits) > 0 ? "+" : "") + fixed(value, digits: digits)
}

/// Exactly `digits` decimals, without the locale.
private func decimal(_ value: Double, digits: Int) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let scaled = (abs(value) * scale).rounded()
  guard scaled < 1e15 else { return "\(value)" }
  var figures = String(Int64(scaled))
  while figures.count <= digits { figures = "0" + figures }
  let whole = figures.dropLast(digits)
  let sign = value < 0 && scaled > 0 ? "−" : ""
  return digits == 0 ? sign + whole : "\(sign)\(whole).\(figures.suffix(digits))"
}
