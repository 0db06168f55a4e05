import Documents

/// What the front matter and the cells of a notebook hold.
extension Shape {
  package static let notebook = Shape(
    "notebook", "底稿的题头", "a notebook's front matter",
    [
      .required("title", .text, "报告的名称，可用 {{名字}}", "the report's title; may hold {{name}}"),
      .optional("system", .text, "体系：datasets 下的文件夹", "the system: a folder under datasets"),
      .optional("scheme", .text, "方案的代号", "the scheme's id"),
      .optional("period", .text, "评价期，如 2026H1", "the period, such as 2026H1"),
      .optional("edition", .words(of: Edition.self), "internal 内部版（默认），public 公开版", "internal (default) or public"),
      .optional("each", .text, "每个单位一份：写单位清单，如 graded", "one document for each unit of a list, such as graded"),
      .optional("params", .map(.anyOf([.text, .boolean])), "自己起名的值，单元格里写 $名字", "named values; cells write $name"),
    ])

  package static let tableCell = Shape(
    "table-cell", "表的单元格", "a table cell",
    [
      .required("from", .anything, "取什么数据", "which data"),
      .optional(
        "columns", .list(.anyOf([.text, .map(.text)])), "印哪几列；{列: 列头} 换列名", "the columns; {column: heading} renames"),
      .optional("top", .integer(.atLeast(1)), "只印前几行", "only the first rows"),
      .optional("by", .text, "按哪一列排", "the column to sort by"),
      .optional("order", .words(of: TableCell.Order.self), "排序方向", "the order"),
      .optional(
        "empty", .words(of: TableCell.Empty.self), "没有行时：say 说明，omit 不印", "without rows: say so, or omit the table"),
      caption, .optional("formats", .map(.reportNumberFormat), "各列的数字格式", "number formats by column"),
    ])

  package static let chartCell = Shape(
    "chart-cell", "图的单元格", "a chart cell",
    [
      .required("use", .text, "图表规格的路径", "the path of the chart's file"),
      .optional("data", .anything, "换一份数据", "other data"),
      .optional("split", .text, "按哪一列每组一张图", "the column of which each value has a picture"), caption,
    ])

  package static let findingCell = Shape(
    "finding-cell", "句子的单元格", "a cell of sentences",
    [
      .required("from", .anything, "要哪些句子", "which sentences"),
      .optional("as", .words(of: SentenceCell.Form.self), "列表或一段话", "a list or a paragraph"),
    ])

  package static let valueCell = Shape(
    "value-cell", "取值的单元格", "a cell that names a value",
    [
      .required("name", .text, "起的名字，文中写 {{名字}}", "the name for {{name}}"),
      .required("from", .anything, "取什么数据", "which data"),
      .required("column", .text, "取哪一列", "the column"),
      .optional("by", .text, "按哪一列排，取第一行", "the column to sort by; the first row is taken"),
      .optional("order", .words(of: TableCell.Order.self), "排序方向", "the order"),
      .optional("format", .reportNumberFormat, "数字格式", "the number format"),
    ])

  private static let caption = Key.optional("caption", .text, "题注，可用 {{名字}}", "the caption; may hold {{name}}")
}

extension ShapeValue {
  static let reportNumberFormat = ShapeValue.anyOf([
    .pattern("^\\+?0(\\.0{1,9})?%?$"), .number(.within(0...0)),
  ])
}

extension CellKind {
  /// nil: not YAML.
  var shape: Shape? {
    switch self {
    case .table: .tableCell
    case .chart: .chartCell
    case .finding: .findingCell
    case .value: .valueCell
    case .sql: nil
    }
  }
}
