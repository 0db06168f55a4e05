import Documents

/// What `obligations.yaml` holds.
extension Shape {
  package static let obligations = Shape(
    "obligations", "一个体系的应报应办事项", "the obligations of a system",
    [
      .optional("table", .text, "方案读取时用的表名（默认 应报清单）", "the table as which schemes read them (应报清单)"),
      .required("obligations", .list(.mapping(.obligation)), "各事项", "the obligations"),
    ])

  static let obligation = Shape(
    "obligation", "一个应报应办事项", "an obligation",
    [
      .required("id", .text, "名称，不重复", "its id, once"),
      .optional("name", .text, "显示的名称（默认同 id）", "its name for people (the id)"),
      .optional("basis", .text, "依据的条款", "the clause that asks for it"),
      .optional("tags", .texts, "标签，度量可按标签取", "tags by which measures take it"),
      .optional("owes", .mapping(.owes), "谁应报（默认所有单位）", "who owes it (all units)"),
      .required(
        "cadence", .anyOf([.words(of: CadenceWord.self), .mapping(.cadence)]), "多久一次", "how often"),
      .optional("from", .text, "从哪天起应报", "the first day on which it is owed"),
      .optional("to", .text, "到哪天为止应报", "the last day on which it is owed"),
      .optional("skip", .texts, "哪些期间不报", "periods for which it is not owed"),
      .optional("opens", .mapping(.dayRule), "从哪天起可以报（默认期初）", "the first day on which it can be filed"),
      .required("due", .mapping(.dayRule), "按时的最后一天", "the last day that is on time"),
      .optional("marks", .texts, "须具备的签章；缺一即退回补正", "marks it must bear; one that lacks returns it"),
      .required("matched_by", .mapping(.matching), "报送记录在哪里", "where filings are recorded"),
      .optional("excused", .mapping(.reasonColumn), "免报理由所在的列", "the column of reasons that excuse"),
      .optional(
        "not_applicable", .mapping(.reasonColumn), "不适用理由所在的列", "the column of reasons for which it does not apply"),
      .optional(
        "remind", .anyOf([.integer(.within(0...366)), .list(.integer(.within(0...366)))]), "提前几天提醒（默认 10）",
        "days before the due day on which it is due soon (10)"),
      .optional("counts", .boolean, "是否计入度量（默认 true）", "whether measures see it (true)"),
      .optional("evidence", .text, "要交什么，写入催报通知", "what is asked for, told in reminders"),
      .optional("recipient", .text, "交给谁，列入待办", "whom it goes to, told in the list of what is to be done"),
      .optional("verb", .text, "催报通知里的动词，如 走访、召开（默认 报送）", "the Chinese verb of reminders (报送)"),
    ])

  static let owes = Shape(
    "owes", "谁应报", "who owes it",
    [
      .optional("kind", .texts, "单位类别", "the kinds of unit"),
      .optional("where", .expression, "按名册的列筛选", "a test over register columns"),
      .optional("each", .mapping(.roster), "名单上每人一份", "one for every member that a table lists"),
    ])

  static let roster = Shape(
    "roster", "名单", "a list of members",
    [
      .required("table", .text, "名单所在的表", "the table of members"),
      .required("by", .text, "姓名或编号所在的列", "the column that names the member"),
    ])

  static let cadence = Shape(
    "cadence", "不按历法的周期", "a cadence that no calendar gives",
    [
      .optional("phase", .text, "工作区设置里的一个阶段，报一次", "once, for a phase of the workspace"),
      .optional("after", .mapping(.events), "每发生一件事，报一次", "once for every event"),
    ], rules: [.oneOf(["phase", "after"])])

  static let events = Shape(
    "events", "触发的事", "the events",
    [
      .required("table", .text, "哪张表，一行一件事", "the table of events"),
      .required("date", .text, "事情发生之日所在的列", "the column of the day"),
      .optional("where", .expression, "选哪些行", "which rows are events"),
    ])

  static let dayRule = Shape(
    "day-rule", "哪一天", "a day",
    [
      .optional("from", .words(of: DayRule.Anchor.self), "从哪天数起", "where counting starts"),
      .optional("months", .integer(.within(-120...120)), "先过几个月", "so many months later"),
      .optional("day", .anyOf([.words("last"), .integer(.within(1...31))]), "再取那个月的几号", "then that day of the month"),
      .optional("days", .integer(.within(-3660...3660)), "再过几天", "then so many days later"),
      .optional("working_days", .integer(.within(0...250)), "再过几个工作日", "then so many working days later"),
      .optional("date", .text, "月-日 02-28，或某年某日 2026-06-30", "a day of the year, 02-28, or one day, 2026-06-30"),
      .optional(
        "year", .words(of: DayRule.YearShift.self), "月-日在哪一年（默认 same：期间开始的那年）",
        "the year of a day of the year (same: that in which the period begins)"),
    ],
    rules: [
      .oneOf(["from", "date"]), .form("from", with: ["months", "day", "days", "working_days"]),
      .form("date", with: ["year"]),
    ])

  static let matching = Shape(
    "matching", "报送记录", "where filings are recorded",
    [
      .required("table", .text, "哪张表", "the table"),
      .optional("where", .expression, "选哪些行", "which rows are filings of it"),
      .required("filed", .text, "收到日所在的列", "the column of the day on which it came"),
      .optional("period", .text, "所属期间所在的列（默认按收到日判断）", "the column of the period (the day decides)"),
      .optional("member", .text, "成员所在的列（与 each 同写）", "the column of the member, with each"),
      .optional("marks", .map(.text), "每个签章对应的是否列", "for each mark the yes-or-no column"),
      .optional("mended", .text, "补正齐全之日所在的列", "the column of the day on which the marks were complete"),
    ])

  static let reasonColumn = Shape(
    "reason-column", "写理由的列", "a column of reasons",
    [.required("column", .text, "列名；非空即有理由", "the column; a reason is anything but empty")])
}

enum CadenceWord: String, CaseIterable {
  case month, quarter, half, year, once
  var cadence: Obligation.Cadence {
    switch self {
    case .month: .every(.month)
    case .quarter: .every(.quarter)
    case .half: .every(.half)
    case .year: .every(.year)
    case .once: .once
    }
  }
}
