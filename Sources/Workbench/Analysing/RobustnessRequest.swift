import Analysis
import Documents
import Findings
import Schemes
import Scoring

/// What `robustness` is asked: how far weights may move, and which choices could have been made otherwise.
package struct RobustnessRequest: Sendable {
  /// ± of every weight, 0…1.
  package var weights: Double
  package var draws: Int
  package var seed: UInt64
  package var aggregations: [Node.Aggregation] = []
  package var scales: [Scale] = []
  package var missing: [MissingPolicy] = []
  /// Each is one choice: the scheme as it stands, or with the change.
  package var edits: [SchemeEdit] = []

  package enum Scale: String, Sendable, CaseIterable { case minmax, zscore, percentile }

  package init(weights: Double, draws: Int, seed: UInt64) {
    self.weights = weights
    self.draws = draws
    self.seed = seed
  }

  /// The aggregation of that word, if it can take the place of a mean.
  package static func aggregation(_ word: String) -> Node.Aggregation? {
    switch word {
    case "mean": .mean
    case "geometric": .geometric
    case "harmonic": .harmonic
    case "min": .min
    default: nil
    }
  }

  /// As written; the others by the words of the options.
  static let asWritten = "="

  var question: RobustnessQuestion {
    var choices = edits.map { edit in
      RobustnessQuestion.Choice(name: edit.address.joined(separator: "."), alternatives: [Self.asWritten, edit.text])
    }
    func add(_ name: String, _ words: [String]) {
      if !words.isEmpty { choices.append(.init(name: name, alternatives: [Self.asWritten] + words)) }
    }
    add("scale", scales.map(\.rawValue))
    add("aggregation", aggregations.map(\.word))
    add("missing", missing.map(\.rawValue))
    return RobustnessQuestion(seed: seed, draws: draws, weights: weights, choices: choices)
  }

  /// What the alternatives make of a scheme, after edits.
  func switched(_ scheme: Scheme, _ alternatives: ArraySlice<Int>) throws(ChoiceRefusal) -> Scheme {
    var scheme = scheme
    var rest = alternatives
    if !scales.isEmpty, let chosen = rest.popFirst(), chosen > 0 {
      scheme = try SchemeSwitch.scale(scale(scales[chosen - 1], scheme)).applied(to: scheme)
    }
    if !aggregations.isEmpty, let chosen = rest.popFirst(), chosen > 0 {
      scheme = try SchemeSwitch.aggregation(aggregations[chosen - 1]).applied(to: scheme)
    }
    if !missing.isEmpty, let chosen = rest.popFirst(), chosen > 0 {
      scheme = try SchemeSwitch.missing(missing[chosen - 1]).applied(to: scheme)
    }
    return scheme
  }

  /// To the interval that the scheme's own steps aim at, else 0–100; z-scores about its middle, six deviations wide.
  private func scale(_ scale: Scale, _ scheme: Scheme) -> SchemeSwitch.Scale {
    let steps = scheme.allNodes.flatMap(\.steps)
    let interval = steps.lazy.compactMap { step -> Step.Interval? in
      if case .minMax(let to, .observed, _) = step.action { to } else { nil }
    }.first
    let (low, high) = (interval?.low ?? 0, interval?.high ?? 100)
    switch scale {
    case .minmax: return .minMax(.init(low, high))
    case .zscore: return .zScore(.init(mean: (low + high) / 2, deviation: (high - low) / 6))
    case .percentile: return .percentile(.init(low, high))
    }
  }
}
