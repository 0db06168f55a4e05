import Findings

/// Typed reading of one mapping: asks for keys one by one, and at the end reports those that are not legal.
///
/// A missing or wrong value is a finding and nil; reading goes on, so that all problems are found in one pass. Which
/// keys are legal is what the shape says. In debug builds the reader stops the program if it asks for a key that the
/// shape does not have, or for another kind of value, or if it forgets one: shape and reader cannot drift apart.
package struct MappingReader {
  /// The path inside the file that findings name: `measures.住院满意`.
  package let path: String
  package let place: Place
  package let log: FindingLog
  package let shape: Shape
  private let entries: [DocumentNode.Entry]
  private var asked: [String] = []
  /// Keys that are told already, in place of those that they were meant to be.
  private var told: Set<String> = []

  /// - Parameter node: anything; if it is no mapping, that is reported and the reader is as if empty.
  package init(_ node: DocumentNode, path: String, shape: Shape, log: FindingLog) {
    self.path = path
    self.shape = shape
    self.place = node.place
    self.log = log
    switch node.content {
    case .mapping(let entries): self.entries = entries
    case .empty: self.entries = []
    default:
      self.entries = []
      log.add(
        DocumentFinding.wrongKind(
          node.place, key: path, expected: .mapping, found: node.kind, value: node.shortText))
    }
  }

  /// Every key that is written, in order.
  package var keys: [String] { entries.map(\.key) }

  package func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// The place of a key's value, or that of the mapping.
  package func place(of key: String) -> Place { entries.first { $0.key == key }?.value.place ?? place }

  /// The value as it stands, for readers of its own; nil where absent or empty.
  package mutating func node(_ key: String) -> DocumentNode? {
    assert(shape[key] != nil, "the shape “\(shape.name)” has no key “\(key)”")
    asked.append(key)
    guard let entry = entries.first(where: { $0.key == key }), entry.value.content != .empty else { return nil }
    return entry.value
  }

  package mutating func requiredNode(_ key: String) -> DocumentNode? {
    let value = node(key)
    if value == nil { reportMissing(key) }
    return value
  }

  /// Text as written: `2025` and `010` stay what they are, `true` is refused.
  package mutating func text(_ key: String) -> String? {
    expect(.text, at: key)
    return node(key)?.text(called: key, log: log)
  }

  package mutating func requiredText(_ key: String) -> String? {
    expect(.text, at: key)
    return requiredNode(key)?.text(called: key, log: log)
  }

  package mutating func number(_ key: String) -> Double? {
    expect(.number, at: key)
    return node(key)?.number(called: key, log: log)
  }

  package mutating func integer(_ key: String) -> Int? {
    expect(.integer, at: key)
    return node(key)?.integer(called: key, log: log)
  }

  package mutating func boolean(_ key: String) -> Bool? {
    expect(.boolean, at: key)
    return node(key)?.boolean(called: key, log: log)
  }

  /// One of the raw values of an enum.
  package mutating func choice<Choice>(_ key: String, _: Choice.Type) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    assert(
      shape[key]?.value.allows(words: Choice.allCases.map(\.rawValue)) == true,
      "the shape “\(shape.name)” has other words at “\(key)”")
    guard let value = node(key), let word = value.text(called: key, log: log) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    log.add(
      DocumentFinding.illegalValue(
        value.place, key: key, value: word, legal: Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// A list of values, or nil where absent.
  package mutating func list(_ key: String) -> [DocumentNode]? {
    expect(.list, at: key)
    return node(key)?.list(called: key, log: log)
  }

  /// One text or a list of texts; empty where absent.
  package mutating func texts(_ key: String) -> [String] {
    expect(.text, at: key)
    expect(.list, at: key)
    guard let value = node(key) else { return [] }
    if case .sequence(let items) = value.content { return items.compactMap { $0.text(called: key, log: log) } }
    return value.text(called: key, log: log).map { [$0] } ?? []
  }

  /// The keys and values of a mapping under a key, in order; empty where absent.
  package mutating func entries(_ key: String) -> [DocumentNode.Entry] {
    expect(.mapping, at: key)
    guard let value = node(key) else { return [] }
    if case .mapping(let entries) = value.content { return entries }
    log.add(
      DocumentFinding.wrongKind(
        value.place, key: key, expected: .mapping, found: value.kind, value: value.shortText))
    return []
  }

  /// Whether a key that the shape does not know was probably meant to be this one. That is then told, with this guess,
  /// so that nobody need say that this one is missing.
  package mutating func isMisspelt(_ key: String) -> Bool {
    let legal = legalKeys
    guard let entry = entries.first(where: { shape[$0.key] == nil && nearMiss(to: $0.key, among: legal) == key })
    else { return false }
    if told.insert(entry.key).inserted { reportUnknown(entry, legal) }
    return true
  }

  /// Those that may stand beside what is written.
  private var legalKeys: [String] { shape.legalKeys(beside: written) }

  private var written: [String] { entries.filter { $0.value.content != .empty }.map(\.key) }

  /// Reports each key that is not legal beside the others. Call it once, last.
  package func finish() {
    let legal = legalKeys
    assert(
      !shape.isDecided(by: written) || legal.allSatisfy { has($0) || asked.contains($0) },
      "nobody asks for \(legal.filter { !asked.contains($0) }) of the shape “\(shape.name)”")
    // A key of another form than the one that was read is not asked for; one that is asked for, the reader judges.
    for entry in entries where !asked.contains(entry.key) && !told.contains(entry.key) { reportUnknown(entry, legal) }
  }

  /// That the shape has this kind of value here; for readers that ask for the node and judge it themselves.
  package func expect(_ kind: DocumentValueKind, at key: String) {
    assert(
      shape[key]?.value.allows(kind) == true,
      "the shape “\(shape.name)” has no \(kind) at “\(key)”")
  }

  private func reportUnknown(_ entry: DocumentNode.Entry, _ legal: [String]) {
    log.add(DocumentFinding.unknownKey(entry.keyPlace, key: entry.key, of: path, legal: legal))
  }

  private mutating func reportMissing(_ key: String) {
    if !isMisspelt(key) { log.add(DocumentFinding.missingKey(place, key: key, of: path)) }
  }
}

extension DocumentNode {
  package func text(called key: String, log: FindingLog) -> String? {
    if case .scalar(let text, let isQuoted) = content, isQuoted || parseBoolean(text) == nil { return text }
    reportKind(.text, key, log)
    return nil
  }

  package func number(called key: String, log: FindingLog) -> Double? {
    if case .scalar(let text, false) = content, let value = parseNumber(text) { return value }
    reportKind(.number, key, log)
    return nil
  }

  package func integer(called key: String, log: FindingLog) -> Int? {
    if case .scalar(let text, false) = content, parseNumber(text) != nil, let value = Int(text) { return value }
    reportKind(.integer, key, log)
    return nil
  }

  package func boolean(called key: String, log: FindingLog) -> Bool? {
    if case .scalar(let text, false) = content, let value = parseBoolean(text) { return value }
    reportKind(.boolean, key, log)
    return nil
  }

  package func list(called key: String, log: FindingLog) -> [DocumentNode]? {
    if case .sequence(let items) = content { return items }
    reportKind(.list, key, log)
    return nil
  }

  private func reportKind(_ expected: DocumentValueKind, _ key: String, _ log: FindingLog) {
    log.add(DocumentFinding.wrongKind(place, key: key, expected: expected, found: kind, value: shortText))
  }

  /// A scalar's text, shortened, for findings; empty for lists and mappings.
  package var shortText: String {
    guard case .scalar(let text, _) = content else { return "" }
    return text.count > 60 ? String(text.prefix(59)) + "…" : text
  }
}
