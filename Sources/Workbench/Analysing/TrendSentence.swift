import Analysis
import Findings

/// What `trend` says. Worded in one file per language, as findings are.
enum TrendSentence: Equatable {
  case heading(title: String, from: String, to: String, periods: Int)
  /// A unit's difference; the verdict is there only where an interval is known.
  case change(
    String, period: String, score: String, since: String, isLastYear: Bool, by: String, UnitSeries.Verdict?)
  case noChange(String, from: String, to: String)
  case broken(from: String, to: String, why: [String])
  case counts(from: String, to: String, isLastYear: Bool, units: Int, up: Int, down: Int)
  /// Two periods are a difference and no trend.
  case twoPeriods
  case onlyOne(String)
  case verdict(UnitSeries.Verdict)
  case then(String)
  case joined([String])
  case notYet
  case notGraded
  case method(without: [String], hasIntervals: Bool, runs: [String])

  func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
