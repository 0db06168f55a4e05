/// A row of which nothing can be drawn: hatched from end to end, with the reason on a clear ground at its beginning.
struct MissingRow {
  var words: String?

  static func box(middle: Double, in frame: Frame) -> SceneBox {
    let half = (frame.rowHeight * HouseStyle.barShare / 2).rounded()
    return SceneBox(left: frame.plotLeft, top: middle - half, right: frame.plotRight, bottom: middle + half)
  }

  func words(on box: SceneBox, _ frame: Frame) -> [SceneElement] {
    let text = frame.fitter.fit(
      words ?? HouseStyle.noData, width: box.width - 60, height: frame.rowHeight - 4,
      size: min(frame.textSize, HouseStyle.axisSize))
    return [.rect(text.ground(on: box, from: box.left, to: box.left + text.width + 22), HouseStyle.paper)]
      + text.elements(x: box.left + 12, middle: box.middle.y, anchor: .start, colour: HouseStyle.muted)
  }

  /// Hatching and words together.
  func elements(middle: Double, in frame: Frame) -> [SceneElement] {
    let box = Self.box(middle: middle, in: frame)
    return [.hatch(box, HouseStyle.hatch)] + words(on: box, frame)
  }
}

extension FittedText {
  /// What the words stand on: as high as the bar, or as the words if they are higher.
  func ground(on box: SceneBox, from left: Double, to right: Double) -> SceneBox {
    let half = (max(box.height, height) / 2).rounded(.up)
    return SceneBox(left: left, top: box.middle.y - half, right: right, bottom: box.middle.y + half)
  }
}
