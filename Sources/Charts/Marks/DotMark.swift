import Documents
import Findings

/// A dot for each row of the data, at two values, with its name where there is one.
struct DotMark: PlaneMark {
  let kind = MarkKind.dot
  var place: Place
  var x: String
  var value: String
  var fill: String?
  /// The column of the names; rows without one stay unnamed.
  var label: String?
  /// The column that says what a dot is in sentences about it.
  var name: String?
  var reason: String?

  init?(_ reader: inout MappingReader) {
    place = reader.place
    let x = reader.requiredText("x")
    let value = reader.requiredText("y")
    fill = reader.text("fill")
    label = reader.text("label")
    name = reader.text("name")
    reason = reader.text("reason")
    guard let x, let value else { return nil }
    self.x = x
    self.value = value
  }

  var across: String? { x }
  var upright: [String] { [value] }
  var numberColumns: [String] { [value] }
  var otherColumns: [String] { [x, fill, label, name, reason].compactMap { $0 } }
  var fillColumn: String? { fill }
  private static let radius = 8.0

  func draw(in panel: PlanePanel) -> [SceneElement] {
    panel.rows.compactMap { row in
      panel.point(row, x, value).map { point in
        panel.fill.disc(at: point, radius: Self.radius, value: fill.map { panel.data.text($0, row) })
      }
    }
  }

  func avoid(in panel: PlanePanel, placer: inout LabelPlacer) {
    for row in panel.rows {
      if let point = panel.point(row, x, value) { placer.avoid(point, radius: Self.radius) }
    }
  }

  func label(in panel: PlanePanel, placer: inout LabelPlacer) {
    guard let label else { return }
    for row in panel.rows {
      guard let point = panel.point(row, x, value), let text = panel.data.text(label, row) else { continue }
      placer.place(text, at: point, radius: Self.radius)
    }
  }

  func remarks(in panel: PlanePanel) -> [String] {
    let missing = panel.rows.filter { panel.point($0, x, value) == nil }
    return Remark.notDrawn(
      missing.map { row in
        let words = (name ?? label).flatMap { panel.data.text($0, row) } ?? HouseStyle.noValue
        let who = TimeStep(words)?.fullName ?? words
        return HouseStyle.with(who, reason: reason.flatMap { panel.data.text($0, row) } ?? HouseStyle.noData)
      })
  }
}

/// Two dashed lines that part the plane in four, and what each quarter means.
struct QuadrantsMark: PlaneMark {
  let kind = MarkKind.quadrants
  var place: Place
  var x: Double
  var at: Double
  /// Top right, top left, bottom left, bottom right.
  var names: [String]

  init?(_ reader: inout MappingReader) {
    place = reader.place
    let x = reader.requiredNode("x")?.number(called: "x", log: reader.log)
    let at = reader.requiredNode("y")?.number(called: "y", log: reader.log)
    names = reader.texts("names").map(drawable)
    guard let x, let at else { return nil }
    self.x = x
    self.at = at
  }

  var fixedAcross: [Double] { [x] }
  var fixedUpright: [Double] { [at] }

  func draw(in panel: PlanePanel) -> [SceneElement] {
    guard let across = panel.x.place(of: x) else { return [] }
    let height = panel.y(at).rounded()
    return [
      .line(
        ScenePoint(panel.box.left, height), ScenePoint(panel.box.right, height), width: 2, HouseStyle.muted,
        dash: HouseStyle.dash),
      .line(
        ScenePoint(across.rounded(), panel.box.top), ScenePoint(across.rounded(), panel.box.bottom), width: 2,
        HouseStyle.muted, dash: HouseStyle.dash),
    ]
      + corners(in: panel).flatMap {
        $0.text.elements(x: $0.x, top: $0.top, anchor: $0.anchor, colour: HouseStyle.muted)
      }
  }

  private func corners(
    in panel: PlanePanel
  ) -> [(text: FittedText, x: Double, top: Double, anchor: SceneText.Anchor)] {
    guard let across = panel.x.place(of: x) else { return [] }
    let fitter = TextFitter(metrics: panel.metrics)
    return names.prefix(4).enumerated().map { index, name in
      let isRight = index == 0 || index == 3
      let room = (isRight ? panel.box.right - across : across - panel.box.left) - 16
      let text = fitter.fit(name, width: max(60, room), height: 60, size: HouseStyle.noteSize, weight: .bold)
      return (
        text, isRight ? panel.box.right - 4 : panel.box.left + 8,
        index < 2 ? panel.box.top + 4 : panel.box.bottom - text.height - 4, isRight ? .end : .start
      )
    }
  }

  func avoid(in panel: PlanePanel, placer: inout LabelPlacer) {
    for corner in corners(in: panel) {
      let left = corner.anchor == .end ? corner.x - corner.text.width : corner.x
      placer.avoid(
        SceneBox(
          left: left, top: corner.top, right: left + corner.text.width, bottom: corner.top + corner.text.height))
    }
    guard let across = panel.x.place(of: x) else { return }
    let height = panel.y(at)
    placer.avoid(SceneBox(left: across - 3, top: panel.box.top, right: across + 3, bottom: panel.box.bottom))
    placer.avoid(SceneBox(left: panel.box.left, top: height - 3, right: panel.box.right, bottom: height + 3))
  }
}
