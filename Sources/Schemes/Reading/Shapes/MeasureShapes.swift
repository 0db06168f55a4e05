import Documents

/// What measures hold.
extension Shape {
  static let measure = Shape(
    "measure", "度量：从行到一个数", "a measure: rows to one number",
    [
      .optional("like", .text, "照抄另一个度量，只改写出来的键", "another measure's keys, these replaced"),
      .optional("table", .text, "数据来自哪张表", "the table of the rows"),
      .optional(
        "view", .text, "一条只读 SELECT，给出 unit_id、p_from、p_to、value", "one SELECT that gives unit_id, p_from, p_to, value"),
      .optional("scheme", .text, "引用另一个方案的结果", "the scheme whose results are read"),
      .optional("node", .text, "那个方案的哪个指标", "the node of that scheme"),
      .optional("period", .schemePeriod, "那个方案的哪一期（默认 same）", "which of its runs (same)"),
      .optional("of", .words(of: SchemeReference.Subject.self), "本单位、成员或下级的结果（默认 own）", "whose results (own)"),
      .optional("weight", .words("share"), "成员按份额加权", "members weigh by their share"),
      .optional("where", .expression, "选哪些行", "which rows count"),
      .optional("value", .expression, "每行取什么值", "the value of a row"),
      .optional("dated_by", .anyOf([.text, .mapping(.daysAfter)]), "按哪个日期归期间", "the date that decides the period"),
      .optional(
        "include", .words(of: Measure.Inclusion.self), "是否计入下级或成员的行", "whether rows of units below or of members count"),
      .optional("unique", .mapping(.unique), "去重", "one row of those that are the same"),
      .optional("first", .mapping(.first), "先在小组里合成", "a first stage by groups"),
      .optional(
        "take", .anyOf([.reducer, .words(of: ObligationTake.self)]), "怎样合成一个数；应报应办事项取哪一种",
        "how rows become one number; of obligations, which of them"),
      .optional("window", .window, "看多长的时间（默认 period）", "the time that is looked at (period)"),
      .optional("min_n", .whole(.counts(from: 1)), "少于这个数视为缺失", "fewer than this is missing"),
      .optional(
        "empty", .anyOf([.words("missing", "not_applicable", "full"), .number]), "一行也没有时", "the result without rows"),
      .optional("covered_by", .text, "证明看过的表", "the table that proves somebody looked"),
      .optional("range", .tuple(.number, .number), "结果的范围；超出的记为缺失", "the result's range; outside it is missing"),
      .optional("per", .mapping(.denominator), "除以另一个数", "what it is divided by"),
      .optional("times", .number, "乘以几", "a factor"),
      .optional("obligations", .texts, "应报应办事项的名称或标签", "ids or tags of obligations"),
    ],
    rules: [
      .anyOf(["table", "view", "scheme", "obligations", "like"]),
      .oneOf(["table", "view", "scheme"], isRequired: false),
      .anyOf(["take", "scheme", "like"]),
      .form(
        "table",
        with: [
          "where", "value", "dated_by", "include", "unique", "first", "window", "min_n", "empty", "covered_by", "per",
          "times",
        ]),
      .form("view", with: ["window", "min_n", "empty", "times"]),
      .form("scheme", with: ["period", "of", "weight"], needs: ["node"]),
      .excludes(
        "obligations",
        ["view", "scheme", "node", "period", "of", "weight"]
          + ["where", "value", "dated_by", "unique", "first", "covered_by"]),
    ])

  static let daysAfter = Shape(
    "days-after", "某个日期之后若干天", "a date some days later",
    [.required("days_after", .tuple(.text, .integer(.within(-36_600...36_600))), "[列, 天数]", "[column, days]")])

  static let unique = Shape(
    "unique", "去重", "one row of those that are the same",
    [
      .required("by", .text, "哪一列相同", "the column that is the same"),
      .required("keep", .pattern("^max "), "max 列：留值最大的那行", "max column: the row with the greatest value"),
      .optional(
        "then", .pattern("^min "), "min 列：keep 相同时留值最小（日期最早）的那行",
        "min column: of equal ones the row with the smallest value, or the earliest day"),
      .optional(
        "across", .words("units", "register"), "跨单位去重：units 方案评的单位，register 名册上所有单位",
        "across units too: those of the scheme, or all of the register"),
    ])

  static let first = Shape(
    "first", "先在小组里合成", "a first stage by groups",
    [
      .required("by", .text, "按哪一列分小组", "the column of the groups"),
      .required("take", .reducer, "每组怎样合成", "how a group becomes one number"),
      .optional("over", .text, "成员名单所在的表，没有行的成员记 0", "the table of members; those without rows are 0"),
      .optional("then", .steps, "每组的数再换算（P = 1）", "steps on each group's number (P = 1)"),
    ])

  static let denominator = Shape(
    "denominator", "除以什么", "what a measure is divided by",
    [
      .required("table", .text, "哪张表", "the table"),
      .optional("where", .expression, "选哪些行", "which rows count"),
      .optional("value", .expression, "每行取什么值", "the value of a row"),
      .required("take", .reducer, "怎样合成一个数", "how rows become one number"),
      .optional("window", .window, "看多长的时间", "the time that is looked at"),
    ])

  static let trimmed = Shape(
    "trimmed-mean", "去掉最高和最低", "a mean without the extremes",
    [.required("trimmed", .mapping(.trimming), "去掉几个", "how many go")])

  static let trimming = Shape(
    "trimming", "去掉几个最高和最低", "how many extremes go",
    [
      .required("drop", .whole(.counts(from: 1)), "各去掉几个", "how many at each end"),
      .required("min", .whole(.counts(from: 1)), "至少有几个才去", "the least number for that"),
      .required("else", .reducer, "不足时怎样合成", "what is taken of fewer"),
    ])

  static let years = Shape(
    "years", "滚动几年", "a window of years", [.required("years", .whole(Measure.Window.yearCounts), "几年", "how many")])

  static let lastRuns = Shape(
    "last-runs", "最近几期", "the last runs",
    [.required("last", .whole(SchemeReference.Selection.lastCounts), "几期", "how many")])
}

extension ShapeValue {
  static let reducer: ShapeValue = ShapeValue.named(
    "reducer", "怎样合成一个数", "how values become one number",
    .anyOf([.words(SchemeReading.reducerWords), .mapping(.trimmed)]))

  static let window = ShapeValue.named(
    "window", "看多长的时间：本期、本年至今、截至期末、包含本期，或滚动几年", "the time that is looked at",
    .anyOf([.words(Measure.Window.words.keys.sorted()), .mapping(.years)]))

  static let schemePeriod = ShapeValue.anyOf([.words("same", "year", "latest"), .mapping(.lastRuns)])
}
