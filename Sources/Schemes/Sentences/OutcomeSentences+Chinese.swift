extension YearCombination {
  var chineseSentence: String {
    let way =
      switch mode {
      case .weighted: "由上半年\(threshold(h1, isShare: true))、下半年\(threshold(h2, isShare: true))合成"
      case .best: "取总分较高的半年"
      case .last: "取下半年"
      }
    let policy =
      switch oneMissing {
      case .renormalise: "只有一个半年有总分的，以该半年为准"
      case .zero: "缺少的半年按0分"
      case .notGraded: "缺少一个半年的不予评定"
      case .propagate: "缺少一个半年的全年也没有总分"
      }
    return "全年\(way)，\(policy)"
  }
}

extension Effect {
  var chineseSentence: String {
    let condition = chineseCondition.map { "\($0)时，" } ?? ""
    var acts = [chineseChange, chineseAdjustment].compactMap(\.self)
    if let capGrade { acts.append("等级不高于“\(capGrade)”") }
    if let setGrade { acts.append("等级定为“\(setGrade)”") }
    if let group { acts.append("与“\(group)”组合并计算上限") }
    return "\(id)：\(condition)\(acts.joined(separator: "，"))。"
  }

  /// When it acts; nil: always.
  var chineseCondition: String? {
    let tests = trigger?.anyOf.map { "“\($0.measure)”\($0.comparison.chinesePhrase(isShare: false))" } ?? []
    return tests.isEmpty ? nil : tests.joined(separator: "，或")
  }

  var chineseChange: String? {
    change.map { change in
      let verb = change.direction == .add ? "加" : "扣"
      let limit = change.atMost.map { "，最多\(verb)\(formatted($0))分" } ?? ""
      return "“\(change.measure)”每1\(verb)\(formatted(change.each))分\(limit)"
    }
  }

  var chineseAdjustment: String? {
    adjust.map { adjust in
      let who = adjust.role.map { "由“\($0)”" } ?? ""
      let reason = adjust.needsReason ? "，须写明理由" : ""
      return "\(who)决定加分或扣分，合计不超过\(formatted(adjust.atMost))分\(reason)"
    }
  }
}

extension GradeBand {
  func chineseSentence(year: Int?) -> String {
    var conditions: [String] = []
    if let cutOffs = atLeast?.told(in: year) {
      let texts = cutOffs.map { cutOff in "\(cutOff.year.map { "\($0)年" } ?? "")\(formatted(cutOff.value))分" }
      conditions.append("总分不低于\(texts.joined(separator: "、"))")
    }
    if let eachChildShare { conditions.append("各项得分率均不低于\(threshold(eachChildShare, isShare: true))") }
    for (node, floor) in nodeFloors.sorted(by: { $0.key < $1.key }) {
      conditions.append("“\(node)”不低于\(formatted(floor))分")
    }
    if let percentileAtLeast {
      conditions.append("得分高于至少\(threshold(percentileAtLeast, isShare: true))的其他单位")
    }
    if let quota { conditions.append("名额\(quota.chineseSentence)") }
    return "\(grade)：\(conditions.isEmpty ? "其余" : conditions.joined(separator: "，"))"
  }
}

extension Quota {
  var chineseSentence: String {
    if isLifted { return "不限" }
    let group =
      switch per {
      case .all: "全部单位"
      case .peers: "每组"
      case .column(let column): "按“\(registerColumnName(column, in: .chinese))”每组"
      }
    var parts: [String] = []
    switch size {
    case .places(let places): parts.append("\(group)不超过\(places)个")
    case .share(let share):
      let rounding =
        switch round {
        case .down: "向下取整"
        case .up: "向上取整"
        case .half: "四舍五入"
        }
      let least = min > 0 ? "，至少\(min)个" : ""
      parts.append("\(group)不超过\(threshold(share, isShare: true))，\(rounding)\(least)")
    }
    switch tied {
    case .allOrNone: parts.append("并列全进或全不进")
    case .extend: parts.append("并列全进")
    case .share: parts.append("并列的另行议定")
    }
    if onlyNew { parts.append("已有称号的不占名额") }
    if isPerYear { parts.append("当年已授予的占名额") }
    if let liftedFrom { parts.append("\(liftedFrom)年起不限") }
    return parts.joined(separator: "；")
  }
}

extension ClusterGrading {
  var chineseSentence: String {
    let group = per.map { "，“\($0)”相同的单位一起分" } ?? ""
    let refined = strictRadius.map { "，离中心超过\(formatted($0))的单位不移动中心" } ?? ""
    return "按“\(node)”的得分以k均值法分为\(k)类\(group)\(refined)；从高到低：\(names.reversed().joined(separator: "、"))"
  }
}

extension Titles {
  var chineseSentence: String {
    let moment =
      switch currentAt {
      case .periodStart: "期初"
      case .periodEnd: "期末"
      case .asOf: "数据截至日"
      }
    let term = fullBy.map { "；要求到\($0)年底全部达到" } ?? ""
    return "\(moment)在“\(table)”中登记有称号的，为已有称号\(term)"
  }
}
