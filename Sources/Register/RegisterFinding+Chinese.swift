import Findings

extension RegisterFinding {
  var chinese: Wording {
    let unused = "单位名册未被采用，数据库中原有的登记不变。"
    switch self {
    case .columnMissing(_, let column, let present):
      let guess = nearMiss(to: column, among: strangers(among: present)).map { "是否即“\($0)”？" } ?? ""
      return Wording(
        found: "单位名册没有“\(column)”列。\(guess)", consequence: unused,
        remedy: "至少要有 code、name、kind、valid_from 四列；现有：\(present.joined(separator: "、"))。")
    case .codeEmpty(_, let name):
      return Wording(found: "单位“\(name)”没有编码。", consequence: unused, remedy: "请给它一个不重复的编码。")
    case .codeTwice(_, let code, let first):
      return Wording(
        found: "编码\(code)重复，首次出现在\(first.text)。", consequence: unused, remedy: "请改掉其中一个编码。")
    case .nameEmpty(_, let code):
      return Wording(found: "编码为\(code)的单位没有名称。", consequence: unused, remedy: "请填写名称。")
    case .dateUnreadable(_, let column, let value):
      return Wording(
        found: "\(column)列的“\(value)”不是日期。", consequence: unused, remedy: "请写成 2025-06-30 的样子。")
    case .datesReversed(_, let code, let from, let to):
      return Wording(
        found: "单位\(code)的截止日（\(to)）早于起始日（\(from)）。", consequence: unused,
        remedy: "请改正 valid_from 或 valid_to。")
    case .unitUnknown(_, let column, let value, let nearest):
      let guess = nearest.map { "是否即“\($0)”？" } ?? ""
      return Wording(
        found: "\(column)列的编码“\(value)”不存在。\(guess)", consequence: unused, remedy: "请改正编码，或补登该单位。")
    case .parentCycle(_, let codes):
      return Wording(
        found: "上级关系成了一个圈：\(codes.joined(separator: " → "))。", consequence: unused,
        remedy: "请改正其中一个单位的上级。")
    case .nameShared(_, let name, let codes):
      return Wording(
        found: "同时有几个同类单位都叫“\(name)”：\(codes.joined(separator: "、"))。",
        consequence: "写着这个名称的数据行会被搁置，因为无法判断指的是哪一个。",
        remedy: "请只在一个单位保留这个别名，或让它们的起止日期不重叠。")
    case .aliasUnsigned(_, let name):
      return Wording(
        found: "别名“\(name)”没有写明由谁核对：by空着。", consequence: unused, remedy: "请在by写核对人的角色，在on写日期。")
    }
  }
}
