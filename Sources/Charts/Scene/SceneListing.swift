extension Scene {
  /// The canonical text of the scene, one line an element in drawing order, coordinates to 0.01 pixel: what tests
  /// compare, since it holds the meaning of the picture and no pixel of a font.
  package var listing: String {
    var lines = ["scene \(width)x\(height) facet=\(quoted(facet)) alt=\(quoted(alternativeText))"]
    lines += elements.map(\.listing)
    return lines.joined(separator: "\n") + "\n"
  }
}

extension SceneElement {
  fileprivate var listing: String {
    switch self {
    case .rect(let box, let colour): "rect \(box.listing) \(colour.hex)"
    case .hatch(let box, let colour): "hatch \(box.listing) \(colour.hex)"
    case .line(let from, let to, let width, let colour, let dash):
      "line \(from.listing) \(to.listing) width=\(sceneNumber(width)) \(colour.hex)"
        + (dash.map { " dash=\(sceneNumber($0.on)),\(sceneNumber($0.off))" } ?? "")
    case .polyline(let points, let width, let colour, let dash):
      "polyline \(points.map(\.listing).joined(separator: " ")) width=\(sceneNumber(width)) \(colour.hex)"
        + (dash.map { " dash=\(sceneNumber($0.on)),\(sceneNumber($0.off))" } ?? "")
    case .polygon(let points, let colour): "polygon \(points.map(\.listing).joined(separator: " ")) \(colour.hex)"
    case .disc(let middle, let radius, let colour, let inside):
      "disc \(middle.listing) radius=\(sceneNumber(radius)) \(colour.hex)" + (inside.map { " inside=\($0.hex)" } ?? "")
    case .text(let text):
      "text \(sceneNumber(text.x)),\(sceneNumber(text.baseline)) \(text.anchor.rawValue) \(sceneNumber(text.size))"
        + " \(text.weight.rawValue) \(text.colour.hex) \(quoted(text.text))"
    }
  }
}

extension SceneBox {
  fileprivate var listing: String {
    "\(sceneNumber(left)),\(sceneNumber(top)) \(sceneNumber(right)),\(sceneNumber(bottom))"
  }
}

extension ScenePoint {
  fileprivate var listing: String { "\(sceneNumber(x)),\(sceneNumber(y))" }
}

/// To 0.01, without trailing zeros or a negative zero.
func sceneNumber(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
  let hundredths = Int((value * 100).rounded())
  let sign = hundredths < 0 ? "-" : ""
  let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
  if rest == 0 { return "\(sign)\(whole)" }
  if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
  return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}

private func quoted(_ text: String) -> String {
  "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
}
