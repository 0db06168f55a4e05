import Findings
import Schemes
import Scoring

/// What the sentences about one unit's differences are made of: names for ids, numbers as they are printed.
struct ComparisonWords {
  let language: Language
  let comparison: SheetComparison
  /// The second side is the first with changes, and not another scheme.
  let isTrial: Bool
  private var outcome: OutcomeWords { OutcomeWords(language: language) }
  private var digits: Int { comparison.after.scheme.defaults.digits }

  /// Nodes that are told; the rest adds up to little.
  private static let nodesShown = 3

  /// Why a unit's result differs.
  func reasons(_ unit: UnitComparison) -> String {
    var parts: [String] = []
    var nodes = 0
    for reason in unit.reasons {
      switch reason {
      case .node, .dropped, .added:
        nodes += 1
        if nodes > Self.nodesShown { continue }
      default: break
      }
      parts.append(sentence(reason).text(in: language))
    }
    return ComparisonSentence.reasons(parts).text(in: language)
  }

  /// The grade, or why there is none.
  func grade(_ standing: Standing?) -> String {
    guard let standing else { return ComparisonSentence.notInScope.text(in: language) }
    if let grade = standing.grade { return grade }
    let status = outcome.status(standing)
    return status.isEmpty ? ComparisonSentence.noGrade.text(in: language) : status
  }

  private func sentence(_ reason: ComparisonReason) -> ComparisonSentence {
    switch reason {
    case .onlyBefore: return .onlyIn(isAfter: false)
    case .onlyAfter: return .onlyIn(isAfter: true)
    case .status(let before, let after): return .turned(before: status(before), after: status(after))
    case .verdict(let before, let after): return .verdict(before: before, after: after)
    case .ceiling(let before, let after): return .ceiling(before: before, after: after)
    case .line(let grade, let isAfter, let attempt):
      return .missedLine(
        grade: grade, .init(isAfter: isAfter, isTrial: isTrial),
        why: outcome.attempt(attempt, side: isAfter ? comparison.after.scheme : comparison.before.scheme))
    case .effect(let id, let before, let after):
      return .effect(id, before: signed(before, digits: digits), after: signed(after, digits: digits))
    case .node(let id, let before, let after, let scale):
      return .node(name(of: id), before: fixed(before, digits: digits), after: fixed(after, digits: digits), scale)
    case .dropped(let id, let points):
      return .dropped(name(of: id), change: points.map { signed(-$0, digits: digits) })
    case .added(let id, let points): return .added(name(of: id), change: points.map { signed($0, digits: digits) })
    case .rivals(let passedBy, let passed): return .rivals(passedBy: passedBy, passed: passed)
    case .ranking(let isRanked): return .ranking(isRanked: isRanked)
    }
  }

  private func name(of node: String) -> String {
    (comparison.after.scheme.node(node) ?? comparison.before.scheme.node(node))?.name ?? node
  }

  private func status(_ status: Standing.Status) -> String {
    let sentence: ComparisonSentence =
      switch status {
      case .graded: .graded
      case .deferred(let fact): .deferred(fact)
      case .exempt(let fact): .exempt(fact)
      case .notGraded(let reasons): .notGraded(reasons.map(outcome.reason))
      }
    return sentence.text(in: language)
  }
}
