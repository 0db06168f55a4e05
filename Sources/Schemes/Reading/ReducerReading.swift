import Documents
import Findings

extension SchemeReading {
  static let reducerWords = ["mean", "share", "sum", "count", "min", "max", "median", "last"]

  /// A reducer: a word, or `{trimmed: {drop, min, else}}`.
  func reducer(_ node: DocumentNode) -> Reducer? {
    guard node.isMapping else {
      guard let word = node.text(called: "take", log: log) else { return nil }
      switch word {
      case "mean": return .mean
      case "share": return .share
      case "sum": return .sum
      case "count": return .count
      case "min": return .min
      case "max": return .max
      case "median": return .median
      case "last": return .last
      default:
        log.add(
          DocumentFinding.illegalValue(node.place, key: "take", value: word, legal: Self.reducerWords + ["trimmed"]))
        return nil
      }
    }
    var reader = MappingReader(node, path: "take", shape: .trimmed, log: log)
    let inner = reader.requiredNode("trimmed")
    reader.finish()
    guard let inner else { return nil }
    var trimmed = MappingReader(inner, path: "take.trimmed", shape: .trimming, log: log)
    let drop = trimmed.requiredNode("drop").flatMap { integer($0, called: "drop", within: .counts(from: 1)) }
    let least = trimmed.requiredNode("min").flatMap { integer($0, called: "min", within: .counts(from: 1)) }
    let otherwise = trimmed.requiredNode("else").flatMap { reducer($0) }
    trimmed.finish()
    guard let drop, let least, let otherwise else { return nil }
    if least / 2 < drop || least == 2 * drop {
      log.add(SchemeFinding.structure(inner.place, .trimmedMinimum(drop: drop, minimum: least)))
    }
    return .trimmed(drop: drop, min: least, otherwise: otherwise)
  }
}
