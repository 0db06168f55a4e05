import Documents
import Findings

/// A light surface between a lower and an upper line: where most of the others lie.
struct AreaMark: PlaneMark {
  let kind = MarkKind.area
  var place: Place
  var x: String
  var y1: String
  var y2: String
  var label: TextTemplate?

  var templates: [TextTemplate?] { [label] }

  init?(_ reader: inout MappingReader) {
    place = reader.place
    let x = reader.requiredText("x")
    let y1 = reader.requiredText("y1")
    let y2 = reader.requiredText("y2")
    label = reader.template("label")
    guard let x, let y1, let y2 else { return nil }
    self.x = x
    self.y1 = y1
    self.y2 = y2
  }

  var across: String? { x }
  var upright: [String] { [y1, y2] }
  var numberColumns: [String] { [y1, y2] }
  var otherColumns: [String] { [x] }

  private func runs(in panel: PlanePanel) -> [[(low: ScenePoint, high: ScenePoint)]] {
    let rows = panel.rows.compactMap { row in panel.x.place(of: row, x, in: panel.data).map { (row, $0) } }
      .sorted { $0.1 < $1.1 }.map(\.0)
    var runs: [[(low: ScenePoint, high: ScenePoint)]] = [[]]
    for row in rows {
      if let low = panel.point(row, x, y1), let high = panel.point(row, x, y2) {
        runs[runs.count - 1].append((low, high))
      } else {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  func ground(in panel: PlanePanel) -> [SceneElement] {
    runs(in: panel).map { run in
      // A single place is a narrow box.
      let half = run.count == 1 ? 10.0 : 0
      return .polygon(
        run.map { ScenePoint($0.high.x - half, $0.high.y) }
          + (half > 0 ? [ScenePoint(run[0].high.x + half, run[0].high.y)] : [])
          + run.reversed().map { ScenePoint($0.low.x + half, $0.low.y) }
          + (half > 0 ? [ScenePoint(run[0].low.x - half, run[0].low.y)] : []), HouseStyle.range)
    }
  }

  func edgeLabels(in panel: PlanePanel) -> [EdgeLabel] {
    guard let words = panel.words(label), let last = runs(in: panel).last?.last else { return [] }
    // Below its middle, where the median's name is likely to stand.
    return [EdgeLabel(text: words, height: last.low.y * 0.75 + last.high.y * 0.25, colour: HouseStyle.muted)]
  }
}

/// A dashed line across the plane at one height, named at its right end.
struct LevelMark: PlaneMark {
  let kind = MarkKind.level
  var place: Place
  var at: Double
  var label: TextTemplate?
  var format: NumberFormat?

  var templates: [TextTemplate?] { [label] }

  init?(_ reader: inout MappingReader) {
    place = reader.place
    let at = reader.requiredNode("y")?.number(called: "y", log: reader.log)
    label = reader.template("label")
    format = reader.format("format")
    guard let at else { return nil }
    self.at = at
  }

  var fixedUpright: [Double] { [at] }

  func draw(in panel: PlanePanel) -> [SceneElement] {
    let height = panel.y(at).rounded()
    return [
      .line(
        ScenePoint(panel.box.left, height), ScenePoint(panel.box.right, height), width: 2, HouseStyle.muted,
        dash: HouseStyle.dash)
    ]
  }

  func edgeLabels(in panel: PlanePanel) -> [EdgeLabel] {
    let number = format?.text(at) ?? NumberFormat.plain(at)
    let text = [panel.words(label), number].compactMap { $0 }.joined(separator: " ")
    return [EdgeLabel(text: text, height: panel.y(at), colour: HouseStyle.muted)]
  }
}
