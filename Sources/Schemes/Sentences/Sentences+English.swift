extension Step {
  func englishSentence(points: Double?, isShare: Bool) -> String {
    let full = points.map { "the full \(formatted($0)) points" } ?? "the full points"
    func gives(_ operand: Operand) -> String {
      if let points, operand.number == points { return full }
      return points == nil ? operand.text() : "\(operand.text()) points"
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
    case .proportional(let operand):
      return "\(operand.text(isShare: isShare)) or more gives \(full), less in proportion"
    case .deduct(let each, let atMost):
      let limit = atMost.map { ", at most \($0.text())" } ?? ", down to 0"
      return "from \(full), \(each.text()) off for each\(limit)"
    case .add(let each, let atMost):
      let limit = atMost.map { ", at most \($0.text())" } ?? ""
      return "\(each.text()) points for each\(limit), up to \(full)"
    case .pass(let comparison):
      return "\(comparison.englishPhrase(isShare: isShare)) gives \(full), otherwise 0"
    case .goalposts(let low, let high, let isLogarithmic, let to):
      return "\(low.text()) to \(high.text())\(isLogarithmic ? " in logarithms" : "") becomes "
        + "\(formatted(to.low)) to \(formatted(to.high))"
    case .zScore(let to, let over):
      let population =
        switch over {
        case .reported: "units with a value"
        case .eligible: "eligible units"
        case .peers: "peers"
        case .frozen(let period): "the units of \(period)"
        case .periods(let periods): "the units of \(periods.joined(separator: ", "))"
        case nil: "the reference units"
        }
      return "z-score over \(population), mean \(formatted(to.mean)), standard deviation \(formatted(to.deviation))"
    case .times(let factor): return "times \(factor.text())"
    case .dropIf(let units): return "not applicable to anyone if fewer than \(units) units have a value"
    default: return word
    }
  }
}

extension Comparison {
  func englishPhrase(isShare: Bool) -> String {
    let bound = threshold(bound, isShare: isShare)
    switch relation {
    case .atLeast: return "at least \(bound)"
    case .atMost: return "at most \(bound)"
    case .above: return "above \(bound)"
    case .below: return "below \(bound)"
    case .equals: return "exactly \(bound)"
    }
  }
}

extension Reducer {
  var english: String {
    switch self {
    case .mean: "mean"
    case .share: "share"
    case .sum: "sum"
    case .count: "count"
    case .min: "least"
    case .max: "greatest"
    case .median: "median"
    case .last: "latest"
    case .trimmed(let drop, let min, let otherwise):
      "mean without the \(drop) highest and \(drop) lowest (under \(min) values: \(otherwise.english))"
    }
  }
}

extension Measure {
  var englishSentence: String {
    let rows =
      predicate.map { "rows of “\(table ?? "")” with “\($0.words(in: .english))”" } ?? "all rows of “\(table ?? "")”"
    var text = rows.capitalisedFirst
    switch datedBy {
    case .column(let column)?: text += " (dated by “\(column)”)"
    case .daysAfter(let column, let days)?: text += " (dated \(days) days after “\(column)”)"
    case nil: break
    }
    switch window {
    case .period: break
    case .year: text += " in the whole year"
    case .toDate: text += " up to the end of the period"
    case .covering: text += " that span the period"
    case .rolling(let years): text += " in the last \(years) years"
    }
    if let unique { text += ", one per “\(unique.by)” (the greatest “\(unique.keepGreatest)”)" }
    let what = value.map { " of “\($0.words(in: .english))”" } ?? ""
    if let first {
      text += ": \(first.take.english)\(what) per “\(first.by)”, then \(take.english)"
    } else {
      text += ": \(take.english)\(what)"
    }
    if let per = denominator {
      text +=
        ", divided by the \(per.take.english)\(per.value.map { " of “\($0.words(in: .english))”" } ?? "") in “\(per.table)”"
    }
    if times != 1 { text += ", times \(formatted(times))" }
    if let minN { text += "; not counted under \(minN)" }
    switch empty {
    case .missing?: text += "; missing without rows"
    case .notApplicable?: text += "; not applicable without rows"
    case .full?: text += "; full points without rows"
    case .number(let number)?: text += "; \(formatted(number)) without rows"
    case nil: break
    }
    return text + "."
  }
}

extension Node {
  var englishAggregation: String {
    switch source {
    case .measure, .hands: ""
    case .children(_, .sum): "sum of its children's points"
    case .children(let children, .mean):
      children.contains { if case .weightByN = $0.share { true } else { false } }
        ? "mean of its children, weighted by n" : "weighted mean of its children"
    case .children(_, let aggregation): aggregation.word
    case .leaves(let leaves, let aggregation):
      "\(aggregation == .sum ? "sum" : "weighted mean") of the items in “\(leaves.table)”"
    }
  }

  var englishConditions: [String] {
    var parts: [String] = []
    if let test = applies {
      let comparison = test.comparison.map { "is \($0.englishPhrase(isShare: false))" } ?? "holds"
      parts.append("applies only if “\(test.fact)” \(comparison)")
    }
    if let rule = zeroWhen {
      parts.append("0 if “\(rule.measure)” is \(rule.comparison.englishPhrase(isShare: false))")
    }
    switch missing {
    case .renormalise?: parts.append("left out if missing, the rest re-scaled")
    case .zero?: parts.append("0 if missing")
    case .notGraded?: parts.append("no grade if missing")
    case .propagate?: parts.append("its parent is missing if it is")
    case nil: break
    }
    if let coverage {
      let what = coverage.basis != .weight ? "of the children" : "of the points"
      parts.append("not computed if under \(threshold(coverage.atLeast, isShare: true)) \(what) are covered")
    }
    return parts
  }
}
