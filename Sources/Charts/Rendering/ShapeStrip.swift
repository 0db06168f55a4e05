import CGD

/// A strip of the picture at twice its size, on which shapes are drawn and then reduced: smooth edges without a fresh
/// canvas of four times the pixels. One strip is used over and over.
final class ShapeStrip {
  /// How much finer than the picture.
  static let scale = 2
  static let height = 128

  let width: Int
  private let image: gdImagePtr
  private let gd: GDLibrary
  /// The row of the picture at which the strip begins.
  private var top = 0

  /// nil if there is no memory for it.
  init?(width: Int, _ gd: GDLibrary) {
    guard let image = gd.create(Int32(width * Self.scale), Int32(Self.height * Self.scale)) else { return nil }
    self.width = width
    self.gd = gd
    self.image = image
  }

  deinit { gd.destroy(image) }

  func begin(at row: Int) {
    top = row
    for y in 0..<Self.height * Self.scale { fill(row: y, from: 0, to: width * Self.scale, HouseStyle.paper) }
  }

  func draw(_ element: SceneElement) {
    switch element {
    case .rect(let box, let colour): draw(box) { fill(row: $0, from: $1, to: $2, colour) }
    case .hatch(let box, let colour): draw(box) { hatch(row: $0, from: $1, to: $2, colour) }
    case .line(let from, let to, let width, let colour, let dash):
      if from.x == to.x || from.y == to.y {
        for box in Self.boxes(from, to, width: width, dash: dash) { draw(.rect(box, colour)) }
      } else {
        for (from, to) in Self.pieces(of: [from, to], dash: dash) { slant(from, to, width: width, colour) }
      }
    case .polyline(let points, let width, let colour, let dash):
      for (from, to) in Self.pieces(of: points, dash: dash) { slant(from, to, width: width, colour) }
      // Round joints, so that no notch shows where the line turns.
      guard dash == nil, width > 2 else { return }
      for point in points.dropFirst().dropLast() { disc(point, radius: width / 2, colour) }
    case .polygon(let points, let colour):
      let scale = Double(Self.scale)
      var corners = points.map {
        gdPoint(x: Int32(($0.x * scale).rounded()), y: Int32((($0.y - Double(top)) * scale).rounded()))
      }
      gd.fillPolygon(image, &corners, Int32(corners.count), Int32(colour.rgb))
    case .disc(let middle, let radius, let colour, let inside):
      disc(middle, radius: radius, colour)
      if let inside { disc(middle, radius: max(0, radius - 2.5), inside) }
    case .text: break
    }
  }

  /// The mean of each four pixels, into rows of the picture.
  func reduce(rows: Int, into pixels: UnsafeMutablePointer<UInt32>) {
    let mask: UInt64 = 0x00FF_00FF_00FF_00FF
    for y in 0..<rows {
      guard let first = image.pointee.tpixels[y * 2], let second = image.pointee.tpixels[y * 2 + 1] else { continue }
      let output = pixels + y * width
      first.withMemoryRebound(to: UInt64.self, capacity: width) { a in
        second.withMemoryRebound(to: UInt64.self, capacity: width) { b in
          for x in 0..<width {
            // Two neighbours in one word; red and blue in one sum, green in the other.
            let outer = (a[x] & mask) &+ (b[x] & mask)
            let inner = ((a[x] >> 8) & mask) &+ ((b[x] >> 8) & mask)
            let redBlue = (UInt32(truncatingIfNeeded: outer) &+ UInt32(truncatingIfNeeded: outer >> 32))
            let green = (UInt32(truncatingIfNeeded: inner) &+ UInt32(truncatingIfNeeded: inner >> 32))
            output[x] =
              ((redBlue &+ 0x0002_0002) >> 2 & 0x00FF_00FF) | (((green &+ 2) >> 2 & 0xFF) << 8)
          }
        }
      }
    }
  }

