import Documents
import Findings

extension SchemeReading {
  /// Reads `params`.
  func readParameters(_ entries: [DocumentNode.Entry]) {
    for entry in entries {
      switch entry.value.content {
      case .scalar(let text, true): parameters[entry.key] = .text(text)
      case .scalar(let text, false):
        switch entry.value.kind {
        case .number: parameters[entry.key] = entry.value.number(called: entry.key, log: log).map { .number($0) }
        case .boolean: parameters[entry.key] = entry.value.boolean(called: entry.key, log: log).map { .boolean($0) }
        default: parameters[entry.key] = .text(text)
        }
      case .empty, .mapping, .sequence:
        report(
          .oneOf(owner: "params.\(entry.key)", legal: ["number", "true/false", "text"], found: []),
          at: entry.value.place)
      }
    }
  }

  /// A parameter stands alone in a value, or within an expression.
  func reportUnusedParameters(in scheme: DocumentNode) {
    guard case .mapping(let sections) = scheme.content, let parameters = scheme["params"]?.entries else { return }
    var texts: [String] = []
    func collect(_ node: DocumentNode) {
      switch node.content {
      case .empty: break
      case .mapping(let entries): for entry in entries { collect(entry.value) }
      case .sequence(let items): items.forEach(collect)
      case .scalar(let text, _): if text.contains("$") { texts.append(text) }
      }
    }
    for section in sections where section.key != "params" { collect(section.value) }
    for parameter in parameters {
      let isUsed = texts.contains { text in
        text.ranges(of: "$" + parameter.key).contains { range in
          range.upperBound == text.endIndex
            || !(text[range.upperBound].isLetter || text[range.upperBound].isNumber || text[range.upperBound] == "_")
        }
      }
      if !isUsed { report(.parameterUnused(name: parameter.key), at: parameter.keyPlace) }
    }
  }

  /// The node with every plain `$name` replaced by the parameter's value, at the place where the name stands.
  /// - Returns: also the places of names that are no parameter; those values stay as they are.
  func substituting(_ node: DocumentNode, values: [String: DocumentNode]) -> (DocumentNode, unknown: Set<Place>) {
    var unknown: Set<Place> = []
    func replaced(_ node: DocumentNode) -> DocumentNode {
      switch node.content {
      case .empty: return node
      case .mapping(let entries):
        return DocumentNode(
          .mapping(entries.map { .init(key: $0.key, keyPlace: $0.keyPlace, value: replaced($0.value)) }), at: node.place
        )
      case .sequence(let items): return DocumentNode(.sequence(items.map(replaced)), at: node.place)
      case .scalar(let text, let isQuoted):
        guard !isQuoted, text.hasPrefix("$"), text.count > 1, !text.contains(where: \.isWhitespace) else { return node }
        let name = String(text.dropFirst())
        if let value = values[name] { return DocumentNode(value.content, at: node.place) }
        unknown.insert(node.place)
        report(.parameterUnknown(name: name, known: values.keys.sorted()), at: node.place)
        return node
      }
    }
    guard case .mapping(let entries) = node.content else { return (node, []) }
    let replacedEntries = entries.map {
      $0.key == "params" ? $0 : DocumentNode.Entry(key: $0.key, keyPlace: $0.keyPlace, value: replaced($0.value))
    }
    return (DocumentNode(.mapping(replacedEntries), at: node.place), unknown)
  }
}
