import Documents
import Register

/// What `datasets/<system>/ledgers.yaml` holds.
extension Shape {
  package static let ledgers = Shape(
    "ledgers", "问题台账：问题、措施、进展，时限、重复和回头看的算法",
    "ledgers of problems: problems, measures, steps, and what deadlines, repeats and later looks mean",
    [.required("ledgers", .list(.mapping(.ledger)), "各台账", "the ledgers")])

  static let ledger = Shape(
    "ledger", "一本台账", "a ledger",
    [
      .required("id", .text, "台账名，也是派生表的表名", "the ledger's name, and that of its derived table"),
      .required("problems", .mapping(.ledgerProblems), "问题在哪张表的哪些列", "the table and columns of the problems"),
      .optional("measures", .mapping(.ledgerMeasures), "整改措施，一个问题可有多条", "measures, several per problem"),
      .optional("steps", .mapping(.ledgerSteps), "整改进展，一条措施可有多次", "steps, several per measure"),
      .optional(
        "standing", .texts, "没有时限的写法，如长期坚持：未销号但不算超期", "words without a deadline: open, never overdue"),
      .optional("immediate", .mapping(.ledgerImmediate), "立即整改的写法和天数", "words for “at once”, and their days"),
      .optional(
        "soon", .list(.integer(.atLeast(0))), "剩余天数的分档，如 [10, 20]", "classes of days that are left, as [10, 20]"),
      .optional("revisit", .mapping(.ledgerRevisit), "何时应当回头看", "when somebody has to look again"),
      .optional("repeats", .mapping(.ledgerRepeats), "怎样算重复发生", "what makes a problem a repeat"),
      .optional("suggestions", .mapping(.ledgerSuggestions), "意见建议及采纳情况", "suggestions, and what became of them"),
    ])

  static let ledgerProblems = Shape(
    "ledger-problems", "问题在哪张表的哪些列", "the table and columns of the problems",
    [
      .required("table", .text, "数据表", "the table"),
      .required("id", .text, "编号", "the number of the problem"),
      .required("found", .text, "查出日期", "the day on which it was found"),
      .optional("kind", .text, "问题类别", "its kind"),
      .optional("text", .text, "存在问题", "what the problem is"),
      .optional("notified", .text, "下达日期", "the day on which the unit was told"),
      .optional("deadline", .text, "整改时限", "the deadline"),
      .optional("type", .text, "整改类型，如立行立改、长期坚持", "its type: at once, standing"),
      .optional("done", .text, "完成日期（自报）", "the day on which the unit declared it done"),
      .optional("verified", .text, "销号日期（经核实）", "the day on which it was verified"),
      .optional("revisited", .text, "回头看日期", "the day of the later look"),
      .optional("result", .text, "回头看结果", "what the later look found"),
      .optional("source", .text, "问题来源", "where it was found"),
    ])

  static let ledgerMeasures = Shape(
    "ledger-measures", "整改措施在哪张表的哪些列", "the table and columns of the measures",
    [
      .required("table", .text, "数据表", "the table"),
      .required("id", .text, "措施编号", "the number of the measure"),
      .required("problem", .text, "所属问题的编号", "the number of its problem"),
      .optional("deadline", .text, "措施的时限", "its deadline"),
      .optional("done", .text, "措施的完成日期", "the day on which it was done"),
    ])

  static let ledgerSteps = Shape(
    "ledger-steps", "整改进展在哪张表的哪些列", "the table and columns of the steps",
    [
      .required("table", .text, "数据表", "the table"),
      .required("measure", .text, "所属措施的编号", "the number of its measure"),
      .required("date", .text, "日期", "its day"),
      .optional("text", .text, "进展", "what was done"),
    ])

  static let ledgerImmediate = Shape(
    "ledger-immediate", "立即整改的写法和天数", "words for “at once”, and their days",
    [
      .required("words", .texts, "写法，如立行立改", "the words"),
      .optional(
        "days", .integer(.atLeast(0)), "查出后几日为时限（默认 0）", "the deadline lies so many days after the finding (0)"),
    ])

  static let ledgerRevisit = Shape(
    "ledger-revisit", "何时应当回头看", "when somebody has to look again",
    [
      .optional(
        "after", .words(of: LedgerSpec.Revisit.Origin.self), "从哪一日起算（默认 verified 销号）",
        "counted from: verified if absent"),
      .optional("months", .integer(.atLeast(0)), "几个月后", "so many months later"),
      .optional("days", .integer(.atLeast(0)), "几日后", "so many days later"),
    ],
    rules: [.anyOf(["months", "days"])])

  static let ledgerRepeats = Shape(
    "ledger-repeats", "怎样算重复发生", "what makes a problem a repeat",
    [
      .required(
        "by", .list(.words(of: LedgerSpec.Repeats.Trait.self), atLeast: 1), "哪些相同，如 [unit, kind]",
        "what is the same, as [unit, kind]"),
      .optional("within", .mapping(.ledgerWithin), "多长时间之内", "how soon"),
      .optional(
        "grain", .words(of: Period.Grain.self, without: [.phase, .day]), "前一问题未销号时，在以后多长的期再次查出才算（默认按行的期）",
        "while the earlier one is open, a later period of this grain counts; the rows' own if absent"),
    ])

  static let ledgerWithin = Shape(
    "ledger-within", "多长时间之内", "how soon",
    [.required("months", .integer(.atLeast(1)), "几个月", "so many months")])

  static let ledgerSuggestions = Shape(
    "ledger-suggestions", "意见建议及采纳情况", "suggestions, and what became of them",
    [
      .optional("name", .text, "派生表的表名（默认 台账名加“建议”）", "the name of the derived table (the ledger's with 建议)"),
      .required("table", .text, "数据表", "the table"),
      .required("id", .text, "编号", "the number of the suggestion"),
      .required("adopted", .text, "采纳情况", "what became of it"),
      .optional("made", .text, "提出日期", "the day on which it was made"),
      .optional("due", .text, "答复时限", "the last day for an answer"),
      .optional("answered", .text, "答复日期", "the day of the answer"),
      .optional("yes", .texts, "算采纳的写法（默认 采纳、已采纳）", "words for adopted (采纳, 已采纳)"),
      .optional("partly", .texts, "算部分采纳的写法（默认 部分采纳）", "words for partly adopted (部分采纳)"),
      .optional("no", .texts, "算不采纳的写法（默认 不采纳、未采纳）", "words for not adopted (不采纳, 未采纳)"),
    ])
}
