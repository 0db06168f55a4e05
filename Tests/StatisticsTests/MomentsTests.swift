import Testing

@testable import Statistics

@Suite struct MomentsTests {
  @Test func nothing() {
    #expect(mean([]).isNaN)
    #expect(sampleDeviation([]).isNaN)
    #expect(median([]).isNaN)
    #expect(trimmedMean([], dropping: 0).isNaN)
  }

  @Test func oneValue() {
    #expect(mean([7]) == 7)
    #expect(sampleDeviation([7]).isNaN)
    #expect(median([7]) == 7)
    #expect(trimmedMean([7], dropping: 0) == 7)
    #expect(trimmedMean([7], dropping: 1).isNaN)
  }

  @Test func allMissing() {
    #expect(mean([.nan, .nan]).isNaN)
    #expect(sampleDeviation([.nan, .nan]).isNaN)
    #expect(median([.nan]).isNaN)
  }

  @Test func allEqual() {
    #expect(mean([3, 3, 3]) == 3)
    #expect(sampleDeviation([3, 3, 3]) == 0)
    #expect(median([3, 3, 3, 3]) == 3)
  }

  /// 2, 4, 4, 4, 5, 5, 7, 9: the sum is 40; the squared deviations from 5 are 9, 1, 1, 1, 0, 0, 4, 16, together 32;
  /// √(32/7) = 2.138089935.
  @Test func byHand() {
    let values: [Double] = [2, 4, 4, 4, 5, 5, 7, 9]
    #expect(mean(values) == 5)
    #expect(abs(sampleDeviation(values) - 2.138089935299395) < 1e-15)
    #expect(median(values) == 4.5)
    // Without 2 and 9: 29 / 6.
    #expect(abs(trimmedMean(values, dropping: 1) - 29.0 / 6) < 1e-15)
  }

  /// scipy.stats.trim_mean([1, 2, 3, 4, 100], 0.2) is 3.
  @Test func trimming() {
    #expect(trimmedMean([100, 3, 1, 4, 2], dropping: 1) == 3)
    #expect(trimmedMean([1, 2], dropping: 1).isNaN)
  }

  /// Equal offsets do not cancel: 10⁹ + {4, 7, 13, 16} has the deviations −6, −3, 3, 6 and the variance 90/3 = 30.
  @Test func extremeMagnitude() {
    let values = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]
    #expect(abs(sampleDeviation(values) - 30.0.squareRoot()) < 1e-9)
    #expect(median([1e308, 1.5e308]) == 1.25e308)
  }

  @Test func missingIsSkipped() {
    #expect(mean([1, .nan, 3]) == 2)
    #expect(abs(sampleDeviation([1, .nan, 3]) - 2.0.squareRoot()) < 1e-15)
    #expect(median([.nan, 1, 3, 2]) == 2)
    #expect(trimmedMean([1, .nan, 2, 9], dropping: 1) == 2)
  }
}

@Suite struct StandardisationTests {
  @Test func needsTwoValues() {
    #expect(Standardisation(of: []) == nil)
    #expect(Standardisation(of: [1]) == nil)
    #expect(Standardisation(of: [.nan, 1, .nan]) == nil)
  }

  @Test func constantColumnHasNone() {
    #expect(Standardisation(of: [5, 5, 5]) == nil)
    #expect(Standardisation(of: [0.1 + 0.2, 0.3]) == nil)
    #expect(Standardisation(of: [1e9, 1e9 + 1e-4]) == nil)
    #expect(Standardisation(of: [1e9, 1e9 + 1e-2]) != nil)
  }

  /// scipy.stats.zscore([2, 4, 4, 4, 5, 5, 7, 9], ddof=1).
  @Test func againstScipy() throws {
    let values: [Double] = [2, 4, 4, 4, 5, 5, 7, 9, .nan]
    let standard = try #require(Standardisation(of: values))
    #expect(standard.count == 8)
    let expected = [-1.40312152, -0.46770717, -0.46770717, -0.46770717, 0, 0, 0.93541435, 1.87082869]
    for (value, score) in zip(values, expected) { #expect(abs(standard.score(value) - score) < 1e-8) }
    #expect(standard.score(.nan).isNaN)
  }
}
