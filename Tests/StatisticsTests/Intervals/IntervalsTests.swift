import Testing

@testable import Statistics

@Suite struct IntervalsTests {
  /// Newcombe, Statistics in Medicine 17 (1998), table I, method 3, as printed to four places.
  @Test(
    arguments: [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)]
      as [(Int, Int, Double, Double)])
  func wilsonAsNewcombePrintsIt(successes: Int, n: Int, lower: Double, upper: Double) throws {
    let interval = try #require(wilsonInterval(successes: Double(successes), of: Double(n)))
    #expect(abs(interval.lower - lower) < 0.00005)
    #expect(abs(interval.upper - upper) < 0.00005)
  }

  /// scipy.stats.binomtest(15, 148).proportion_ci(method="wilson").
  @Test func wilsonToTheLastDigit() throws {
    let interval = try #require(wilsonInterval(successes: 15, of: 148))
    #expect(abs(interval.lower - 0.06238639953073629) < 1e-14)
    #expect(abs(interval.upper - 0.16048724172330803) < 1e-14)
  }

  @Test func wilsonAtTheEnds() {
    #expect(wilsonInterval(successes: 0, of: 0) == nil)
    #expect(wilsonInterval(successes: 3, of: 2) == nil)
    #expect(wilsonInterval(successes: .nan, of: 2) == nil)
    #expect(wilsonInterval(successes: 0, of: 7)?.lower == 0)
    #expect(wilsonInterval(successes: 7, of: 7)?.upper == 1)
  }

  /// scipy.stats.t.interval(0.95, 4, loc=5.6, scale=sem) of 5.1, 4.9, 6.2, 5.8, 6.0.
  @Test func studentInterval() throws {
    let values = [5.1, 4.9, 6.2, 5.8, 6.0]
    let interval = try #require(
      meanInterval(mean: mean(values), deviation: sampleDeviation(values), n: values.count))
    #expect(abs(interval.lower - 4.892142611508864) < 1e-12)
    #expect(abs(interval.upper - 6.3078573884911355) < 1e-12)
    #expect(meanInterval(mean: 5, deviation: .nan, n: 1) == nil)
    #expect(meanInterval(mean: 5, deviation: 0, n: 3) == ConfidenceInterval(lower: 5, upper: 5))
  }

  /// scipy.stats.norm.ppf.
  @Test(
    arguments: [
      (0.5, 0), (0.975, 1.959963984540054), (0.995, 2.5758293035489004), (1e-10, -6.361340902404056),
      (0.001, -3.090232306167813), (0.9, 1.2815515655446004),
    ] as [(Double, Double)])
  func normal(p: Double, expected: Double) {
    #expect(abs(normalQuantile(p) - expected) < 1e-14 * max(1, abs(expected)))
  }

  /// scipy.stats.t.ppf; 12.706, 4.303 and 31.599 stand in every printed table.
  @Test(
    arguments: [
      (0.975, 1, 12.706204736174694), (0.975, 2, 4.302652729749462), (0.975, 3, 3.1824463052837078),
      (0.975, 10, 2.228138851986274), (0.975, 29, 2.045229642132703), (0.995, 5, 4.032142983555228),
      (0.95, 1000, 1.6463788172854643), (0.6, 4, 0.2707222947075976), (0.9995, 2, 31.599054576445365),
      (0.975, 1e6, 1.959966356814107),
    ] as [(Double, Double, Double)])
  func student(p: Double, degreesOfFreedom: Double, expected: Double) {
    #expect(abs(studentQuantile(p, degreesOfFreedom: degreesOfFreedom) - expected) < 1e-9 * expected)
    #expect(abs(studentQuantile(1 - p, degreesOfFreedom: degreesOfFreedom) + expected) < 1e-9 * expected)
  }

  @Test func quantilesOfNoProbability() {
    #expect(normalQuantile(0).isNaN)
    #expect(normalQuantile(.nan).isNaN)
    #expect(studentQuantile(1, degreesOfFreedom: 3).isNaN)
    #expect(studentQuantile(0.9, degreesOfFreedom: 0).isNaN)
    #expect(studentQuantile(0.5, degreesOfFreedom: 3) == 0)
  }
}
