import Findings

extension StructureSentence {
  var english: String {
    switch self {
    case .driven(let names, let share, let all):
      "\(share) of the spread between the units' scores comes from \(quoted(names, in: .english)), of \(counted(all, "indicator"))."
    case .nothingAddsUp:
      "The score is no sum of its parts, so that no part has a share of the spread; see the correlations and effective weights."
    case .nothingToTell(let units):
      "\(counted(units, "graded unit")) without any spread: there is no ranking to look into."
    case .dead(let names):
      "\(quoted(names, in: .english)) tell no unit from another: everybody has the same, or nobody has anything."
    case .redundant(let a, let b, let r):
      "“\(a)” and “\(b)” say almost the same (r = \(r)): it is counted twice."
    case .opposed(let a, let b, let r, let isWithin):
      "“\(a)” and “\(b)” cancel each other (r = \(r)\(isWithin ? ", in one group" : "")): who is high in one is low in the other."
    case .death(.nobodyReported): "no data"
    case .death(.allFull): "all full"
    case .death(.allEqual): "all equal"
    case .twins(let names): "repeats \(quoted(names, in: .english))"
    case .againstTheOrder: "against the total"
    case .pair(let isWithin): isWithin ? "same group" : "across groups"
    case .rules: "rules of the total"
    case .limit: "limits of the total"
    case .method(let units):
      """
      Method: \(counted(units, "graded unit")). Share of spread: covariance of what the indicator brings with the score ÷ \
      variance of the score; the rows add up to 100 %, a negative one draws units together. Nominal weight: points or weights \
      as written, multiplied down the tree. Effective weight: the indicator's share in all correlation ratios (how much of \
      the variance would be gone if it were known; local-linear, from 10 units on). No correlation under 5 units; |r| ≥ 0.92 \
      is a repetition; negative ones are listed where beyond chance (5 %).
      """
    }
  }
}
