import Findings

// What follows the tree, in words: halves of a year, effects, grades, quotas.

extension YearCombination {
  /// How two halves become a year.
  package func sentence(in language: Language) -> String {
    switch language {
    case .chinese: chineseSentence
    case .english: englishSentence
    }
  }
}

extension Effect {
  /// What the effect does and when, in words.
  package func sentence(in language: Language) -> String {
    switch language {
    case .chinese: chineseSentence
    case .english: englishSentence
    }
  }
}

extension Grading {
  /// One sentence for each line from the best down, or one on the clusters.
  package func sentences(in language: Language, year: Int? = nil) -> [String] {
    if let clusters { return [clusters.sentence(in: language)] }
    return bands.map { $0.sentence(in: language, year: year) }
  }
}

extension GradeBand {
  /// What the grade asks for, in words.
  /// - Parameter year: only this year's cut-off is told; nil: every year's.
  package func sentence(in language: Language, year: Int? = nil) -> String {
    switch language {
    case .chinese: chineseSentence(year: year)
    case .english: englishSentence(year: year)
    }
  }
}

extension Quota {
  /// How many may have the grade: 「每组不超过30%，向下取整，至少1个；并列全进或全不进；已有称号的不占名额」.
  package func sentence(in language: Language) -> String {
    switch language {
    case .chinese: chineseSentence
    case .english: englishSentence
    }
  }
}

extension ClusterGrading {
  package func sentence(in language: Language) -> String {
    switch language {
    case .chinese: chineseSentence
    case .english: englishSentence
    }
  }
}

extension Titles {
  /// Whose titles count.
  package func sentence(in language: Language) -> String {
    switch language {
    case .chinese: chineseSentence
    case .english: englishSentence
    }
  }
}

extension Scheme.UnitSelection.Peers {
  /// Who is compared with whom.
  package func sentence(in language: Language) -> String {
    switch (self, language) {
    case (.column(let column), .chinese): "按单位名册的“\(registerColumnName(column, in: .chinese))”分组"
    case (.column(let column), .english): "groups by the register's “\(registerColumnName(column, in: .english))”"
    case (.fact(let fact), .chinese): "按“\(fact)”分组"
    case (.fact(let fact), .english): "groups by “\(fact)”"
    }
  }
}

extension GradeBand.CutOff {
  /// The cut-offs to tell, with their years; one without a year if it is the same in all.
  func told(in year: Int?) -> [(year: Int?, value: Double)] {
    switch self {
    case .constant(let value): return [(nil, value)]
    case .byYear(let values):
      if let year, let value = values[year] { return [(year, value)] }
      return values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }
}
