import Documents
import Findings
import Register

extension SchemeReading {
  func fact(_ entry: DocumentNode.Entry) -> Fact? {
    guard let test = factTest(of: entry.value, path: "facts.\(entry.key)") else {
      brokenFacts.insert(entry.key)
      return nil
    }
    return Fact(id: entry.key, test: test, place: entry.keyPlace)
  }

  private static let forms = ["any", "all", "none", "count", "measure", "node", "register", "fact", "member_of"]

  private func factTest(of node: DocumentNode, path: String) -> Fact.Test? {
    var reader = MappingReader(node, path: path, shape: .fact, log: log)
    guard node.isMapping, let form = onlyKey(of: Self.forms, in: &reader) else { return nil }
    let test: Fact.Test?
    switch form {
    case "any": test = .any(factTests(of: "any", in: &reader))
    case "all": test = .all(factTests(of: "all", in: &reader))
    case "none": test = .none(factTests(of: "none", in: &reader))
    case "count": test = count(&reader)
    case "measure":
      let measure = reader.requiredText("measure")
      let comparison = comparison(in: &reader, isRequired: true)
      test = measure.flatMap { measure in comparison.map { .measure(measure, $0) } }
    case "node":
      let id = reader.requiredText("node")
      test = id.flatMap { presence(of: $0, &reader) }
    case "register": test = register(&reader)
    case "member_of": test = reader.requiredText("member_of").map { .memberOf(kind: $0) }
    default:
      let id = reader.requiredText("fact")
      let comparison = comparison(in: &reader, isRequired: false)
      test = id.map { .fact($0, comparison) }
    }
    reader.finish()
    return test
  }

  /// Of the leaves under a node: how many have a value, or which share has one, or one other than 0.
  private func presence(of node: String, _ reader: inout MappingReader) -> Fact.Test? {
    guard let key = onlyKey(of: ["measures_at_least", "share_with_value", "share_not_zero"], in: &reader) else {
      return nil
    }
    if key == "measures_at_least" {
      return reader.node("measures_at_least").flatMap { integer($0, called: key, within: .counts(from: 1)) }
        .map { .presence(node: node, measuresAtLeast: $0) }
    }
    guard let written = reader.node(key) else { return nil }
    var inner = MappingReader(written, path: "\(reader.path).\(key)", shape: .comparison, log: log)
    let comparison = comparison(in: &inner, isRequired: true)
    inner.finish()
    guard let comparison else { return nil }
    if !ReadingProblem.NumberRule.share.accepts(comparison.bound) {
      report(
        .numberOutside(key: key, value: comparison.bound, rule: .share),
        at: inner.place(of: comparison.relation.rawValue))
      return nil
    }
    return .presenceShare(node: node, isNonZero: key == "share_not_zero", comparison)
  }

  private func factTests(of key: String, in reader: inout MappingReader) -> [Fact.Test] {
    let path = reader.path
    return (reader.list(key) ?? []).compactMap { factTest(of: $0, path: "\(path).\(key)") }
  }

  /// `count: [tests]`, or `count: {children_of: node, having: {measures_at_least: n}}`.
  private func count(_ reader: inout MappingReader) -> Fact.Test? {
    guard let node = reader.requiredNode("count") else { return nil }
    guard node.isMapping else { return .count(factTests(of: "count", in: &reader)) }
    var inner = MappingReader(node, path: "\(reader.path).count", shape: .childCount, log: log)
    let parent = inner.requiredText("children_of")
    let having = inner.requiredNode("having")
    inner.finish()
    guard let having else { return nil }
    var condition = MappingReader(having, path: "\(reader.path).count.having", shape: .presence, log: log)
    let least = condition.requiredNode("measures_at_least").flatMap {
      integer($0, called: "measures_at_least", within: .counts(from: 1))
    }
    condition.finish()
    guard let parent, let least else { return nil }
    return .countOfChildren(node: parent, measuresAtLeast: least)
  }

  private func register(_ reader: inout MappingReader) -> Fact.Test? {
    let column = reader.requiredText("register")
    guard let key = onlyKey(of: ["is", "in", "after", "before"], in: &reader) else { return nil }
    switch key {
    case "is": return reader.text("is").flatMap { text in column.map { .registerText(column: $0, isOneOf: [text]) } }
    case "in":
      let texts = reader.texts("in")
      return column.map { .registerText(column: $0, isOneOf: texts) }
    default:
      let bound = reader.node(key).flatMap { dateBound($0, key: key) }
      let order = Fact.DateOrder(rawValue: key) ?? .after
      return column.flatMap { column in bound.map { .registerDate(column: column, order: order, $0) } }
    }
  }

  private func dateBound(_ node: DocumentNode, key: String) -> Fact.DateBound? {
    if node.isMapping {
      var reader = MappingReader(node, path: key, shape: .monthsBefore, log: log)
      let pair = reader.requiredNode("months_before").flatMap { tuple($0, called: "months_before", 2) }
      reader.finish()
      guard let pair else { return nil }
      let moment = moment(pair[0], key: "months_before")
      let months = integer(pair[1], called: "months_before", within: 0...1200)
      guard let moment, let months else { return nil }
      return .monthsBefore(moment, months)
    }
    guard let text = node.text(called: key, log: log) else { return nil }
    if let date = CalendarDate(parsing: text) { return .date(date.yyyymmdd) }
    if let moment = Expression.Moment(rawValue: text) { return .moment(moment) }
    report(.dateUnreadable(key: key, value: text), at: node.place)
    return nil
  }

  private func moment(_ node: DocumentNode, key: String) -> Expression.Moment? {
    guard let word = node.text(called: key, log: log) else { return nil }
    if let moment = Expression.Moment(rawValue: word) { return moment }
    log.add(
      DocumentFinding.illegalValue(
        node.place, key: key, value: word, legal: Expression.Moment.allCases.map(\.rawValue)))
    return nil
  }
}
