import Findings
import Register

extension Step {
  func chineseSentence(points: Double?, isShare: Bool) -> String {
    let full = points.map { "满分\(formatted($0))分" } ?? "满分"
    func gives(_ operand: Operand) -> String {
      if let points, operand.number == points { return "得\(full)" }
      if points == nil { return "得\(operand.text())" }
      return operand.number == 0 ? "0分" : "得\(operand.text())分"
    }
    switch action {
    case .linear(let knots):
      let parts = knots.enumerated().map { index, knot in
        let isEnd = isShare && (knot.x.number == 0 || knot.x.number == 1)
        let ending = isEnd ? "" : index == 0 ? "及以下" : index == knots.count - 1 ? "及以上" : ""
        return "\(knot.x.text(isShare: isShare))\(ending)\(gives(knot.y))"
      }
      let rises = (knots.first?.y.number ?? 0) <= (knots.last?.y.number ?? 0)
      return (rises ? parts.reversed() : parts).joined(separator: "，") + (knots.count > 1 ? "，中间按直线" : "")
    case .bands(let bands):
      return bands.enumerated().map { index, band in
        let isLast = index == bands.count - 1 && index > 0
        let isTop = isShare && band.atLeast.number == 1
        let bound = isLast ? "其余" : band.atLeast.text(isShare: isShare) + (isTop ? "" : "及以上")
        return bound + gives(band.gives)
      }.joined(separator: "，")
    case .matrix(let matrix):
      func bound(_ operand: Operand, _ index: Int, of count: Int, isShare: Bool) -> String {
        index > 0 && index == count - 1 ? "其余" : operand.text(isShare: isShare) + "及以上"
      }
      let rows = matrix.rows.enumerated().map { index, row in
        let cells = zip(matrix.columns, row.gives).enumerated().map { column, cell in
          bound(cell.0, column, of: matrix.columns.count, isShare: false) + gives(cell.1)
        }
        return bound(row.atLeast, index, of: matrix.rows.count, isShare: isShare)
          + "：“\(matrix.across)”\(cells.joined(separator: "，"))"
      }
      return "分档：" + rows.joined(separator: "；")
    case .proportional(let operand):
      return "达到\(operand.text(isShare: isShare))得\(full)，不足按比例"
    case .deduct(let each, let atMost):
      let limit = atMost.map { "，最多扣\($0.text())分" } ?? "，扣完为止"
      return "从\(full)起，每1扣\(each.text())分\(limit)"
    case .add(let each, let atMost):
      let limit = atMost.map { "，最多\($0.text())分" } ?? ""
      return "每1得\(each.text())分\(limit)，不超过\(full)"
    case .required(let times, let each, let further, let atMost):
      let beyond = further.number == 0 ? "" : "，超出的每次再得\(further.text())分"
      let limit = atMost.map { "，最多\($0.text())分" } ?? ""
      return "应有\(times.text())次，每次得\(each.text())分\(beyond)\(limit)，不超过\(full)"
    case .pass(let comparison):
      return "\(comparison.chinesePhrase(isShare: isShare))得\(full)，否则0分"
    case .goalposts(let low, let high, let isLogarithmic, let to):
      return
        "\(low.text())至\(high.text())\(isLogarithmic ? "取对数后" : "")折算为\(formatted(to.low))至\(formatted(to.high))"
    case .clamp(let low, let high):
      let parts = [low.map { "低于\($0.text())按\($0.text())计" }, high.map { "高于\($0.text())按\($0.text())计" }]
      return parts.compactMap { $0 }.joined(separator: "，")
    case .round(let digits): return digits == 0 ? "四舍五入到整数" : "四舍五入到\(digits)位小数"
    case .times(let factor): return "乘以\(factor.text())"
    case .dropIf(let units): return "有数据的单位不足\(units)个时，对所有单位不适用"
    case .zScore, .minMax, .rank, .borda, .percentile, .distance, .shareOfBest, .impute, .treat:
      return chineseComparing
    }
  }

