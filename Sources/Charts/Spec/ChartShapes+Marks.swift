import Documents

/// The marks beyond bars, whiskers, rules, words and cells.
extension Shape {
  private static let value = Key.required("x", .text, "数值列", "the column of the values")
  private static let across = Key.required("x", .text, "横轴的列", "the column of the horizontal axis")
  private static let upright = Key.required("y", .text, "纵轴的数", "the column of the upright axis")
  private static let name = Key.optional("name", .text, "说明中用的名称", "the column of names in remarks")

  static let point = Shape(
    "point", "圆点", "dots in rows",
    [
      row, value, fillColumn, sort, reason, label,
      .optional("spread", .boolean, "一行多点，并排错开", "many dots in one row, side by side"),
      .optional("print", .text, "点旁印的名称，空的不印", "the column of names beside dots"), name,
    ])

  static let range = Shape(
    "range", "浅色范围带", "a light band in each row",
    [row, .required("x1", .text, "下端", "the lower end"), .required("x2", .text, "上端", "the upper end"), label])

  static let tick = Shape("tick", "短竖线，如中位数、目标", "a short upright line, such as a median", [row, value, label])

  static let stack = Shape(
    "stack", "堆叠条", "stacked bars",
    [
      row, value, .required("part", .text, "区分各段的列", "the column that names the part"),
      .optional("middle", .text, "以哪一段为中，向两侧展开", "the part that straddles zero"), format, sort, reason,
    ])

  static let steps = Shape(
    "steps", "瀑布图的台阶", "steps of a waterfall",
    [
      row, value, .optional("total", .text, "这一列不空的行是合计", "rows where this column is not empty are sums"), fillColumn,
      format, reason,
    ])

  static let path = Shape("path", "逐行相连的线", "a line from row to row", [row, value, label])

  static let lane = Shape(
    "lane", "分列对齐的条", "bars in aligned columns",
    [
      row, .required("x", .text, "分列的列", "the column of the categories"),
      .required("length", .text, "条的长度", "the length"), fillColumn, format, reason, sort,
    ])

  static let line = Shape(
    "line", "折线", "lines",
    [
      across, upright, .optional("by", .text, "每个值一条线", "a line for each value"), fillColumn, label,
      .optional("style", .words(of: LineMark.Style.self), "实线、淡线或虚线", "solid, quiet or dashed"),
      .optional("points", .boolean, "是否画点", "whether values have dots"),
      .optional("ends", .words(of: LineMark.Ends.self), "名称写在末端、两端或不写", "names at the last end, both, or none"), format,
      reason,
    ])

  static let area = Shape(
    "area", "浅色面", "a light surface between two lines",
    [across, .required("y1", .text, "下沿", "the lower edge"), .required("y2", .text, "上沿", "the upper edge"), label])

  static let dot = Shape(
    "dot", "平面上的点", "dots on a plane",
    [
      across, upright, fillColumn, .optional("label", .text, "点旁印的名称，空的不印", "the column of names beside dots"), name,
      reason,
    ])

  static let level = Shape(
    "level", "横贯平面的虚线", "a dashed line across the plane",
    [.required("y", .number, "高度", "its height"), label, format])

  static let quadrants = Shape(
    "quadrants", "四象限", "four quarters of a plane",
    [
      .required("x", .number, "竖线的位置", "where the upright line stands"),
      .required("y", .number, "横线的高度", "the height of the level line"),
      .optional("names", .texts, "右上、左上、左下、右下的名称", "names: top right, top left, bottom left, bottom right"),
    ])

  static let radar = Shape(
    "radar", "雷达", "a radar",
    [
      .required("axis", .text, "各轴的列", "the column of the spokes"),
      .required("value", .text, "数值列", "the column of the values"),
      .optional("reference", .text, "对照的数值列", "the column of the values to compare with"), format, reason, label,
      .optional("reference_label", .text, "对照的名称", "what the legend calls the reference"),
    ])
}
