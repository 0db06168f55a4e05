import Findings

extension Step {
  func englishSentence(points: Double?, isShare: Bool) -> String {
    let full = points.map { "the full \(counted(formatted($0), "point"))" } ?? "the full points"
    func gives(_ operand: Operand) -> String {
      if let points, operand.number == points { return full }
      return points == nil ? operand.text() : counted(operand.text(), "point")
    }
    switch action {
    case .linear(let knots):
      let parts = knots.enumerated().map { index, knot in
        let isEnd = isShare && (knot.x.number == 0 || knot.x.number == 1)
        let ending = isEnd ? "" : index == 0 ? " or less" : index == knots.count - 1 ? " or more" : ""
        return "\(knot.x.text(isShare: isShare))\(ending) gives \(gives(knot.y))"
      }
      let rises = (knots.first?.y.number ?? 0) <= (knots.last?.y.number ?? 0)
      return (rises ? parts.reversed() : parts).joined(separator: ", ")
        + (knots.count > 1 ? ", in between along straight lines" : "")
    case .bands(let bands):
      return bands.enumerated().map { index, band in
        let isLast = index == bands.count - 1 && index > 0
        let isTop = isShare && band.atLeast.number == 1
        let bound = isLast ? "anything else" : band.atLeast.text(isShare: isShare) + (isTop ? "" : " or more")
        return "\(bound) gives \(gives(band.gives))"
      }.joined(separator: ", ")
    case .matrix(let matrix):
      func bound(_ operand: Operand, _ index: Int, of count: Int, isShare: Bool) -> String {
        index > 0 && index == count - 1 ? "anything else" : operand.text(isShare: isShare) + " or more"
      }
      let rows = matrix.rows.enumerated().map { index, row in
        let cells = zip(matrix.columns, row.gives).enumerated().map { column, cell in
          bound(cell.0, column, of: matrix.columns.count, isShare: false) + " gives " + gives(cell.1)
        }
        return bound(row.atLeast, index, of: matrix.rows.count, isShare: isShare)
          + ": “\(matrix.across)” \(cells.joined(separator: ", "))"
      }
      return "bands: " + rows.joined(separator: "; ")
    case .proportional(let operand):
      return "\(operand.text(isShare: isShare)) or more gives \(full), less in proportion"
    case .deduct(let each, let atMost):
      let limit = atMost.map { ", at most \($0.text())" } ?? ", down to 0"
      return "from \(full), \(each.text()) off for each\(limit)"
    case .add(let each, let atMost):
      let limit = atMost.map { ", at most \($0.text())" } ?? ""
      return "\(counted(each.text(), "point")) for each\(limit), up to \(full)"
    case .required(let times, let each, let further, let atMost):
      let beyond = further.number == 0 ? "" : ", \(further.text()) for each beyond"
      let limit = atMost.map { ", at most \($0.text())" } ?? ""
      return
        "\(counted(times.text(), "time is", "times are")) due, \(counted(each.text(), "point")) for each\(beyond)\(limit), up to \(full)"
    case .pass(let comparison):
      return "\(comparison.englishPhrase(isShare: isShare)) gives \(full), otherwise 0"
    case .goalposts(let low, let high, let isLogarithmic, let to):
      return "\(low.text()) to \(high.text())\(isLogarithmic ? " in logarithms" : "") becomes "
        + "\(formatted(to.low)) to \(formatted(to.high))"
    case .clamp(let low, let high):
      let parts = [
        low.map { "less than \($0.text()) counts as \($0.text())" },
        high.map { "more than \($0.text()) counts as \($0.text())" },
      ]
      return parts.compactMap { $0 }.joined(separator: ", ")
    case .round(let digits):
      return digits == 0
        ? "rounded to a whole number" : "rounded to \(counted(digits, "decimal place"))"
    case .times(let factor): return "times \(factor.text())"
    case .dropIf(let units): return "not applicable to anyone if fewer than \(counted(units, "unit")) have a value"
    case .zScore, .minMax, .rank, .borda, .percentile, .distance, .shareOfBest, .impute, .treat:
      return englishComparing
    }
  }

  /// Steps that look at other units, leaves or periods.
  private var englishComparing: String {
    let units = Population.english(population)
    switch action {
    case .zScore(let to, _):
      return "z-score over \(units), mean \(formatted(to.mean)), standard deviation \(formatted(to.deviation))"
    case .minMax(let to, .observed, _):
      return "the least to the greatest of \(units) becomes \(formatted(to.low)) to \(formatted(to.high))"
    case .minMax(let to, .fixed(let low, let high), _):
      return "\(low.text()) to \(high.text()) becomes \(formatted(to.low)) to \(formatted(to.high)), also beyond"
    case .rank(let order, _):
      return "rank among \(units), the \(order == .descending ? "greatest" : "least") first"
    case .borda: return "how many of \(units) lie below"
    case .percentile: return "percentile among \(units), 0 the least and 1 the greatest"
    case .distance(.best, _): return "the least of \(units) becomes 0, the greatest 1, in proportion"
    case .distance(.unit(let code), _):
      return "the least of \(units) becomes 0, the value of unit \(code) 1, in proportion"
    case .distance(.target(let target, let isCapped), _):
      return "the least of \(units) becomes 0, the target \(target.text()) 1, in proportion"
        + (isCapped ? ", never above 1" : "")
    case .shareOfBest: return "divided by the greatest of \(units)"
    case .impute(let imputation): return "filled by \(imputation.english) if missing, without coverage"
    case .treat(let treatment, _): return treatment.english(units)
    default: return word
    }
  }
}

extension Population {
  /// Whom a step compares with; nil: as the scheme's defaults say.
  static func english(_ population: Population?) -> String {
    switch population {
    case .reported: "units with a value"
    case .eligible: "eligible units"
    case .peers: "peers"
    case .frozen(let period): "the units of \(period)"
    case .periods(let periods): "the units of this period and of \(periods.joined(separator: ", "))"
    case nil: "the reference units"
    }
  }
}

extension Step.Imputation {
  fileprivate var english: String {
    switch self {
    case .units(let center, nil): "the \(center.rawValue) of all units"
    case .units(let center, let group?):
      "the \(center.rawValue) of the units with the same “\(registerColumnName(group, in: .english))”"
    case .siblings(let center, _): "the \(center.rawValue) position of the unit's other leaves beside it"
    case .latestPeriod(nil): "the value of the latest period that has one"
    case .latestPeriod(let most?): "the value of the latest period that has one, at most \(most) back"
    case .betweenPeriods: "the straight line between the periods before and after"
    }
  }
}

extension Step.Treatment {
  fileprivate func english(_ units: String) -> String {
    let transform =
      switch then {
      case .none: ""
      case .logCT: ", then logarithms if that does not do"
      case .logCTOriginal: ", then logarithms of what is above the least, plus 1, if that does not do"
      case .logCTPlus: ", then logarithms towards the longer tail if that does not do"
      }
    if isForced {
      let passing =
        then == .none
        ? "" : " (a skewness below \(formatted(skew)) in size or a kurtosis below \(formatted(kurtosis)) does)"
      return "over \(units), up to \(counted(winmax, "extreme value is", "extreme values are")) drawn in to the next, "
        + "whatever the shape" + transform + passing + (isCombined && then != .none ? " (of the values drawn in)" : "")
    }
    return "unchanged if over \(units) the skewness is below \(formatted(skew)) in size or the kurtosis below "
      + "\(formatted(kurtosis)), otherwise up to \(counted(winmax, "extreme value is", "extreme values are")) drawn in to the next"
      + transform + (isCombined && then != .none ? " (of the values drawn in)" : "")
  }
}
