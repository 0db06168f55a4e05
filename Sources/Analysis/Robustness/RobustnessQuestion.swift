import Schemes
import Statistics

/// What is drawn at random to see whether a ranking stands: weights, and choices that could have been made otherwise.
package struct RobustnessQuestion: Sendable {
  /// Recorded with the result: with the number of a draw it fixes the draw.
  package var seed: UInt64
  package var draws: Int
  /// f: every weight w becomes w(1 + f(2U − 1)); 0: weights stay. 0…1.
  package var weights: Double
  /// In the order in which they change the scheme.
  package var choices: [Choice]

  package init(seed: UInt64, draws: Int, weights: Double, choices: [Choice] = []) {
    self.seed = seed
    self.draws = draws
    self.weights = weights
    self.choices = choices
  }

  /// One choice that could have been made otherwise: the scheme's own way, and others.
  package struct Choice: Sendable, Equatable {
    package let name: String
    /// What is said of each; the first is the scheme as it stands.
    package let alternatives: [String]
    package init(name: String, alternatives: [String]) {
      self.name = name
      self.alternatives = alternatives
    }
  }

  /// Which alternative of each choice a draw takes: all are equally likely. Weights take their numbers from another
  /// stream, so that a draw's weights are those of `WeightNoise`, whatever the choices.
  package func alternatives(ofDraw draw: Int) -> [Int] {
    var generator = SplitMix64(seed: ~seed, item: draw)
    return choices.map { choice in
      min(Int(generator.unit() * Double(choice.alternatives.count)), choice.alternatives.count - 1)
    }
  }

  /// By what each weight is multiplied: every node but roots takes one number, in the order of `Scheme.allNodes`.
  package func factors(ofDraw draw: Int, in scheme: Scheme) -> [String: Double] {
    guard weights > 0 else { return [:] }
    var generator = SplitMix64(seed: seed, item: draw)
    var factors: [String: Double] = [:]
    let roots = Set(scheme.roots.map(\.id))
    for node in scheme.allNodes where !roots.contains(node.id) {
      factors[node.id] = 1 + weights * (2 * generator.unit() - 1)
    }
    return factors
  }
}

/// Why an alternative cannot be computed.
package enum ChoiceRefusal: Error, Sendable, Hashable {
  /// No step of the ranked tree brings values of all units to one scale.
  case noScalingStep
  /// No node of the ranked tree is a sum or mean of others that the aggregation could take the place of.
  case noMean
  /// The scheme as changed is no scheme.
  case notAScheme
  /// Rows would have to be read again, and the run has kept their numbers alone.
  case rereads
  /// The scheme ranks nothing.
  case noScore
}
