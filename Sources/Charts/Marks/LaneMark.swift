import Documents
import Findings

/// Bars in columns, one for each category, all on one scale from zero: several values of a unit beside those of others.
struct LaneMark: Mark {
  let kind = MarkKind.lane
  var place: Place
  var y: String?
  var x: String
  /// The column of the lengths.
  var length: String
  var fill: String?
  var format: NumberFormat?
  var reason: String?
  var sort: SortKey?

  init?(_ reader: inout MappingReader) {
    place = reader.place
    y = reader.requiredText("y")
    let x = reader.requiredText("x")
    let length = reader.requiredText("length")
    fill = reader.text("fill")
    format = reader.format("format")
    reason = reader.text("reason")
    sort = reader.text("sort").map { SortKey($0) }
    guard y != nil, let x, let length else { return nil }
    self.x = x
    self.length = length
  }

  var numberColumns: [String] { [length] }
  var otherColumns: [String] { [x, fill, reason, sort?.column].compactMap { $0 } }
  var categoryColumn: String? { x }
  var fillColumn: String? { fill }

  func heading(in frame: Frame) -> [SceneElement] { frame.categoryHeadings(isLeft: true) }

  func rowTexts(in frame: Frame) -> [(text: String, width: Double, weight: FontWeight)] {
    frame.bands.flatMap { band in
      band.rows.compactMap { row in
        guard frame.data.number(length, row).isNaN else { return nil }
        return (words(row, frame), frame.categoryWidth - 2 * HouseStyle.rowGap, .regular)
      }
    }
  }

  private func words(_ row: Int, _ frame: Frame) -> String {
    frame.data.text(length, row, format: format) ?? reason.flatMap { frame.data.text($0, row) } ?? HouseStyle.noData
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let frame = panel.frame
    let rows = frame.data.rowCount
    let values = (0..<rows).map { frame.data.number(length, $0) }.filter(\.isFinite)
    let (low, high) = (min(0, values.min() ?? 0), max(0, values.max() ?? 1))
    let widest =
      (0..<rows).map {
        frame.metrics.width(of: words($0, frame), size: HouseStyle.axisSize, weight: .regular)
      }.max() ?? 0
    let half = (frame.rowHeight * HouseStyle.barShare / 2).rounded()
    let room = frame.categoryWidth - HouseStyle.rowGap
    let label = min(widest + 12, room * 0.4)
    return panel.rows.flatMap { band, middle -> [SceneElement] in
      frame.categories.enumerated().flatMap { index, category -> [SceneElement] in
        let left = frame.plotLeft + frame.categoryWidth * Double(index)
        // Negative bars need the room of their words on the left.
        let start = left + (low < 0 ? label : 0)
        let scale = LinearScale(
          low: low, high: high > low ? high : low + 1, start: start, end: max(start + 10, left + room - label))
        let row = band.rows.first { (frame.data.text(x, $0) ?? HouseStyle.noValue) == category }
        let whole = SceneBox(
          left: left.rounded(), top: middle - half, right: (left + room).rounded(), bottom: middle + half)
        guard let row, frame.data.number(length, row).isFinite else {
          let text = frame.fitter.fit(
            row.map { words($0, frame) } ?? HouseStyle.noData, width: room - 24, height: frame.rowHeight - 4,
            size: min(frame.textSize, HouseStyle.axisSize))
          return hatched(whole, words: text)
        }
        let value = frame.data.number(length, row)
        let zero = scale(0).rounded()
        let end = scale(value).rounded()
        let box = SceneBox(
          left: min(zero, value < 0 ? min(end, zero - 2) : end), top: middle - half,
          right: max(zero, value < 0 ? zero : max(end, zero + 2)), bottom: middle + half)
        let text = frame.fitter.fit(
          words(row, frame), width: label - 8, height: frame.rowHeight, size: min(frame.textSize, HouseStyle.axisSize))
        return [.rect(box, frame.colour(of: fill, row: row))]
          + text.elements(
            x: value < 0 ? box.left - 8 : box.right + 8, middle: middle, anchor: value < 0 ? .end : .start,
            colour: HouseStyle.ink)
      }
    }
  }
}
