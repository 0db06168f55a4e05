extension Comparison {
  func englishPhrase(isShare: Bool) -> String {
    let bound = threshold(bound, isShare: isShare)
    switch relation {
    case .atLeast: return "at least \(bound)"
    case .atMost: return "at most \(bound)"
    case .above: return "above \(bound)"
    case .below: return "below \(bound)"
    case .equals: return "exactly \(bound)"
    }
  }
}

extension Reducer {
  var english: String {
    switch self {
    case .mean: "mean"
    case .share: "share"
    case .sum: "sum"
    case .count: "count"
    case .min: "least"
    case .max: "greatest"
    case .median: "median"
    case .last: "latest"
    case .trimmed(let drop, let min, let otherwise):
      "mean without the \(drop) highest and \(drop) lowest (under \(min) values: \(otherwise.english))"
    }
  }
}
