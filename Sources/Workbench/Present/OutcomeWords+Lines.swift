import Findings
import Schemes
import Scoring
import Statistics

extension OutcomeWords {
  /// Why a unit did not get a grade at its line.
  func attempt(_ outcome: GradeAttempt.Outcome, side scheme: Scheme) -> String {
    let isChinese = language == .chinese
    let digits = scheme.defaults.digits
    func name(_ node: String) -> String { scheme.node(node)?.name ?? node }
    switch outcome {
    case .granted: return isChinese ? "授予" : "granted"
    case .kept: return isChinese ? "保持称号" : "title kept"
    case .keptInPlace: return isChinese ? "当年已授，保持称号" : "title of this year kept"
    case .below(let needed, let found):
      return isChinese
        ? "总分\(fixed(found, digits: digits))，低于\(fixed(needed, digits: digits))"
        : "score \(fixed(found, digits: digits)) is below \(fixed(needed, digits: digits))"
    case .childBelow(let node, let needed, let found) where found.isNaN:
      return isChinese
        ? "“\(name(node))”没有得分，须不低于\(fixed(needed, digits: digits))"
        : "“\(name(node))” has no value, and \(fixed(needed, digits: digits)) is needed"
    case .childBelow(let node, let needed, let found):
      return isChinese
        ? "“\(name(node))”\(fixed(found, digits: digits))，低于\(fixed(needed, digits: digits))"
        : "“\(name(node))” \(fixed(found, digits: digits)) is below \(fixed(needed, digits: digits))"
    case .percentileBelow(_, let found) where found.isNaN:
      return isChinese ? "没有可比的其他单位，无从计算百分位" : "there is nobody to compare with, so no percentile"
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
    case .decided(let isGranted):
      return isChinese
        ? "并列，评选组织已决定\(isGranted ? "授予" : "不授予")" : "tied; the committee has \(isGranted ? "granted" : "refused") it"
    case .noRanks: return isChinese ? "没有排名，不定名额" : "there are no ranks, so no places"
    case .noCutOff(let year): return isChinese ? "方案没有\(year)年的分数线" : "the scheme has no cut-off for \(year)"
    }
  }
}
