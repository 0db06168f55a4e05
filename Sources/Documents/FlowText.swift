extension DocumentNode {
  /// The value on one line, as YAML's flow style would have it, for showing to people what was written.
  package var flowText: String {
    switch content {
    case .empty: return "~"
    case .scalar(let text, let isQuoted): return isQuoted ? "\"\(text)\"" : text
    case .sequence(let items): return "[\(items.map(\.flowText).joined(separator: ", "))]"
    case .mapping(let entries): return "{\(entries.map { "\($0.key): \($0.value.flowText)" }.joined(separator: ", "))}"
    }
  }

  /// Whether both say the same, wherever they stand. Quotes matter: `"1"` is text and `1` a number.
  package func saysTheSame(as other: DocumentNode) -> Bool {
    switch (content, other.content) {
    case (.empty, .empty): return true
    case (.scalar(let a, let isQuoted), .scalar(let b, let isOtherQuoted)):
      return a == b && (isQuoted == isOtherQuoted || kind == other.kind)
    case (.sequence(let a), .sequence(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.saysTheSame(as: $1) }
    case (.mapping(let a), .mapping(let b)):
      guard a.count == b.count else { return false }
      return a.allSatisfy { entry in
        b.contains { $0.key == entry.key && $0.value.saysTheSame(as: entry.value) }
      }
    default: return false
    }
  }
}
