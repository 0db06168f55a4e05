import Foundation
import Testing

@testable import Statistics

@Suite struct ShrinkageTests {
  /// Thirteen trials of BCG against tuberculosis (Colditz et al., JAMA 271, 1994): cases and others, treated, then not. The
  /// logarithms of risk ratios and their variances.
  static let trials: [(Double, Double, Double, Double)] = [
    (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619), (33, 5036, 47, 5761),
    (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892), (29, 7470, 45, 7232), (17, 1699, 65, 1600),
    (186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825),
  ]
  static let estimates = trials.map { log($0.0 / ($0.0 + $0.1) / ($0.2 / ($0.2 + $0.3))) }
  static let variances = trials.map { 1 / $0.0 - 1 / ($0.0 + $0.1) + 1 / $0.2 - 1 / ($0.2 + $0.3) }

  @Test func underThreeUnits() {
    #expect(Shrinkage(of: [], variances: []) == nil)
    #expect(Shrinkage(of: [1, 2], variances: [1, 1]) == nil)
    #expect(Shrinkage(of: [1, 2, .nan], variances: [1, 1, 1]) == nil)
    #expect(Shrinkage(of: [1, 2, 3], variances: [1, 1]) == nil)
  }

  @Test func allEqual() throws {
    let found = try #require(Shrinkage(of: [5, 5, 5], variances: [1, 2, 3]))
    #expect(found.betweenVariance == 0 && found.values.allSatisfy { $0?.shrunk == 5 && $0?.weight == 0 })
  }

  /// The R package metafor prints τ² = 0.3088 and −0.7141 for these trials (Viechtbauer, Journal of Statistical Software 36,
  /// 2010); more digits by numpy.
  @Test func inOneStep() throws {
    let found = try #require(Shrinkage(of: Self.estimates, variances: Self.variances, by: .oneStep))
    #expect(abs(found.betweenVariance - 0.3087602628623764) < 1e-12)
    #expect(abs(found.mean + 0.7141172220732271) < 1e-12)
  }

  /// metafor's Paule–Mandel: τ² = 0.3181; the shrunk value of the first trial by numpy.
  @Test func iterated() throws {
    let found = try #require(Shrinkage(of: Self.estimates, variances: Self.variances))
    #expect(abs(found.betweenVariance - 0.31806845220502417) < 1e-12)
    #expect(abs(found.mean + 0.7149681534934441) < 1e-12)
    let first = try #require(found.values.first ?? nil)
    #expect(abs(first.shrunk + 0.8011217903715402) < 1e-12)
    #expect(abs(first.standardError - 0.41141709956541184) < 1e-12)
  }

  /// Equal variances of 1 around 0, 10, 20: Q(0) = 200, and Σ(x − 10)²/(τ² + 1) = 2 at τ² = 99; so B = 0.99.
  @Test func byHand() throws {
    for method in [Shrinkage.Method.oneStep, .iterated] {
      let found = try #require(Shrinkage(of: [0, 10, 20], variances: [1, 1, 1], by: method))
      #expect(abs(found.betweenVariance - 99) < 1e-11)
      #expect(abs(try #require(found.values[2]).shrunk - 19.9) < 1e-12)
    }
  }

  @Test func whatIsKnownStaysAndWhatIsMissingIsMissing() throws {
    let found = try #require(Shrinkage(of: [0, 10, 20, 99, .nan], variances: [1, 1, 1, 0, 1]))
    #expect(found.values[3]?.shrunk == 99 && found.values[4] == nil && abs(found.mean - 10) < 1e-12)
  }
}
