import Documents
import Findings

/// The values that cells name with a dollar sign: the front matter's `params`, and its scheme, system and period.
package struct Parameters: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case number(Double)
    case text(String)
  }
  private let nodes: [String: DocumentNode]
  /// The unit that a part of the document is about: known only when the document is made.
  static let unit = "unit"

  /// - Parameter given: values in place of the written ones, by name; one that the notebook does not have is reported.
  init(
    _ header: NotebookHeader, entries: [DocumentNode.Entry], given: [String: String], place: Place, log: FindingLog
  ) {
    var nodes: [String: DocumentNode] = [:]
    for (name, text) in [("scheme", header.scheme), ("system", header.system), ("period", header.period)] {
      if let text { nodes[name] = DocumentNode(.scalar(text, isQuoted: true), at: place) }
    }
    for entry in entries {
      guard case .scalar = entry.value.content else {
        log.add(
          DocumentFinding.wrongKind(
            entry.value.place, key: entry.key, expected: .text, found: entry.value.kind, value: ""))
        continue
      }
      nodes[entry.key] = entry.value
    }
    let written = entries.map(\.key)
    for (name, text) in given.sorted(by: { $0.key < $1.key }) {
      if let entry = entries.first(where: { $0.key == name }) {
        nodes[name] = DocumentNode(.scalar(text, isQuoted: false), at: entry.value.place)
      } else {
        log.add(ReportFinding.parameterUnknown(place, name: name, known: written.sorted()))
      }
    }
    self.nodes = nodes
  }

  /// Every name, sorted.
  package var names: [String] { nodes.keys.sorted() }

  /// As a value to print.
  func text(_ name: String) -> String? {
    if case .scalar(let text, _)? = nodes[name]?.content { text } else { nil }
  }

  /// For statements that bind values by name.
  package var values: [String: Value] {
    nodes.mapValues { node in
      switch node.content {
      case .scalar(let text, false): node.kind == .number ? .number(Double(text) ?? .nan) : .text(text)
      case .scalar(let text, true): .text(text)
      default: .text("")
      }
    }
  }

  /// The node with each `$name` replaced by its value, which then stands where it was used.
  func resolved(_ node: DocumentNode, log: FindingLog) -> DocumentNode {
    switch node.content {
    case .scalar(let text, false) where text.hasPrefix("$"):
      let name = String(text.dropFirst())
      if name == Self.unit { return node }
      if let value = nodes[name] { return DocumentNode(value.content, at: node.place) }
      log.add(ReportFinding.parameterUnknown(node.place, name: name, known: names))
      return DocumentNode(.empty, at: node.place)
    case .sequence(let items):
      return DocumentNode(.sequence(items.map { resolved($0, log: log) }), at: node.place)
    case .mapping(let entries):
      let values = entries.map {
        DocumentNode.Entry(key: $0.key, keyPlace: $0.keyPlace, value: resolved($0.value, log: log))
      }
      return DocumentNode(.mapping(values), at: node.place)
    default: return node
    }
  }

  /// The node with each `$unit` replaced by a unit's code.
  /// - Returns: nil, with the place in the log, where the part of the document is about no unit.
  static func resolved(_ node: DocumentNode, unit: String?, log: FindingLog) -> DocumentNode? {
    switch node.content {
    case .scalar("$unit", false):
      if let unit { return DocumentNode(.scalar(unit, isQuoted: true), at: node.place) }
      log.add(ReportFinding.parameterUnknown(node.place, name: Self.unit, known: []))
      return nil
    case .sequence(let items):
      let found = items.compactMap { resolved($0, unit: unit, log: log) }
      return found.count == items.count ? DocumentNode(.sequence(found), at: node.place) : nil
    case .mapping(let entries):
      let found = entries.compactMap { entry in
        resolved(entry.value, unit: unit, log: log).map {
          DocumentNode.Entry(key: entry.key, keyPlace: entry.keyPlace, value: $0)
        }
      }
      return found.count == entries.count ? DocumentNode(.mapping(found), at: node.place) : nil
    default: return node
    }
  }
}
