import Documents

/// What steps hold. A step is a word, or a mapping of one word to its settings.
extension Shape {
  static let step = Shape(
    "step-setting", "一步换算", "one step",
    [
      .optional("linear", .pairs, "各点 [x, 得分] 之间按直线", "straight lines between points [x, gives]"),
      .optional(
        "bands", .anyOf([.pairs, .mapping(.matrix)]), "分档 [不低于, 得]，从高到低", "bands [at least, gives], from above"),
      .optional("proportional", .mapping(.proportional), "按比例得分", "points in proportion"),
      .optional("deduct", .mapping(.each), "从满分起每 1 扣", "takes for each, from full points"),
      .optional("add", .mapping(.each), "从 0 起每 1 加", "gives for each, from 0"),
      .optional("required", .mapping(.requiredTimes), "应做几次，每次几分", "so many times required, points for each"),
      .optional("pass", .mapping(.comparison), "达到得满分，否则 0", "full points or none"),
      .optional("goalposts", .mapping(.goalposts), "在上下界之间按比例", "in proportion between bounds"),
      .optional("zscore", .mapping(.zScore), "标准分", "the z-score"),
      .optional("minmax", .mapping(.minMax), "最小与最大之间按比例", "in proportion between least and greatest"),
      .optional("rank", .mapping(.rankStep), "名次", "the rank"),
      .optional("borda", .mapping(.overOnly), "博尔达计分", "Borda points"),
      .optional("percentile", .mapping(.overOnly), "百分位", "the percentile"),
      .optional("distance", .anyOf([.words("best"), .mapping(.distance)]), "与目标的距离", "the distance to a target"),
      .optional("share_of_best", .mapping(.overOnly), "占最高值的比例", "the share of the best value"),
      .optional(
        "impute", .anyOf([.words("last_period", "between_periods"), .mapping(.impute)]), "补缺", "fills what is missing"),
      .optional("treat", .mapping(.treat), "处理极端值", "treats outliers"),
      .optional(
        "clamp", .tuple(.anyOf([.operand, .nothing]), .anyOf([.operand, .nothing])), "限制在 [下界, 上界]，~ 是不限",
        "within [low, high]; ~ is no bound"),
      .optional("round", .integer(.within(0...9)), "四舍五入到几位", "rounds to so many decimals"),
      .optional("times", .operand, "乘以", "a factor"),
      .optional("drop_if", .mapping(.dropIf), "数据太少就不用", "drops the leaf for all units"),
    ],
    rules: [
      .oneOf([
        "linear", "bands", "proportional", "deduct", "add", "required", "pass", "goalposts", "zscore", "minmax", "rank",
        "borda", "percentile", "distance", "share_of_best", "impute", "treat", "clamp", "round", "times", "drop_if",
      ])
    ])

  static let matrix = Shape(
    "matrix", "两个方向分档", "bands in two directions",
    [
      .required("across", .text, "横向的度量", "the measure of the columns"),
      .required("columns", .list(.operand, atLeast: 1), "横向各档的下限，从高到低", "lower bounds of the columns, from above"),
      .required(
        "rows", .list(.tuple(.operand, .list(.operand, atLeast: 1)), atLeast: 1), "各行 [不低于, [各档得分]]",
        "rows [at least, [gives by column]]"),
    ])

  static let proportional = Shape(
    "proportional", "按比例得分", "points in proportion",
    [.required("full", .operand(.above(0)), "得满分的数", "what gives full points")])

  static let each = Shape(
    "each", "每 1 多少分", "so much for each",
    [
      .required("each", .operand, "每 1 多少分", "points for each"),
      .optional("at_most", .operand(.atLeast(0)), "最多多少分", "at most so many points"),
    ])

  static let requiredTimes = Shape(
    "required-times", "应做几次", "so many times required",
    [
      .required("times", .operand(.above(0)), "应做几次", "the times that are required"),
      .required("each", .operand(.atLeast(0)), "每次几分", "points for each"),
      .optional("further", .operand(.atLeast(0)), "超出的每次几分（默认 0）", "points for each further one (0)"),
      .optional("at_most", .operand(.atLeast(0)), "最多多少分", "at most so many points"),
    ])

  static let goalposts = Shape(
    "goalposts", "在上下界之间按比例", "in proportion between bounds",
    [
      .required("bounds", .tuple(.operand, .operand), "[下界, 上界]", "[low, high]"),
      .optional("scale", .words("linear", "ln"), "ln 先取对数", "ln: of logarithms"),
      .optional("to", .interval, "换到 [低, 高]（默认 0 到 1）", "onto [low, high] (0 to 1)"),
    ])

