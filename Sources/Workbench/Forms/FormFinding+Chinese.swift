import Findings

extension FormFinding {
  var chinese: Wording {
    let nothing = "没有写出表格。"
    return switch self {
    case .ofAnonymousTable(_, let table):
      Wording(
        found: "“\(table)”是匿名问卷，答卷由问卷平台收，不能由人代填。", consequence: nothing,
        remedy: "请从问卷平台导出答卷，用 qingheng import 导入。")
    case .fileExists(let place):
      Wording(
        found: "文件已经在了：\(place.text)。", consequence: "已有的可能填过，不覆盖；这一步没有做。",
        remedy: "请先移走，或另起一个名字。")
    case .unitOfOtherKind(let place, let table, let kind, let kinds):
      Wording(
        found: "“\(place.text)”是\(kind)，“\(table)”的各行只能是\(kinds.joined(separator: "、"))。", consequence: nothing,
        remedy: "请换一个单位，或去掉 --unit。")
    case .withoutUnits(_, let table, let kinds):
      Wording(
        found: "名册里没有“\(table)”可以评的单位（\(kinds.joined(separator: "、"))）。", consequence: nothing,
        remedy: "请核对 units.csv 中单位的类别和起止日期，或用 --unit 指定。")
    case .assessorColumnOpen(_, let table, let candidates):
      Wording(
        found: "看不出“\(table)”哪一列是评分人。", consequence: nothing,
        remedy: candidates.isEmpty
          ? "这张表没有可写评分人的文字列，请不用 --assessors，直接出填报表。" : "请写 --assessor-column，如：\(candidates.joined(separator: "、"))。")
    case .columnUnknown(let place, let table, let known):
      Wording(
        found: "“\(table)”没有“\(place.text)”这一列。", consequence: nothing, remedy: "可用：\(known.joined(separator: "、"))。")
    case .itemsOpen(let place, let table, let known):
      Wording(
        found: "“\(table)”的“\(place.text)”可以是任何值，不能逐项列出。", consequence: nothing,
        remedy: known.isEmpty
          ? "请去掉 --each，或在表规格里给这一列写 labels 或 range。" : "可逐项列出的列：\(known.joined(separator: "、"))。")
    case .assessorRefused(let place, let column, let pattern):
      Wording(
        found: "评分人“\(place.text)”不合“\(column)”列的规则 \(pattern)。", consequence: nothing, remedy: "请改正评分人的写法。")
    case .assessorsAbsent:
      Wording(
        found: "没有写评分人。", consequence: nothing, remedy: "请在 --assessors 后写各人，或一个每行一人的文本文件。")
    case .assessorTwice(let place):
      Wording(found: "评分人“\(place.text)”写了两次。", consequence: nothing, remedy: "请去掉重复的。")
    }
  }
}
