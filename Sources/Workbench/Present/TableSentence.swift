import Findings

/// The words of printed tables and of the lines about them, for `score`, `rank` and reports. Numbers come in as they are
/// printed; the words stand in one file per language.
enum TableSentence: Equatable {
  // MARK: Above and below a table

  case heading(title: String, period: String, units: Int, graded: Int)
  case footing(scheme: String, version: String, approval: String, asOf: String, run: String)
  case approved(document: String, date: String)
  case notApproved
  case verified(name: String, run: String, reach: Session.Verification.Reach)
  case differing(name: String, run: String, count: Int)
  case answers, indicators
  /// Behind the name of the ranked node, where effects act on it.
  case beforeEffects

  // MARK: Why a unit is below a line

  case confirmed(cause: String)
  case capped(by: [String])
  /// K-means put the unit into a grade.
  case clustered(grade: String)
  case short(String)
  case childMissing(child: String, why: String)
  case childBelow(child: String, share: String)
  case eachChild([String], atLeast: String)
  case lostMost([String])
  case withReason(String, String)
  /// A grade with its line, or a dimension with its points.
  case named(String, number: String)
  case evidence(percent: String)

  // MARK: Remarks on a place in the ranking

  /// Units with the same score, and the node that put this one before or after them.
  case tieBroken([String], count: Int, by: String, isAhead: Bool)
  /// Hands lie far apart on these nodes, and nobody wrote why.
  case reasonWanting([String])
  /// Effects that nobody could judge, as their measures are missing (未核).
  case notVerified([String])
  /// No rank: too little stands behind the score.
  case baseTooSmall(measure: String, needed: String)

  // MARK: Places

  case contest(grade: String, group: String, base: Int, places: Int, used: Int, candidates: Int, winners: Int)
  case position(Int)
  case names([String], count: Int)
  case displaced(String, by: [String])
  /// A tied block at the edge: let in whole, left out whole, or left to the committee.
  case tiedIn(String, left: Int), tiedOut(String, left: Int), tiedForCommittee(String, left: Int)
  case keepTitle(String)
  /// Given in the year: the place was taken then.
  case keepPlace(String)

  func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

extension TableSentence {
  /// Parts of a cell, one after the other.
  static func joined(_ parts: [String], _ language: Language) -> String {
    parts.joined(separator: language == .chinese ? "；" : "; ")
  }

  static func listed(_ names: [String], _ language: Language) -> String {
    names.joined(separator: language == .chinese ? "、" : ", ")
  }
}
