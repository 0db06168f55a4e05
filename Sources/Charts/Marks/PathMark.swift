import Documents
import Findings

/// A line from row to row, with a dot at each value: a share that adds up from the top.
struct PathMark: Mark {
  let kind = MarkKind.path
  var place: Place
  var y: String?
  var x: String
  var label: TextTemplate?

  var templates: [TextTemplate?] { [label] }

  init?(_ reader: inout MappingReader) {
    place = reader.place
    y = reader.requiredText("y")
    let x = reader.requiredText("x")
    label = reader.template("label")
    guard y != nil, let x else { return nil }
    self.x = x
  }

  var valueColumns: [String] { [x] }

  func symbols(labels: [String: String]) -> [Legend.Key] {
    guard let label, let words = labels[label.text] else { return [] }
    return [Legend.Key(label: words, fill: .solid(HouseStyle.ink), symbol: .line)]
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let scale = panel.frame.x else { return [] }
    var runs: [[ScenePoint]] = [[]]
    for (band, middle) in panel.rows {
      let value = panel.frame.data.number(x, band.first)
      if band.isGraded, value.isFinite {
        runs[runs.count - 1].append(ScenePoint(scale(value), middle))
      } else {
        runs.append([])
      }
    }
    return runs.flatMap { points -> [SceneElement] in
      (points.count > 1 ? [.polyline(points, width: 2, HouseStyle.ink)] : [])
        + points.map { .disc($0, radius: 6, HouseStyle.ink, inside: HouseStyle.paper) }
    }
  }
}