  /// A straight line as boxes, one a dash, with both edges of the line on whole pixels.
  static func boxes(
    _ from: ScenePoint, _ to: ScenePoint, width: Double, dash: SceneElement.Dash?
  ) -> [SceneBox] {
    let isUpright = from.x == to.x
    let start = isUpright ? min(from.y, to.y) : min(from.x, to.x)
    let end = isUpright ? max(from.y, to.y) : max(from.x, to.x)
    let near = ((isUpright ? from.x : from.y) - width / 2).rounded()
    var pieces: [(Double, Double)] = []
    if let dash, dash.on > 0, dash.off > 0 {
      var position = start
      while position < end {
        pieces.append((position, min(end, position + dash.on)))
        position += dash.on + dash.off
      }
    } else {
      pieces = [(start, end)]
    }
    return pieces.map { low, high in
      isUpright
        ? SceneBox(left: near, top: low, right: near + width, bottom: high)
        : SceneBox(left: low, top: near, right: high, bottom: near + width)
    }
  }

  /// The stretches of a line that are drawn: one a dash, and the dashes run on round its corners.
  static func pieces(of points: [ScenePoint], dash: SceneElement.Dash?) -> [(ScenePoint, ScenePoint)] {
    let stretches = Array(zip(points, points.dropFirst()))
    guard let dash, dash.on > 0, dash.off > 0 else { return stretches }
    var pieces: [(ScenePoint, ScenePoint)] = []
    var phase = 0.0
    for (from, to) in stretches {
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0 else { continue }
      func point(_ distance: Double) -> ScenePoint {
        ScenePoint(from.x + dx * distance / length, from.y + dy * distance / length)
      }
      var position = -phase
      while position < length {
        if position + dash.on > 0 { pieces.append((point(max(0, position)), point(min(length, position + dash.on)))) }
        position += dash.on + dash.off
      }
      phase = dash.on + dash.off - (position - length)
    }
    return pieces
  }

  // MARK: Rows at twice the size

  private func disc(_ middle: ScenePoint, radius: Double, _ colour: Colour) {
    let scale = Double(Self.scale)
    let (x, y, reach) = (middle.x * scale, (middle.y - Double(top)) * scale, radius * scale)
    let first = max(0, Int((y - reach).rounded(.down)))
    let last = max(first, min(Self.height * Self.scale, Int((y + reach).rounded(.up))))
    for row in first..<last {
      let across = Double(row) + 0.5 - y
      guard abs(across) < reach else { continue }
      let half = (reach * reach - across * across).squareRoot()
      let from = max(0, Int((x - half).rounded()))
      let to = min(width * Self.scale, Int((x + half).rounded()))
      if from < to { fill(row: row, from: from, to: to, colour) }
    }
  }

  private func draw(_ box: SceneBox, row: (_ y: Int, _ from: Int, _ to: Int) -> Void) {
    let scale = Double(Self.scale)
    let from = max(0, Int((box.left * scale).rounded()))
    let to = min(width * Self.scale, Int((box.right * scale).rounded()))
    let first = max(0, Int(((box.top - Double(top)) * scale).rounded()))
    let last = min(Self.height * Self.scale, Int(((box.bottom - Double(top)) * scale).rounded()))
    guard from < to, first < last else { return }
    for y in first..<last { row(y, from, to) }
  }

  private func fill(row y: Int, from: Int, to: Int, _ colour: Colour) {
    image.pointee.tpixels[y]?.advanced(by: from).update(repeating: Int32(colour.rgb), count: to - from)
  }

  private func hatch(row y: Int, from: Int, to: Int, _ colour: Colour) {
    guard let row = image.pointee.tpixels[y] else { return }
    // Lines that rise to the right, the same across strips and boxes.
    for x in from..<to where (x + y + top * Self.scale) % 20 < 3 { row[x] = Int32(colour.rgb) }
  }

  private func slant(_ from: ScenePoint, _ to: ScenePoint, width: Double, _ colour: Colour) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return }
    let (across, down) = (-dy / length * width / 2, dx / length * width / 2)
    func point(_ base: ScenePoint, _ sign: Double) -> gdPoint {
      let scale = Double(Self.scale)
      return gdPoint(
        x: Int32(((base.x + sign * across) * scale).rounded()),
        y: Int32(((base.y + sign * down - Double(top)) * scale).rounded()))
    }
    var corners = [point(from, 1), point(to, 1), point(to, -1), point(from, -1)]
    gd.fillPolygon(image, &corners, Int32(corners.count), Int32(colour.rgb))
  }
}
