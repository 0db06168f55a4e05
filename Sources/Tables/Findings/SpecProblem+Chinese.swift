import Findings

extension SpecProblem {
  var chinese: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "该数据表规格未载入。", remedy: remedy)
    }
    switch self {
    case .columnUnknown(let role, let name, let legal):
      let guess = nearMiss(to: name, among: legal).map { "是否想写“\($0)”？" } ?? ""
      return wording("\(role.chinese)用到的列“\(name)”不在columns中。\(guess)", "可用的列：\(legal.joined(separator: "、"))")
    case .columnDropped(let role, let name):
      return wording("\(role.chinese)用到的列“\(name)”已标为不读取。", "请去掉“\(name)”的drop: true，或改用其他列。")
    case .columnTaken(let id, let owner):
      return wording(
        "列名“\(id)”已被占用（“\(owner)”；不区分大小写）。", "请另起列名，并保留表头：header: \(id)")
    case .headerTwin(let header, let columns):
      return wording("列\(quoted(columns, in: .chinese))的表头都是“\(header)”。", "请给每一列写各自的表头。")
    case .noColumns:
      return wording("数据表有0列。", "请写columns，或写other_columns并给出类型。")
    case .labelSetUnknown(let name, let legal):
      let guess = nearMiss(to: name, among: legal).map { "是否想写“\($0)”？" } ?? ""
      let known = legal.isEmpty ? "label_sets中没有任何选项组" : "已有：\(legal.joined(separator: "、"))"
      return wording("没有名为“\(name)”的选项组。\(guess)", "请写已有的选项组，或直接写出选项；\(known)")
    case .labelMeaning(let label, let value):
      return wording(
        "选项“\(label)”对应“\(value)”，不是数字。", "请写数字、not_applicable（不适用）或missing（缺失）：\(label): 0")
    case .labelTwin(let label):
      return wording("选项“\(label)”列出了两次。", "请删去其中一个。")
    case .labelType(let label, let type):
      return wording("选项“\(label)”对应的数字与类型\(type.rawValue)不符。", "请写type: number，或修改选项的含义。")
    case .labelOutsideRange(let label, let value, let range):
      return wording("选项“\(label)”对应\(plain(value))，不在范围\(plain(range))内。", "请放宽范围，或改正选项。")
    case .rangeShape:
      return wording("范围应写成两个数字。", "请写成range: [0, 100]")
    case .rangeReversed(let low, let high):
      return wording(
        "范围的下限\(plain(low))大于上限\(plain(high))。", "请对调：range: [\(plain(high)), \(plain(low))]")
    case .rangeType(let type):
      return wording("类型为\(type.rawValue)的列写了范围。", "请去掉范围，或把类型改为number、integer或duration_s。")
    case .pattern(let pattern, let problem):
      switch problem {
      case .syntax(let position):
        return wording(
          "格式“\(pattern)”在第\(position)个字符处无法理解。",
          "可用[A-Z0-9]、\\d、\\w、\\s、.、( )、|、*、+、?、{m,n}；其他符号前请加\\。")
      case .tooLarge(let limit):
        return wording("格式“\(pattern)”超过\(limit)步。", "请减少重复次数：{m,n}中用较小的数。")
      }
    case .confirmedType(let column, let type):
      return wording("confirmed所指的列“\(column)”类型为\(type.rawValue)。", "请给“\(column)”写type: boolean。")
    case .confirmationTwice:
      return wording("同时写了confirmed和confirmation。", "请只留一个：有核实、认定、生效日期的用confirmation，只有“是/否”的用confirmed。")
    case .confirmationType(let column, let type, let needed):
      return wording(
        "confirmation所指的列“\(column)”类型为\(type.rawValue)。", "请给“\(column)”写type: \(needed.rawValue)。")
    case .confirmationResult(let result, let column, let legal):
      return wording(
        "positive中的“\(result)”不是“\(column)”的选项。", "请改正positive；选项有：\(legal.joined(separator: "、"))")
    case .rowRuleType(let column, let type, let needed):
      let rule = needed == .date ? "order（先后次序）" : "requires的column"
      return wording("\(rule)所指的列“\(column)”类型为\(type.rawValue)。", "请给“\(column)”写type: \(needed.rawValue)，或改用其他列。")
    case .rowRuleText(let text, let column, let legal):
      return wording(
        "requires中的“\(text)”不是“\(column)”的选项。", "请改正is；选项有：\(legal.joined(separator: "、"))")
    case .protectedRegisters:
      return wording("受保护的表（protected: true）不能登记新单位：单位名称会离开受保护的数据库。", "请写unmatched: reject或stop，并在units.csv登记单位。")
    case .periodType(let column, let type):
      return wording(
        "period所指的列“\(column)”类型为\(type.rawValue)。", "请给“\(column)”写type: date、datetime或text。")
    case .grainPhase:
      return wording("日期不能归入“phase”。", "请写year、half、quarter、month或day。")
    case .rejectLimitOutside(let limit):
      return wording("reject_limit为\(plain(limit))，不是行数的比例。", "请写0到1之间的数，例如0.1。")
    case .headerRowsOutside(let rows):
      return wording("header_rows为\(rows)，应为1至5。", "请写表头占几行，例如header_rows: 2")
    case .headerRowOutside(let row):
      return wording("header_row为\(row)，而行号从1起。", "请写header_row: 1")
    case .registerKinds(let kinds):
      return wording("该表登记新单位，却写了\(kinds.count)个单位类别。", "请只写一个类别：kind: 科室")
    case .furtherType(let type):
      return wording("other_columns的类型是\(type.rawValue)，它要占几列。", "请写type: text，或在columns中逐列写明。")
    }
  }
}

extension SpecProblem.Role {
  var chinese: String {
    switch self {
    case .key: "key（主键）"
    case .unit: "unit（单位）"
    case .period: "period（期）"
    case .confirmed: "confirmed（认定）"
    case .confirmation: "confirmation（认定的各步）"
    case .careless: "careless（粗答）"
    case .order: "order（先后次序）"
    case .requires: "requires（必须填的列）"
    }
  }
}
