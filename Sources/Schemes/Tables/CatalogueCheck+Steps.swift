import Findings

/// What a step can give, given what it can get (R2).
extension CatalogueCheck {
  /// - Parameters:
  ///   - points: those of the node; 1 in `first: then`.
  ///   - owner: the node or measure, for findings.
  func bounds(after step: Step, of x: Bounds, points: Double?, owner: String) -> Bounds {
    let points = points ?? 0
    switch step.action {
    case .proportional(let full):
      guard let full = full.number, full > 0 else { return Bounds(0, points) }
      return Bounds(0, points * min(1, max(0, x.high / full)))
    case .add(let each, let atMost):
      if each.number == 0 || atMost?.number == 0 { return Bounds(0, 0) }
      guard let each = each.number, each > 0, x.high.isFinite else { return Bounds(0, points) }
      return Bounds(0, max(0, min(points, each * x.high, atMost?.number ?? .infinity)))
    case .required(let times, let each, let further, let atMost):
      guard let times = times.number, let each = each.number, let further = further.number else {
        return Bounds(0, points)
      }
      let limit = min(points, atMost?.number ?? points)
      return x.mapped { x in
        let beyond = further == 0 || x <= times ? 0 : (x - times) * further
        return max(0, min(limit, (each == 0 ? 0 : min(x, times) * each) + beyond))
      }
    case .deduct(let each, let atMost):
      return each.number == 0 || atMost?.number == 0 ? Bounds(points, points) : Bounds(0, points)
    case .pass(let comparison):
      switch comparison.reach(within: x) {
      case true?: return Bounds(points, points)
      case false?: return Bounds(0, 0)
      case nil: return Bounds(0, points)
      }
    case .dropIf, .impute: return x
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
    case .bands(let bands):
      let rows = bands.map { ($0.atLeast, [$0.gives]) }
      return bandBounds(rows, of: x, owner, at: step.place(ofRow:)).map {
        hull(of: $0.compactMap { bands[$0].gives.number })
      } ?? .unknown
    case .matrix(let matrix): return matrixBounds(matrix, of: x, step, owner) ?? Bounds(0, points)
    case .clamp(let low, let high):
      guard low == nil || low?.number != nil, high == nil || high?.number != nil else { return .unknown }
      let least = low?.number ?? -.infinity
      let most = high?.number ?? .infinity
      return x.mapped { min(max($0, least), most) }
    case .round(let digits):
      let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
      return x.mapped { $0.isFinite ? ($0 * scale).rounded() / scale : $0 }
    case .minMax(let to, .fixed(let a, let b), _):
      guard let a = a.number, let b = b.number, a != b else { return .unknown }
      let slope = (to.high - to.low) / (b - a)
      return (x + Bounds(-a, -a)) * Bounds(slope, slope) + Bounds(to.low, to.low)
    case .zScore, .minMax, .rank, .borda, .percentile, .distance, .shareOfBest, .treat:
      return comparedBounds(step, of: x)
    }
  }

  /// Where every unit belongs to its own population, a value lies between that population's least and greatest.
  private func comparedBounds(_ step: Step, of x: Bounds) -> Bounds {
    let isInside =
      switch step.population ?? scheme.defaults.over {
      case .reported, .peers, .periods: true
      case .eligible, .frozen: false
      }
    switch step.action {
    case .minMax(let to, _, _): return isInside ? Bounds(to.low, to.high) : .unknown
    case .rank: return Bounds(1, .infinity)
    case .borda: return .notNegative
    case .percentile: return isInside ? .share : .notNegative
    case .distance(.best, _): return isInside ? .share : Bounds(-.infinity, .infinity)
    case .distance(.target(let target, let isCapped), _):
      // The target lies above every value: the least of them gives 0, the target 1.
      let isAbove = target.number.map { $0 >= x.high } ?? false
      return Bounds(isInside && isAbove ? 0 : -.infinity, isCapped || isAbove ? 1 : .infinity)
    case .distance(.unit, _): return .unknown
    case .shareOfBest: return isInside && x.low >= 0 ? .share : .unknown
    case .treat(let treatment, _): return treatment.then == .none ? x : .unknown
    default: return .unknown
    }
  }

  /// The rows of bands that a value within the bounds can reach; the last must reach the least value.
  /// - Returns: their indices; nil where a bound is not known yet.
  private func bandBounds(
    _ bands: [(atLeast: Step.Operand, gives: [Step.Operand])], of x: Bounds, _ owner: String,
    at place: (Int) -> Place
  ) -> [Int]? {
    let bounds = bands.compactMap(\.atLeast.number)
    guard bounds.count == bands.count, bands.allSatisfy({ $0.gives.allSatisfy { $0.number != nil } }),
      let last = bounds.last
    else { return nil }
    if last > x.low { report(.bandsStopShort(node: owner, last: last, minimum: x.low), at: place(bands.count - 1)) }
    var reached: [Int] = []
    var above = Double.infinity
    for (index, bound) in bounds.enumerated() {
      if bound > x.high {
        report(.bandUnreachable(node: owner, bound: bound, limit: x.high), at: place(index))
      } else if above > x.low {
        reached.append(index)
      } else {
        report(.bandUnreachable(node: owner, bound: bound, limit: x.low), at: place(index))
      }
      above = bound
    }
    return reached
  }

  /// The cells that the value and the other measure can reach together.
  /// - Returns: nil where the other measure has problems of its own.
  private func matrixBounds(_ matrix: Step.Matrix, of x: Bounds, _ step: Step, _ owner: String) -> Bounds? {
    guard let across = measureBounds[matrix.across] else { return nil }
    let rows = bandBounds(
      matrix.rows.map { ($0.atLeast, $0.gives) }, of: x, owner, at: step.place(ofRow:))
    let columns = bandBounds(
      matrix.columns.map { ($0, []) }, of: across, matrix.across, at: step.place(ofColumn:))
    guard let rows, let columns else { return .unknown }
    return hull(of: rows.flatMap { row in columns.compactMap { matrix.rows[row].gives[$0].number } })
  }

  private func hull(of values: [Double]) -> Bounds { Bounds(values.min() ?? 0, values.max() ?? 0) }

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

extension Step {
  /// Of numbers that are 0 or 1 it gives such numbers again.
  var givesYesOrNo: Bool { if case .pass = action { true } else { false } }
}
