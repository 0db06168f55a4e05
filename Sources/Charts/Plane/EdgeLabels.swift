/// Places names beside a plane: each at the height of its line's end, pushed apart where they would touch, with a thin
/// line back to where it belongs.
struct EdgeLabels {
  let metrics: any TextMetrics
  let box: SceneBox
  /// The room right and left of the plane.
  let right: Double
  let left: Double

  static let size = HouseStyle.noteSize
  static let gap = 16.0

  /// The least height of a plane whose edges hold the names.
  func heightNeeded(by labels: [EdgeLabel]) -> Double {
    [true, false].map { isLeft in
      labels.filter { $0.isLeft == isLeft }.reduce(0) { $0 + fitted($1).height }
    }.max() ?? 0
  }

  private func fitted(_ label: EdgeLabel) -> FittedText {
    TextFitter(metrics: metrics).fit(
      label.text, width: (label.isLeft ? left : right) - Self.gap - 4, height: 2 * Self.size * HouseStyle.lineHeight,
      size: Self.size, weight: label.weight)
  }

  func elements(_ labels: [EdgeLabel]) -> [SceneElement] {
    [true, false].flatMap { isLeft in side(labels.filter { $0.isLeft == isLeft }, isLeft: isLeft) }
  }

  private func side(_ labels: [EdgeLabel], isLeft: Bool) -> [SceneElement] {
    let sorted = labels.enumerated().sorted { ($0.element.height, $0.offset) < ($1.element.height, $1.offset) }.map(
      \.element)
    let texts = sorted.map(fitted)
    let middles = Self.spread(
      sorted.map(\.height), heights: texts.map(\.height), top: box.top - Self.size, bottom: box.bottom + Self.size)
    return zip(zip(sorted, texts), middles).flatMap { pair, middle -> [SceneElement] in
      let (label, text) = pair
      let edge = isLeft ? box.left : box.right
      let sign = isLeft ? -1.0 : 1.0
      let leader: [SceneElement] =
        abs(middle - label.height) <= 6
        ? []
        : [
          .line(
            ScenePoint(edge + sign * 2, label.height), ScenePoint(edge + sign * (Self.gap - 4), middle), width: 1.5,
            HouseStyle.quiet, dash: nil)
        ]
      return leader
        + text.elements(
          x: edge + sign * Self.gap, middle: middle, anchor: isLeft ? .end : .start, colour: label.colour)
    }
  }

  /// Middles as near to the wished ones as they can be without touching: neighbours that would touch move as one block
  /// whose middle is the mean of their wishes.
  static func spread(_ wishes: [Double], heights: [Double], top: Double, bottom: Double) -> [Double] {
    struct Block {
      var wishes: Double
      var count: Double
      var height: Double
      var members: [Double]
      var start: Double { wishes / count - height / 2 }
    }
    let total = heights.reduce(0, +)
    var blocks: [Block] = []
    for (wish, height) in zip(wishes, heights) {
      blocks.append(Block(wishes: wish, count: 1, height: height, members: [height]))
      while blocks.count > 1 {
        let (above, below) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
        guard clamped(above, top, bottom) + above.height > clamped(below, top, bottom) else { break }
        blocks.removeLast(2)
        blocks.append(
          Block(
            wishes: above.wishes + below.wishes, count: above.count + below.count, height: above.height + below.height,
            members: above.members + below.members))
      }
    }
    func clamped(_ block: Block, _ top: Double, _ bottom: Double) -> Double {
      max(top, min(block.start, max(top, bottom - block.height)))
    }
    var middles: [Double] = []
    for block in blocks {
      var y = total > bottom - top && blocks.count == 1 ? top : clamped(block, top, bottom)
      for height in block.members {
        middles.append(y + height / 2)
        y += height
      }
    }
    return middles
  }
}
