import Documents
import Findings

extension SchemeReading {
  func steps(_ key: String, in reader: inout MappingReader) -> [Step] {
    (reader.list(key) ?? []).compactMap { step($0) }
  }

  /// A list of steps, or a single one.
  func oneOrMoreSteps(_ node: DocumentNode) -> [Step] {
    if case .sequence(let items) = node.content { return items.compactMap { step($0) } }
    return [step(node)].compactMap { $0 }
  }

  private static let words = Shape.step.keys.map(\.name)

  /// Steps whose settings all have defaults: the word alone will do.
  private static func bare(_ word: String) -> Step.Action? {
    switch word {
    case "pass": .pass(.init(.atLeast, 1))
    case "zscore": .zScore(to: .init(mean: 0, deviation: 1), over: nil)
    case "minmax": .minMax(to: .init(0, 1), bounds: .observed, over: nil)
    case "rank": .rank(.descending, over: nil)
    case "borda": .borda(over: nil)
    case "percentile": .percentile(over: nil)
    case "distance": .distance(.best, over: nil)
    case "share_of_best": .shareOfBest(over: nil)
    case "treat": .treat(defaultTreatment, over: nil)
    default: nil
    }
  }

  /// A step: a word, or a mapping of one word to its settings.
  private func step(_ node: DocumentNode) -> Step? {
    if case .scalar(let word, _) = node.content {
      if let action = Self.bare(word) { return Step(action, place: node.place) }
      if Self.words.contains(word) {
        log.add(
          DocumentFinding.wrongKind(node.place, key: word, expected: .mapping, found: .text, value: node.shortText))
      } else {
        log.add(DocumentFinding.illegalValue(node.place, key: "steps", value: node.shortText, legal: Self.words))
      }
      return nil
    }
    var reader = MappingReader(node, path: "steps", shape: .step, log: log)
    guard node.isMapping else { return nil }
    if let unknown = reader.keys.first(where: { !Self.words.contains($0) }) {
      log.add(DocumentFinding.unknownKey(reader.place(of: unknown), key: unknown, of: "steps", legal: Self.words))
      return nil
    }
    guard let word = onlyKey(of: Self.words, in: &reader), let value = reader.requiredNode(word) else { return nil }
    return action(word, value).map { action in
      var step = Step(action, place: value.place)
      let rows = value.isMapping ? value["rows"] : value
      if ["linear", "bands"].contains(word), case .sequence(let items)? = rows?.content {
        step.rowPlaces = items.map(\.place)
      }
      if case .sequence(let items)? = value["columns"]?.content { step.columnPlaces = items.map(\.place) }
      if let unit = value["unit"] { step.places["unit"] = unit.place }
      return step
    }
  }

  private func action(_ word: String, _ value: DocumentNode) -> Step.Action? {
    switch word {
    case "linear":
      return pairs(value, called: word)?.map { Step.Knot($0.0, $0.1) }.nonEmpty.map { .linear($0) }
    case "bands":
      if value.isMapping { return matrix(value) }
      return pairs(value, called: word)?.map { Step.Band(atLeast: $0.0, gives: $0.1) }.nonEmpty.map { .bands($0) }
    case "proportional", "deduct", "add", "required", "pass": return pointsAction(word, value)
    case "times": return operand(value, called: word).map { .times($0) }
    case "goalposts": return goalposts(value)
    case "clamp": return clamp(value)
    case "round":
      guard let digits = integer(value, called: word, within: 0...9) else { return nil }
      return .round(digits: digits)
    case "drop_if":
      var reader = MappingReader(value, path: word, shape: .dropIf, log: log)
      let least = reader.requiredNode("units_below").flatMap {
        integer($0, called: "units_below", within: .counts(from: 1))
      }
      reader.finish()
      return least.map { .dropIf(unitsBelow: $0) }
    default: return crossUnitAction(word, value)
    }
  }

  private func goalposts(_ node: DocumentNode) -> Step.Action? {
    var reader = MappingReader(node, path: "goalposts", shape: .goalposts, log: log)
    let bounds = reader.requiredNode("bounds").flatMap { tuple($0, called: "bounds", 2) }
    let scale = reader.choice("scale", GoalpostScale.self)
    let to = reader.node("to")
    reader.finish()
    guard let bounds, let (low, high) = unequal(bounds, scale == .ln ? .positive : nil),
      let interval = interval(to)
    else { return nil }
    return .goalposts(low: low, high: high, isLogarithmic: scale == .ln, to: interval)
  }
  private enum GoalpostScale: String, CaseIterable { case linear, ln }

  /// `bounds: [a, b]`, which must differ.
  func unequal(_ pair: [DocumentNode], _ rule: ReadingProblem.NumberRule? = nil) -> (Step.Operand, Step.Operand)? {
    guard let low = operand(pair[0], called: "bounds", rule), let high = operand(pair[1], called: "bounds", rule) else {
      return nil
    }
    if let a = low.number, let b = high.number, a == b {
      report(.numberOutside(key: "bounds", value: b, rule: .above(a)), at: pair[1].place)
      return nil
    }
    return (low, high)
  }

  /// `to: [l, h]`; 0 … 1 where it is not written.
  func interval(_ node: DocumentNode?) -> Step.Interval? {
    guard let node else { return .init(0, 1) }
    guard let pair = tuple(node, called: "to", 2), let low = number(pair[0], called: "to"),
      let high = number(pair[1], called: "to")
    else { return nil }
    return .init(low, high)
  }

  /// `[low, high]`, where one of the two may be empty.
  private func clamp(_ node: DocumentNode) -> Step.Action? {
    guard let pair = tuple(node, called: "clamp", 2) else { return nil }
    let isOpen = pair.map { $0.content == .empty }
    if isOpen == [true, true] {
      report(.oneOf(owner: "clamp", legal: ["[low, ~]", "[~, high]", "[low, high]"], found: []), at: node.place)
      return nil
    }
    let bounds = zip(pair, isOpen).map { $1 ? nil : operand($0, called: "clamp") }
    guard bounds[0] != nil || isOpen[0], bounds[1] != nil || isOpen[1] else { return nil }
    if let low = bounds[0]?.number, let high = bounds[1]?.number, !(low < high) {
      report(.numberOutside(key: "clamp", value: high, rule: .above(low)), at: pair[1].place)
      return nil
    }
    return .clamp(low: bounds[0], high: bounds[1])
  }

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
  func operand(
    _ node: DocumentNode, called key: String, _ rule: ReadingProblem.NumberRule? = nil
  ) -> Step.Operand? {
    if let column = node.rowColumn {
      // `row.a * row.b`
      let factors = "row.\(column)".split(separator: "*").map {
        DocumentNode(.scalar($0.trimmingSpaces, isQuoted: true), at: node.place)
      }
      let columns = factors.compactMap(\.rowColumn)
      return factors.count > 1 && columns.count == factors.count ? .rowProduct(columns) : .rowColumn(column)
    }
    return number(node, called: key, rule).map { .number($0) }
  }
}

extension DocumentNode {
  /// The column of a `row.column`.
  var rowColumn: String? {
    guard case .scalar(let text, _) = content, text.hasPrefix("row."), text.count > 4 else { return nil }
    return String(text.dropFirst(4))
  }
}

extension Array {
  /// nil if empty.
  var nonEmpty: [Element]? { isEmpty ? nil : self }
}
