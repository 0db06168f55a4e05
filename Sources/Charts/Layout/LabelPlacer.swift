/// Finds places for names beside their dots, so that none touches another name, a dot or a line; where there is no room
/// near by, farther off at the end of a thin line. What finds no place at all is listed, not dropped.
struct LabelPlacer {
  let metrics: any TextMetrics
  let bounds: SceneBox
  private var taken: [SceneBox] = []
  private(set) var elements: [SceneElement] = []
  private(set) var unplaced: [String] = []

  init(metrics: any TextMetrics, bounds: SceneBox) {
    self.metrics = metrics
    self.bounds = bounds
  }

  mutating func avoid(_ box: SceneBox) { taken.append(box) }

  mutating func avoid(_ point: ScenePoint, radius: Double) {
    taken.append(
      SceneBox(left: point.x - radius, top: point.y - radius, right: point.x + radius, bottom: point.y + radius))
  }

  /// Every few pixels of a line.
  mutating func avoid(line points: [ScenePoint]) {
    for (from, to) in zip(points, points.dropFirst()) {
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let steps = max(1, Int(((dx * dx + dy * dy).squareRoot() / 8).rounded(.up)))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        avoid(ScenePoint(from.x + dx * share, from.y + dy * share), radius: 3)
      }
    }
  }

  mutating func place(
    _ text: String, at point: ScenePoint, radius: Double, size: Double = HouseStyle.noteSize,
    colour: Colour = HouseStyle.ink
  ) {
    let width = metrics.width(of: text, size: size, weight: .regular)
    let height = size * (HouseStyle.ascent + HouseStyle.descent)
    for distance in [radius + 5, radius + 24, radius + 48, radius + 80] {
      for (across, down) in Self.directions {
        let middle = ScenePoint(
          point.x + across * (distance + width / 2), point.y + down * (distance + height / 2))
        let box = SceneBox(
          left: middle.x - width / 2, top: middle.y - height / 2, right: middle.x + width / 2,
          bottom: middle.y + height / 2)
        guard box.left >= bounds.left, box.right <= bounds.right, box.top >= bounds.top, box.bottom <= bounds.bottom,
          !taken.contains(where: { $0.touches(box) })
        else { continue }
        if distance > radius + 5 {
          let end = ScenePoint(
            max(box.left, min(point.x, box.right)), down == 0 ? middle.y : down < 0 ? box.bottom : box.top)
          elements.append(.line(point, end, width: 1.5, HouseStyle.quiet, dash: nil))
        }
        taken.append(box)
        elements.append(
          .text(
            SceneText(
              text: text, x: box.left, baseline: box.top + size * HouseStyle.ascent, anchor: .start, size: size,
              weight: .regular, colour: colour)))
        return
      }
    }
    unplaced.append(text)
  }

  /// Right, left, above, below, then between them.
  private static let directions: [(Double, Double)] = [
    (1, 0), (-1, 0), (0, -1), (0, 1), (0.7, -0.7), (0.7, 0.7), (-0.7, -0.7), (-0.7, 0.7),
  ]
}

extension SceneBox {
  func touches(_ other: SceneBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
