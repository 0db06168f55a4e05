import Documents
import Register
import Tabular

/// What a table spec's file holds.
extension Shape {
  package static let table = Shape(
    "table", "数据表规格：一类文件的样子和含义", "a table spec: what a kind of file looks like and means",
    [
      .required("table", .text, "表名，方案用它称呼这张表", "the table's name, as schemes use it"),
      .required("version", .text, "规格的版本，加引号写", "the spec's version, in quotes"),
      .optional("anonymous", .boolean, "匿名答卷：解释只到表和份数", "answers of people: explained to table and n only"),
      .optional(
        "protected", .boolean, "工作秘密：存入受保护的数据库，只有计数和标志可以出来",
        "work secrets: kept in the protected database; only counts and flags leave it"),
      .optional("complete", .boolean, "没有行就是没有发生", "having no row means that nothing happened"),
      .optional("confirmed", .text, "表示“认定”的列", "the column that confirms a row"),
      .optional(
        "confirmation", .mapping(.confirmation), "触发、核实、认定、生效各在哪一列；不与 confirmed 同写",
        "which columns tell the stages of an event; not beside confirmed"),
      .optional("covered_by", .text, "证明“看过了”的表", "the table whose rows prove that somebody looked"),
      .optional("file", .mapping(.tableFile), "怎样认出和读取文件", "how files are known and read"),
      .optional("unit", .mapping(.tableUnit), "行属于哪个单位", "which unit a row belongs to"),
      .optional("period", .mapping(.tablePeriod), "行属于哪个期间", "which period a row belongs to"),
      .optional("key", .texts, "合起来唯一确定一行的列", "the columns that together name a row"),
      .optional(
        "order", .texts, "先后有序的日期列：后一列早于前一列的不采用并提示",
        "columns of days in their order; an earlier day in a later one is not taken"),
      .optional(
        "requires", .list(.mapping(.rowRule)), "某一列是某些内容时，哪些列必须填（没有填的提示）",
        "which columns a row needs because of what another says; what is missing is told"),
      .optional(
        "reject_limit", .number(.share), "搁置的行超过此比例则整个文件不导入（默认 0.1）", "more rejects than this share stop the file (0.1)"
      ),
      .optional("label_sets", .map(.labelSet), "起了名字的选项组", "sets of labels with a name"),
      .optional("code_sets", .map(.codes), "起了名字的选项代码", "codes of options with a name"),
      .optional("columns", .map(.mapping(.column)), "各列", "the columns"),
      .optional("other_columns", .mapping(.otherColumns), "其余各列怎样入库", "how further columns are kept"),
      .optional("survey", .mapping(.survey), "文件是问卷平台的导出", "files are exports of a survey product"),
      .optional("careless", .mapping(.careless), "标记粗答的答卷", "marks answers that were given without care"),
    ],
    rules: [.anyOf(["columns", "other_columns"]), .oneOf(["confirmed", "confirmation"], isRequired: false)])

  static let confirmation = Shape(
    "confirmation", "触发 → 核实 → 认定 → 生效", "reported → verified → decided → in force",
    [
      .required("trigger", .text, "触发日期所在的列", "the column of the day on which it was reported"),
      .optional("verify", .mapping(.confirmationVerify), "核实", "verification"),
      .required("confirm", .mapping(.confirmationConfirm), "认定", "the decision"),
      .optional(
        "effective", .text, "生效日期所在的列（不写则自认定之日）", "the column of the first day in force (the day of the decision)"),
    ])

  static let confirmationVerify = Shape(
    "confirmation-verify", "核实", "verification",
    [
      .required("date", .text, "核实日期所在的列", "the column of its day"),
      .optional("role", .text, "由谁核实所在的列", "the column of who verifies"),
    ])

  static let confirmationConfirm = Shape(
    "confirmation-confirm", "认定", "the decision",
    [
      .required("date", .text, "认定日期所在的列", "the column of its day"),
      .required("role", .text, "由谁认定所在的列", "the column of who decides"),
      .required("result", .text, "认定结论所在的列", "the column of the result"),
      .required("positive", .texts, "哪些结论表示成立", "the results that mean that it is so"),
    ])

  static let rowRule = Shape(
    "row-rule", "某一列是某些内容时，哪些列必须填", "which columns a row needs because of what another says",
    [
      .required("column", .text, "看哪一列（文字）", "the column that decides; of texts"),
      .required("is", .texts, "是哪些内容时", "under which texts of it"),
      .required("needs", .texts, "必须填的列", "the columns that are needed then"),
    ])

