import Testing

@testable import Statistics

@Suite struct QuotaChanceTests {
  private func chances(_ estimates: [Double], _ errors: [Double], places: Int) throws -> [Double] {
    try #require(quotaChances(of: estimates, Uncertainty(errors: errors), places: places, draws: 10_000, seed: 5))
  }

  @Test func empty() throws { #expect(try chances([], [], places: 1).isEmpty) }

  @Test func one() throws {
    #expect(try chances([80], [2], places: 1) == [1])
    #expect(try chances([80], [2], places: 0) == [0])
  }

  @Test func missing() throws {
    let found = try chances([.nan, 80, 70], [1, 1, .nan], places: 1)
    #expect(found[0].isNaN && found[1] > 0.99 && found[2].isNaN)
  }

  /// Equal units share the places alike; without errors exactly.
  @Test func equal() throws {
    #expect(try chances([5, 5, 5, 5], [0, 0, 0, 0], places: 3) == [0.75, 0.75, 0.75, 0.75])
    for chance in try chances([5, 5, 5, 5], [1, 1, 1, 1], places: 1) { #expect(abs(chance - 0.25) < 0.02) }
  }

  /// One standard error ahead: Φ(1/√2) = 0.76025.
  @Test func twoUnits() throws {
    let found = try chances([1, 0], [1, 1], places: 1)
    #expect(abs(found[0] - 0.76025) < 0.02)
    #expect(abs(found[0] + found[1] - 1) < 1e-12)
  }

  @Test func morePlacesThanUnits() throws { #expect(try chances([1, 2], [1, 1], places: 9) == [1, 1]) }
}
