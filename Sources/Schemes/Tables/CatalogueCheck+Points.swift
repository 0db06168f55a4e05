import Findings

extension CatalogueCheck {
  /// What a node's value can be after its steps; under points it must be 0…P (R2). nil where something below is unknown
  /// because it was reported, or comes from a table.
  mutating func bounds(of node: Node) -> Bounds? {
    let source: Bounds?
    switch node.source {
    case .measure(let id): source = measureBounds[id]
    case .leaves, .hands: source = nil
    case .children(let children, let aggregation):
      let all = children.map { bounds(of: $0) }
      switch aggregation {
      case .sum: source = Bounds(0, children.compactMap(\.points).reduce(0, +))
      case .mean:
        let known = all.compactMap { $0 }
        source =
          known.count == all.count ? known.dropFirst().reduce(known.first ?? .unknown) { $0.hull($1) } : nil
      default: source = .unknown
      }
    }
    guard var value = source else { return node.points.map { Bounds(0, $0) } }
    let raw = value
    let warnings = log.count(.warning)
    for step in node.steps { value = bounds(after: step, of: value, node) }
    guard let points = node.points else { return value }
    let tolerance = 1e-9 * max(1, points)
    if value.low < -tolerance || value.high > points + tolerance {
      let place = node.steps.last?.place ?? node.place(of: "points")
      if let measure = node.measure, !value.isFinite {
        report(
          .rangeMissing(node: node.id, measure: measure, low: raw.low, high: raw.high, points: points), at: place)
      } else {
        report(.pointsInterval(node: node.id, low: value.low, high: value.high, points: points), at: place)
      }
    } else if let last = node.steps.last, value.high < points - tolerance, log.count(.warning) == warnings {
      report(.pointsUnreachable(node: node.id, most: value.high, points: points), at: last.place)
    }
    return Bounds(0, points)
  }

  private func bounds(after step: Step, of x: Bounds, _ node: Node) -> Bounds {
    let points = node.points ?? 0
    switch step.action {
    case .proportional(let full):
      guard let full = full.number, full > 0 else { return Bounds(0, points) }
      return Bounds(0, points * min(1, max(0, x.high / full)))
    case .add(let each, let atMost):
      guard let each = each.number, each > 0, x.high.isFinite else { return Bounds(0, points) }
      return Bounds(0, max(0, min(points, each * x.high, atMost?.number ?? .infinity)))
    case .deduct, .pass: return Bounds(0, points)
    case .zScore: return .unknown
    case .dropIf: return x
    case .times(let factor):
      guard let factor = factor.number else { return .unknown }
      return x * Bounds(factor, factor)
    case .goalposts(_, _, _, let to): return Bounds(to.low, to.high)
    case .linear(let knots):
      let points = knots.compactMap { knot in knot.x.number.flatMap { x in knot.y.number.map { (x, $0) } } }
      guard points.count == knots.count else { return .unknown }
      let inside = points.filter { x.low <= $0.0 && $0.0 <= x.high }.map(\.1)
      let values = inside + [x.low, x.high].map { Self.interpolated($0, points) }
      return Bounds(values.min() ?? 0, values.max() ?? 0)
    case .bands(let bands): return bandBounds(bands, of: x, step, node)
    default: return .unknown
    }
  }

  /// The bands that a value within the bounds can reach; the last must reach the least value.
  private func bandBounds(_ bands: [Step.Band], of x: Bounds, _ step: Step, _ node: Node) -> Bounds {
    let rows = bands.compactMap { band in
      band.atLeast.number.flatMap { bound in band.gives.number.map { (bound: bound, gives: $0) } }
    }
    guard rows.count == bands.count, let last = rows.last else { return .unknown }
    if last.bound > x.low {
      report(.bandsStopShort(node: node.id, last: last.bound, minimum: x.low), at: step.place)
    }
    var reached: [Double] = []
    var above = Double.infinity
    for row in rows {
      if row.bound > x.high {
        report(.bandUnreachable(node: node.id, bound: row.bound, limit: x.high), at: step.place)
      } else if above > x.low {
        reached.append(row.gives)
      } else {
        report(.bandUnreachable(node: node.id, bound: row.bound, limit: x.low), at: step.place)
      }
      above = row.bound
    }
    guard let low = reached.min(), let high = reached.max() else { return Bounds(0, 0) }
    return Bounds(low, high)
  }

  /// Piecewise linear, clamped at the ends.
  private static func interpolated(_ x: Double, _ points: [(Double, Double)]) -> Double {
    guard let first = points.first, let last = points.last else { return 0 }
    if x <= first.0 { return first.1 }
    if x >= last.0 { return last.1 }
    for (a, b) in zip(points, points.dropFirst()) where x <= b.0 {
      return a.1 + (b.1 - a.1) * ((x - a.0) / (b.0 - a.0))
    }
    return last.1
  }
}
