extension TableSentence {
  var chinese: String {
    func list(_ names: [String]) -> String { names.joined(separator: "、") }
    switch self {
    case .heading(let title, let period, let units, let graded):
      return "\(title)，\(period)：\(units)个单位，\(graded)个已评定，\(units - graded)个未评定"
    case .footing(let scheme, let version, let approval, let asOf, let run):
      return "方案 \(scheme) \(version)；\(approval)；数据截至 \(asOf)；运行 \(run)"
    case .approved(let document, let date): return "\(document)（\(date)）审定"
    case .notApproved: return "默认方案（自拟），未经本院审定"
    case .verified(let name, let run, .rows): return "\(name)（运行 \(run)）：从原始数据行起逐项重算，完全一致"
    case .verified(let name, let run, .rowsBut(let measures)):
      return "\(name)（运行 \(run)）：除\(measures)个度量外，从原始数据行起逐项重算，一致"
    case .verified(let name, let run, .measures):
      return "\(name)（运行 \(run)）：从存下的度量起逐项重算，一致；数据行未核对"
    case .differing(let name, let run, let count): return "\(name)（运行 \(run)）：\(count)处与存下的结果不符"
    case .answers: return "答卷数"
    case .beforeEffects: return "（加减分前）"
    case .indicators: return "指标数"

    case .confirmed(let cause): return "已认定：\(cause)"
    case .clustered(let grade): return "聚类归入“\(grade)”"
    case .capped(let effects): return "等级受限：\(list(effects))"
    case .short(let gap): return "差\(gap)分"
    case .childMissing(let child, let why): return child + why
    case .childBelow(let child, let share): return "\(child)仅\(share)"
    case .eachChild(let parts, let share): return "\(list(parts))（须各≥\(share)）"
    case .lostMost(let losses): return "失分最多：\(list(losses))"
    case .withReason(let name, let why): return "\(name)（\(why)）"
    case .named(let name, let number): return "\(name)（\(number)分）"
    case .evidence(let percent): return "依据仅\(percent)%"

    case .tieBroken(let names, let count, let by, let isAhead):
      return "与\(Self.names(names, count: count).chinese)同分，按“\(by)”在\(isAhead ? "先" : "后")"
    case .baseTooSmall(let measure, let needed): return "不排名：“\(measure)”的份数不足\(needed)"
    case .notVerified(let effects): return "\(list(effects.map { "“\($0)”" }))未核"
    case .reasonWanting(let nodes): return "\(list(nodes.map { "“\($0)”" }))各方评分相差过大，理由尚未写明"

    case .contest(let grade, let group, let base, let places, let used, let candidates, let winners):
      let whose = group.isEmpty ? "" : "（\(group)）"
      let given = used == 0 ? "" : "，当年已授\(used)个"
      return "“\(grade)”名额\(whose)：基数\(base)个，名额\(places)个\(given)，符合条件\(candidates)个，授予\(winners)个。"
    case .position(let position): return "本单位在竞争名额的单位中列第\(position)。"
    case .names(let names, let count): return names.count < count ? "\(list(names))等\(count)个" : list(names)
    case .displaced(let unit, let effects):
      return "\(unit)按名次本可进入，因\(list(effects.map { "“\($0)”" }))退出，由后面的单位递补。"
    case .tiedIn(let units, let left): return "\(units)并列，虽只余\(left)个名额，一并进入。"
    case .tiedOut(let units, let left): return "\(units)并列，只余\(left)个名额，均不进入。"
    case .tiedForCommittee(let units, let left): return "\(units)并列，只余\(left)个名额，由评选组织决定；未决定前先按下一档评定。"
    case .keepPlace(let units): return "\(units)当年已授此称号并已占名额，予以保持，不再另占。"
    case .keepTitle(let units): return "\(units)已有此称号，不占名额，予以保持。"
    }
  }
}
