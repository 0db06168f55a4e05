import Findings

/// Lays one picture out: words, frame, panels, note; from top to bottom.
struct SceneLayout {
  var spec: ChartSpec
  var data: DataTable
  /// The groups of rows that become panels, with their names.
  var groups: [(name: String?, rows: [Int])]
  /// The name of the one group that the picture shows, if it shows one of several.
  var facet: String
  var cutoffs: [Cutoff]
  var values: [String: String]
  var metrics: any TextMetrics
  /// The ends of the value axis; nil if there is none.
  var range: (low: Double, high: Double)?
  var fill: FillScale
  /// What the fill scale lists in the legend.
  var legend: Legend

  func scene(log: FindingLog) -> Scene? {
    let words = ChartWords(spec: spec, values: values, log: log)
    guard spec.plot == .rows else { return flatScene(words, log: log) }
    var frame = frame(words: words, bands: groups.flatMap { bands(of: $0.rows) })
    if frame.width > spec.width {
      log.add(ChartFinding.sizeGrown(spec.place, key: "width", asked: spec.width, drawn: frame.width))
    }
    let rows = max(1, frame.bands.count)
    var drawn = compose(words, frame)
    if let wish = spec.height {
      let least = leastRowHeight(frame)
      frame.rowHeight = max(least, min(90, (frame.rowHeight + (wish - drawn.height) / Double(rows)).rounded(.down)))
      drawn = compose(words, frame)
      if drawn.height > wish {
        log.add(ChartFinding.sizeGrown(spec.place, key: "height", asked: wish, drawn: drawn.height))
      } else {
        drawn.height = wish
      }
    }
    guard drawn.height <= HouseStyle.highest else {
      log.add(
        ChartFinding.tooHigh(
          spec.place, rows: frame.bands.count, height: drawn.height, limit: HouseStyle.highest))
      return nil
    }
    return scene(words, width: frame.width, drawn)
  }

  private func scene(_ words: ChartWords, width: Double, _ drawn: (elements: [SceneElement], height: Double)) -> Scene {
    let sentences = [words.title, words.subtitle, DataSummary(layout: self).text].filter { !$0.isEmpty }
    return Scene(
      width: Int(width), height: Int(drawn.height), facet: facet, title: words.title.isEmpty ? spec.name : words.title,
      alternativeText: sentences.isEmpty ? spec.name : sentences.joined(separator: "。"), elements: drawn.elements)
  }

  /// A picture on planes or spokes, whose height is the planes' to choose.
  private func flatScene(_ words: ChartWords, log: FindingLog) -> Scene? {
    func drawn(_ extra: Double) -> (elements: [SceneElement], height: Double, rows: Int) {
      var rows = 1
      let result = compose(words, width: spec.width, isEmpty: groups.isEmpty) { y, elements in
        let composed =
          spec.plot == .radar
          ? composeRadars(words, at: y + 22, extra: extra) : composePlanes(words, at: y + 22, extra: extra)
        elements += composed.elements
        rows = max(1, composed.panelRows)
        return (composed.bottom, composed.remarks)
      }
      return (result.elements, result.height, rows)
    }
    var result = drawn(0)
    if let wish = spec.height {
      result = drawn(((wish - result.height) / Double(result.rows)).rounded(.down))
      if result.height > wish {
        log.add(ChartFinding.sizeGrown(spec.place, key: "height", asked: wish, drawn: result.height))
      } else {
        result.height = wish
      }
    }
    guard result.height <= HouseStyle.highest else {
      log.add(
        ChartFinding.tooHigh(spec.place, rows: data.rowCount, height: result.height, limit: HouseStyle.highest))
      return nil
    }
    return scene(words, width: spec.width, (result.elements, result.height))
  }

  private func compose(_ words: ChartWords, _ frame: Frame) -> (elements: [SceneElement], height: Double) {
    compose(words, width: frame.width, isEmpty: frame.bands.isEmpty) { start, elements in
      var y = start
      var remarks: [String] = []
      for (index, group) in groups.enumerated() {
        y += index == 0 ? 22 : 34
        y = compose(group, frame, words, at: y, into: &elements, &remarks)
      }
      return (y, remarks)
    }
  }

