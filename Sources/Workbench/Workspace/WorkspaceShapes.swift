import Documents
import Findings

/// What `qingheng.yaml` and `system.yaml` hold.
extension Shape {
  package static let workspace = Shape(
    "workspace", "工作区的设置", "the workspace's settings",
    [
      .required("institution", .text, "本单位名称", "the institution's name"),
      .optional("language", .words(of: Language.self), "文字用 zh 或 en（默认 zh）", "the language, zh or en (zh)"),
      .optional("database", .text, "数据库文件（默认 qingheng.sqlite）", "the database file (qingheng.sqlite)"),
      .optional("protected", .text, "受保护的数据库文件", "the file of the protected database"),
      .optional("units", .text, "名册（默认 datasets/_shared/units.csv）", "the register (datasets/_shared/units.csv)"),
      .optional(
        "aliases", .text, "经人核对的别名（默认 datasets/_shared/aliases.csv）",
        "names that people have answered for (datasets/_shared/aliases.csv)"),
      .optional(
        "memberships", .text, "归属表（默认 datasets/_shared/memberships.csv）",
        "the memberships (datasets/_shared/memberships.csv)"),
      .optional(
        "calendar", .text, "工作日历的文件夹（默认 datasets/_shared/calendar）",
        "the folder of the working-day calendar (datasets/_shared/calendar)"),
      .optional(
        "minimum_cell", .integer(.atLeast(1)), "少于这个数的匿名答卷不显示也不计分（默认 5）",
        "fewer anonymous answers are neither shown nor scored (5)"),
      .optional("phases", .map(.mapping(.phase)), "有名字的阶段", "phases with a name"),
    ])

  static let phase = Shape(
    "phase", "一个阶段", "a phase",
    [
      .required("from", .text, "起始日", "the first day"),
      .required("to", .text, "截止日", "the last day"),
    ])

  package static let system = Shape(
    "system", "一个体系", "a system", [.required("title", .text, "体系的名称", "what people call the system")])
}
