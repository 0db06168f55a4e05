import Testing

@testable import Statistics

@Suite struct RoundingTests {
  @Test func snappingJoinsWhatShouldBeEqual() {
    #expect(0.1 + 0.2 != 0.3)
    #expect(snapped(0.1 + 0.2) == 0.3)
    #expect(snapped(84.999_999_999_9) == 85)
    #expect(snapped(84.999_999_99) == 84.999_999_99)
    #expect(snapped(0) == 0)
    #expect(snapped(-1.000_000_000_4) == -1)
  }

  @Test func snappingLeavesWhatIsTooLarge() {
    #expect(snapped(1e300) == 1e300)
    #expect(snapped(123_456_789.123) == 123_456_789.123)
    #expect(snapped(.nan).isNaN)
    #expect(snapped(.infinity) == .infinity)
  }

  /// 1.005 lies below itself as a double; a committee counts in decimals.
  @Test(
    arguments: [
      (1.005, 2, 1.01), (-1.005, 2, -1.01), (2.675, 2, 2.68), (0.125, 2, 0.13), (89.995, 2, 90), (89.9949, 2, 89.99),
      (0.5, 0, 1), (-0.5, 0, -1), (-0.4, 0, 0), (2.5, 0, 3), (84.994_999_999_9, 2, 85), (3.14159, 12, 3.14159),
      (1e12 + 0.5, 0, 1e12 + 1), (0, 2, 0),
    ] as [(Double, Int, Double)])
  func halfAwayFromZero(value: Double, digits: Int, expected: Double) {
    #expect(displayed(value, digits: digits) == expected)
  }

  @Test func nothingIsNothing() {
    #expect(displayed(.nan, digits: 2).isNaN)
    #expect(displayed(.infinity, digits: 2) == .infinity)
    #expect(displayed(1e308, digits: 2) == 1e308)
    #expect(displayed(-0.001, digits: 2).sign == .plus)
  }
}

@Suite struct RanksTests {
  @Test func nothingAndOne() {
    #expect(ranks(of: []) == [])
    #expect(ranks(of: [3]) == [1])
    #expect(ranks(of: [.nan, .nan]) == [nil, nil])
    #expect(ranks(of: [2, 2, 2]) == [1, 1, 1])
  }

  /// scipy.stats.rankdata([-5, -3, -4, -4, -1], method="min") is 1, 4, 2, 2, 5.
  @Test func tiesShareTheLeastRank() {
    #expect(ranks(of: [5, 3, 4, 4, 1]) == [1, 4, 2, 2, 5])
    #expect(ranks(of: [5, .nan, 4, 4, 1]) == [1, nil, 2, 2, 4])
  }

  /// Each is compared with the previous in sorted order, not with the first of the block.
  @Test func toleranceChains() {
    #expect(ranks(of: [100, 100 + 9e-11, 100 + 18e-11]) == [1, 1, 1])
    #expect(ranks(of: [100, 100 + 3e-10]) == [2, 1])
    #expect(ranks(of: [100, 100 + 9e-11], isExact: true) == [2, 1])
    #expect(ranks(of: [0, 0.9e-12]) == [1, 1])
    #expect(ranks(of: [0, 1.1e-12]) == [2, 1])
    #expect(ranks(of: [.infinity, .infinity, 1]) == [1, 1, 3])
  }

  @Test func blocksKeepTheGivenOrder() {
    let values = [1, .nan, 2, 1 + 1e-13, .nan, 2]
    #expect(tieBlocks([5, 4, 3, 2, 1, 0], by: values) == [[5, 2], [3, 0], [4, 1]])
  }
}
