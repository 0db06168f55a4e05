import Findings
import Schemes
import Scoring
import Statistics

/// Sentences of a letter to one unit, computed: other data, other sentences. Chinese, as reports are.
extension UnitInView {
  private var run: CompletedRun { tables.run }
  private var digits: Int { run.scheme.defaults.digits }
  private func points(_ value: Double) -> String { fixed(value, digits: digits) }

  /// Where the unit stands, and what kept it from the grade above.
  func result() -> [String] {
    let words = ExplainWords(language: .chinese, digits: digits)
    let group = run.scheme.ranking?.per == .peers ? scored.peers : ""
    return words.standing(
      run.sheet.standing[unit], group: group, missed: tables.shortfall(of: unit), contests: tables.contests(of: unit),
      approval: ""
    ).filter { !$0.isEmpty }.map { $0.hasSuffix("。") ? $0 : $0 + "。" }
  }

  /// Indicators of which the unit has a greater share than most of its group: at most three, the rarest first.
  func strengths() -> [String] {
    guard run.sheet.standing[unit].status == .graded else { return ["本期不评等级，不与本组其他单位比较。"] }
    let leaves = tables.rankedRoot?.leaves ?? []
    let found = leaves.compactMap { leaf -> (leaf: Node, share: Double, place: Int, equal: Int, of: Int)? in
      let shares = shares(leaf)
      guard shares.count > 2, let own = shares.first(where: { $0.unit == unit })?.share else { return nil }
      let above = shares.count { snapped($0.share) > snapped(own) }
      let equal = shares.count { snapped($0.share) == snapped(own) }
      // Better than more than half of the others, and near the top.
      guard above + equal <= shares.count / 2, above < 3 else { return nil }
      return (leaf, own, above + 1, equal, shares.count)
    }
    let sorted = found.sorted { a, b in
      if a.place + a.equal != b.place + b.equal { return a.place + a.equal < b.place + b.equal }
      let (first, second) = (a.leaf.points ?? 0, b.leaf.points ?? 0)
      return first != second ? first > second : a.leaf.id < b.leaf.id
    }
    if sorted.isEmpty { return ["没有一项指标明显高于本组多数单位。"] }
    return sorted.prefix(3).map { entry in
      let place = entry.equal > 1 ? "并列第\(entry.place)（\(entry.equal)个单位）" : "第\(entry.place)"
      return "“\(entry.leaf.name)”得分率\(tables.percent(entry.share))，在本组\(entry.of)个有得分的单位中\(place)。"
    }
  }

  /// What is lacking to the next grade, and which losses would make it up.
  func ways() -> [String] {
    let standing = run.sheet.standing[unit]
    if let effect = standing.setBy {
      return ["等级由“\(tables.cause(of: effect, unit: unit))”确定，补足得分不改变本期等级。"]
    }
    switch standing.status {
    case .graded: break
    case .deferred(let fact): return ["暂缓评定（\(fact)），与得分无关；不再暂缓的那一期起评等级。"]
    case .exempt(let fact): return ["免评（\(fact)），与得分无关。"]
    case .notGraded: return ["本期不评等级；补齐所缺的依据之后才能评定。"]
    }
    guard let missed = tables.shortfalls().first(where: { $0.unit == unit }) else {
      return run.scheme.grading == nil || standing.grade == nil ? [] : ["已在最高一档。"]
    }
    let caps = tables.bindingCaps(unit, missed.missed)
    if !caps.isEmpty { return ["等级因“\(caps.joined(separator: "”“"))”受限，补足得分不改变本期等级。"] }
    var sentences = GradeWay(self, to: missed.missed).map { [$0.sentence] } ?? []
    if let attempt = standing.attempts.first(where: { $0.grade == missed.missed.grade }), attempt.outcome.isAboutPlaces
    {
      sentences.append(OutcomeWords(language: .chinese).attempt(attempt.outcome, side: run.scheme) + "。")
    }
    return sentences
  }
}
