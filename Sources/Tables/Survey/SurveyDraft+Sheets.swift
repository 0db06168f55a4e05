extension SurveyDraft {
  package static let coverName = "说明"
  package static let columnsName = "列"
  package static let optionsName = "选项"
  package static let signedBy = "核对人"
  package static let signedOn = "核对日期"

  /// The draft as sheets: what a person changes in them decides.
  /// - Parameters:
  ///   - table: the table's name; empty: the person gives it.
  ///   - minimumCell: smaller counts of answers are not written down.
  package func sheets(table: String, minimumCell: Int) -> [DraftSheet] {
    let key = columns.filter { $0.kind == .metadata && $0.isRequired }
    let time = key.first { $0.type == "datetime" }
    let cover: [[String]] = [
      ["项目", "内容", "依据"], ["表名", table, table.isEmpty ? "请填写" : "命令给出"],
      ["文件名", title.map { "*\($0)*" } ?? "", title == nil ? "请填写：导出文件都有的字，* 代表任意文字，如 *门诊满意度*" : "导出文件名里的问卷名称"],
      ["平台", form?.rawValue ?? "", formBasis],
      ["匿名", "是", "问卷默认匿名"], ["时区", "", "时间带时区（如Z）时填写，如 +08:00"],
      ["主键", key.map(\.id).joined(separator: "、"), "答卷编号与提交时间：每次导出都从1编号"],
      ["期间列", time?.id ?? "", time == nil ? "请填写" : "提交时间"], ["期间", "half", "按半年；也可写 quarter、month、year"],
      ["单位列", unitColumn?.id ?? "", unitColumn?.basis ?? "没有认出单位列；没有就空着"],
      ["单位类别", "科室", "名册里的类别，请核对"], ["来源文件", file, "\(rowCount)份答卷"],
      [Self.signedBy, "", "核对后填写角色，不写姓名"], [Self.signedOn, "", "核对后填写"],
    ]
    var list = [["表头", "列名", "题型", "类型", "必填", "依据"]]
    var choices = [["列名", "选项", "份数", "数值", "序号", "分数", "依据"]]
    for column in columns {
      list.append([
        column.header, column.id, column.kind.rawValue, column.type, column.isRequired ? "是" : "", column.basis,
      ])
      for option in column.options {
        let count = option.count < minimumCell ? "少于\(minimumCell)" : "\(option.count)"
        choices.append([column.id, option.text, count, option.meaning, "", "", option.basis])
      }
    }
    return [
      DraftSheet(name: Self.coverName, rows: cover), DraftSheet(name: Self.columnsName, rows: list),
      DraftSheet(name: Self.optionsName, rows: choices),
    ]
  }

  /// The survey's title in the name of its export: `12345_按文本_门诊满意度_120_120.csv`.
  private var title: String? {
    let parts = (file.split(separator: "/").last ?? "").split(separator: "_")
    guard let kind = parts.firstIndex(where: { $0.hasPrefix("按") }), kind + 1 < parts.count else { return nil }
    let title = parts[kind + 1].prefix { $0 != "." }
    return title.isEmpty ? nil : String(title)
  }
}
