import Documents
import Findings

/// One change to a scheme's document, for trying out what would be: a value in place of another, or a part left out.
///
/// The address names the way down from the top: keys of mappings, ids of nodes (at any depth), effects and measures, names
/// of grades and examples, numbers of other lists from 1. A parameter may be named alone.
package struct SchemeEdit: Sendable, Equatable {
  package enum Change: Sendable, Equatable {
    /// YAML text: a number, a word, `[…]` or `{…}`.
    case value(String)
    case removal
  }
  package let address: [String]
  package let change: Change

  package init(address: [String], change: Change) {
    self.address = address
    self.change = change
  }

  /// Reads `nodes.整改.points=25`; without `=` nil.
  package init?(setting text: String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
    let value = String(text[text.index(after: sign)...])
    // `~` takes a part out, as it does in a scheme that extends another.
    let isEmpty = value.filter { !$0.isWhitespace } == "~"
    self.init(address: Self.parts(String(text[..<sign])), change: isEmpty ? .removal : .value(value))
  }

  /// Reads `effects.否决`.
  package init(removing text: String) { self.init(address: Self.parts(text), change: .removal) }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ".", omittingEmptySubsequences: false).map { $0.filter { !$0.isWhitespace } }
  }

  package var text: String {
    let path = address.joined(separator: ".")
    return switch change {
    case .value(let value): "\(path)=\(value)"
    case .removal: "−\(path)"
    }
  }
}

extension DocumentNode {
  /// The document with the edits made, in order; what cannot be made is a finding, and then there is no result.
  package func applying(_ edits: [SchemeEdit], log: FindingLog) -> DocumentNode? {
    let before = log.count(.problem)
    var node = self
    for edit in edits { node = EditPass(edit: edit, log: log).apply(to: node) }
    return log.count(.problem) == before ? node : nil
  }
}

private struct EditPass {
  let edit: SchemeEdit
  let log: FindingLog

  private var place: Place { .subject(edit.text) }

  func apply(to root: DocumentNode) -> DocumentNode {
    guard let first = edit.address.first, !first.isEmpty else {
      log.add(SchemeFinding.editing(place, .addressEmpty))
      return root
    }
    // A parameter may be named alone, as `$name` does.
    let isAlone = edit.address.count == 1 && root[first] == nil && !Shape.scheme.keys.contains { $0.name == first }
    let address = isAlone ? ["params", first] : edit.address
    // Nothing reads a parameter that the scheme does not have.
    if address.count == 2, address[0] == "params", root["params"]?[address[1]] == nil {
      let keys = isAlone ? root.entries.map(\.key) : []
      log.add(
        SchemeFinding.editing(
          place, .parameterUnknown(name: address[1], known: (root["params"]?.entries ?? []).map(\.key), keys: keys)))
      return root
    }
    // A node or an effect by its id alone: where it stands is told, not guessed.
    if address.count > 1, root[first] == nil,
      let list = ["nodes", "effects"].first(where: { has(first, in: root[$0]) })
    {
      log.add(
        SchemeFinding.editing(
          place, .addressUnknown(part: first, under: "", known: [([list] + address).joined(separator: ".")])))
      return root
    }
    return edited(root, address[...], done: []) ?? root
  }

  private func has(_ name: String, in node: DocumentNode?) -> Bool {
    switch node?.content {
    case .sequence(let items)?: way(to: name, in: items) != nil
    case .mapping?: node.map { way(to: name, in: [$0]) != nil } ?? false
    default: false
    }
  }

  /// The keys of a part of the scheme that makes sense with one of them alone.
  private static func section(_ name: String) -> Shape? { name == "defaults" ? .defaults : nil }

  /// nil: reported.
  private func edited(_ node: DocumentNode, _ rest: ArraySlice<String>, done: [String]) -> DocumentNode? {
    guard let step = rest.first else { return replacement(for: node) }
    let isLast = rest.count == 1
    switch node.content {
    case .mapping(var entries):
      guard let index = entries.firstIndex(where: { $0.key == step }) else {
        // Children and bands may be named without the list's key; a single root stands without a list around it.
        if let children = entries.firstIndex(where: { ["children", "bands"].contains($0.key) }),
          case .sequence(let items) = entries[children].value.content, way(to: step, in: items) != nil
        {
          guard let inner = edited(items, at: entries[children].value.place, rest, done: done) else { return nil }
          entries[children] = .init(key: entries[children].key, keyPlace: entries[children].keyPlace, value: inner)
          return DocumentNode(.mapping(entries), at: node.place)
        }
        if node.editName == step, rest.count > 1 { return edited(node, rest.dropFirst(), done: done + [step]) }
        // A key that nobody has written yet can be set, where only its last part is new.
        if isLast, case .value = edit.change, let value = replacement(for: DocumentNode(.empty, at: place)) {
          entries.append(.init(key: step, keyPlace: place, value: value))
          return DocumentNode(.mapping(entries), at: node.place)
        }
        // Nor need a section of the scheme be written that holds single keys, as `defaults` does.
        if done.isEmpty, rest.count == 2, let key = rest.last, case .value = edit.change,
          Self.section(step)?[key] != nil,
          let value = replacement(for: DocumentNode(.empty, at: place))
        {
          let section = DocumentNode(.mapping([.init(key: key, keyPlace: place, value: value)]), at: place)
          entries.append(.init(key: step, keyPlace: place, value: section))
          return DocumentNode(.mapping(entries), at: node.place)
        }
        return unknown(step, done, entries.map(\.key))
      }
      if isLast, edit.change == .removal {
        entries.remove(at: index)
        // What is wrong with it now is no fault of the file.
        return DocumentNode(.mapping(entries), at: place)
      } else {
        guard let value = edited(entries[index].value, rest.dropFirst(), done: done + [step]) else { return nil }
        entries[index] = .init(key: step, keyPlace: entries[index].keyPlace, value: value)
      }
      return DocumentNode(.mapping(entries), at: node.place)
    case .sequence(let items): return edited(items, at: node.place, rest, done: done)
    case .scalar, .empty: return unknown(step, done, [])
    }
  }

