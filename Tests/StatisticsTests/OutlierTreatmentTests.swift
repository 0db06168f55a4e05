import Foundation
import Testing

@testable import Statistics

@Suite struct OutlierTreatmentTests {
  private func rule(
    _ points: Int = 5, _ transform: OutlierRule.Transform? = nil, combined: Bool = false, skewness: Double = 1,
    kurtosis: Double = 1
  ) -> OutlierRule {
    OutlierRule(
      skewness: skewness, kurtosis: kurtosis, points: points, transform: transform, isCombined: combined)
  }

  @Test func whatHasNoShapePasses() {
    for values in [[], [1], [.nan, .nan], [5, 5, 5, 5, 5], [1, 2, 99]] as [[Double]] {
      let treatment = OutlierTreatment(of: values, rule(5, .log))
      #expect(treatment.before == nil && treatment.winsorised == nil && treatment.transform == nil)
      for value in values where !value.isNaN { #expect(treatment.value(value) == value) }
    }
  }

  /// 1, 2, 3, 4, 10 has the skewness 1.697 and the kurtosis 3.152: it passes a limit of 2, not one of 1. Moved to 4 it is
  /// 1, 2, 3, 4, 4: skewness −0.54.
  @Test func winsorisesUntilItPasses() throws {
    let values: [Double] = [1, 2, 3, 4, 10]
    #expect(OutlierTreatment(of: values, rule(skewness: 2)).winsorised == nil)
    #expect(OutlierTreatment(of: values, rule(kurtosis: 3.2)).winsorised == nil)
    let treatment = OutlierTreatment(of: values, rule())
    #expect(values.map(treatment.value) == [1, 2, 3, 4, 4])
    #expect(values.map(treatment.side) == [0, 0, 0, 0, 1])
    #expect(treatment.highCap == 4 && treatment.lowCap == nil && treatment.transform == nil)
    #expect(abs(try #require(treatment.winsorised).skewness + 0.541) < 1e-3)
    let mirrored = OutlierTreatment(of: values.map { -$0 }, rule())
    #expect(values.map { mirrored.value(-$0) } == [-1, -2, -3, -4, -4])
    #expect(mirrored.lowCap == -4 && mirrored.highCap == nil)
  }

  /// 1, 2, 3, 4, 10 passes a skewness of 2. Forced, the 10 goes to 4, where two points then lie: as many as are allowed.
  @Test func aForcedRuleWinsorisesWhatPasses() {
    let values: [Double] = [1, 2, 3, 4, 10]
    func forced(_ points: Int) -> OutlierTreatment {
      OutlierTreatment(
        of: values,
        OutlierRule(skewness: 2, kurtosis: 3.5, points: points, transform: .log, isCombined: false, isForced: true))
    }
    #expect(values.map(forced(2).value) == [1, 2, 3, 4, 4])
    #expect(forced(2).transform == nil, "1, 2, 3, 4, 4 passes")
    #expect(forced(0).winsorised == nil)
    // The skewness is then −0.54: the low end goes next, to 2.
    #expect(values.map(forced(3).value) == [2, 2, 3, 4, 4])
  }

  /// A limit is met strictly: the kurtosis 3.152 does not pass 3.152.
  @Test func limitsAreStrict() {
    #expect(OutlierTreatment(of: [1, 2, 3, 4, 10], rule(kurtosis: 3.152)).winsorised != nil)
    #expect(OutlierTreatment(of: [1, 2, 3, 4, 10], rule(kurtosis: 3.152_000_01)).winsorised == nil)
  }

  /// Points that lie at the new end count, so that two of three allowed are used up by one move: 90 goes to 80, where 80
  /// was; the second move takes both to 6, and four of the ten points lie there.
  @Test func tiesAndThoseWhoWereThereCount() {
    let values: [Double] = [1, 2, 3, 4, 5, 5, 6, 6, 80, 90]
    #expect(OutlierTreatment(of: values, rule(2)).highCap == 80)
    #expect(OutlierTreatment(of: values, rule(3)).highCap == 6)
    #expect(OutlierTreatment(of: values, rule(0)).highCap == nil)
  }

  @Test func twoDistinctValuesStay() {
    let values: [Double] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    let treatment = OutlierTreatment(of: values, rule(5, .log))
    #expect(treatment.before != nil)
    #expect(values.map(treatment.value) == values && treatment.transform == nil)
  }

  /// Without winsorising: min 1, max 10, margin 0.09.
  @Test func logarithms() {
    let values: [Double] = [1, 2, 3, 4, 10]
    let log = OutlierTreatment(of: values, rule(0, .log))
    #expect(abs(log.value(2) - Foundation.log(1.09)) < 1e-15)
    #expect(log.transformed != nil && log.winsorised == nil)
    #expect(log.value(0.9).isNaN)
    let one = OutlierTreatment(of: values, rule(0, .logOfOne))
    #expect(abs(one.value(2) - Foundation.log(2)) < 1e-15)
    let other = OutlierTreatment(of: values, rule(0, .logEitherSide))
    #expect(!other.isMirrored && abs(other.value(2) - Foundation.log(1.09)) < 1e-15)
    // −10, −4 … −1: the upper end is −1, and the order stays.
    let mirrored = OutlierTreatment(of: values.map { -$0 }, rule(0, .logEitherSide))
    #expect(mirrored.isMirrored && abs(mirrored.value(-2) + Foundation.log(1.09)) < 1e-15)
    #expect(mirrored.value(-10) < mirrored.value(-4))
  }

  /// 80 and 90 stand far out on both sides of one move: combined, the logarithm sees 80 as the greatest value.
  @Test func theLogarithmActsOnTheOriginalUnlessCombined() {
    let values: [Double] = [1, 2, 3, 4, 5, 5, 6, 6, 80, 90]
    let original = OutlierTreatment(of: values, rule(1, .log))
    #expect(abs(original.value(90) - log(89.89)) < 1e-14)
    let combined = OutlierTreatment(of: values, rule(1, .log, combined: true))
    #expect(abs(combined.value(90) - log(79.79)) < 1e-14)
    #expect(combined.value(90) == combined.value(80))
  }
}
