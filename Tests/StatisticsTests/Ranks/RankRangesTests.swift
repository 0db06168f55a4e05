import Testing

@testable import Statistics

@Suite struct RankRangesTests {
  private func ranges(
    _ estimates: [Double], _ errors: [Double], degreesOfFreedom: Double? = nil, draws: Int = 2000
  ) throws -> RankRanges {
    try #require(
      RankRanges(
        of: estimates, Uncertainty(errors: errors, degreesOfFreedom: degreesOfFreedom), draws: draws, seed: 42))
  }

  @Test func empty() throws {
    let found = try ranges([], [])
    #expect(found.ranges.isEmpty && found.groupsWithoutDifference.isEmpty)
    #expect(RankRanges(of: [1], Uncertainty(errors: []), seed: 1) == nil)
    #expect(RankRanges(of: [1], Uncertainty(errors: [1]), draws: 0, seed: 1) == nil)
  }

  @Test func one() throws { #expect(try ranges([80], [3]).ranges == [1...1]) }

  @Test func allMissing() throws { #expect(try ranges([.nan, .nan], [1, 1]).ranges == [nil, nil]) }

  @Test func allEqual() throws {
    let found = try ranges([80, 80, 80], [3, 3, 3])
    #expect(found.ranges == [1...3, 1...3, 1...3])
    #expect(found.groupsWithoutDifference == [.init(ranks: 1...3, units: [0, 1, 2])])
  }

  /// Without errors ranks are what they are, and a tie covers both places.
  @Test func knownExactly() throws {
    let found = try ranges([70, 90, 80, 80], [0, 0, 0, 0])
    #expect(found.ranges == [4...4, 1...1, 2...3, 2...3])
    #expect(found.groupsWithoutDifference == [.init(ranks: 2...3, units: [2, 3])])
  }

  /// Of equal true values the greatest studentised difference of k units is Tukey's range over √2: by scipy's
  /// studentized_range, 1.95996 (k = 2), 3.31449/√2 = 2.34370 (k = 3), 4.65429/√2 = 3.29108 (k = 5, 10 degrees of freedom).
  @Test(
    arguments: [(2, nil, 1.95996), (3, nil, 2.34370), (5, 10, 3.29108)] as [(Int, Double?, Double)])
  func criticalValues(count: Int, degreesOfFreedom: Double?, expected: Double) throws {
    let found = try ranges(
      Array(repeating: 80, count: count), Array(repeating: 4, count: count), degreesOfFreedom: degreesOfFreedom,
      draws: 20_000)
    #expect(abs(found.criticalValue - expected) < 0.04)
  }

  /// The first is 10 standard errors of a difference above all others, which are one apart: it alone is told.
  @Test func oneAhead() throws {
    let found = try ranges([100, 81, 80, 79, .nan], [1, 1, 1, 1, 1])
    #expect(found.ranges == [1...1, 2...4, 2...4, 2...4, nil])
    #expect(found.isBetter(0, than: 1) && !found.isBetter(1, than: 0) && !found.isBetter(1, than: 3))
    #expect(found.groupsWithoutDifference == [.init(ranks: 2...4, units: [1, 2, 3])])
  }

  /// What was told leaves the comparison, so that the critical value falls.
  @Test func stepwise() throws {
    let apart = try ranges([100, 60, 20, 0], [1, 1, 1, 1])
    let equal = try ranges([0, 0, 0, 0], [1, 1, 1, 1])
    #expect(apart.criticalValue < equal.criticalValue - 0.1)
    #expect(apart.ranges == [1...1, 2...2, 3...3, 4...4])
  }

  /// Neighbours are 2.5 ÷ √2 = 1.77 apart and not told, the outer two 3.54; the critical value is 2.34.
  @Test func groupsOverlap() throws {
    let found = try ranges([80, 77.5, 75], [1, 1, 1])
    #expect(found.groupsWithoutDifference.map(\.ranks) == [1...2, 2...3])
    #expect(found.ranges == [1...2, 1...3, 2...3])
  }

  /// An unknown error: told from nobody, and it may be anywhere.
  @Test func unknownErrors() throws {
    let found = try ranges([100, 50, 0], [1, .nan, 1])
    #expect(found.ranges == [1...2, 1...3, 2...3])
  }

  /// The same errors as covariances; then all going together, which leaves differences without any error.
  @Test func covariances() throws {
    let (estimates, errors) = ([100.0, 98, 80], [1.0, 2, 1])
    let plain = try ranges(estimates, errors)
    let diagonal = try #require(
      RankRanges(of: estimates, Uncertainty(covariances: [[1, 0, 0], [0, 4, 0], [0, 0, 1]]), seed: 42))
    #expect(plain.ranges == diagonal.ranges && plain.criticalValue == diagonal.criticalValue)
    let together = try #require(
      RankRanges(of: [3, 2, 1], Uncertainty(covariances: Array(repeating: [9, 9, 9], count: 3)), seed: 1))
    #expect(together.ranges == [1...1, 2...2, 3...3])
    // No covariances: a correlation of 2.
    #expect(RankRanges(of: [3, 2], Uncertainty(covariances: [[1, -2], [-2, 1]]), seed: 1) == nil)
  }

  @Test func impossibleUncertainty() throws {
    #expect(RankRanges(of: [3, 2], Uncertainty(errors: [1, 1], degreesOfFreedom: 0), seed: 1) == nil)
    #expect(RankRanges(of: [3, 2], Uncertainty(errors: [1, 1], degreesOfFreedom: .nan), seed: 1) == nil)
    // What is not known of a pair keeps it from being told.
    let unknown = try #require(
      RankRanges(of: [9, 1], Uncertainty(covariances: [[1, .nan], [.nan, 1]]), seed: 1))
    #expect(unknown.ranges == [1...2, 1...2])
    #expect(quotaChances(of: [9, 1], Uncertainty(errors: [1]), places: 1, seed: 1) == nil)
  }

  /// Draws belong to seed and number: again and on other threads they are the same.
  @Test func threadsDoNotMatter() async throws {
    let estimates = (0..<20).map { Double($0 * $0 % 17) }
    let once = try ranges(estimates, Array(repeating: 2, count: 20), draws: 300)
    await withTaskGroup(of: RankRanges?.self) { group in
      for _ in 0..<4 {
        group.addTask {
          RankRanges(of: estimates, Uncertainty(errors: Array(repeating: 2, count: 20)), draws: 300, seed: 42)
        }
      }
      for await again in group { #expect(again == once) }
    }
  }
}
