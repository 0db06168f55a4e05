import Testing

@testable import Statistics

@Suite struct ConcordanceTests {
  @Test func tooLittle() {
    #expect(Concordance([]) == nil)
    #expect(Concordance([[1, 2, 3]]) == nil)
    #expect(Concordance([[1], [2]]) == nil)
    #expect(Concordance([[1, .nan], [.nan, 2]]) == nil)
    // Everybody ties everything.
    #expect(Concordance([[5, 5, 5], [2, 2, 2]]) == nil)
  }

  /// Siegel, Nonparametric Statistics (1956), table 9.5: three executives put six applicants in order; W = .16.
  /// Sums of ranks 8, 14, 11, 11, 11, 8 around 10.5: Σ = 25.5, and 12·25.5 ÷ (9·210) = 0.161905.
  @Test func siegel() throws {
    let found = try #require(Concordance([[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]]))
    #expect(abs(found.w - 306.0 / 1890) < 1e-15)
    #expect(abs(found.chiSquare - 15 * 306.0 / 1890) < 1e-13)
    #expect(found.degreesOfFreedom == 5)
  }

  /// With ties, by scipy's friedmanchisquare, which is m(n − 1)W.
  @Test func ties() throws {
    let found = try #require(
      Concordance([[1, 2, 2, 4, 5, 3], [2, 2, 2, 5, 6, 1], [1, 3, 2, 6, 6, 4], [3, 1, 2, 4, 4, 4]]))
    #expect(abs(found.chiSquare - 14.692307692307688) < 1e-12)
    #expect(abs(found.w - 0.7346153846153844) < 1e-13)
    #expect(relativeError(found.p, 0.011761235849534517) < 1e-11)
  }

  @Test func fullAgreementAndTheDirectionOfScores() throws {
    let same = try #require(Concordance([[10, 20, 30], [1, 2, 3], [.nan, 1, 2]]))
    #expect(same.w == 1 && same.assessors == 2)
    // Two opposite orders agree in nothing.
    #expect(try #require(Concordance([[1, 2, 3, 4], [4, 3, 2, 1]])).w == 0)
  }
}
