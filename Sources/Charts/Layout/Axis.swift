/// Grid lines, tick labels and the name of the value axis: light, behind the marks.
struct Axis {
  let frame: Frame
  let scale: LinearScale

  init?(_ frame: Frame) {
    guard let x = frame.x else { return nil }
    self.frame = frame
    scale = x
  }

  static let height = 8 + HouseStyle.axisSize * HouseStyle.lineHeight

  func grid(top: Double, bottom: Double) -> [SceneElement] {
    var elements = scale.ticks(count: frame.tickCount).map { tick in
      SceneElement.line(
        ScenePoint(scale(tick), top), ScenePoint(scale(tick), bottom), width: 2, HouseStyle.grid, dash: nil)
    }
    if scale.low < 0, scale.high > 0 {
      elements.append(
        .line(ScenePoint(scale(0), top), ScenePoint(scale(0), bottom), width: 2, HouseStyle.muted, dash: nil))
    }
    return elements
  }

  func labels(below bottom: Double, name: String?) -> [SceneElement] {
    let baseline = bottom + 8 + HouseStyle.axisSize * HouseStyle.ascent
    func text(_ words: String, x: Double, _ anchor: SceneText.Anchor) -> SceneElement {
      .text(
        SceneText(
          text: words, x: x, baseline: baseline, anchor: anchor, size: HouseStyle.axisSize, weight: .regular,
          colour: HouseStyle.muted))
    }
    var elements = Self.texts(of: scale, count: frame.tickCount, format: frame.xFormat, isTwoSided: frame.isTwoSided)
      .map { text($0.text, x: scale($0.tick), .middle) }
    if let name, !name.isEmpty {
      elements.append(text(name, x: frame.plotLeft - Self.room(left: scale, frame: frame), .end))
    }
    return elements
  }

  /// How far left of the plot the name of the axis ends, so that it does not touch the first tick label.
  private static func room(left scale: LinearScale, frame: Frame) -> Double {
    guard let first = texts(of: scale, count: frame.tickCount, format: frame.xFormat).first else {
      return HouseStyle.rowGap
    }
    let half = frame.metrics.width(of: first.text, size: HouseStyle.axisSize, weight: .regular) / 2
    return max(HouseStyle.rowGap, half - (scale(first.tick) - scale.start) + 14)
  }

  static func texts(
    of scale: LinearScale, count: Int, format wish: NumberFormat? = nil, isTwoSided: Bool = false
  ) -> [(tick: Double, text: String)] {
    let format = scale.tickFormat(count: count, wish)
    return scale.ticks(count: count).map { ($0, format.text(isTwoSided ? abs($0) : $0)) }
  }

  /// As many steps as have room for their labels, and no more than a reader wants.
  static func tickCount(of scale: LinearScale, format: NumberFormat? = nil, metrics: any TextMetrics) -> Int {
    scale.tickCount(most: min(10, Int((scale.end - scale.start) / 100))) { count in
      let texts = texts(of: scale, count: count, format: format)
      let widths = texts.map { metrics.width(of: $0.text, size: HouseStyle.axisSize, weight: .regular) }
      return texts.indices.dropFirst().allSatisfy { index in
        let room = scale(texts[index].tick) - scale(texts[index - 1].tick)
        return room >= (widths[index] + widths[index - 1]) / 2 + 16
      }
    }
  }
}
