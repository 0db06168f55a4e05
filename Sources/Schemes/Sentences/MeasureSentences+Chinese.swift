import Findings

extension Measure {
  var chineseSentence: String {
    var text =
      switch source {
      case .table(let table): chineseRows(of: table)
      case .view(let view): "自写查询" + (view.namesItsRows ? "" : "（不可追溯）")
      case .scheme(let reference): chineseResult(reference)
      }
    text += chineseWindow
    if let unique = chineseUnique { text += "，\(unique)" }
    let what = value.map { "“\($0.words(in: .chinese))”的" } ?? ""
    if let first = chineseFirst {
      text += "，先\(first)，再取\(take.chinese)"
    } else if isReduced, obligations == nil {
      text += "，取\(what)\(take.chinese)"
      if take == .last { text += "（同一时刻的，取后导入、靠后的一行）" }
    }
    if let per = chineseDenominator { text += "，除以\(per)" }
    if times != 1 { text += "，乘以\(formatted(times))" }
    if let minN { text += "；不足\(minN)个不计" }
    switch empty {
    case .missing?: text += "；没有记录即为缺失"
    case .notApplicable?: text += "；没有记录即不适用"
    case .full?: text += "；没有事项得满分"
    case .number(let number)?: text += "；没有记录按\(formatted(number))计"
    case nil: break
    }
    return text + "。"
  }

  /// Which of several rows counts.
  var chineseUnique: String? {
    unique.map { unique in
      let among = unique.isAcrossUnits ? "在\(unique.reachesRegister ? "名册" : "")所有单位中" : ""
      let then = unique.thenLeast.map { "（相同时取“\($0)”最小或最早的）" } ?? ""
      return "\(among)同一“\(unique.by)”只计“\(unique.keepGreatest)”最高的一行\(then)"
    }
  }

  /// How rows become one number a group.
  var chineseFirst: String? {
    first.map { first in
      let what = value.map { "“\($0.words(in: .chinese))”的" } ?? ""
      let roster = first.roster.map { "（名单见“\($0)”，没有记录的计0）" } ?? ""
      let then = first.then.map { "，" + $0.sentence(in: .chinese, points: 1) }.joined()
      return "按“\(first.by)”\(roster)取\(what)\(first.take.chinese)\(then)"
    }
  }

  var chineseDenominator: String? {
    denominator.map { per in
      "“\(per.table)”中\(per.value.map { "“\($0.words(in: .chinese))”的" } ?? "")\(per.take.chinese)"
    }
  }

  private func chineseRows(of table: String) -> String {
    var text =
      obligations.map { "“\(table)”中\($0.chineseWords)" }
      ?? "“\(table)”中" + (predicate.map { "符合“\($0.words(in: .chinese))”的行" } ?? "各行")
    switch datedBy {
    case .column(let column)?: text += "（以“\(column)”定期间）"
    case .daysAfter(let column, let days)?: text += "（以“\(column)”后第\(days)天定期间）"
    case nil: break
    }
    switch include {
    case .own: break
    case .descendants: text += "，含所有下级单位"
    case .joint: text += "，连同其成员的，按份额计"
    case .membership: text += "，按成员的份额计"
    }
    return text
  }

  private func chineseResult(_ reference: SchemeReference) -> String {
    let period =
      switch reference.period {
      case .same: "同一期间"
      case .year: "所在年度"
      case .latest: "最近一期"
      case .last(let count): "最近\(count)期"
      }
    let whose =
      switch reference.subject {
      case .own: ""
      case .members: reference.isWeightedByShare ? "，各成员按份额" : "，各成员"
      case .descendants: "，各下级单位"
      }
    return "方案“\(reference.scheme)”\(period)“\(reference.node)”的结果\(whose)"
  }

  private var chineseWindow: String {
    switch window {
    case .period: ""
    case .year: "，按全年"
    case .toDate: "，截至期末累计"
    case .covering: "，取覆盖本期的行"
    case .rolling(let years): "，取近\(years)年"
    }
  }
}

extension ObligationCount {
  fileprivate var chineseWords: String {
    let what =
      switch take {
      case .onTime: "按时的项数"
      case .late: "迟报的项数"
      case .missing: "逾期未报的项数"
      case .excused: "免报的项数"
      case .onTimeShare: "到期各项的按时率"
      case .daysLate: "迟报的工作日数"
      }
    return names.map { "“\($0)”" }.joined() + what
  }
}
