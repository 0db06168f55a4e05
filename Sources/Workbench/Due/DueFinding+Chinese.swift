import Findings

extension DueFinding {
  var chinese: Wording {
    switch self {
    case .notDueYet(_, let looks, let first, let scheme, let period):
      let count = looks.map(\.count).reduce(0, +)
      let parts = looks.map { "\($0.period)看到\($0.day)，\($0.count)项" }.joined(separator: "；")
      return Wording(
        found: "本期应报应办的事项有\(count)项在所看的那一天还没有过应报日（\(parts)）。",
        consequence: "这些事项在这次评分中不计，后来迟报、未报的也看不出来。",
        remedy:
          "要都到期后再评：qingheng score \(scheme) --period \(period) --as-of \(first)，或更晚的一天。明知如此仍要定稿的，用 --accept-warnings --reason 写明理由。"
      )
    }
  }
}
