import Documents
import Findings

/// Sets one scheme document over another: mappings merge by key, lists whose members have names by name, every other
/// value replaces. `key: ~` takes a key out, and `- {name: ~}` a member of a list.
struct SchemeMerge {
  let log: FindingLog

  /// What belongs to one file: a changed scheme is not the one that was approved.
  private static let ownKeys: Set = ["scheme", "version", "approval", "extends"]

  func scheme(_ own: DocumentNode, over base: DocumentNode) -> DocumentNode {
    guard case .mapping(let entries) = base.content else { return own }
    let inherited = DocumentNode(.mapping(entries.filter { !Self.ownKeys.contains($0.key) }), at: base.place)
    return merged(own, over: inherited, at: [])
  }

  private func merged(_ own: DocumentNode, over base: DocumentNode, at path: [String]) -> DocumentNode {
    if let name = Self.naming(path), let ownMembers = members(own, path), let baseMembers = members(base, path) {
      return DocumentNode(.sequence(list(ownMembers, over: baseMembers, by: name, at: path)), at: own.place)
    }
    guard case .mapping(let ownEntries) = own.content, case .mapping(let baseEntries) = base.content else { return own }
    return DocumentNode(.mapping(mapping(ownEntries, over: baseEntries, at: path)), at: own.place)
  }

  private func mapping(
    _ own: [DocumentNode.Entry], over base: [DocumentNode.Entry], at path: [String]
  ) -> [DocumentNode.Entry] {
    let rivals = Self.rivals(of: own, at: path)
    let base = base.filter { !rivals.contains($0.key) }
    let changes = Dictionary(own.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let inherited = Set(base.map(\.key))
    var entries: [DocumentNode.Entry] = []
    for entry in base {
      guard let change = changes[entry.key] else {
        entries.append(entry)
        continue
      }
      if change.value.content == .empty { continue }
      let value = merged(change.value, over: entry.value, at: path + [entry.key])
      entries.append(.init(key: entry.key, keyPlace: change.keyPlace, value: value))
    }
    // `key: ~` of what is not there stays: a misspelt key is then told.
    return entries + own.filter { !inherited.contains($0.key) }
  }

  /// Keys that have no meaning beside those that the own file writes: one takes the place of the others.
  private static func rivals(of own: [DocumentNode.Entry], at path: [String]) -> Set<String> {
    let written = Set(own.filter { $0.value.content != .empty }.map(\.key))
    return alternatives(path).reduce(into: []) { rivals, sets in
      guard let chosen = sets.first(where: { !written.isDisjoint(with: $0) }) else { return }
      rivals.formUnion(Set(sets.joined()).subtracting(chosen).subtracting(written))
    }
  }

  /// Lists of keys of which a part has those of one set.
  private static func alternatives(_ path: [String]) -> [[Set<String>]] {
    let relations = Comparison.Relation.allCases.map(\.rawValue)
    let comparison = relations.map { Set([$0]) }
    return switch path.last {
    case "of": [[["power"], ["best"], ["trimmed"], ["copeland"]]]
    case "quota": [[["places"], ["share"]]]
    case "when": [[["any_of"], Set(relations + ["measure"])], comparison]
    case "zero_when": [comparison]
    case "" where path.first == "effects" && path.count == 2: [[["add"], ["deduct"]]]
    default: []
    }
  }

  /// Members keep the order of the base. A new one stands before the next that the base has too, else at the end.
  private func list(
    _ own: [DocumentNode], over base: [DocumentNode], by name: String, at path: [String]
  ) -> [DocumentNode] {
    let known = base.compactMap { Self.name(of: $0, by: name) }
    var changes: [String: DocumentNode] = [:]
    var before: [String: [DocumentNode]] = [:]
    var removed: Set<String> = []
    var new: [DocumentNode] = []
    for member in own {
      if let id = Self.removal(member, by: name) {
        if known.contains(id) {
          removed.insert(id)
        } else {
          log.add(SchemeFinding.extending(member.place, .nothingRemoved(name: id, known: known)))
        }
      } else if let id = Self.name(of: member, by: name), known.contains(id), changes[id] == nil {
        changes[id] = member
        before[id] = new
        new = []
      } else {
        // New, without a name, or named twice: the reader tells the last two.
        new.append(member)
      }
    }
    var members: [DocumentNode] = []
    for member in base {
      let id = Self.name(of: member, by: name)
      let change = id.flatMap { changes.removeValue(forKey: $0) }
      members += id.flatMap { before.removeValue(forKey: $0) } ?? []
      if let id, removed.contains(id) {
        // Taken out and written anew: nothing is inherited.
        if let change { members.append(change) }
      } else {
        members.append(change.map { merged($0, over: member, at: path + [""]) } ?? member)
      }
    }
    return members + new
  }

  /// The key that names the members of a list; nil: the list is one value.
  private static func naming(_ path: [String]) -> String? {
    switch path {
    case ["effects"]: "id"
    case ["examples"]: "name"
    case ["grades", "bands"]: "grade"
    case ["nodes"]: "id"
    default: path.first == "nodes" && path.last == "children" ? "id" : nil
    }
  }

  /// A single root may stand without a list.
  private func members(_ node: DocumentNode, _ path: [String]) -> [DocumentNode]? {
    if case .sequence(let members) = node.content { return members }
    return path == ["nodes"] && node.isMapping ? [node] : nil
  }

  private static func name(of member: DocumentNode, by key: String) -> String? {
    if case .scalar(let name, _)? = member[key]?.content { name } else { nil }
  }

  /// The name in `- {name: ~}`.
  private static func removal(_ member: DocumentNode, by key: String) -> String? {
    guard case .mapping(let entries) = member.content, entries.count == 1, entries[0].key != key,
      entries[0].value.content == .empty
    else { return nil }
    return entries[0].key
  }
}
