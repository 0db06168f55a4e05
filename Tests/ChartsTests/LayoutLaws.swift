import Testing

@testable import Charts

/// No two texts overlap, and nothing leaves the picture.
func expectLaws(_ scene: Scene, _ seed: String, metrics: any TextMetrics = FixedTextMetrics()) {
  let boxes = scene.elements.compactMap { element -> (SceneBox, String)? in
    guard case .text(let text) = element else { return nil }
    return (textBox(text, metrics), text.text)
  }.sorted { $0.0.top < $1.0.top }
  for (index, (box, text)) in boxes.enumerated() {
    #expect(
      box.left >= 0 && box.top >= 0 && box.right <= Double(scene.width) && box.bottom <= Double(scene.height),
      "\(seed): \(text) leaves the picture")
    for (other, words) in boxes.dropFirst(index + 1) {
      if other.top >= box.bottom { break }
      #expect(other.left >= box.right || other.right <= box.left, "\(seed): “\(text)” and “\(words)” overlap")
    }
  }
  for case .rect(let box, _) in scene.elements {
    #expect(box.left >= 0 && box.right <= Double(scene.width) && box.bottom <= Double(scene.height), "\(seed)")
    #expect(box.left <= box.right && box.top <= box.bottom, "\(seed)")
  }
}

func textBox(_ text: SceneText, _ metrics: any TextMetrics) -> SceneBox {
  let width = metrics.width(of: text.text, size: text.size, weight: text.weight)
  let left =
    switch text.anchor {
    case .start: text.x
    case .middle: text.x - width / 2
    case .end: text.x - width
    }
  return SceneBox(
    left: left, top: text.baseline - text.size * HouseStyle.ascent, right: left + width,
    bottom: text.baseline + text.size * HouseStyle.descent)
}
