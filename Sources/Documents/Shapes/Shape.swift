/// What a thing in a file is, in one line of each language.
package struct Gloss: Sendable, Hashable {
  package let chinese: String
  package let english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// As an editor shows it: `中文 – English`.
  package var both: String { "\(chinese) – \(english)" }
}

/// The keys that a mapping of a YAML file may have, what each holds and what it is for.
///
/// A shape is declared once, beside its reader. From it come the legal keys that findings name, the keys that the
/// reader may ask for, and the JSON Schema that editors use, so that the three cannot drift apart.
package struct Shape: Sendable {
  package struct Key: Sendable {
    package let name: String
    package let value: ShapeValue
    package let isRequired: Bool
    /// Known, and refused: for a later version. No schema and no finding offers it.
    package let isReserved: Bool
    package let gloss: Gloss

    package static func required(_ name: String, _ value: ShapeValue, _ chinese: String, _ english: String) -> Key {
      Key(name: name, value: value, isRequired: true, isReserved: false, gloss: Gloss(chinese, english))
    }

    package static func optional(_ name: String, _ value: ShapeValue, _ chinese: String, _ english: String) -> Key {
      Key(name: name, value: value, isRequired: false, isReserved: false, gloss: Gloss(chinese, english))
    }

    package static func reserved(_ name: String) -> Key {
      Key(name: name, value: .anything, isRequired: false, isReserved: true, gloss: Gloss("", ""))
    }
  }

  /// What holds between keys.
  package enum Rule: Sendable, Equatable {
    /// One of them stands, and only one; not required: at most one.
    case oneOf([String], isRequired: Bool)
    /// At least one of them stands.
    case anyOf([String])
    /// `with` and `needs` belong to mappings that have `key`: beside another form's key they are not legal. Where
    /// `key` stands, `needs` must stand too.
    case form(String, with: [String], needs: [String])
  }

  /// Names the shape in a schema: unique among all that one file's shape reaches.
  package let name: String
  package let gloss: Gloss
  package let keys: [Key]
  package let rules: [Rule]

  package init(_ name: String, _ chinese: String, _ english: String, _ keys: [Key], rules: [Rule] = []) {
    self.name = name
    self.gloss = Gloss(chinese, english)
    self.keys = keys
    self.rules = rules
  }

  package subscript(key: String) -> Key? { keys.first { $0.name == key } }

  /// The same keys with the value of one of them told by somebody who knows more.
  package func with(_ key: String, being value: ShapeValue) -> Shape {
    Shape(
      name, gloss,
      keys.map {
        $0.name == key
          ? Key(name: key, value: value, isRequired: $0.isRequired, isReserved: $0.isReserved, gloss: $0.gloss) : $0
      },
      rules)
  }

  private init(_ name: String, _ gloss: Gloss, _ keys: [Key], _ rules: [Rule]) {
    self.name = name
    self.gloss = gloss
    self.keys = keys
    self.rules = rules
  }

  /// The keys that a mapping may have, given those that it has: those of another form than its own, and those that
  /// exclude one another, are not among them.
  package func legalKeys(beside written: [String]) -> [String] {
    var illegal = Set(keys.filter(\.isReserved).map(\.name))
    for rule in rules {
      guard case .oneOf(let names, _) = rule, names.contains(where: written.contains) else { continue }
      illegal.formUnion(names.filter { !written.contains($0) })
    }
    for key in written { illegal.formUnion(excluded(by: key)) }
    for key in written {
      // Two forms at once are told as such; neither's keys are unknown.
      if case .form(_, let with, let needs)? = form(key) { illegal.subtract(with + needs) }
    }
    return keys.map(\.name).filter { !illegal.contains($0) }
  }

  /// Whether keys stand side by side that exclude one another.
  func hasConflict(among written: [String]) -> Bool {
    rules.contains { rule in
      guard case .oneOf(let names, _) = rule else { return false }
      return names.count { written.contains($0) } > 1
    }
  }

  private func form(_ key: String) -> Rule? {
    rules.first { if case .form(key, _, _) = $0 { true } else { false } }
  }

  /// The keys that belong to other forms than that of `key`; none if it makes no form.
  func excluded(by key: String) -> [String] {
    guard case .form(_, let own, let needed)? = form(key) else { return [] }
    var others: [String] = []
    for rule in rules {
      guard case .form(let other, let with, let needs) = rule, other != key else { continue }
      others += (with + needs).filter { !own.contains($0) && !needed.contains($0) && !others.contains($0) && $0 != key }
    }
    return others
  }
}
