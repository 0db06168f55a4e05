import Findings
import Schemes
import Scoring
import Statistics

/// Findings in sentences, computed from a run: other data, other sentences. Reports and charts are Chinese.
struct RunSentences {
  let tables: RunTables
  private var run: CompletedRun { tables.run }
  private var digits: Int { run.scheme.defaults.digits }

  init(_ run: CompletedRun, minimumCell: Int) {
    tables = RunTables(run, language: .chinese, minimumCell: minimumCell)
  }

  /// Names listed in one sentence; of more, the number is given.
  private static let namesShown = 20

  /// What the units are called: the scheme's kind, or 单位.
  var noun: String { run.scheme.units.kinds.count == 1 ? run.scheme.units.kinds[0] : "单位" }

  /// nil where the scheme has no grades, or gives none in such a period (K3).
  private var topGrade: String? { givesGrades ? run.scheme.grading?.grades.first : nil }

  private var givesGrades: Bool {
    run.scheme.grading.map { !$0.onlyYear || run.period.grain == .year } ?? false
  }

  /// 分 where the scores are points.
  private var mark: String { tables.rankedRoot?.points == nil ? "" : "分" }

  private func score(_ unit: Int) -> String { fixed(run.sheet.standing[unit].displayedScore, digits: digits) + mark }

  /// Peer groups in the order of print, with their units in the order of rank.
  func groups() -> [(name: String, units: [Int])] {
    var names: [String] = []
    var members: [String: [Int]] = [:]
    for unit in tables.order() {
      let group = run.scheme.ranking?.per == .peers ? run.sheet.units[unit].peers : ""
      if members[group] == nil { names.append(group) }
      members[group, default: []].append(unit)
    }
    return names.map { ($0, members[$0] ?? []) }
  }

  /// For each group: who leads, and how many have the top grade.
  func leaders() -> [String] {
    groups().compactMap { group, units in
      let ranked = units.filter { run.sheet.standing[$0].rank != nil }
      guard !ranked.isEmpty else { return "\(label(group))没有可排名的\(noun)。" }
      // Who shares the third place is named too.
      let first = ranked.filter { run.sheet.standing[$0].rank ?? .max <= 3 }.map { unit -> String in
        let standing = run.sheet.standing[unit]
        let veto =
          standing.setBy.map { effect in
            "，但按“\(tables.cause(of: effect, unit: unit))”" + (standing.grade.map { "定为\($0)" } ?? "另行定等")
          } ?? ""
        let place = standing.isTied ? "并列第" : "第"
        return "\(place)\(standing.rank ?? 0)名\(run.sheet.units[unit].name)（\(score(unit))\(veto)）"
      }
      return "\(label(group))\(first.joined(separator: "、"))\(topGradeClause(units))。"
    }
  }

  private func label(_ group: String) -> String { group.isEmpty ? "" : "\(group)：" }

  private func topGradeClause(_ units: [Int]) -> String {
    guard let topGrade else { return "" }
    let count = units.count { run.sheet.standing[$0].grade == topGrade }
    return "；\(units.count)个\(noun)中\(count == 0 ? "没有" : "\(count)个")\(topGrade)"
  }

  /// One line for the title of a ranking of one group, or of all.
  func rankingTitle(group: String, units: [Int]) -> String {
    let ranked = units.filter { run.sheet.standing[$0].rank != nil }
    guard let (leaders, found) = lead(among: ranked, { run.sheet.standing[$0].displayedScore }) else {
      return "\(label(group))没有可排名的\(noun)"
    }
    let lead = (ranked.count == units.count ? "" : "有名次的\(noun)中") + found
    let vetoed = units.filter { run.sheet.standing[$0].setBy != nil }
    let veto =
      vetoed.isEmpty
      ? "" : vetoed == leaders ? "，但因已认定事项被否决" : "，\(vetoed.count)个被否决"
    guard let topGrade else { return "\(label(group))\(lead)\(veto)" }
    let count = units.count { run.sheet.standing[$0].grade == topGrade }
    let grade = count == 0 ? "没有\(noun)\(topGrade)" : "\(count)个\(noun)\(topGrade)"
    return "\(label(group))\(grade)，\(lead)\(veto)"
  }

  /// One line for the title of a chart of another node.
  func nodeTitle(_ node: Node, group: String, units: [Int]) -> String {
    let column = run.sheet.node(node.id)
    let values = units.map { column?.value[$0] ?? .nan }
    let known = zip(units, values).filter { !$1.isNaN }.map(\.0)
    let found = lead(among: known) { displayed(column?.value[$0] ?? .nan, digits: digits) }?.sentence
    return "\(label(group))“\(node.name)”\(found ?? "没有得分")"
  }