  /// Words above, the body, words below.
  private func compose(
    _ words: ChartWords, width: Double, isEmpty: Bool,
    body: (Double, inout [SceneElement]) -> (bottom: Double, remarks: [String])
  ) -> (elements: [SceneElement], height: Double) {
    var elements: [SceneElement] = []
    var y = HouseStyle.margin - 8
    let fitter = TextFitter(metrics: metrics)
    func paragraph(_ text: String, _ size: Double, _ weight: FontWeight, _ colour: Colour, balanced: Bool) {
      guard !text.isEmpty else { return }
      let block = fitter.paragraph(
        text, width: width - 2 * HouseStyle.margin, size: size, weight: weight, balanced: balanced)
      elements += block.elements(x: HouseStyle.margin, top: y, anchor: .start, colour: colour)
      y += block.height
    }
    paragraph(words.title, HouseStyle.titleSize, .bold, HouseStyle.ink, balanced: true)
    if !words.subtitle.isEmpty { y += 8 }
    paragraph(words.subtitle, HouseStyle.textSize, .regular, HouseStyle.muted, balanced: false)

    var note = words.note
    if isEmpty {
      elements += fitter.fit(HouseStyle.noData, width: 400, height: 60, size: HouseStyle.textSize).elements(
        x: width / 2, middle: y + 120, anchor: .middle, colour: HouseStyle.muted)
      y += 220
    } else {
      let keys = legend.adding(spec.marks.flatMap { $0.symbols(labels: words.labels) })
        .elements(top: y + 18, width: width, title: words.fillLabel, fitter: fitter)
      elements += keys.elements
      y += keys.elements.isEmpty ? 0 : 18 + keys.height
      let (bottom, remarks) = body(y, &elements)
      y = bottom
      // What could not be drawn is told before anything else at the foot.
      note = remarks.joined() + note
    }
    if !note.isEmpty { y += 24 }
    paragraph(note, HouseStyle.noteSize, .regular, HouseStyle.muted, balanced: false)
    return (elements, (y + HouseStyle.margin - 12).rounded(.up))
  }

  /// One panel: its name, what stands above the plot, grid, marks, names, axis. Returns its lower edge.
  private func compose(
    _ group: (name: String?, rows: [Int]), _ frame: Frame, _ words: ChartWords, at start: Double,
    into elements: inout [SceneElement], _ remarks: inout [String]
  ) -> Double {
    var y = start
    if let name = group.name {
      let text = frame.fitter.fit(
        name, width: frame.width - 2 * HouseStyle.margin, height: 2 * HouseStyle.headingSize * HouseStyle.lineHeight,
        size: HouseStyle.headingSize, weight: .bold)
      elements += text.elements(x: HouseStyle.margin, top: y, anchor: .start, colour: HouseStyle.ink)
      y += text.height
    }
    let heading = frame.marks.flatMap { $0.heading(in: frame) } + columnHeadings(frame)
    y = (y + heading.map(\.rise).reduce(0, max) + 6).rounded(.up)
    elements += heading.map { $0.moved(down: y) }

    let panel = Panel(frame: frame, bands: bands(of: group.rows), top: y)
    let axis = Axis(frame)
    elements += axis?.grid(top: panel.top, bottom: panel.bottom) ?? []
    for mark in frame.marks { elements += mark.draw(in: panel) }
    for mark in frame.marks { elements += mark.annotate(in: panel) }
    remarks += frame.marks.flatMap { $0.remarks(in: panel) }
    for (band, middle) in panel.rows {
      elements += frame.name(band).elements(
        x: frame.plotLeft - HouseStyle.rowGap, middle: middle, anchor: .end, colour: HouseStyle.ink)
    }
    guard let axis else { return panel.bottom }
    elements += axis.labels(below: panel.bottom, name: words.xLabel)
    return panel.bottom + Axis.height
  }

  private func columnHeadings(_ frame: Frame) -> [SceneElement] {
    frame.columns.flatMap { column -> [SceneElement] in
      guard let header = column.header else { return [] }
      return header.elements(
        x: column.middle, top: -10 - header.height, anchor: .middle, colour: HouseStyle.muted)
    }
  }
}

/// What planes or radars have put into a picture.
struct Composed {
  var elements: [SceneElement] = []
  var remarks: [String] = []
  var bottom: Double
  /// Rows of panels, which share what height there is.
  var panelRows = 1

  init(bottom: Double) { self.bottom = bottom }
}

extension SceneElement {
  /// How far the element reaches above zero.
  fileprivate var rise: Double {
    switch self {
    case .rect(let box, _), .hatch(let box, _): -box.top
    case .line(let from, let to, _, _, _): -min(from.y, to.y)
    case .polyline(let points, _, _, _), .polygon(let points, _): -(points.map(\.y).min() ?? 0)
    case .disc(let middle, let radius, _, _): radius - middle.y
    case .text(let text): text.size * HouseStyle.ascent - text.baseline
    }
  }
}

/// The filled words of one picture.
struct ChartWords {
  var title: String
  var subtitle: String
  var note: String
  var xLabel: String
  var yLabel: String
  var fillLabel: String
  /// Of marks, by their templates.
  var labels: [String: String] = [:]

  init(spec: ChartSpec, values: [String: String], log: FindingLog) {
    func filled(_ template: TextTemplate?) -> String { template?.filled(with: values, log: log) ?? "" }
    title = filled(spec.title)
    subtitle = filled(spec.subtitle)
    note = filled(spec.note)
    xLabel = filled(spec.scales.x.label)
    fillLabel = filled(spec.scales.fill.label)
    yLabel = filled(spec.scales.y.label)
    for mark in spec.marks {
      for template in mark.templates {
        if let template { labels[template.text] = filled(template) }
      }
    }
  }
}
