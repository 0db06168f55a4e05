import Analysis
import Findings

/// What `robustness` says. Worded in one file per language, as findings are.
enum RobustnessSentence: Equatable {
  struct Resting: Equatable {
    let name: String
    let why: [String]
  }
  /// How many units a sentence names; the table names them all.
  static let shown = 6

  /// Units whose grade one choice alone changes.
  case gradesRest([Resting], all: Int)
  case noGradeRests(choices: Int)
  /// Units that keep their grade in fewer than nine draws of ten.
  case gradesInDraws(draws: Int, shaky: [String], units: Int)
  case widest(String, rank: Int, low: String, high: String)
  case ranksStand(draws: Int)
  case uncomputed([String], why: ChoiceRefusal, draws: Int, first: Int)
  case notSwitched(String, ChoiceRefusal)
  case fixedWeights([String])
  case refused(ChoiceRefusal)
  case draw(number: Int, seed: UInt64, choices: [String])
  case method(weights: String, choices: [String], draws: Int, seed: UInt64)

  func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
