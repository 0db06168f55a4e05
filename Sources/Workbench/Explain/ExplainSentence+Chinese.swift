import Findings
import Schemes

extension ExplainSentence {
  var chinese: String {
    switch self {
    case .sum(let terms, let scale, let total, let isExact):
      let sum = Self.added(terms)
      let scaled = scale.map { terms.count > 1 ? "（\(sum)）× \($0)" : "\(sum) × \($0)" } ?? sum
      return "计算：\(scaled) \(Self.equals(isExact)) \(total)\(Self.rounding(isExact))"
    case .meanOfChosen(let terms, let times, let total, let isExact):
      let sum = terms.count > 1 ? "（\(Self.added(terms))）÷ \(terms.count)" : Self.added(terms)
      return "计算：\(sum)\(times.map { " × \($0)" } ?? "") \(Self.equals(isExact)) \(total)\(Self.rounding(isExact))"
    case .joined(let terms, let total):
      let parts = terms.map { "\($0.name) \($0.value)" + ($0.factor.map { "（占\($0)）" } ?? "") }
      return "由\(parts.joined(separator: "、"))，得 \(total)"
    case .duels(let others, let tally?, let total):
      let draws = tally.draws > 0 ? "，相当\(tally.draws)个" : ""
      return "与其余\(others)个有得分的单位逐一相比，胜过\(tally.wins)个，不及\(tally.losses)个\(draws)，胜过的减去不及的为 \(total)"
    case .duels(let others, nil, let total): return "与其余\(others)个有得分的单位逐一相比，胜过的单位数减去不及的单位数为 \(total)"
    case .notChosen(let terms): return "未取用：\(Self.listed(terms))"
    case .noSuchMean(let terms, let allowsZero):
      return "\(Self.listed(terms))\(allowsZero ? "小于0" : "不大于0")，这种平均没有意义，因此没有值"
    case .nothingLeftToAverage(let valued, let drops):
      return "有数据的下级只有\(valued)项，去掉\(drops)项最高和\(drops)项最低后一项不剩，因此没有值"
    case .leftOut(let names): return "未计入：\(names.joined(separator: "、"))"

    case .step(let number, let rule, let before, let after): return "第\(number)步：\(rule)：\(before) → \(after)"
    case .population(let group, let frozen, let count, let mean, let deviation, let low, let high):
      var parts = ["\(count)个有数据的单位"]
      if let mean { parts.append("平均\(mean)") }
      if let deviation { parts.append("标准差\(deviation)") }
      parts.append("最低\(low)，最高\(high)")
      let whose = (frozen.map { "\($0)的" } ?? "") + (group.isEmpty ? "" : "“\(group)”组的")
      return "参照：\(whose)\(parts.joined(separator: "，"))"
    case .treatedDown(let bound): return "本单位的值过高，按\(bound)计"
    case .treatedUp(let bound): return "本单位的值过低，按\(bound)计"
    case .treatment(let lowered, let raised, let formula):
      let moved = lowered + raised == 0 ? "没有收拢任何值" : "收拢了\(lowered)个最高值、\(raised)个最低值"
      return moved + (formula.map { "；取对数：\($0)" } ?? "；没有取对数")
    case .treatedNot: return "本单位的值不属于被收拢的极端值"
    case .across(let measure): return "横向分档所看的“\(measure)”："
    case .dividedBy(let table): return "作分母的“\(table)”："
    case .standsAbove(let below, let equal, let count):
      return "在\(count)个单位中高于\(below)个" + (equal > 0 ? "，与\(equal)个相同" : "")
    case .imputedFromPeriods(let terms): return "按\(Self.listed(terms))补上"
    case .imputedFromUnits(let count, let group):
      return "按\(group.isEmpty ? "" : "“\(group)”的")\(count)个有数据的单位补上"
    case .imputedFromSiblings(let terms): return "按同级的\(Self.listed(terms))在各自高低之间的位置补上"
    case .testedForZero(let measure): return "计零条件所看的“\(measure)”："
    case .fact(let fact, let asks, let answer, let number):
      let found = answer.map { $0 ? "成立" : "不成立" } ?? "为\(number)"
      return "“\(fact)”（\(asks)）：本单位\(found)"
    case .missingPolicy(.renormalise): return "缺失的处理：不计入，其余各项按分值或权重重新折算"
    case .missingPolicy(.zero): return "缺失的处理：计0分"
    case .missingPolicy(.notGraded): return "缺失的处理：本单位不予评定"
    case .missingPolicy(.propagate): return "缺失的处理：上级也没有得分"
    case .zeroWithoutEffect: return "缺失的处理：方案写了计0分，但只有带分值的末级指标能计0分；此处按不计入处理，其余重新折算"
    case .blocked(let names): return "因\(quoted(names, in: .chinese))缺失，本项按规定也没有得分"
    case .coverage(let found): return "本项覆盖率 \(found)"
    case .weightByN(let measure): return "在同级中按“\(measure)”的份数占比"

    case .prevails(let hand, let over, let passedOver):
      let first = passedOver.isEmpty ? "" : "\(quoted(passedOver, in: .chinese))没有评分，"
      let rest = over.isEmpty ? "" : "；\(quoted(over, in: .chinese))只作对照，不计分"
      return "\(first)以“\(hand)”为准\(rest)"
    case .handsOfHalves: return "以上为全年合成数；采用哪一方，按各半年分别确定"
    case .gap(let first, let other, let gap, let over, let isWide, let needsReason, let reasons):
      let found = "“\(first)”与“\(other)”相差\(gap)分"
      if !isWide { return "\(found)，未超过\(over)分" }
      if !needsReason { return "\(found)，超过\(over)分，予以提示" }
      return "\(found)，超过\(over)分，须写明理由：" + (reasons > 0 ? "已写明，见下" : "尚未写明")
    case .reason(let decision): return "记录的理由：\(decision)"
    case .refused(let decision, let why): return "未采用：\(decision)。\(why)"
    case .refusedOn(let target, let decision, let why): return "“\(target)”：\(decision)。\(why)"

    case .halves(let terms, let total, let isExact):
      return "全年：\(Self.added(terms)) \(Self.equals(isExact)) \(total)\(Self.rounding(isExact))"
    case .chosenHalf(let half, let other): return "全年取\(half)，\(other)不计入"
    case .onlyHalf(let half, let other): return "\(other)没有值，按\(half)折算为全年"

    case .limited(let nominal, let effective, let own, let group, let groupLimit):
      var limits: [String] = []
      if let own { limits.append("本项最多\(own)分") }
      if let group { limits.append("“\(group)”组合计最多\(groupLimit)分") }
      return "按规则应为\(nominal)分；\(limits.joined(separator: "，"))，所以计\(effective)分"
    case .unverified(let open):
      let whys = OpenMeasure.grouped(open).map { why, measures -> String in
        let names = quoted(measures, in: .chinese)
        switch why {
        case .unreported: return "\(names)没有查报"
        case .partlyReported(let known): return "\(names)已知\(known)，尚未全部查报"
        case .noRow: return "\(names)没有符合条件的行，也没有查报可据"
        case .other(let why): return "\(names)\(why)"
        }
      }
      return "\(whys.joined(separator: "；"))，不能断定没有发生；未作处理，列为未核"
    case .notFired(let measures): return "未触发：\(Self.listed(measures))"
    case .noDecision: return "没有据以加分或扣分的决定"
    case .score(let terms, let total, let limit):
      let sum = Self.added(terms)
      return "得分：\(sum)\(limit.map { "，限于\($0)分" } ?? "") ＝ \(total)"

    case .rank(let rank, let group, let count, let isDisplayed, let tieBreak):
      let whose = group.isEmpty ? "" : "“\(group)”组"
      let basis = isDisplayed ? "显示的得分" : "未舍入的得分"
      let further = tieBreak.isEmpty ? "" : "，相同的依次比较\(quoted(tieBreak, in: .chinese))"
      return "名次：\(whose)\(count)个有名次的单位中第\(rank)；按\(basis)从高到低\(further)"
    case .tieBroken(let unit, let by, let own, let other, let isAhead):
      return "与“\(unit)”得分相同：“\(by)”\(own)\(isAhead ? "高于" : "低于")\(other)，排在其\(isAhead ? "前" : "后")"
    case .tieShared(let units): return "与\(quoted(units, in: .chinese))得分和各项比较都相同，名次并列"
    case .tooFewUnits(let group, let count, let needed):
      return "没有名次：\(group.isEmpty ? "" : "“\(group)”组")已评定的单位只有\(count)个，不足\(needed)个"
    case .tooSmallBase(let measure, let needed): return "没有名次：“\(measure)”的份数不足\(needed)"
    case .line(let rule, let outcome): return "\(rule)。结果：\(outcome)"
    case .lineMet: return "达到"
    case .titleKept: return "已有此称号，除名额外各条件都达到，予以保持，不占名额"
    case .titleKeptInPlace: return "当年已授此称号并已占名额，除名额外各条件都达到，予以保持，不再另占名额"
    case .titleHeld(let grade, let from, let to, let source):
      return "现有称号“\(grade)”：\(from)起\(to.map { "，至\($0)" } ?? "")" + (source.map { "；\($0)" } ?? "")
    case .gradeSet(let effect): return "等级由“\(effect)”确定，不再逐档比较"
    case .noGradeInPeriod: return "本方案只在年度定等级；本期只列得分和名次"
    case .cluster(
      let group, let fact, let units, let value, let grade, let centre, let gap, let tied, let joint):
      let whose = group.map { "“\(fact ?? "")”为\($0)的" } ?? ""
      var text = "与\(whose)\(units)个已评定的单位一起分类；本单位\(value)，离“\(grade)”的中心\(centre)最近，相差\(gap)"
      if !tied.isEmpty { text += "；离\(quoted(tied, in: .chinese))的中心同样近，归入较低的一类" }
      if !joint.isEmpty { text += "；\(quoted(joint, in: .chinese))的中心与此相同，归入较低的一类" }
      return text
    case .centres(let terms): return "各类中心：\(Self.listed(terms))"
    case .quotaBase(
      let group, let members, let deferred, let exempt, let holders, let base, let share, let exact, let rounding,
      let least, let places):
      var text = "名额的基数：\(group.isEmpty ? "" : "“\(group)”组")范围内\(members)个单位"
      if deferred > 0 { text += "，减去暂缓\(deferred)个" }
      if exempt > 0 { text += "，减去免评\(exempt)个" }
      if holders > 0 { text += "，减去已有称号、不需新名额的\(holders)个" }
      if deferred + exempt + holders > 0 { text += "，为\(base)个" }
      guard let share else { return text + "；名额固定为\(places)个" }
      text += "；\(base) × \(share) ＝ \(exact)，\(rounding.chineseWords)"
      return text + (least > 0 ? "，至少\(least)个" : "") + "，为\(places)个"
    case .quotaUsed(let given, let units, let left):
      return "当年已授\(given)个（\(units.joined(separator: "、"))），还余\(left)个"
    case .holders(let grade, let units): return "已有“\(grade)”称号、不需新名额的单位：\(units.joined(separator: "、"))"

    case .effectsHeading: return "加减分与等级调整"
    case .outcomeHeading: return "名次与等级"
    case .refusedHeading: return "没有采用的决定"
    }
  }

  private static func equals(_ isExact: Bool) -> String { isExact ? "＝" : "≈" }

  /// Why printed numbers do not quite add up.
  private static func rounding(_ isExact: Bool) -> String { isExact ? "" : "（各数四舍五入后显示）" }

  private static func added(_ terms: [Term]) -> String {
    terms.enumerated().map { index, term in
      let isMinus = index > 0 && term.value.hasPrefix("−")
      let value = isMinus ? String(term.value.dropFirst()) : term.value
      let sign = index == 0 ? "" : isMinus ? " − " : " ＋ "
      return "\(sign)\(term.name) \(value)\(term.factor.map { " × \($0)" } ?? "")"
    }.joined()
  }

  private static func listed(_ terms: [Term]) -> String {
    terms.map { "\($0.name) \($0.value)" }.joined(separator: "、")
  }

}

extension Quota.Rounding {
  fileprivate var chineseWords: String {
    switch self {
    case .down: "向下取整"
    case .up: "向上取整"
    case .half: "四舍五入"
    }
  }
}
