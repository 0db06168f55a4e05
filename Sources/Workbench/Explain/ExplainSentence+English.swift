import Findings
import Schemes

extension ExplainSentence {
  var english: String {
    switch self {
    case .sum(let terms, let scale, let total, let isExact):
      let sum = Self.added(terms)
      let scaled = scale.map { terms.count > 1 ? "(\(sum)) × \($0)" : "\(sum) × \($0)" } ?? sum
      return "computed: \(scaled) \(Self.equals(isExact)) \(total)\(Self.rounding(isExact))"
    case .meanOfChosen(let terms, let times, let total, let isExact):
      let sum = terms.count > 1 ? "(\(Self.added(terms))) ÷ \(terms.count)" : Self.added(terms)
      return
        "computed: \(sum)\(times.map { " × \($0)" } ?? "") \(Self.equals(isExact)) \(total)\(Self.rounding(isExact))"
    case .joined(let terms, let total):
      let parts = terms.map { "\($0.name) \($0.value)" + ($0.factor.map { " (weight \($0))" } ?? "") }
      return "from \(parts.joined(separator: ", ")) comes \(total)"
    case .duels(let others, let tally?, let total):
      let draws = tally.draws > 0 ? ", \(counted(tally.draws, "draw"))" : ""
      return
        "compared with \(others) other units one by one: \(counted(tally.wins, "win")), \(counted(tally.losses, "loss", "losses"))\(draws); wins less losses are \(total)"
    case .duels(let others, nil, let total):
      return "compared with \(others) other units one by one: wins less losses are \(total)"
    case .notChosen(let terms): return "not among those that count: \(Self.listed(terms))"
    case .noSuchMean(let terms, let allowsZero):
      return
        "\(Self.listed(terms)): \(allowsZero ? "below 0" : "not above 0"), where there is no such mean; so no value"
    case .nothingLeftToAverage(let valued, let drops):
      return
        "\(counted(valued, "child", "children")) with a value: without the \(drops) lowest and highest none is left, so no value"
    case .leftOut(let names): return "left out: \(names.joined(separator: ", "))"

    case .step(let number, let rule, let before, let after): return "step \(number): \(rule): \(before) → \(after)"
    case .population(let group, let frozen, let count, let mean, let deviation, let low, let high):
      var parts: [String] = []
      if let mean { parts.append("mean \(mean)") }
      if let deviation { parts.append("standard deviation \(deviation)") }
      parts.append("least \(low), greatest \(high)")
      let whose = (group.isEmpty ? "" : " in the group “\(group)”") + (frozen.map { " of \($0)" } ?? "")
      return "compared with \(counted(count, "unit"))\(whose) that had a value: \(parts.joined(separator: ", "))"
    case .treatedDown(let bound): return "the unit's value is too high and counts as \(bound)"
    case .treatedUp(let bound): return "the unit's value is too low and counts as \(bound)"
    case .treatment(let lowered, let raised, let formula):
      let moved =
        lowered + raised == 0 ? "no value was moved" : "moved: \(lowered) of the highest, \(raised) of the lowest"
      return moved + (formula.map { "; then the logarithm: \($0)" } ?? "; no logarithm")
    case .treatedNot: return "the unit's value is not among the extreme ones that were moved"
    case .across(let measure): return "“\(measure)”, which the columns of the table look at:"
    case .dividedBy(let table): return "“\(table)”, which it is divided by:"
    case .standsAbove(let below, let equal, let count):
      return "above \(below) of \(count)" + (equal > 0 ? ", equal to \(equal)" : "")
    case .imputedFromPeriods(let terms): return "filled from \(Self.listed(terms))"
    case .imputedFromUnits(let count, let group):
      return "filled from \(counted(count, "unit"))\(group.isEmpty ? "" : " with “\(group)”") that had a value"
    case .imputedFromSiblings(let terms):
      return "filled from where \(Self.listed(terms)) stand beside it between least and greatest"
    case .testedForZero(let measure): return "“\(measure)”, which may set the item to 0:"
    case .fact(let fact, let asks, let answer, let number):
      let found = answer.map { $0 ? "holds" : "does not hold" } ?? "is \(number)"
      return "“\(fact)” (\(asks)): \(found) for this unit"
    case .missingPolicy(.renormalise): return "if missing: left out, and the rest re-scaled by points or weight"
    case .missingPolicy(.zero): return "if missing: counts 0"
    case .missingPolicy(.notGraded): return "if missing: the unit is not graded"
    case .missingPolicy(.propagate): return "if missing: what stands above has no value either"
    case .zeroWithoutEffect:
      return
        "if missing: the scheme says 0, but only an item at the bottom that has points can count 0; here it is left out, and the rest re-scaled"
    case .blocked(let names): return "no value by rule, because \(quoted(names, in: .english)) is missing"
    case .coverage(let found): return "coverage of this item \(found)"
    case .weightByN(let measure): return "weighted among its siblings by the number behind “\(measure)”"

    case .prevails(let hand, let over, let passedOver):
      let first = passedOver.isEmpty ? "" : "\(quoted(passedOver, in: .english)) gave nothing; "
      let rest = over.isEmpty ? "" : "; \(quoted(over, in: .english)) only for comparison"
      return "\(first)“\(hand)” counts\(rest)"
    case .handsOfHalves: return "these are numbers of the year; whose counts was settled in each half"
    case .gap(let first, let other, let gap, let over, let isWide, let needsReason, let reasons):
      let found = "“\(first)” and “\(other)” lie \(gap) apart"
      if !isWide { return "\(found), not more than \(over)" }
      if !needsReason { return "\(found), more than \(over)" }
      return "\(found), more than \(over), which needs a reason: "
        + (reasons > 0 ? "it is recorded, see below" : "none is recorded")
    case .reason(let decision): return "recorded reason: \(decision)"
    case .refused(let decision, let why): return "not followed: \(decision). \(why)"
    case .refusedOn(let target, let decision, let why): return "“\(target)”: \(decision). \(why)"

    case .halves(let terms, let total, let isExact):
      return "year: \(Self.added(terms)) \(Self.equals(isExact)) \(total)\(Self.rounding(isExact))"
    case .chosenHalf(let half, let other): return "the year takes \(half); \(other) does not count"
    case .onlyHalf(let half, let other): return "\(other) has no value; \(half) is re-scaled to the whole year"

    case .limited(let nominal, let effective, let own, let group, let groupLimit):
      var limits: [String] = []
      if let own { limits.append("at most \(own) for this") }
      if let group { limits.append("at most \(groupLimit) for the group “\(group)”") }
      return "\(nominal) by the rule; \(limits.joined(separator: ", ")), so \(effective)"
    case .unverified(let open):
      let whys = OpenMeasure.grouped(open).map { why, measures -> String in
        let names = quoted(measures, in: .english)
        switch why {
        case .unreported: return "nobody has reported on \(names)"
        case .partlyReported(let known):
          return "\(names) known to be \(known) so far, but not all of the time is reported on"
        case .noRow: return "\(names) has no row, and no report either"
        case .other(let why): return "\(names): \(why)"
        }
      }
      return "\(whys.joined(separator: "; ")), so it cannot be said that there was nothing; nothing done"
    case .notFired(let measures): return "did not act: \(Self.listed(measures))"
    case .noDecision: return "no decision was followed"
    case .score(let terms, let total, let limit):
      return "score: \(Self.added(terms))\(limit.map { ", kept within \($0)" } ?? "") = \(total)"

    case .rank(let rank, let group, let count, let isDisplayed, let tieBreak):
      let whose = group.isEmpty ? "" : " of “\(group)”"
      let basis = isDisplayed ? "the score as displayed" : "the score before rounding"
      let further = tieBreak.isEmpty ? "" : ", equal ones by \(quoted(tieBreak, in: .english)) in turn"
      return "rank: \(rank) of \(count) ranked units\(whose), by \(basis), highest first\(further)"
    case .tieBroken(let unit, let by, let own, let other, let isAhead):
      return
        "same score as “\(unit)”: “\(by)” \(own) is \(isAhead ? "above" : "below") \(other), so it stands \(isAhead ? "before" : "after") it"
    case .tieShared(let units):
      return "same score and same tie-breaks as \(quoted(units, in: .english)): the rank is shared"
    case .tooFewUnits(let group, let count, let needed):
      return "no rank: \(group.isEmpty ? "" : "“\(group)” has ")only \(count) graded units, fewer than \(needed)"
    case .tooSmallBase(let measure, let needed): return "no rank: fewer than \(needed) answers for “\(measure)”"
    case .line(let rule, let outcome): return "\(rule). Result: \(outcome)"
    case .lineMet: return "met"
    case .titleKept: return "holds this title, meets all conditions but the places, and keeps it without taking a place"
    case .titleKeptInPlace:
      return "was given this title in the year, meets all conditions but the places, "
        + "and keeps it with the place that it took"
    case .titleHeld(let grade, let from, let to, let source):
      return "holds the title “\(grade)” from \(from)\(to.map { " to \($0)" } ?? " on")"
        + (source.map { "; \($0)" } ?? "")
    case .gradeSet(let effect): return "the grade is set by “\(effect)”; no line is tried"
    case .noGradeInPeriod: return "the scheme gives grades for years only; this period has score and rank"
    case .cluster(
      let group, let fact, let units, let value, let grade, let centre, let gap, let tied, let joint):
      let whose = group.map { " for which “\(fact ?? "")” is \($0)" } ?? ""
      var text =
        "clustered with \(units) graded units\(whose); \(value) lies nearest to the centre \(centre) of “\(grade)”, \(gap) away"
      if !tied.isEmpty { text += "; equally near \(quoted(tied, in: .english)): the lower one takes it" }
      if !joint.isEmpty { text += "; \(quoted(joint, in: .english)) has the same centre: the lower grade takes it" }
      return text
    case .centres(let terms): return "centres: \(Self.listed(terms))"
    case .quotaBase(
      let group, let members, let deferred, let exempt, let holders, let base, let share, let exact, let rounding,
      let least, let places):
      var text = "base of the places: \(members) units in scope\(group.isEmpty ? "" : " in “\(group)”")"
      if deferred > 0 { text += ", less \(deferred) deferred" }
      if exempt > 0 { text += ", less \(exempt) exempt" }
      if holders > 0 { text += ", less \(counted(holders, "holder")) of the title, who need no new place" }
      if deferred + exempt + holders > 0 { text += ", makes \(base)" }
      guard let share else { return text + "; the places are fixed at \(places)" }
      text += "; \(base) × \(share) = \(exact), \(rounding.englishWords)"
      return text + (least > 0 ? ", at least \(least)" : "") + ", makes \(places)"
    case .quotaUsed(let given, let units, let left):
      return "\(given) given in the year (\(units.joined(separator: ", "))), \(left) left"
    case .holders(let grade, let units):
      return "hold “\(grade)” and need no new place: \(units.joined(separator: ", "))"

    case .effectsHeading: return "Effects"
    case .outcomeHeading: return "Rank and grade"
    case .refusedHeading: return "Decisions that were not followed"
    }
  }

  private static func equals(_ isExact: Bool) -> String { isExact ? "=" : "≈" }

  /// Why printed numbers do not quite add up.
  private static func rounding(_ isExact: Bool) -> String { isExact ? "" : " (numbers are rounded for display)" }

  private static func added(_ terms: [Term]) -> String {
    terms.enumerated().map { index, term in
      let isMinus = index > 0 && term.value.hasPrefix("−")
      let value = isMinus ? String(term.value.dropFirst()) : term.value
      let sign = index == 0 ? "" : isMinus ? " − " : " + "
      return "\(sign)\(term.name) \(value)\(term.factor.map { " × \($0)" } ?? "")"
    }.joined()
  }

  private static func listed(_ terms: [Term]) -> String {
    terms.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
  }

}

extension Quota.Rounding {
  fileprivate var englishWords: String {
    switch self {
    case .down: "rounded down"
    case .up: "rounded up"
    case .half: "rounded half up"
    }
  }
}
