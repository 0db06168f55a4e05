/// A cut-off's name above the plot: over its line, or beside it, or at a higher level where there is no room.
struct PlacedLabel: Sendable, Equatable {
  var text: String
  var width: Double
  /// Where the line stands.
  var line: Double
  var start = 0.0
  /// 0 is just above the plot.
  var level = 0

  var end: Double { start + width }
  var isOverItsLine: Bool { start < line && line < end }

  init(text: String, width: Double, line: Double) {
    self.text = text
    self.width = width
    self.line = line
  }

  /// Places for all labels, so that none touches another, nor a line that leads to a higher one. Over its line, at one
  /// of two levels, reads best; then beside it; then higher.
  /// - Parameter labels: from left to right
  static func placed(_ labels: [PlacedLabel], left: Double, right: Double) -> [PlacedLabel] {
    var placed: [PlacedLabel] = []
    var tries = 0
    func place(_ index: Int) -> Bool {
      guard index < labels.count else { return true }
      for label in labels[index].choices(left: left, right: right, levels: labels.count + 1) {
        tries += 1
        guard tries < 20_000 else { return false }
        guard placed.allSatisfy({ !label.collides(with: $0) }) else { continue }
        placed.append(label)
        if place(index + 1) { return true }
        placed.removeLast()
      }
      return false
    }
    if place(0) { return placed }
    // Too many lines in too little room: each name has a level of its own, the leftmost the highest.
    return labels.enumerated().map { index, label in
      var label = label
      label.start = max(left, min(label.line - label.width / 2, right - label.width))
      label.level = labels.count - 1 - index
      return label
    }
  }

  private func choices(left: Double, right: Double, levels: Int) -> [PlacedLabel] {
    let starts = [line - width / 2, line - width - 6, line + 6].map { max(left, min($0, right - width)) }
    let order =
      [(0, 0), (1, 0), (0, 1), (0, 2), (1, 1), (1, 2)] + (2..<max(3, levels)).flatMap { [($0, 0), ($0, 1), ($0, 2)] }
    return order.map { level, start in
      var label = self
      label.level = level
      label.start = starts[start]
      return label
    }
  }

  func collides(with other: PlacedLabel) -> Bool {
    if level == other.level { return start < other.end + 12 && other.start < end + 12 }
    let (low, high) = level < other.level ? (self, other) : (other, self)
    return low.start - 4 < high.line && high.line < low.end + 4
  }
}
