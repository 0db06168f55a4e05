/// Turns scenes into SVG text (SVG 1.1): the same geometry as the PNG, sharp at every size. It holds no script, no link
/// and no font; words are escaped and set to the widths that layout has measured, so that another font of the reader's
/// machine moves nothing.
package struct SVGRenderer {
  private let metrics: any TextMetrics
  private let family: String

  /// - Parameter family: the font that the scene was measured with.
  package init(metrics: any TextMetrics, family: String) {
    self.metrics = metrics
    self.family = family
  }

  package func render(_ scene: Scene) -> String {
    let size = "width=\"\(scene.width)\" height=\"\(scene.height)\" viewBox=\"0 0 \(scene.width) \(scene.height)\""
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) role=\"img\" xml:lang=\"zh-CN\">",
      "<title>\(escaped(scene.title))</title>", "<desc>\(escaped(scene.alternativeText))</desc>",
      "<rect width=\"\(scene.width)\" height=\"\(scene.height)\" fill=\"#\(HouseStyle.paper.hex)\"/>",
    ]
    let hatches = Set(scene.elements.compactMap { if case .hatch(_, let colour) = $0 { colour } else { nil } })
    // Lines that rise to the right, ten pixels apart, as in the other renderer.
    lines += hatches.sorted { $0.rgb < $1.rgb }.map { colour in
      "<pattern id=\"hatch-\(colour.hex)\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\">"
        + "<path d=\"M-1,1 l2,-2 M0,10 l10,-10 M9,11 l2,-2\" stroke=\"#\(colour.hex)\" stroke-width=\"1.1\"/></pattern>"
    }
    lines.append("<g font-family=\"\(escaped(family)), sans-serif\" fill=\"none\" style=\"white-space:pre\">")
    lines += scene.elements.map(element)
    return (lines + ["</g>", "</svg>"]).joined(separator: "\n") + "\n"
  }

  private func element(_ element: SceneElement) -> String {
    switch element {
    case .rect(let box, let colour): return "<rect \(place(of: box)) fill=\"#\(colour.hex)\"/>"
    case .hatch(let box, let colour): return "<rect \(place(of: box)) fill=\"url(#hatch-\(colour.hex))\"/>"
    case .line(let from, let to, let width, let colour, let dash):
      return "<path d=\"M\(pair(from)) L\(pair(to))\"\(stroke(width, colour, dash))/>"
    case .polyline(let points, let width, let colour, let dash):
      return "<polyline points=\"\(list(points))\" stroke-linejoin=\"round\"\(stroke(width, colour, dash))/>"
    case .polygon(let points, let colour): return "<polygon points=\"\(list(points))\" fill=\"#\(colour.hex)\"/>"
    case .disc(let middle, let radius, let colour, let inside):
      let at = "cx=\"\(sceneNumber(middle.x))\" cy=\"\(sceneNumber(middle.y))\""
      guard let inside else { return "<circle \(at) r=\"\(sceneNumber(radius))\" fill=\"#\(colour.hex)\"/>" }
      return "<circle \(at) r=\"\(sceneNumber(radius - 1.25))\" fill=\"#\(inside.hex)\"\(stroke(2.5, colour, nil))/>"
    case .text(let text): return self.text(text)
    }
  }

  private func text(_ text: SceneText) -> String {
    let width = metrics.width(of: text.text, size: text.size, weight: text.weight)
    let weight = text.weight == .bold ? " font-weight=\"bold\"" : ""
    // One character has no space to give.
    let length = text.text.count > 1 ? " textLength=\"\(sceneNumber(width))\"" : ""
    return
      "<text x=\"\(sceneNumber(text.x))\" y=\"\(sceneNumber(text.baseline))\" text-anchor=\"\(text.anchor.rawValue)\""
      + " font-size=\"\(sceneNumber(text.size))\"\(weight)\(length) fill=\"#\(text.colour.hex)\">\(escaped(text.text))</text>"
  }

  private func stroke(_ width: Double, _ colour: Colour, _ dash: SceneElement.Dash?) -> String {
    " stroke=\"#\(colour.hex)\" stroke-width=\"\(sceneNumber(width))\""
      + (dash.map { " stroke-dasharray=\"\(sceneNumber($0.on)) \(sceneNumber($0.off))\"" } ?? "")
  }

  private func place(of box: SceneBox) -> String {
    "x=\"\(sceneNumber(box.left))\" y=\"\(sceneNumber(box.top))\""
      + " width=\"\(sceneNumber(max(0, box.width)))\" height=\"\(sceneNumber(max(0, box.height)))\""
  }

  private func pair(_ point: ScenePoint) -> String { "\(sceneNumber(point.x)),\(sceneNumber(point.y))" }
  private func list(_ points: [ScenePoint]) -> String { points.map(pair).joined(separator: " ") }

  private func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      // What XML 1.0 cannot hold.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
