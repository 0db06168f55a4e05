/// Text made to fit a box: smaller, or in several lines; never cut off.
struct FittedText: Sendable, Equatable {
  var lines: [String]
  var size: Double
  var weight: FontWeight
  var width: Double

  var height: Double { Double(lines.count) * size * HouseStyle.lineHeight }

  /// The lines as elements, their block centred on a height.
  func elements(x: Double, middle: Double, anchor: SceneText.Anchor, colour: Colour) -> [SceneElement] {
    let step = size * HouseStyle.lineHeight
    let first = middle - step * Double(lines.count - 1) / 2 + size * HouseStyle.middle
    return lines.enumerated().map { index, line in
      .text(
        SceneText(
          text: line, x: x, baseline: first + step * Double(index), anchor: anchor, size: size, weight: weight,
          colour: colour))
    }
  }

  /// The lines as elements, below a top edge.
  func elements(x: Double, top: Double, anchor: SceneText.Anchor, colour: Colour) -> [SceneElement] {
    elements(x: x, middle: top + height / 2, anchor: anchor, colour: colour)
  }
}

/// Finds the largest size at which text fits.
struct TextFitter {
  let metrics: any TextMetrics
  private var breaker: LineBreaker { LineBreaker(metrics: metrics) }

  init(metrics: any TextMetrics) { self.metrics = metrics }

  /// One line at full size if that fits the width, else the largest size whose lines fit the box; if none does, the
  /// smallest size in as many lines as it takes.
  func fit(_ text: String, width: Double, height: Double, size: Double, weight: FontWeight = .regular) -> FittedText {
    var size = size
    while true {
      let isSmallest = size <= HouseStyle.smallestSize
      let room = max(1, Int(height / (size * HouseStyle.lineHeight)))
      let natural = metrics.width(of: text, size: size, weight: weight)
      if natural <= width { return FittedText(lines: [text], size: size, weight: weight, width: natural) }
      if room > 1 || isSmallest {
        let lines = breaker.balancedLines(of: text, width: width, size: size, weight: weight)
        if lines.count <= room || isSmallest { return fitted(lines, size: size, weight: weight) }
      }
      size = max(HouseStyle.smallestSize, size - 1)
    }
  }

  /// A paragraph at one size.
  func paragraph(_ text: String, width: Double, size: Double, weight: FontWeight, balanced: Bool) -> FittedText {
    let lines =
      balanced
      ? breaker.balancedLines(of: text, width: width, size: size, weight: weight)
      : breaker.lines(of: text, width: width, size: size, weight: weight)
    return fitted(lines, size: size, weight: weight)
  }

  /// The height that the text cannot do without in a box of this width.
  func heightNeeded(by text: String, width: Double, weight: FontWeight = .regular) -> Double {
    let size = HouseStyle.smallestSize
    if metrics.width(of: text, size: size, weight: weight) <= width { return size * HouseStyle.lineHeight }
    let lines = breaker.lines(of: text, width: width, size: size, weight: weight)
    return Double(lines.count) * size * HouseStyle.lineHeight
  }

  private func fitted(_ lines: [String], size: Double, weight: FontWeight) -> FittedText {
    let width = lines.map { metrics.width(of: $0, size: size, weight: weight) }.max() ?? 0
    return FittedText(lines: lines, size: size, weight: weight, width: width)
  }
}
