import Findings

extension StructureSentence {
  var chinese: String {
    switch self {
    case .driven(let names, let share, let all):
      "各单位总分的差距有\(share)出在\(quoted(names, in: .chinese))（共\(all)项指标）。"
    case .nothingAddsUp: "本方案的得分不是各项相加而成，分不出每项占差距的多少；请看相关和实际权重两列。"
    case .nothingToTell(let units): "已评定的\(units)个单位之间没有差距，没有可分析的名次。"
    case .dead(let names): "\(quoted(names, in: .chinese))没有拉开任何差距：各单位得分相同，或者都没有数据。"
    case .redundant(let a, let b, let r): "“\(a)”和“\(b)”说的几乎是一回事（相关\(r)），等于算了两遍。"
    case .opposed(let a, let b, let r, let isWithin):
      "“\(a)”和“\(b)”相互抵消（相关\(r)\(isWithin ? "，在同一组内" : "")）：一项高的单位另一项往往低。"
    case .death(.nobodyReported): "无数据"
    case .death(.allFull): "全部满分"
    case .death(.allEqual): "全部相同"
    case .twins(let names): "与\(quoted(names, in: .chinese))重复"
    case .againstTheOrder: "与总分方向相反"
    case .pair(let isWithin): isWithin ? "同组" : "跨组"
    case .rules: "总分自身的规则"
    case .limit: "封顶和保底"
    case .method(let units):
      """
      方法：\(units)个已评定单位。占差距% = 该项折入总分的分数与总分的协方差 ÷ 总分的方差，各行相加为100%，负数表示拉近差距。\
      名义权重 = 方案写的分值或权重逐级相乘；实际权重 = 知道该项后总分方差能减少的比例（相关比，局部线性估计，不足10个单位不算）在各项中所占的份额。\
      相关不足5个单位不显示；|r|≥0.92为重复；负相关只列超出偶然（5%）的。
      """
    }
  }
}
