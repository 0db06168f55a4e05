import Findings

extension DecisionProblem {
  var chinese: Wording {
    let refused = "该决定未被采用，不改变任何分数。"
    return switch self {
    case .targetUnknown(let target, let known):
      Wording(
        found: "方案中没有名为“\(target)”的指标或加减分项"
          + (nearMiss(to: target, among: known).map { "（是否想写“\($0)”？）" } ?? "") + "。",
        consequence: refused,
        remedy: "请改正决定表的 node 一列后重新导入。")
    case .unitUnknown(let unit):
      Wording(
        found: "本期评定范围内没有代码为“\(unit)”的单位。", consequence: refused,
        remedy: "请改正决定表的 unit 一列，或核对该单位在单位名册中的起止日期和类别。")
    case .notOpen(let target):
      Wording(
        found: "“\(target)”没有规定可由决定改变。", consequence: refused,
        remedy: "确应允许的，请在方案中为它写 override（指标）或 adjust（加减分项），按程序批准后生效。")
    case .roleWrong(let found, let needed):
      Wording(
        found: needed.map { "规定由“\($0)”决定，记录的决定人是“\(found)”。" } ?? "没有记录由谁决定。",
        consequence: refused, remedy: "请由有权的组织作出决定，并在 role 一列写明。")
    case .reasonMissing:
      Wording(found: "规定必须写明理由，但理由是空的。", consequence: refused, remedy: "请在 reason 一列写明理由后重新导入。")
    case .valueMissing(let target):
      Wording(
        found: "对“\(target)”的决定没有可用的数值。", consequence: refused,
        remedy: "请在 value 一列写数值；对指标也可写“不适用”。")
    case .valueOutOfRange(let value, let low, let high):
      Wording(
        found: "决定的数值是\(plain(value))，应在\(plain(low))至\(plain(high))之间。", consequence: refused,
        remedy: "请改正 value 一列后重新导入。")
    case .beyondLimit(let value, let total, let limit):
      Wording(
        found: "决定调整\(plain(value))分；该单位已调整\(plain(total))分，累计不得超过正负\(plain(limit))分。",
        consequence: "本条决定全部不采用，此前各条不受影响。", remedy: "请在限额之内重新决定。")
    case .superseded(let date, let by):
      Wording(
        found: "同一指标、同一单位有两个决定：\(day(date))的，和\(day(by))的。", consequence: "以日期在后的为准；同日的以记录在后的为准。",
        remedy: "无须处理；后一决定有误的，请补记新的决定。")
    case .ofHalf(let effect, let year):
      Wording(
        found: "这是半年的决定，加减分项“\(effect)”在\(year)年度只采用年度的决定。", consequence: "它在该半年的结果中生效，不进入年度。",
        remedy: "年度也应调整的，请另记一条期间为\(year)的决定。")
    case .grantMissing(let grade):
      Wording(
        found: "对“\(grade)”的决定没有写明授予还是不授予。", consequence: refused, remedy: "请在 value 一列写“授予”或“不授予”后重新导入。")
    case .notAwaiting(let grade):
      Wording(
        found: "该单位没有因并列而待决定是否授予“\(grade)”。", consequence: "该决定未被采用，等级仍按方案评定。",
        remedy: "请核对决定的期间、单位和等级；另有理由的，只能按方案中的规则处理。")
    case .beyondPlaces(let grade, let left):
      Wording(
        found: "并列单位中决定授予“\(grade)”的多于所余的\(left)个名额。", consequence: "对这些并列单位的决定都未被采用，仍待评选组织决定。",
        remedy: "请重新决定，授予的不超过所余名额，并补记新的决定。")
    }
  }
}

private func day(_ yyyymmdd: Int) -> String {
  "\(yyyymmdd / 10_000)年\(yyyymmdd / 100 % 100)月\(yyyymmdd % 100)日"
}
