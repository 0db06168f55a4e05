import Findings

extension Node {
  var englishAggregation: String {
    switch source {
    case .measure, .hands: ""
    case .children(let children, let aggregation):
      aggregation.english(
        over: "its children", isByN: children.contains(where: \.isWeightedByN),
        isOfPoints: children.contains { $0.points != nil })
    case .leaves(let leaves, let aggregation):
      aggregation.english(over: "the items in “\(leaves.table)”", isByN: false, isOfPoints: false)
    }
  }

  /// Who grades, by which steps, and whose number counts.
  func englishHands(in scheme: Scheme) -> [String] {
    guard let hands else { return [] }
    let names = hands.all.map(\.id).joined(separator: ", ")
    var parts: [String] = []
    switch hands.combination {
    case .prevail(let order):
      parts.append("graded by \(names), the first with a value counts (\(order.joined(separator: ", ")))")
    case .mean:
      let isEqual = Set(hands.all.map(\.weight)).count < 2
      let weights = hands.all.map { "\($0.id) \(formatted($0.weight))" }.joined(separator: ", ")
      parts.append("graded by \(names), their \(isEqual ? "mean" : "weighted mean (\(weights))")")
    }
    for hand in hands.all where !hand.steps.isEmpty {
      parts.append("\(hand.id): " + steps(of: hand, in: .english, scheme).joined(separator: ", "))
    }
    if let difference = hands.difference {
      let first = hands.all.first?.id ?? ""
      parts.append(
        "\(first) more than \(formatted(difference.over)) from another "
          + (difference.needsReason ? "needs a reason" : "is told"))
    }
    return parts
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
    case .zero? where isLeaf && points != nil: parts.append("0 if missing")
    case .zero?:
      parts.append("left out if missing, the rest re-scaled (only items at the bottom that have points can count 0)")
    case .notGraded?: parts.append("no grade if missing")
    case .propagate?: parts.append("its parent is missing if it is")
    case nil: break
    }
    let least = coverage?.atLeast ?? 0
    switch coverage?.basis {
    case .weight?: parts.append("not computed if under \(threshold(least, isShare: true)) of the points are covered")
    case .children?:
      parts.append("not computed if under \(threshold(least, isShare: true)) of the children are covered")
    case .count?: parts.append("not computed if fewer than \(formatted(least)) children have a value")
    case nil: break
    }
    if let override {
      let who = override.role.map { "“\($0)”" } ?? "a recorded decision"
      parts.append("\(who) may set it" + (override.needsReason ? ", with a reason" : ""))
    }
    if isOwn { parts.append("the hospital's own rule") }
    return parts
  }
}

extension Node.Aggregation {
  fileprivate func english(over parts: String, isByN: Bool, isOfPoints: Bool) -> String {
    if case .sum = self { return parts == "its children" ? "sum of its children's points" : "sum of \(parts)" }
    let what = isOfPoints ? "the shares that \(parts) have of their points" : parts
    let mean = isByN ? "mean" : "weighted mean"
    let weighted = isByN ? "" : "weighted "
    let tail = isByN ? ", weighted by n" : ""
    let words =
      switch self {
      case .sum: ""
      case .mean: "\(mean) of \(what)\(tail)"
      case .geometric: "\(weighted)geometric mean of \(what)\(tail)"
      case .harmonic: "\(weighted)harmonic mean of \(what)\(tail)"
      case .power(let power): "\(weighted)power mean (p = \(formatted(power))) of \(what)\(tail)"
      case .min: "least of \(what)"
      case .max: "greatest of \(what)"
      case .median: "median of \(what)"
      case .best(let count): "mean of the best \(count) of \(what)"
      case .trimmed(let count): "mean of \(what) without the \(count) highest and \(count) lowest"
      case .copeland(let overLeaves):
        "units it beats minus units that beat it, by weight over \(overLeaves ? "all leaves below" : what)"
      }
    return words + (isOfPoints ? ", times its own points" : "")
  }
}

extension Node {
  var isWeightedByN: Bool { if case .weightByN = share { true } else { false } }

  /// A hand's steps in words.
  func steps(of hand: Hands.Hand, in language: Language, _ scheme: Scheme) -> [String] {
    let isShare = scheme.measure(hand.measure)?.isShare ?? false
    return hand.steps.enumerated().map { index, step in
      step.sentence(in: language, points: points, isShare: isShare && index == 0)
    }
  }
}
