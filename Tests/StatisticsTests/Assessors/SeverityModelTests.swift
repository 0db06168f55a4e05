import Testing

@testable import Statistics

@Suite struct SeverityModelTests {
  static let visits = [
    (3, 1, 80), (3, 2, 70), (5, 1, 90), (5, 3, 86), (7, 2, 60), (7, 3, 75), (9, 1, 88), (9, 2, 77), (9, 3, 85),
    (11, 2, 66),
  ].map { Visit(unit: $0.0, assessor: $0.1, score: $0.2) }

  private func model(_ visits: [Visit]) throws -> SeverityModel {
    guard case .fitted(let model) = SeverityModel.fit(visits) else {
      Issue.record("not fitted")
      return try #require(nil)
    }
    return model
  }

  @Test func empty() {
    #expect(SeverityModel.fit([]) == .empty)
    #expect(SeverityModel.fit([Visit(unit: 0, assessor: 0, score: .nan)]) == .empty)
    #expect(connectedParts([]).isEmpty)
  }

  @Test func one() throws {
    let found = try model([Visit(unit: 4, assessor: 2, score: 88)])
    #expect(found.units == [.init(unit: 4, visits: 1, raw: 88, adjusted: 88, standardError: nil)])
    #expect(found.residualVariance == nil && found.degreesOfFreedom == 0)
  }

  /// Assessor 1 gave 80 and 90, assessor 2 gave 70 and 80: each is 5 from the middle, and nothing is left over.
  /// Visits − units − assessors + 1 = 4 − 2 − 2 + 1 = 1.
  @Test func byHand() throws {
    let found = try model(
      [(0, 1, 80), (0, 2, 70), (1, 1, 90), (1, 2, 80)].map { Visit(unit: $0.0, assessor: $0.1, score: $0.2) })
    #expect(abs(found.assessors[0].effect - 5) < 1e-12 && abs(found.assessors[1].effect + 5) < 1e-12)
    #expect(abs(found.units[0].adjusted - 75) < 1e-12 && abs(found.units[1].adjusted - 85) < 1e-12)
    #expect(found.degreesOfFreedom == 1)
    #expect(found.residualVariance == 0)
  }

  /// Unbalanced, by numpy's least squares with the effects' sum held at 0.
  @Test func unbalanced() throws {
    let found = try model(Self.visits)
    let adjusted = [76.43333333333334, 84.23333333333333, 69.83333333333333, 83.33333333333333, 73.53333333333333]
    let errors = [1.8592113023179122, 1.8592113023179122, 1.8592113023179122, 1.4259499757471625, 2.7796882319185845]
    let effects = [4.666666666666666, -7.533333333333333, 2.866666666666667]
    for (unit, (value, error)) in zip(found.units, zip(adjusted, errors)) {
      #expect(abs(unit.adjusted - value) < 1e-11)
      #expect(abs(try #require(unit.standardError) - error) < 1e-11)
    }
    for (assessor, effect) in zip(found.assessors, effects) { #expect(abs(assessor.effect - effect) < 1e-11) }
    #expect(abs(try #require(found.residualVariance) - 6.1) < 1e-11 && found.degreesOfFreedom == 3)
    #expect(abs(found.covarianceShape[0][1] + 1.0 / 30) < 1e-12)
    #expect(abs(found.covarianceShape[0][4] - 1.0 / 15) < 1e-12)
    #expect(found.units.map(\.unit) == [3, 5, 7, 9, 11] && found.units[4].raw == 66)
    #expect(found.assessors.map(\.visits) == [3, 4, 3])
  }

  /// Balanced, nothing is adjusted, and s² is the residual mean square 1.02 of table 3 of Shrout & Fleiss 1979.
  @Test func balanced() throws {
    let rows = IntraclassCorrelationsTests.published
    let found = try model(
      rows.indices.flatMap { unit in rows[unit].indices.map { Visit(unit: unit, assessor: $0, score: rows[unit][$0]) } }
    )
    for unit in found.units { #expect(abs(unit.adjusted - unit.raw) < 1e-12) }
    #expect(abs(try #require(found.residualVariance) - 1.0194444444444444) < 1e-12)
    #expect(found.degreesOfFreedom == 15)
  }

  /// Two teams that never met: nothing is adjusted, and the parts are named.
  @Test func disconnected() {
    let visits = [(1, 10, 80), (1, 11, 70), (2, 20, 90), (3, 20, 60), (4, 11, .nan)]
      .map { Visit(unit: $0.0, assessor: $0.1, score: $0.2) }
    let parts = [VisitPart(units: [1], assessors: [10, 11]), VisitPart(units: [2, 3], assessors: [20])]
    #expect(connectedParts(visits) == parts)
    #expect(SeverityModel.fit(visits) == .disconnected(parts))
    // One common visit joins them.
    if case .disconnected = SeverityModel.fit(visits + [Visit(unit: 2, assessor: 11, score: 75)]) {
      Issue.record("joined")
    }
  }

  @Test func orderDoesNotMatter() throws {
    #expect(SeverityModel.fit(Self.visits) == SeverityModel.fit(Self.visits.reversed()))
  }

  /// Two visits of a unit by one assessor each: both values stand, and there is nothing to pool.
  @Test func nothingToPool() throws {
    let found = try model([Visit(unit: 0, assessor: 0, score: 80), Visit(unit: 0, assessor: 1, score: 90)])
    #expect(found.residualVariance == nil && found.units[0].standardError == nil && found.units[0].raw == 85)
  }
}
