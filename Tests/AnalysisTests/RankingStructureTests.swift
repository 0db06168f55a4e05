import Schemes
import Scoring
import Testing

@testable import Analysis

@Suite struct RankingStructureTests {
  private static let points = """
    measures: {a: {table: t, value: a, take: mean}, b: {table: t, value: b, take: mean}, c: {table: t, take: count}}
    nodes:
      id: 总分
      of: sum
      children:
        - {id: A, points: 10, measure: a, steps: [{linear: [[0, 0], [10, 10]]}]}
        - {id: B, points: 10, measure: b, steps: [{linear: [[0, 0], [10, 10]]}]}
    rank: {node: 总分}

    """

  /// A brings 0, 2, 4, B 0, 0, 3: totals 0, 2, 7, mean 3, Σd² = 26. Cov with the total: A 14, B 12 of 26.
  @Test func sharesOfSpreadByHand() throws {
    let scheme = try scheme(Self.points)
    let sheet = score(scheme, input(["a": column([0, 2, 4]), "b": column([0, 0, 3]), "c": column([0, 0, 0])]))
    let found = RankingStructure(of: sheet, scheme)
    #expect(near(found.indicators[0].shareOfSpread, 14.0 / 26))
    #expect(near(found.indicators[1].shareOfSpread, 12.0 / 26))
    #expect(found.indicators.map(\.nominalWeight) == [0.5, 0.5])
    #expect(near(found.variance, 13))
    // Three units are too few to show a correlation.
    #expect(found.indicators.allSatisfy { $0.withTotal.r.isNaN })
  }

  /// An effect takes 4 points of the third unit: totals 0, 2, 3, mean 5/3, Σd² = 25/9 + 1/9 + 16/9 = 42/9. Cov of the effect
  /// (0, 0, −4): −4·(3 − 5/3) = −48/9.
  @Test func effectsHaveTheirShare() throws {
    let scheme = try scheme(
      Self.points + "effects:\n  - {id: 扣, when: {measure: c, at_least: 1}, deduct: {each: 4}}\n")
    let sheet = score(scheme, input(["a": column([0, 2, 4]), "b": column([0, 0, 3]), "c": column([0, 0, 1])]))
    let found = RankingStructure(of: sheet, scheme)
    let effect = found.otherShares.first { $0.part == .effect("扣") }
    #expect(near(effect?.share ?? .nan, -48.0 / 42))
    let own = found.indicators.reduce(0) { $0 + $1.shareOfSpread }
    #expect(near(own + (effect?.share ?? .nan), 1))
  }

  @Test func deadAndRedundantAndOpposed() throws {
    let scheme = try scheme(
      """
      measures: {a: {table: t, value: a, take: mean}, b: {table: t, value: b, take: mean}, c: {table: t, value: c, take: mean},
                 d: {table: t, value: d, take: mean}, e: {table: t, value: e, take: mean}}
      nodes:
        id: 总分
        of: mean
        children:
          - {id: A, weight: 3, measure: a}
          - id: 组
            weight: 1
            of: mean
            children: [{id: B, weight: 1, measure: b}, {id: C, weight: 3, measure: c}]
          - {id: D, weight: 1, measure: d}
          - {id: E, weight: 1, measure: e}
      rank: {node: 总分}
      """)
    let a: [Double?] = [1, 2, 3, 4, 5, 6, 7, 8]
    let sheet = score(
      scheme,
      input([
        "a": column(a), "b": column(a.map { $0.map { 10 - $0 } }), "c": column([2, 4, 6, 8, 10, 12, 14, 17]),
        "d": column(a.map { _ in 7 }), "e": column(a.map { _ in nil }),
      ]))
    let found = RankingStructure(of: sheet, scheme)
    // Weights 3, 1, 1, 1 of 6; B and C a quarter and three quarters of the group.
    let weights = [0.5, 1.0 / 24, 3.0 / 24, 1.0 / 6, 1.0 / 6]
    for (indicator, weight) in zip(found.indicators, weights) { #expect(near(indicator.nominalWeight, weight)) }
    #expect(found.indicators.map(\.death) == [nil, nil, nil, .allEqual, .nobodyReported])
    #expect(found.redundant.map { "\($0.first)\($0.second)" }.sorted() == ["AB", "AC", "BC"])
    #expect(found.opposed.map { "\($0.first)\($0.second)" }.sorted() == ["AB", "BC"])
    #expect(found.pairs.first { $0.first == "B" && $0.second == "C" }?.isWithinNode == true)
    let own = found.indicators.reduce(0) { $0 + ($1.shareOfSpread.isNaN ? 0 : $1.shareOfSpread) }
    let others = found.otherShares.reduce(0) { $0 + $1.share }
    #expect(near(own + others, 1))
  }

  @Test func allFullIsDead() throws {
    let scheme = try scheme(Self.points)
    let sheet = score(scheme, input(["a": column([10, 10, 10]), "b": column([0, 1, 3]), "c": column([0, 0, 0])]))
    #expect(RankingStructure(of: sheet, scheme).indicators[0].death == .allFull)
  }

  /// Below a geometric mean nothing adds up: the whole spread stays with the node, and indicators have none.
  @Test func nothingAddsUpUnderAGeometricMean() throws {
    let scheme = try scheme(
      """
      measures: {a: {table: t, value: a, take: mean}, b: {table: t, value: b, take: mean}}
      nodes: {id: 总分, of: geometric, children: [{id: A, weight: 1, measure: a}, {id: B, weight: 1, measure: b}]}
      rank: {node: 总分}
      """)
    let sheet = score(scheme, input(["a": column([1, 2, 4]), "b": column([1, 8, 9])]))
    let found = RankingStructure(of: sheet, scheme)
    #expect(found.indicators.allSatisfy { $0.shareOfSpread.isNaN })
    #expect(found.otherShares.map(\.part) == [.node("总分")])
    #expect(near(found.otherShares[0].share, 1))
  }

  @Test(arguments: [0, 1]) func fewUnits(_ count: Int) throws {
    let scheme = try scheme(Self.points)
    let values = Array(repeating: Double?.some(3), count: count)
    let found = RankingStructure(
      of: score(scheme, input(["a": column(values), "b": column(values), "c": column(values)])), scheme)
    #expect(found.units == count)
    #expect(found.pairs.isEmpty && found.redundant.isEmpty)
  }
}
