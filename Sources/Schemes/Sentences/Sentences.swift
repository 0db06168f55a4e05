import Findings

// The rules of a scheme in words, for `explain` and reports: the same sentence wherever a rule is shown.

extension Step {
  /// The step in words: 「100%得满分10分，60%及以下0分，中间按直线」.
  /// - Parameters:
  ///   - points: the node's own points, where it has any.
  ///   - isShare: the value that comes in is a share, and thresholds are shown in per cent.
  package func sentence(in language: Language, points: Double?, isShare: Bool = false) -> String {
    switch language {
    case .chinese: chineseSentence(points: points, isShare: isShare)
    case .english: englishSentence(points: points, isShare: isShare)
    }
  }
}

extension Comparison {
  /// 「不低于1」, “at least 1”.
  package func phrase(in language: Language, isShare: Bool = false) -> String {
    switch language {
    case .chinese: chinesePhrase(isShare: isShare)
    case .english: englishPhrase(isShare: isShare)
    }
  }
}

extension Measure {
  /// Where the number comes from, in words.
  package func sentence(in language: Language) -> String {
    switch language {
    case .chinese: chineseSentence
    case .english: englishSentence
    }
  }

  /// Whether its value is shown in per cent.
  package var isShare: Bool { take.usesShare && denominator == nil && times == 1 }
}

extension Node {
  /// The node's rule in words: what it reads or joins, then its steps.
  package func sentence(in language: Language, of scheme: Scheme) -> String {
    let isShare = measure.flatMap { scheme.measure($0)?.isShare } ?? false
    var parts: [String] = []
    if !isLeaf { parts.append(language == .chinese ? chineseAggregation : englishAggregation) }
    parts += language == .chinese ? chineseHands(in: scheme) : englishHands(in: scheme)
    for (index, step) in steps.enumerated() {
      parts.append(step.sentence(in: language, points: points, isShare: isShare && index == 0))
    }
    let conditions = language == .chinese ? chineseConditions : englishConditions
    let separator = language == .chinese ? "；" : "; "
    let rule = (parts + conditions).joined(separator: separator)
    if rule.isEmpty { return name }
    return name + (language == .chinese ? "：" : ": ") + rule
  }
}

/// A threshold: shares in per cent.
func threshold(_ value: Double, isShare: Bool) -> String {
  isShare ? "\(formatted((value * 1e11).rounded() / 1e9))%" : formatted(value)
}

extension Step.Operand {
  /// The number, or the column's name until leaves are expanded.
  func text(isShare: Bool = false) -> String {
    switch self {
    case .number(let value): threshold(value, isShare: isShare)
    case .rowColumn(let column): "row.\(column)"
    case .rowProduct(let columns): columns.map { "row.\($0)" }.joined(separator: " × ")
    }
  }
}
