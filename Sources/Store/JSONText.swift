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
  let words = numbers.map { number in
    if number.isNaN { return "null" }
    return number.isInfinite ? (number > 0 ? "1e999" : "-1e999") : "\(number)"
  }
  return "[" + words.joined(separator: ",") + "]"
}

/// Reads what `jsonNumbers` wrote.
func numbers(fromJSON text: String) -> [Double] {
  text.dropFirst().dropLast().split(separator: ",").map { Double($0) ?? .nan }
}
