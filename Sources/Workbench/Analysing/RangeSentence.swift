import Findings

/// What `ranges` says. Worded in one file per language, as findings are.
enum RangeSentence: Equatable {
  case nothingSampled
  /// The longest run of ranks of a group of which no two are told apart.
  case alike(String, ranks: ClosedRange<Int>, units: Int)
  case allApart(String, units: Int)
  case method([String], draws: Int, seed: UInt64, places: Int?)

  func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
