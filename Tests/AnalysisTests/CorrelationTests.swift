import Testing

@testable import Analysis

@Suite struct CorrelationTests {
  /// Means 2 and 1; Σdx² = 8, Σdy² = 6, Σdxdy = (−2)(−1) + 0 + 2·2 = 6, so r = 6 ÷ √48.
  @Test func byHand() {
    let found = Correlation([0, 2, 4], [0, 0, 3])
    #expect(near(found.r, 6 / 48.0.squareRoot()))
    #expect(found.units == 3)
  }

  static let columnsWithoutSpread: [[Double]] = [
    [], [1], [1, 2], [.nan, .nan, .nan, 1], [5, 5, 5, 5], [0.1 + 0.2, 0.3, 0.3],
  ]

  @Test(arguments: columnsWithoutSpread)
  func undefined(_ x: [Double]) { #expect(Correlation(x, (0..<x.count).map(Double.init)).r.isNaN) }

  @Test func missingIsLeftOut() {
    let found = Correlation([0, .nan, 2, 4], [0, 9, 0, 3])
    #expect(near(found.r, 6 / 48.0.squareRoot()))
  }

  /// At 5 %, two-sided, the critical |r| of ten pairs is 0.632 (any table of r).
  @Test func chance() {
    let x = (0..<10).map(Double.init)
    // y = x with the signs of the deviations turned for some: r above and below the bound.
    #expect(Correlation(x, [0, 2, 1, 3, 5, 4, 6, 8, 7, 9]).isBeyondChance)
    #expect(!Correlation(x, [5, 1, 8, 2, 9, 0, 7, 3, 6, 4]).isBeyondChance)
    #expect(Correlation(x, x.map { -$0 }).isBeyondChance)
    #expect(!Correlation([1, 2, 3], [1, 2, 3]).isBeyondChance)
  }

  /// A straight line explains everything; so does a parabola, of which r sees nothing.
  @Test func correlationRatios() {
    let x = (-10...10).map(Double.init)
    #expect(near(correlationRatio(of: x.map { 3 - 2 * $0 }, given: x), 1))
    let parabola = x.map { $0 * $0 }
    #expect(near(Correlation(x, parabola).r, 0))
    #expect(correlationRatio(of: parabola, given: x) > 0.95)
    // Alternating: neighbours say nothing of a value.
    #expect(correlationRatio(of: x.enumerated().map { $0.offset % 2 == 0 ? 1 : -1 }, given: x) < 0.05)
    #expect(correlationRatio(of: [1, 2, 3], given: [1, 2, 3]).isNaN)
    #expect(correlationRatio(of: x, given: x.map { _ in 4 }).isNaN)
  }
}
