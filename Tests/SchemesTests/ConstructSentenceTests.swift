import Findings
import Testing

@testable import Schemes

/// Every construct in words, in both languages.
@Suite struct ConstructSentenceTests {
  private func scheme(_ body: String) throws -> Scheme {
    let log = FindingLog()
    let scheme = readScheme(schemeHead + body, log: log)
    #expect(log.findings.allSatisfy { $0.severity != .problem }, "\(summary(log))")
    return try #require(scheme)
  }

  private func node(_ text: String, rest: String = "") throws -> (Node, Scheme) {
    let scheme = try scheme(
      """
      \(rest)
      measures: {m: {table: t, take: count}, 级别: {table: t, take: count}}
      nodes: {id: 总分, \(text)}
      """)
    return (scheme.roots[0], scheme)
  }

  private func measure(_ text: String) throws -> Measure {
    try #require(try scheme("measures: {m: \(text)}\nnodes: {id: 总分, measure: m}").measure("m"))
  }

  static let steps: [(String, String, String)] = [
    (
      "{bands: {across: 级别, columns: [3, 1], rows: [[90, [10, 8]], [0, [5, 0]]]}}",
      "分档：90及以上：“级别”3及以上得满分10分，其余得8分；其余：“级别”3及以上得5分，其余0分",
      "bands: 90 or more: “级别” 3 or more gives the full 10 points, anything else gives 8 points; anything else: “级别” 3 or more gives 5 points, anything else gives 0 points"
    ),
    (
      "{required: {times: 4, each: 2.5, further: 0.5, at_most: 10}}", "应有4次，每次得2.5分，超出的每次再得0.5分，最多10分，不超过满分10分",
      "4 times are due, 2.5 points for each, 0.5 for each beyond, at most 10, up to the full 10 points"
    ),
    (
      "{required: {times: 4, each: 2.5}}", "应有4次，每次得2.5分，不超过满分10分",
      "4 times are due, 2.5 points for each, up to the full 10 points"
    ),
    (
      "{minmax: {to: [0, 100], over: reported}}", "以有数据的单位中的最小值至最大值换算为0至100",
      "the least to the greatest of units with a value becomes 0 to 100"
    ),
    (
      "{minmax: {to: [0, 100], bounds: {frozen: 2025H1}}}", "以2025年上半年的单位中的最小值至最大值换算为0至100",
      "the least to the greatest of the units of 2025H1 becomes 0 to 100"
    ),
    ("{minmax: {bounds: [2, 8]}}", "2至8按比例换算为0至1，两端不截断", "2 to 8 becomes 0 to 1, also beyond"),
    ("rank", "在参照单位中从高到低排列的位次", "rank among the reference units, the greatest first"),
    ("{rank: {order: ascending, over: eligible}}", "在符合条件的单位中从低到高排列的位次", "rank among eligible units, the least first"),
    (
      "{borda: {over: {periods: [2018, 2019]}}}", "在本期和2018年、2019年各期的单位中高于几个单位",
      "how many of the units of this period and of 2018, 2019 lie below"
    ),
    ("percentile", "在参照单位中的百分位，0最低、1最高", "percentile among the reference units, 0 the least and 1 the greatest"),
    (
      "{distance: best}", "以参照单位中的最小值为0、最大值为1，按比例换算",
      "the least of the reference units becomes 0, the greatest 1, in proportion"
    ),
    (
      "{distance: {unit: D1}}", "以参照单位中的最小值为0、单位D1的值为1，按比例换算",
      "the least of the reference units becomes 0, the value of unit D1 1, in proportion"
    ),
    (
      "{distance: {target: 95, cap: true}}", "以参照单位中的最小值为0、目标95为1，按比例换算，超过目标按1计",
      "the least of the reference units becomes 0, the target 95 1, in proportion, never above 1"
    ),
    ("share_of_best", "除以参照单位中的最大值", "divided by the greatest of the reference units"),
    ("{impute: {mean: all}}", "缺失时以所有单位的平均值补上，不计入覆盖率", "filled by the mean of all units if missing, without coverage"),
    (
      "{impute: {median: peer_group}}", "缺失时以“组别”相同的单位的中位数补上，不计入覆盖率",
      "filled by the median of the units with the same “peer group” if missing, without coverage"
    ),
    (
      "{impute: {last_period: {at_most: 2}}}", "缺失时以最近一期的值（最多往前2期）补上，不计入覆盖率",
      "filled by the value of the latest period that has one, at most 2 back if missing, without coverage"
    ),
    (
      "{impute: between_periods}", "缺失时以前后两期之间的直线补上，不计入覆盖率",
      "filled by the straight line between the periods before and after if missing, without coverage"
    ),
    (
      "treat", "以参照单位看，偏度的绝对值小于2或峰度小于3.5即不改动；否则把最多5个极端值收到相邻的值，仍不符合则取对数",
      "unchanged if over the reference units the skewness is below 2 in size or the kurtosis below 3.5, otherwise up to 5 extreme values are drawn in to the next, then logarithms if that does not do"
    ),
    ("{clamp: [0, 100]}", "低于0按0计，高于100按100计", "less than 0 counts as 0, more than 100 counts as 100"),
    ("{clamp: [~, 100]}", "高于100按100计", "more than 100 counts as 100"),
    ("{round: 1}", "四舍五入到1位小数", "rounded to 1 decimal place"), ("{round: 0}", "四舍五入到整数", "rounded to a whole number"),
  ]

