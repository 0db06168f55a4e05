import Documents

extension Shape {
  static let scales = Shape(
    "scales", "坐标与颜色", "axes and colours",
    [
      .optional("x", .mapping(.valueAxis), "横轴", "the value axis"),
      .optional("y", .mapping(.rowAxis), "各行，或纵轴", "the rows, or the upright axis"),
      .optional("fill", .anyOf([.mapping(.gradeFill), .mapping(.divergingFill)]), "颜色", "the colours"),
    ])

  static let valueAxis = Shape(
    "value-axis", "横轴", "the value axis",
    [
      .optional("zero", .boolean, "是否从 0 起", "whether it begins at zero"),
      .optional("domain", .tuple(.number, .number), "起止", "its ends"),
      .optional("label", .text, "轴的名称", "its name"),
      .optional("time", .boolean, "名称是时间，如 2026-05、2026H1", "names are times, such as 2026-05, 2026H1"), format,
    ])

  static let rowAxis = Shape(
    "row-axis", "各行，或纵轴", "the rows, or the upright axis",
    [
      .optional("labels", .text, "印作行名的列", "the column that names the rows"),
      .optional("zero", .boolean, "纵轴是否从 0 起", "whether the upright axis begins at zero"),
      .optional("domain", .tuple(.number, .number), "纵轴起止", "the ends of the upright axis"),
      .optional("label", .text, "纵轴的名称", "the name of the upright axis"), format,
    ])

  private static let palette = "配色：grades 按等级，diverging 以中点分两色"

  static let gradeFill = Shape(
    "grade-fill", "按等级着色", "colours of grades",
    [
      .optional(
        "palette", .words(of: ChartSpec.Scales.Fill.Palette.self, without: [.diverging]), palette,
        "grades, or diverging from a midpoint"),
      .optional("domain", .texts, "等级，从高到低", "the grades, best first"),
      .optional(
        "steps", .list(.integer(.within(1...5))), "各等级用五种颜色中的第几种（1 最好）", "which of the five colours (1: the best)"),
      .optional("not_graded", .text, "哪个等级画斜线", "the grade that is drawn hatched"),
      .optional("label", .text, "图例的名称", "the legend's name"),
    ])

  static let divergingFill = Shape(
    "diverging-fill", "以中点分两色", "colours on both sides of a midpoint",
    [
      .required(
        "palette", .words(of: ChartSpec.Scales.Fill.Palette.self, without: [.grades]), palette,
        "grades, or diverging from a midpoint"),
      .required("midpoint", .number, "中点", "the midpoint"),
      .optional("domain", .tuple(.number, .number), "起止", "the ends"),
      .optional("label", .text, "图例的名称", "the legend's name"),
    ])
}
