import Documents
import Findings

/// `reason`, wherever a decision is recorded.
enum ReasonRule: String, CaseIterable { case required, optional }

extension SchemeReading {
  /// `hands`, `hand_steps`, `prevail` or `of: mean`, and `difference` (R14).
  func hands(_ reader: inout MappingReader, _ node: inout Node) -> Hands? {
    let before = log.count(.problem)
    let entries = reader.entries("hands")
    let stepEntries = reader.entries("hand_steps")
    let names = entries.map(\.key)
    for entry in stepEntries where !names.contains(entry.key) {
      report(.hand, entry.key, of: "\(node.id).hand_steps", known: names, at: entry.keyPlace)
    }
    let combination = combination(of: names, &reader, &node)
    let isMean = if case .mean? = combination { true } else { false }
    let all = entries.compactMap { entry in
      hand(entry, steps: stepEntries.first { $0.key == entry.key }, isMean: isMean, &node)
    }
    let difference = reader.node("difference").flatMap { self.difference($0, of: node.id) }
    if names.count < 2, log.count(.problem) == before {
      log.add(SchemeFinding.tree(reader.place(of: "hands"), .handsTooFew(node: node.id, hands: names)))
    }
    guard let combination, all.count == entries.count, log.count(.problem) == before else { return nil }
    return Hands(all: all, combination: combination, difference: difference)
  }

  private func hand(
    _ entry: DocumentNode.Entry, steps: DocumentNode.Entry?, isMean: Bool, _ node: inout Node
  ) -> Hands.Hand? {
    let path = "\(node.id).hands.\(entry.key)"
    node.places["hands.\(entry.key)"] = entry.value.place
    var inner: [Step] = []
    if let steps { inner = handSteps(steps) }
    guard entry.value.isMapping else {
      return entry.value.text(called: entry.key, log: log).map { .init(id: entry.key, measure: $0, steps: inner) }
    }
    var reader = MappingReader(entry.value, path: path, shape: .hand, log: log)
    let measure = reader.requiredText("measure")
    node.places["hands.\(entry.key)"] = reader.place(of: "measure")
    let weight = number("weight", in: &reader, .positive)
    if reader.has("weight"), !isMean {
      report(.keyNeeds(key: "weight", needed: "of: mean"), at: reader.place(of: "weight"))
    }
    if reader.has("steps"), let steps {
      report(.oneOf(owner: path, legal: ["steps", "hand_steps"], found: ["steps", "hand_steps"]), at: steps.keyPlace)
    }
    let own = self.steps("steps", in: &reader)
    if reader.has("steps") { inner = own }
    reader.finish()
    return measure.map { .init(id: entry.key, measure: $0, steps: inner, weight: weight ?? 1) }
  }

  private func handSteps(_ entry: DocumentNode.Entry) -> [Step] {
    if entry.value.content == .empty { return [] }
    return oneOrMoreSteps(entry.value)
  }

  /// `prevail: [names]`, or `of: mean`: one of the two.
  private func combination(
    of names: [String], _ reader: inout MappingReader, _ node: inout Node
  ) -> Hands.Combination? {
    guard let key = onlyKey(of: ["prevail", "of"], in: &reader) else { return nil }
    if key == "of" {
      guard let word = reader.text("of") else { return nil }
      if word == "mean" { return .mean }
      log.add(DocumentFinding.illegalValue(reader.place(of: "of"), key: "of", value: word, legal: ["mean"]))
      return nil
    }
    guard let items = reader.list("prevail") else { return nil }
    if items.isEmpty { report(.listLength(key: "prevail", needed: 1, found: 0), at: reader.place(of: "prevail")) }
    let chosen = items.compactMap { item -> String? in
      guard let name = item.text(called: "prevail", log: log) else { return nil }
      if !names.contains(name) { report(.hand, name, of: "\(node.id).prevail", known: names, at: item.place) }
      return name
    }
    return chosen.isEmpty ? nil : .prevail(chosen)
  }

  private func difference(_ node: DocumentNode, of id: String) -> Hands.DifferenceRule? {
    var reader = MappingReader(node, path: "\(id).difference", shape: .difference, log: log)
    let over = requiredNumber("over", in: &reader, .notNegative)
    let reason = reader.choice("reason", ReasonRule.self)
    reader.finish()
    return over.map { .init(over: $0, needsReason: reason == .required) }
  }

  private func report(_ kind: NameKind, _ name: String, of owner: String, known: [String], at place: Place) {
    log.add(SchemeFinding.structure(place, .nameUnknown(kind: kind, name: name, of: owner, known: known)))
  }
}
