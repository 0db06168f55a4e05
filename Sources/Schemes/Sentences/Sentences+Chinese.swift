extension Step {
  func chineseSentence(points: Double?, isShare: Bool) -> String {
    let full = points.map { "满分\(formatted($0))分" } ?? "满分"
    func gives(_ operand: Operand) -> String {
      if let points, operand.number == points { return "得\(full)" }
      if points == nil { return "得\(operand.text())" }
      return operand.number == 0 ? "0分" : "得\(operand.text())分"
    }
    switch action {
    case .linear(let knots):
      let parts = knots.enumerated().map { index, knot in
        let isEnd = isShare && (knot.x.number == 0 || knot.x.number == 1)
        let ending = isEnd ? "" : index == 0 ? "及以下" : index == knots.count - 1 ? "及以上" : ""
        return "\(knot.x.text(isShare: isShare))\(ending)\(gives(knot.y))"
      }
      let rises = (knots.first?.y.number ?? 0) <= (knots.last?.y.number ?? 0)
      return (rises ? parts.reversed() : parts).joined(separator: "，") + (knots.count > 1 ? "，中间按直线" : "")
    case .bands(let bands):
      return bands.enumerated().map { index, band in
        let isLast = index == bands.count - 1 && index > 0
        let isTop = isShare && band.atLeast.number == 1
        let bound = isLast ? "其余" : band.atLeast.text(isShare: isShare) + (isTop ? "" : "及以上")
        return bound + gives(band.gives)
      }.joined(separator: "，")
    case .proportional(let operand):
      return "达到\(operand.text(isShare: isShare))得\(full)，不足按比例"
    case .deduct(let each, let atMost):
      let limit = atMost.map { "，最多扣\($0.text())分" } ?? "，扣完为止"
      return "从\(full)起，每1扣\(each.text())分\(limit)"
    case .add(let each, let atMost):
      let limit = atMost.map { "，最多\($0.text())分" } ?? ""
      return "每1得\(each.text())分\(limit)，不超过\(full)"
    case .pass(let comparison):
      return "\(comparison.chinesePhrase(isShare: isShare))得\(full)，否则0分"
    case .goalposts(let low, let high, let isLogarithmic, let to):
      return
        "\(low.text())至\(high.text())\(isLogarithmic ? "取对数后" : "")折算为\(formatted(to.low))至\(formatted(to.high))"
    case .zScore(let to, let over):
      let population =
        switch over {
        case .reported: "有数据的单位"
        case .eligible: "符合条件的单位"
        case .peers: "同组单位"
        case .frozen(let period): "\(period)的单位"
        case .periods(let periods): "\(periods.joined(separator: "、"))各期的单位"
        case nil: "参照单位"
        }
      return "以\(population)标准化，平均\(formatted(to.mean))、标准差\(formatted(to.deviation))"
    case .times(let factor): return "乘以\(factor.text())"
    case .dropIf(let units): return "有数据的单位不足\(units)个时，对所有单位不适用"
    default: return word
    }
  }
}

extension Comparison {
  func chinesePhrase(isShare: Bool) -> String {
    let bound = threshold(bound, isShare: isShare)
    switch relation {
    case .atLeast: return "不低于\(bound)"
    case .atMost: return "不高于\(bound)"
    case .above: return "高于\(bound)"
    case .below: return "低于\(bound)"
    case .equals: return "等于\(bound)"
    }
  }
}

extension Reducer {
  var chinese: String {
    switch self {
    case .mean: "平均值"
    case .share: "比率"
    case .sum: "合计"
    case .count: "个数"
    case .min: "最小值"
    case .max: "最大值"
    case .median: "中位数"
    case .last: "最新值"
    case .trimmed(let drop, let min, let otherwise):
      "去掉\(drop)个最高和\(drop)个最低后的平均值（不足\(min)个时取\(otherwise.chinese)）"
    }
  }
}

extension Measure {
  var chineseSentence: String {
    let rows = predicate.map { "符合“\($0.words(in: .chinese))”的行" } ?? "各行"
    var text = "“\(table ?? "")”中\(rows)"
    switch datedBy {
    case .column(let column)?: text += "（以“\(column)”定期间）"
    case .daysAfter(let column, let days)?: text += "（以“\(column)”后第\(days)天定期间）"
    case nil: break
    }
    switch window {
    case .period: break
    case .year: text += "，按全年"
    case .toDate: text += "，截至期末累计"
    case .covering: text += "，取覆盖本期的行"
    case .rolling(let years): text += "，取近\(years)年"
    }
    if let unique { text += "，同一“\(unique.by)”只计“\(unique.keepGreatest)”最高的一行" }
    let what = value.map { "“\($0.words(in: .chinese))”的" } ?? ""
    if let first {
      text += "，先按“\(first.by)”取\(what)\(first.take.chinese)，再取\(take.chinese)"
    } else {
      text += "，取\(what)\(take.chinese)"
    }
    if let per = denominator {
      text += "，除以“\(per.table)”中\(per.value.map { "“\($0.words(in: .chinese))”的" } ?? "")\(per.take.chinese)"
    }
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
}

extension Node {
  var chineseAggregation: String {
    switch source {
    case .measure, .hands: ""
    case .children(_, .sum): "下级得分合计"
    case .children(let children, .mean):
      children.contains { if case .weightByN = $0.share { true } else { false } } ? "下级按人数加权平均" : "下级加权平均"
    case .children(_, let aggregation): aggregation.word
    case .leaves(let leaves, let aggregation): "“\(leaves.table)”所列各项\(aggregation == .sum ? "合计" : "加权平均")"
    }
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
    case .zero?: parts.append("缺失时按0分")
    case .notGraded?: parts.append("缺失时不予评定")
    case .propagate?: parts.append("缺失时上级也缺失")
    case nil: break
    }
    if let coverage {
      let what = coverage.basis != .weight ? "下级个数" : "分值"
      parts.append("\(what)覆盖率低于\(threshold(coverage.atLeast, isShare: true))时不计算")
    }
    return parts
  }
}
