import Findings
import Schemes
import Scoring

/// Why one unit's result differs between two sides, in words. One place, both languages.
struct ComparisonWords {
  let language: Language
  let comparison: SheetComparison
  /// The second side is the first with changes, and not another scheme.
  let isTrial: Bool
  private var isChinese: Bool { language == .chinese }
  private var outcome: OutcomeWords { OutcomeWords(language: language) }
  private var digits: Int { comparison.after.scheme.defaults.digits }

  /// Nodes that are told; the rest adds up to little.
  private static let nodesShown = 3

  func reasons(_ unit: UnitComparison) -> String {
    var parts: [String] = []
    var nodes = 0
    for reason in unit.reasons {
      if case .node = reason {
        nodes += 1
        if nodes > Self.nodesShown { continue }
      }
      parts.append(text(reason))
    }
    return parts.joined(separator: isChinese ? "；" : "; ")
  }

  private func text(_ reason: ComparisonReason) -> String {
    switch reason {
    case .onlyBefore: return isChinese ? "只在前者的评价范围内" : "in scope of the first only"
    case .onlyAfter: return isChinese ? "只在后者的评价范围内" : "in scope of the second only"
    case .status(let before, let after):
      return "\(status(before)) → \(status(after))"
    case .verdict(let before, let after):
      let (old, new) = (before.map(quoted) ?? none, after.map(quoted) ?? none)
      return isChinese ? "定等的情形：\(old) → \(new)" : "grade set by \(old), then \(new)"
    case .ceiling(let before, let after):
      let (old, new) = (before.map(quoted).joined(separator: "、"), after.map(quoted).joined(separator: "、"))
      return isChinese
        ? "等级封顶：\(old.isEmpty ? none : old) → \(new.isEmpty ? none : new)"
        : "ceiling: \(old.isEmpty ? none : old), then \(new.isEmpty ? none : new)"
    case .line(let grade, let isAfter, let attempt):
      let why = outcome.attempt(attempt, side: scheme(isAfter))
      return isChinese ? "\(side(isAfter))未得“\(grade)”：\(why)" : "no “\(grade)” \(side(isAfter)): \(why)"
    case .effect(let id, let before, let after):
      return "“\(id)” \(signed(before, digits: digits)) → \(signed(after, digits: digits))"
    case .node(let id, let before, let after):
      return "\(name(of: id)) \(fixed(before, digits: digits)) → \(fixed(after, digits: digits))"
    }
  }

  private func side(_ isAfter: Bool) -> String {
    switch (isTrial, isAfter) {
    case (true, true): isChinese ? "改后" : "with the change"
    case (true, false): isChinese ? "改前" : "without the change"
    case (false, true): isChinese ? "后者" : "in the second"
    case (false, false): isChinese ? "前者" : "in the first"
    }
  }

  private var none: String { isChinese ? "无" : "none" }
  private func quoted(_ text: String) -> String { "“\(text)”" }
  private func scheme(_ isAfter: Bool) -> Scheme { isAfter ? comparison.after.scheme : comparison.before.scheme }

  private func name(of node: String) -> String {
    (comparison.after.scheme.node(node) ?? comparison.before.scheme.node(node))?.name ?? node
  }

  private func status(_ status: Standing.Status) -> String {
    switch status {
    case .graded: return isChinese ? "已评定" : "graded"
    case .deferred(let fact): return isChinese ? "暂缓（\(fact)）" : "deferred (\(fact))"
    case .exempt(let fact): return isChinese ? "免评（\(fact)）" : "exempt (\(fact))"
    case .notGraded(let reasons):
      let why = reasons.map(outcome.reason).joined(separator: isChinese ? "、" : ", ")
      return isChinese ? "不予评定（\(why)）" : "not graded (\(why))"
    }
  }
}

extension OutcomeWords {
  /// Why a unit did not get a grade at its line.
  func attempt(_ outcome: GradeAttempt.Outcome, side scheme: Scheme) -> String {
    let isChinese = language == .chinese
    let digits = scheme.defaults.digits
    func name(_ node: String) -> String { scheme.node(node)?.name ?? node }
    switch outcome {
    case .granted: return isChinese ? "授予" : "granted"
    case .kept: return isChinese ? "保持称号" : "title kept"
    case .below(let needed, let found):
      return isChinese
        ? "总分\(fixed(found, digits: digits))，低于\(fixed(needed, digits: digits))"
        : "score \(fixed(found, digits: digits)) is below \(fixed(needed, digits: digits))"
    case .childBelow(let node, let needed, let found):
      return isChinese
        ? "“\(name(node))”\(fixed(found, digits: digits))，低于\(fixed(needed, digits: digits))"
        : "“\(name(node))” \(fixed(found, digits: digits)) is below \(fixed(needed, digits: digits))"
    case .percentileBelow(let needed, let found):
      return isChinese
        ? "百分位\(percent(found))，低于\(percent(needed))" : "percentile \(percent(found)) is below \(percent(needed))"
    case .capped(let effects):
      let names = effects.map { "“\($0)”" }.joined(separator: isChinese ? "、" : ", ")
      return isChinese ? "因\(names)等级受限" : "capped by \(names)"
    case .noPlace(let position, let places):
      return isChinese ? "名额\(places)个，列第\(position)" : "number \(position) for \(counted(places, "place"))"
    case .tiedOut(let units, let left):
      return isChinese
        ? "\(units)个单位并列，只余\(left)个名额，均不进入"
        : "\(units) units tied for the \(counted(left, "place")) left; none gets one"
    case .tiedForCommittee(let units, let left):
      return isChinese
        ? "\(units)个单位并列，只余\(left)个名额，待评选组织决定"
        : "\(units) units tied for the \(counted(left, "place")) left; the committee decides"
    case .noRanks: return isChinese ? "没有排名，不定名额" : "there are no ranks, so no places"
    case .noCutOff(let year): return isChinese ? "方案没有\(year)年的分数线" : "the scheme has no cut-off for \(year)"
    }
  }
}
