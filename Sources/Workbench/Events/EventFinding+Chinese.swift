import Findings
import Tables

extension EventFinding {
  var chinese: Wording {
    let knowingly = "明知如此仍要定稿的，用 --accept-warnings --reason 写明理由。"
    switch self {
    case .pending(_, let table, let asOf, let stages, _):
      let count = stages.map(\.count).reduce(0, +)
      let parts = stages.map { "\($0.stage.word(.chinese))\($0.count)件" }.joined(separator: "、")
      return Wording(
        found: "“\(table)”中本期有\(count)件到\(asOf)还没有认定、生效（\(parts)）。", consequence: "这些事项在这次评分中不起作用。",
        remedy: "请用 qingheng events --as-of \(asOf) 查看并催办；有了认定，重新导入，用不早于生效日期的 --as-of 再评。\(knowingly)")
    case .unconfirmed(_, let table, let column, let count):
      return Wording(
        found: "“\(table)”中本期有\(count)行没有填“\(column)”。", consequence: "这些行在这次评分中不起作用。",
        remedy: "认定以后填“是”或“否”，重新导入，再评分。\(knowingly)")
    case .later(_, let table, let asOf, let count, let last, let scheme, let period):
      return Wording(
        found: "“\(table)”中本期有\(count)件在数据截至日（\(asOf)）之后才生效，最晚的在\(last)。",
        consequence: "这些事项不计入这次评分；它们属于本期，以后各期也不计。",
        remedy: "请再评：qingheng score \(scheme) --period \(period) --as-of \(last)。\(knowingly)")
    case .earlier(_, let table, let count, let periods, let last, let scheme):
      let command = periods.first.map { "qingheng score \(scheme) --period \($0) --as-of \(last)" } ?? ""
      return Wording(
        found: "“\(table)”中有\(count)件以前各期（\(periods.joined(separator: "、"))）的事项已经生效，最晚的在\(last)，而那几期的结果没有计入。",
        consequence: "它们属于那几期，不计入本期：在哪一期都没有起作用。", remedy: "请由审定机构决定是否重评：\(command)；已定稿的，写明理由重新征求意见。")
    case .registerWithoutRows(_, let table, let period):
      return Wording(
        found: "受保护的“\(table)”在\(period)没有一行。", consequence: "按“没有发生”计：可能是确实没有，也可能是那一期的台账没有导入。",
        remedy: "请核对并导入那一期的台账，再评分。确实没有的，定稿时用 --accept-warnings --reason 写明由谁核对过。")
    }
  }
}
