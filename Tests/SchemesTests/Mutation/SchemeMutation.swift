import Foundation

/// Seeded edits of a text: what slips of hands, editors and enemies do to a file.
struct SchemeMutation {
  var random: SeededGenerator
  /// Lines of other schemes, to be pasted in.
  let others: [String]

  static let pieces = [
    "$", "$下限", "row.x", "{", "}", "[", "]", ":", ",", "\"", "'", "|", ">", "-", "- ", "? ", "!!str", "&a", "*a", "<<",
    "~",
    "null", "true", "yes", "", "\u{0}", "\u{FEFF}", "\u{202E}", "🏥", "\t", "\r", "NaN", ".nan", ".inf", "-.inf",
    "1e308", "-1e308", "1e999", "-1", "0", "0x7f", "1_000", "99999999999999999999", "2025H1", "2025-13-45", "year",
    "[[[]]]", "{any: []}", "{all: [{all: []}]}", "missing", "like", "extends", "总分", "每项",
  ]
  private static let numbers = [
    "-1", "0", "-0.0", "1e308", "-1e308", "1e999", "NaN", ".nan", ".inf", "9223372036854775808", "-9223372036854775809",
    "0.1", "1e-320", "100000000000", "[1]", "\"1\"", "",
  ]

  mutating func mutate(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<max(1, Int.random(in: -2...4, using: &random)) {
      if lines.isEmpty { lines = [""] }
      edit(&lines)
    }
    return lines.joined(separator: Int.random(in: 0..<50, using: &random) == 0 ? "\r\n" : "\n")
  }

  private mutating func edit(_ lines: inout [String]) {
    let index = Int.random(in: lines.indices, using: &random)
    let line = lines[index]
    switch Int.random(in: 0..<19, using: &random) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(line, at: index)
    case 2: lines.swapAt(index, Int.random(in: lines.indices, using: &random))
    case 3: lines[index] = changedCharacter(line)
    case 4: lines[index] = replacing(Self.isNumber, in: line, by: Self.numbers)
    case 5: lines[index] = misspelt(line)
    case 6: lines[index] = indented(line)
    case 7: lines[index] = deeper(line)
    case 8: lines[index] = replacing({ !$0.isEmpty }, in: line, by: [long()])
    case 9: lines[index] = anchored(line)
    case 10: lines[index] = replacing({ !$0.isEmpty }, in: line, by: Self.pieces)
    // A word of one line for a word of another: names and keys that exist, in the wrong place.
    case 11: lines[index] = replacing({ !$0.isEmpty }, in: line, by: words(lines.randomElement(using: &random) ?? ""))
    case 12: lines.removeSubrange(index...)
    case 13: moveBlock(&lines)
    case 14: lines[index] = String(line.dropLast(Int.random(in: 0...10, using: &random)))
    case 15: lines.insert(others.randomElement(using: &random) ?? "", at: index)
    case 16: lines[index] = line + " " + (Self.pieces.randomElement(using: &random) ?? "")
    case 17: lines[index] = String(repeating: line + " ", count: Int.random(in: 2...40, using: &random))
    default:
      let count = min(lines.count - index, Int.random(in: 1...6, using: &random))
      lines.removeSubrange(index..<index + count)
    }
  }

  private mutating func changedCharacter(_ line: String) -> String {
    guard let place = line.indices.randomElement(using: &random) else { return "x" }
    var changed = line
    let new = Self.pieces.filter { $0.count == 1 }.randomElement(using: &random) ?? "x"
    changed.replaceSubrange(place...place, with: new)
    return changed
  }

  private static func isNumber(_ word: String) -> Bool { Double(word) != nil }

  private func words(_ line: String) -> [String] { line.split { " {}[],:\"".contains($0) }.map(String.init) }

  private mutating func replacing(_ fits: (String) -> Bool, in line: String, by pieces: [String]) -> String {
    guard let word = words(line).filter(fits).randomElement(using: &random),
      let piece = pieces.randomElement(using: &random), let range = line.range(of: word)
    else { return line }
    return line.replacingCharacters(in: range, with: piece)
  }

  /// Two letters of a key change places, or one is lost.
  private mutating func misspelt(_ line: String) -> String {
    let keys = line.split(separator: ":").dropLast().compactMap { $0.split { " {}[],".contains($0) }.last }
    guard let key = keys.randomElement(using: &random), key.count > 1, let range = line.range(of: key + ":") else {
      return line
    }
    var letters = Array(key)
    let place = Int.random(in: 0..<letters.count - 1, using: &random)
    if Bool.random(using: &random) { letters.swapAt(place, place + 1) } else { letters.remove(at: place) }
    return line.replacingCharacters(in: range, with: String(letters) + ":")
  }

  private mutating func indented(_ line: String) -> String {
    let change = Int.random(in: -4...4, using: &random)
    return change < 0 ? String(line.dropFirst(-change)) : String(repeating: " ", count: change) + line
  }

  private mutating func deeper(_ line: String) -> String {
    let depth = [5, 30, 63, 64, 65, 500, 5000].randomElement(using: &random) ?? 5
    let (open, close) =
      [("[", "]"), ("{any: [", "]}"), ("{a: ", "}"), ("(", ")"), ("NOT (", ")"), ("- ", "")]
      .randomElement(using: &random) ?? ("[", "]")
    let nest = String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
    return replacing({ !$0.isEmpty }, in: line, by: [nest])
  }

  private mutating func long() -> String {
    let unit = ["长", "a", "1", "a + ", "x AND ", "(", "[", "'", "\\", "{"].randomElement(using: &random) ?? "a"
    return String(repeating: unit, count: Int.random(in: 1...4, using: &random) * 4000)
  }

  private mutating func anchored(_ line: String) -> String {
    guard let word = words(line).randomElement(using: &random), let range = line.range(of: word) else { return line }
    let mark = ["&a \(word)", "*a", "&\(word) \(word)", "{<<: *a}", "!!binary \(word)", "!a \(word)"]
    return line.replacingCharacters(in: range, with: mark.randomElement(using: &random) ?? "*a")
  }

  private mutating func moveBlock(_ lines: inout [String]) {
    let start = Int.random(in: lines.indices, using: &random)
    let end = min(lines.count, start + Int.random(in: 1...8, using: &random))
    let block = Array(lines[start..<end])
    lines.removeSubrange(start..<end)
    lines.insert(contentsOf: block, at: lines.isEmpty ? 0 : Int.random(in: 0...lines.count, using: &random))
  }
}
