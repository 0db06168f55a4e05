/// A JSON value that keeps the order of its keys, so that the same value is always the same text.
package indirect enum JSONValue: Sendable, Equatable {
  case object([(key: String, value: JSONValue)])
  case array([JSONValue])
  case text(String)
  case number(Double)
  case boolean(Bool)
  case null

  package static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.object(let x), .object(let y)): x.count == y.count && zip(x, y).allSatisfy { $0 == $1 }
    case (.array(let x), .array(let y)): x == y
    case (.text(let x), .text(let y)): x == y
    case (.number(let x), .number(let y)): x == y
    case (.boolean(let x), .boolean(let y)): x == y
    case (.null, .null): true
    default: false
    }
  }

  package static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .text($0) }) }

  package subscript(key: String) -> JSONValue? {
    guard case .object(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// Indented by two spaces, ending with a line feed; what fits on a line stays on it.
  package var text: String { written(indentation: 0) + "\n" }

  private static let width = 100

  private func written(indentation: Int) -> String {
    let flat = flat
    if indentation + flat.count <= Self.width { return flat }
    let inner = String(repeating: " ", count: indentation + 2)
    let outer = String(repeating: " ", count: indentation)
    switch self {
    case .object(let entries) where !entries.isEmpty:
      let lines = entries.map { "\(inner)\(Self.quoted($0.key)): \($0.value.written(indentation: indentation + 2))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(outer)}"
    case .array(let items) where !items.isEmpty:
      let lines = items.map { inner + $0.written(indentation: indentation + 2) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(outer)]"
    default: return flat
    }
  }

  private var flat: String {
    switch self {
    case .object(let entries):
      entries.isEmpty
        ? "{}" : "{ " + entries.map { "\(Self.quoted($0.key)): \($0.value.flat)" }.joined(separator: ", ") + " }"
    case .array(let items): "[" + items.map(\.flat).joined(separator: ", ") + "]"
    case .text(let text): Self.quoted(text)
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .boolean(let value): "\(value)"
    case .null: "null"
    }
  }

  /// The text as JSON writes it (RFC 8259), quotes included.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
