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
    case .noLeaf(let table): return wording("“\(table)”中没有一行符合 leaves 的 where。", "请改正 where，或改正数据。")
    case .parentUnknown(let table, let id, let parent, let known):
      let names = KnownNames(name: parent, known: known)
      return wording(
        "“\(table)”中“\(id)”的上级“\(parent)”不在表中。\(names.chineseGuess)", "请改正该单元格，或补上这一行。现有：\(names.chineseList)")
    case .parentEmpty(let table, let leaf):
      return wording("“\(table)”中的末级指标“\(leaf)”没有写上级。", "请补上它的上级；只有代表该指标自身的那一行没有上级。")
    case .severalTops(let table, let ids):
      return wording(
        "“\(table)”中有多行没有上级：\(ids.joined(separator: "、"))，其中只能有一行代表该指标自身。", "请补上其余各行的上级。")
    case .parentCycle(let table, let chain):
      return wording("“\(table)”中的上级互相指向，形成循环：\(chain.joined(separator: " → "))。", "请改正其中一个上级。")
    case .leafAbove(let table, let leaf, let below):
      return wording(
        "“\(table)”中“\(leaf)”符合 where，是末级指标，它之下的“\(below)”却也符合。", "请把 where 收窄到最下一级，或改正上级。")
    case .tooDeep(let table, let limit): return wording("“\(table)”的层级超过\(limit)层。", "请改正上级。")
    case .innerUnknown(let key, let table, let id, let known):
      let names = KnownNames(name: id, known: known)
      return wording(
        "\(key) 指定的“\(id)”不是“\(table)”中末级指标之上的行。\(names.chineseGuess)", "请改正名称。现有：\(names.chineseList)")
    case .groupWithoutLeaves(let table, let group):
      return Wording(
        found: "“\(table)”中的组“\(group)”没有末级指标。", consequence: "该组不参与计算。",
        remedy: "请删去该行，或改正末级指标所属的组。")
    }
  }
}
