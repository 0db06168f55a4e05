import Findings
import Scoring

/// Titles of several schemes as one number: which share of all units in their scopes holds one, and how many are needed.
package struct TitlesTogether {
  private let answers: [TitleAnswer]

  /// - Parameter answers: of schemes that grade different units, as of one day.
  package init(_ answers: [TitleAnswer]) { self.answers = answers }

  var sentence: TitleSentence? {
    guard answers.count > 1, let first = answers.first else { return nil }
    let totals = answers.map(\.outlook.total)
    let units = totals.reduce(0) { $0 + $1.units }
    guard units > 0 else { return nil }
    let held = totals.reduce(0) { $0 + $1.held }
    return .together(
      schemes: answers.map(\.scheme.title), day: first.outlook.question.asOf, units: units, held: held,
      share: OutcomeWords(language: .chinese).percent(Double(held) / Double(units)),
      until: answers.map(\.outlook.question.until).max() ?? first.outlook.question.until,
      needed: totals.reduce(0) { $0 + $1.needed })
  }

  package func line(_ language: Language) -> String? { sentence?.text(in: language) }
}
