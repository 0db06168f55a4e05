import Findings

extension IdleProblem {
  var english: Wording {
    switch self {
    case .testNever(let owner, let measure, let comparison, let bounds):
      return Wording(
        found: "“\(owner)” tests whether “\(measure)” is \(comparison.englishPhrase(isShare: false)), but its values "
          + "are \(Self.interval(bounds)).",
        consequence: "The test never holds.", remedy: "Check whether the bound is a share (0.9) or a percentage (90).")
    case .testAlways(let owner, let measure, let comparison, let bounds):
      return Wording(
        found: "“\(owner)” tests whether “\(measure)” is \(comparison.englishPhrase(isShare: false)), and its values "
          + "are \(Self.interval(bounds)).",
        consequence: "It acts on everybody who has a value.", remedy: "Correct the bound, or leave the test out.")
    case .stepConstant(let node, let step, let gives, let bounds):
      return Wording(
        found: "The step \(step) of “\(node)” makes \(formatted(gives)) of every value (\(Self.interval(bounds))).",
        consequence: "All units with a value get the same.",
        remedy: "Check its numbers, and whether values are shares (0.9) or percentages (90).")
    case .changeZero(let effect):
      return Wording(
        found: "“\(effect)” adds or deducts 0 points for each.", consequence: "It changes no score.",
        remedy: "Correct each:, or remove the effect.")
    case .untriggered(let effect, let grade, let isCeiling):
      return Wording(
        found:
          "“\(effect)” \(isCeiling ? "caps the grade at" : "sets the grade to") “\(grade)” and has no when:, so that "
          + "it would act on everybody.",
        consequence: "The scheme was not loaded.",
        remedy: "Add when: with a measure over a table whose rows are confirmed (is it indented too little?).")
    }
  }

  static func interval(_ bounds: Bounds) -> String {
    "\(bounds.low.isFinite ? formatted(bounds.low) : "−∞") … \(bounds.high.isFinite ? formatted(bounds.high) : "∞")"
  }
}
