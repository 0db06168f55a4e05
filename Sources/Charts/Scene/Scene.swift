/// A finished drawing as a value: elements in drawing order, in pixels from the upper left corner.
///
/// Everything that a picture says is decided here; a renderer only turns it into bytes.
package struct Scene: Sendable, Equatable {
  package var width: Int
  package var height: Int
  /// The group that the picture shows, where a chart is split into one picture a group; else empty.
  package var facet: String
  /// The finding alone; what messages about the picture call it.
  package var title: String
  /// What the picture says, for readers who cannot see it: its title and subtitle, and what the data show.
  package var alternativeText: String
  package var elements: [SceneElement]

  package init(
    width: Int, height: Int, facet: String, title: String? = nil, alternativeText: String, elements: [SceneElement]
  ) {
    self.width = width
    self.height = height
    self.facet = facet
    self.title = title ?? alternativeText
    self.alternativeText = alternativeText
    self.elements = elements
  }
}

package struct ScenePoint: Sendable, Hashable {
  package var x: Double
  package var y: Double
  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

package struct SceneBox: Sendable, Hashable {
  package var left: Double
  package var top: Double
  package var right: Double
  package var bottom: Double
  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: ScenePoint { ScenePoint((left + right) / 2, (top + bottom) / 2) }
}

package enum FontWeight: String, Sendable, Hashable, CaseIterable { case regular, bold }

/// One line of text on its baseline.
package struct SceneText: Sendable, Hashable {
  package enum Anchor: String, Sendable { case start, middle, end }
  package var text: String
  package var x: Double
  package var baseline: Double
  package var anchor: Anchor
  /// Pixels to the em.
  package var size: Double
  package var weight: FontWeight
  package var colour: Colour
}

package enum SceneElement: Sendable, Hashable {
  case rect(SceneBox, Colour)
  /// A box of diagonal lines: something that is missing.
  case hatch(SceneBox, Colour)
  case line(ScenePoint, ScenePoint, width: Double, Colour, dash: Dash?)
  case polyline([ScenePoint], width: Double, Colour, dash: Dash? = nil)
  /// A closed surface.
  case polygon([ScenePoint], Colour)
  /// A filled circle; with a rim, its inside is the second colour.
  case disc(ScenePoint, radius: Double, Colour, inside: Colour?)
  case text(SceneText)

  package struct Dash: Sendable, Hashable {
    package var on: Double
    package var off: Double
  }

  /// The element lower (or, if negative, higher) by some pixels.
  func moved(down distance: Double) -> SceneElement {
    func moved(_ box: SceneBox) -> SceneBox {
      SceneBox(left: box.left, top: box.top + distance, right: box.right, bottom: box.bottom + distance)
    }
    func moved(_ point: ScenePoint) -> ScenePoint { ScenePoint(point.x, point.y + distance) }
    switch self {
    case .rect(let box, let colour): return .rect(moved(box), colour)
    case .hatch(let box, let colour): return .hatch(moved(box), colour)
    case .line(let from, let to, let width, let colour, let dash):
      return .line(moved(from), moved(to), width: width, colour, dash: dash)
    case .polyline(let points, let width, let colour, let dash):
      return .polyline(points.map(moved), width: width, colour, dash: dash)
    case .polygon(let points, let colour): return .polygon(points.map(moved), colour)
    case .disc(let middle, let radius, let colour, let inside):
      return .disc(moved(middle), radius: radius, colour, inside: inside)
    case .text(var text):
      text.baseline += distance
      return .text(text)
    }
  }
}
