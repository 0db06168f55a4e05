import Documents
import Findings

// Steps that look at other units, other leaves or other periods.

extension SchemeReading {
  func crossUnitAction(_ word: String, _ value: DocumentNode) -> Step.Action? {
    switch word {
    case "zscore": return zScore(value)
    case "minmax": return minMax(value)
    case "distance": return distance(value)
    case "impute": return imputation(value).map { .impute($0) }
    case "treat": return treatment(value)
    default: break
    }
    var reader = MappingReader(value, path: word, shape: word == "rank" ? .rankStep : .overOnly, log: log)
    let over = population(reader.node("over"))
    let order = word == "rank" ? reader.choice("order", Step.Order.self) : nil
    reader.finish()
    switch word {
    case "rank": return .rank(order ?? .descending, over: over)
    case "borda": return .borda(over: over)
    case "percentile": return .percentile(over: over)
    default: return .shareOfBest(over: over)
    }
  }

  private func zScore(_ node: DocumentNode) -> Step.Action? {
    var reader = MappingReader(node, path: "zscore", shape: .zScore, log: log)
    let over = population(reader.node("over"))
    let to = reader.node("to")
    reader.finish()
    guard let to else { return .zScore(to: .init(mean: 0, deviation: 1), over: over) }
    guard let pair = tuple(to, called: "to", 2), let mean = number(pair[0], called: "to"),
      let deviation = number(pair[1], called: "to", .positive)
    else { return nil }
    return .zScore(to: .init(mean: mean, deviation: deviation), over: over)
  }

  /// `bounds: observed | [a, b] | {frozen: period}`.
  private func minMax(_ node: DocumentNode) -> Step.Action? {
    var reader = MappingReader(node, path: "minmax", shape: .minMax, log: log)
    let over = population(reader.node("over"))
    let to = interval(reader.node("to"))
    let bounds = reader.node("bounds")
    let hasOver = reader.has("over")
    let overPlace = reader.place(of: "over")
    reader.finish()
    guard let to else { return nil }
    guard let bounds else { return .minMax(to: to, bounds: .observed, over: over) }
    if bounds.isMapping {
      if hasOver {
        report(.oneOf(owner: "minmax", legal: ["bounds", "over"], found: ["bounds", "over"]), at: overPlace)
      }
      return population(bounds).map { .minMax(to: to, bounds: .observed, over: $0) }
    }
    if case .scalar(let word, _) = bounds.content {
      if word == "observed" { return .minMax(to: to, bounds: .observed, over: over) }
      log.add(
        DocumentFinding.illegalValue(
          bounds.place, key: "bounds", value: bounds.shortText, legal: ["observed", "[a, b]", "{frozen: 2025H1}"]))
      return nil
    }
    if hasOver { report(.keyNeeds(key: "over", needed: "bounds: observed"), at: overPlace) }
    return tuple(bounds, called: "bounds", 2).flatMap { unequal($0) }.map {
      .minMax(to: to, bounds: .fixed($0.0, $0.1), over: nil)
    }
  }

  /// `best`, `{unit: code}`, `{target: x, cap: true}`, each with `over`.
  private func distance(_ node: DocumentNode) -> Step.Action? {
    if case .scalar(let word, _) = node.content {
      if word == "best" { return .distance(.best, over: nil) }
      log.add(
        DocumentFinding.illegalValue(node.place, key: "distance", value: word, legal: ["best", "unit", "target"]))
      return nil
    }
    var reader = MappingReader(node, path: "distance", shape: .distance, log: log)
    let over = population(reader.node("over"))
    let unit = reader.text("unit")
    let target = reader.node("target").map { operand($0, called: "target") }
    let isCapped = reader.boolean("cap")
    let hasBoth = reader.has("unit") && reader.has("target")
    if hasBoth { _ = onlyKey(of: ["unit", "target"], in: &reader) }
    if reader.has("cap"), !reader.has("target") {
      report(.keyNeeds(key: "cap", needed: "target"), at: reader.place(of: "cap"))
    }
    reader.finish()
    guard node.isMapping, !hasBoth, target != .some(.none) else { return nil }
    if let unit { return .distance(.unit(unit), over: over) }
    if let target = target ?? nil { return .distance(.target(target, isCapped: isCapped ?? false), over: over) }
    return .distance(.best, over: over)
  }

  private static let imputations = ["mean", "median", "siblings", "last_period", "between_periods"]

  /// `{mean | median: register column | all}`, `{siblings: mean, direction: row.x}`, `last_period`, `between_periods`.
  private func imputation(_ node: DocumentNode) -> Step.Imputation? {
    if case .scalar(let word, _) = node.content {
      switch word {
      case "last_period": return .latestPeriod(atMost: nil)
      case "between_periods": return .betweenPeriods
      default:
        log.add(DocumentFinding.illegalValue(node.place, key: "impute", value: word, legal: Self.imputations))
        return nil
      }
    }
    var reader = MappingReader(node, path: "impute", shape: .impute, log: log)
    let legal = Self.imputations.filter { $0 != "between_periods" }
    guard node.isMapping, let key = onlyKey(of: legal, in: &reader) else { return nil }
    let imputation: Step.Imputation?
    switch key {
    case "siblings":
      let center = reader.choice("siblings", Step.Imputation.Center.self)
      let direction = reader.node("direction").map { operand($0, called: "direction") }
      imputation = direction == .some(.none) ? nil : center.map { .siblings($0, direction: direction ?? nil) }
    case "last_period":
      let written = reader.node("last_period")
      imputation = written.flatMap { lastPeriod($0) }
    default:
      let group = reader.requiredText(key)
      let center: Step.Imputation.Center = key == "median" ? .median : .mean
      imputation = group.map { .units(center, group: $0 == "all" ? nil : $0) }
    }
    reader.finish()
    return imputation
  }

  private func lastPeriod(_ node: DocumentNode) -> Step.Imputation? {
    var reader = MappingReader(node, path: "impute.last_period", shape: .lastPeriod, log: log)
    let atMost = reader.requiredNode("at_most").flatMap {
      integer($0, called: "at_most", within: Step.Imputation.periodCounts)
    }
    reader.finish()
    return atMost.map { .latestPeriod(atMost: $0) }
  }

  static let defaultTreatment = Step.Treatment(skew: 2, kurtosis: 3.5, winmax: 5, then: .logCT, isCombined: false)

  private func treatment(_ node: DocumentNode) -> Step.Action? {
    var reader = MappingReader(node, path: "treat", shape: .treat, log: log)
    let usual = Self.defaultTreatment
    let treatment = Step.Treatment(
      skew: number("skew", in: &reader, .positive) ?? usual.skew,
      kurtosis: number("kurtosis", in: &reader) ?? usual.kurtosis,
      winmax: integer("winmax", in: &reader, within: .counts(from: 0)) ?? usual.winmax,
      then: reader.choice("then", Step.Treatment.Transform.self) ?? usual.then,
      isCombined: reader.boolean("combined") ?? usual.isCombined, isForced: reader.boolean("force") ?? usual.isForced)
    let over = population(reader.node("over"))
    reader.finish()
    return .treat(treatment, over: over)
  }
}

extension Step.Imputation {
  /// How many periods back a value may be fetched from.
  static let periodCounts = 1...400
}
