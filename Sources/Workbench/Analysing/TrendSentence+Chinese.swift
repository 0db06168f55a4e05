import Findings

extension TrendSentence {
  var chinese: String {
    switch self {
    case .heading(let title, let from, let to, let periods): "\(title)，\(from)至\(to)，\(periods)期"
    case .change(let unit, let period, let score, let since, let isLastYear, let by, let verdict):
      "\(unit)\(period)\(score)分，比\(isLastYear ? "上年同期（\(since)）" : "上期（\(since)）")\(by)分"
        + (verdict.map { "，\(TrendSentence.verdict($0).chinese)。" } ?? "；没有误差区间，不判断是真变化还是波动。")
    case .noChange(let unit, let from, let to): "\(unit)\(from)和\(to)没有都评定，不算差。"
    case .broken(let from, let to, let why): "\(from)与\(to)之间不可比（\(why.joined(separator: "；"))），不算差。"
    case .counts(let from, let to, let isLastYear, let units, let up, let down):
      "\(to)比\(isLastYear ? "上年同期" : "上期")（\(from)）：可比的\(units)个单位中，得分高的\(up)个，低的\(down)个，相同的\(units - up - down)个。"
    case .twoPeriods: "只有两期，这是两期之差，不是趋势。"
    case .onlyOne(let period): "只有\(period)一期评过分，没有可比的。"
    case .verdict(.rose): "上升"
    case .verdict(.fell): "下降"
    case .verdict(.indistinct): "无法区分"
    case .then(let name): "当时为“\(name)”"
    case .joined(let names): "当时为\(quoted(names, in: .chinese))，取平均"
    case .notYet: "当时没有"
    case .notGraded: "未评定"
    case .method(let without, let hasIntervals, let runs):
      """
      方法：上半年与上半年、下半年与下半年相比在前，与上期相比在后（不同半年可能有季节差别）。更名、合并的单位沿用其承接关系。\
      方案、程序、问卷、固定上下限或最小显示人数变了就不相减。\
      \(hasIntervals ? "上升、下降、无法区分按问卷部分的95%误差区间判断，走访、台账、填报不是抽样，不在区间之内。" : "没有误差区间时不下上升、下降的判断。")\
      \(without.isEmpty ? "" : "没有评分的期间：\(without.joined(separator: "、"))。")运行：\(runs.joined(separator: "、"))
      """
    }
  }
}
