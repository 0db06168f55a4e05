import Findings

/// What people call a column of the register; a column of the institution's own has its own name.
func registerColumnName(_ column: String, in language: Language) -> String {
  let isChinese = language == .chinese
  return switch column {
  case "code": isChinese ? "编码" : "code"
  case "name": isChinese ? "名称" : "name"
  case "kind": isChinese ? "类别" : "kind"
  case "parent": isChinese ? "上级" : "parent"
  case "peer_group": isChinese ? "组别" : "peer group"
  case "valid_from": isChinese ? "起始日期" : "first day"
  case "valid_to": isChinese ? "截止日期" : "last day"
  case "aliases": isChinese ? "别名" : "aliases"
  case "successor": isChinese ? "承继单位" : "successor"
  case "state": isChinese ? "状态" : "state"
  default: column
  }
}
