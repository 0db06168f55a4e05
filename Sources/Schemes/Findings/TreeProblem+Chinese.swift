import Findings

extension TreeProblem {
  var chinese: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "该方案未被载入。", remedy: remedy)
    }
    func list(_ names: [String]) -> String { names.joined(separator: "、") }
    switch self {
    case .ownPointsMissing(let parent, let aggregation, let children):
      return wording(
        "“\(parent)”按 \(aggregation) 合成，下级写了分值（\(list(children))），自己却没有分值。",
        "请给“\(parent)”写上 points，或改为 of: sum，或把下级的分值改为权重。")
    case .weightsStated(let parent, let children):
      return wording(
        "“\(parent)”写了 weights: equal，下级却另写了分值或权重：\(list(children))。", "请删去 weights: equal，或删去下级所写的。")
    case .sharesNotWeights(let parent, let children):
      return wording(
        "“\(parent)”写了 weights: shares，下级却没有写权重数字：\(list(children))。", "请给它们写上0到1之间的 weight，或删去 weights: shares。")
    case .sharesSum(let parent, let sum):
      return wording(
        "“\(parent)”之下的权重合计\(formatted(sum))，既不是1也不是100。", "请改正某个下级的 weight，或删去 weights: shares。")
    case .aggregationSize(let node, let aggregation, let size, let children):
      return wording(
        aggregation == "best"
          ? "“\(node)”取最好的\(size)项，下级却只有\(children)项。"
          : "“\(node)”去掉\(size)项最高和\(size)项最低，下级却只有\(children)项，一项也不剩。", "请改小这个数，或补上下级指标。")
    case .handsTooFew(let node, let hands):
      return wording(
        "“\(node)”的 hands \(hands.isEmpty ? "一个评分来源也没有" : "只有“\(list(hands))”一个评分来源")，应有两个以上。",
        "请补上另一个评分来源，或改用 measure。")
    case .stepOnLeaves(let node, let step):
      return wording("“\(node)”的 \(step) 只能用于末级指标：它补上或去掉的是单个度量。", "请把它移到末级指标的 steps 里。")
    case .siblingsMissing(let node):
      return wording("“\(node)”由同级的末级指标补上缺失，但它没有这样的同级。", "请改用 impute: {mean: all}，或给上级补上末级指标。")
    case .thenPointwise(let measure, let step):
      return wording(
        "度量“\(measure)”的 first: then 里的 \(step) 要看这一个数以外的数据。",
        "请改用只看这一个数的换算：linear、bands、proportional、deduct、add、required、pass、goalposts、clamp、round 或 times。")
    case .coverageUnstated(let node):
      return Wording(
        found: "“\(node)”之下缺失的指标由其余指标按比例补足，却没有写明至少要有多少。", consequence: "只有一项指标的单位，也会和各项齐全的一样排名定等。",
        remedy: "请写 defaults: {coverage: 0.8}（确实不限就写0），或在指标上写 coverage，或给缺不得的指标写 missing: not_graded，或在 eligible 里写条件。")
    }
  }
}
