import Analysis
import Findings

extension RobustnessSentence {
  var english: String {
    switch self {
    case .gradesRest(let units, let all):
      "\(counted(all, "grade")) \(all == 1 ? "rests" : "rest") on a choice that could have been made otherwise: "
        + units.map { "\($0.name) (\($0.why.joined(separator: "; ")))" }.joined(separator: ", ")
        + (all > units.count ? " and others." : ".")
    case .noGradeRests(let choices):
      "\(counted(choices, "choice")) made otherwise, one at a time: no unit's grade changes."
    case .gradesInDraws(let draws, let shaky, let units):
      shaky.isEmpty
        ? "In \(counted(draws, "draw")) each of \(counted(units, "unit")) keeps its grade nine times of ten or more."
        : "In \(counted(draws, "draw")) \(counted(shaky.count, "unit")) keep their grade less than nine times of ten: \(named(shaky))."
    case .widest(let name, let rank, let low, let high):
      low == high
        ? "Ranks hardly move: even \(name), rank \(rank), stays at \(low) nine times of ten."
        : "The least settled rank is that of \(name): \(rank) now, between \(low) and \(high) nine times of ten."
    case .ranksStand(let draws): "In \(counted(draws, "draw")) every rank stays nine times of ten."
    case .uncomputed(let choices, let why, let draws, let first):
      "Not computed: \(choices.joined(separator: "; ")), \(counted(draws, "draw")) (from draw \(first) on): \(Self.english(why))."
    case .notSwitched(let choice, let why): "Not computed: \(choice): \(Self.english(why))."
    case .fixedWeights(let nodes): "The weights of \(quoted(nodes, in: .english)) follow n and are not drawn."
    case .refused(let why): Self.english(why)
    case .draw(let number, let seed, let choices):
      "Draw \(number) (seed \(seed))" + (choices.isEmpty ? "" : ": \(choices.joined(separator: "; "))")
    case .method(let weights, let choices, let draws, let seed):
      """
      Method: each draw makes every weight w a uniform number within w(1 ± \(weights) %) (the points of siblings keep their sum)\
      \(choices.isEmpty ? "" : ", and takes the scheme's own way or one of these, all equally likely: \(choices.joined(separator: "; "))"); \
      \(counted(draws, "draw")), seed \(seed); --draw N shows draw N again. Measures are those that the run kept. Ranges of ranks \
      hold under these assumptions; they are no sampling errors.
      """
    }
  }

  private func named(_ names: [String]) -> String {
    names.prefix(Self.shown).joined(separator: ", ") + (names.count > Self.shown ? " and others" : "")
  }

  private static func english(_ refusal: ChoiceRefusal) -> String {
    switch refusal {
    case .noScalingStep: "no step of the scheme brings the units to one scale"
    case .noMean: "no sum or mean that could be another"
    case .notAScheme: "these changes together are no scheme"
    case .rereads: "rows would have to be read again; whatif does that"
    case .noScore: "no ranked score"
    }
  }
}
