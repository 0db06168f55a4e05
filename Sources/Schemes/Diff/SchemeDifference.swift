import Documents
import Findings

/// One difference between two schemes, as their files say it.
package struct SchemeDifference: Sendable, Equatable {
  /// What kind of part differs.
  package enum Subject: Sendable, Hashable {
    /// `title`, `basis`, `units`, `approval`, `combine`, `rank` …: a key of the scheme itself.
    case setting(String)
    case parameter, `default`, measure, fact, node, effect, effectGroup, grade, example
    /// A condition under `eligible`, `deferred` or `exempt`.
    case condition(String)
  }
  package enum Kind: Sendable, Equatable {
    case added
    case removed
    /// Stands elsewhere among its siblings, or under another parent; order matters for effects, grades and steps.
    case moved(from: String, to: String)
    case changed([Change])
  }
  /// A key whose value is another; nil: it is not written there.
  package struct Change: Sendable, Equatable {
    package let key: String
    package let before: String?
    package let after: String?
    package init(key: String, before: String?, after: String?) {
      self.key = key
      self.before = before
      self.after = after
    }
  }
  package let subject: Subject
  /// The id or name; empty for a setting.
  package let id: String
  package let kind: Kind
  /// Where the later file has it; of what is gone, the earlier.
  package let place: Place

  package init(subject: Subject, id: String, kind: Kind, place: Place) {
    self.subject = subject
    self.id = id
    self.kind = kind
    self.place = place
  }
}

/// A scheme as written and as read: the one tells what differs, the other says it in words.
package struct SchemeText: Sendable {
  package let document: DocumentNode
  package let scheme: Scheme
  package init(document: DocumentNode, scheme: Scheme) {
    self.document = document
    self.scheme = scheme
  }
}

/// What differs between two scheme files, in the order of a scheme: settings, parameters, measures, facts, nodes, effects,
/// grades, examples. What means the same but stands in another order of keys is no difference.
package func differences(from old: DocumentNode, to new: DocumentNode) -> [SchemeDifference] {
  var pass = DifferencePass()
  pass.compareSettings(old, new)
  pass.compareMappings(old["params"], new["params"], .parameter)
  pass.compareMappings(old["defaults"], new["defaults"], .default)
  pass.compareMappings(old["measures"], new["measures"], .measure)
  pass.compareMappings(old["facts"], new["facts"], .fact)
  for key in ["deferred", "exempt", "eligible"] {
    pass.compareLists(old[key]?.items ?? [], new[key]?.items ?? [], .condition(key), under: "")
  }
  pass.compareNodes(old["nodes"]?.items ?? [], new["nodes"]?.items ?? [])
  pass.compareMappings(old["effect_groups"], new["effect_groups"], .effectGroup)
  pass.compareLists(old["effects"]?.items ?? [], new["effects"]?.items ?? [], .effect, under: "")
  pass.compareLists(old["grades"]?["bands"]?.items ?? [], new["grades"]?["bands"]?.items ?? [], .grade, under: "")
  pass.compareLists(old["examples"]?.items ?? [], new["examples"]?.items ?? [], .example, under: "")
  return pass.found
}

private struct DifferencePass {
  var found: [SchemeDifference] = []

  private static let parts: Set<String> = [
    "params", "defaults", "measures", "facts", "deferred", "exempt", "eligible", "nodes", "effect_groups", "effects",
    "grades", "examples",
  ]

  /// Every key that is not a list of named parts.
  mutating func compareSettings(_ old: DocumentNode, _ new: DocumentNode) {
    let keys = ordered(old.entries.map(\.key), new.entries.map(\.key)).filter { !Self.parts.contains($0) }
    for key in keys { compareValue(old[key], new[key], .setting(key), id: "") }
    let grading = ordered(old["grades"]?.entries.map(\.key) ?? [], new["grades"]?.entries.map(\.key) ?? [])
    for key in grading where key != "bands" {
      compareValue(old["grades"]?[key], new["grades"]?[key], .setting("grades.\(key)"), id: "")
    }
  }

  mutating func compareMappings(_ old: DocumentNode?, _ new: DocumentNode?, _ subject: SchemeDifference.Subject) {
    let (before, after) = (old?.entries ?? [], new?.entries ?? [])
    for id in ordered(before.map(\.key), after.map(\.key)) {
      compareValue(before.first { $0.key == id }?.value, after.first { $0.key == id }?.value, subject, id: id)
    }
  }

