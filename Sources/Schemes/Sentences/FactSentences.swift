import Findings

extension Fact {
  /// What the fact asks, in words: 「“走访”下至少1项有数据」.
  package func sentence(in language: Language, of scheme: Scheme) -> String {
    test.words(FactWords(language: language, scheme: scheme))
  }
}

/// The parts of a fact's sentence in one language.
struct FactWords {
  let language: Language
  let scheme: Scheme

  func name(of node: String) -> String { scheme.node(node)?.name ?? node }

  func phrase(_ comparison: Comparison, measure: String? = nil) -> String {
    comparison.phrase(in: language, isShare: measure.flatMap { scheme.measure($0)?.isShare } ?? false)
  }
}

extension Fact.Test {
  fileprivate func words(_ words: FactWords) -> String {
    switch words.language {
    case .chinese: chinese(words)
    case .english: english(words)
    }
  }
}
