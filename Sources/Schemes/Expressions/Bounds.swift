/// The values that a number can take, for interval arithmetic; open ends are infinite.
package struct Bounds: Sendable, Equatable {
  package let low: Double
  package let high: Double

  package init(_ low: Double, _ high: Double) {
    self.low = Swift.min(low, high)
    self.high = Swift.max(low, high)
  }
  package init(_ range: ClosedRange<Double>?) {
    self.init(range?.lowerBound ?? -.infinity, range?.upperBound ?? .infinity)
  }

  package static let unknown = Bounds(-.infinity, .infinity)
  package static let share = Bounds(0, 1)
  package static let notNegative = Bounds(0, .infinity)

  package var isFinite: Bool { low.isFinite && high.isFinite }

  func hull(_ other: Bounds) -> Bounds { Bounds(Swift.min(low, other.low), Swift.max(high, other.high)) }
  static func + (a: Bounds, b: Bounds) -> Bounds { Bounds(a.low + b.low, a.high + b.high) }
  static prefix func - (a: Bounds) -> Bounds { Bounds(-a.high, -a.low) }
  static func * (a: Bounds, b: Bounds) -> Bounds {
    let products = [a.low, a.high].flatMap { x in [b.low, b.high].map { product(x, $0) } }
    return Bounds(products.min() ?? 0, products.max() ?? 0)
  }
  /// All numbers, where the divisor can be 0.
  static func / (a: Bounds, b: Bounds) -> Bounds {
    if b.low <= 0 && b.high >= 0 { return .unknown }
    return a * Bounds(1 / b.high, 1 / b.low)
  }
  /// Divided by a number above 0, at most `divisor.high`.
  func dividedByPositive(_ divisor: Bounds) -> Bounds {
    let least = Swift.max(divisor.low, 0)
    let inverse = Bounds(divisor.high.isFinite ? 1 / divisor.high : 0, least > 0 ? 1 / least : .infinity)
    return self * inverse
  }
  var magnitude: Bounds {
    low >= 0 ? self : high <= 0 ? -self : Bounds(0, Swift.max(-low, high))
  }
  func lesser(_ other: Bounds) -> Bounds { Bounds(Swift.min(low, other.low), Swift.min(high, other.high)) }
  func greater(_ other: Bounds) -> Bounds { Bounds(Swift.max(low, other.low), Swift.max(high, other.high)) }
  /// Of the function that is monotone and never falls.
  func mapped(_ function: (Double) -> Double) -> Bounds { Bounds(function(low), function(high)) }

  /// 0 times an open end is 0: the factor is exactly 0 there.
  private static func product(_ x: Double, _ y: Double) -> Double { x == 0 || y == 0 ? 0 : x * y }
}
