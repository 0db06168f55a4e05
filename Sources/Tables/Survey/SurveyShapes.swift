import Documents

/// What a table spec says of surveys.
extension Shape {
  static let survey = Shape(
    "survey", "问卷平台的导出", "an export of a survey product",
    [
      .required(
        "form", .words(of: SurveyRule.Form.self), "哪个平台：wjx 问卷星、odk、kobo、limesurvey",
        "the product: wjx, odk, kobo or limesurvey"),
      .optional(
        "export", .words(of: SurveyRule.Export.self),
        "文件名没有写明时按哪种导出读：text 按文本（默认）、number 按序号、score 按分数",
        "what a file is taken for whose name does not say it: text (the default), number or score"),
      .optional(
        "zone", .pattern("[+-][0-9]{2}:[0-9]{2}"), "带时区的时间换成哪个时区，如 \"+08:00\"",
        "the zone whose days count, for times that carry one: \"+08:00\""),
      .optional(
        "drafted", .mapping(.surveyDraft), "由 survey map 起草：谁在哪天核对过", "drafted by survey map: who checked it, and when"),
    ])

  static let surveyDraft = Shape(
    "survey-drafted", "由 survey map 起草", "drafted by survey map",
    [
      .required("from", .text, "起草所据的文件", "the file that it was drafted from"),
      .optional("by", .text, "核对人：角色", "who checked it: a role"),
      .optional("on", .text, "核对日期", "the day on which it was checked"),
    ])

  static let careless = Shape(
    "careless", "粗答：只作标记，不删除", "careless answers: marked, never left out by the import",
    [
      .required("column", .text, "标记存在哪一列（0 或 1），方案中可写 粗答 = 0", "the stored column of the mark, 0 or 1"),
      .optional("fast", .mapping(.carelessFast), "答得太快", "answered too fast"),
      .optional("straight_line", .mapping(.carelessLine), "各题答得一样", "the same answer throughout"),
      .optional("duplicates", .mapping(.carelessTwins), "与前面的答卷完全一样", "the same as an earlier row"),
      .optional(
        "same_source", .anyOf([.words("off"), .mapping(.carelessSource)]),
        "同一来源太多（默认 off）；来源只在导入时计数，不入库", "too many from one source (off); the source is counted and never kept"),
    ], rules: [.anyOf(["fast", "straight_line", "duplicates", "same_source"])])

  static let carelessFast = Shape(
    "careless-fast", "答得太快", "answered too fast",
    [
      .required("column", .text, "用时所在的列", "the column of the duration"),
      .required("under_s", .number(.above(0)), "少于多少秒", "under so many seconds"),
    ])

  static let carelessLine = Shape(
    "careless-line", "各题答得一样", "the same answer throughout",
    [
      .required("columns", .list(.text, atLeast: 2), "哪些题", "the questions"),
      .required("at_least", .integer(.atLeast(2)), "至少答了多少题", "at least so many of them answered"),
    ])

  static let carelessTwins = Shape(
    "careless-twins", "与前面的答卷完全一样", "the same as an earlier row",
    [.required("columns", .list(.text, atLeast: 1), "比较哪些列", "the columns that are compared")])

  static let carelessSource = Shape(
    "careless-source", "同一来源太多", "too many from one source",
    [
      .required("column", .text, "来源所在的列，必须是drop的列", "the column of the source, which must be dropped"),
      .required("more_than", .integer(.atLeast(1)), "多于几份", "more rows than this"),
    ])

  static let choices = Shape(
    "choices", "多选题或排序题：每个选项一列", "several options, or an order of them: a stored column for each",
    [
      .required(
        "options", .anyOf([.list(.text, atLeast: 1), .map(.text)]), "选项，按问卷中的顺序；或“选项文字: 列名”",
        "the options in the order of the questionnaire, or their texts with names for the columns"),
      .optional("separator", .text, "选项之间的符号（问卷星 ┋，排序 →，其余为空格）", "what stands between options"),
      .optional("ranked", .boolean, "排序题：存各选项的名次", "an order: the place of each option is stored"),
    ])
}

extension ShapeValue {
  static let codes = ShapeValue.named(
    "codes", "选项的代码：按问卷顺序的列表，或“代码: 选项”",
    "codes of options: a list in the order of the questionnaire, or codes with options",
    .anyOf([.list(.text), .map(.text)]))
}
