import Findings

extension IncomingFinding {
  var chinese: Wording {
    switch self {
    case .formVersion(_, let table, let form, let spec):
      Wording(
        found: "这张表按“\(table)”规格的“\(form)”版做成，现在是“\(spec)”版。", consequence: "表头相符，已按现在的规格读取；不相符的会另外说明。",
        remedy: "请重新做表，下次用新表。")
    case .formSpecChanged(_, let table):
      Wording(
        found: "这张表做成以后，“\(table)”的规格改过，版本号没有变。", consequence: "已按现在的规格读取；不相符的会另外说明。", remedy: "请重新做表，下次用新表。")
    case .formPeriod(_, let table, let period, let rows):
      Wording(
        found: "这张“\(table)”是为\(period)做的，第\(Self.listed(rows, "、"))行在这个期间以外。", consequence: "这些行已按自己的日期计入。",
        remedy: "日期写错的，请改正后再交回。")
    case .formWithoutTable(let place, let kind):
      switch FormStamp.Kind(rawValue: kind) {
      case .check, .comment:
        Wording(
          found: kind == "check" ? "这是核对表，不是数据。" : "这是征求意见表，不是数据。", consequence: "没有导入，里面的答复还没有办。",
          remedy: "请放进收件箱，运行qingheng desk receive（菜单里的“收文件”），它照答复办。")
      case .names:
        Wording(
          found: "这是单位写法表，不是数据。", consequence: "没有导入，里面的答复还没有收下。",
          remedy: "请运行qingheng aliases \(quotedArgument(place.file ?? ""))。")
      case .draft:
        Wording(
          found: "这是问卷规格的草稿，不是数据。", consequence: "没有导入。",
          remedy: "核对签字后请运行qingheng survey spec \(quotedArgument(place.file ?? "")) --out 规格.yaml。")
      case .todo:
        Wording(found: "这是待办表，不是数据。", consequence: "没有导入。", remedy: "报送的材料请记在各自的表里。")
      case .form, .sheet, nil:
        Wording(
          found: "这是程序做的表（\(kind)），其中没有写明属于哪张数据表。", consequence: "该文件未导入任何数据。",
          remedy: "如要导入其中的行，请用--table写明是哪张表。")
      }
    case .rowsUnfilled(_, let rows):
      Wording(found: "有\(rows)行只有事先填好的格，没有评分。", consequence: "这些行不算评分，也不算搁置。", remedy: "如是漏填，请补填后再交回。")
    }
  }

  static func listed(_ rows: [Int], _ separator: String) -> String {
    rows.prefix(10).map(String.init).joined(separator: separator) + (rows.count > 10 ? "…" : "")
  }
}
