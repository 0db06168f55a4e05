import Findings

extension MembershipFinding {
  var chinese: Wording {
    let unused = "归属关系未被采用，数据库中原有的不变。"
    switch self {
    case .columnMissing(_, let column, let present):
      let guess = nearMiss(to: column, among: present).map { "是否即“\($0)”？" } ?? ""
      return Wording(
        found: "归属关系表没有“\(column)”列。\(guess)", consequence: unused,
        remedy: "各列为 member、of、share、from、to，其中 share 和 to 可以留空。")
    case .unitUnknown(_, let column, let value, let nearest):
      let guess = nearest.map { "是否即“\($0)”？" } ?? ""
      return Wording(
        found: "\(column)列的编码“\(value)”不存在。\(guess)", consequence: unused, remedy: "请改正编码，或在单位名册中补登。")
    case .dateUnreadable(_, let column, let value):
      return Wording(
        found: "\(column)列的“\(value)”不是日期。", consequence: unused, remedy: "请写成 2025-06-30 的样子。")
    case .datesReversed(_, let from, let to):
      return Wording(
        found: "归属的截止日（\(to)）早于起始日（\(from)）。", consequence: unused, remedy: "请改正 from 或 to。")
    case .shareOutOfRange(_, let value):
      return Wording(
        found: "份额“\(value)”不是大于 0、不超过 1 的数。", consequence: unused, remedy: "请写成 0.6 的样子；全部归属可留空。")
    case .ofItself(_, let code):
      return Wording(found: "单位\(code)归属于它自己。", consequence: unused, remedy: "请改正其中一个编码。")
    case .sharesOverOne(_, let member, let day, let shares):
      return Wording(
        found: "\(day)，\(member)的各份额\(shares.map { "\($0)" }.joined(separator: "、"))合计超过1。",
        consequence: "照此使用：它的数据会多算。", remedy: "请改正 share，或上一段归属的截止日。")
    case .twice(_, let member, let group, let first):
      return Wording(
        found: "\(member)同一天两次归属于\(group)，首次见\(first.text)。", consequence: unused,
        remedy: "请只保留一行，或让起止日期不重叠。")
    }
  }
}
