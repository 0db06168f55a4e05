import Documents

/// What facts and comparisons hold.
extension Shape {
  static let comparisons = Comparison.Relation.allCases.map(\.rawValue)

  static let comparisonKeys: [Key] = [
    .optional("at_least", .number, "不低于", "not less than"),
    .optional("at_most", .number, "不高于", "not more than"),
    .optional("above", .number, "高于", "more than"),
    .optional("below", .number, "低于", "less than"),
    .optional("is", .number, "等于", "equal to"),
  ]

  /// One comparison and nothing else.
  static let comparison = Shape(
    "comparison", "一个比较", "a comparison", comparisonKeys, rules: [.oneOf(comparisons)])

  /// A measure compared with a number.
  static let measureTest = Shape(
    "measure-test", "度量达到某个数", "a test on a measure",
    [.required("measure", .text, "度量", "the measure")] + comparisonKeys, rules: [.oneOf(comparisons)])

  /// A fact, or a count compared with a number.
  static let factReference = Shape(
    "fact-reference", "引用一个事实", "a fact by its name",
    [.required("fact", .text, "事实", "the fact")] + comparisonKeys, rules: [.oneOf(comparisons, isRequired: false)])

  static let fact: Shape = Shape(
    "fact", "事实：是或否", "a fact: a test on measures, presence and register",
    [
      .optional("any", .list(.mapping(.fact)), "任一成立", "any of them holds"),
      .optional("all", .list(.mapping(.fact)), "全部成立", "all of them hold"),
      .optional("none", .list(.mapping(.fact)), "都不成立", "none of them holds"),
      .optional("count", .anyOf([.list(.mapping(.fact)), .mapping(.childCount)]), "成立的个数", "how many hold"),
      .optional("measure", .text, "度量的值", "a measure's value"),
      .optional("node", .text, "指标下有没有数据", "whether a node's leaves have data"),
      .optional("measures_at_least", .whole(.counts(from: 1)), "至少有几个末级指标有数据", "so many leaves have a value"),
      .optional("share_with_value", .mapping(.comparison), "有数据的末级指标占多少", "the share of leaves with a value"),
      .optional("share_not_zero", .mapping(.comparison), "不为零的末级指标占多少", "the share of leaves that are not 0"),
      .optional("register", .text, "名册的列", "a register column"),
      .optional("is", .anyOf([.text, .number]), "等于", "is this text or number"),
      .optional("in", .texts, "是其中之一", "is one of these texts"),
      .optional("after", .dateBound, "晚于", "after this day"),
      .optional("before", .dateBound, "早于", "before this day"),
      .optional("fact", .text, "另一个事实", "another fact"),
      .optional("member_of", .text, "是这一类单位的成员", "the unit is a member of one of this kind"),
    ] + comparisonKeys.filter { $0.name != "is" },
    rules: [
      .oneOf(["any", "all", "none", "count", "measure", "node", "register", "fact", "member_of"]),
      .form("any"), .form("all"), .form("none"), .form("count"), .form("measure", choose: comparisons),
      .form("node", choose: ["measures_at_least", "share_with_value", "share_not_zero"]),
      .form("register", choose: ["is", "in", "after", "before"]), .form("fact", with: comparisons), .form("member_of"),
    ])

  static let childCount = Shape(
    "child-count", "有几个下级够数", "how many children have enough leaves",
    [
      .required("children_of", .text, "哪个指标的下级", "the node whose children are counted"),
      .required("having", .mapping(.presence), "怎样算够数", "what each must have"),
    ])

  static let presence = Shape(
    "presence", "至少有几个末级指标有数据", "least leaves with a value",
    [.required("measures_at_least", .whole(.counts(from: 1)), "至少几个", "at least so many")])

  static let monthsBefore = Shape(
    "months-before", "某日往前若干个月", "months before a day",
    [
      .required(
        "months_before", .tuple(.words(of: Expression.Moment.self), .integer(.within(0...1200))), "[哪一天, 月数]",
        "[the day, months]")
    ])
}

extension ShapeValue {
  static let dateBound = ShapeValue.anyOf([.text, .mapping(.monthsBefore)])
}
