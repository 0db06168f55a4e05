import Documents
import Findings

/// A dot at a value; with `spread`, one for each row of the data, side by side where they would cover each other.
struct PointMark: Mark {
  let kind = MarkKind.point
  var place: Place
  var y: String?
  var x: String
  var fill: String?
  var sort: SortKey?
  /// A column that says why a value is missing.
  var reason: String?
  /// What the legend calls the dots.
  var label: TextTemplate?
  /// Many rows of the data in one row of the picture.
  var spread: Bool
  /// With `spread`: the column of names to print beside dots, and that of the names in sentences about them.
  var print: String?
  var name: String?

  var templates: [TextTemplate?] { [label] }

  init?(_ reader: inout MappingReader) {
    place = reader.place
    y = reader.requiredText("y")
    let x = reader.requiredText("x")
    fill = reader.text("fill")
    sort = reader.text("sort").map { SortKey($0) }
    reason = reader.text("reason")
    label = reader.template("label")
    spread = reader.boolean("spread") ?? false
    print = reader.text("print")
    name = reader.text("name")
    guard y != nil, let x else { return nil }
    self.x = x
  }

  var valueColumns: [String] { [x] }
  var otherColumns: [String] { [fill, reason, print, name, sort?.column].compactMap { $0 } }
  var fillColumn: String? { fill }
  var joinsRows: Bool { spread }

  func isMissing(_ row: Int, in data: DataTable, fill: FillScale) -> Bool { data.number(x, row).isNaN }

  func symbols(labels: [String: String]) -> [Legend.Key] {
    guard let label, let words = labels[label.text] else { return [] }
    return [Legend.Key(label: words, fill: .solid(HouseStyle.accent), symbol: .disc)]
  }

  func rowHeight(in frame: Frame) -> Double {
    guard spread else { return 0 }
    let levels = frame.bands.map { band in (swarm(of: band, in: frame).map { abs($0.level) }.max() ?? 0) }.max() ?? 0
    return Double(2 * levels + 1) * radius * 2 + 20 + (print == nil ? 0 : 2 * HouseStyle.noteSize)
  }

  private var radius: Double { spread ? 7 : HouseStyle.pointRadius }

  func draw(in panel: Panel) -> [SceneElement] {
    panel.rows.flatMap { band, middle -> [SceneElement] in
      guard band.isGraded else {
        let words = reason.flatMap { panel.frame.data.text($0, band.first) }
        return MissingRow(words: words).elements(middle: middle, in: panel.frame)
      }
      return dots(of: band, middle: middle, in: panel.frame).map { dot in
        panel.frame.disc(at: dot.point, radius: radius, fill: fill, row: dot.row)
      }
    }
  }

  private func dots(of band: Band, middle: Double, in frame: Frame) -> [(row: Int, point: ScenePoint)] {
    guard let scale = frame.x else { return [] }
    guard spread else {
      return [(band.first, ScenePoint(scale(frame.data.number(x, band.first)), middle))]
    }
    return swarm(of: band, in: frame).map { ($0.row, ScenePoint($0.x, middle + Double($0.level) * (2 * radius + 1))) }
  }

  /// Dots from left to right, each at the level nearest to the middle where it covers none before it.
  private func swarm(of band: Band, in frame: Frame) -> [(row: Int, x: Double, level: Int)] {
    guard let scale = frame.x else { return [] }
    let present = band.rows.filter { frame.data.number(x, $0).isFinite }
    let places = present.map { (row: $0, x: scale(frame.data.number(x, $0))) }.sorted { $0.x < $1.x }
    var last: [Int: Double] = [:]
    return places.map { place in
      var level = 0
      while let taken = last[level], place.x - taken < 2 * radius + 1 { level = level > 0 ? -level : 1 - level }
      last[level] = place.x
      return (place.row, place.x, level)
    }
  }

  func annotate(in panel: Panel) -> [SceneElement] { labelled(panel).elements }

  func remarks(in panel: Panel) -> [String] {
    let data = panel.frame.data
    var missing: [String] = []
    if spread {
      for band in panel.bands where band.isGraded {
        for row in band.rows where data.number(x, row).isNaN {
          let words = reason.flatMap { data.text($0, row) } ?? HouseStyle.noData
          missing.append(HouseStyle.with(name.flatMap { data.text($0, row) } ?? band.label, reason: words))
        }
      }
    }
    return Remark.notDrawn(missing) + Remark.notNamed(labelled(panel).unplaced)
  }

  private func labelled(_ panel: Panel) -> (elements: [SceneElement], unplaced: [String]) {
    guard spread, let print else { return ([], []) }
    let frame = panel.frame
    var placer = LabelPlacer(
      metrics: frame.metrics,
      bounds: SceneBox(left: frame.plotLeft, top: panel.top, right: frame.plotRight + 10, bottom: panel.bottom))
    let dots = panel.rows.flatMap { self.dots(of: $0.band, middle: $0.middle, in: frame) }
    for dot in dots { placer.avoid(dot.point, radius: radius) }
    for dot in dots {
      guard let text = frame.data.text(print, dot.row) else { continue }
      placer.place(text, at: dot.point, radius: radius)
    }
    return (placer.elements, placer.unplaced)
  }
}

extension Frame {
  /// A dot in the colour of its fill; what has no grade is hollow.
  func disc(at point: ScenePoint, radius: Double, fill column: String?, row: Int) -> SceneElement {
    fill.disc(at: point, radius: radius, value: column.map { data.text($0, row) })
  }
}

extension FillScale {
  /// - Parameter value: nil: nothing decides the colour.
  func disc(at point: ScenePoint, radius: Double, value: String??) -> SceneElement {
    guard let value else { return .disc(point, radius: radius, HouseStyle.accent, inside: nil) }
    switch fill(of: value) {
    case .solid(let colour): return .dot(point, radius: radius, colour)
    case .hatched: return .disc(point, radius: radius, HouseStyle.muted, inside: HouseStyle.paper)
    }
  }
}

extension SceneElement {
  /// A dot; pale ones have a darker rim, since what is small needs the contrast of a line.
  static func dot(_ point: ScenePoint, radius: Double, _ colour: Colour) -> SceneElement {
    guard colour.contrast(with: HouseStyle.paper) < 3 else {
      return .disc(point, radius: radius, colour, inside: nil)
    }
    return .disc(point, radius: radius, colour.mixed(with: HouseStyle.ink, share: 0.5), inside: colour)
  }
}
