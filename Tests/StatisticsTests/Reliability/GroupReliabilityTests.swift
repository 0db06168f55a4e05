import Testing

@testable import Statistics

@Suite struct GroupReliabilityTests {
  @Test func tooLittle() {
    #expect(GroupReliability([]) == nil)
    #expect(GroupReliability([[1, 2, 3]]) == nil)
    #expect(GroupReliability([[1], [2]]) == nil)
    #expect(GroupReliability([[.nan], [.nan, .nan]]) == nil)
    #expect(GroupReliability([[3, 3], [3, 3]]) == nil)
  }

  /// Means 2 and 6 of two groups of two: MSB = 2·(2² + 2²) = 16; MSW = (1 + 1 + 1 + 1) ÷ 2 = 2;
  /// ICC(1) = 14 ÷ 18, ICC(2) = 14 ÷ 16.
  @Test func byHand() throws {
    let found = try #require(GroupReliability([[1, 3], [5, 7]]))
    #expect(found.size == 2)
    #expect(abs(found.icc1 - 14.0 / 18) < 1e-15 && abs(found.icc2 - 0.875) < 1e-15)
  }

  /// Unequal groups by numpy; p by scipy's f_oneway.
  @Test func unequalGroups() throws {
    let groups: [[Double]] = [[80, 75, 90, 85], [60, .nan, 70, 65], [88, 92, 95, 85, 90], [72], []]
    let found = try #require(GroupReliability(groups))
    #expect(abs(found.size - 3.0256410256410255) < 1e-14)
    #expect(abs(found.icc1 - 0.8342276942371001) < 1e-13)
    #expect(abs(found.icc2 - 0.9383710757085596) < 1e-13)
    #expect(relativeError(found.p, 0.000565733571250155) < 1e-11)
    #expect(found.groups == 4 && found.answers == 13)
  }

  /// A reliability of 0.70 needs about 231, 114, 44 and 21 answers.
  @Test(arguments: [(0.01, 231), (0.02, 114), (0.05, 44), (0.10, 21)] as [(Double, Double)])
  func answersForReliability(icc1: Double, expected: Double) throws {
    let needed = try #require(GroupReliability.answersNeeded(icc1: icc1))
    #expect(abs(needed - expected) < 0.5)
    // Spearman & Brown the other way: the reliability of so many answers is 0.7.
    #expect(abs(needed * icc1 / (1 + (needed - 1) * icc1) - 0.7) < 1e-12)
  }

  @Test func noNumberIsEnough() {
    #expect(GroupReliability.answersNeeded(icc1: 0) == nil)
    #expect(GroupReliability.answersNeeded(icc1: -0.02) == nil)
    #expect(GroupReliability.answersNeeded(icc1: .nan) == nil)
    #expect(GroupReliability.answersNeeded(icc1: 1) == 0)
  }
}