  /// Members by name; unnamed ones by position. A change of order is told once for the list.
  mutating func compareLists(
    _ old: [DocumentNode], _ new: [DocumentNode], _ subject: SchemeDifference.Subject, under parent: String
  ) {
    let before = named(old)
    let after = named(new)
    for id in ordered(before.map(\.id), after.map(\.id)) {
      compareValue(before.first { $0.id == id }?.node, after.first { $0.id == id }?.node, subject, id: id)
    }
    let common = Set(before.map(\.id)).intersection(after.map(\.id))
    let (first, second) = (before.map(\.id).filter(common.contains), after.map(\.id).filter(common.contains))
    guard first != second, subject == .effect || subject == .grade else { return }
    for (id, other) in zip(first, second) where id != other {
      found.append(
        SchemeDifference(
          subject: subject, id: second.first { !first.prefix(while: { $0 != id }).contains($0) } ?? id,
          kind: .moved(from: first.joined(separator: " → "), to: second.joined(separator: " → ")),
          place: after.first { $0.id == other }?.node.place ?? .subject(other)))
      return
    }
  }

  /// Nodes at every depth, by id; which parent they stand under is part of what they say.
  mutating func compareNodes(_ old: [DocumentNode], _ new: [DocumentNode]) {
    let before = flattened(old, parent: "")
    let after = flattened(new, parent: "")
    for id in ordered(before.map(\.id), after.map(\.id)) {
      let (a, b) = (before.first { $0.id == id }, after.first { $0.id == id })
      compareValue(a?.node, b?.node, .node, id: id)
      if let a, let b, a.parent != b.parent {
        found.append(
          SchemeDifference(subject: .node, id: id, kind: .moved(from: a.parent, to: b.parent), place: b.node.place))
      }
    }
  }

  private mutating func compareValue(
    _ old: DocumentNode?, _ new: DocumentNode?, _ subject: SchemeDifference.Subject, id: String
  ) {
    func add(_ kind: SchemeDifference.Kind, _ place: Place) {
      found.append(SchemeDifference(subject: subject, id: id, kind: kind, place: place))
    }
    switch (old, new) {
    case (nil, nil): return
    case (nil, let new?):
      if case .setting = subject {
        add(.changed([.init(key: "", before: nil, after: new.flowText)]), new.place)
      } else {
        add(.added, new.place)
      }
    case (let old?, nil):
      if case .setting = subject {
        add(.changed([.init(key: "", before: old.flowText, after: nil)]), old.place)
      } else {
        add(.removed, old.place)
      }
    case (let old?, let new?):
      guard !old.saysTheSame(as: new) else { return }
      add(.changed(changes(old, new)), new.place)
    }
  }

  /// Key by key where both are mappings; else the whole.
  private func changes(_ old: DocumentNode, _ new: DocumentNode) -> [SchemeDifference.Change] {
    guard old.isMapping, new.isMapping else {
      return [.init(key: "", before: old.flowText, after: new.flowText)]
    }
    return ordered(old.entries.map(\.key), new.entries.map(\.key)).compactMap { key in
      let (before, after) = (old[key], new[key])
      if let before, let after, before.saysTheSame(as: after) { return nil }
      return .init(key: key, before: before?.flowText, after: after?.flowText)
    }
  }

  private func named(_ items: [DocumentNode]) -> [(id: String, node: DocumentNode)] {
    items.enumerated().map { ($1.editName ?? "\($0 + 1)", $1) }
  }

  private func flattened(
    _ items: [DocumentNode], parent: String
  ) -> [(id: String, parent: String, node: DocumentNode)] {
    named(items).flatMap { id, node -> [(id: String, parent: String, node: DocumentNode)] in
      let own = DocumentNode(.mapping(node.entries.filter { $0.key != "children" }), at: node.place)
      return [(id, parent, own)] + flattened(node["children"]?.items ?? [], parent: id)
    }
  }

  /// The new order, with what is gone where it stood after its predecessor.
  private func ordered(_ old: [String], _ new: [String]) -> [String] {
    var result = new
    for (index, key) in old.enumerated() where !new.contains(key) {
      let before = old[..<index].last { result.contains($0) }
      let position = before.flatMap { result.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      result.insert(key, at: position)
    }
    return withoutRepeats(result)
  }
}

extension DocumentNode {
  var entries: [Entry] { if case .mapping(let entries) = content { entries } else { [] } }

  /// The items of a list; a mapping stands for a list of itself (`nodes` may be one root).
  var items: [DocumentNode] {
    switch content {
    case .sequence(let items): items
    case .mapping: [self]
    case .scalar, .empty: []
    }
  }
}
