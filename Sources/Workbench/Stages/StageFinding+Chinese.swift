import Findings

extension StageFinding {
  var chinese: Wording {
    let nothing = "没有记录。"
    switch self {
    case .skipped(_, let stage, let missing, let scheme, let period):
      return Wording(
        found: "\(period)还没有\(missing.name(in: .chinese))，不能直接作为\(stage.name(in: .chinese))。", consequence: nothing,
        remedy: "qingheng stage \(scheme) --period \(period) --as \(missing.name(in: .chinese)) --role 角色")
    case .notTheSubmittedRun(_, let run, let submitted, let scheme, let period):
      return Wording(
        found: "现在的评分（运行 \(run)）不是报审的那一次（运行 \(submitted)）。", consequence: nothing,
        remedy: "先重新报审：qingheng stage \(scheme) --period \(period) --as 报审稿 --role 角色")
    case .alreadyFinal(_, let run, let day, let scheme, let period):
      return Wording(
        found: "\(period)已于\(day)定稿（运行 \(run)）。", consequence: nothing,
        remedy: "确需重新公布的，写明理由：qingheng stage \(scheme) --period \(period) --as 征求意见稿 --role 角色 --reason 理由")
    case .dayBeforeLast(_, let day, let last):
      return Wording(found: "\(day)早于上一稿的日期\(last)。", consequence: nothing, remedy: "请核对 --date。")
    case .dayAfterToday(_, let day, let today):
      return Wording(found: "\(day)晚于今天（\(today)）。", consequence: nothing, remedy: "请核对 --date。")
    case .dayBeforeRun(_, let day, let asOf):
      return Wording(
        found: "\(day)早于这次评分的数据截止日\(asOf)，那时还没有这个结果。", consequence: nothing,
        remedy: "请核对 --date；要用更早的数据，请用 --as-of 重新评分。")
    case .warningsStand(_, let codes, let scheme, let period):
      return Wording(
        found: "这次评分的提醒没有解决：\(codes.joined(separator: "、"))。", consequence: "未定稿。",
        remedy:
          "请先解决并重新评分、报审；审定机构明知而仍要定稿的：qingheng stage \(scheme) --period \(period) --as 定稿 --role 角色 --accept-warnings --reason 理由"
      )
    case .finalUnchecked(_, let run, let what, let scheme, let period):
      return Wording(
        found:
          "定稿（运行 \(run)）评分时读不到受保护的数据，现在可以读到；有变动的依据：\(what.map(\.chinese).joined(separator: "、"))。",
        consequence: "定稿不变，但其中的否决和等级限制未核。",
        remedy:
          "请重新评分核对：qingheng score \(scheme) --period \(period)；结果不同的，用 qingheng stage … --as 征求意见稿 --reason 理由 重新公布。"
      )
    case .nothingToWithdraw:
      return Wording(found: "没有登记过任何稿。", consequence: "没有撤回。", remedy: "请核对方案和期间。")
    case .withdrawalUnexplained:
      return Wording(found: "没有写明撤回的理由。", consequence: "没有撤回。", remedy: "请写 --reason。")
    case .roleEmpty:
      return Wording(found: "没有写明由谁发出。", consequence: nothing, remedy: "请写 --role 清廉办 这样的角色，不写姓名。")
    case .dayUnreadable(let place):
      return Wording(found: "“\(place.text)”不是日期。", consequence: nothing, remedy: "请写成 2026-07-20 的样子。")
    case .runNotWhole(_, let asOf, let end):
      return Wording(
        found: "这次评分的数据截至\(asOf)，期间到\(end)才结束。", consequence: nothing, remedy: "期间结束后重新评分，再定稿。")
    case .absent(_, let stage, let scheme, let period, let known):
      let list = known.isEmpty ? "还没有任何稿" : "已有：\(known.map { $0.name(in: .chinese) }.joined(separator: "、"))"
      return Wording(
        found: "\(period)没有\(stage.name(in: .chinese))；\(list)。", consequence: "没有可以显示的结果。",
        remedy: "qingheng stage \(scheme) --period \(period) --as \(stage.name(in: .chinese)) --role 角色")
    case .laterRun(_, let run, let later):
      return Wording(
        found: "定稿之后又评过分（运行 \(later)）。", consequence: "这里用的是定稿（运行 \(run)）。", remedy: "需要更改结果的，按程序重新征求意见、报审、定稿。")
    case .finalStands(_, let run, let day, let now, let scheme, let period):
      return Wording(
        found: "\(period)已于\(day)定稿（运行 \(run)），这次评分是运行 \(now)。", consequence: "定稿不变：名次、报告和其他方案仍用定稿。",
        remedy:
          "确需更改结果的，写明理由重新征求意见：qingheng stage \(scheme) --period \(period) --as 征求意见稿 --role 角色 --reason 理由")
    }
  }
}
