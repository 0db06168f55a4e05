import Documents

/// What a request for data holds.
extension Shape {
  static let data = data("data", "取什么数据；值是方案", "a request for data of a scheme", DataRequest.Kind.allCases)

  static let tableData = data(
    "table-data", "表和图的数据；值是方案", "data of a scheme for tables and charts",
    DataRequest.Kind.tables)

  static let sentenceData = data(
    "sentence-data", "算出来的句子；值是方案", "computed sentences about a scheme",
    DataRequest.Kind.sentences)

  private static func data(
    _ name: String, _ chinese: String, _ english: String, _ kinds: [DataRequest.Kind]
  ) -> Shape {
    Shape(
      name, chinese, english,
      kinds.map { kind in
        let value: ShapeValue = kind.isOfSystem ? .boolean : .text
        return .optional(kind.rawValue, value, kind.gloss.chinese, kind.gloss.english)
      } + [
        .optional(
          "periods", .texts, "比较哪两期：previous、last_year、current 或期间",
          "the two periods: previous, last_year, current, or ids"),
        .optional("node", .text, "改看另一个指标（scores）", "another node (scores)"),
        .optional("unit", .text, "哪个单位；在逐个单位的报告里写 $unit", "which unit; $unit where a report goes through units"),
        .optional("state", .text, "哪些问题，如 未销号、超期（problems）", "which problems, such as open or overdue"),
        .optional("top", .integer(.atLeast(1)), "只取前几行", "only the first rows"),
      ], rules: [.oneOf(kinds.map(\.rawValue), isRequired: true)])
  }
}

extension DataRequest.Kind {
  static let tables: [Self] = [
    .scores, .dimensions, .compare, .below, .notGraded, .rejects, .titles, .parts, .losses, .grounds, .problems,
    .rectification,
    .due,
  ]
  static let sentences: [Self] = [
    .leaders, .changes, .below, .missing, .titles, .result, .strengths, .ways, .matters,
  ]

  fileprivate var gloss: Gloss {
    switch self {
    case .scores: Gloss("这个方案各单位的得分与名次", "scores and ranks of the scheme's units")
    case .dimensions: Gloss("各单位各维度的得分比例", "shares of each dimension")
    case .compare: Gloss("两期比较", "two periods side by side")
    case .below: Gloss("不在最高一档的单位", "who is below which line")
    case .rejects: Gloss("搁置的行，写 true", "rows that were set aside; write true")
    case .notGraded: Gloss("不予评定的单位", "units that are not graded")
    case .leaders: Gloss("各组领先的单位", "who leads each group")
    case .changes: Gloss("与上一期的不同", "what differs from the last period")
    case .missing: Gloss("缺什么", "what is missing")
    case .parts: Gloss("一个单位的各维度和本组中位", "a unit's dimensions beside its group's middle")
    case .losses: Gloss("一个单位的失分和出处", "what cost a unit points, and where that stands")
    case .grounds: Gloss("一个单位的失分和全部依据", "what cost a unit points, with all of the evidence")
    case .result: Gloss("一个单位的结果", "a unit's result")
    case .strengths: Gloss("一个单位的长处", "what a unit is better in than most")
    case .ways: Gloss("怎样最快提高", "the nearest ways to gain")
    case .problems: Gloss("台账里的问题，写 true", "problems of the ledgers; write true")
    case .rectification: Gloss("各单位的整改情况，写 true", "each unit's rectification; write true")
    case .due: Gloss("逾期和将到期的应报应办，写 true", "what is overdue or due soon; write true")
    case .matters: Gloss("整改和应报应办的概况，写 true", "problems and obligations in sentences; write true")
    case .titles: Gloss("这个方案的称号：持有、还差、名额", "the scheme's titles: held, needed, places")
    }
  }
}
