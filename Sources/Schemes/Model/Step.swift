import Findings

/// One transform of a node's value. Steps act in written order; one that receives missing gives missing (R1).
package struct Step: Sendable, Hashable {
  package let action: Action
  package let place: Place

  package init(_ action: Action, place: Place) {
    self.action = action
    self.place = place
  }

  package enum Action: Sendable, Hashable {
    /// Piecewise linear through points of strictly ascending x, clamped at the ends.
    case linear([Knot])
    /// The first row whose bound ≤ value, from the highest bound down.
    case bands([Band])
    /// P · clamp(x / full, 0, 1), P being the node's points.
    case proportional(full: Operand)
    /// max(0, P − min(each·x, at_most)).
    case deduct(each: Operand, atMost: Operand?)
    /// max(0, min(P, each·x, at_most)).
    case add(each: Operand, atMost: Operand?)
    /// P or 0.
    case pass(Comparison)
    /// l + (h−l)·clamp((f(x)−f(a)) / (f(b)−f(a)), 0, 1), f being ln where `isLogarithmic` (R15).
    case goalposts(low: Operand, high: Operand, isLogarithmic: Bool, to: Interval)
    /// (x − mean) / sd over the population, n−1 (R10), then to a mean and sd.
    case zScore(to: MeanAndDeviation, over: Population?)
    case times(Operand)
    /// The leaf is not applicable for everyone if fewer units than this report it; stands first (R10).
    case dropIf(unitsBelow: Int)
  }

  package struct Knot: Sendable, Hashable {
    package let x: Operand
    package let y: Operand
    package init(_ x: Operand, _ y: Operand) {
      self.x = x
      self.y = y
    }
  }
  package struct Band: Sendable, Hashable {
    package let atLeast: Operand
    package let gives: Operand
    package init(atLeast: Operand, gives: Operand) {
      self.atLeast = atLeast
      self.gives = gives
    }
  }
  package struct Interval: Sendable, Hashable {
    package let low: Double
    package let high: Double
    package init(_ low: Double, _ high: Double) {
      self.low = low
      self.high = high
    }
  }
  package struct MeanAndDeviation: Sendable, Hashable {
    package let mean: Double
    package let deviation: Double
    package init(mean: Double, deviation: Double) {
      self.mean = mean
      self.deviation = deviation
    }
  }
  /// A number, or a column of the leaf's row until the leaves are expanded.
  package enum Operand: Sendable, Hashable {
    case number(Double)
    case rowColumn(String)

    /// The number; `rowColumn` has none before expansion.
    package var number: Double? { if case .number(let value) = self { value } else { nil } }
  }

  /// The word by which the file names the step.
  package var word: String {
    switch action {
    case .linear: "linear"
    case .bands: "bands"
    case .proportional: "proportional"
    case .deduct: "deduct"
    case .add: "add"
    case .pass: "pass"
    case .goalposts: "goalposts"
    case .zScore: "zscore"
    case .times: "times"
    case .dropIf: "drop_if"
    }
  }
}
