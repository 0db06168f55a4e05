import Documents

/// What a scheme's file holds, from the top.
extension Shape {
  package static let scheme = Shape(
    "scheme", "评价方案", "a scheme",
    [
      .required("scheme", .text, "方案的代号", "the scheme's id"),
      .optional(
        "extends", .text, "同一文件夹里的方案文件，本文件只写不同之处", "a scheme file of the same folder; this one states what differs"),
      .optional("title", .text, "名称", "the title"),
      .optional("basis", .text, "依据", "what the scheme rests on"),
      .required("version", .quotedText, "版本，加引号写", "the version, in quotes"),
      .optional("approval", .mapping(.approval), "批准文号和日期", "the decision that approved it"),
      .optional("titles", .mapping(.titles), "谁持有称号", "who holds a title"),
      .optional("decisions", .text, "记录人工决定的表（默认“决定”）", "the table of people's decisions (决定)"),
      .optional("units", .mapping(.units), "评谁", "who is graded"),
      .optional("deferred", .list(.mapping(.factReference)), "暂缓：没有名次和等级", "not judged this time"),
      .optional("exempt", .list(.mapping(.factReference)), "免评：没有名次和等级", "not judged"),
      .optional("params", .map(.anyOf([.text, .boolean])), "有名字的值，用时写 $名字", "values with a name, used as $name"),
      .optional("defaults", .mapping(.defaults), "全方案的默认", "defaults of the whole scheme"),
      .optional("measures", .map(.mapping(.measure)), "度量：从行到一个数", "measures: rows to one number"),
      .optional("facts", .map(.mapping(.fact)), "事实：是或否", "facts: tests on measures, presence and register"),
      .required("nodes", .anyOf([.list(.mapping(.node)), .mapping(.node)]), "指标：从数到分", "nodes: numbers to scores"),
      .optional("combine", .mapping(.combine), "半年合成全年", "half-years to a year"),
      .optional("effect_groups", .map(.mapping(.effectGroup)), "加减分的分组上限", "limits on groups of effects"),
      .optional("effects", .list(.mapping(.effect)), "加减分与等级调整", "what acts on the result"),
      .optional("eligible", .list(.mapping(.factReference)), "各条都成立才评定", "conditions for a grade"),
      .optional("rank", .mapping(.rank), "名次", "the ranking"),
      .optional("grades", .mapping(.grades), "等级", "the grades"),
      .optional("examples", .list(.mapping(.example)), "算例，lint 时演算", "worked examples, run by lint"),
    ])

  static let approval = Shape(
    "approval", "批准", "the approval",
    [
      .required("文号", .text, "文号", "the number of the document"),
      .required("date", .text, "日期", "its date"),
    ])

  static let titles = Shape(
    "titles", "称号的名单", "the list of titles",
    [
      .required("table", .text, "名单所在的表", "the table of titles"),
      .required("current_at", .words(of: Titles.Moment.self), "哪一天持有算持有", "the day on which a title is held"),
      .optional("full_by", .integer(.within(1900...2199)), "哪一年年底全部达到", "the year by whose end all are to hold it"),
    ])

  static let units = Shape(
    "units", "评谁", "who is graded",
    [
      .optional("kind", .texts, "类别", "the kinds of unit"),
      .optional("where", .expression, "按名册的列筛选", "a test over register columns"),
      .optional(
        "peers", .anyOf([.text, .mapping(.peers)]), "分组的列，或 {fact: 事实}", "the column of peer groups, or {fact: name}"),
    ])

  static let peers = Shape(
    "peers", "按事实分组", "peers by a fact",
    [
      .required("fact", .text, "事实", "the fact"),
      .optional(
        "names", .map(.text), "各组的名称：{1: 成立的, 0: 不成立的}", "what the groups are called: {1: where it holds, 0: where not}"
      ),
    ])

  static let defaults = Shape(
    "defaults", "全方案的默认", "defaults of the whole scheme",
    [
      .optional("leaves_missing", .words(of: MissingPolicy.self), "末级指标缺失时怎么办", "what a missing leaf does"),
      .optional("coverage", .number(.share), "最上级的覆盖率低于此不予评定（默认 0）", "least coverage of a root (0)"),
      .optional("over", .population, "横向比较看哪些单位", "the units that cross-unit steps look at"),
      .optional("digits", .integer(.within(0...9)), "显示几位小数（默认 2）", "displayed decimals (2)"),
    ])

  static let combine = Shape(
    "combine", "半年合成全年", "half-years to a year",
    [
      .required(
        "year", .anyOf([.words("best", "last"), .mapping(.halves)]), "两个半年的权重，或 best 取高、last 取后",
        "weights of the halves, or best, or last"),
      .optional("one_missing", .words(of: MissingPolicy.self), "缺一个半年时", "when one half is missing"),
    ])

  static let halves = Shape(
    "halves", "两个半年的权重", "weights of the halves",
    [
      .required("H1", .number(.above(0)), "上半年", "the first half"),
      .required("H2", .number(.above(0)), "下半年", "the second half"),
    ])

  static let example = Shape(
    "example", "算例", "a worked example",
    [
      .required("name", .text, "名称", "its name"),
      .required("period", .text, "期间", "the period"),
      .optional("given", .map(.number), "度量的值；没写的缺失", "values of measures; others are missing"),
      .required("expect", .map(.anyOf([.number, .text])), "指标的分、missing 或等级", "scores of nodes, missing, or a grade"),
    ])
}

extension ShapeValue {
  static let population = ShapeValue.named(
    "population-choice", "看哪些单位", "the units that are looked at",
    .anyOf([.words(Population.words), .mapping(.population)]))
}

extension Shape {
  static let population = Shape(
    "population", "用别的期间的参数", "parameters of other periods",
    [
      .optional("frozen", .text, "用那一期的参数", "the parameters of that period's run"),
      .optional("periods", .list(.text, atLeast: 1), "几期合在一起", "several periods together"),
    ],
    rules: [.oneOf(["frozen", "periods"])])
}
