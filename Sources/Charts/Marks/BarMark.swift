import Documents
import Findings

/// A horizontal bar from zero, filled by grade. A unit without a grade has no bar: its row is hatched, with the reason.
struct BarMark: Mark {
  let kind = MarkKind.bar
  var place: Place
  var y: String?
  var x: String
  var fill: String?
  var sort: SortKey?
  /// A column of words about the unit: why it has no grade, or what its grade is owed to.
  var status: String?

  init?(_ reader: inout MappingReader) {
    place = reader.place
    y = reader.requiredText("y")
    let x = reader.requiredText("x")
    fill = reader.text("fill")
    sort = reader.text("sort").map { SortKey($0) }
    status = reader.text("status")
    guard y != nil, let x else { return nil }
    self.x = x
  }

  var valueColumns: [String] { [x] }
  var otherColumns: [String] { [fill, status, sort?.column].compactMap { $0 } }

  func rowTexts(in frame: Frame) -> [(text: String, width: Double, weight: FontWeight)] {
    frame.bands.compactMap { band in
      guard let words = words(for: band, in: frame) else { return nil }
      let room = room(for: band, in: frame)
      return (words, band.isGraded ? max(room.inside, room.outside) : frame.plotWidth - 60, .regular)
    }
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let half = (panel.frame.rowHeight * HouseStyle.barShare / 2).rounded()
    return panel.rows.flatMap { band, middle in
      guard band.isGraded else { return drawMissing(band, top: middle - half, bottom: middle + half, panel) }
      let ends = ends(of: band, in: panel.frame)
      let box = SceneBox(left: ends.left, top: middle - half, right: ends.right, bottom: middle + half)
      let colour = panel.frame.colour(of: fill, row: band.first)
      return [.rect(box, colour)] + drawWords(band, on: box, colour, panel)
    }
  }

  private func ends(of band: Band, in frame: Frame) -> (left: Double, right: Double) {
    guard let scale = frame.x else { return (frame.plotLeft, frame.plotLeft) }
    let value = frame.data.number(x, band.first)
    let zero = scale(max(scale.low, min(scale.high, 0)))
    // A value of zero is a datum, too: it shows as a line.
    return value < 0 ? (min(scale(value), zero - 2), zero) : (zero, max(scale(value), zero + 2))
  }

  /// The room for words inside the bar, and beyond its end and its whisker.
  private func room(for band: Band, in frame: Frame) -> (inside: Double, outside: Double) {
    let ends = ends(of: band, in: frame)
    let reach = frame.reach(of: band)
    return (
      min(ends.right, max(ends.left, reach.low)) - ends.left - 24,
      frame.plotRight - max(ends.right, reach.high) - 12
    )
  }

  private func words(for band: Band, in frame: Frame) -> String? {
    if let status, let words = frame.data.text(status, band.first) { return words }
    if band.isGraded { return nil }
    return fill.flatMap { frame.data.text($0, band.first) } ?? HouseStyle.noData
  }

  private func drawMissing(_ band: Band, top: Double, bottom: Double, _ panel: Panel) -> [SceneElement] {
    let frame = panel.frame
    let box = SceneBox(left: frame.plotLeft, top: top, right: frame.plotRight, bottom: bottom)
    let text = frame.fitter.fit(
      words(for: band, in: frame) ?? HouseStyle.noData, width: box.width - 60, height: frame.rowHeight - 4,
      size: min(frame.textSize, HouseStyle.axisSize))
    return hatched(box, words: text, x: box.left + 12, anchor: .start)
  }

  /// The words inside the bar, or beyond its end where they do not fit inside.
  private func drawWords(_ band: Band, on box: SceneBox, _ colour: Colour, _ panel: Panel) -> [SceneElement] {
    let frame = panel.frame
    guard let words = words(for: band, in: frame) else { return [] }
    let room = room(for: band, in: frame)
    let size = min(frame.textSize, HouseStyle.noteSize)
    let isInside =
      room.inside >= frame.metrics.width(of: words, size: size, weight: .regular) || room.inside >= room.outside
    let text = frame.fitter.fit(
      words, width: max(HouseStyle.smallestSize, isInside ? room.inside : room.outside),
      height: frame.rowHeight - 4, size: size)
    return text.elements(
      x: isInside ? box.left + 12 : max(box.right, frame.reach(of: band).high) + 12, middle: box.middle.y,
      anchor: .start, colour: isInside ? HouseStyle.textColour(on: colour) : HouseStyle.muted)
  }
}

/// A hatched box with words on a clear ground.
func hatched(_ box: SceneBox, words: FittedText, x: Double, anchor: SceneText.Anchor) -> [SceneElement] {
  let left = anchor == .start ? x : x - words.width / 2
  let ground = SceneBox(
    left: anchor == .start ? box.left : max(box.left, left - 10), top: box.top,
    right: min(box.right, left + words.width + 10), bottom: box.bottom)
  return [.hatch(box, HouseStyle.hatch), .rect(ground, HouseStyle.paper)]
    + words.elements(x: x, middle: box.middle.y, anchor: anchor, colour: HouseStyle.muted)
}
