/// What the colours mean, in one or more lines under the title.
enum Legend: Sendable, Equatable {
  case none
  case grades([Key])
  case ramp(FillScale, ends: [String])

  struct Key: Sendable, Equatable {
    var label: String
    var fill: Fill
  }

  private static let lineHeight = 34.0
  private static let swatch = 22.0

  func elements(
    top: Double, width: Double, title: String, fitter: TextFitter
  ) -> (elements: [SceneElement], height: Double) {
    switch self {
    case .none: ([], 0)
    case .grades(let keys): Self.grades(keys, top: top, width: width, title: title, fitter: fitter)
    case .ramp(let scale, let ends): Self.ramp(scale, ends, top: top, width: width, title: title, fitter: fitter)
    }
  }

  private static func grades(
    _ keys: [Key], top: Double, width: Double, title: String, fitter: TextFitter
  ) -> (elements: [SceneElement], height: Double) {
    var elements: [SceneElement] = []
    var x = HouseStyle.margin
    var y = top
    let right = width - HouseStyle.margin
    if !title.isEmpty { x = Self.title(title, x: x, middle: y + lineHeight / 2, right, fitter, &elements) }
    for key in keys {
      let room = right - HouseStyle.margin - swatch - 10
      let text = fitter.fit(key.label, width: room, height: lineHeight, size: HouseStyle.axisSize)
      if x > HouseStyle.margin, x + swatch + 10 + text.width > right {
        x = HouseStyle.margin
        y += lineHeight
      }
      let middle = y + lineHeight / 2
      let box = SceneBox(
        left: x.rounded(), top: (middle - swatch / 2).rounded(), right: x.rounded() + swatch,
        bottom: (middle - swatch / 2).rounded() + swatch)
      switch key.fill {
      case .solid(let colour): elements.append(.rect(box, colour))
      case .hatched: elements.append(.hatch(box, HouseStyle.hatch))
      }
      elements += text.elements(x: box.right + 10, middle: middle, anchor: .start, colour: HouseStyle.muted)
      x = box.right + 10 + text.width + HouseStyle.columnGap
    }
    return (elements, keys.isEmpty ? 0 : y + lineHeight - top)
  }

  /// A band of colours with its two ends and its midpoint in words.
  private static func ramp(
    _ scale: FillScale, _ ends: [String], top: Double, width: Double, title: String, fitter: TextFitter
  ) -> (elements: [SceneElement], height: Double) {
    guard case .diverging(let midpoint, let low, let high) = scale, ends.count == 3 else { return ([], 0) }
    var elements: [SceneElement] = []
    let middle = top + lineHeight / 2
    var x = HouseStyle.margin
    if !title.isEmpty {
      x = Self.title(title, x: x, middle: middle, width - HouseStyle.margin, fitter, &elements)
    }
    func say(_ text: String) {
      let fitted = fitter.fit(text, width: 200, height: lineHeight, size: HouseStyle.axisSize)
      elements += fitted.elements(x: x, middle: middle, anchor: .start, colour: HouseStyle.muted)
      x += fitted.width + 10
    }
    let steps = 24
    func band(from: Double, to: Double) {
      for step in 0..<steps {
        let value = from + (to - from) * (Double(step) + 0.5) / Double(steps)
        guard case .solid(let colour) = scale.fill(of: value) else { continue }
        elements.append(.rect(SceneBox(left: x, top: top + 6, right: x + 5, bottom: top + lineHeight - 6), colour))
        x += 5
      }
      x += 10
    }
    x = x.rounded()
    if low < midpoint {
      say(ends[0])
      x = x.rounded()
      band(from: low, to: midpoint)
    }
    say(ends[1])
    if high > midpoint {
      x = x.rounded()
      band(from: midpoint, to: high)
      say(ends[2])
    }
    return (elements, lineHeight)
  }

  private static func title(
    _ text: String, x: Double, middle: Double, _ right: Double, _ fitter: TextFitter,
    _ elements: inout [SceneElement]
  ) -> Double {
    let fitted = fitter.fit(text, width: (right - x) / 2, height: lineHeight, size: HouseStyle.axisSize)
    elements += fitted.elements(x: x, middle: middle, anchor: .start, colour: HouseStyle.muted)
    return x + fitted.width + 20
  }
}
