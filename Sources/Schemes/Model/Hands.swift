/// The several hands that grade one thing – computed, manual, assessors, self, leading group – each a measure with its own
/// steps (R14).
package struct Hands: Sendable, Hashable {
  package struct Hand: Sendable, Hashable {
    package let id: String
    package let measure: String
    package let steps: [Step]
    /// Under `combination: mean`.
    package let weight: Double
    package init(id: String, measure: String, steps: [Step], weight: Double = 1) {
      self.id = id
      self.measure = measure
      self.steps = steps
      self.weight = weight
    }
  }
  package enum Combination: Sendable, Hashable {
    /// The first of these that has a value.
    case prevail([String])
    /// The weighted mean of the hands with a value.
    case mean
  }
  /// Hands that lie farther apart than this need a recorded reason.
  package struct DifferenceRule: Sendable, Hashable {
    package let over: Double
    package let needsReason: Bool
    package init(over: Double, needsReason: Bool) {
      self.over = over
      self.needsReason = needsReason
    }
  }
  /// In the order of the file; differences are those of the first from each other.
  package let all: [Hand]
  package let combination: Combination
  package let difference: DifferenceRule?
  package init(all: [Hand], combination: Combination, difference: DifferenceRule?) {
    self.all = all
    self.combination = combination
    self.difference = difference
  }
}
