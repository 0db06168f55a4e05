import Testing

@testable import Statistics

@Suite struct SmallestChangeTests {
  /// Standard deviation 20 of 100, both halves with n answers: 1.96·20·√(2/n).
  @Test(arguments: [(30, 10.1), (60, 7.2), (100, 5.5), (200, 3.9)] as [(Int, Double)])
  func halfWidths(n: Int, expected: Double) throws {
    let change = try #require(smallestDetectableChange(deviations: (20, 20), counts: (n, n)))
    #expect(abs(change - expected) < 0.05)
  }

  /// 1.96·√2·6 ÷ √2 = 11.76; with power 0.8 (1.95996 + 0.84162) ÷ 1.95996 = 1.4294 times as much.
  @Test func visitsAndPower() throws {
    #expect(abs(try #require(assessorAllowance(deviation: 6, visits: 2)) - 11.759783907) < 1e-8)
    let half = try #require(smallestDetectableChange(deviations: (20, 20), counts: (60, 60)))
    let most = try #require(smallestDetectableChange(deviations: (20, 20), counts: (60, 60), power: 0.8))
    #expect(abs(most / half - 1.42940) < 1e-4)
  }

  @Test func nothingToGoBy() {
    #expect(smallestDetectableChange(deviations: (20, 20), counts: (0, 60)) == nil)
    #expect(smallestDetectableChange(deviations: (.nan, 20), counts: (3, 60)) == nil)
    #expect(assessorAllowance(deviation: .nan, visits: 2) == nil)
  }
}
