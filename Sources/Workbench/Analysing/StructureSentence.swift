import Analysis
import Findings

/// What `structure` says. Worded in one file per language, as findings are.
enum StructureSentence: Equatable {
  /// The fewest indicators, at most three, that make half of the spread; of how many.
  case driven(by: [String], share: String, all: Int)
  case nothingAddsUp
  case nothingToTell(units: Int)
  case dead([String])
  case redundant(String, String, r: String)
  case opposed(String, String, r: String, isWithin: Bool)
  case death(RankingStructure.Death)
  case twins([String])
  case againstTheOrder
  case pair(isWithin: Bool)
  case rules
  case limit
  case method(units: Int)

  func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
