import Yams

/// Keys that stand twice, under other names: the parser stops at the first of them, and all are to be told.
struct RenamedKeys {
  private struct Position: Hashable {
    let line: Int
    let column: Int
  }
  /// The first letter that each key has lost.
  private var letters: [Position: Unicode.Scalar] = [:]
  private static let most = 100

  /// The text with another first letter in the key at the mark, at the same place, so that all places stay what they
  /// are; nil if no key that could be renamed stands there.
  mutating func renaming(_ key: String, at mark: Mark, in text: String) -> String? {
    guard letters.count < Self.most, let first = key.unicodeScalars.first,
      let standIn = Unicode.Scalar(0xE000 + UInt32(letters.count))
    else { return nil }
    var scalars = Array(text.unicodeScalars)
    guard var index = Self.index(of: mark, in: scalars) else { return nil }
    if scalars[index] != first, index + 1 < scalars.count { index += 1 }
    guard scalars[index] == first else { return nil }
    scalars[index] = standIn
    letters[Position(line: mark.line, column: mark.column)] = first
    return String(String.UnicodeScalarView(scalars))
  }

  /// The key as the file has it.
  func original(of key: Node.Scalar) -> String {
    guard let mark = key.mark, let first = letters[Position(line: mark.line, column: mark.column)] else {
      return key.string
    }
    return String(first) + String(String.UnicodeScalarView(key.string.unicodeScalars.dropFirst()))
  }

  private static func index(of mark: Mark, in scalars: [Unicode.Scalar]) -> Int? {
    var line = 1
    var start = 0
    while line < mark.line {
      guard let end = scalars[start...].firstIndex(of: "\n") else { return nil }
      start = end + 1
      line += 1
    }
    let index = start + mark.column - 1
    return scalars.indices.contains(index) ? index : nil
  }
}