  /// Steps that look at other units, leaves or periods.
  private var chineseComparing: String {
    let units = Population.chinese(population)
    switch action {
    case .zScore(let to, _): return "以\(units)标准化，平均\(formatted(to.mean))、标准差\(formatted(to.deviation))"
    case .minMax(let to, .observed, _):
      return "以\(units)中的最小值至最大值换算为\(formatted(to.low))至\(formatted(to.high))"
    case .minMax(let to, .fixed(let low, let high), _):
      return "\(low.text())至\(high.text())按比例换算为\(formatted(to.low))至\(formatted(to.high))，两端不截断"
    case .rank(let order, _): return "在\(units)中\(order == .descending ? "从高到低" : "从低到高")排列的位次"
    case .borda: return "在\(units)中高于几个单位"
    case .percentile: return "在\(units)中的百分位，0最低、1最高"
    case .distance(.best, _): return "以\(units)中的最小值为0、最大值为1，按比例换算"
    case .distance(.unit(let code), _): return "以\(units)中的最小值为0、单位\(code)的值为1，按比例换算"
    case .distance(.target(let target, let isCapped), _):
      return "以\(units)中的最小值为0、目标\(target.text())为1，按比例换算" + (isCapped ? "，超过目标按1计" : "")
    case .shareOfBest: return "除以\(units)中的最大值"
    case .impute(let imputation): return "缺失时" + imputation.chinese + "补上，不计入覆盖率"
    case .treat(let treatment, _): return treatment.chinese(units)
    default: return word
    }
  }
}

extension Population {
  /// Whom a step compares with; nil: as the scheme's defaults say.
  static func chinese(_ population: Population?) -> String {
    switch population {
    case .reported: "有数据的单位"
    case .eligible: "符合条件的单位"
    case .peers: "同组单位"
    case .frozen(let period): "\(Period(parsing: period)?.chineseName ?? period)的单位"
    case .periods(let periods):
      "本期和\(periods.map { Period(parsing: $0)?.chineseName ?? $0 }.joined(separator: "、"))各期的单位"
    case nil: "参照单位"
    }
  }
}

extension Step.Imputation {
  fileprivate var chinese: String {
    switch self {
    case .units(let center, nil): "以所有单位的\(center.chinese)"
    case .units(let center, let group?): "以“\(registerColumnName(group, in: .chinese))”相同的单位的\(center.chinese)"
    case .siblings(let center, _): "以本单位同级各项相对位置的\(center.chinese)"
    case .latestPeriod(nil): "以最近一期的值"
    case .latestPeriod(let most?): "以最近一期的值（最多往前\(most)期）"
    case .betweenPeriods: "以前后两期之间的直线"
    }
  }
}

extension Step.Imputation.Center {
  fileprivate var chinese: String { self == .mean ? "平均值" : "中位数" }
}

extension Step.Treatment {
  fileprivate func chinese(_ units: String) -> String {
    let transform =
      switch then {
      case .none: ""
      case .logCT: "，仍不符合则取对数"
      case .logCTOriginal: "，仍不符合则减去最小值、加1后取对数"
      case .logCTPlus: "，仍不符合则按偏斜的方向取对数"
      }
    if isForced {
      let passing = then == .none ? "" : "（偏度的绝对值小于\(formatted(skew))或峰度小于\(formatted(kurtosis))为符合）"
      return "以\(units)看，一律把最多\(winmax)个极端值收到相邻的值" + transform + passing
        + (isCombined && then != .none ? "（对收过的值）" : "")
    }
    return "以\(units)看，偏度的绝对值小于\(formatted(skew))或峰度小于\(formatted(kurtosis))即不改动；"
      + "否则把最多\(winmax)个极端值收到相邻的值" + transform + (isCombined && then != .none ? "（对收过的值）" : "")
  }
}
