import Findings

extension LeavesProblem {
  var chinese: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "该方案无法评分。", remedy: remedy)
    }
    switch self {
    case .tableAbsent(let table): return wording("列出末级指标的数据表“\(table)”不存在。", "请先导入该表。")
    case .tableEmpty(let table): return wording("列出末级指标的数据表“\(table)”没有行。", "请先导入数据。")
    case .columnMissing(let table, let column, let known):
      let names = KnownNames(name: column, known: known)
      return wording("数据表“\(table)”没有“\(column)”列。\(names.chineseGuess)", "现有的列：\(names.chineseList)")
    case .idEmpty(let table, let row): return wording("“\(table)”第\(row)行没有编号。", "请补上编号，或删去该行。")
    case .idDuplicate(let table, let id): return wording("“\(id)”在“\(table)”中出现不止一次。", "请只保留一行。")
    case .notNumber(let table, let column, let id, let value):
      let shown = value.isEmpty ? "为空" : "是“\(value)”"
      return wording("“\(table)”中“\(id)”的“\(column)”\(shown)，不是数字。", "请改正该单元格。")
    case .weightNotPositive(let table, let id, let weight):
      return wording("“\(table)”中“\(id)”的权重是\(formatted(weight))，应大于0。", "请改正该单元格。")
    case .groupUnknown(let table, let group, let leaf, let known):
      let names = KnownNames(name: group, known: known)
      let shown = group.isEmpty ? "没有写所属的组" : "所属的组“\(group)”不在“\(table)”中"
      return wording("末级指标“\(leaf)”\(shown)。\(names.chineseGuess)", "现有的组：\(names.chineseList)")
    case .groupWithoutLeaves(let table, let group):
      return Wording(
        found: "“\(table)”中的组“\(group)”没有末级指标。", consequence: "该组不参与计算。",
        remedy: "请删去该行，或改正末级指标所属的组。")
    }
  }
}
