/// What can be wrong with how nodes get and join their values: shares, aggregations, hands, and where steps stand.
package enum TreeProblem: Sendable, Equatable {
  /// Children with points under anything but a sum: the parent's points are then their own number.
  case ownPointsMissing(parent: String, aggregation: String, children: [String])
  /// `weights: equal` over children that state a share.
  case weightsStated(parent: String, children: [String])
  /// `weights: shares` over children without a written weight.
  case sharesNotWeights(parent: String, children: [String])
  case sharesSum(parent: String, sum: Double)
  /// `best` or `trimmed` of more than there are.
  case aggregationSize(node: String, aggregation: String, size: Int, children: Int)
  case handsTooFew(node: String, hands: [String])
  case stepOnLeaves(node: String, step: String)
  /// `impute: siblings` where there are none.
  case siblingsMissing(node: String)
  /// A cross-unit step in `first: then`, or bands across another measure.
  case thenPointwise(measure: String, step: String)
  /// What is missing makes the rest count for more, and nothing says how much there must be (R4, R6).
  case coverageUnstated(node: String)

  package var code: String {
    switch self {
    case .ownPointsMissing: "scheme-own-points-missing"
    case .weightsStated: "scheme-weights-stated"
    case .sharesNotWeights: "scheme-shares-not-weights"
    case .sharesSum: "scheme-shares-sum"
    case .aggregationSize: "scheme-aggregation-size"
    case .handsTooFew: "scheme-hands-too-few"
    case .stepOnLeaves: "step-on-leaves"
    case .siblingsMissing: "step-siblings-missing"
    case .thenPointwise: "measure-then-pointwise"
    case .coverageUnstated: "scheme-coverage-unstated"
    }
  }
}
