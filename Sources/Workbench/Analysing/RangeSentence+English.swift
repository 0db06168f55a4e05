import Findings

extension RangeSentence {
  var english: String {
    switch self {
    case .nothingSampled:
      return "The scheme uses no mean or share of answers: scores have no sampling error, ranks are ranks."
    case .alike(let group, let ranks, let units):
      let head = group.isEmpty ? "" : "\(group): "
      return
        "\(head)no real difference between the \(units) units on ranks \(ranks.lowerBound) to \(ranks.upperBound), as far as chance in who answered goes."
    case .allApart(let group, let units):
      let head = group.isEmpty ? "" : "\(group): "
      return "\(head)any two of the \(units) units are told apart, as far as chance in who answered goes."
    case .method(let names, let draws, let seed, let places):
      return """
        Method: only the chance of who answered counts, in \(quoted(names, in: .english)); visits, ledgers and filings are no \
        samples and not in the interval, which therefore is the least uncertainty. Each of them is moved by its standard \
        error (Wilson's interval for shares, s ÷ √n for means), the scheme is scored again, and squares are added; low and \
        high are a 95 % interval. Ranges of ranks: all pairs of a group, 95 % for all at once (Mogstad, Romano, Shaikh & \
        Wilhelm 2024), \(draws) draws, seed \(seed). \
        \(places.map { "The chance to be among the first \($0) takes the estimates for the truth: for attention, no ground for an award. " } ?? "")\
        Of units whose number of answers is hidden the error is hidden too; they are told apart from nobody.
        """
    }
  }
}
