import Documents

/// What effects, ranking and grades hold.
extension Shape {
  static let effectGroup = Shape(
    "effect-group", "加减分的分组上限", "a limit on a group of effects",
    [.required("at_most", .number(.atLeast(0)), "合计不超过", "at most so many points")])

  static let effect = Shape(
    "effect", "加减分与等级调整", "an effect",
    [
      .required("id", .text, "代号", "its id"),
      .optional("when", .mapping(.trigger), "什么时候起作用", "when it acts"),
      .optional("add", .mapping(.change), "加分", "adds points"),
      .optional("deduct", .mapping(.change), "扣分", "takes points"),
      .optional("group", .text, "属于哪个分组", "its group"),
      .optional("cap_grade", .text, "等级不高于", "no grade above this"),
      .optional("set_grade", .text, "等级定为", "the grade is this"),
      .optional("adjust", .mapping(.adjust), "由人决定的加减分", "points that people decide"),
    ],
    rules: [
      .oneOf(["add", "deduct"], isRequired: false),
      .anyOf(["add", "deduct", "cap_grade", "set_grade", "adjust"]),
      .excludes("adjust", ["when", "add", "deduct", "group", "cap_grade", "set_grade"]),
    ])

  static let trigger = Shape(
    "trigger", "什么时候起作用", "when an effect acts",
    [
      .optional("any_of", .list(.mapping(.measureTest), atLeast: 1), "任一条成立", "any of these"),
      .optional("measure", .text, "度量", "the measure"),
    ] + comparisonKeys,
    rules: [.oneOf(["any_of", "measure"]), .form("any_of"), .form("measure", choose: comparisons)])

  static let change = Shape(
    "change", "每 1 多少分", "so many points for each",
    [
      .optional("measure", .text, "度量；不写就用 when 的度量", "the measure; that of when, if absent"),
      .required("each", .number(.atLeast(0)), "每 1 多少分", "points for each"),
      .optional("at_most", .number(.atLeast(0)), "最多多少分", "at most so many points"),
    ])

  static let adjust = Shape(
    "adjust", "由人决定的加减分", "points that people decide",
    [
      .required("role", .text, "谁可以决定", "who may"),
      .required("at_most", .number(.above(0)), "最多多少分", "at most so many points"),
      .optional("reason", .words(of: ReasonRule.self), "是否要写理由", "whether a reason must be given"),
    ])

  static let rank = Shape(
    "rank", "名次", "the ranking",
    [
      .required("node", .text, "按哪个最上级指标", "the root that is ranked"),
      .optional("basis", .words(of: Ranking.Basis.self), "未四舍五入的分（raw，默认）或显示的分", "raw (default) or displayed values"),
      .optional("ties", .words("min"), "并列取靠前的名次", "ties share the better rank"),
      .optional("tie_break", .texts, "同分时依次比较的指标", "the nodes that decide ties"),
      .optional("per", .words(of: Ranking.Scope.self), "各组分别排，或一起排", "by peers, or all together"),
      .optional("min_units", .whole(.counts(from: 1)), "一组不足这个数不排名次", "fewer units have no ranks"),
      .optional("min_base", .mapping(.minBase), "份数不足不排名次", "less base has no rank"),
    ])

  static let minBase = Shape(
    "min-base", "份数不足不排名次", "the least base of a rank",
    [
      .required("measure", .text, "哪个度量的份数", "the measure whose n it is"),
      .required("at_least", .number, "不低于", "not less than"),
    ])

  static let grades = Shape(
    "grades", "等级", "the grades",
    [
      .optional("only", .words("year"), "year：半年只有名次、没有等级", "year: half-years have no grades"),
      .optional("bands", .list(.mapping(.band)), "从高到低", "from the top down"),
      .optional("kmeans", .mapping(.clusters), "按聚类定等级", "grades from clusters"),
    ],
    rules: [.oneOf(["bands", "kmeans"])])

  static let band = Shape(
    "band", "一个等级", "a grade",
    [
      .required("grade", .text, "等级的名称", "the grade's name"),
      .optional("at_least", .anyOf([.number, .map(.number)]), "总分不低于；可按年份写", "the least score; may be by year"),
      .optional("each_child_share", .number(.share), "每个维度不低于其分值的这个比例", "the least share of each dimension"),
      .optional("child_at_least", .map(.number), "某些指标不低于", "the least value of some nodes"),
      .optional("percentile", .number(.share), "百分位不低于", "the least percentile"),
      .optional("quota", .mapping(.quota), "名额", "how many may have it"),
    ])

  static let quota = Shape(
    "quota", "名额", "how many may have the grade",
    [
      .optional("share", .number(.share), "按比例", "a share of the units"),
      .optional("places", .whole(.counts(from: 0)), "按个数", "a number of places"),
      .optional("round", .words(of: Quota.Rounding.self), "怎样取整", "how the share is rounded"),
      .optional("min", .whole(.counts(from: 0)), "至少几个", "at least so many"),
      .optional("per", .text, "peers 各组、all 全部，或名册的列", "by peers, all, or a register column"),
      .optional("tied", .words(of: Quota.Tied.self), "并列放不下时", "when a tie does not fit"),
      .optional("new_only", .words("titles"), "已有称号的不占名额", "holders of the title take no place"),
      .optional("per_year", .boolean, "名额按年计", "the quota is of the year"),
      .optional("unless", .boolean, "成立时不限名额", "no quota if this holds"),
      .optional("lifted_from", .whole(.counts(from: 1900)), "从哪一年起不限名额", "the year from which there is no quota"),
    ],
    rules: [.oneOf(["share", "places"]), .excludes("places", ["round", "min"])])

  static let clusters = Shape(
    "clusters", "按聚类定等级", "grades from clusters",
    [
      .required("node", .text, "哪个指标", "the node"),
      .optional("per", .text, "按哪个事实分开聚类", "the fact that separates clusterings"),
      .required("k", .whole(.counts(from: 2)), "分几类", "how many clusters"),
      .optional("start", .words("quintile_medians"), "起点", "where it starts"),
      .optional("refine", .mapping(.refinement), "再聚一次", "a second pass"),
      .required("names", .list(.text), "等级的名称，从低到高", "the grades' names, from below"),
    ])

  static let refinement = Shape(
    "refinement", "再聚一次", "a second pass",
    [.required("strict_radius", .number(.above(0)), "远于此的点不动中心", "points beyond it do not move the centre")])
}
