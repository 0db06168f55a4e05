import Findings

extension ChangeSentence {
  var chinese: String {
    switch self {
    case .heading(let title, let from, let to, let runs):
      "\(title)，\(from)与\(to)比较（运行 \(runs.joined(separator: "、"))）"
    case .own(let unit, let before, let after, let by, let parts):
      "\(unit) \(before) → \(after)（\(by)）" + (parts.isEmpty ? "。" : "，主要由于\(parts.joined(separator: "、"))。")
    case .none(let unit): "\(unit)没有在两期都评定，不分解。"
    case .counts(let units, let up, let down):
      "两期都评定的\(units)个单位中，得分上去的\(up)个，下来的\(down)个，未变的\(units - up - down)个。"
    case .mostMoved(let part, let units): "变动最多的是“\(part)”，影响\(units)个单位。"
    case .twoPeriods: "这是两期之差，不是趋势；变化是否超出波动须另看误差区间。"
    case .evidence(let gone, let came):
      "依据变化（"
        + [
          gone.isEmpty ? nil : "本期无\(gone.joined(separator: "、"))",
          came.isEmpty ? nil : "本期新有\(came.joined(separator: "、"))",
          gone.isEmpty && came.isEmpty ? "权重折算" : nil,
        ].compactMap(\.self).joined(separator: "；") + "）"
    case .history: "单位合并"
    case .others(let count): "另外\(count)项合计"
    case .method:
      """
      方法：每项的变化按前后折算系数的平均计（乘积的中点分解），系数本身的变化并入“依据变化”；各部分按最大余额法取整，\
      相加恰为印出的总变化。答卷太少的指标不单列。方案、程序、问卷等变了就不分解。
      """
    }
  }
}