  /// Who has the highest of some values, all of them if they share it: several groups have several first ranks.
  private func lead(among units: [Int], _ value: (Int) -> Double) -> (leaders: [Int], sentence: String)? {
    guard let highest = units.map(value).max() else { return nil }
    let leaders = units.filter { value($0) == highest }
    let names = leaders.prefix(3).map { run.sheet.units[$0].name }.joined(separator: "、")
    let more = leaders.count > 3 ? "等\(leaders.count)个\(noun)" : ""
    let shared = leaders.count > 1 ? "并列" : ""
    return (leaders, "\(names)\(more)\(shared)得分最高（\(fixed(highest, digits: digits))\(mark)）")
  }

  /// One line for the title of a heat map: where points are lost.
  func dimensionTitle(group: String, units: [Int]) -> String {
    let shares = tables.rankedChildren().compactMap { child -> (name: String, share: Double)? in
      let values = units.map { tables.dimension(child, unit: $0).share }.filter { !$0.isNaN }
      return values.isEmpty ? nil : (child.name, values.reduce(0, +) / Double(values.count))
    }
    guard let lowest = shares.min(by: { $0.share < $1.share }) else { return "\(label(group))没有分维度的得分" }
    guard shares.contains(where: { displayed($0.share * 100, digits: 0) > displayed(lowest.share * 100, digits: 0) })
    else { return "\(label(group))各维度平均得分率相当，均为\(fixed(lowest.share * 100, digits: 0))%" }
    return "\(label(group))失分比例最高的是\(lowest.name)，平均得分率\(fixed(lowest.share * 100, digits: 0))%"
  }

  /// How many lie below each line, and who is at the bottom for which reason.
  func below() -> [String] {
    guard let grades = run.scheme.grading?.grades else { return ["本方案只列得分和名次，不评等级。"] }
    var sentences: [String] = []
    for grade in grades.dropFirst() {
      let units = tables.order().filter { run.sheet.standing[$0].grade == grade }
      if !units.isEmpty { sentences.append("\(grade)：\(units.count)个\(noun)。") }
    }
    for unit in tables.order() where run.sheet.standing[unit].setBy != nil {
      let standing = run.sheet.standing[unit]
      let rank = standing.rank.map { "，得分\(score(unit))、第\($0)名照列" } ?? ""
      let cause = "“\(tables.cause(of: standing.setBy ?? "", unit: unit))”"
      let verdict = standing.grade.map { "因已认定的\(cause)定为\($0)" } ?? "有已认定的\(cause)"
      sentences.append("\(run.sheet.units[unit].name)\(verdict)\(rank)。")
    }
    if !givesGrades { return sentences + ["本期只列得分和名次，不评等级。"] }
    let isGraded = run.sheet.standing.contains { $0.grade != nil }
    return sentences.isEmpty ? [isGraded ? "没有低于最高一档的\(noun)。" : "没有评出等级的\(noun)。"] : sentences
  }

  /// What is not known: units without a grade, measures without enough answers, effects that nobody has verified.
  func missing() -> [String] {
    var sentences: [String] = []
    let words = OutcomeWords(language: .chinese)
    for unit in tables.order() {
      let standing = run.sheet.standing[unit]
      let name = run.sheet.units[unit].name
      switch standing.status {
      case .graded: continue
      case .notGraded(let reasons):
        sentences.append("\(name)不予评定：\(reasons.map(words.reason).joined(separator: "；"))。")
      case .deferred(let fact): sentences.append("\(name)\(words.deferred)：\(fact)。")
      case .exempt(let fact): sentences.append("\(name)\(words.exempt)：\(fact)。")
      }
    }
    for leaf in tables.rankedRoot?.leaves ?? [] { sentences += missing(leaf, words) }
    for effect in run.scheme.effects.map(\.id) {
      let units = run.sheet.effects.filter { $0.effect == effect && $0.outcome == .unverified }.map(\.unit)
      if units.isEmpty { continue }
      let names = units.map { run.sheet.units[$0].name }.joined(separator: "、")
      sentences.append("“\(effect)”未核（没有证明“无”的依据），未作任何处理：\(names)。")
    }
    return sentences.isEmpty ? ["应有的依据齐全。"] : sentences
  }

  /// A leaf that lacks evidence for some units, by reason; of a year also where one half lacks it.
  private func missing(_ leaf: Node, _ words: OutcomeWords) -> [String] {
    guard let column = run.sheet.node(leaf.id), let measure = leaf.measure else { return [] }
    var order: [String] = []
    var units: [String: [Int]] = [:]
    for unit in tables.order() where column.coverage[unit] < 1 {
      let reason = words.missing(.missing, tables.measureReason(measure, unit: unit), rule: column.rule[unit])
      if units[reason] == nil { order.append(reason) }
      units[reason, default: []].append(unit)
    }
    return order.map { reason in
      let names = (units[reason] ?? []).map { run.sheet.units[$0].name }
      let rest = names.count > Self.namesShown ? "等\(names.count)个" : ""
      return "“\(leaf.name)”\(reason)：\(names.prefix(Self.namesShown).joined(separator: "、"))\(rest)。"
    }
  }
}
