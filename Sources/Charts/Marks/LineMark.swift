import Documents
import Findings

/// Lines over the horizontal axis, one for each value of `by`, named at their ends. A missing value breaks the line.
struct LineMark: PlaneMark {
  enum Style: String, Sendable, CaseIterable { case solid, quiet, dashed }
  enum Ends: String, Sendable, CaseIterable { case last, both, none }
  let kind = MarkKind.line
  var place: Place
  var x: String
  var value: String
  var by: String?
  var fill: String?
  var label: TextTemplate?
  var style: Style
  var points: Bool
  var ends: Ends
  var format: NumberFormat?
  var reason: String?

  var templates: [TextTemplate?] { [label] }

  init?(_ reader: inout MappingReader) {
    place = reader.place
    let x = reader.requiredText("x")
    let value = reader.requiredText("y")
    by = reader.text("by")
    fill = reader.text("fill")
    label = reader.template("label")
    style = reader.choice("style", Style.self) ?? .solid
    points = reader.boolean("points") ?? false
    ends = reader.choice("ends", Ends.self) ?? .last
    format = reader.format("format")
    reason = reader.text("reason")
    guard let x, let value else { return nil }
    self.x = x
    self.value = value
  }

  var across: String? { x }
  var upright: [String] { [value] }
  var numberColumns: [String] { [value] }
  var otherColumns: [String] { [x, by, fill, reason].compactMap { $0 } }
  var fillColumn: String? { fill }

  private struct Series {
    var name: String?
    var rows: [Int]
    var colour: Colour
  }

  private func series(in panel: PlanePanel) -> [Series] {
    var groups: [(name: String?, rows: [Int])] = []
    if let by {
      var position: [String?: Int] = [:]
      for row in panel.rows {
        let name = panel.data.text(by, row)
        if let known = position[name] {
          groups[known].rows.append(row)
        } else {
          position[name] = groups.count
          groups.append((name, [row]))
        }
      }
    } else {
      groups = [(nil, panel.rows)]
    }
    return groups.map { group in
      let placed = group.rows.compactMap { row in panel.x.place(of: row, x, in: panel.data).map { (row, $0) } }
      let rows = placed.sorted { $0.1 < $1.1 }.map(\.0)
      var colour = style == .solid ? HouseStyle.accent : style == .quiet ? HouseStyle.quiet : HouseStyle.muted
      if let fill, let row = rows.last {
        if case .solid(let own) = panel.fill.fill(of: panel.data.text(fill, row)) {
          colour = own
        } else {
          colour = HouseStyle.unknown
        }
      }
      return Series(name: group.name, rows: rows, colour: colour)
    }
  }

