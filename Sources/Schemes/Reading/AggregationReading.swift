import Documents
import Findings

extension SchemeReading {
  /// `of`: a word, or `{power: p}`, `{best: k}`, `{trimmed: k}`, `{copeland: leaves}`.
  func aggregation(_ node: DocumentNode, path: String) -> Node.Aggregation? {
    guard node.isMapping else {
      guard let word = node.text(called: "of", log: log) else { return nil }
      if let aggregation = Node.Aggregation.words[word] { return aggregation }
      log.add(
        DocumentFinding.illegalValue(
          node.place, key: "of", value: word,
          legal: Node.Aggregation.words.keys.sorted()
            + Self.aggregationKeys.filter { Node.Aggregation.words[$0] == nil }))
      return nil
    }
    var reader = MappingReader(node, path: "\(path).of", shape: .aggregation, log: log)
    guard let key = onlyKey(of: Self.aggregationKeys, in: &reader) else { return nil }
    let value = reader.requiredNode(key)
    reader.finish()
    guard let value else { return nil }
    switch key {
    case "power":
      guard let power = number(value, called: key) else { return nil }
      if power == 0 {
        report(.numberOutside(key: key, value: 0, rule: .notZero), at: value.place)
        return nil
      }
      return .power(power)
    case "best": return integer(value, called: key, within: .counts(from: 1)).map { .best($0) }
    case "trimmed": return integer(value, called: key, within: .counts(from: 1)).map { .trimmed($0) }
    default:
      guard let word = value.text(called: key, log: log) else { return nil }
      if word == "leaves" { return .copeland(overLeaves: true) }
      log.add(DocumentFinding.illegalValue(value.place, key: key, value: word, legal: ["leaves"]))
      return nil
    }
  }
  private static let aggregationKeys = ["power", "best", "trimmed", "copeland"]
}

extension Node.Aggregation {
  static let words: [String: Node.Aggregation] = [
    "sum": .sum, "mean": .mean, "geometric": .geometric, "harmonic": .harmonic, "min": .min, "max": .max,
    "median": .median, "copeland": .copeland(overLeaves: false),
  ]
}
