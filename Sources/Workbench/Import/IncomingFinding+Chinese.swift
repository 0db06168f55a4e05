import Findings

extension IncomingFinding {
  var chinese: Wording {
    switch self {
    case .formVersion(_, let table, let form, let spec):
      Wording(
        found: "这张表按“\(table)”规格的“\(form)”版做成，现在是“\(spec)”版。", consequence: "表头相符，已按现在的规格读取；不相符的会另外说明。",
        remedy: "请重新做表，下次用新表。")
    case .formWithoutTable(_, let kind):
      Wording(
        found: "这是程序做的表（\(kind)），其中没有写明属于哪张数据表。", consequence: "该文件未导入任何数据。",
        remedy: "如要导入其中的行，请用--table写明是哪张表。")
    case .rowsUnfilled(_, let rows):
      Wording(found: "有\(rows)行只有事先填好的格，没有评分。", consequence: "这些行不算评分，也不算搁置。", remedy: "如是漏填，请补填后再交回。")
    }
  }
}
