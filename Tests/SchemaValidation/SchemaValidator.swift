import Documents
import Foundation

/// Holds values against a JSON Schema, draft 2020-12, as an editor does: as much of it as the program writes. A keyword
/// that is not known here is an error, so that no rule is passed over.
package struct SchemaValidator {
  private let root: JSONValue

  package init(_ schema: JSONValue) { root = schema }

  /// What is wrong, each with its path; empty if nothing is.
  /// - Parameter definition: the name of a definition that stands in for the root.
  package func errors(in node: DocumentNode, as definition: String? = nil) -> [String] {
    let schema = definition.map { JSONValue.object([("$ref", .text("#/$defs/\($0)"))]) } ?? root
    return errors(Self.value(of: node), schema, "")
  }

  /// A file as an editor's YAML reader sees it.
  package static func value(of node: DocumentNode) -> JSONValue {
    switch node.content {
    case .empty: .null
    case .sequence(let items): .array(items.map(value))
    case .mapping(let entries): .object(entries.map { ($0.key, value(of: $0.value)) })
    case .scalar(let text, let isQuoted):
      switch isQuoted ? .text : node.kind {
      case .number: .number(Double(text) ?? .nan)
      case .boolean: .boolean(text.lowercased() == "true")
      default: .text(text)
      }
    }
  }

  private func errors(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    if case .boolean(let isLegal) = schema { return isLegal ? [] : ["\(path): not allowed"] }
    guard case .object(let keywords) = schema else { return ["\(path): no schema"] }
    return keywords.flatMap { errors(value, $0.key, $0.value, schema, path) }
  }

  private func isLegal(_ value: JSONValue, _ schema: JSONValue) -> Bool { errors(value, schema, "").isEmpty }

  private func errors(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONValue, _ path: String
  ) -> [String] {
    switch keyword {
    case "$schema", "title", "description", "$defs", "then", "else", "prefixItems": []
    case "$ref": resolved(rule).map { errors(value, $0, path) } ?? ["\(path): no definition"]
    case "type":
      types(rule).contains { value.isOf($0) } ? [] : ["\(path): not \(types(rule).joined(separator: " or "))"]
    case "enum": rule.items.contains(value) ? [] : ["\(path): not one of the words"]
    case "properties", "required", "additionalProperties", "maxProperties":
      objectErrors(value, keyword, rule, schema, path)
    case "items", "minItems", "maxItems": arrayErrors(value, keyword, rule, schema, path)
    case "minimum", "exclusiveMinimum", "maximum", "pattern": scalarErrors(value, keyword, rule, path)
    case "anyOf": rule.items.contains { isLegal(value, $0) } ? [] : ["\(path): none of the alternatives"]
    case "oneOf": rule.items.count { isLegal(value, $0) } == 1 ? [] : ["\(path): not exactly one of the alternatives"]
    case "allOf": rule.items.flatMap { errors(value, $0, path) }
    case "if":
      schema[isLegal(value, rule) ? "then" : "else"].map { errors(value, $0, path) } ?? []
    default: ["\(path): the keyword \(keyword) is not known"]
    }
  }

  private func objectErrors(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONValue, _ path: String
  ) -> [String] {
    guard case .object(let entries) = value else { return [] }
    switch keyword {
    case "properties":
      return entries.flatMap { entry in rule[entry.key].map { errors(entry.value, $0, "\(path)/\(entry.key)") } ?? [] }
    case "required":
      return rule.items.compactMap { item in
        guard case .text(let key) = item, !entries.contains(where: { $0.key == key }) else { return nil }
        return "\(path): \(key) is missing"
      }
    case "maxProperties": return .number(Double(entries.count)) <= rule ? [] : ["\(path): too many keys"]
    default:
      return entries.filter { schema["properties"]?[$0.key] == nil }.flatMap {
        errors($0.value, rule, "\(path)/\($0.key)")
      }
    }
  }

  private func arrayErrors(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONValue, _ path: String
  ) -> [String] {
    guard case .array(let items) = value else { return [] }
    switch keyword {
    case "minItems":
      let places = zip(items, schema["prefixItems"]?.items ?? []).enumerated()
      return (rule <= .number(Double(items.count)) ? [] : ["\(path): too short"])
        + places.flatMap { errors($1.0, $1.1, "\(path)/\($0)") }
    case "maxItems": return .number(Double(items.count)) <= rule ? [] : ["\(path): too long"]
    default: return items.enumerated().flatMap { errors($1, rule, "\(path)/\($0)") }
    }
  }

  private func scalarErrors(_ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ path: String) -> [String] {
    switch (keyword, value, rule) {
    case ("minimum", .number, _): rule <= value ? [] : ["\(path): too small"]
    case ("exclusiveMinimum", .number, _): value <= rule ? ["\(path): too small"] : []
    case ("maximum", .number, _): value <= rule ? [] : ["\(path): too large"]
    case ("pattern", .text(let text), .text(let pattern)):
      text.range(of: pattern, options: .regularExpression) != nil ? [] : ["\(path): does not match \(pattern)"]
    default: []
    }
  }

  private func resolved(_ reference: JSONValue) -> JSONValue? {
    guard case .text(let text) = reference, text.hasPrefix("#/$defs/") else { return nil }
    return root["$defs"]?[String(text.dropFirst("#/$defs/".count))]
  }

  private func types(_ rule: JSONValue) -> [String] {
    let items = if case .array(let items) = rule { items } else { [rule] }
    return items.compactMap { if case .text(let type) = $0 { type } else { nil } }
  }
}

extension JSONValue {
  fileprivate var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }

  fileprivate static func <= (a: JSONValue, b: JSONValue) -> Bool {
    if case (.number(let x), .number(let y)) = (a, b) { x <= y } else { false }
  }

  fileprivate func isOf(_ type: String) -> Bool {
    switch self {
    case .object: type == "object"
    case .array: type == "array"
    case .text: type == "string"
    case .number(let number): type == "number" || type == "integer" && number == number.rounded()
    case .boolean: type == "boolean"
    case .null: type == "null"
    }
  }
}
