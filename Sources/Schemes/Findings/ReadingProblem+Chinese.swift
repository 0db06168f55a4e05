import Findings

extension ReadingProblem {
  var chinese: Wording {
    let unread = "该方案未被载入。"
    switch self {
    case .parameterUnknown(let name, let known):
      let names = KnownNames(name: name, known: known)
      return Wording(
        found: "没有名为“\(name)”的参数。\(names.chineseGuess)", consequence: unread,
        remedy: "请在 params 下补上（现有：\(names.chineseList)）；如确需以 $ 开头的文字，请加引号。")
    case .parameterUnused(let name):
      return Wording(
        found: "参数“\(name)”没有被用到。", consequence: "改动它不影响结果。",
        remedy: "请在要用它的地方写 $\(name)，或删去该参数。")
    case .duplicateId(let kind, let id, let first):
      return Wording(
        found: "\(kind.chinese)“\(id)”已在 \(first.text) 出现过。", consequence: unread, remedy: "请给其中一个改名。")
    case .cycle(let kind, let chain):
      return Wording(
        found: "\(kind.chinese)互相引用，形成循环：\(chain.joined(separator: " → "))。", consequence: unread,
        remedy: "请把其中一个完整写出，不再引用下一个。")
    case .oneOf(let owner, let legal, let found):
      let had = found.isEmpty ? "一个也没有" : "同时有\(found.joined(separator: "、"))"
      return Wording(
        found: "“\(owner)”须在下列各项中恰好写一项，现在\(had)：\(legal.joined(separator: "、"))。", consequence: unread,
        remedy: found.isEmpty ? "请补上其中一项。" : "请保留一项，删去其余。")
    case .listLength(let key, let needed, let found):
      return Wording(
        found: "“\(key)”此处应有\(needed)项\(needed == 1 ? "以上" : "")，现有\(found)项。", consequence: unread,
        remedy: "请在方括号内写\(needed)项。")
    case .numberOutside(let key, let value, let rule):
      return Wording(
        found: rule == .notZero ? "“\(key)”不能为0。" : "“\(key)”是\(formatted(value))，应\(rule.chinese)。",
        consequence: unread,
        remedy: rule == .share && value > 1 ? "请写成比例：30% 写 0.3。" : "请改正这个数字。")
    case .dateUnreadable(let key, let value):
      return Wording(
        found: "“\(key)”写的是“\(value)”，既不是日期，也不是 period_start、period_end、as_of 之一。",
        consequence: unread, remedy: "日期请写成 2025-06-30，或写 months_before: [period_end, 6]。")
    case .valueMissing(let measure, let take):
      return Wording(
        found: "度量“\(measure)”的算法是 \(take)，却没有写对哪个值计算。", consequence: unread,
        remedy: "请补上 value 并写明列名；只有 count 可以不写。")
    case .keyNeeds(let key, let needed):
      return Wording(
        found: "“\(key)”只有与“\(needed)”同写才有意义，而这里没有写后者。", consequence: unread,
        remedy: "请补上“\(needed)”，或删去“\(key)”。")
    case .periodUnreadable(let key, let value):
      return Wording(
        found: "“\(key)”写的是“\(value)”，不是期间。", consequence: unread,
        remedy: "请写成 2025、2025H1、2025Q3 或 2025-06 这样的期间。")
    case .approvalAbsent:
      return Wording(
        found: "方案没有写明批准文号。", consequence: "报告将注明“默认方案（自拟），未经本院审定”。",
        remedy: "审定后请补上 approval: {文号: …, date: …}。")
    }
  }
}

extension ReadingProblem.NumberRule {
  var chinese: String {
    switch self {
    case .positive: "大于0"
    case .notNegative: "不小于0"
    case .share: "在0到1之间"
    case .notZero: "不为0"
    case .whole(let range): "是\(range.lowerBound)到\(range.upperBound)之间的整数"
    case .between(let low, let high): "在\(formatted(low))到\(formatted(high))之间"
    case .above(let bound): "大于\(formatted(bound))"
    }
  }
}
