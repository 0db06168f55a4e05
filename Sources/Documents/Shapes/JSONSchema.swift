/// Writes shapes as JSON Schema, draft 2020-12 (json-schema.org/draft/2020-12), for editors.
///
/// A schema accepts what the reader accepts, but for two things: a key without a value, which the reader takes as not
/// written, is told as an error; and what only the reader can know (names, sums, dates) is accepted.
package struct JSONSchema {
  /// What one kind of file holds beside its root.
  package struct Root: Sendable {
    package var shape: Shape
    /// Whether `$name` may stand for any single value of the root.
    package var hasParameters: Bool
    /// Whether it may in the others.
    package var othersHaveParameters: Bool
    /// The key that lets a file state differences to another one only: then nothing is required, and `~` removes.
    package var extensionKey: String?
    /// Keys that must stand even then.
    package var extensionNeeds: [String]
    /// Shapes that stand in files of this kind outside of the root.
    package var others: [Shape]

    package init(
      _ shape: Shape, hasParameters: Bool = false, othersHaveParameters: Bool = false, extensionKey: String? = nil,
      extensionNeeds: [String] = [],
      others: [Shape] = []
    ) {
      self.shape = shape
      self.hasParameters = hasParameters
      self.othersHaveParameters = othersHaveParameters
      self.extensionKey = extensionKey
      self.extensionNeeds = extensionNeeds
      self.others = others
    }
  }

  private var hasParameters: Bool
  /// Whether a file that states only differences is described.
  private let isExtension: Bool
  private var definitions: [(key: String, value: JSONValue)] = []
  private var names: Set<String> = []

  package static func schema(of root: Root, title: String) -> JSONValue {
    var writer = JSONSchema(hasParameters: root.hasParameters, isExtension: false)
    let reference = writer.reference(to: root.shape)
    writer.hasParameters = root.othersHaveParameters
    for other in root.others { _ = writer.reference(to: other) }
    var definitions = writer.definitions
    var entries: [(key: String, value: JSONValue)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("title", .text(title)),
      ("description", .text(root.shape.gloss.both)),
    ]
    if let key = root.extensionKey {
      var loose = JSONSchema(hasParameters: root.hasParameters, isExtension: true)
      let looseReference = loose.reference(to: root.shape)
      definitions += loose.definitions
      let then = JSONValue.object(
        root.extensionNeeds.isEmpty
          ? looseReference : looseReference + [("required", .texts(root.extensionNeeds))])
      entries += [
        ("if", .object([("type", .text("object")), ("required", .texts([key]))])), ("then", then),
        ("else", .object(reference)),
      ]
    } else {
      entries += reference
    }
    if root.hasParameters || root.othersHaveParameters { definitions.append(("parameter", parameter)) }
    entries.append(("$defs", .object(definitions)))
    return .object(entries)
  }

  private static let parameter = JSONValue.object([
    ("description", .text("参数，写作 $名字 – a parameter, written as $name")), ("type", .text("string")),
    ("pattern", .text(parameterPattern)),
  ])
  private static let parameterPattern = "^\\$\\S+$"

  private init(hasParameters: Bool, isExtension: Bool) {
    self.hasParameters = hasParameters
    self.isExtension = isExtension
  }

  private func definitionName(_ name: String) -> String { isExtension ? "\(name)-difference" : name }

  private mutating func define(_ name: String, _ value: (inout JSONSchema) -> JSONValue) -> [(
    key: String, value: JSONValue
  )] {
    let name = definitionName(name)
    if names.insert(name).inserted {
      // Taken before it is written, since it may name itself; it stands before what it names.
      let index = definitions.count
      definitions.append((name, .null))
      definitions[index].value = value(&self)
    }
    return [("$ref", .text("#/$defs/\(name)"))]
  }

  private mutating func reference(to shape: Shape) -> [(key: String, value: JSONValue)] {
    define(shape.name) { writer in writer.object(shape) }
  }

  private mutating func object(_ shape: Shape) -> JSONValue {
    let keys = shape.keys.filter { !$0.isReserved }
    var properties: [(key: String, value: JSONValue)] = []
    for key in keys {
      let value = self.value(key.value)
      properties.append((key.name, .object([("description", .text(key.gloss.both))] + emptied(value))))
    }
    var entries: [(key: String, value: JSONValue)] = [
      ("description", .text(shape.gloss.both)), ("type", .text("object")), ("properties", .object(properties)),
    ]
    if !isExtension {
      let required = keys.filter(\.isRequired).map(\.name)
      if !required.isEmpty { entries.append(("required", .texts(required))) }
      let constraints = shape.rules.flatMap { self.constraints($0, of: shape) }
      if !constraints.isEmpty { entries.append(("allOf", .array(constraints))) }
    }
    entries.append(("additionalProperties", .boolean(false)))
    return .object(entries)
  }

  /// In a file of differences any key may be removed.
  private func emptied(_ value: [(key: String, value: JSONValue)]) -> [(key: String, value: JSONValue)] {
    guard isExtension, !value.isEmpty else { return value }
    return [("anyOf", .array([.object(value), .object([("type", .text("null"))])]))]
  }

  /// In a file of differences a member of a list is removed by its name: `- {name: ~}`.
  private func removable(
    _ value: [(key: String, value: JSONValue)], _ item: ShapeValue
  ) -> [(key: String, value: JSONValue)] {
    guard isExtension, item.alternatives.contains(where: { if case .mapping = $0.kind { true } else { false } }) else {
      return value
    }
    let removal = JSONValue.object([
      ("type", .text("object")), ("maxProperties", .number(1)),
      ("additionalProperties", .object([("type", .text("null"))])),
    ])
    return [("anyOf", .array([.object(value), removal]))]
  }

  private func constraints(_ rule: Shape.Rule, of shape: Shape) -> [JSONValue] {
    func required(_ key: String) -> JSONValue { .object([("required", .texts([key]))]) }
    func exactlyOne(of keys: [String]) -> [(key: String, value: JSONValue)] {
      keys.isEmpty ? [] : [("oneOf", .array(keys.map(required)))]
    }
    func when(_ key: String, _ then: [(key: String, value: JSONValue)]) -> [JSONValue] {
      then.isEmpty ? [] : [.object([("if", required(key)), ("then", .object(then))])]
    }
    func without(_ keys: [String]) -> [(key: String, value: JSONValue)] {
      keys.isEmpty ? [] : [("properties", .object(keys.map { ($0, .boolean(false)) }))]
    }
    func with(_ keys: [String]) -> [(key: String, value: JSONValue)] {
      keys.isEmpty ? [] : [("required", .texts(keys))]
    }
    switch rule {
    case .oneOf(let keys, true): return [.object(exactlyOne(of: keys))]
    case .anyOf(let keys): return [.object([("anyOf", .array(keys.map(required)))])]
    case .oneOf(let keys, false):
      return keys.dropLast().enumerated().flatMap { when($1, without(Array(keys[($0 + 1)...]))) }
    case .form(let key, _, let needs, let choose):
      return when(key, with(needs) + exactlyOne(of: choose) + without(shape.excluded(by: key)))
    case .needs(let key, let others): return when(key, with(others))
    case .excludes(let key, let others): return when(key, without(others))
    }
  }

  private mutating func value(_ value: ShapeValue) -> [(key: String, value: JSONValue)] {
    switch value.kind {
    case .anything: return []
    // Text is what is written: `2025` and `1.10` are texts too, but `true` is not.
    case .text: return [("type", .texts(["string", "number"]))]
    case .quotedText: return [("type", .text("string"))]
    case .expression: return [("type", .texts(["string", "number", "boolean"]))]
    case .pattern(let pattern): return [("type", .text("string")), ("pattern", .text(pattern))]
    case .nothing: return [("type", .text("null"))]
    case .number(let limits): return number("number", limits)
    case .integer(let limits): return number("integer", limits)
    case .boolean: return orParameter([("type", .text("boolean"))])
    case .words(let words, _): return orParameter([("enum", .texts(words))])
    case .list(let item, let count):
      var entries: [(key: String, value: JSONValue)] = [
        ("type", .text("array")), ("items", .object(removable(self.value(item), item))),
      ]
      if count.lowerBound > 0 { entries.append(("minItems", .number(Double(count.lowerBound)))) }
      if count.upperBound < .max { entries.append(("maxItems", .number(Double(count.upperBound)))) }
      return entries
    case .tuple(let items):
      return [
        ("type", .text("array")), ("prefixItems", .array(items.map { .object(self.value($0)) })),
        ("minItems", .number(Double(items.count))), ("maxItems", .number(Double(items.count))),
      ]
    case .map(let inner):
      return [("type", .text("object")), ("additionalProperties", .object(emptied(self.value(inner))))]
    case .mapping(let shape): return reference(to: shape())
    case .alternatives(let values): return [("anyOf", .array(values.map { .object(self.value($0)) }))]
    case .named(let name, let gloss, let inner):
      return define(name) { writer in
        .object([("description", .text(gloss.both))] + writer.value(inner()))
      }
    }
  }

  private func number(_ type: String, _ limits: ShapeValue.Limits) -> [(key: String, value: JSONValue)] {
    var entries: [(key: String, value: JSONValue)] = [
      ("type", hasParameters ? .texts([type, "string"]) : .text(type))
    ]
    if let bound = limits.atLeast { entries.append(("minimum", .number(bound))) }
    if let bound = limits.above { entries.append(("exclusiveMinimum", .number(bound))) }
    if let bound = limits.atMost { entries.append(("maximum", .number(bound))) }
    if hasParameters { entries.append(("pattern", .text(Self.parameterPattern))) }
    return entries
  }

  private func orParameter(_ value: [(key: String, value: JSONValue)]) -> [(key: String, value: JSONValue)] {
    guard hasParameters else { return value }
    return [("anyOf", .array([.object(value), .object([("$ref", .text("#/$defs/parameter"))])]))]
  }
}
