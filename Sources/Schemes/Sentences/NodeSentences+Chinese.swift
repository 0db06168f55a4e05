import Findings

extension Node {
  var chineseAggregation: String {
    switch source {
    case .measure, .hands: ""
    case .children(let children, let aggregation):
      aggregation.chinese(
        over: "下级", isByN: children.contains(where: \.isWeightedByN), isOfPoints: children.contains { $0.points != nil }
      )
    case .leaves(let leaves, let aggregation):
      aggregation.chinese(over: "“\(leaves.table)”所列各项", isByN: false, isOfPoints: false)
    }
  }

  /// Who grades, by which steps, and whose number counts.
  func chineseHands(in scheme: Scheme) -> [String] {
    guard let hands else { return [] }
    let names = hands.all.map(\.id).joined(separator: "、")
    var parts: [String] = []
    switch hands.combination {
    case .prevail(let order): parts.append("\(names)分别评分，依次以先有数据的为准（\(order.joined(separator: "、"))）")
    case .mean:
      let isEqual = Set(hands.all.map(\.weight)).count < 2
      let weights = hands.all.map { "\($0.id)\(formatted($0.weight))" }.joined(separator: "、")
      parts.append("\(names)分别评分，取" + (isEqual ? "平均" : "加权平均（\(weights)）"))
    }
    for hand in hands.all where !hand.steps.isEmpty {
      parts.append("\(hand.id)：" + steps(of: hand, in: .chinese, scheme).joined(separator: "，"))
    }
    if let difference = hands.difference {
      let first = hands.all.first?.id ?? ""
      parts.append(
        "\(first)与其余相差超过\(formatted(difference.over))分时" + (difference.needsReason ? "须写明理由" : "予以提示"))
    }
    return parts
  }

  var chineseConditions: [String] {
    var parts: [String] = []
    if let test = applies {
      let comparison = test.comparison.map { $0.chinesePhrase(isShare: false) } ?? "成立"
      parts.append("“\(test.fact)”\(comparison)才适用")
    }
    if let rule = zeroWhen {
      parts.append("“\(rule.measure)”\(rule.comparison.chinesePhrase(isShare: false))时为0分")
    }
    switch missing {
    case .renormalise?: parts.append("缺失时不计入，其余重新折算")
    case .zero? where isLeaf && points != nil: parts.append("缺失时按0分")
    case .zero?: parts.append("缺失时不计入，其余重新折算（计0分只用于有分值的末级指标）")
    case .notGraded?: parts.append("缺失时不予评定")
    case .propagate?: parts.append("缺失时上级也缺失")
    case nil: break
    }
    switch coverage?.basis {
    case .weight?: parts.append("分值覆盖率低于\(threshold(coverage?.atLeast ?? 0, isShare: true))时不计算")
    case .children?: parts.append("下级个数覆盖率低于\(threshold(coverage?.atLeast ?? 0, isShare: true))时不计算")
    case .count?: parts.append("有数据的下级不足\(formatted(coverage?.atLeast ?? 0))项时不计算")
    case nil: break
    }
    if let override {
      parts.append("\(override.role ?? "")可另行认定" + (override.needsReason ? "，须写明理由" : ""))
    }
    if isOwn { parts.append("本院自拟") }
    return parts
  }
}

extension Node.Aggregation {
  fileprivate func chinese(over parts: String, isByN: Bool, isOfPoints: Bool) -> String {
    if case .sum = self { return parts + (parts == "下级" ? "得分" : "") + "合计" }
    let what = isOfPoints ? parts + "得分率" : parts
    let weighted = isByN ? "按人数加权" : isOfPoints ? "按分值加权" : "加权"
    let words =
      switch self {
      case .sum: ""
      case .mean: what + weighted + "平均"
      case .geometric: what + weighted + "几何平均"
      case .harmonic: what + weighted + "调和平均"
      case .power(let power): what + weighted + "\(formatted(power))次幂平均"
      case .min: what + "中最低的一项"
      case .max: what + "中最高的一项"
      case .median: what + "的中位数"
      case .best(let count): what + "中最高\(count)项的平均"
      case .trimmed(let count): what + "去掉\(count)项最高和\(count)项最低后的平均"
      case .copeland(let overLeaves):
        (overLeaves ? "末级指标" : what) + "与其余各单位逐一相比，胜过的单位数减去不及的单位数"
      }
    return words + (isOfPoints ? "，乘以本项分值" : "")
  }
}
