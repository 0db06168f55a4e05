import Findings

/// One value of a YAML file with its place: strings stay strings until a reader asks for a type.
package struct DocumentNode: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case mapping([Entry])
    case sequence([DocumentNode])
    /// A quoted scalar is always text; a plain one may be read as a number or boolean.
    case scalar(String, isQuoted: Bool)
    /// Nothing written, `~` or `null`.
    case empty
  }
  package struct Entry: Sendable, Hashable {
    package let key: String
    package let keyPlace: Place
    package let value: DocumentNode
    package init(key: String, keyPlace: Place, value: DocumentNode) {
      self.key = key
      self.keyPlace = keyPlace
      self.value = value
    }
  }
  package let content: Content
  package let place: Place

  package init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }

  /// The value under a key, if this is a mapping that has it.
  package subscript(key: String) -> DocumentNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  package var isMapping: Bool { if case .mapping = content { true } else { false } }
  package var isSequence: Bool { if case .sequence = content { true } else { false } }

  /// What kind of value this is, for findings.
  package var kind: DocumentValueKind {
    switch content {
    case .mapping: .mapping
    case .sequence: .list
    case .empty: .nothing
    case .scalar(let text, let isQuoted):
      if isQuoted {
        .text
      } else if parseBoolean(text) != nil {
        .boolean
      } else if parseNumber(text) != nil {
        .number
      } else {
        .text
      }
    }
  }
}

/// The kinds of value that a YAML file can hold, as findings name them.
package enum DocumentValueKind: Sendable, Equatable { case text, number, integer, boolean, list, mapping, nothing }

/// YAML 1.2 core schema booleans.
func parseBoolean(_ text: String) -> Bool? {
  switch text {
  case "true", "True", "TRUE": true
  case "false", "False", "FALSE": false
  default: nil
  }
}

/// YAML 1.2 core schema numbers in decimal notation; no octal, no infinities.
func parseNumber(_ text: String) -> Double? {
  guard let first = text.utf8.first, first != UInt8(ascii: " ") else { return nil }
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      continue
    default: return nil
    }
  }
  guard let value = Double(text), value.isFinite else { return nil }
  return value
}
