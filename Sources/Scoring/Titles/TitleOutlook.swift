import Register
import Schemes

/// How far a title has come as of a day, by group and over all. Plain counting: what it shows of the conflict between
/// quota, vetoes and full coverage it leaves to people.
package struct TitleOutlook: Sendable {
  package let question: TitleQuestion
  /// In the order of the register.
  package let units: [TitleUnit]
  /// In the order of their first units; empty where there is only one.
  package let groups: [TitleGroup]
  package let total: TitleGroup
  /// The year of the latest yearly run that looked at holders.
  package let lastReview: Int?

  package init(_ question: TitleQuestion, units: [TitleUnit]) {
    self.question = question
    self.units = units
    var order: [String] = []
    for unit in units where !order.contains(unit.group) { order.append(unit.group) }
    let isShared = question.limit?.per == .all
    let year = units.flatMap(\.reviews).map(\.year).max()
    let parts = order.map { name in
      TitleGroup(name, units.filter { $0.group == name }, question, reviewed: year, hasOwnPlaces: !isShared)
    }
    var total = TitleGroup("", units, question, reviewed: year, hasOwnPlaces: isShared || parts.count < 2)
    if !isShared && parts.count > 1 { total.addPlaces(of: parts) }
    lastReview = year
    groups = parts.count > 1 ? parts : []
    self.total = total
  }

  /// Units that full coverage asks for and that will not hold the title at the end of the last year.
  package var needed: [TitleUnit] { units.filter { $0.isAsked && !question.holdsAtTheEnd($0) } }
  /// Those of them whom the last run keeps out by a veto, a ceiling, or for want of evidence.
  package var barred: [TitleUnit] { needed.filter { $0.lastVerdict?.isBarred == true } }
}

extension TitleQuestion {
  /// Whether a unit that holds the title now still does at the end of the last year.
  func holdsAtTheEnd(_ unit: TitleUnit) -> Bool {
    guard let spell = unit.spell(on: asOf) else { return false }
    return spell.to.map { $0.year > until || $0.year == until && $0.month == 12 && $0.day == 31 } ?? true
  }
}

/// The counts of a group of units.
package struct TitleGroup: Sendable, Equatable {
  /// Empty: all.
  package let name: String
  /// Those that full coverage asks for.
  package let units: Int
  /// 暂缓 and 免评.
  package let waived: Int
  package let held: Int
  /// New titles by year; who holds one gets none anew.
  package let granted: [Int: Int]
  package let withdrawn: Int
  /// Of the latest yearly run that looked at holders: whose conditions hold, and whose do not; of titles that are held still.
  package let kept: Int
  package let failed: Int
  /// Held now, and not at the end of the last year.
  package let ending: Int
  package let needed: Int
  /// By year to come; nil: places limit nothing, or are those of all groups together.
  package private(set) var places: [Int: Int]?
  /// nil: places are those of all groups together.
  package private(set) var fullCoverage: FullCoverage?

  init(_ name: String, _ all: [TitleUnit], _ question: TitleQuestion, reviewed year: Int?, hasOwnPlaces: Bool) {
    self.name = name
    let asked = all.filter(\.isAsked)
    units = asked.count
    waived = all.count - asked.count
    let holders = asked.filter { $0.holds(on: question.asOf) }
    held = holders.count
    granted = Dictionary(grouping: all.flatMap { $0.spells.map(\.from.year) }, by: { $0 }).mapValues(\.count)
    withdrawn = all.reduce(0) { $0 + $1.withdrawals(upTo: question.asOf).count }
    let last = all.compactMap { unit in year.flatMap { unit.review(of: $0, on: question.asOf) } }
    kept = last.count { $0.verdict.isMet == true }
    failed = last.count { $0.verdict.isMet == false }
    ending = holders.count { !question.holdsAtTheEnd($0) }
    needed = asked.count { !question.holdsAtTheEnd($0) }
    guard let quota = question.limit else {
      fullCoverage = needed == 0 ? .reached : .unlimited
      return
    }
    guard hasOwnPlaces else { return }
    let ahead = PlacesAhead(question, quota, all)
    places = ahead.places
    fullCoverage = ahead.fullCoverage
  }

  /// nil: held by none of none.
  package var coverage: Double? { units == 0 ? nil : Double(held) / Double(units) }
  /// All new titles that the places allow in the years to come.
  package var allPlaces: Int? { places.map { $0.values.reduce(0, +) } }
  /// How many units stay without the title even if everyone meets the conditions; nil where places limit nothing.
  package var short: Int? { allPlaces.map { max(0, needed - $0) } }

  /// Groups do not lend one another places.
  fileprivate mutating func addPlaces(of parts: [TitleGroup]) {
    let known = parts.compactMap(\.places)
    if !known.isEmpty { places = known.reduce(into: [:]) { $0.merge($1) { $0 + $1 } } }
    fullCoverage = parts.compactMap(\.fullCoverage).reduce(.reached, Self.later)
  }

  private static func later(_ a: FullCoverage, _ b: FullCoverage) -> FullCoverage {
    switch (a, b) {
    case (.never(let a), .never(let b)): .never(left: a + b)
    case (.never, _): a
    case (_, .never): b
    case (.year(let a), .year(let b)): .year(max(a, b))
    case (.unlimited, _), (_, .reached): a
    case (_, .unlimited), (.reached, _): b
    }
  }
}
