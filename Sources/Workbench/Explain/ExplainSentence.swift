import Findings
import Schemes
import Scoring

/// A sentence of `explain` on how numbers came together and why. Numbers come in as they are printed; the words stand in
/// one file per language.
enum ExplainSentence: Equatable {
  /// One number of a sum, as printed, with what it is multiplied by, if anything.
  struct Term: Equatable {
    let name: String
    let value: String
    var factor: String?
  }

  /// A measure that says nothing about a unit.
  struct OpenMeasure: Equatable {
    enum Why: Equatable {
      case unreported, noRow
      /// Part of the time was reported on, and in it so much is known.
      case partlyReported(known: String)
      case other(String)
    }
    let measure: String
    let why: Why

    /// Measures that say nothing for the same reason, told together.
    static func grouped(_ all: [OpenMeasure]) -> [(why: Why, measures: [String])] {
      var groups: [(why: Why, measures: [String])] = []
      for open in all {
        if let index = groups.firstIndex(where: { $0.why == open.why }) {
          groups[index].measures.append(open.measure)
        } else {
          groups.append((open.why, [open.measure]))
        }
      }
      return groups
    }
  }

  // MARK: How children become their parent

  /// `scale`: what the sum is multiplied by for want of some children. Not exact: printed numbers do not quite add up.
  case sum([Term], scale: String?, total: String, isExact: Bool)
  /// The plain mean of the chosen, times the node's points where the terms are shares of points.
  case meanOfChosen([Term], times: String?, total: String, isExact: Bool)
  /// A mean in which nothing adds up: what went in, and what came out.
  case joined([Term], total: String)
  /// Wins less losses against so many other units; nil: how many of each is not known.
  case duels(others: Int, CopelandTally?, total: String)
  case notChosen([Term])
  case leftOut([String])
  /// Children whose values have no such mean (R9).
  case noSuchMean([Term], allowsZero: Bool)
  /// Trimming would leave none of so many children with a value.
  case nothingLeftToAverage(valued: Int, drops: Int)

  // MARK: Steps and conditions

  case step(Int, rule: String, before: String, after: String)
  case population(
    group: String, frozen: String?, count: Int, mean: String?, deviation: String?, low: String, high: String)
  /// How many of those compared with lie below, and how many are equal, the unit itself not counted among them.
  case standsAbove(Int, equal: Int, of: Int)
  /// A value is filled from the same indicator of other periods, or from so many units (of a group).
  case imputedFromPeriods([Term])
  case imputedFromUnits(Int, group: String)
  /// From the unit's other leaves under the same parent.
  case imputedFromSiblings([Term])
  case treatedDown(to: String), treatedUp(to: String), treatedNot
  /// How many points of the column were moved, and by what formula it was then transformed, if at all.
  case treatment(lowered: Int, raised: Int, formula: String?)
  case across(measure: String)
  case testedForZero(measure: String)
  case dividedBy(table: String)
  /// Of yes and no: whether it holds; of a count: the number.
  case fact(String, asks: String, answer: Bool?, number: String)
  case missingPolicy(MissingPolicy)
  case zeroWithoutEffect
  /// Children whose `missing: propagate` makes this one missing.
  case blocked(by: [String])
  case coverage(String)
  case weightByN(measure: String)

  // MARK: Hands and decisions

  case prevails(String, over: [String], passedOver: [String])
  case handsOfHalves
  case gap(first: String, other: String, gap: String, over: String, isWide: Bool, needsReason: Bool, reasons: Int)
  case reason(decision: String)
  case refused(decision: String, why: String)
  /// Under a heading that says that it was not followed.
  case refusedOn(target: String, decision: String, why: String)

  // MARK: Halves of a year

  case halves([Term], total: String, isExact: Bool)
  case chosenHalf(String, other: String)
  /// One half alone has a value.
  case onlyHalf(String, other: String)

  // MARK: Effects

  /// By the effect's own limit, and by that of its group.
  case limited(nominal: String, effective: String, own: String?, group: String?, groupLimit: String)
  case unverified([OpenMeasure])
  case notFired(measures: [Term])
  case noDecision
  case score([Term], total: String, clampedTo: String?)

  // MARK: Rank and grade

  case rank(Int, group: String, count: Int, isDisplayed: Bool, tieBreak: [String])
  case tieBroken(unit: String, by: String, own: String, other: String, isAhead: Bool)
  case tieShared(units: [String])
  case tooFewUnits(group: String, count: Int, needed: Int)
  case tooSmallBase(measure: String, needed: String)
  case line(rule: String, outcome: String)
  case lineMet, titleKept, titleKeptInPlace
  /// With file and row, where they can still be found.
  case titleHeld(String, from: String, to: String?, source: String?)
  case gradeSet(effect: String)
  case noGradeInPeriod
  /// `tied`: grades whose centre is as near; `joint`: those whose centre is the same.
  case cluster(
    group: String?, fact: String?, units: Int, value: String, grade: String, centre: String, gap: String,
    tied: [String], joint: [String])
  case centres([Term])
  case quotaBase(
    group: String, members: Int, deferred: Int, exempt: Int, holders: Int, base: Int, share: String?, exact: String,
    rounding: Quota.Rounding, least: Int, places: Int)
  /// Names of those to whom the grade was given in the year.
  case quotaUsed(given: Int, units: [String], left: Int)
  case holders(grade: String, units: [String])

  // MARK: Headings

  case effectsHeading, outcomeHeading, refusedHeading

  func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
