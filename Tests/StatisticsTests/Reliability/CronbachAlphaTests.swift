import Testing

@testable import Statistics

@Suite struct CronbachAlphaTests {
  @Test func tooLittle() {
    #expect(CronbachAlpha([]) == nil)
    #expect(CronbachAlpha([[1], [2]]) == nil)
    #expect(CronbachAlpha([[1, 2]]) == nil)
    #expect(CronbachAlpha([[1, .nan], [.nan, 2], [3, .nan]]) == nil)
    #expect(CronbachAlpha([[3, 3], [3, 3]]) == nil)
    #expect(CronbachAlpha([[1, 2], [1]]) == nil)
  }

  /// Two items 1 2 3 and 2 4 6: variances 1 and 4, covariance 2: 2·(1 − 5/9) = 8/9; r = 1, so 1 standardised.
  @Test func byHand() throws {
    let found = try #require(CronbachAlpha([[1, 2], [2, 4], [3, 6]]))
    #expect(abs(found.raw - 8.0 / 9) < 1e-15 && abs(found.standardised - 1) < 1e-15)
    #expect(found.items.allSatisfy { abs($0.itemRest - 1) < 1e-15 && $0.alphaIfDropped.isNaN })
  }

  /// Eight respondents, two gaps; by numpy from pairwise covariances, as the R package psych computes it.
  @Test func pairwise() throws {
    let found = try #require(
      CronbachAlpha([
        [3, 4, 3, 5], [2, 2, 3, 2], [4, 5, 4, 4], [1, 2, 2, 3], [5, 4, 5, 5], [3, 3, .nan, 4], [2, .nan, 2, 1],
        [4, 4, 5, 5],
      ]))
    #expect(abs(found.raw - 0.9287525133315848) < 1e-13)
    #expect(abs(found.standardised - 0.9330113464392414) < 1e-13)
    let rest = [0.9501142708158621, 0.7455844419343103, 0.9312565459234419, 0.747512286736146]
    let dropped = [0.8675400291120814, 0.9356257497001199, 0.8752941176470588, 0.9446564885496185]
    for (item, (r, alpha)) in zip(found.items, zip(rest, dropped)) {
      #expect(abs(item.itemRest - r) < 1e-13 && abs(item.alphaIfDropped - alpha) < 1e-13)
    }
    #expect(found.items.map(\.count) == [8, 7, 7, 8] && found.pairs == 6...8)
  }

  @Test func aConstantItemHasNoCorrelation() throws {
    let found = try #require(CronbachAlpha([[1, 5, 2], [2, 5, 2], [3, 5, 4]]))
    #expect(found.raw.isFinite && found.standardised.isNaN && found.items[1].itemRest.isNaN)
  }

  /// Alpha is ICC(3,k).
  @Test func isTheCorrelationOfMeans() throws {
    let rows = IntraclassCorrelationsTests.published
    let (alpha, correlations) = (try #require(CronbachAlpha(rows)), try #require(IntraclassCorrelations(rows)))
    #expect(abs(alpha.raw - correlations.fixedMean.value) < 1e-13)
  }
}
