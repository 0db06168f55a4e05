import Foundation
import Statistics

/// How much of the spread of y would be gone if x were known: V(E(y|x)) ÷ V(y), the main effect or first-order
/// sensitivity index (Becker, Saisana, Paruolo & Vandecasteele, Ecological Indicators 80, 2017; Paruolo, Saisana & Saltelli,
/// JRSS A 176, 2013). 0…1; unlike r² it sees relations that are not straight.
///
/// E(y|x) is estimated by local-linear regression with a Gaussian kernel. The bandwidth is the one of a fixed grid – 0.1,
/// 0.2, 0.4, 0.8, 1.6, 3.2 standard deviations of x, and the straight line – whose leave-one-out error is least; of
/// equal ones the wider.
/// - Returns: NaN under 10 units with both numbers, or where one does not vary. O(n²).
package func correlationRatio(of y: [Double], given x: [Double]) -> Double {
  let both = zip(x, y).filter { !$0.0.isNaN && !$0.1.isNaN }
  guard both.count >= 10, !Correlation(both.map(\.0), both.map(\.1)).r.isNaN else { return .nan }
  let (mx, my) = (mean(both.map(\.0)), mean(both.map(\.1)))
  let (sx, sy) = (sampleDeviation(both.map(\.0)), sampleDeviation(both.map(\.1)))
  let points = both.map { (x: ($0.0 - mx) / sx, y: ($0.1 - my) / sy) }
  var best = (error: Double.infinity, fitted: [Double]())
  for width in [Double.infinity, 3.2, 1.6, 0.8, 0.4, 0.2, 0.1] {
    let fit = LocalLine(points: points, width: width)
    if fit.error < best.error - 1e-12 { best = (fit.error, fit.fitted) }
  }
  let deviation = sampleDeviation(best.fitted)
  return deviation.isNaN ? .nan : min(1, deviation * deviation)
}

/// Local-linear fit at every point, and its leave-one-out error.
private struct LocalLine {
  private(set) var fitted: [Double] = []
  /// Mean squared error of the points, each predicted from the others; infinite where one has no neighbours.
  private(set) var error = 0.0

  init(points: [(x: Double, y: Double)], width: Double) {
    for (index, at) in points.enumerated() {
      var (s0, s1, s2, t0, t1) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for (other, point) in points.enumerated() where other != index {
        let d = point.x - at.x
        let weight = width.isInfinite ? 1 : exp(-0.5 * (d / width) * (d / width))
        s0 += weight
        s1 += weight * d
        s2 += weight * d * d
        t0 += weight * point.y
        t1 += weight * d * point.y
      }
      guard let without = Self.line(s0, s1, s2, t0, t1) else {
        error = .infinity
        return
      }
      // With the point itself: d = 0, weight 1.
      fitted.append(Self.line(s0 + 1, s1, s2, t0 + at.y, t1) ?? without)
      error += (at.y - without) * (at.y - without) / Double(points.count)
    }
  }

  /// The line's height at d = 0; where all neighbours stand in one place, their mean; nil without neighbours.
  private static func line(_ s0: Double, _ s1: Double, _ s2: Double, _ t0: Double, _ t1: Double) -> Double? {
    guard s0 > 1e-9 else { return nil }
    let determinant = s0 * s2 - s1 * s1
    return determinant > 1e-9 * s0 * s0 ? (s2 * t0 - s1 * t1) / determinant : t0 / s0
  }
}
