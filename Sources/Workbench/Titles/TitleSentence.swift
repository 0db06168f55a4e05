import Findings
import Register
import Scoring

/// What `titles` says before its tables. Worded in one file per language; names come in as they are printed.
enum TitleSentence: Equatable {
  /// Units with a name for the reason why they are told.
  struct Told: Equatable {
    let name: String
    let why: String
  }
  /// The units still needed, by what the last run says of them.
  struct Remaining: Equatable {
    let period: String
    let run: String
    let units: Int
    let vetoed: [Told]
    let capped: [Told]
    let notGraded: [Told]
    /// Met the conditions, and no row gives the title; met them without a place; did not meet them; took no part.
    let met, noPlace, below, unseen: Int
  }
  /// How many units a sentence names; the list names them all.
  static let shown = 12

  /// `share`: held ÷ units as it is printed.
  case coverage(grade: String, day: CalendarDate, units: Int, held: Int, share: String, waived: Int)
  /// Of several schemes.
  case together(
    schemes: [String], day: CalendarDate, units: Int, held: Int, share: String, until: Int, needed: Int)
  case nobodyAsked(grade: String, day: CalendarDate, waived: Int)
  case complete(until: Int)
  case enough(until: Int, needed: Int, places: Int)
  case notEnough(until: Int, needed: Int, places: Int, short: Int, then: FullCoverage)
  case noLimit(until: Int, needed: Int)
  case termPassed(until: Int, needed: Int)
  /// What the last run says of the units still needed.
  case lastRun(Remaining)
  /// Quota, vetoes and full coverage do not go together.
  case conflict(isShort: Bool, barred: Int)
  /// New titles by year.
  case granted([Int: Int])
  case withdrawn([Told])
  case kept(year: Int, count: Int)
  case failed(year: Int, [Told])
  case ending([Told])
  /// Titles of units that are no longer in scope.
  case elsewhere([Told])

  func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

extension TitleSentence {
  /// What a cell says of a unit's title as of the day.
  enum State: Equatable {
    case held, withdrawn, none, waived(String)
    func text(in language: Language) -> String {
      switch (self, language) {
      case (.held, .chinese): "持有"
      case (.withdrawn, .chinese): "已撤销"
      case (.none, .chinese): "未授予"
      case (.held, .english): "held"
      case (.withdrawn, .english): "withdrawn"
      case (.none, .english): "not yet"
      case (.waived(let words), _): words
      }
    }
  }

  /// When places alone would do, for a cell.
  static func cell(_ full: FullCoverage?, _ language: Language) -> String {
    switch (full, language) {
    case (nil, _): ""
    case (.reached, .chinese): "已达到"
    case (.reached, .english): "reached"
    case (.year(let year), .chinese): "\(year)年"
    case (.year(let year), .english): "\(year)"
    case (.never(let left), .chinese): "到不了，余\(left)个"
    case (.never(let left), .english): "never, \(left) left"
    case (.unlimited, .chinese): "不限名额"
    case (.unlimited, .english): "no limit"
    }
  }
}
