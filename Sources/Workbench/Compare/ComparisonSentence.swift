import Findings
import Register
import Scoring
import Store

/// What `compare`, `whatif` and `scheme diff` say. Worded in one file per language, as findings are.
enum ComparisonSentence: Equatable {
  /// Which of the two results is meant; of a trial: without and with the changes.
  struct Side: Equatable {
    let isAfter: Bool
    let isTrial: Bool
  }
  /// A scheme as headings name it.
  struct SchemeName: Equatable {
    let title: String
    let id: String
    let version: String
  }

  // Headings.
  case trial(title: String, Period, run: String)
  case change(String)
  case recomputed
  case twoSchemes(Period)
  /// Two drafts of one scheme.
  case twoDrafts(String, Period)
  case draft(RunStage, isAfter: Bool, run: String)
  case scheme(SchemeName, isAfter: Bool, run: String)
  case differences(SchemeName, SchemeName, count: Int)

  // How much differs.
  case nothingDiffers(units: Int)
  case counts(units: Int, regraded: Int, reranked: Int, changed: Int)
  case regraded(unit: String, before: String, after: String)
  case furtherUnits(all: Int, shown: Int)
  case notInScope
  case noGrade

  // Why a unit's result differs.
  case onlyIn(isAfter: Bool)
  case graded
  case deferred(String)
  case exempt(String)
  case notGraded([String])
  case turned(before: String, after: String)
  case verdict(before: String?, after: String?)
  case ceiling(before: [String], after: [String])
  case missedLine(grade: String, Side, why: String)
  case effect(String, before: String, after: String)
  case node(String, before: String, after: String, NodeScale)
  /// In only one of the two; with its sign what is lost or gained with it.
  case dropped(String, change: String?)
  case added(String, change: String?)
  case rivals(passedBy: [String], passed: [String])
  case ranking(isRanked: Bool)
  case reasons([String])

  func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
