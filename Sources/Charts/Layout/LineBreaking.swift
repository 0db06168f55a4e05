/// Breaks text into lines no wider than the width, by the Chinese rules of line ends (禁则): no line begins with a
/// closing mark, none ends with an opening one; words and numbers stay whole where they fit into a line at all.
struct LineBreaker {
  let metrics: any TextMetrics

  func lines(of text: String, width: Double, size: Double, weight: FontWeight) -> [String] {
    let characters = Array(text)
    guard !characters.isEmpty else { return [] }
    let widths = metrics.widths(of: characters, size: size, weight: weight)
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

  /// The same number of lines, as equal in length as they come, and broken where the sentence pauses if that costs
  /// little: the breaks with the least sum of squared slacks (as Knuth and Plass, 1981), a break amid a clause adding
  /// a fixed amount.
  func balancedLines(of text: String, width: Double, size: Double, weight: FontWeight) -> [String] {
    let greedy = lines(of: text, width: width, size: size, weight: weight)
    guard greedy.count > 1 else { return greedy }
    let characters = Array(text)
    var ends = [0.0]
    for width in metrics.widths(of: characters, size: size, weight: weight) {
      ends.append(ends[ends.count - 1] + width)
    }
    let breaks =
      [0] + characters.indices.dropFirst().filter { Self.mayBreak(characters, before: $0) } + [characters.count]
    // The least cost of reaching each break with some number of lines, and the break before it.
    var costs = [Double](repeating: .infinity, count: breaks.count)
    costs[0] = 0
    var paths: [[Int]] = []
    for _ in greedy {
      var next = [Double](repeating: .infinity, count: breaks.count)
      var from = [Int](repeating: 0, count: breaks.count)
      for last in breaks.indices.dropFirst() {
        for first in 0..<last where costs[first].isFinite {
          let slack = width - (ends[breaks[last]] - ends[breaks[first]])
          guard slack >= -1e-6 else { continue }
          let isAmidClause = last < breaks.count - 1 && !Self.pauses.contains(characters[breaks[last] - 1])
          let cost = costs[first] + slack * slack / (width * width) + (isAmidClause ? 0.25 : 0)
          if cost < next[last] { (next[last], from[last]) = (cost, first) }
        }
      }
      costs = next
      paths.append(from)
    }
    guard costs[breaks.count - 1].isFinite else { return greedy }
    var found: [String] = []
    var last = breaks.count - 1
    for from in paths.reversed() {
      found.append(drawable(String(characters[breaks[from[last]]..<breaks[last]])))
      last = from[last]
    }
    return found.reversed().filter { !$0.isEmpty }
  }

  private static let pauses = Set("，。；：！？、）")

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
