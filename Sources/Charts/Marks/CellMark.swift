import Documents
import Findings

/// A cell of a heat map: filled by its value, with the value in it; a missing one is hatched, with the reason in it.
struct CellMark: Mark {
  let kind = MarkKind.cell
  var place: Place
  var y: String?
  var x: String
  var fill: String
  var format: NumberFormat?
  /// A column that says why a value is missing.
  var reason: String?
  /// A column of words to print in place of the value.
  var text: String?
  /// Whether the colour is a state or grade, instead of a number.
  var isState = false
  var sort: SortKey?

  init?(_ reader: inout MappingReader) {
    place = reader.place
    y = reader.requiredText("y")
    let x = reader.requiredText("x")
    let fill = reader.requiredText("fill")
    format = reader.format("format")
    reason = reader.text("reason")
    text = reader.text("text")
    sort = reader.text("sort").map { SortKey($0) }
    guard y != nil, let x, let fill else { return nil }
    self.x = x
    self.fill = fill
  }

  var numberColumns: [String] { isState ? [] : [fill] }
  var otherColumns: [String] { [x, reason, text, isState ? fill : nil, sort?.column].compactMap { $0 } }
  var fillColumn: String? { fill }
  var categoryColumn: String? { x }

  func rowTexts(in frame: Frame) -> [(text: String, width: Double, weight: FontWeight)] {
    let width = frame.categoryWidth - HouseStyle.cellGap - 12
    return frame.bands.flatMap { band in
      frame.categories.map { (words(in: band, category: $0, frame).text, width, FontWeight.regular) }
    }
  }

  func heading(in frame: Frame) -> [SceneElement] {
    frame.categoryHeadings(isLeft: false)
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let frame = panel.frame
    let inset = HouseStyle.cellGap / 2
    return panel.rows.flatMap { band, middle -> [SceneElement] in
      frame.categories.enumerated().flatMap { index, category -> [SceneElement] in
        let x = frame.categoryMiddle(index)
        let half = frame.categoryWidth / 2 - inset
        let box = SceneBox(
          left: (x - half).rounded(), top: (middle - frame.rowHeight / 2 + inset).rounded(),
          right: (x + half).rounded(), bottom: (middle + frame.rowHeight / 2 - inset).rounded())
        let cell = words(in: band, category: category, frame)
        let text = frame.fitter.fit(
          cell.text, width: box.width - 12, height: frame.rowHeight - 4,
          size: cell.isValue ? frame.textSize : min(frame.textSize, HouseStyle.axisSize))
        guard case .solid(let colour) = cell.fill else {
          return hatched(box, words: text)
        }
        if cell.text.isEmpty { return [.rect(box, colour)] }
        return [.rect(box, colour)]
          + text.elements(x: x, middle: middle, anchor: .middle, colour: HouseStyle.textColour(on: colour))
      }
    }
  }

  private struct Content {
    var text: String
    var fill: Fill
    var isValue: Bool
  }

  private func words(in band: Band, category: String, _ frame: Frame) -> Content {
    guard let row = band.rows.first(where: { (frame.data.text(x, $0) ?? HouseStyle.noValue) == category }) else {
      return Content(text: HouseStyle.noData, fill: .hatched, isValue: false)
    }
    let colour =
      isState ? frame.fill.fill(of: frame.data.text(fill, row)) : frame.fill.fill(of: frame.data.number(fill, row))
    let words = text.map { frame.data.text($0, row) ?? "" } ?? frame.data.text(fill, row, format: format)
    if colour == .hatched {
      if isState, reason == nil, let words, frame.fill.domain.last == words {
        return Content(text: "", fill: .hatched, isValue: false)
      }
      let why = reason.flatMap { frame.data.text($0, row) } ?? (isState ? words : nil) ?? HouseStyle.noData
      return Content(text: why, fill: .hatched, isValue: false)
    }
    return Content(text: words ?? "", fill: colour, isValue: text == nil && !isState)
  }
}

/// A hatched box with words in its middle on a clear ground that leaves at least a rim of the hatching.
func hatched(_ box: SceneBox, words: FittedText) -> [SceneElement] {
  let middle = box.middle
  let ground = SceneBox(
    left: max(box.left + 4, middle.x - words.width / 2 - 8), top: max(box.top + 4, middle.y - words.height / 2),
    right: min(box.right - 4, middle.x + words.width / 2 + 8), bottom: min(box.bottom - 4, middle.y + words.height / 2))
  if words.lines.allSatisfy(\.isEmpty) { return [.hatch(box, HouseStyle.hatch)] }
  return [.hatch(box, HouseStyle.hatch), .rect(ground, HouseStyle.paper)]
    + words.elements(x: middle.x, middle: middle.y, anchor: .middle, colour: HouseStyle.muted)
}
