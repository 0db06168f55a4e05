import Findings

extension TrendSentence {
  var english: String {
    switch self {
    case .heading(let title, let from, let to, let periods): "\(title), \(from) to \(to), \(counted(periods, "period"))"
    case .change(let unit, let period, let score, let since, let isLastYear, let by, let verdict):
      "\(unit) has \(score) in \(period), \(by) since \(isLastYear ? "the same time of last year" : "the period before") (\(since))"
        + (verdict.map { ": \(TrendSentence.verdict($0).english)." }
          ?? "; without an interval nobody can say whether that is more than chance.")
    case .noChange(let unit, let from, let to):
      "\(unit) was not graded in both \(from) and \(to): no difference is taken."
    case .broken(let from, let to, let why):
      "\(from) and \(to) cannot be compared (\(why.joined(separator: "; "))): no difference is taken."
    case .counts(let from, let to, let isLastYear, let units, let up, let down):
      "\(to) beside \(isLastYear ? "the same time of last year" : "the period before") (\(from)): of \(counted(units, "comparable unit")) \(up) higher, \(down) lower, \(units - up - down) the same."
    case .twoPeriods: "Two periods make a difference, not a trend."
    case .onlyOne(let period): "Only \(period) was scored: there is nothing to compare."
    case .verdict(.rose): "risen"
    case .verdict(.fell): "fallen"
    case .verdict(.indistinct): "cannot be told apart"
    case .then(let name): "then “\(name)”"
    case .joined(let names): "then \(quoted(names, in: .english)), their mean"
    case .notYet: "not there yet"
    case .notGraded: "not graded"
    case .method(let without, let hasIntervals, let runs):
      """
      Method: first halves with first halves, second with second, come first; the period before may be another season. Units \
      are followed through renaming and joining. No difference is taken where the scheme, the program, a questionnaire, frozen \
      bounds or the minimum cell changed. \
      \(hasIntervals ? "Risen, fallen or neither by the 95 % interval of the answers' part; visits, ledgers and filings are no samples and not in it." : "Without an interval nothing is called risen or fallen.")\
      \(without.isEmpty ? "" : " Not scored: \(without.joined(separator: ", ")).") Runs: \(runs.joined(separator: ", "))
      """
    }
  }
}
