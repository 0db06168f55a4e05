import Documents

/// What a chart specification's file holds.
extension Shape {
  package static let chart = Shape(
    "chart", "图表规格：画什么记号、取哪几列", "a chart: which marks over which columns",
    [
      .required("chart", .text, "图的名称", "the chart's name"),
      .optional("data", .anything, "数据，如 {scores: 方案}", "the data, such as {scores: scheme}"),
      .optional("facet", .mapping(.facet), "按一列分面板或分图", "a panel or picture for each value of a column"),
      .required("marks", .list(.mapping(.mark), atLeast: 1), "记号，按画的先后", "the marks, in the order of drawing"),
      .optional("scales", .mapping(.scales), "坐标与颜色", "axes and colours"),
      .optional("title", .text, "标题，可用 {名字}", "the title; may hold {name}"),
      .optional("subtitle", .text, "副标题", "the subtitle"),
      .optional("note", .text, "图下的说明", "the note under the chart"),
      .optional("size", .mapping(.size), "大小（像素）", "the size in pixels"),
    ])

  static let facet = Shape(
    "facet", "按一列分面板或分图", "a panel or picture for each value of a column",
    [
      .required("by", .text, "按哪一列分", "the column"),
      .optional("columns", .integer(.within(1...6)), "面板排几列；按行的图只能是 1", "columns of panels; charts of rows: only 1"),
      .optional("split", .boolean, "每组一张图", "a picture for each group"),
    ])

  static let mark = Shape(
    "mark", "一种记号", "one mark",
    MarkKind.allCases.map { kind in
      .optional(kind.rawValue, .mapping(kind.shape), kind.shape.gloss.chinese, kind.shape.gloss.english)
    },
    rules: [.oneOf(MarkKind.allCases.map(\.rawValue), isRequired: true)])

  static let row = Key.required("y", .text, "区分各行的列", "the column that tells the rows apart")
  static let sort = Key.optional(
    "sort", .text, "按哪一列排，前加 - 是从大到小", "the column to sort by; - before it: descending")
  static let label = Key.optional("label", .text, "列头或线的名称", "the heading of the column, or the line's name")
  static let reason = Key.optional("reason", .text, "说明为什么缺失的列", "the column that says why a value is missing")
  static let fillColumn = Key.optional("fill", .text, "决定颜色的列", "the column of the colour")
  static let format = Key.optional(
    "format", .numberFormat, "数字格式，如 \"0.00\"", "the number format, such as \"0.00\"")

  static let bar = Shape(
    "bar", "横条", "horizontal bars",
    [
      row, .required("x", .text, "条的长度", "the length"), .optional("fill", .text, "决定颜色的列", "the column of the colour"),
      sort, .optional("status", .text, "说明列：为什么没有等级", "a column of words: why there is no grade"),
    ])

  static let interval = Shape(
    "interval", "区间须线", "a whisker between two values",
    [row, .required("x1", .text, "下端", "the lower end"), .required("x2", .text, "上端", "the upper end")])

  static let rule = Shape(
    "rule", "分数线", "a dashed line across the plot",
    [
      .required(
        "x", .anyOf([.words("cutoffs"), .number]), "cutoffs 是方案的等级线，或一个数", "cutoffs: the scheme's lines; or a number"),
      label,
    ])

  static let textMark = Shape(
    "text", "一列文字", "a column of text",
    [
      row, .required("text", .text, "印哪一列", "the column to print"),
      .optional("x", .text, "印在哪一列的末端；不写就另起一列", "beside the end of that column's mark; else a column of its own"),
      format,
      .optional("weight", .words(of: FontWeight.self), "字的粗细", "the weight"), label,
    ])

  static let cell = Shape(
    "cell", "热图的格子", "cells of a heat map",
    [
      row, .required("x", .text, "横向分类的列", "the column of the categories"),
      .required("fill", .text, "决定颜色的数", "the number that colours the cell"), format,
      reason, .optional("text", .text, "格内改印这一列文字", "the column of words to print instead"), sort,
    ])

  static let size = Shape(
    "size", "大小（像素）", "the size in pixels",
    [
      .optional("width", .number(.within(600...4000)), "宽（默认 1600）", "the width (1600)"),
      .optional(
        "height", .anyOf([.words("per_row"), .number(.within(200...HouseStyle.highest))]), "高；per_row 按行数",
        "the height; per_row: as the rows need"),
    ])
}

extension ShapeValue {
  static let numberFormat = ShapeValue.anyOf([.pattern("^\\+?0(\\.0{1,9})?%?$"), .number(.within(0...0))])
}

extension MarkKind {
  var shape: Shape {
    switch self {
    case .bar: .bar
    case .interval: .interval
    case .rule: .rule
    case .text: .textMark
    case .cell: .cell
    case .point: .point
    case .range: .range
    case .tick: .tick
    case .stack: .stack
    case .steps: .steps
    case .path: .path
    case .lane: .lane
    case .line: .line
    case .area: .area
    case .dot: .dot
    case .level: .level
    case .quadrants: .quadrants
    case .radar: .radar
    }
  }
}
