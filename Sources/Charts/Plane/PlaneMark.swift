/// A mark on a plane of two axes.
protocol PlaneMark: Mark {
  /// The columns of the two axes.
  var across: String? { get }
  var upright: [String] { get }
  /// Numbers on the axes that do not come from the data.
  var fixedAcross: [Double] { get }
  var fixedUpright: [Double] { get }
  /// Surfaces, which lie behind the grid.
  func ground(in panel: PlanePanel) -> [SceneElement]
  func draw(in panel: PlanePanel) -> [SceneElement]
  /// Names at the right and left edge of the plane.
  func edgeLabels(in panel: PlanePanel) -> [EdgeLabel]
  /// What names must keep off, then the names.
  func avoid(in panel: PlanePanel, placer: inout LabelPlacer)
  func label(in panel: PlanePanel, placer: inout LabelPlacer)
  func remarks(in panel: PlanePanel) -> [String]
}

extension PlaneMark {
  var y: String? { nil }
  var across: String? { nil }
  var upright: [String] { [] }
  var fixedAcross: [Double] { [] }
  var fixedUpright: [Double] { [] }
  func ground(in panel: PlanePanel) -> [SceneElement] { [] }
  func draw(in panel: PlanePanel) -> [SceneElement] { [] }
  func edgeLabels(in panel: PlanePanel) -> [EdgeLabel] { [] }
  func avoid(in panel: PlanePanel, placer: inout LabelPlacer) {}
  func label(in panel: PlanePanel, placer: inout LabelPlacer) {}
  func remarks(in panel: PlanePanel) -> [String] { [] }
}

/// A name that stands beside the plane, at the height of what it names or as near to it as the others leave room.
struct EdgeLabel: Sendable {
  var text: String
  var height: Double
  var colour: Colour
  var weight: FontWeight = .regular
  var isLeft = false
}

/// One plane of a picture.
struct PlanePanel {
  var data: DataTable
  var rows: [Int]
  var metrics: any TextMetrics
  var fill: FillScale
  /// The filled texts of labels, by their templates.
  var labels: [String: String]
  var box: SceneBox
  var x: PlaneScale
  var y: LinearScale

  /// Where a row lies; nil where one of its values is missing.
  func point(_ row: Int, _ across: String, _ upright: String) -> ScenePoint? {
    let value = data.number(upright, row)
    guard let place = x.place(of: row, across, in: data), value.isFinite else { return nil }
    return ScenePoint(place, y(value))
  }

  func words(_ template: TextTemplate?) -> String? {
    template.flatMap { labels[$0.text] }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
