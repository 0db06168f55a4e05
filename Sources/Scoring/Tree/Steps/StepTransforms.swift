import Foundation
import Schemes
import Statistics

/// The pointwise steps: each value by itself (R3, R15). NaN in, NaN out; what a formula cannot give is NaN too.
extension Step.Action {
  /// - Parameter points: P, the node's own points; steps that need them give nothing without.
  func transformed(_ values: [Double], points: Double?) -> [Double] {
    switch self {
    case .linear(let knots):
      let xs = knots.map { $0.x.number ?? .nan }
      let ys = knots.map { $0.y.number ?? .nan }
      return values.map { interpolate($0, xs, ys) }
    case .bands(let bands):
      let rows = bands.map { (Comparison(.atLeast, $0.atLeast.number ?? .nan), $0.gives.number ?? .nan) }
      return values.map { value in rows.first { $0.0.holds(for: value) }?.1 ?? .nan }
    case .proportional(let full):
      let (points, full) = (points ?? .nan, full.number ?? .nan)
      return values.map { points * clamped($0 / full, 0, 1) }
    case .deduct(let each, let atMost):
      let (points, each, most) = (points ?? .nan, each.number ?? .nan, limit(atMost))
      return values.map { value in
        let taken = each * value
        return taken.isNaN ? .nan : orNaN(points - Swift.min(taken, most)) { Swift.max(0, $0) }
      }
    case .add(let each, let atMost):
      let (points, each, most) = (points ?? .nan, each.number ?? .nan, limit(atMost))
      return values.map { value in
        let given = each * value
        return given.isNaN || points.isNaN ? .nan : Swift.max(0, Swift.min(points, given, most))
      }
    case .pass(let comparison):
      let points = points ?? .nan
      return values.map { $0.isNaN ? .nan : comparison.holds(for: $0) ? points : 0 }
    case .goalposts(let low, let high, let isLogarithmic, let to):
      return goalposts(values, low.number ?? .nan, high.number ?? .nan, isLogarithmic, to)
    case .times(let factor):
      guard let factor = factor.number, factor != 1 else { return values }
      return values.map { value in
        let product = value * factor
        return product.isFinite ? product : .nan
      }
    case .required(let times, let each, let further, let atMost):
      return required(
        values, points ?? .nan, times.number ?? .nan, each.number ?? .nan, further.number ?? .nan, limit(atMost))
    case .minMax(let to, .fixed(let low, let high), _):
      let (low, high) = (low.number ?? .nan, high.number ?? .nan)
      if low == high { return values.map { _ in .nan } }
      return values.map { to.low + (to.high - to.low) * ($0 - low) / (high - low) }
    case .clamp(let low, let high):
      let (low, high) = (low?.number ?? -.infinity, high?.number ?? .infinity)
      return values.map { clamped($0, low, high) }
    case .round(let digits): return values.map { displayed($0, digits: digits) }
    // Not pointwise: `TreePass` takes them.
    case .matrix, .zScore, .minMax, .rank, .borda, .percentile, .distance, .shareOfBest, .impute, .treat, .dropIf:
      return values
    }
  }

  /// min(x, times)·each + max(0, x − times)·further, between 0 and the least of P and the limit.
  private func required(
    _ values: [Double], _ points: Double, _ times: Double, _ each: Double, _ further: Double, _ most: Double
  ) -> [Double] {
    values.map { value in
      let earned = Swift.min(value, times) * each + Swift.max(0, value - times) * further
      return earned.isNaN || points.isNaN ? .nan : clamped(earned, 0, Swift.min(points, most))
    }
  }

  /// No limit is +∞; a row's empty cell is none either.
  private func limit(_ operand: Step.Operand?) -> Double { operand?.number ?? .infinity }

  private func orNaN(_ value: Double, _ transform: (Double) -> Double) -> Double {
    value.isNaN ? .nan : transform(value)
  }

  private func goalposts(
    _ values: [Double], _ low: Double, _ high: Double, _ isLogarithmic: Bool, _ to: Step.Interval
  ) -> [Double] {
    let a = isLogarithmic ? log(low) : low
    let b = isLogarithmic ? log(high) : high
    return values.map { value in
      // Compared with a written number, and so snapped (K1): what is 0 but for rounding has no logarithm.
      if isLogarithmic && !(snapped(value) > 0) { return .nan }
      let x = isLogarithmic ? log(value) : value
      return to.low + (to.high - to.low) * clamped((x - a) / (b - a), 0, 1)
    }
  }
}

/// The value within its bounds; NaN stays NaN.
func clamped(_ value: Double, _ low: Double, _ high: Double) -> Double {
  value.isNaN ? .nan : min(max(value, low), high)
}

/// Piecewise linear, clamped at the ends; a knot gives exactly its own y.
private func interpolate(_ x: Double, _ xs: [Double], _ ys: [Double]) -> Double {
  guard !x.isNaN, let first = ys.first, let last = ys.last else { return .nan }
  if x <= xs[0] { return first }
  for upper in xs.indices.dropFirst() where x < xs[upper] {
    let lower = upper - 1
    return ys[lower] + (ys[upper] - ys[lower]) * ((x - xs[lower]) / (xs[upper] - xs[lower]))
  }
  return last
}
