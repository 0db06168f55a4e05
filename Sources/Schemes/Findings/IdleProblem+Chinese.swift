import Findings

extension IdleProblem {
  var chinese: Wording {
    switch self {
    case .testNever(let owner, let measure, let comparison, let bounds):
      return Wording(
        found: "“\(owner)”看“\(measure)”是否\(comparison.chinesePhrase(isShare: false))，而它的取值为\(Self.interval(bounds))。",
        consequence: "这个条件永远不成立。", remedy: "请核对数值是比率（0.9）还是百分数（90）。")
    case .testAlways(let owner, let measure, let comparison, let bounds):
      return Wording(
        found: "“\(owner)”看“\(measure)”是否\(comparison.chinesePhrase(isShare: false))，而它的取值为\(Self.interval(bounds))。",
        consequence: "凡有取值的单位都会被触发。", remedy: "请改正数值，或删去这个条件。")
    case .stepConstant(let node, let step, let gives, let bounds):
      return Wording(
        found: "“\(node)”的换算 \(step) 对任何取值（\(Self.interval(bounds))）都得\(formatted(gives))。",
        consequence: "凡有取值的单位得分相同。", remedy: "请核对其中的数，以及取值是比率（0.9）还是百分数（90）。")
    case .changeZero(let effect):
      return Wording(
        found: "加减分项“\(effect)”每次加减0分。", consequence: "它不改变任何得分。", remedy: "请改正 each，或删去这一项。")
    case .untriggered(let effect, let grade, let isCeiling):
      return Wording(
        found: "加减分项“\(effect)”\(isCeiling ? "把等级限制为不高于" : "把等级定为")“\(grade)”，却没有写 when，会对所有单位生效。",
        consequence: "方案未载入。", remedy: "请用 when 写明触发它的度量，并取自需要认定的表（也可能是缩进不够）。")
    }
  }
}
