import Testing

@testable import Statistics

@Suite struct IntraclassCorrelationsTests {
  /// Shrout & Fleiss 1979, table 2: six targets, four judges.
  static let published: [[Double]] = [
    [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
  ]

  @Test func tooLittle() {
    #expect(IntraclassCorrelations([]) == nil)
    #expect(IntraclassCorrelations([[1, 2, 3]]) == nil)
    #expect(IntraclassCorrelations([[1], [2]]) == nil)
    #expect(IntraclassCorrelations([[.nan, 1], [.nan, 2], [3, 4]]) == nil)
    #expect(IntraclassCorrelations([[4, 4], [4, 4]]) == nil)
  }

  /// Table 4 of the paper prints .17, .29, .71, .44, .62, .91; four digits by R.
  @Test func asPublished() throws {
    let found = try #require(IntraclassCorrelations(Self.published))
    #expect(abs(found.oneWaySingle.value - 0.1657) < 0.00005)
    #expect(abs(found.randomSingle.value - 0.2898) < 0.00005)
    #expect(abs(found.fixedSingle.value - 0.7148) < 0.00005)
    #expect(abs(found.oneWayMean.value - 0.4428) < 0.00005)
    #expect(abs(found.randomMean.value - 0.6201) < 0.00005)
    #expect(abs(found.fixedMean.value - 0.9093) < 0.00005)
    #expect(found.targets == 6 && found.assessors == 4)
  }

  /// The R package psych prints these limits for the same data: −.13 … .72, .02 … .76, .34 … .95, −.88 … .91, .07 … .93,
  /// .68 … .99; more digits by the paper's formulas in numpy with scipy's F.
  @Test func limits() throws {
    let found = try #require(IntraclassCorrelations(Self.published))
    let expected: [(IntraclassCorrelations.Estimate, Double, Double)] = [
      (found.oneWaySingle, -0.13293232487475098, 0.722560062328121),
      (found.randomSingle, 0.018786513374712, 0.7610843696489529),
      (found.fixedSingle, 0.3424647650339253, 0.9458582599553595),
      (found.oneWayMean, -0.8844421552381201, 0.9124154203407755),
      (found.randomMean, 0.07113681530250332, 0.9272320401677219),
      (found.fixedMean, 0.6756747138163046, 0.9858916781690623),
    ]
    for (estimate, lower, upper) in expected {
      #expect(abs(estimate.interval.lower - lower) < 1e-10)
      #expect(abs(estimate.interval.upper - upper) < 1e-10)
    }
  }

  @Test func incompleteTargetsAreLeftOut() throws {
    let more = Self.published + [[5, .nan, 3, 4]]
    #expect(IntraclassCorrelations(more) == IntraclassCorrelations(Self.published))
  }

  /// One more judge who is always 3 points milder: severity does not touch ICC(3,1) but ICC(2,1).
  @Test func severityCountsOnlyWhereItShould() throws {
    let milder = Self.published.map { [$0[0], $0[1] + 30, $0[2], $0[3]] }
    let (plain, shifted) = (
      try #require(IntraclassCorrelations(Self.published)), try #require(IntraclassCorrelations(milder))
    )
    #expect(abs(plain.fixedSingle.value - shifted.fixedSingle.value) < 1e-12)
    #expect(shifted.randomSingle.value < plain.randomSingle.value)
  }
}
