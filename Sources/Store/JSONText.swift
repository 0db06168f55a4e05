import Foundation

/// Values as JSON text, the same for the same values: keys are sorted.
func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

func fromJSON<Value: Decodable>(_ text: String, as: Value.Type = Value.self) throws -> Value {
  let decoder = JSONDecoder()
  decoder.nonConformingFloatDecodingStrategy = .convertFromString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return try decoder.decode(Value.self, from: Data(text.utf8))
}

/// Numbers as a flat JSON list, exact: NaN is null, infinity a number beyond all others.
func jsonNumbers(_ numbers: some Sequence<Double>) -> String {
  var text = "["
  for number in numbers {
    if text.utf8.count > 1 { text += "," }
    if number.isNaN {
      text += "null"
    } else if number.isInfinite {
      text += number > 0 ? "1e999" : "-1e999"
    } else {
      text += number.description
    }
  }
  text += "]"
  return text
}

/// Reads what `jsonNumbers` wrote.
func numbers(fromJSON text: String) -> [Double] {
  var text = text
  return text.withUTF8 { bytes in
    guard bytes.count > 2 else { return [] }
    return bytes.dropFirst().dropLast().split(separator: 0x2C).map {
      Double(String(decoding: $0, as: UTF8.self)) ?? .nan
    }
  }
}

/// Reads a list of what `jsonNumbers` wrote; nil gives none.
func lists(fromJSON text: String?) -> [[Double]] {
  guard let text, text.utf8.count > 4 else { return [] }
  return text.dropFirst(2).dropLast(2).split(separator: "],[", omittingEmptySubsequences: false).map {
    numbers(fromJSON: "[\($0)]")
  }
}
