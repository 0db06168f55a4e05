import Findings

extension LedgerFinding {
  var chinese: Wording {
    let unused = "该系统的台账未被采用。"
    func guess(_ nearest: String?) -> String { nearest.map { "是否想写“\($0)”？" } ?? "" }
    switch self {
    case .nameTaken(_, let name):
      return Wording(found: "表名“\(name)”已有数据表或台账使用。", consequence: unused, remedy: "请换一个名称。")
    case .daysNegative(_, let key, let value):
      return Wording(found: "\(key)是\(value)，天数和月数不能小于0。", consequence: unused, remedy: "请写0或更大的整数。")
    case .daysTwice(_, let key, let value):
      return Wording(found: "\(key)中的\(value)写了两次。", consequence: unused, remedy: "请只保留一个。")
    case .grainRefused(_, let grain):
      return Wording(
        found: "grain是“\(grain)”，不能用来区分先后两次查出。", consequence: unused, remedy: "请写year、half、quarter或month。")
    case .wordTwice(_, let word, let first, let second):
      return Wording(
        found: "“\(word)”既在\(first)中，又在\(second)中。", consequence: unused, remedy: "请只保留一处。")
    case .columnNeeded(_, let rule, let key):
      return Wording(
        found: "\(rule)要用到\(key)，而没有写明是哪一列。", consequence: unused, remedy: "请加上：\(key): 列名")
    case .tableUnknown(_, let table, let nearest):
      return Wording(
        found: "没有数据表“\(table)”。\(guess(nearest))", consequence: unused, remedy: "请改正表名，或先写好它的数据表规格。")
    case .tableWithoutUnits(_, let table):
      return Wording(
        found: "数据表“\(table)”的行不属于任何单位。", consequence: unused, remedy: "请在其数据表规格中写上unit。")
    case .tableAnonymous(_, let table):
      return Wording(
        found: "数据表“\(table)”是匿名答卷，不能逐条列出。", consequence: unused, remedy: "请改用不匿名的数据表。")
    case .tableProtected(_, let table):
      return Wording(
        found: "数据表“\(table)”是受保护的工作秘密，台账要逐条列出，二者不能并存。", consequence: unused,
        remedy: "请改用公开的台账；受保护的表可以在方案里直接计数（take: count），用qingheng events看进度。")
    case .columnUnknown(_, let table, let column, let nearest):
      return Wording(
        found: "数据表“\(table)”没有“\(column)”列。\(guess(nearest))", consequence: unused, remedy: "请改正列名。")
    case .columnKind(_, let key, let column, let expected):
      return Wording(
        found: "\(key)是“\(column)”列，它不是\(expected.chinese)。", consequence: unused,
        remedy: "请在数据表规格中为“\(column)”写type: \(expected.example)，或换一列。")
    case .foundNullable(_, let table, let column):
      return Wording(
        found: "数据表“\(table)”没有期，而查出日期“\(column)”可以空着。", consequence: unused,
        remedy: "请在数据表规格中为“\(column)”写required: true，或写上period。")
    case .ledgerUnknown(let place, let known):
      let guess = guess(nearMiss(to: place.text, among: known))
      return known.isEmpty
        ? Wording(
          found: "没有任何台账。", consequence: "无可列出。", remedy: "请在datasets/系统名/ledgers.yaml中写明台账；写法见docs/ledgers.md。")
        : Wording(
          found: "没有台账“\(place.text)”。\(guess)", consequence: "无可列出。", remedy: "可用：\(known.joined(separator: "、"))")
    case .numberTwice(_, let id, let first):
      return Wording(
        found: "编号“\(id)”在同一单位有两行，另一行见\(first.text)。", consequence: "以后导入的一行为准，另一行不计。",
        remedy: "不是同一条的，请改正编号；是的，请撤销旧的一批。")
    case .problemUnknown(_, let measure, let problem, let nearest):
      return Wording(
        found: "措施“\(measure)”所属的问题“\(problem)”不在台账中，或有不止一个单位用此编号。\(guess(nearest))",
        consequence: "该措施不计入任何问题。", remedy: "请改正问题编号，或导入含有该问题的台账。")
    case .measureUnknown(_, let measure, let nearest):
      return Wording(
        found: "进展所属的措施“\(measure)”不在台账中，或有不止一个单位用此编号。\(guess(nearest))", consequence: "该进展不计入任何问题。",
        remedy: "请改正措施编号，或导入含有该措施的数据表。")
    case .measureWithoutProblem(_, let measure):
      return Wording(
        found: "措施“\(measure)”没有写所属的问题。", consequence: "该措施不计入任何问题。", remedy: "请填写问题编号。")
    case .unitGone(_, let problem, let unit, let day):
      return Wording(
        found: "问题“\(problem)”没有销号，而单位\(unit)已于\(day)撤销，没有承接单位。", consequence: "该问题仍列为未销号，不计入任何在册单位的得分。",
        remedy: "请在名册的successor写明承接单位，或由原监督部门销号。")
    case .doubt(_, let problem, let doubt): return doubt.chinese(problem)
    }
  }
}

extension LedgerFinding.Expected {
  fileprivate var chinese: String {
    switch self {
    case .day: "日期"
    case .number: "编号或文字"
    }
  }

  var example: String {
    switch self {
    case .day: "date"
    case .number: "text"
    }
  }
}

extension LedgerDoubt {
  fileprivate func chinese(_ problem: String) -> Wording {
    let kept = "日期照所写采用，该问题标为存疑。"
    switch self {
    case .order(let later, let laterDay, before: let earlier, let earlierDay):
      return Wording(
        found: "问题“\(problem)”的\(later.chinese)日（\(laterDay)）早于\(earlier.chinese)日（\(earlierDay)）。", consequence: kept,
        remedy: "请核对这两个日期，改正后重新导入。")
    case .deadlineFirst(let day, let found):
      return Wording(
        found: "问题“\(problem)”的整改时限（\(day)）早于查出日（\(found)）。", consequence: "时限照所写采用，可能因此算作逾期；该问题标为存疑。",
        remedy: "请核对时限和查出日期（常是年份写错），改正后重新导入。")
    case .verifiedWithoutDone:
      return Wording(
        found: "问题“\(problem)”已销号，而没有完成日期。", consequence: "照销号计算，该问题标为存疑。", remedy: "请补填完成日期，或核对销号日期。")
    case .measuresOpen(let done, let count):
      return Wording(
        found: "问题“\(problem)”写了完成日期，而\(count)条措施只完成了\(done)条。", consequence: "仍按已完成待销号计，该问题标为存疑。",
        remedy: "请补填措施的完成日期，或去掉问题的完成日期。")
    case .standingWithDay(let day):
      return Wording(
        found: "问题“\(problem)”属长期坚持，却又写了时限（\(day)）。", consequence: "按没有时限计，不算超期，该问题标为存疑。",
        remedy: "请去掉时限，或改正整改类型。")
    case .undated(let event, let words):
      return Wording(
        found: "问题“\(problem)”的\(event.chinese)日期写的是“\(words)”，读不出日期。",
        consequence: "按没有\(event.chinese)日期计算，该问题标为存疑。", remedy: "请写明是哪一日，如2025-06-30。")
    }
  }
}

extension LedgerDoubt.Event {
  var chinese: String {
    switch self {
    case .found: "查出"
    case .notified: "下达"
    case .done: "完成"
    case .verified: "销号"
    case .revisited: "回头看"
    }
  }
}
