import Schemes
import Scoring
import Testing

@testable import Analysis

@Suite struct SampledErrorsTests {
  private static let points = """
    measures: {a: {table: t, value: a, take: mean}, b: {table: t, value: b, take: mean}}
    nodes:
      id: 总分
      of: sum
      children:
        - {id: A, points: 10, measure: a, steps: [{linear: [[0, 0], [100, 10]]}]}
        - {id: B, points: 10, measure: b, steps: [{linear: [[0, 0], [100, 10]]}]}
    rank: {node: 总分}

    """

  private func answers(_ values: [Double], sd: Double, n: Int) -> MeasureColumn {
    var found = column(values)
    for unit in values.indices where !values[unit].isNaN {
      found.n[unit] = n
      found.sd[unit] = sd
    }
    return found
  }

  @Test func nobodyHasNoErrors() throws {
    let found = SampledErrors(of: try scheme(Self.points), input(["a": column([]), "b": column([])]), sampled: ["a"])
    #expect(found.errors.isEmpty)
  }

  /// s = 20, n = 100: 2 of 100, a tenth of it in points: 0.2. Two of them: √(0.2² + 0.2²).
  @Test func twoSampledPartsAddUpBySquares() throws {
    let scheme = try scheme(Self.points)
    let measures = ["a": answers([50, 60], sd: 20, n: 100), "b": answers([70, 80], sd: 20, n: 100)]
    let one = SampledErrors(of: scheme, input(measures), sampled: ["a"])
    #expect(one.errors.allSatisfy { near($0, 0.2) } && one.measures == ["a"])
    let both = SampledErrors(of: scheme, input(measures), sampled: ["a", "b"])
    #expect(both.errors.allSatisfy { near($0, 0.08.squareRoot()) })
    #expect(SampledErrors(of: scheme, input(measures), sampled: []).errors == [0, 0])
  }

  /// At the top only the way down moves the total; what is missing moves nothing, and has no total here.
  @Test func limitsAndMissingValues() throws {
    let measures = ["a": answers([100, .nan], sd: 20, n: 100), "b": answers([70, 80], sd: 20, n: 100)]
    let found = SampledErrors(of: try scheme(Self.points), input(measures), sampled: ["a"])
    #expect(near(found.errors[0], 0.2))
    #expect(found.errors[1].isNaN || found.errors[1] == 0)
  }

  /// 81 of 263: Wilson .2553–.3662 (Newcombe 1998), half of it by 1.959964.
  @Test func sharesByWilson() {
    let cell = MeasureValue(value: 81.0 / 263, state: .value, n: 263, sd: 0.46)
    #expect(abs(SampledErrors.error(of: cell, isShare: true) - (0.3662 - 0.2553) / 2 / 1.959964) < 5e-5)
    // Everybody alike: no spread, and no certainty.
    #expect(SampledErrors.error(of: MeasureValue(value: 1, state: .value, n: 20, sd: 0), isShare: true) > 0.03)
    #expect(SampledErrors.error(of: MeasureValue(value: .nan, state: .missing), isShare: true) == 0)
    #expect(SampledErrors.error(of: MeasureValue(value: 3, state: .value, n: 1, sd: .nan), isShare: false) == 0)
  }

  /// Min–max over the units: moved all at once, nobody's place between the others would change.
  @Test func unitsThatAreComparedAreMovedAlone() throws {
    let scheme = try scheme(
      """
      measures: {a: {table: t, value: a, take: mean}}
      nodes: {id: 总分, measure: a, points: 100, steps: [{minmax: {to: [0, 100], bounds: observed}}]}
      rank: {node: 总分}

      """)
    let found = SampledErrors(
      of: scheme, input(["a": answers([0, 50, 100], sd: 20, n: 100)]), sampled: ["a"])
    // The middle one moves by 2 of 100; the lowest by 0, or stays the lowest.
    #expect(near(found.errors[1], 2))
  }
}
