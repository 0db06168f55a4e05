import Documents
import Findings

/// A whisker from a lower to an upper value, drawn only where both exist.
struct IntervalMark: Mark {
  let kind = MarkKind.interval
  var place: Place
  var y: String?
  var x1: String
  var x2: String

  init?(_ reader: inout MappingReader) {
    place = reader.place
    y = reader.requiredText("y")
    let x1 = reader.requiredText("x1")
    let x2 = reader.requiredText("x2")
    guard y != nil, let x1, let x2 else { return nil }
    self.x1 = x1
    self.x2 = x2
  }

  var valueColumns: [String] { [x1, x2] }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let scale = panel.frame.x else { return [] }
    return panel.rows.flatMap { band, middle -> [SceneElement] in
      let low = panel.frame.data.number(x1, band.first)
      let high = panel.frame.data.number(x2, band.first)
      guard band.isGraded, low.isFinite, high.isFinite else { return [] }
      let isBehindPoints = panel.frame.marks.contains { $0 is PointMark }
      let cap = min(7, (panel.frame.rowHeight / 6).rounded())
      let ends = [scale(min(low, high)), scale(max(low, high))]
      func lines(width: Double, longer: Double, _ colour: Colour) -> [SceneElement] {
        let across = SceneElement.line(
          ScenePoint(ends[0] - longer, middle), ScenePoint(ends[1] + longer, middle), width: width, colour, dash: nil)
        return [across]
          + ends.map {
            .line(
              ScenePoint($0, middle - cap - longer), ScenePoint($0, middle + cap + longer), width: width, colour,
              dash: nil)
          }
      }
      // A light edge lets the whisker stand out on dark bars.
      return lines(width: 4, longer: 1, HouseStyle.paper)
        + lines(width: 2, longer: 0, isBehindPoints ? HouseStyle.unknown : HouseStyle.ink)
    }
  }
}
