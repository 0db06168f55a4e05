import Documents
import Findings

extension SchemeReading {
  func ranking(_ reader: inout MappingReader) -> Ranking? {
    guard let node = reader.node("rank") else { return nil }
    var inner = MappingReader(node, path: "rank", shape: .rank, log: log)
    let root = inner.requiredText("node")
    var ranking = Ranking(node: root ?? "", place: node.place)
    ranking.basis = inner.choice("basis", Ranking.Basis.self) ?? .raw
    _ = inner.choice("ties", TieRule.self)
    if let ties = inner.node("tie_break") {
      let nodes = if case .sequence(let items) = ties.content { items } else { [ties] }
      for item in nodes {
        guard let id = item.text(called: "tie_break", log: log) else { continue }
        ranking.places["tie_break.\(ranking.tieBreak.count)"] = item.place
        ranking.tieBreak.append(id)
      }
    }
    ranking.per = inner.choice("per", Ranking.Scope.self) ?? .all
    ranking.minUnits = integer("min_units", in: &inner, within: .counts(from: 1))
    if let base = inner.node("min_base") {
      var least = MappingReader(base, path: "rank.min_base", shape: .minBase, log: log)
      let measure = least.requiredText("measure")
      let bound = requiredNumber("at_least", in: &least)
      ranking.places["min_base.measure"] = least.place(of: "measure")
      least.finish()
      ranking.minBase = measure.flatMap { measure in bound.map { .init(measure: measure, atLeast: $0) } }
    }
    for key in ["node", "per"] { ranking.places[key] = inner.place(of: key) }
    inner.finish()
    return root == nil ? nil : ranking
  }
  private enum TieRule: String, CaseIterable { case min }

  func examples(_ reader: inout MappingReader) -> [Example] {
    let examples = (reader.list("examples") ?? []).compactMap { example($0) }
    checkDuplicates(.example, examples.map { ($0.name, $0.place) })
    return examples
  }

  private func example(_ node: DocumentNode) -> Example? {
    var reader = MappingReader(node, path: "examples", shape: .example, log: log)
    let name = reader.requiredText("name")
    let period = reader.requiredText("period")
    var example = Example(name: name ?? "", period: period ?? "", given: [:], expect: [:], place: node.place)
    example.places["period"] = reader.place(of: "period")
    for entry in reader.entries("given") {
      example.places["given.\(entry.key)"] = entry.keyPlace
      if let value = entry.value.number(called: entry.key, log: log) { example.given[entry.key] = value }
    }
    if reader.requiredNode("expect") != nil {
      for entry in reader.entries("expect") {
        example.places["expect.\(entry.key)"] = entry.keyPlace
        example.places["grade.\(entry.key)"] = entry.value.place
        example.expect[entry.key] = expectation(entry)
      }
    }
    reader.finish()
    return name == nil || period == nil ? nil : example
  }

  /// A number, `missing`, or a grade's name.
  private func expectation(_ entry: DocumentNode.Entry) -> Example.Expectation? {
    if entry.value.kind == .number { return entry.value.number(called: entry.key, log: log).map { .value($0) } }
    guard let word = entry.value.text(called: entry.key, log: log) else { return nil }
    return word == "missing" || word == "不予评定" ? .missing : .grade(word)
  }
}
