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
    case oneOf([String], isRequired: Bool = true)
    /// At least one of them stands.
    case anyOf([String])
    /// One form of the mapping, told by `key`: the keys of `with`, `needs` and `choose` belong to it and are not legal
    /// beside another form's key. Those of `needs` must stand, and exactly one of `choose`.
    case form(String, with: [String] = [], needs: [String] = [], choose: [String] = [])
    /// Where the first stands, the others must stand too.
    case needs(String, [String])
    /// Where the first stands, none of the others does.
    case excludes(String, [String])
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
    var own: Set<String> = []
    for rule in rules {
      switch rule {
      case .oneOf(let names, _) where names.contains(where: written.contains):
        illegal.formUnion(names.filter { !written.contains($0) })
      case .excludes(let key, let others) where written.contains(key): illegal.formUnion(others)
      case .form(let key, let with, let needs, let choose) where written.contains(key):
        // Two forms at once are told as such; neither's keys are unknown.
        let isChosen = choose.contains(where: written.contains)
        own.formUnion(with + needs + choose.filter { !isChosen || written.contains($0) })
        illegal.formUnion(excluded(by: key) + (isChosen ? choose.filter { !written.contains($0) } : []))
      default: break
      }
    }
    return keys.map(\.name).filter { !illegal.contains($0) || own.contains($0) }
  }

  /// Whether it is told which keys belong here: not if none or several stand of which there should be one.
  func isDecided(by written: [String]) -> Bool {
    rules.allSatisfy { rule in
      switch rule {
      case .oneOf(let names, let isRequired):
        let count = names.count { written.contains($0) }
        return count == 1 || count == 0 && !isRequired
      case .anyOf(let names): return names.contains(where: written.contains)
      case .form(let key, _, _, let choose):
        return choose.isEmpty || !written.contains(key) || choose.count { written.contains($0) } == 1
      default: return true
      }
    }
  }

  /// The keys that belong to other forms than that of `key`; none if it makes no form.
  func excluded(by key: String) -> [String] {
    var own: [String]?
    var others: [String] = []
    for rule in rules {
      guard case .form(let form, let with, let needs, let choose) = rule else { continue }
      if form == key { own = with + needs + choose } else { others += with + needs + choose }
    }
    guard let own else { return [] }
    return keys.map(\.name).filter { others.contains($0) && !own.contains($0) && $0 != key }
  }
}
