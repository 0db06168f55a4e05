/// What the colours mean, in one or more lines under the title.
enum Legend: Sendable, Equatable {
  case none
  case grades([Key])
  /// From the lowest to the highest.
  case classes([Key])

  struct Key: Sendable, Equatable {
    var label: String
    var fill: Fill
    var symbol = Symbol.box
  }

  enum Symbol: Sendable, Equatable { case box, disc, tick, line }

  /// The keys of the marks' forms, after those of the colours.
  func adding(_ symbols: [Key]) -> Legend {
    guard !symbols.isEmpty else { return self }
    switch self {
    case .none: return .grades(symbols)
    case .grades(let keys): return .grades(keys + symbols)
    case .classes: return self
    }
  }

  private static let lineHeight = 34.0
  private static let swatch = 22.0

  func elements(
    top: Double, width: Double, title: String, fitter: TextFitter
  ) -> (elements: [SceneElement], height: Double) {
    switch self {
    case .none: ([], 0)
    case .grades(let keys): Self.grades(keys, top: top, width: width, title: title, fitter: fitter)
    case .classes(let keys): Self.classes(keys, top: top, width: width, title: title, fitter: fitter)
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
      elements.append(symbol(of: key, in: box))
      elements += text.elements(x: box.right + 10, middle: middle, anchor: .start, colour: HouseStyle.muted)
      x = box.right + 10 + text.width + HouseStyle.columnGap
    }
    return (elements, keys.isEmpty ? 0 : y + lineHeight - top)
  }

  private static func symbol(of key: Key, in box: SceneBox) -> SceneElement {
    guard case .solid(let colour) = key.fill else {
      return key.symbol == .disc
        ? .disc(box.middle, radius: HouseStyle.pointRadius, HouseStyle.muted, inside: HouseStyle.paper)
        : .hatch(box, HouseStyle.hatch)
    }
    switch key.symbol {
    case .box: return .rect(box, colour)
    case .disc: return .dot(box.middle, radius: HouseStyle.pointRadius, colour)
    case .tick:
      return .line(
        ScenePoint(box.middle.x, box.top), ScenePoint(box.middle.x, box.bottom), width: 3, colour, dash: nil)
    case .line:
      return .line(
        ScenePoint(box.left, box.middle.y), ScenePoint(box.right, box.middle.y), width: 3, colour, dash: nil)
    }
  }

  /// Classes that adjoin, as boxes that adjoin, each with its range in it.
  private static func classes(
    _ keys: [Key], top: Double, width: Double, title: String, fitter: TextFitter
  ) -> (elements: [SceneElement], height: Double) {
    var elements: [SceneElement] = []
    let right = width - HouseStyle.margin
    var x = HouseStyle.margin
    if !title.isEmpty { x = Self.title(title, x: x, middle: top + lineHeight / 2, right, fitter, &elements) }
    let start = x.rounded()
    x = start
    var y = top.rounded()
    let texts = keys.map {
      fitter.fit($0.label, width: right - start - 20, height: lineHeight - 4, size: HouseStyle.axisSize)
    }
    let boxWidth = ((texts.map(\.width).max() ?? 0) + 20).rounded(.up)
    for (key, text) in zip(keys, texts) {
      if x > start, x + boxWidth > right {
        x = start
        y += lineHeight
      }
      guard case .solid(let colour) = key.fill else { continue }
      let box = SceneBox(left: x, top: y, right: x + boxWidth, bottom: y + lineHeight - 4)
      elements.append(.rect(box, colour))
      elements += text.elements(
        x: box.middle.x, middle: box.middle.y, anchor: .middle, colour: HouseStyle.textColour(on: colour))
      x += boxWidth
    }
    return (elements, y + lineHeight - top)
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
