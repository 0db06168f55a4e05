extension Node {
  /// How children become their parent's value. Under weights the means are weighted; under points, all but `sum` work on
  /// value ÷ points, weighted by points, and give that times the parent's own points.
  package enum Aggregation: Sendable, Hashable {
    case sum
    case mean
    /// A value ≤ 0 makes it missing (R9).
    case geometric
    case harmonic
    /// The generalised mean (Σ w·x^p)^(1/p), p ≠ 0.
    case power(Double)
    case min
    case max
    /// Unweighted.
    case median
    /// The unweighted mean of the best k; fewer with a value: of those.
    case best(Int)
    /// The unweighted mean without the k lowest and highest; too few to drop: of all.
    case trimmed(Int)
    /// Wins minus losses against every other unit, a win being more than half of the weight; with `leaves`, over all leaves
    /// below with their effective weights instead of the children.
    case copeland(overLeaves: Bool)

    package var word: String {
      switch self {
      case .sum: "sum"
      case .mean: "mean"
      case .geometric: "geometric"
      case .harmonic: "harmonic"
      case .power: "power"
      case .min: "min"
      case .max: "max"
      case .median: "median"
      case .best: "best"
      case .trimmed: "trimmed"
      case .copeland: "copeland"
      }
    }
  }
}
