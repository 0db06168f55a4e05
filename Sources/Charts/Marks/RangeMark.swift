import Documents
import Findings

/// A light band from a lower to an upper value in each row: where the others lie.
struct RangeMark: Mark {
  let kind = MarkKind.range
  var place: Place
  var y: String?
  var x1: String
  var x2: String
  /// What the legend calls it.
  var label: TextTemplate?

  var templates: [TextTemplate?] { [label] }

  init?(_ reader: inout MappingReader) {
    place = reader.place
    y = reader.requiredText("y")
    let x1 = reader.requiredText("x1")
    let x2 = reader.requiredText("x2")
    label = reader.template("label")
    guard y != nil, let x1, let x2 else { return nil }
    self.x1 = x1
    self.x2 = x2
  }

  var valueColumns: [String] { [x1, x2] }

  func symbols(labels: [String: String]) -> [Legend.Key] {
    guard let label, let words = labels[label.text] else { return [] }
    return [Legend.Key(label: words, fill: .solid(HouseStyle.range))]
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let scale = panel.frame.x else { return [] }
    let half = (panel.frame.rowHeight * HouseStyle.barShare * 0.3).rounded()
    return panel.rows.compactMap { band, middle in
      let ends = [x1, x2].map { panel.frame.data.number($0, band.first) }
      guard band.isGraded, let low = ends.min(), let high = ends.max(), low.isFinite, high.isFinite else { return nil }
      return .rect(
        SceneBox(left: scale(low), top: middle - half, right: max(scale(high), scale(low) + 2), bottom: middle + half),
        HouseStyle.range)
    }
  }
}

/// A short upright line at a value of each row: a median, a target.
struct TickMark: Mark {
  let kind = MarkKind.tick
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
    return [Legend.Key(label: words, fill: .solid(HouseStyle.ink), symbol: .tick)]
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let scale = panel.frame.x else { return [] }
    let half = (panel.frame.rowHeight * HouseStyle.barShare * 0.6).rounded()
    return panel.rows.flatMap { band, middle -> [SceneElement] in
      let value = panel.frame.data.number(x, band.first)
      guard band.isGraded, value.isFinite else { return [] }
      func line(_ width: Double, _ colour: Colour) -> SceneElement {
        .line(
          ScenePoint(scale(value), middle - half), ScenePoint(scale(value), middle + half), width: width, colour,
          dash: nil)
      }
      return [line(7, HouseStyle.paper), line(3, HouseStyle.ink)]
    }
  }
}
