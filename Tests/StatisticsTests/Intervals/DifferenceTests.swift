import Testing

@testable import Statistics

@Suite struct DifferenceTests {
  /// scipy.stats.ttest_ind(second, first, equal_var=False).
  @Test func welchAgainstScipy() throws {
    let first = SampleSummary(of: [
      27.1, 22.0, 20.8, 23.4, .nan, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1,
    ])
    let second = SampleSummary(of: [27.5, 21.0, 19.0, 23.6, 17.0, 17.9])
    let difference = try #require(welchDifference(from: second, to: first))
    #expect(first.count == 12)
    #expect(abs(try #require(difference.degreesOfFreedom) - 6.339038681069321) < 1e-11)
    #expect(abs(difference.p - 0.26929020033336) < 1e-12)
    #expect(abs(difference.interval.lower + 2.0740250925573056) < 1e-11)
    #expect(abs(difference.interval.upper - 6.24069175922397) < 1e-11)
    #expect(!difference.isTold)
  }

  @Test func welchWithoutEnough() throws {
    let one = SampleSummary(of: [5])
    let two = SampleSummary(mean: 80, deviation: 10, count: 30)
    #expect(welchDifference(from: one, to: two) == nil)
    #expect(welchDifference(from: two, to: SampleSummary(of: [.nan, .nan])) == nil)
    // All answers alike on both sides: no spread to judge by.
    let equal = SampleSummary(of: [3, 3, 3])
    #expect(welchDifference(from: equal, to: equal) == nil)
    #expect(welchDifference(from: equal, to: SampleSummary(of: [4, 4])) == nil)
    // One side without spread: the other one's t with its own degrees of freedom.
    #expect(try #require(welchDifference(from: equal, to: two)?.degreesOfFreedom).rounded() == 29)
  }

  /// Newcombe 1998, table II, method 10, as printed to four places; p by scipy's chi2_contingency without correction.
  @Test(
    arguments: [
      (48, 80, 56, 70, 0.0524, 0.3339, 0.008045081368196585), (3, 10, 9, 10, 0.1705, 0.8090, 0.0061698993205441645),
      (0, 29, 5, 56, -0.0381, 0.1926, 0.09718656817057987),
    ] as [(Double, Double, Double, Double, Double, Double, Double)])
  func newcombeAsPrinted(
    before: Double, of first: Double, after: Double, of second: Double, lower: Double, upper: Double, p: Double
  ) throws {
    let (a, b) = (Share(successes: before, of: first), Share(successes: after, of: second))
    let difference = try #require(newcombeDifference(from: a, to: b))
    #expect(abs(difference.interval.lower - lower) < 0.00005)
    #expect(abs(difference.interval.upper - upper) < 0.00005)
    #expect(abs(difference.p - p) < 1e-13)
    // The other way round everything changes its sign.
    let back = try #require(newcombeDifference(from: b, to: a))
    #expect(abs(back.interval.upper + difference.interval.lower) < 1e-15)
    #expect(back.p == difference.p)
  }

  @Test func newcombeAtTheEnds() throws {
    let none = Share(successes: 0, of: 0)
    #expect(newcombeDifference(from: none, to: Share(successes: 1, of: 2)) == nil)
    #expect(newcombeDifference(from: Share(successes: .nan, of: 3), to: Share(successes: 1, of: 2)) == nil)
    let all = Share(successes: 12, of: 12)
    let same = try #require(newcombeDifference(from: all, to: all))
    #expect(same.p == 1 && same.interval.lower < 0 && same.interval.upper > 0)
    let opposite = try #require(newcombeDifference(from: Share(successes: 0, of: 12), to: all))
    #expect(opposite.interval.upper == 1 && opposite.isTold)
  }
}
