import Findings

/// What `compare --periods` says. Worded in one file per language, as findings are.
enum ChangeSentence: Equatable {
  case heading(title: String, from: String, to: String, runs: [String])
  case own(String, before: String, after: String, by: String, parts: [String])
  case none(String)
  case counts(units: Int, up: Int, down: Int)
  case mostMoved(String, units: Int)
  case twoPeriods
  case evidence(gone: [String], came: [String])
  case history
  case others(Int)
  case method

  func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
