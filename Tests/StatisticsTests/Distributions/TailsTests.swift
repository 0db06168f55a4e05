import Testing

@testable import Statistics

/// Expected numbers by mpmath 1.3 at 60 digits: series and continued fractions of the incomplete gamma and beta functions
/// of the same doubles.
@Suite struct TailsTests {
  @Test(
    arguments: [
      (3.841458820694124, 1, 0.95, 0.05000000000000006), (0.001, 1, 0.025227120630039613, 0.9747728793699604),
      (1e-10, 3, 2.65961520259643e-16, 0.9999999999999998), (5, 5, 0.5841198130044921, 0.41588018699550794),
      (40, 5, 0.99999985066321, 1.4933679000503952e-07), (1000, 10, 1, 1.8702907209159498e-208),
      (120, 100, 0.9155933189063081, 0.08440668109369183), (80, 100, 0.07033506665939496, 0.9296649333406051),
      (1000, 1000, 0.5059471461707603, 0.49405285382923964),
      (10500, 10000, 0.9997520526320106, 0.00024794736798936087),
      (1e6, 1e6, 0.5001880631966055, 0.4998119368033945), (0.3, 0.5, 0.6668281976846434, 0.33317180231535665),
      (0, 4, 0, 1), (.infinity, 4, 1, 0), (.nan, 4, .nan, .nan),
    ] as [(Double, Double, Double, Double)])
  func chiSquare(x: Double, degreesOfFreedom: Double, lower: Double, upper: Double) {
    let distribution = ChiSquareDistribution(degreesOfFreedom: degreesOfFreedom)
    #expect(relativeError(distribution.lowerTail(x), lower) < 1e-12)
    #expect(relativeError(distribution.upperTail(x), upper) < 1e-12)
  }

  @Test(
    arguments: [
      (0, 3, 0.5), (1, 1, 0.25), (2.5, 4.7, 0.028796079673433648), (-1.5, 10, 0.9177463367772799),
      (10, 3, 0.0010641995292070751), (50, 20, 8.766690224621145e-23), (1e-8, 5, 0.4999999962039331),
      (4, 1e6, 3.167351700502405e-05), (30, 1000, 7.687343722021741e-142), (1e10, 2, 5e-21),
      (.infinity, 2, 0), (-.infinity, 2, 1), (.nan, 2, .nan),
    ] as [(Double, Double, Double)])
  func student(t: Double, degreesOfFreedom: Double, upper: Double) {
    let distribution = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
    #expect(relativeError(distribution.upperTail(t), upper) < 1e-12)
    #expect(relativeError(distribution.lowerTail(-t), upper) < 1e-12)
  }

  @Test(
    arguments: [
      (1, 1, 1, 0.5, 0.5), (4.459, 2, 8, 0.9500007067577027, 0.0499992932422973),
      (0.01, 5, 15, 3.655399303635347e-05, 0.9999634460069636),
      (11.03, 5, 15, 0.9998656221479508, 0.00013437785204911825),
      (100, 3, 20, 0.9999999999967317, 3.268241807261642e-12), (1e4, 4, 40, 1, 2.056479326027466e-59),
      (1.1, 1000, 1000, 0.9340080737131176, 0.06599192628688241),
      (0.9, 12345, 5.5, 0.35256963130470353, 0.6474303686952965),
      (2.5, 2.5, 7.5, 0.8574958312772417, 0.14250416872275828), (0, 3, 4, 0, 1), (.infinity, 3, 4, 1, 0),
    ] as [(Double, Double, Double, Double, Double)])
  func fisher(x: Double, above: Double, below: Double, lower: Double, upper: Double) {
    let distribution = FisherDistribution(above, below)
    #expect(relativeError(distribution.lowerTail(x), lower) < 1e-12)
    #expect(relativeError(distribution.upperTail(x), upper) < 1e-12)
  }

  @Test(
    arguments: [
      (0.5, 1, 1, 0.5, 0.5), (0.1, 0.5, 0.5, 0.20483276469913345, 0.7951672353008665),
      (1e-12, 2, 3, 5.999999999992e-24, 1), (0.25, 81, 183, 0.019477815925113218, 0.9805221840748868),
      (0.9, 50, 100, 1, 4.0606906848133195e-63), (0.5, 5000, 5100, 0.8401528708121379, 0.15984712918786212),
      (0.3, 0.01, 4, 0.998540224707861, 0.0014597752921390143),
    ] as [(Double, Double, Double, Double, Double)])
  func beta(x: Double, a: Double, b: Double, lower: Double, upper: Double) {
    #expect(relativeError(BetaDistribution(a, b).lowerTail(x), lower) < 1e-12)
    #expect(relativeError(BetaDistribution(a, b).upperTail(x), upper) < 1e-12)
  }

