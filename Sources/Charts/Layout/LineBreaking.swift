/// Breaks text into lines no wider than the width, by the Chinese rules of line ends (禁则): no line begins with a
/// closing mark, none ends with an opening one; words and numbers stay whole where they fit into a line at all.
struct LineBreaker {
  let metrics: any TextMetrics

  func lines(of text: String, width: Double, size: Double, weight: FontWeight) -> [String] {
    let characters = Array(text)
    guard !characters.isEmpty else { return [] }
    let widths = characters.map { metrics.width(of: String($0), size: size, weight: weight) }
    var lines: [String] = []
    var start = 0
    while start < characters.count {
      var end = start
      var used = 0.0
      while end < characters.count, used + widths[end] <= width + 1e-6 || end == start {
        used += widths[end]
        end += 1
      }
      // A space that no longer fits ends the line without being seen.
      if end < characters.count, characters[end] == " " { end += 1 }
      if end < characters.count, !Self.mayBreak(characters, before: end) {
        if let better = (start + 1..<end).last(where: { Self.mayBreak(characters, before: $0) }) { end = better }
      }
      let line = drawable(String(characters[start..<end]))
      if !line.isEmpty { lines.append(line) }
      start = end
    }
    return lines
  }

  /// The same number of lines, but as equal in length as they come.
  func balancedLines(of text: String, width: Double, size: Double, weight: FontWeight) -> [String] {
    var best = lines(of: text, width: width, size: size, weight: weight)
    guard best.count > 1 else { return best }
    let count = best.count
    for step in 1..<20 {
      let tried = lines(of: text, width: width * (1 - 0.03 * Double(step)), size: size, weight: weight)
      guard tried.count == count else { break }
      best = tried
    }
    return best
  }

  static func mayBreak(_ characters: [Character], before index: Int) -> Bool {
    guard index > 0, index < characters.count else { return true }
    let (last, next) = (characters[index - 1], characters[index])
    if next == " " || neverFirst.contains(next) || neverLast.contains(last) { return false }
    if last == " " { return true }
    return isWide(last) || isWide(next)
  }

  private static let neverFirst = Set("，。、；：？！）》〉」』】〕］｝”’％‰℃…—～·,.;:?!)]}%")
  private static let neverLast = Set("（《〈「『【〔［｛“‘([{¥￥＄№")

  private static func isWide(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { $0.value >= 0x2E80 || (0x2010...0x206F).contains($0.value) } ?? false
  }
}
