import Findings

extension TitleFinding {
  var chinese: Wording {
    switch self {
    case .absent(_, let scheme, let known):
      let others = known.isEmpty ? "还没有方案写明称号" : "写明称号的方案：\(known.joined(separator: "、"))"
      return Wording(
        found: "方案“\(scheme)”没有写明称号登记在哪张表。", consequence: "没有称号可以统计。",
        remedy: "\(others)；或在方案里写 titles: {table: …, current_at: period_start}。")
    case .notScored(_, let scheme):
      return Wording(
        found: "方案“\(scheme)”到这一天还没有评过分。", consequence: "不知道还差的单位中谁被否决、受限或不予评定。",
        remedy: "qingheng score \(scheme) --period 年度")
    case .endsBeforeItBegins(_, let table, let unit, let from, let to):
      return Wording(
        found: "“\(table)”中\(unit)的称号\(from)授予，\(to)撤销，先后颠倒。", consequence: "这一行不计。", remedy: "请更正日期后重新导入。")
    }
  }
}