  @Test(
    arguments: [
      (0, 0.5), (1, 0.15865525393145705), (1.959963984540054, 0.025000000000000012), (-3, 0.9986501019683699),
      (8, 6.220960574271784e-16), (37, 5.725571222524577e-300),
    ] as [(Double, Double)])
  func normal(z: Double, upper: Double) {
    #expect(relativeError(NormalDistribution.upperTail(z), upper) < 1e-13)
    #expect(relativeError(NormalDistribution.lowerTail(-z), upper) < 1e-13)
    #expect(relativeError(NormalDistribution.twoSided(z), 2 * min(upper, 1 - upper)) < 1e-13)
  }

  @Test(
    arguments: [
      (0, 10, 0.1, 0.3486784401, 0.3486784401, 1), (3, 10, 0.5, 0.1171875, 0.171875, 0.9453125),
      (10, 10, 0.9, 0.3486784401000001, 1, 0.3486784401000001),
      (7, 20, 0.01, 6.802542970288e-10, 0.9999999999886822, 6.9157215463154e-10),
      (950, 1000, 0.9, 3.2084573299188443e-09, 0.9999999972132897, 5.995167632379695e-09),
      (50000, 100_000, 0.51, 5.1797845555403065e-12, 1.290651428688758e-10, 0.9999999998761147),
      (2, 100_000, 1e-5, 0.18394064028968904, 0.9196995226356394, 0.2642411176540497),
      (-1, 4, 0.5, 0, 0, 1), (5, 4, 0.5, 0, 1, 0), (0, 4, 0, 1, 1, 1), (4, 4, 1, 1, 1, 1),
    ] as [(Int, Int, Double, Double, Double, Double)])
  func binomial(k: Int, n: Int, p: Double, probability: Double, atMost: Double, atLeast: Double) {
    let distribution = BinomialDistribution(trials: n, chance: p)
    // 1 − p is a rounded double: its error comes back n-fold.
    let tolerance = n > 10_000 ? 1e-11 : 1e-12
    #expect(relativeError(distribution.probability(k), probability) < tolerance)
    #expect(relativeError(distribution.atMost(k), atMost) < tolerance)
    #expect(relativeError(distribution.atLeast(k), atLeast) < tolerance)
  }

  /// Against sums of exact fractions: the tails of every count of every n up to 12 at p = 1/4.
  @Test func binomialTailsAreSums() {
    for n in 0...12 {
      let distribution = BinomialDistribution(trials: n, chance: 0.25)
      var sum = 0.0
      for k in 0...n {
        var ways = 1.0
        for i in 0..<k { ways = ways * Double(n - i) / Double(i + 1) }
        var term = ways
        for i in 0..<n { term *= i < k ? 0.25 : 0.75 }
        #expect(relativeError(distribution.probability(k), term) < 1e-13)
        #expect(relativeError(distribution.atLeast(k), 1 - sum) < 1e-9)
        sum += term
        #expect(relativeError(distribution.atMost(k), sum) < 1e-13)
        #expect(distribution.quantile(sum - 1e-12) == k)
      }
    }
  }

  @Test(
    arguments: [
      (0, 0.5, 0.6065306597126334, 0.6065306597126334, 1),
      (5, 2.5, 0.06680094289054264, 0.9579789618046939, 0.10882198108584876),
      (20, 2.5, 3.0685934366680707e-12, 0.9999999999995881, 3.480448752116278e-12),
      (100, 80, 0.0039394581591992595, 0.9868311451240661, 0.017108313035133115),
      (10000, 10200, 0.0005542780561461065, 0.023841600189744912, 0.9767126778664011),
      (1, 1e-9, 9.999999990000001e-10, 1, 9.999999995e-10), (0, 0, 1, 1, 1), (3, 0, 0, 1, 0), (-1, 2, 0, 0, 1),
    ] as [(Int, Double, Double, Double, Double)])
  func poisson(k: Int, rate: Double, probability: Double, atMost: Double, atLeast: Double) {
    let distribution = PoissonDistribution(rate: rate)
    #expect(relativeError(distribution.probability(k), probability) < 1e-12)
    #expect(relativeError(distribution.atMost(k), atMost) < 1e-12)
    #expect(relativeError(distribution.atLeast(k), atLeast) < 1e-12)
  }
}
