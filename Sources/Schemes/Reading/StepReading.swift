import Documents
import Findings

extension SchemeReading {
  func steps(_ key: String, in reader: inout MappingReader) -> [Step] {
    (reader.list(key) ?? []).compactMap { step($0) }
  }

  private static let words = [
    "linear", "bands", "proportional", "deduct", "add", "pass", "goalposts", "zscore", "times", "drop_if",
  ]
  private static let unread = ["minmax", "rank", "percentile", "treat", "impute"]

  /// A step: a word, or a mapping of one word to its settings.
  private func step(_ node: DocumentNode) -> Step? {
    if case .scalar(let word, _) = node.content {
      switch word {
      case "zscore": return Step(.zScore(to: .init(mean: 0, deviation: 1), over: nil), place: node.place)
      case "pass": return Step(.pass(.init(.atLeast, 1)), place: node.place)
      default:
        if Self.unread.contains(word) {
          report(.constructUnsupported(construct: "steps: \(word)"), at: node.place)
        } else if Self.words.contains(word) {
          log.add(
            DocumentFinding.wrongKind(
              node.place, key: word, expected: .mapping, found: .text, value: node.shortText))
        } else {
          log.add(
            DocumentFinding.illegalValue(node.place, key: "steps", value: node.shortText, legal: Self.words))
        }
        return nil
      }
    }
    var reader = MappingReader(node, path: "steps", log: log)
    guard node.isMapping else { return nil }
    let isUnread = refuse(Self.unread, in: &reader)
    guard !isUnread, let unknown = reader.keys.first(where: { !Self.words.contains($0) }) else {
      return isUnread ? nil : oneStep(&reader)
    }
    log.add(
      DocumentFinding.unknownKey(
        reader.place(of: unknown), key: unknown, of: "steps", legal: Self.words))
    return nil
  }

  private func oneStep(_ reader: inout MappingReader) -> Step? {
    guard let word = onlyKey(of: Self.words, in: &reader), let value = reader.requiredNode(word) else { return nil }
    return action(word, value).map { Step($0, place: value.place) }
  }

  private func action(_ word: String, _ value: DocumentNode) -> Step.Action? {
    switch word {
    case "linear":
      return pairs(value, called: word)?.map { Step.Knot($0.0, $0.1) }.nonEmpty.map { .linear($0) }
    case "bands":
      return pairs(value, called: word)?.map { Step.Band(atLeast: $0.0, gives: $0.1) }.nonEmpty.map { .bands($0) }
    case "times": return operand(value, called: word).map { .times($0) }
    case "zscore": return zScore(value)
    case "goalposts": return goalposts(value)
    case "pass":
      var reader = MappingReader(value, path: word, log: log)
      let comparison = comparison(in: &reader, isRequired: true)
      reader.finish()
      return comparison.map { .pass($0) }
    case "drop_if":
      var reader = MappingReader(value, path: word, log: log)
      let least = reader.requiredNode("units_below").flatMap { integer($0, called: "units_below", atLeast: 1) }
      reader.finish()
      return least.map { .dropIf(unitsBelow: $0) }
    case "proportional":
      var reader = MappingReader(value, path: word, log: log)
      let full = reader.requiredNode("full").flatMap { operand($0, called: "full", .positive) }
      reader.finish()
      return full.map { .proportional(full: $0) }
    default:
      var reader = MappingReader(value, path: word, log: log)
      let each = reader.requiredNode("each").flatMap {
        operand($0, called: "each", word == "deduct" ? .notNegative : nil)
      }
      let atMost = reader.node("at_most").map { operand($0, called: "at_most", .notNegative) }
      reader.finish()
      guard let each, atMost != .some(.none) else { return nil }
      return word == "deduct" ? .deduct(each: each, atMost: atMost ?? nil) : .add(each: each, atMost: atMost ?? nil)
    }
  }

  private func zScore(_ node: DocumentNode) -> Step.Action? {
    var reader = MappingReader(node, path: "zscore", log: log)
    let over = population(reader.node("over"))
    let to = reader.node("to")
    reader.finish()
    guard let to else { return .zScore(to: .init(mean: 0, deviation: 1), over: over) }
    guard let pair = tuple(to, called: "to", 2), let mean = number(pair[0], called: "to"),
      let deviation = number(pair[1], called: "to", .positive)
    else { return nil }
    return .zScore(to: .init(mean: mean, deviation: deviation), over: over)
  }

  private func goalposts(_ node: DocumentNode) -> Step.Action? {
    var reader = MappingReader(node, path: "goalposts", log: log)
    let bounds = reader.requiredNode("bounds").flatMap { tuple($0, called: "bounds", 2) }
    let scale = reader.choice("scale", GoalpostScale.self)
    let to = reader.node("to")
    reader.finish()
    guard let bounds, let low = operand(bounds[0], called: "bounds", scale == .ln ? .positive : nil),
      let high = operand(bounds[1], called: "bounds", scale == .ln ? .positive : nil)
    else { return nil }
    if let a = low.number, let b = high.number, a == b {
      report(.numberOutside(key: "bounds", value: b, rule: .above(a)), at: bounds[1].place)
      return nil
    }
    var interval = Step.Interval(0, 1)
    if let to {
      guard let pair = tuple(to, called: "to", 2), let l = number(pair[0], called: "to"),
        let h = number(pair[1], called: "to")
      else { return nil }
      interval = .init(l, h)
    }
    return .goalposts(low: low, high: high, isLogarithmic: scale == .ln, to: interval)
  }
  private enum GoalpostScale: String, CaseIterable { case linear, ln }

  private func pairs(_ node: DocumentNode, called key: String) -> [(Step.Operand, Step.Operand)]? {
    guard let items = node.list(called: key, log: log) else { return nil }
    if items.isEmpty {
      report(.listLength(key: key, needed: 1, found: 0), at: node.place)
      return nil
    }
    let pairs = items.map { item -> (Step.Operand, Step.Operand)? in
      guard let pair = tuple(item, called: key, 2) else { return nil }
      let x = operand(pair[0], called: key)
      let y = operand(pair[1], called: key)
      return x.flatMap { x in y.map { (x, $0) } }
    }
    let whole = pairs.compactMap { $0 }
    return whole.count == pairs.count ? whole : nil
  }

  /// A number, or `row.column` under `leaves`.
  private func operand(
    _ node: DocumentNode, called key: String, _ rule: ReadingProblem.NumberRule? = nil
  ) -> Step.Operand? {
    if case .scalar(let text, _) = node.content, text.hasPrefix("row."), text.count > 4 {
      return .rowColumn(String(text.dropFirst(4)))
    }
    return number(node, called: key, rule).map { .number($0) }
  }
}

extension Array {
  /// nil if empty.
  var nonEmpty: [Element]? { isEmpty ? nil : self }
}