  private static let over = Key.optional("over", .population, "看哪些单位", "the units that are looked at")

  static let zScore = Shape(
    "zscore", "标准分", "the z-score",
    [over, .optional("to", .tuple(.number, .number(.above(0))), "[平均值, 标准差]", "[mean, standard deviation]")])

  static let minMax = Shape(
    "minmax", "最小与最大之间按比例", "in proportion between least and greatest",
    [
      over, .optional("to", .interval, "换到 [低, 高]（默认 0 到 1）", "onto [low, high] (0 to 1)"),
      .optional(
        "bounds", .anyOf([.words("observed"), .tuple(.operand, .operand), .mapping(.population)]),
        "observed 实际的，[低, 高]，或 {frozen: 期}", "observed, [low, high], or {frozen: period}"),
    ])

  static let rankStep = Shape(
    "rank-step", "名次", "the rank",
    [over, .optional("order", .words(of: Step.Order.self), "从高到低（默认）或从低到高", "the order (descending)")])

  static let overOnly = Shape("over-only", "看哪些单位", "the units that are looked at", [over])

  static let distance = Shape(
    "distance", "与目标的距离", "the distance to a target",
    [
      over, .optional("unit", .text, "以某个单位为目标", "the unit that is the target"),
      .optional("target", .operand, "目标", "the target"),
      .optional("cap", .boolean, "超过目标的不再加", "nothing beyond the target"),
    ],
    rules: [.oneOf(["unit", "target"], isRequired: false), .needs("cap", ["target"])])

  static let impute = Shape(
    "impute", "补缺", "fills what is missing",
    [
      .optional("mean", .text, "同组的平均值：名册的列或 all", "the mean of the group: a register column, or all"),
      .optional("median", .text, "同组的中位数：名册的列或 all", "the median of the group: a register column, or all"),
      .optional("siblings", .words(of: Step.Imputation.Center.self), "同级指标的平均值或中位数", "the mean or median of siblings"),
      .optional("direction", .operand, "方向：row.列名", "the direction: row.column"),
      .optional("last_period", .mapping(.lastPeriod), "用前几期的值", "the value of an earlier period"),
    ],
    rules: [
      .oneOf(["mean", "median", "siblings", "last_period"]), .form("mean"), .form("median"),
      .form("siblings", with: ["direction"]), .form("last_period"),
    ])

  static let lastPeriod = Shape(
    "last-period", "用前几期的值", "the value of an earlier period",
    [.required("at_most", .whole(Step.Imputation.periodCounts), "最多往前几期", "at most so many periods back")])

  static let treat = Shape(
    "treat", "处理极端值", "treats outliers",
    [
      over, .optional("skew", .number(.above(0)), "偏度界限（默认 2）", "the bound of skewness (2)"),
      .optional("kurtosis", .number, "峰度界限（默认 3.5）", "the bound of kurtosis (3.5)"),
      .optional("winmax", .whole(.counts(from: 0)), "最多缩尾几个（默认 5）", "at most so many are winsorised (5)"),
      .optional("then", .words(of: Step.Treatment.Transform.self), "仍不行时的变换（默认 log_ct）", "what follows (log_ct)"),
      .optional("combined", .boolean, "两种方法合用", "both together"),
      .optional("force", .boolean, "不看偏度和峰度，一律缩尾 winmax 个", "winsorises winmax points whatever the shape"),
    ])

  static let dropIf = Shape(
    "drop-if", "数据太少就不用", "drops the leaf for all units",
    [.required("units_below", .whole(.counts(from: 1)), "有数据的单位少于", "fewer units with data than this")])
}

extension ShapeValue {
  /// A number, or `row.column` under `leaves`.
  static let operand = operand(.none)
  static func operand(_ limits: Limits) -> ShapeValue { .anyOf([.number(limits), .rowColumn]) }

  static let interval = ShapeValue.tuple(.number, .number)
  static let pairs = ShapeValue.list(.tuple(.operand, .operand), atLeast: 1)

  static let step: ShapeValue = ShapeValue.named(
    "step", "一步换算：一个词，或词和它的参数", "a step: a word, or a word with its settings",
    .anyOf([
      .words("pass", "zscore", "minmax", "rank", "borda", "percentile", "distance", "share_of_best", "treat"),
      .mapping(.step),
    ]))

  /// One step or several.
  static let steps = ShapeValue.anyOf([.list(.step), .step])
}
