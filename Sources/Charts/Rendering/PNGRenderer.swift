import Findings

/// Turns scenes into PNG bytes: shapes at twice the size and reduced, then text at its own size on top.
///
/// Keeps its canvases and glyphs from picture to picture. Not thread-safe: a thread that draws has its own. The bytes
/// depend on the scene and the fonts only.
package final class PNGRenderer {
  /// What scenes for this renderer are measured with.
  package let faces: FontFaces
  private var pixels: [UInt32] = []
  private let gd: GDLibrary
  private var strip: ShapeStrip?

  /// nil, with the reason in the log, if a font or libgd cannot be opened.
  package init?(fonts: FontSet, log: FindingLog) {
    guard let faces = FontFaces(fonts, log: log) else { return nil }
    guard let gd = GDLibrary() else {
      log.add(ChartFinding.libraryAbsent(.subject("libgd"), file: GDLibrary.fileName))
      return nil
    }
    self.faces = faces
    self.gd = gd
  }

  /// - Returns: The bytes of a PNG file with the alternative text in it; nil, with the reason in the log, if a
  ///   character has no glyph or there is no memory.
  package func render(_ scene: Scene, log: FindingLog) -> [UInt8]? {
    guard hasGlyphs(for: scene, log: log) else { return nil }
    guard scene.width > 0, scene.height > 0, let strip = strip(width: scene.width) else {
      log.add(ChartFinding.noMemory(.subject(scene.title), width: scene.width, height: scene.height))
      return nil
    }
    let count = scene.width * scene.height
    if pixels.count < count { pixels = [UInt32](repeating: 0, count: count) }
    let shapes = scene.elements.compactMap(Shape.init)
    let bytes = pixels.withUnsafeMutableBufferPointer { buffer -> [UInt8]? in
      guard let base = buffer.baseAddress else { return nil }
      for top in stride(from: 0, to: scene.height, by: ShapeStrip.height) {
        let rows = min(ShapeStrip.height, scene.height - top)
        strip.begin(at: top)
        for shape in shapes where shape.bottom > Double(top) && shape.top < Double(top + rows) {
          strip.draw(shape.element)
        }
        strip.reduce(rows: rows, into: base + top * scene.width)
      }
      let ink = TextInk(pixels: base, width: scene.width, height: scene.height, faces: faces)
      for case .text(let text) in scene.elements { ink.draw(text) }
      return PNGEncoder.encode(
        UnsafeBufferPointer(start: base, count: count), width: scene.width, height: scene.height,
        description: scene.alternativeText)
    }
    if bytes == nil {
      log.add(ChartFinding.noMemory(.subject(scene.title), width: scene.width, height: scene.height))
    }
    return bytes
  }

  private func strip(width: Int) -> ShapeStrip? {
    if strip?.width != width { strip = ShapeStrip(width: width, gd) }
    return strip
  }

  private func hasGlyphs(for scene: Scene, log: FindingLog) -> Bool {
    var isComplete = true
    var reported: Set<Unicode.Scalar> = []
    for case .text(let text) in scene.elements {
      let missing = faces.missing(in: text.text, weight: text.weight)
      guard !missing.isEmpty else { continue }
      isComplete = false
      let new = missing.filter { reported.insert($0).inserted }
      guard !new.isEmpty else { continue }
      log.add(
        ChartFinding.glyphsMissing(
          .subject(scene.title), characters: new.map { "\($0) (\(codePoint($0)))" }, text: text.text,
          font: faces.fonts.family))
    }
    return isComplete
  }
}

/// An element that is not text, with the rows that it covers.
private struct Shape {
  var element: SceneElement
  var top: Double
  var bottom: Double

  init?(_ element: SceneElement) {
    self.element = element
    switch element {
    case .rect(let box, _), .hatch(let box, _): (top, bottom) = (box.top, box.bottom)
    case .line(let from, let to, let width, _, _):
      (top, bottom) = (min(from.y, to.y) - width, max(from.y, to.y) + width)
    case .polyline(let points, let width, _, _):
      guard let low = points.map(\.y).min(), let high = points.map(\.y).max() else { return nil }
      (top, bottom) = (low - width, high + width)
    case .polygon(let points, _):
      guard let low = points.map(\.y).min(), let high = points.map(\.y).max() else { return nil }
      (top, bottom) = (low, high)
    case .disc(let middle, let radius, _, _): (top, bottom) = (middle.y - radius, middle.y + radius)
    case .text: return nil
    }
  }
}

/// Blends glyphs into the finished shapes.
private struct TextInk {
  let pixels: UnsafeMutablePointer<UInt32>
  let width: Int
  let height: Int
  let faces: FontFaces

  func draw(_ text: SceneText) {
    let face = faces.face(text.weight)
    var pen = text.x
    switch text.anchor {
    case .start: break
    case .middle: pen -= faces.width(of: text.text, size: text.size, weight: text.weight) / 2
    case .end: pen -= faces.width(of: text.text, size: text.size, weight: text.weight)
    }
    let baseline = Int(text.baseline.rounded())
    let phases = Double(FontFace.phases)
    var last: Unicode.Scalar?
    for scalar in text.text.unicodeScalars {
      if let last { pen += faces.gap(between: last, and: scalar, size: text.size) }
      last = scalar
      let steps = Int((pen * phases).rounded(.down))
      let phase = ((steps % FontFace.phases) + FontFace.phases) % FontFace.phases
      if let glyph = face.glyph(of: scalar, size: text.size, phase: phase) {
        blend(glyph, x: (steps - phase) / FontFace.phases + glyph.left, y: baseline - glyph.top, text.colour)
      }
      pen += face.width(of: scalar, size: text.size)
    }
  }

  private func blend(_ glyph: Glyph, x: Int, y: Int, _ colour: Colour) {
    let columns = max(0, -x)..<max(max(0, -x), min(glyph.width, width - x))
    for row in max(0, -y)..<max(max(0, -y), min(glyph.height, height - y)) {
      let line = pixels + (y + row) * width + x
      for column in columns {
        let share = UInt32(glyph.coverage[row * glyph.width + column])
        if share == 0 { continue }
        let under = line[column]
        func mixed(_ a: UInt32, _ b: UInt32) -> UInt32 { (a * (15 - share) + b * share + 7) / 15 }
        line[column] =
          mixed(under >> 16 & 255, colour.red) << 16 | mixed(under >> 8 & 255, colour.green) << 8
          | mixed(under & 255, colour.blue)
      }
    }
  }
}