  static let tableFile = Shape(
    "file", "怎样认出和读取文件", "how files are known and read",
    [
      .optional("match", .text, "文件名的样子，* 代表任意文字", "a pattern of the file's name; * is any text"),
      .optional("encoding", .words(of: EncodingRule.self), "文字编码（默认 auto）", "the encoding (auto)"),
      .optional(
        "sheet", .text, "工作簿里哪张工作表，* 代表任意文字（默认：唯一有全部表头的一张）",
        "the sheet of a workbook; * is any text (the one with all headers)"),
      .optional(
        "header_row", .integer(.atLeast(1)), "表头在第几行（默认：前 20 行里唯一有全部表头的一行）",
        "the row of the header (the one of the first 20 with all headers)"),
      .optional(
        "header_rows", .integer(.within(1...5)), "表头占几行，上下用 / 连起来（默认 1）",
        "over how many rows the header goes, joined by / (1)"),
      .optional("skip_rows", .texts, "第一格是这些文字的行不是数据（合计、小计、填表人*）", "rows that begin with such a text are no data"),
      .optional(
        "short_rows", .boolean, "CSV的行末可以省略空格子；不写时，格子比表头少的行搁置",
        "rows of a CSV may leave out empty cells at their end; otherwise they are set aside"),
    ])

  static let tableUnit = Shape(
    "unit", "行属于哪个单位", "which unit a row belongs to",
    [
      .required("column", .text, "哪一列是单位", "the column that names the unit"),
      .optional("kind", .texts, "只认哪一类单位", "the kinds of unit that may match"),
      .optional(
        "unmatched", .words(of: TableSpec.UnitRule.Unmatched.self), "名册里没有时：reject 搁置该行，stop 整个文件不导入，register 登记为新单位",
        "a unit that the register lacks: reject the row, stop the file, or register it"),
    ])

  static let tablePeriod = Shape(
    "period", "行属于哪个期间", "which period a row belongs to",
    [
      .optional("column", .text, "日期或期间所在的列", "the column of the date or period"),
      .optional(
        "grain", .words(of: Period.Grain.self, without: [.phase]), "把日期归入多长的期间", "the period that holds the date"),
      .optional(
        "from", .words(of: TableSpec.PeriodRule.Origin.self), "option 由 --period 给出，file_name 由文件名读出",
        "option: from --period; file_name: from the file's name"),
    ],
    rules: [.oneOf(["column", "from"]), .form("column", with: ["grain"]), .form("from")])

  static let otherColumns = Shape(
    "other-columns", "其余各列怎样入库", "how further columns are kept",
    [
      .required(
        "type", .words(of: ColumnType.self, without: [.writtenDate]), "其余各列的类型", "the type of every further column")
    ])

  static let column = Shape(
    "column", "一列", "a column",
    [
      .optional("header", .text, "文件里的表头；不写就是列名", "the header in the file; the column's name if absent"),
      .optional(
        "type", .words(of: ColumnType.self), "类型；有 drop 或 choices 的列不写", "the type; not needed with drop or choices"),
      .optional("required", .boolean, "必填：空着或读不出，整行搁置", "a row without it is rejected"),
      .optional("drop", .boolean, "不读、不入库", "never read beyond the header"),
      .optional(
        "labels", .labels, "选项：列表、选项到数字的对照，或选项组的名字", "legal texts: a list, a map to numbers, or a label set's name"),
      .optional("range", .tuple(.number, .number), "取值范围 [最小, 最大]", "the smallest and greatest value"),
      .optional("pattern", .text, "整格必须符合的正则表达式", "a regular expression that the whole cell must match"),
      .optional(
        "references", .mapping(.reference), "必须是另一张表里或名册上有的", "the value must stand in another table or in the register"
      ),
      .optional("ditto", .boolean, "“同上”“〃”取上一行的值", "同上 and 〃 take the value of the row above"),
      .optional("blank", .texts, "这些写法当作没有填（/、—）", "texts that count as left blank"),
      .optional("choices", .mapping(.choices), "多选题或排序题", "several options, or an order of them"),
      .optional(
        "coded", .anyOf([.text, .codes]), "按序号导出里的序号代表哪个选项，或代码组的名字",
        "what numbers of an export by number stand for, or a code set's name"),
      .optional(
        "scored", .anyOf([.text, .codes]), "按分数导出里的分数代表哪个选项，或代码组的名字",
        "what points of an export by score stand for, or a code set's name"),
    ],
    rules: [
      .anyOf(["type", "drop", "choices"]),
      .excludes("choices", ["type", "labels", "range", "pattern", "references", "coded", "scored"]),
    ])

  static let reference = Shape(
    "reference", "另一张表的一列，或名册上的单位", "a column of another table, or units of the register",
    [
      .optional("table", .text, "哪张表", "the table"),
      .optional("column", .text, "哪一列", "the column"),
      .optional("register", .texts, "名册上哪几类单位的名称、别名", "names and aliases of units of these kinds"),
    ],
    rules: [.anyOf(["table", "register"])])
}

extension ShapeValue {
  private static let meanings = ShapeValue.map(.anyOf([.number, .words("not_applicable", "missing")]))

  static let labels = ShapeValue.named(
    "labels", "选项：列表、对照，或选项组的名字", "labels: a list, a map, or a set's name", .anyOf([.text, .list(.text), meanings]))

  static let labelSet = ShapeValue.named(
    "label-set", "选项组：列表，或选项到数字的对照", "a label set: a list, or a map to numbers", .anyOf([.list(.text), meanings]))
}
