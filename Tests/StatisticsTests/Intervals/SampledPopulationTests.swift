import Testing

@testable import Statistics

@Suite struct SampledPopulationTests {
  /// 60 of 80 answered: 1 − 60/80 = ¼ of the variance is left, so the interval is half as wide.
  @Test func aMeanOfMostOfThem() throws {
    let wide = try #require(meanInterval(mean: 70, deviation: 20, n: 60))
    let narrow = try #require(meanInterval(mean: 70, deviation: 20, n: 60, population: .finite(size: 80)))
    #expect(abs((narrow.upper - 70) - (wide.upper - 70) / 2) < 1e-12)
  }

  /// 30 of 60 among 120: n* = 60·119 ÷ 60 = 119, and Wilson's formula at p = ½, n = 119 by hand.
  @Test func aShareOfHalfOfThem() throws {
    let interval = try #require(wilsonInterval(successes: 30, of: 60, population: .finite(size: 120)))
    #expect(abs(interval.lower - 0.4115809971754665) < 1e-13)
    #expect(abs(interval.upper - 0.5884190028245335) < 1e-13)
  }

  @Test func aCensusLeavesNoDoubt() {
    let point = ConfidenceInterval(lower: 0.25, upper: 0.25)
    #expect(wilsonInterval(successes: 2, of: 8, population: .finite(size: 8)) == point)
    #expect(
      meanInterval(mean: 3, deviation: 2, n: 8, population: .finite(size: 8))
        == ConfidenceInterval(lower: 3, upper: 3))
  }

  @Test func moreThanThereAre() {
    #expect(wilsonInterval(successes: 2, of: 9, population: .finite(size: 8)) == nil)
    #expect(meanInterval(mean: 3, deviation: 2, n: 9, population: .finite(size: 8)) == nil)
    #expect(SampledPopulation.finite(size: 0).correction(n: 0) == nil)
  }
}
