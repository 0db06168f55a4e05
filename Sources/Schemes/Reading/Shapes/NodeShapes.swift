import Documents

/// What nodes hold.
extension Shape {
  /// What a node says beside its source and its share.
  private static let ruleKeys: [Key] = [
    .optional("steps", .list(.step), "换算，按写的顺序", "steps, in this order"),
    .optional("missing", .words(of: MissingPolicy.self), "本指标缺失时", "when this node is missing"),
    .optional("leaves_missing", .words(of: MissingPolicy.self), "下面的末级指标缺失时", "when a leaf below is missing"),
    .optional("coverage", .anyOf([.number(.share), .mapping(.coverage)]), "覆盖率低于此视为缺失", "less coverage is missing"),
    .optional("applies", .mapping(.factReference), "事实不成立就不适用", "not applicable unless the fact holds"),
    .optional("zero_when", .mapping(.measureTest), "达到某个数就计 0 分", "0 when the measure reaches this"),
    .optional("override", .mapping(.override), "可由人决定分值", "people may decide its value"),
    .optional("own", .boolean, "各单位自己的指标", "a node of each unit's own"),
    .optional("basis", .text, "依据的条款", "the clause that it rests on"),
    .optional("tags", .texts, "标签", "tags"),
  ]

  static let node: Shape = Shape(
    "node", "指标", "a node of the tree",
    [
      .required("id", .text, "代号", "its id"),
      .optional("name", .text, "名称；不写就用代号", "its name; the id if absent"),
      .optional("points", .number(.above(0)), "分值", "its points"),
      .optional("weight", .anyOf([.number(.above(0)), .mapping(.weightByN)]), "权重", "its weight"),
      .optional("measure", .text, "来源：一个度量", "its source: a measure"),
      .optional(
        "hands", .map(.anyOf([.text, .mapping(.hand)])), "来源：几方各自打分", "its source: several hands"),
      .optional("hand_steps", .map(.anyOf([.steps, .nothing])), "各方的换算", "steps of each hand"),
      .optional("prevail", .list(.text, atLeast: 1), "各方以谁为准，按先后", "the hand that prevails, in this order"),
      .optional("difference", .mapping(.difference), "各方相差过大时", "when hands differ too much"),
      .optional("of", .aggregation, "怎样由下级或各方合成", "how children or hands become one value"),
      .optional("children", .list(.mapping(.node)), "来源：下级指标", "its source: children"),
      .optional("weights", .words("equal", "shares"), "下级的权重：都相等，或是份额", "children weigh the same, or by shares"),
      .optional("leaves", .mapping(.leaves), "来源：从表里来的指标", "its source: rows of a table"),
    ] + ruleKeys,
    rules: [
      .oneOf(["measure", "hands", "children", "leaves"]), .oneOf(["points", "weight"], isRequired: false),
      .form("measure"), .form("hands", with: ["hand_steps", "difference"], choose: ["prevail", "of"]),
      .form("children", with: ["weights"], needs: ["of"]), .form("leaves", with: ["weights"], needs: ["of"]),
    ])

  static let weightByN = Shape(
    "weight-by-n", "按份数加权", "weight by n", [.required("n_of", .text, "哪个度量的份数", "the measure whose n it is")])

  static let hand = Shape(
    "hand", "一方的打分", "a hand",
    [
      .required("measure", .text, "度量", "the measure"),
      .optional("weight", .number(.above(0)), "权重（of: mean 时）", "its weight (of: mean)"),
      .optional("steps", .list(.step), "换算", "its steps"),
    ])

  static let difference = Shape(
    "difference", "各方相差过大时", "when hands differ too much",
    [
      .required("over", .number(.atLeast(0)), "相差超过", "a difference of more than this"),
      .optional("reason", .words(of: ReasonRule.self), "是否要写理由", "whether a reason must be given"),
    ])

  static let coverage = Shape(
    "coverage", "覆盖率", "coverage",
    [
      .optional("by", .words("children", "count"), "按下级的比例或个数算", "by share or number of children"),
      .required(
        "at_least", .anyOf([.number(.share), .whole(.counts(from: 1))]), "比例或个数不低于",
        "a share, or a number of children, not less than this"),
    ])

  static let override = Shape(
    "override", "可由人决定分值", "people may decide the value",
    [
      .optional("role", .text, "谁可以决定", "who may"),
      .optional("reason", .words(of: ReasonRule.self), "是否要写理由", "whether a reason must be given"),
    ])

  static let leaves = Shape(
    "leaves", "从表里来的指标", "leaves from the rows of a table",
    [
      .required("from", .text, "指标表", "the table of leaves"),
      .required("id", .text, "代号所在的列", "the column of the ids"),
      .optional("where", .expression, "选哪些行", "which rows"),
      .optional("parent", .text, "上级所在的列", "the column of the parents"),
      .optional("weight", .text, "权重所在的列", "the column of the weights"),
      .optional("of", .map(.aggregation), "个别上级怎样合成", "how single inner nodes aggregate"),
      .optional("inner", .mapping(.innerNode), "所有中间指标的规则", "what holds of all inner nodes"),
      .optional("nodes", .map(.mapping(.innerNode)), "个别中间指标的规则", "what holds of single inner nodes"),
      .required("measure", .mapping(.columnOf), "数在哪里", "where the numbers are"),
      .optional("steps", .list(.step), "每个末级指标的换算", "steps of each leaf"),
      .optional("group", .text, "组所在的列", "the column of the groups"),
      .optional("groups", .mapping(.leafGroups), "各组", "the groups"),
    ],
    rules: [
      .oneOf(["parent", "group"], isRequired: false), .needs("group", ["groups"]), .needs("groups", ["group"]),
      .needs("of", ["parent"]),
    ])

  static let innerNode = Shape(
    "inner-node", "从表里来的中间指标", "an inner node that comes from a table",
    [.optional("name", .text, "名称；不写就用代号", "its name; the id if absent")] + ruleKeys)

  static let columnOf = Shape(
    "column-of", "数在哪里", "where the numbers are",
    [
      .required("column_of", .text, "以代号为列名的表", "the table that has a column of each id"),
      .optional("per", .rowColumn, "除以哪一列：row.列名", "the column to divide by: row.column"),
    ])

  static let leafGroups = Shape(
    "leaf-groups", "各组", "groups of leaves",
    [
      .required("from", .text, "组的表", "the table of groups"),
      .required("weight", .text, "权重所在的列", "the column of the weights"),
      .required("of", .aggregation, "组内怎样合成", "how a group aggregates"),
      .optional("steps", .list(.step), "组的换算", "steps of each group"),
    ])

  static let aggregation = Shape(
    "aggregation-setting", "带参数的合成", "an aggregation with a number",
    [
      .optional("power", .number, "幂平均的指数，不为 0", "the exponent of a power mean, not 0"),
      .optional("best", .whole(.counts(from: 1)), "取最好的几个", "the mean of the best so many"),
      .optional("trimmed", .whole(.counts(from: 1)), "各去掉几个最高和最低", "a mean without so many at each end"),
      .optional("copeland", .words("leaves"), "两两比较末级指标", "pairwise comparison on leaves"),
    ],
    rules: [.oneOf(["power", "best", "trimmed", "copeland"])])
}

extension ShapeValue {
  static let aggregation = ShapeValue.named(
    "aggregation", "怎样合成", "how values become one",
    .anyOf([.words(Node.Aggregation.words.keys.sorted()), .mapping(.aggregation)]))

  static let rowColumn = ShapeValue.pattern("^row\\..")
}
