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
  var fillColumn: String? { fill }
  var startsAtZero: Bool { true }
  var otherColumns: [String] { [fill, status, sort?.column].compactMap { $0 } }

  func rowTexts(in frame: Frame) -> [(text: String, width: Double, weight: FontWeight)] {
    frame.bands.compactMap { band in
      guard let words = words(for: band, in: frame) else { return nil }
      let room = room(for: band, in: frame)
      return (words, band.isGraded ? max(room.inside, room.outside) : frame.plotWidth - 60, .regular)
    }
  }

  func isMissing(_ row: Int, in data: DataTable, fill scale: FillScale) -> Bool {
    if data.number(x, row).isNaN { return true }
    return fill.map { scale.fill(of: data.text($0, row)) == .hatched } ?? false
  }

  func draw(in panel: Panel) -> [SceneElement] {
    panel.rows.map { band, middle in
      let box = box(of: band, middle: middle, in: panel.frame)
      return band.isGraded ? .rect(box, panel.frame.colour(of: fill, row: band.first)) : .hatch(box, HouseStyle.hatch)
    }
  }

  func annotate(in panel: Panel) -> [SceneElement] {
    panel.rows.flatMap { band, middle -> [SceneElement] in
      let box = box(of: band, middle: middle, in: panel.frame)
      return band.isGraded
        ? drawWords(band, on: box, panel.frame)
        : MissingRow(words: words(for: band, in: panel.frame)).words(on: box, panel.frame)
    }
  }

  private func box(of band: Band, middle: Double, in frame: Frame) -> SceneBox {
    let half = (frame.rowHeight * HouseStyle.barShare / 2).rounded()
    let ends = band.isGraded ? ends(of: band, in: frame) : (frame.plotLeft, frame.plotRight)
    return SceneBox(left: ends.0, top: middle - half, right: ends.1, bottom: middle + half)
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
      frame.plotRight - outside(ends.right, band, in: frame)
    )
  }

  /// Where words beyond the end begin: after the whisker, and after the value that may stand there.
  private func outside(_ end: Double, _ band: Band, in frame: Frame) -> Double {
    let beside = frame.marks.compactMap { ($0 as? TextMark)?.roomBeside(band, frame) }.max() ?? 0
    return max(end, frame.reach(of: band).high) + beside + 12
  }

  private func words(for band: Band, in frame: Frame) -> String? {
    if let status, let words = frame.data.text(status, band.first) { return words }
    if band.isGraded { return nil }
    return fill.flatMap { frame.data.text($0, band.first) } ?? HouseStyle.noData
  }

  /// The words inside the bar, or beyond its end where they do not fit inside.
  private func drawWords(_ band: Band, on box: SceneBox, _ frame: Frame) -> [SceneElement] {
    guard let words = words(for: band, in: frame) else { return [] }
    let room = room(for: band, in: frame)
    let size = min(frame.textSize, HouseStyle.noteSize)
    let isInside =
      room.inside >= frame.metrics.width(of: words, size: size, weight: .regular) || room.inside >= room.outside
    let text = frame.fitter.fit(
      words, width: max(HouseStyle.smallestSize, isInside ? room.inside : room.outside),
      height: frame.rowHeight - 4, size: size)
    let colour = isInside ? frame.colour(of: fill, row: band.first) : HouseStyle.paper
    let left = isInside ? box.left + 12 : outside(box.right, band, in: frame)
    return [.rect(text.ground(on: box, from: left - 4, to: left + text.width + 4), colour)]
      + text.elements(
        x: left, middle: box.middle.y, anchor: .start,
        colour: isInside ? HouseStyle.textColour(on: colour) : HouseStyle.muted)
  }
}
