/// What became of one unit at one line of the grades: the answer to “why not the higher grade?”.
package struct GradeAttempt: Sendable, Equatable, Codable {
  package enum Outcome: Sendable, Equatable, Codable {
    case granted
    /// The title is held, and its conditions are met without the quota (G3).
    case kept
    /// The title was given in the year, and took one of its places then; its conditions are met (`per_year`).
    case keptInPlace
    /// Under the line.
    case below(needed: Double, found: Double)
    /// A child is under its share of points, or a node under its floor; found is NaN if it is missing.
    case childBelow(node: String, needed: Double, found: Double)
    case percentileBelow(needed: Double, found: Double)
    /// An effect's ceiling lies below this grade.
    case capped(effects: [String])
    /// No place was left: the unit's rank within the contest, and the number of places.
    case noPlace(position: Int, places: Int)
    /// A tied block did not fit into the places that were left, and none of it got one.
    case tiedOut(units: Int, placesLeft: Int)
    /// Tied at the edge; the committee decides.
    case tiedForCommittee(units: Int, placesLeft: Int)
    /// Tied at the edge, and the committee has decided.
    case decided(isGranted: Bool)
    /// There are no ranks, so there is no quota either.
    case noRanks
    /// The scheme names no cut-off for the year.
    case noCutOff(year: Int)
  }
  package var grade: String
  package var outcome: Outcome
  package init(grade: String, outcome: Outcome) {
    self.grade = grade
    self.outcome = outcome
  }
}

extension GradeAttempt.Outcome {
  /// What is missing (NaN) is the same wherever it is missing, so that equal results are equal.
  package static func == (a: Self, b: Self) -> Bool {
    func same(_ a: Double, _ b: Double) -> Bool { a == b || a.isNaN && b.isNaN }
    switch (a, b) {
    case (.granted, .granted), (.kept, .kept), (.keptInPlace, .keptInPlace), (.noRanks, .noRanks): return true
    case (.below(let a, let b), .below(let c, let d)),
      (.percentileBelow(let a, let b), .percentileBelow(let c, let d)):
      return same(a, c) && same(b, d)
    case (.childBelow(let node, let a, let b), .childBelow(let other, let c, let d)):
      return node == other && same(a, c) && same(b, d)
    case (.capped(let a), .capped(let b)): return a == b
    case (.noPlace(let a, let b), .noPlace(let c, let d)), (.tiedOut(let a, let b), .tiedOut(let c, let d)),
      (.tiedForCommittee(let a, let b), .tiedForCommittee(let c, let d)):
      return a == c && b == d
    case (.noCutOff(let a), .noCutOff(let b)): return a == b
    case (.decided(let a), .decided(let b)): return a == b
    default: return false
    }
  }
}

/// One quota in one group: who competed for how many places.
package struct Contest: Sendable, Equatable, Codable {
  package var grade: String
  /// The peers, the value of the register column, or empty for all.
  package var group: String
  /// Units that the share is taken of (G3).
  package var base: Int
  package var places: Int
  /// Already used by titles given in the year.
  package var placesUsed: Int
  /// Indices of the units, in rank order.
  package var candidates: [Int]
  package var winners: [Int]
  /// Units that rank before a winner and would have had a place but for a veto or ceiling.
  package var displaced: [Displaced]
  package struct Displaced: Sendable, Equatable, Codable {
    package var unit: Int
    package var effects: [String]
    package init(unit: Int, effects: [String]) {
      self.unit = unit
      self.effects = effects
    }
  }
  package init(
    grade: String, group: String, base: Int, places: Int, placesUsed: Int = 0, candidates: [Int] = [],
    winners: [Int] = [], displaced: [Displaced] = []
  ) {
    self.grade = grade
    self.group = group
    self.base = base
    self.places = places
    self.placesUsed = placesUsed
    self.candidates = candidates
    self.winners = winners
    self.displaced = displaced
  }
}
