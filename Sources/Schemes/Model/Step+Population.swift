extension Step {
  /// The population that the step names; nil: none, or the scheme's default.
  package var population: Population? { named ?? nil }

  /// Whom the step compares a unit with; nil if it compares no units.
  /// - Parameter fallback: whom a step looks at that names nobody.
  package func population(default fallback: Population) -> Population? { named.map { $0 ?? fallback } }

  /// What stands under `over`; nil for a step that looks at the one value alone or has another way to look at others.
  private var named: Population?? {
    switch action {
    case .zScore(_, let over), .minMax(_, .observed, let over), .rank(_, let over), .borda(let over),
      .percentile(let over), .distance(_, let over), .shareOfBest(let over), .treat(_, let over):
      .some(over)
    case .linear, .bands, .matrix, .proportional, .deduct, .add, .required, .pass, .goalposts, .minMax(_, .fixed, _),
      .impute, .clamp, .round, .times, .dropIf:
      nil
    }
  }
}
