/// Grid, ticks and names of the two axes of a plane.
struct PlaneAxes {
  let panel: PlanePanel
  let across: String?
  let xFormat: NumberFormat?
  let yFormat: NumberFormat?
  let xName: String
  let yName: String
  /// Where the names at the edges tell the values, the axis need not.
  let hidesY: Bool

  static let lineHeight = HouseStyle.axisSize * HouseStyle.lineHeight

  /// The ticks of an upright axis.
  static func ticks(of scale: LinearScale, format: NumberFormat?) -> [(value: Double, text: String)] {
    let count = scale.tickCount(most: max(4, min(8, Int(abs(scale.end - scale.start) / 56)))) { _ in true }
    let ticks = scale.ticks(count: count)
    let words = scale.tickFormat(count: count, format)
    return ticks.map { ($0, words.text($0)) }
  }

  func grid() -> [SceneElement] {
    guard !hidesY else { return uprights() }
    return Self.ticks(of: panel.y, format: yFormat).map { tick in
      let height = panel.y(tick.value).rounded()
      let isZero = tick.value == 0 && panel.y.low < 0
      return .line(
        ScenePoint(panel.box.left, height), ScenePoint(panel.box.right, height), width: 2,
        isZero ? HouseStyle.muted : HouseStyle.grid, dash: nil)
    }
  }

  /// Where the rows have no scale of their own, a line at each name.
  private func uprights() -> [SceneElement] {
    guard case .names(let names, let scale) = panel.x else { return [] }
    return names.indices.map {
      let x = scale(Double($0)).rounded()
      return .line(ScenePoint(x, panel.box.top), ScenePoint(x, panel.box.bottom), width: 2, HouseStyle.grid, dash: nil)
    }
  }

  func labels() -> [SceneElement] {
    var elements: [SceneElement] = []
    if !hidesY {
      for tick in Self.ticks(of: panel.y, format: yFormat) {
        elements.append(
          text(
            tick.text, x: panel.box.left - 12, baseline: panel.y(tick.value) + HouseStyle.axisSize * HouseStyle.middle,
            .end))
      }
    }
    if !yName.isEmpty {
      let fitted = TextFitter(metrics: panel.metrics).fit(
        yName, width: panel.box.width, height: Self.lineHeight, size: HouseStyle.axisSize)
      elements += fitted.elements(
        x: panel.box.left, top: panel.box.top - 14 - fitted.height, anchor: .start, colour: HouseStyle.muted)
    }
    let top = panel.box.bottom + 10
    let ticks = acrossTicks()
    for tick in ticks {
      elements += tick.text.elements(x: tick.x, top: top, anchor: .middle, colour: HouseStyle.muted)
    }
    if !xName.isEmpty {
      let lines = ticks.map(\.text.height).max() ?? 0
      let fitted = TextFitter(metrics: panel.metrics).fit(
        xName, width: panel.box.width, height: Self.lineHeight, size: HouseStyle.axisSize)
      elements += fitted.elements(x: panel.box.right, top: top + lines, anchor: .end, colour: HouseStyle.muted)
    }
    return elements
  }

  /// How far the ticks and the name reach below the plane.
  var height: Double {
    let lines = acrossTicks().map(\.text.height).max() ?? 0
    return 10 + lines + (xName.isEmpty ? 0 : Self.lineHeight)
  }

  private func acrossTicks() -> [(x: Double, text: FittedText)] {
    let fitter = TextFitter(metrics: panel.metrics)
    func one(_ words: String) -> FittedText {
      fitter.fit(words, width: panel.box.width, height: Self.lineHeight, size: HouseStyle.axisSize)
    }
    switch panel.x {
    case .linear(let scale):
      func ticks(_ count: Int) -> [(x: Double, text: FittedText)] {
        let words = scale.tickFormat(count: count, xFormat)
        return scale.ticks(count: count).map { (x: scale($0), text: one(words.text($0))) }
      }
      return ticks(scale.tickCount(most: min(10, Int(panel.box.width / 90))) { Self.fit(ticks($0)) })
    case .names(let names, let scale):
      let room = (names.count > 1 ? abs(scale(1) - scale(0)) : panel.box.width) - 12
      return names.enumerated().map { index, name in
        let text = fitter.fit(
          name, width: max(room, 40), height: 3 * Self.lineHeight, size: HouseStyle.axisSize)
        return (scale(Double(index)), text)
      }
    case .time(let scale):
      guard let across else { return [] }
      var steps: [TimeStep] = []
      for row in 0..<panel.data.rowCount {
        if let step = panel.data.text(across, row).flatMap({ TimeStep($0) }), !steps.contains(step) {
          steps.append(step)
        }
      }
      steps.sort { $0.middle < $1.middle }
      // Every step, or every second, third, …, as many as there is room for.
      var stride = 1
      while true {
        let chosen = steps.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
        let ticks = chosen.enumerated().map { index, step -> (x: Double, text: FittedText) in
          var text = one(step.shortName)
          if step.grain != .year, index == 0 || chosen[index - 1].year != step.year {
            text.lines.append("\(step.year)年")
            text.width = max(
              text.width, panel.metrics.width(of: "\(step.year)年", size: text.size, weight: .regular))
          }
          return (scale(step.middle), text)
        }
        if stride >= steps.count || Self.fit(ticks) { return ticks }
        stride += 1
      }
    }
  }

  private static func fit(_ ticks: [(x: Double, text: FittedText)]) -> Bool {
    zip(ticks, ticks.dropFirst()).allSatisfy { $1.x - $0.x >= ($0.text.width + $1.text.width) / 2 + 12 }
  }

  private func text(_ words: String, x: Double, baseline: Double, _ anchor: SceneText.Anchor) -> SceneElement {
    .text(
      SceneText(
        text: words, x: x, baseline: baseline, anchor: anchor, size: HouseStyle.axisSize, weight: .regular,
        colour: HouseStyle.muted))
  }
}
