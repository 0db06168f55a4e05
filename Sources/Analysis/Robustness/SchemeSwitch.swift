import Schemes

/// A debatable choice of method, made otherwise throughout the ranked tree.
package enum SchemeSwitch: Sendable, Hashable {
  /// Means (and sums of points) become another mean.
  case aggregation(Node.Aggregation)
  case scale(Scale)
  /// What leaves do that are missing, wherever the scheme says so, and by default.
  case missing(MissingPolicy)
  /// The most points that `treat` winsorises.
  case winsorising(Int)

  /// How columns are brought to one scale.
  package enum Scale: Sendable, Hashable {
    case minMax(Step.Interval)
    case zScore(Step.MeanAndDeviation)
    case percentile(Step.Interval)
  }

  package func applied(to scheme: Scheme) throws(ChoiceRefusal) -> Scheme {
    guard let ranked = scheme.rankedNode?.id else { throw .noScore }
    var changed = scheme
    var hits = 0
    changed.roots = scheme.roots.map { root in
      root.subtree.contains { $0.id == ranked } ? edited(root, &hits) : root
    }
    switch self {
    case .aggregation where hits == 0: throw .noMean
    case .scale where hits == 0, .winsorising where hits == 0: throw .noScalingStep
    case .missing(let policy): changed.defaults.leavesMissing = policy
    default: break
    }
    return changed
  }

  private func edited(_ node: Node, _ hits: inout Int) -> Node {
    var node = node
    switch self {
    case .aggregation(let aggregation):
      if case .children(let children, let own) = node.source, own.isMeanLike {
        hits += 1
        node.source = .children(children, of: aggregation)
      }
    case .scale(let scale): node.steps = node.steps.flatMap { scale.replacing($0, &hits) }
    case .winsorising(let most): node.steps = node.steps.map { Self.winsorising($0, most, &hits) }
    case .missing(let policy):
      if node.isLeaf, node.missing != nil { node.missing = policy }
      if node.leavesMissing != nil { node.leavesMissing = policy }
    }
    if case .children(let children, let aggregation) = node.source {
      node.source = .children(children.map { edited($0, &hits) }, of: aggregation)
    }
    return node
  }

  private static func winsorising(_ step: Step, _ most: Int, _ hits: inout Int) -> Step {
    guard case .treat(let treatment, let over) = step.action else { return step }
    hits += 1
    let other = Step.Treatment(
      skew: treatment.skew, kurtosis: treatment.kurtosis, winmax: most, then: treatment.then,
      isCombined: treatment.isCombined, isForced: treatment.isForced)
    return Step(.treat(other, over: over), place: step.place)
  }
}

extension Node.Aggregation {
  /// Whether it weighs all children, so that another such mean can take its place.
  fileprivate var isMeanLike: Bool {
    switch self {
    case .sum, .mean, .geometric, .harmonic, .power: true
    case .min, .max, .median, .best, .trimmed, .copeland: false
    }
  }
}

extension SchemeSwitch.Scale {
  /// The step, or what takes its place where it brings a column to a scale by looking at all units.
  fileprivate func replacing(_ step: Step, _ hits: inout Int) -> [Step] {
    let over: Population?
    switch step.action {
    case .zScore(_, let population), .minMax(_, .observed, let population), .rank(_, let population),
      .borda(let population), .percentile(let population), .distance(_, let population), .shareOfBest(let population):
      over = population
    default: return [step]
    }
    hits += 1
    switch self {
    case .minMax(let to): return [Step(.minMax(to: to, bounds: .observed, over: over), place: step.place)]
    case .zScore(let to): return [Step(.zScore(to: to, over: over), place: step.place)]
    case .percentile(let to):
      let line = [Step.Knot(.number(0), .number(to.low)), Step.Knot(.number(1), .number(to.high))]
      return [Step(.percentile(over: over), place: step.place), Step(.linear(line), place: step.place)]
    }
  }
}
