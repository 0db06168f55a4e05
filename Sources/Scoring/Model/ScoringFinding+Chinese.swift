import Findings
import Statistics

extension ScoringFinding {
  var chinese: Wording {
    switch self {
    case .stepConstant(_, let node, let step, let units):
      Wording(
        found: units < 2
          ? "“\(node)”的 \(step) 要在单位之间比较，但\(units == 0 ? "没有单位有值" : "只有1个单位有值")。"
          : "“\(node)”的 \(step) 要在单位之间比较，但\(units)个值完全相同。",
        consequence: "参加比较的单位，该指标一律按缺失处理。",
        remedy: "请核对数据；数据无误的，本期不设该指标，或改用固定标尺。")
    case .valueNotPositive(_, let node, let step, let units):
      Wording(
        found: "“\(node)”的 \(step) 要取对数，\(named(units))的值不大于0。",
        consequence: "这些单位的该指标按缺失处理。",
        remedy: "请改正数值，或去掉 scale: ln。")
    case .leafDropped(_, let node, let units, let needed):
      Wording(
        found: "“\(node)”只有\(units)个单位有数据，不到 drop_if 要求的\(needed)个。",
        consequence: "该指标对所有单位均不适用，其权重由其他指标分担。",
        remedy: "无须处理；界限写在 drop_if 的 units_below。")
    case .valueOutOfRange(_, let measure, let low, let high, let units):
      Wording(
        found: "“\(measure)”超出规定范围（\(plain(low))至\(plain(high))）：\(named(units))。",
        consequence: "这些单位的该度量按缺失处理。",
        remedy: "请改正数据行，或改正该度量、该列的范围。")
    case .testUnverified(_, let name, let measures, let units):
      Wording(
        found: "“\(name)”未核：\(named(units))缺少\(quoted(measures))。",
        consequence: "按未满足处理，不产生任何后果。",
        remedy: "请导入\(measures.count == 1 ? "“\(measures[0])”" : "这些度量")所用的数据表，或证明“无”的报表。")
    case .groupTooSmall(_, let group, let units, let needed):
      Wording(
        found: "\(group.isEmpty ? "" : "“\(group)”")参评单位\(units)个，少于 min_units 规定的\(needed)个。",
        consequence: "只列得分，不排名次。",
        remedy: "请在单位名册中合并分组，或全体一起排名（per: all），或调低 min_units。")
    case .baseTooSmall(_, let measure, let needed, let units):
      Wording(
        found: "“\(measure)”的样本量不足\(plain(needed))：\(named(units))。",
        consequence: "只列得分，不参加排名。",
        remedy: "请补充调查，或调低 min_base。")
    case .decision(_, let problem): problem.chinese
    case .handsApart(_, let node, let hands, let period, let over, let needsReason, let units):
      Wording(
        found: "\(period)“\(node)”的“\(hands[0])”与“\(hands[1])”相差超过\(plain(over))分\(needsReason ? "，未记录理由" : "")："
          + named(units.map { "\($0.unit)（\(shown($0.first))与\(shown($0.other))）" }) + "。",
        consequence: "分数按方案规定的取法照算。",
        remedy: needsReason ? "请核实原因，并在决定表中记录理由（value 可留空）。" : "请留意；两项相差较大的，宜核实原因。")
    case .quotaWithoutRanks(_, let grade, let group, let units):
      Wording(
        found: "“\(grade)”有名额限制，但\(group.isEmpty ? "" : "“\(group)”中")达到条件的\(named(units))没有名次。",
        consequence: "没有名次就无法按名额评定，这些单位不评为“\(grade)”，按下一等次的条件评定。",
        remedy: "请合并分组，或调低 min_units、min_base，或对人数少的组取消名额限制（unless）。")
    case .cutOffMissing(_, let grade, let year):
      Wording(
        found: "“\(grade)”的分数线按年份规定，没有\(year)年的。",
        consequence: "本期没有单位评为“\(grade)”。",
        remedy: "请在 at_least 中写上\(year)年的分数线。")
    case .clustersTooFew(_, let group, let units, let clusters):
      Wording(
        found: "\(group.isEmpty ? "" : "“\(group)”组")参评单位\(units)个，少于要分的\(clusters)类。",
        consequence: "有的类没有单位，等次照常给出，但区分意义不大。",
        remedy: "请合并分组，或减少类数 k。")
    case .meanNotPositive(_, let node, let mean, let units):
      Wording(
        found: "“\(node)”按 \(mean) 求平均，\(named(units))的下级指标中有不能求这种平均的值（不大于0；正数次幂平均时为负数）。",
        consequence: "这些单位的该指标按缺失处理。",
        remedy: "请先把下级指标换算到大于0的标尺，如 minmax: {to: [1, 100]}，或改用其他平均。")
    case .nothingLeftToAverage(_, let node, let drops, let units):
      Wording(
        found: "“\(node)”去掉\(drops)项最高和\(drops)项最低后求平均，\(named(units))有数据的下级指标去掉后一项不剩。",
        consequence: "这些单位的该指标按缺失处理；若不去高低照算，就与其他单位不是一个算法。",
        remedy: "请补齐数据，至少要有\(2 * drops + 1)项；或改用中位数（median），有一项即可。")
    case .goalUnusable(_, let node, let step, let problem):
      Wording(
        found: "“\(node)”的 \(step) 没有可比的标准：\(problem.chinese)。",
        consequence: "所有单位的该指标按缺失处理。",
        remedy: "请核对该步骤写的单位或目标值，或改用其他标尺。")
    case .acrossMissing(_, let node, let measure, let units):
      Wording(
        found: "“\(node)”要按“\(measure)”分档，\(named(units))缺少“\(measure)”。",
        consequence: "这些单位的该指标按缺失处理。",
        remedy: "请导入“\(measure)”所用的数据表。")
    case .nothingToImputeFrom(_, let node, let units):
      Wording(
        found: "\(named(units))的“\(node)”缺失，impute 找不到可用来填补的值。",
        consequence: "仍按缺失处理。",
        remedy: "请补充数据，或改为从更大的组、其他期间填补。")
    case .frozenRunAbsent(_, let node, let step, let period):
      Wording(
        found: "“\(node)”的 \(step) 要用\(period)的参数，但没有看满\(period)、含这一步骤的评分运行。",
        consequence: "所有单位的该指标按缺失处理。",
        remedy: "请先用本方案把\(period)评到期末，或改写为其他期间。")
    case .periodsAbsent(_, let node, let step, let periods):
      Wording(
        found: "“\(node)”的 \(step) 还要与\(periods.joined(separator: "、"))比较，但没有这些期间的数据。",
        consequence: "只与其余期间比较。",
        remedy: "请导入这些期间的数据，或从 over 中去掉。")
    }
  }
}

extension ScoringFinding.GoalProblem {
  fileprivate var chinese: String {
    switch self {
    case .unitWithoutValue: "作为比较对象的单位没有值"
    case .notAboveTheLeast: "目标不高于最小值"
    case .bestNotPositive: "最大值不大于0"
    }
  }
}

/// Up to five, then the number of all.
private func quoted(_ names: [String]) -> String {
  let shown = names.prefix(5).map { "“\($0)”" }.joined()
  return names.count > 5 ? "\(shown)等\(names.count)项" : shown
}

/// Up to five, then the number of all.
private func named(_ units: [String]) -> String {
  let shown = units.prefix(5).joined(separator: "、")
  return units.count > 5 ? "\(shown)等\(units.count)个单位" : shown
}

/// To two decimals, for values that nobody wrote.
private func shown(_ value: Double) -> String { plain(displayed(value, digits: 2)) }
