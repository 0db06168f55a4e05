import Findings

extension YearCombination {
  var englishSentence: String {
    let way =
      switch mode {
      case .weighted: "\(threshold(h1, isShare: true)) its first half and \(threshold(h2, isShare: true)) its second"
      case .best: "its half with the higher score"
      case .last: "its second half"
      }
    let policy =
      switch oneMissing {
      case .renormalise: "a unit with a score in one half has that half's"
      case .zero: "a missing half counts 0"
      case .notGraded: "a unit without one half is not graded"
      case .propagate: "a unit without one half has no score"
      }
    return "the year is \(way); \(policy)"
  }
}

extension Effect {
  var englishSentence: String {
    let condition = englishCondition.map { "if \($0): " } ?? ""
    var acts = [englishChange, englishAdjustment].compactMap(\.self)
    if let capGrade { acts.append("the grade is at most “\(capGrade)”") }
    if let setGrade { acts.append("the grade is “\(setGrade)”") }
    if let group { acts.append("within the limit of the group “\(group)”") }
    return "\(id): \(condition)\(acts.joined(separator: ", "))."
  }

  /// When it acts; nil: always.
  var englishCondition: String? {
    let tests = trigger?.anyOf.map { "“\($0.measure)” is \($0.comparison.englishPhrase(isShare: false))" } ?? []
    return tests.isEmpty ? nil : tests.joined(separator: " or ")
  }

  var englishChange: String? {
    change.map { change in
      let verb = change.direction == .add ? "added" : "deducted"
      let limit = change.atMost.map { ", at most \(formatted($0))" } ?? ""
      return "\(counted(formatted(change.each), "point")) \(verb) for each “\(change.measure)”\(limit)"
    }
  }

  var englishAdjustment: String? {
    adjust.map { adjust in
      let who = adjust.role.map { " of “\($0)”" } ?? ""
      let reason = adjust.needsReason ? ", with a reason" : ""
      return "points added or deducted by decisions\(who), together at most \(formatted(adjust.atMost))\(reason)"
    }
  }
}

extension GradeBand {
  func englishSentence(year: Int?) -> String {
    var conditions: [String] = []
    if let cutOffs = atLeast?.told(in: year) {
      let texts = cutOffs.map { cutOff in
        "\(counted(formatted(cutOff.value), "point"))\(cutOff.year.map { " in \($0)" } ?? "")"
      }
      conditions.append("at least \(texts.joined(separator: ", "))")
    }
    if let eachChildShare {
      conditions.append("every part at \(threshold(eachChildShare, isShare: true)) of its points or more")
    }
    for (node, floor) in nodeFloors.sorted(by: { $0.key < $1.key }) {
      conditions.append("“\(node)” at least \(formatted(floor))")
    }
    if let percentileAtLeast {
      conditions.append("above at least \(threshold(percentileAtLeast, isShare: true)) of the other units")
    }
    if let quota { conditions.append("places: \(quota.englishSentence)") }
    return "\(grade): \(conditions.isEmpty ? "everyone else" : conditions.joined(separator: ", "))"
  }
}

extension Quota {
  var englishSentence: String {
    if isLifted { return "unlimited" }
    let group =
      switch per {
      case .all: "all units"
      case .peers: "each group"
      case .column(let column): "each “\(registerColumnName(column, in: .english))”"
      }
    var parts: [String] = []
    switch size {
    case .places(let places): parts.append("at most \(places) of \(group)")
    case .share(let share):
      let rounding =
        switch round {
        case .down: "rounded down"
        case .up: "rounded up"
        case .half: "rounded half up"
        }
      let least = min > 0 ? ", at least \(min)" : ""
      parts.append("at most \(threshold(share, isShare: true)) of \(group), \(rounding)\(least)")
    }
    switch tied {
    case .allOrNone: parts.append("of a tie all or none")
    case .extend: parts.append("a tie goes in whole")
    case .share: parts.append("a tie is for the committee")
    }
    if onlyNew { parts.append("who holds the title takes no place") }
    if isPerYear { parts.append("titles given in the year take places") }
    if let liftedFrom { parts.append("unlimited from \(liftedFrom)") }
    return parts.joined(separator: "; ")
  }
}

extension ClusterGrading {
  var englishSentence: String {
    let group = per.map { " among units with the same “\($0)”" } ?? ""
    let refined = strictRadius.map { "; points farther than \(formatted($0)) from a centre do not move it" } ?? ""
    return "\(counted(k, "cluster")) of “\(node)” by k-means\(group)\(refined); from the highest: "
      + names.reversed().joined(separator: ", ")
  }
}

extension Titles {
  var englishSentence: String {
    let moment =
      switch currentAt {
      case .periodStart: "at the period's start"
      case .periodEnd: "at the period's end"
      case .asOf: "on the day of the data"
      }
    let term = fullBy.map { "; all are to hold one by the end of \($0)" } ?? ""
    return "titles are those that “\(table)” holds \(moment)\(term)"
  }
}
