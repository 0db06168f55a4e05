import Analysis
import Findings

extension RobustnessSentence {
  var chinese: String {
    switch self {
    case .gradesRest(let units, let all):
      "有\(all)个单位的等级取决于可以另作选择的做法："
        + units.map { "\($0.name)（\($0.why.joined(separator: "；"))）" }.joined(separator: "、")
        + (all > units.count ? "等。" : "。")
    case .noGradeRests(let choices): "\(choices)种做法逐一改换，没有一个单位的等级因此改变。"
    case .gradesInDraws(let draws, let shaky, let units):
      shaky.isEmpty
        ? "抽取\(draws)次，\(units)个单位的等级在九成以上的情况下都不变。"
        : "抽取\(draws)次，等级不稳（九成情况下保不住）的有\(shaky.count)个：\(named(shaky))。"
    case .widest(let name, let rank, let low, let high):
      low == high
        ? "名次基本不动：变动最大的\(name)为第\(rank)名，九成情况下仍在第\(low)名。"
        : "名次变动最大的是\(name)：现为第\(rank)名，九成情况下在第\(low)–\(high)名之间。"
    case .ranksStand(let draws): "抽取\(draws)次，所有名次在九成情况下都不变。"
    case .uncomputed(let choices, let why, let draws, let first):
      "未算：\(choices.joined(separator: "；"))，共\(draws)次（第\(first)次起），因为\(Self.chinese(why))。"
    case .notSwitched(let choice, let why): "未算：\(choice)，因为\(Self.chinese(why))。"
    case .fixedWeights(let nodes): "\(quoted(nodes, in: .chinese))的权重按人数计，不在抽取之列。"
    case .refused(let why): Self.chinese(why)
    case .draw(let number, let seed, let choices):
      "第\(number)次抽取（种子\(seed)）" + (choices.isEmpty ? "" : "：\(choices.joined(separator: "；"))")
    case .method(let weights, let choices, let draws, let seed):
      """
      方法：每次抽取把每个权重w改为w(1±\(weights)%)以内的均匀随机数（同级分值之和不变）\
      \(choices.isEmpty ? "" : "，并在按方案与下列做法之间等概率取一：\(choices.joined(separator: "；"))")；\
      共\(draws)次，种子\(seed)，第N次可用 --draw N 重现。数据用运行保存的度量，不重读明细。名次区间是这些假设下的范围，不是抽样误差。
      """
    }
  }

  private func named(_ names: [String]) -> String {
    names.prefix(Self.shown).joined(separator: "、") + (names.count > Self.shown ? "等" : "")
  }

  private static func chinese(_ refusal: ChoiceRefusal) -> String {
    switch refusal {
    case .noScalingStep: "方案没有把各单位放在一起标准化的步骤"
    case .noMean: "方案没有可换合成方式的汇总"
    case .notAScheme: "几处改动合在一起不成方案"
    case .rereads: "要重读明细，请用 whatif 单独试算"
    case .noScore: "方案没有排名的总分"
    }
  }
}
