import Findings

extension RequestFinding {
  var chinese: Wording {
    let marked = "报告在该处留下标记。"
    switch self {
    case .unitMissing(_, let key):
      return Wording(
        found: "“\(key)”说的是一个单位，这里没有写哪个单位。", consequence: marked,
        remedy: "请写 unit: D012；在逐个单位的报告里（题头 each，或 <!-- each … -->）写 unit: $unit。")
    case .unitUnused(_, let key):
      return Wording(
        found: "“\(key)”说的是全部单位，不能只取一个。", consequence: marked,
        remedy: "请去掉 unit；一个单位的，用 parts、losses、result，或文中的 {{score}} 等值。")
    case .stateUnknown(_, let word, let known):
      let guess = nearMiss(to: word, among: known).map { "是否想写“\($0)”？" } ?? ""
      return Wording(
        found: "没有“\(word)”这种问题状态。\(guess)", consequence: marked,
        remedy: "可用的状态：\(known.joined(separator: "、"))")
    case .internalOnly(_, let key):
      return Wording(
        found: "公开版不能用“\(key)”：里面有逐条的记录和文字。", consequence: marked,
        remedy: "请去掉，或把题头写成 edition: internal。")
    }
  }
}