  private func edited(
    _ items: [DocumentNode], at listPlace: Place, _ rest: ArraySlice<String>, done: [String]
  ) -> DocumentNode? {
    guard let step = rest.first else { return nil }
    var items = items
    guard let path = way(to: step, in: items) else { return unknown(step, done, names(in: items)) }
    if path.count == 1, rest.count == 1, edit.change == .removal {
      items.remove(at: path[0])
      return DocumentNode(.sequence(items), at: listPlace)
    }
    if path.count == 1 {
      guard let item = edited(items[path[0]], rest.dropFirst(), done: done + [step]) else { return nil }
      items[path[0]] = item
      return DocumentNode(.sequence(items), at: listPlace)
    }
    // The item stands deeper, under `children`.
    let outer = items[path[0]]
    guard case .mapping(var entries) = outer.content,
      let children = entries.firstIndex(where: { $0.key == "children" }),
      let inner = edited(entries[children].value, rest, done: done)
    else { return nil }
    entries[children] = .init(key: "children", keyPlace: entries[children].keyPlace, value: inner)
    items[path[0]] = DocumentNode(.mapping(entries), at: outer.place)
    return DocumentNode(.sequence(items), at: listPlace)
  }

  /// The way down to the item of this name: by id, grade, name or number; through `children` if need be.
  private func way(to name: String, in items: [DocumentNode]) -> [Int]? {
    if let index = items.firstIndex(where: { $0.editName == name }) { return [index] }
    if let number = Int(name), items.indices.contains(number - 1), items.allSatisfy({ $0.editName == nil }) {
      return [number - 1]
    }
    for (index, item) in items.enumerated() {
      guard case .sequence(let children)? = item["children"]?.content, let below = way(to: name, in: children) else {
        continue
      }
      return [index] + below
    }
    return nil
  }

  private func names(in items: [DocumentNode]) -> [String] {
    items.flatMap { item -> [String] in
      let own = item.editName.map { [$0] } ?? []
      guard case .sequence(let children)? = item["children"]?.content else { return own }
      return own + names(in: children)
    }
  }

  private func replacement(for node: DocumentNode) -> DocumentNode? {
    guard case .value(let text) = edit.change else { return nil }
    let quiet = FindingLog()
    guard let value = YAMLFile.parse(text.isEmpty ? "~" : text, name: edit.text, log: quiet) else {
      log.add(SchemeFinding.editing(place, .valueUnreadable(value: text)))
      return nil
    }
    // Where text stood, a number is text too: `version=2` means "2".
    if case .scalar(_, true) = node.content, case .scalar(let word, false) = value.content {
      return DocumentNode(.scalar(word, isQuoted: true), at: place)
    }
    return value.moved(to: place)
  }

  private func unknown(_ step: String, _ done: [String], _ known: [String]) -> DocumentNode? {
    log.add(
      SchemeFinding.editing(place, .addressUnknown(part: step, under: done.joined(separator: "."), known: known)))
    return nil
  }
}

extension DocumentNode {
  /// By what an item of a list goes in addresses.
  var editName: String? {
    for key in ["id", "grade", "name", "fact"] {
      if case .scalar(let text, _)? = self[key]?.content { return text }
    }
    return nil
  }

  /// The same value, at one place: what stands on a command line has no lines.
  func moved(to place: Place) -> DocumentNode {
    switch content {
    case .empty, .scalar: return DocumentNode(content, at: place)
    case .sequence(let items): return DocumentNode(.sequence(items.map { $0.moved(to: place) }), at: place)
    case .mapping(let entries):
      return DocumentNode(
        .mapping(entries.map { .init(key: $0.key, keyPlace: place, value: $0.value.moved(to: place)) }), at: place)
    }
  }
}
