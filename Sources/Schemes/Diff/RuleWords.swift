import Findings

/// What one key of a scheme's part says, in the words of the rule's sentence.
struct RuleWords {
  let language: Language
  let scheme: Scheme
  private var isChinese: Bool { language == .chinese }

  /// nil: a number or a name, which is words enough, or nothing of the kind is there.
  func words(for key: String, of difference: SchemeDifference) -> String? {
    let words: String? =
      switch difference.subject {
      case .node: scheme.node(difference.id).flatMap { node(key, $0) }
      case .measure: scheme.measure(difference.id).flatMap { measure(key, $0) }
      case .effect: scheme.effects.first { $0.id == difference.id }.flatMap { effect(key, $0) }
      case .grade: scheme.grading?.bands.first { $0.grade == difference.id }.flatMap { band(key, $0) }
      case .setting(let name): key.isEmpty || key == "year" ? setting(name) : nil
      case .parameter, .default, .fact, .effectGroup, .example, .condition: nil
      }
    return words.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func node(_ key: String, _ node: Node) -> String? {
    switch key {
    case "steps":
      let isShare = node.measure.flatMap { scheme.measure($0)?.isShare } ?? false
      return joined(
        node.steps.enumerated().map { index, step in
          step.sentence(in: language, points: node.points, isShare: isShare && index == 0)
        })
    case "hands", "hand_steps", "prevail", "difference":
      return joined(isChinese ? node.chineseHands(in: scheme) : node.englishHands(in: scheme))
    case "of", "leaves": return isChinese ? node.chineseAggregation : node.englishAggregation
    case "coverage", "override", "applies", "zero_when":
      var alone = Node(id: node.id, share: node.share, source: node.source, place: node.place)
      switch key {
      case "coverage": alone.coverage = node.coverage
      case "override": alone.override = node.override
      case "applies": alone.applies = node.applies
      default: alone.zeroWhen = node.zeroWhen
      }
      return joined(isChinese ? alone.chineseConditions : alone.englishConditions)
    case "weight":
      guard case .weightByN(let measure) = node.share else { return nil }
      return isChinese ? "按“\(measure)”的人数" : "by the n of “\(measure)”"
    default: return nil
    }
  }

  private func measure(_ key: String, _ measure: Measure) -> String? {
    switch key {
    case "where": return measure.predicate.map { "“\($0.words(in: language))”" }
    case "value": return measure.value.map { "“\($0.words(in: language))”" }
    case "take":
      // What obligations are counted by stands in their own words.
      return measure.obligations == nil ? (isChinese ? measure.take.chinese : measure.take.english) : nil
    case "first": return isChinese ? measure.chineseFirst : measure.englishFirst
    case "unique": return isChinese ? measure.chineseUnique : measure.englishUnique
    case "per": return isChinese ? measure.chineseDenominator : measure.englishDenominator
    default: return nil
    }
  }

  private func effect(_ key: String, _ effect: Effect) -> String? {
    switch key {
    case "when": isChinese ? effect.chineseCondition : effect.englishCondition
    case "add", "deduct": isChinese ? effect.chineseChange : effect.englishChange
    case "adjust": isChinese ? effect.chineseAdjustment : effect.englishAdjustment
    default: nil
    }
  }

  private func band(_ key: String, _ band: GradeBand) -> String? {
    switch key {
    case "quota": return band.quota?.sentence(in: language)
    case "at_least":
      guard case .byYear(let values)? = band.atLeast else { return nil }
      return values.sorted { $0.key < $1.key }.map { year, value in
        isChinese ? "\(year)年\(formatted(value))分" : "\(formatted(value)) in \(year)"
      }.joined(separator: isChinese ? "、" : ", ")
    case "child_at_least":
      return band.nodeFloors.sorted { $0.key < $1.key }.map { node, floor in
        isChinese ? "“\(node)”\(formatted(floor))分" : "“\(node)” \(formatted(floor))"
      }.joined(separator: isChinese ? "、" : ", ")
    case "each_child_share": return band.eachChildShare.map { threshold($0, isShare: true) }
    case "percentile": return band.percentileAtLeast.map { threshold($0, isShare: true) }
    default: return nil
    }
  }

  private func setting(_ name: String) -> String? {
    switch name {
    case "combine": scheme.combination?.sentence(in: language)
    case "titles": scheme.titles?.sentence(in: language)
    case "grades.kmeans": scheme.grading?.clusters?.sentence(in: language)
    case "approval": scheme.approval.map { "\($0.documentNumber)\(isChinese ? "，" : ", ")\($0.date)" }
    default: nil
    }
  }

  private func joined(_ parts: [String]) -> String { parts.joined(separator: isChinese ? "；" : "; ") }
}
