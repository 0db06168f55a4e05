import Findings

extension TreeProblem {
  var english: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "The scheme was not loaded.", remedy: remedy)
    }
    func list(_ names: [String]) -> String { names.joined(separator: ", ") }
    switch self {
    case .ownPointsMissing(let parent, let aggregation, let children):
      return wording(
        "“\(parent)” is of: \(aggregation), its children have points (\(list(children))), and it has none of its own.",
        "Add points: to “\(parent)”, write of: sum, or give the children weights.")
    case .weightsStated(let parent, let children):
      return wording(
        "“\(parent)” says weights: equal, but these children state points or weight: \(list(children)).",
        "Remove weights: equal, or what the children state.")
    case .sharesNotWeights(let parent, let children):
      return wording(
        "“\(parent)” says weights: shares, but these children state no number as weight: \(list(children)).",
        "Give each of them a weight: between 0 and 1, or remove weights: shares.")
    case .sharesSum(let parent, let sum):
      return wording(
        "The shares under “\(parent)” add up to \(formatted(sum)), neither 1 nor 100.",
        "Correct a child's weight:, or remove weights: shares.")
    case .aggregationSize(let node, let aggregation, let size, let children):
      return wording(
        aggregation == "best"
          ? "“\(node)” takes the best \(size) of \(children) children."
          : "“\(node)” drops the \(size) lowest and highest of \(children) children, and none would be left.",
        "Write a smaller number, or add children.")
    case .handsTooFew(let node, let hands):
      return wording(
        "“\(node)” has \(hands.isEmpty ? "no hand" : "only the hand “\(list(hands))”"); hands are two or more.",
        "Add the other hand, or write measure: instead.")
    case .stepOnLeaves(let node, let step):
      return wording(
        "\(step) of “\(node)” stands where no leaf is: it fills or drops single measures.",
        "Move it to the steps of a leaf.")
    case .siblingsMissing(let node):
      return wording(
        "“\(node)” is imputed from its siblings, but no other leaf stands beside it.",
        "Use impute: {mean: all}, or give its parent more leaves.")
    case .thenPointwise(let measure, let step):
      return wording(
        "\(step) in first: then of the measure “\(measure)” looks beyond the single number.",
        "Use steps there that need the number alone: linear, bands, proportional, deduct, add, required, pass, "
          + "goalposts, clamp, round or times.")
    case .coverageUnstated(let node):
      return Wording(
        found:
          "What is missing under “\(node)” makes the rest count for more, and nothing says how much there must be.",
        consequence: "A unit with a single indicator is ranked and graded like one with all of them.",
        remedy:
          "Write defaults: {coverage: 0.8} – 0 if that is meant –, coverage: of a node, missing: not_graded of the "
          + "nodes that nobody may lack, or a fact under eligible:.")
    }
  }
}