  /// The stretches without a gap.
  private func runs(of series: Series, in panel: PlanePanel) -> [[ScenePoint]] {
    var runs: [[ScenePoint]] = [[]]
    for row in series.rows {
      if let point = panel.point(row, x, value) {
        runs[runs.count - 1].append(point)
      } else if !runs[runs.count - 1].isEmpty {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  private var isThin: Bool { style == .dashed }

  func draw(in panel: PlanePanel) -> [SceneElement] {
    let all = series(in: panel)
    return gaps(in: panel).flatMap(\.elements)
      + all.flatMap { series -> [SceneElement] in
        runs(of: series, in: panel).flatMap { points -> [SceneElement] in
          let line: [SceneElement] =
            points.count < 2
            ? []
            : [
              .polyline(
                points, width: isThin ? 2 : all.count > 12 ? 2 : HouseStyle.lineWidth, series.colour,
                dash: isThin ? HouseStyle.dash : nil)
            ]
          // A value between two gaps would be nothing at all without a dot.
          let dots = points.count < 2 || points.count > 0 && self.points ? points : []
          return line + dots.map { .disc($0, radius: self.points ? 7 : 5, series.colour, inside: nil) }
        }
      }
  }

  /// Of a single line: a hatched strip where a value is missing, with the reason.
  private func gaps(in panel: PlanePanel) -> [(elements: [SceneElement], box: SceneBox, words: String)] {
    guard by == nil, style == .solid else { return [] }
    return panel.rows.compactMap { row in
      guard panel.data.number(value, row).isNaN, let place = panel.x.place(of: row, x, in: panel.data) else {
        return nil
      }
      let box = SceneBox(
        left: (place - 16).rounded(), top: panel.box.top, right: (place + 16).rounded(), bottom: panel.box.bottom)
      return ([.hatch(box, HouseStyle.hatch)], box, words(row, panel))
    }
  }

  private func words(_ row: Int, _ panel: PlanePanel) -> String {
    reason.flatMap { panel.data.text($0, row) } ?? HouseStyle.noData
  }

  func edgeLabels(in panel: PlanePanel) -> [EdgeLabel] {
    guard ends != .none else { return [] }
    let named = words(of: panel)
    return series(in: panel).flatMap { series -> [EdgeLabel] in
      let points = series.rows.filter { panel.point($0, x, value) != nil }
      guard let last = points.last, let first = points.first else { return [] }
      let colour = style == .solid && fill == nil ? series.colour : HouseStyle.muted
      let strong = fill == nil ? colour : HouseStyle.ink
      func label(_ row: Int, isLeft: Bool) -> EdgeLabel? {
        let name = named ?? series.name
        let number = panel.data.text(value, row, format: format)
        let parts = format == nil && name != nil ? [name] : isLeft ? [name, number] : [number, name]
        let text = (ends == .both ? parts : format == nil ? [name ?? number] : [name, number]).compactMap { $0 }
          .joined(separator: " ")
        guard let point = panel.point(row, x, value), !text.isEmpty else { return nil }
        return EdgeLabel(
          text: text, height: point.y, colour: strong,
          weight: style == .solid && fill == nil && by == nil ? .bold : .regular,
          isLeft: isLeft)
      }
      guard ends == .both else { return [label(last, isLeft: false)].compactMap { $0 } }
      // Each end names the place where the line stands at that edge only.
      var labels: [EdgeLabel?] = []
      if panel.point(first, x, value)?.x == panel.leftmost { labels.append(label(first, isLeft: true)) }
      if panel.point(last, x, value)?.x == panel.rightmost { labels.append(label(last, isLeft: false)) }
      return labels.compactMap { $0 }
    }
  }

  private func words(of panel: PlanePanel) -> String? { by == nil ? panel.words(label) : nil }

  func avoid(in panel: PlanePanel, placer: inout LabelPlacer) {
    for series in series(in: panel) { for run in runs(of: series, in: panel) { placer.avoid(line: run) } }
  }

  func label(in panel: PlanePanel, placer: inout LabelPlacer) {
    for gap in gaps(in: panel) {
      placer.place(
        gap.words, at: ScenePoint(gap.box.middle.x, gap.box.bottom - 24), radius: 16, colour: HouseStyle.muted)
    }
  }

  func remarks(in panel: PlanePanel) -> [String] {
    let missing = panel.rows.filter { row in
      let isStrip = by == nil && style == .solid && panel.x.place(of: row, x, in: panel.data) != nil
      return panel.point(row, x, value) == nil && !isStrip && style == .solid
    }
    return Remark.notDrawn(
      missing.map { row in
        let step = panel.data.text(x, row).map { TimeStep($0)?.fullName ?? $0 } ?? HouseStyle.noValue
        let name = [by.flatMap { panel.data.text($0, row) }, step].compactMap { $0 }.joined(separator: " ")
        return HouseStyle.with(name, reason: words(row, panel))
      })
  }
}

extension PlanePanel {
  /// Where the first and the last name of the horizontal axis stand.
  var leftmost: Double? { if case .names(_, let scale) = x { scale(scale.low) } else { nil } }
  var rightmost: Double? { if case .names(_, let scale) = x { scale(scale.high) } else { nil } }
}
