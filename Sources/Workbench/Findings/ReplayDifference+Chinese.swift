import Scoring

extension ReplayDifference {
  /// `外科（K2）“满意”的得分存的是30，重算得到3.75。`
  var chineseFound: String {
    let owner = (unit.map(chinese) ?? "") + chinese(thing)
    return "\(owner)\(owner.isEmpty ? "" : "的")\(chinese(quantity))存的是\(chinese(stored))，重算得到\(chinese(recomputed))。"
  }

  private func chinese(_ unit: Unit) -> String { "\(unit.name)（\(unit.code)）" }

  private func chinese(_ thing: Thing) -> String {
    switch thing {
    case .run: "这次运行"
    case .standing: unit == nil ? "各单位" : ""
    case .node(let id): "“\(id)”"
    case .measure(let id, let period): "度量“\(id)”（\(period)）"
    case .fact(let id): "事实“\(id)”"
    case .effect(let id): "调整“\(id)”"
    case .contest(let grade, let group): "\(group)“\(grade)”的名额竞争"
    }
  }

  private func chinese(_ quantity: Quantity) -> String {
    switch quantity {
    case .manifest: "依据清单的摘要"
    case .nodes: "指标"
    case .units: "单位"
    case .unitCount: "单位数"
    case .halfCount: "上下半年的个数"
    case .otherPeriods: "其他期间"
    case .decisions: "记录的决定"
    case .titles: "称号"
    case .leafRows: "指标表的数据行"
    case .value: thing == .standing ? "总分" : "值"
    case .displayed: "显示分"
    case .coverage: "覆盖率"
    case .share: "实际权重"
    case .contribution: "对上级的贡献"
    case .source: "原始值"
    case .step(let number): "第\(number)步的值"
    case .half(let number): number == 1 ? "上半年的值" : "下半年的值"
    case .hand(let id): "评分方“\(id)”的部分"
    case .computed: "决定前的值"
    case .decision: "决定"
    case .isImputed: "插补标记"
    case .peers: "同类组"
    case .attempts: "逐级评定过程"
    case .title: "所持称号"
    case .tie: "并列标记"
    case .state: "状态"
    case .rule: "取值方式"
    case .rank: "名次"
    case .grade: "等级"
    case .effects: "限等和定等"
    case .status: "评定状态"
    case .unit: "单位"
    case .outcome: "处理"
    case .trigger: "触发来源"
    case .nominal: "应调分"
    case .effective: "实调分"
    case .before: "调整前得分"
    case .after: "调整后得分"
    case .presence: "记录"
    case .base: "依据（个数、离散程度、状态）"
    }
  }

  private func chinese(_ content: Content) -> String {
    switch content {
    case .text(let text): text
    case .list(let items): items.isEmpty ? "无" : items.joined(separator: "、")
    case .unit(let unit): chinese(unit)
    case .state(let state): chinese(state)
    case .rule(let rule): chinese(rule)
    case .outcome(.acted): "已生效"
    case .outcome(.unverified): "未核"
    case .rank(let rank, let isTied): "第\(rank)名\(isTied ? "（并列）" : "")"
    case .graded: "已评定"
    case .notGraded(let reasons): "不予评定（\(reasons.map(chinese).joined(separator: "；"))）"
    case .deferred(let fact): "暂缓（\(fact)）"
    case .exempt(let fact): "免评（\(fact)）"
    case .present: "有"
    case .absent: "无"
    case .notShown: "（此处不显示）"
    }
  }

  private func chinese(_ reason: Reason) -> String {
    switch reason {
    case .noScore: "没有得分"
    case .coverage(let found, let needed, let leaves):
      "覆盖率\(found)，低于\(needed)" + (leaves.isEmpty ? "" : "，缺少\(leaves.joined(separator: "、"))")
    case .node(let node): "缺少“\(node)”"
    case .ineligible(let fact): "不符合“\(fact)”"
    }
  }

  private func chinese(_ state: ValueState) -> String {
    switch state {
    case .value: "有值"
    case .missing: "缺失"
    case .notApplicable: "不适用"
    case .full: "无事项，满分"
    }
  }

  private func chinese(_ rule: NodeRule) -> String {
    switch rule {
    case .computed: "按规则计算"
    case .zeroForMissing: "缺失记零"
    case .zeroWhen: "按条件记零"
    case .full: "无事项，满分"
    case .doesNotApply: "不适用"
    case .dropped: "已剔除"
    case .stepFailed: "无法换算"
    case .coverageTooLow: "覆盖率不足"
    case .overridden: "按决定改定"
    case .imputed: "插补"
    }
  }
}

extension ChangedInput {
  var chinese: String {
    switch self {
    case .scheme(let id): "方案“\(id)”"
    case .register: "单位名册"
    case .memberships: "归属关系"
    case .calendar: "工作日历"
    case .minimumCell: "最少份数（minimum_cell）"
    case .table(let system, let table): "数据表“\(table)”（\(system)）"
    case .definition(let system, let table): "“\(table)”（\(system)）的定义文件"
    case .runs(let scheme): "方案“\(scheme)”的评分运行"
    }
  }
}
