import Documents
import Findings

/// Parts of a whole, end to end in each row, best first; with `middle`, on both sides of zero: what is better lies right,
/// what is worse left, and the middle part straddles the line.
struct StackMark: Mark {
  let kind = MarkKind.stack
  var place: Place
  var y: String?
  var x: String
  /// The column that names the part.
  var part: String
  var middle: String?
  var format: NumberFormat?
  var sort: SortKey?
  var reason: String?

  init?(_ reader: inout MappingReader) {
    place = reader.place
    y = reader.requiredText("y")
    let x = reader.requiredText("x")
    let part = reader.requiredText("part")
    middle = reader.text("middle")
    format = reader.format("format")
    sort = reader.text("sort").map { SortKey($0) }
    reason = reader.text("reason")
    guard y != nil, let x, let part else { return nil }
    self.x = x
    self.part = part
  }

  var numberColumns: [String] { [x] }
  var otherColumns: [String] { [part, reason, sort?.column].compactMap { $0 } }
  var fillColumn: String? { part }
  var joinsRows: Bool { true }
  var startsAtZero: Bool { true }

  func isMissing(_ row: Int, in data: DataTable, fill: FillScale) -> Bool { !(data.number(x, row) >= 0) }

  func axisValues(of bands: [Band], in data: DataTable, fill: FillScale) -> [Double] {
    bands.filter(\.isGraded).flatMap { band in
      segments(of: band, in: data, fill: fill).flatMap { [$0.from, $0.to] }
    }
  }

  private struct Segment {
    var row: Int
    var from: Double
    var to: Double
  }

  /// The parts with their ends on the value axis.
  private func segments(of band: Band, in data: DataTable, fill: FillScale) -> [Segment] {
    let order = fill.domain
    func position(_ row: Int) -> Int { data.text(part, row).flatMap { order.firstIndex(of: $0) } ?? order.count }
    let rows = band.rows.filter { data.number(x, $0) >= 0 }
    let sorted = rows.enumerated().sorted { (position($0.element), $0.offset) < (position($1.element), $1.offset) }
      .map(\.element)
    guard let middle else {
      var end = 0.0
      return sorted.map { row in
        defer { end += data.number(x, row) }
        return Segment(row: row, from: end, to: end + data.number(x, row))
      }
    }
    let centre = order.firstIndex(of: middle) ?? order.count
    let straddling = sorted.filter { position($0) == centre }.reduce(0) { $0 + data.number(x, $1) }
    var right = straddling / 2
    var left = -straddling / 2
    var segments: [Segment] = []
    // The best lies outermost.
    for row in sorted.filter({ position($0) < centre }).reversed() {
      segments.append(Segment(row: row, from: right, to: right + data.number(x, row)))
      right += data.number(x, row)
    }
    var start = -straddling / 2
    for row in sorted where position(row) == centre {
      segments.append(Segment(row: row, from: start, to: start + data.number(x, row)))
      start += data.number(x, row)
    }
    for row in sorted where position(row) > centre {
      segments.append(Segment(row: row, from: left - data.number(x, row), to: left))
      left -= data.number(x, row)
    }
    return segments
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let frame = panel.frame
    guard let scale = frame.x else { return [] }
    let half = (frame.rowHeight * HouseStyle.barShare / 2).rounded()
    let size = min(frame.textSize, HouseStyle.noteSize)
    return panel.rows.flatMap { band, middle -> [SceneElement] in
      guard band.isGraded else {
        return MissingRow(words: reason.flatMap { frame.data.text($0, band.first) }).elements(middle: middle, in: frame)
      }
      let segments = segments(of: band, in: frame.data, fill: frame.fill)
      // Nothing at all is a datum, too.
      if segments.allSatisfy({ $0.from == $0.to }), let row = segments.first?.row {
        let zero = frame.data.text(x, row, format: format) ?? ""
        return frame.fitter.fit(zero, width: 80, height: frame.rowHeight, size: size).elements(
          x: scale(0) + 8, middle: middle, anchor: .start, colour: HouseStyle.muted)
      }
      return segments.flatMap { segment -> [SceneElement] in
        let (left, right) = (scale(segment.from).rounded(), scale(segment.to).rounded())
        guard right > left else { return [] }
        // A hair of white parts what has one colour.
        let box = SceneBox(
          left: left, top: middle - half, right: right - left > 4 ? right - 2 : right, bottom: middle + half)
        let words = frame.data.text(x, segment.row, format: format) ?? ""
        let width = frame.metrics.width(of: words, size: size, weight: .regular)
        switch frame.fill.fill(of: frame.data.text(part, segment.row)) {
        case .hatched: return [.hatch(box, HouseStyle.hatch)]
        case .solid(let colour):
          guard width + 8 <= box.width else { return [.rect(box, colour)] }
          return [
            .rect(box, colour),
            .text(
              SceneText(
                text: words, x: box.middle.x, baseline: middle + size * HouseStyle.middle, anchor: .middle, size: size,
                weight: .regular, colour: HouseStyle.textColour(on: colour))),
          ]
        }
      }
    }
  }

  func remarks(in panel: Panel) -> [String] {
    let data = panel.frame.data
    let lost = panel.bands.filter(\.isGraded).flatMap { band in
      band.rows.filter { !(data.number(x, $0) >= 0) }.map { row in
        let value = data.number(x, row)
        let why =
          value < 0
          ? NumberFormat.plain(value) : reason.flatMap { data.text($0, row) } ?? HouseStyle.noData
        return HouseStyle.with(band.label + " " + (data.text(part, row) ?? HouseStyle.noValue), reason: why)
      }
    }
    return Remark.notDrawn(lost)
  }
}