  @Test(arguments: steps)
  func `Steps`(text: String, chinese: String, english: String) throws {
    let (node, _) = try node("points: 10, measure: m, steps: [\(text)]")
    let step = try #require(node.steps.first)
    #expect(step.sentence(in: .chinese, points: 10) == chinese)
    #expect(step.sentence(in: .english, points: 10) == english)
  }

  static let aggregations: [(String, String, String)] = [
    ("mean", "下级加权平均", "weighted mean of its children"),
    ("geometric", "下级加权几何平均", "weighted geometric mean of its children"),
    ("{power: 2}", "下级加权2次幂平均", "weighted power mean (p = 2) of its children"),
    ("min", "下级中最低的一项", "least of its children"), ("median", "下级的中位数", "median of its children"),
    ("{best: 2}", "下级中最高2项的平均", "mean of the best 2 of its children"),
    ("{trimmed: 1}", "下级去掉1项最高和1项最低后的平均", "mean of its children without the 1 highest and 1 lowest"),
    (
      "copeland", "下级与其余各单位逐一相比，胜过的单位数减去不及的单位数",
      "units it beats minus units that beat it, by weight over its children"
    ),
    (
      "{copeland: leaves}", "末级指标与其余各单位逐一相比，胜过的单位数减去不及的单位数",
      "units it beats minus units that beat it, by weight over all leaves below"
    ),
  ]

  @Test(arguments: aggregations)
  func `Ways to join children`(text: String, chinese: String, english: String) throws {
    let (node, scheme) = try node(
      "of: \(text), weights: equal, children: [{id: a, measure: m}, {id: b, measure: m}, {id: c, measure: m}]")
    #expect(node.sentence(in: .chinese, of: scheme) == "总分：" + chinese)
    #expect(node.sentence(in: .english, of: scheme) == "总分: " + english)
  }

  @Test func `Children with points are joined by their shares of them`() throws {
    let (node, scheme) = try node(
      "points: 10, of: geometric, coverage: {by: count, at_least: 1}, own: true, children: [{id: a, points: 3, measure: m, steps: [pass]}]"
    )
    #expect(
      node.sentence(in: .chinese, of: scheme) == "总分：下级得分率按分值加权几何平均，乘以本项分值；有数据的下级不足1项时不计算；本院自拟")
    #expect(
      node.sentence(in: .english, of: scheme)
        == "总分: weighted geometric mean of the shares that its children have of their points, times its own points; "
        + "not computed if fewer than 1 children have a value; the hospital's own rule")
  }

  @Test func `Hands and decisions`() throws {
    let (node, scheme) = try node(
      "points: 20, hands: {系统: m, 人工: 级别}, hand_steps: {系统: [{linear: [[0, 20], [5, 0]]}]}, prevail: [人工, 系统], difference: {over: 5, reason: required}, override: {role: 领导小组, reason: required}",
      rest: "decisions: 决定")
    #expect(
      node.sentence(in: .chinese, of: scheme)
        == "总分：系统、人工分别评分，依次以先有数据的为准（人工、系统）；系统：0及以下得满分20分，5及以上0分，中间按直线；"
        + "系统与其余相差超过5分时须写明理由；领导小组可另行认定，须写明理由")
    #expect(
      node.sentence(in: .english, of: scheme)
        == "总分: graded by 系统, 人工, the first with a value counts (人工, 系统); "
        + "系统: 0 or less gives the full 20 points, 5 or more gives 0 points, in between along straight lines; "
        + "系统 more than 5 from another needs a reason; “领导小组” may set it, with a reason")
    let (mean, whole) = try self.node("hands: {甲: m, 乙: {measure: 级别, weight: 2}}, of: mean")
    #expect(mean.sentence(in: .chinese, of: whole) == "总分：甲、乙分别评分，取加权平均（甲1、乙2）")
  }

  @Test func `Where numbers come from`() throws {
    #expect(
      try measure("{table: 走访, value: 得分, take: mean, window: {years: 3}, include: descendants}").sentence(in: .chinese)
        == "“走访”中各行，含所有下级单位，取近3年，取“得分”的平均值。")
    #expect(
      try measure("{table: 走访, take: count, include: membership, unique: {by: 题, keep: max 分, across: units}}")
        .sentence(
          in: .english)
        == "All rows of “走访”, of its members by their shares, one per “题” over all units (the greatest “分”): count.")
    #expect(
      try measure(
        "{table: 出勤, value: 次, first: {by: 成员, take: sum, over: 名单, then: {proportional: {full: 2}}}, take: mean}"
      ).sentence(in: .chinese) == "“出勤”中各行，先按“成员”（名单见“名单”，没有记录的计0）取“次”的合计，达到2得满分1分，不足按比例，再取平均值。")
    #expect(
      try measure("{view: \"SELECT unit_id, p_from, p_to, value FROM v\", take: mean, min_n: 5}").sentence(in: .chinese)
        == "自写查询（不可追溯），取平均值；不足5个不计。")
    #expect(
      try measure("{view: \"SELECT unit_id, p_from, p_to, value, batch_id, source_row FROM v\", take: sum}").sentence(
        in: .english) == "A SELECT of its own: sum.")
    #expect(
      try measure("{scheme: fengxian, node: 总分, period: latest}").sentence(in: .chinese) == "方案“fengxian”最近一期“总分”的结果。")
    #expect(
      try measure("{scheme: geren, node: 总分, period: {last: 3}, of: members, take: mean, weight: share}").sentence(
        in: .english) == "“总分” of the scheme “geren” in the last 3 periods, of its members by their shares: mean.")
  }
}
