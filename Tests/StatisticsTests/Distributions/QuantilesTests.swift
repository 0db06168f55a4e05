import Testing

@testable import Statistics

/// Expected numbers by mpmath 1.3: the roots of the tails at 32 digits and more.
@Suite struct QuantilesTests {
  @Test(
    arguments: [
      (0.025, 1, 0.000982069117175256, 5.023886187314889), (0.025, 2, 0.05063561596857975, 7.3777589082278725),
      (0.025, 10, 3.2469727802368413, 20.483177350807395), (0.005, 164, 121.10690699794671, 214.39646725629942),
      (1e-10, 4, 2.8284404581659484e-05, 52.66796321106174), (1e-100, 10, 5.210342169394704e-20, 498.33820041617923),
      (1e-6, 0.5, 1.3499395786223458e-24, 21.37563515287597),
      (0.025, 20000, 19609.904934520368, 20393.883649999767),
    ] as [(Double, Double, Double, Double)])
  func chiSquare(p: Double, degreesOfFreedom: Double, lower: Double, upper: Double) {
    let distribution = ChiSquareDistribution(degreesOfFreedom: degreesOfFreedom)
    #expect(relativeError(distribution.quantile(p), lower) < 1e-12)
    #expect(relativeError(distribution.upperQuantile(p), upper) < 1e-12)
  }

  @Test(
    arguments: [
      (0.025, 1, 12.706204736174705), (0.025, 4.7, 2.6207260753531703), (0.3, 2, 0.6172133998483676),
      (1e-10, 3, 2225.7692846830932), (1e-100, 30, 10810.645001143976), (0.49, 10, 0.02570289300809031),
      (0.025, 1e6, 1.959966356814107), (0.005, 123.4, 2.6162583641455757),
    ] as [(Double, Double, Double)])
  func student(p: Double, degreesOfFreedom: Double, upper: Double) {
    let distribution = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
    #expect(relativeError(distribution.upperQuantile(p), upper) < 1e-12)
    #expect(relativeError(distribution.quantile(p), -upper) < 1e-12)
    #expect(relativeError(studentQuantile(p, degreesOfFreedom: degreesOfFreedom), -upper) < 1e-12)
  }

  @Test(
    arguments: [
      (0.025, 1, 1, 0.001543712508674131, 647.7890114778453), (0.025, 5, 15, 0.1555759630784871, 3.576415349279062),
      (0.05, 3, 20, 0.11547091032312716, 3.09839121214078),
      (0.025, 15, 5.5, 0.28659249507907764, 5.767617576630803),
      (1e-12, 4, 40, 6.900659085489373e-07, 35.81959139341942),
      (0.025, 500, 2, 0.26908994916990764, 39.495890238964286),
    ] as [(Double, Double, Double, Double, Double)])
  func fisher(p: Double, above: Double, below: Double, lower: Double, upper: Double) {
    let distribution = FisherDistribution(above, below)
    #expect(relativeError(distribution.quantile(p), lower) < 1e-12)
    #expect(relativeError(distribution.upperQuantile(p), upper) < 1e-12)
    // The reciprocal of F(a, b) is F(b, a).
    #expect(relativeError(1 / FisherDistribution(below, above).upperQuantile(p), lower) < 1e-12)
  }

  @Test(
    arguments: [
      (0.025, 1, 10, 0.0025285785444617848, 0.30849710781876083),
      (0.025, 81, 183, 0.25273674558527115, 0.36367197761346737),
      (0.025, 0.5, 0.5, 0.001541333133436012, 0.998458666866564),
      (1e-10, 2, 3, 4.082494015808333e-06, 0.9997075768467906),
      (0.3, 0.2, 7, 0.00024032522824386822, 0.01815377060864688),
    ] as [(Double, Double, Double, Double, Double)])
  func beta(p: Double, a: Double, b: Double, lower: Double, upper: Double) {
    #expect(relativeError(BetaDistribution(a, b).quantile(p), lower) < 1e-12)
    #expect(relativeError(BetaDistribution(a, b).upperQuantile(p), upper) < 1e-12)
  }

  /// A quantile's tail is the probability again, from one end of the doubles to the other.
  @Test func tailsAndQuantilesAreInverse() {
    for p in [1e-290, 1e-100, 1e-20, 1e-5, 0.1, 0.5, 0.9] {
      for nu in [0.3, 1, 2.5, 30, 1000] {
        let chi = ChiSquareDistribution(degreesOfFreedom: nu)
        #expect(relativeError(chi.upperTail(chi.upperQuantile(p)), p) < 1e-10, "χ² \(nu) \(p)")
        let fisher = FisherDistribution(nu, 7)
        #expect(relativeError(fisher.upperTail(fisher.upperQuantile(p)), p) < 1e-10, "F \(nu) \(p)")
        let student = StudentDistribution(degreesOfFreedom: nu)
        // Beyond 1e150 the square of t is no double.
        if p > 1e-20 || nu > 2.5 {
          #expect(relativeError(student.upperTail(student.upperQuantile(p)), p) < 1e-10, "t \(nu) \(p)")
        }
        let beta = BetaDistribution(nu, 2)
        if p > 1e-60 { #expect(relativeError(beta.lowerTail(beta.quantile(p)), p) < 1e-10, "β \(nu) \(p)") }
      }
    }
  }

  @Test func noProbability() {
    for p in [0, 1, -0.1, 1.1, .nan] {
      #expect(ChiSquareDistribution(degreesOfFreedom: 3).quantile(p).isNaN)
      #expect(BetaDistribution(2, 2).upperQuantile(p).isNaN)
    }
    #expect(ChiSquareDistribution(degreesOfFreedom: -1).lowerTail(2).isNaN)
    #expect(FisherDistribution(3, 0).upperTail(2).isNaN)
    #expect(FisherDistribution(3, 0).upperQuantile(0.1).isNaN)
    #expect(ChiSquareDistribution(degreesOfFreedom: .nan).quantile(0.1).isNaN)
  }

  /// 40,000 normal draws: mean 0 and variance 1 within five standard errors, and the share beyond 1.96 is 5 %.
  @Test func normalDraws() {
    var generator = SplitMix64(seed: 11)
    let draws = (0..<40_000).map { _ in generator.normal() }
    #expect(abs(mean(draws)) < 5 / 200)
    #expect(abs(sampleDeviation(draws) - 1) < 5 / (2.0 * 40_000).squareRoot())
    let beyond = Double(draws.filter { abs($0) > 1.959963984540054 }.count) / 40_000
    #expect(abs(beyond - 0.05) < 5 * (0.05 * 0.95 / 40_000).squareRoot())
  }
}
