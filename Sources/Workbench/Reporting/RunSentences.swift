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

  /// What the units are called: the scheme's kind, or 单位.
  var noun: String { run.scheme.units.kinds.count == 1 ? run.scheme.units.kinds[0] : "单位" }

  private var topGrade: String? { run.scheme.grading?.bands.first?.grade }

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
      let first = ranked.prefix(3).map { unit -> String in
        let standing = run.sheet.standing[unit]
        let veto = standing.setBy.map { "，但按“\(tables.cause(of: $0, unit: unit))”定为\(standing.grade ?? "")" } ?? ""
        return
          "第\(standing.rank ?? 0)名\(run.sheet.units[unit].name)（\(fixed(standing.displayedScore, digits: digits))分\(veto)）"
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
    guard let leader = units.first(where: { run.sheet.standing[$0].rank != nil }) else {
      return "\(label(group))没有可排名的\(noun)"
    }
    let standing = run.sheet.standing[leader]
    let lead = "\(run.sheet.units[leader].name)得分最高（\(fixed(standing.displayedScore, digits: digits))分）"
    let vetoed = units.filter { run.sheet.standing[$0].setBy != nil }
    let veto =
      vetoed.isEmpty
      ? "" : vetoed == [leader] ? "，但因已认定事项被否决" : "，\(vetoed.count)个被否决"
    guard let topGrade else { return "\(label(group))\(lead)" }
    let count = units.count { run.sheet.standing[$0].grade == topGrade }
    let grade = count == 0 ? "没有\(noun)\(topGrade)" : "\(count)个\(noun)\(topGrade)"
    return "\(label(group))\(grade)，\(lead)\(veto)"
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
    guard let bands = run.scheme.grading?.bands else { return [] }
    var sentences: [String] = []
    for band in bands.dropFirst() {
      let units = tables.order().filter { run.sheet.standing[$0].grade == band.grade }
      if !units.isEmpty { sentences.append("\(band.grade)：\(units.count)个\(noun)。") }
    }
    for unit in tables.order() where run.sheet.standing[unit].setBy != nil {
      let standing = run.sheet.standing[unit]
      let rank = standing.rank.map { "，得分\(fixed(standing.displayedScore, digits: digits))、第\($0)名照列" } ?? ""
      sentences.append(
        "\(run.sheet.units[unit].name)因已认定的“\(tables.cause(of: standing.setBy ?? "", unit: unit))”定为\(standing.grade ?? "–")\(rank)。"
      )
    }
    return sentences.isEmpty ? ["没有低于最高一档的\(noun)。"] : sentences
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
      case .deferred(let fact), .exempt(let fact):
        sentences.append("\(name)\(words.status(standing).prefix(2))：\(fact)。")
      }
    }
    for measure in run.scheme.measures {
      guard let column = run.record.input.measures[measure.id] else { continue }
      let small = tables.order().filter {
        column.reason[$0] == .belowMinimumN || column.reason[$0] == .belowMinimumCell
      }
      if small.isEmpty { continue }
      let names = small.map { run.sheet.units[$0].name }.joined(separator: "、")
      sentences.append("“\(measure.id)”样本不足、该项不计分：\(names)。")
    }
    for effect in run.scheme.effects.map(\.id) {
      let units = run.sheet.effects.filter { $0.effect == effect && $0.outcome == .unverified }.map(\.unit)
      if units.isEmpty { continue }
      let names = units.map { run.sheet.units[$0].name }.joined(separator: "、")
      sentences.append("“\(effect)”未核（没有证明“无”的依据），未作任何处理：\(names)。")
    }
    return sentences.isEmpty ? ["应有的依据齐全。"] : sentences
  }
}
