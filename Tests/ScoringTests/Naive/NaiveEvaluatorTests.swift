import Register
import Schemes
import Scoring
import Testing

/// The second opinion is itself worked by hand, where the rules are easiest to get wrong.
@Suite("The naive evaluator") struct NaiveEvaluatorTests {
  private static let place = RandomScheme.place

  @Test("rounds half away from zero on snapped doubles (K1)") func rounding() {
    // The doubles nearest to 1.005 and 2.675 lie below them; decimal rounding must not notice.
    #expect(naiveDisplayed(1.005, digits: 2) == 1.01)
    #expect(naiveDisplayed(2.675, digits: 2) == 2.68)
    #expect(naiveDisplayed(-0.125, digits: 2) == -0.13)
    #expect(naiveDisplayed(2.5, digits: 0) == 3)
    #expect(naiveDisplayed(0.1 + 0.2, digits: 1) == 0.3)
    #expect(naiveHolds(0.1 + 0.2, Comparison(.atMost, 0.3)))
    #expect(!naiveHolds(.nan, Comparison(.below, 1)))
  }

  /// 20 points from a line through (85, 0), (92, 12), (95, 16), (98, 20); 20 from bands.
  private static func scheme() -> Scheme {
    var scheme = Scheme(id: "hand", place: place)
    for (id, take) in [("mean", Reducer.mean), ("share", .share)] {
      var measure = Measure(id: id, source: .table("plain"), take: take, place: place)
      measure.value = PlacedExpression(.column("v"), text: "v", place: place)
      scheme.measures.append(measure)
    }
    var line = Node(id: "line", share: .points(20), source: .measure("mean"), place: place)
    let knots: [(Double, Double)] = [(85, 0), (92, 12), (95, 16), (98, 20)]
    line.steps = [Step(.linear(knots.map { Step.Knot(.number($0.0), .number($0.1)) }), place: place)]
    var bands = Node(id: "bands", share: .points(20), source: .measure("share"), place: place)
    let rows: [(Double, Double)] = [(1, 20), (0.9, 16), (0, 0)]
    bands.steps = [
      Step(.bands(rows.map { Step.Band(atLeast: .number($0.0), gives: .number($0.1)) }), place: place)
    ]
    scheme.roots = [Node(id: "all", share: .points(40), source: .children([line, bands], of: .sum), place: place)]
    return scheme
  }

  private static func evaluate(_ scheme: Scheme, _ rows: [[String: [Double]]]) -> NaiveResult? {
    guard let year = Period(year: 2025), let half = year.halves.first else { return nil }
    var next = 1
    let windows = (rows.count == 1 ? [half] : year.halves).enumerated().map { index, period in
      WindowRows(
        period: period,
        rows: rows[index].mapValues { values in
          values.map { value in
            next += 1
            let (from, to) = (period.start.yyyymmdd, period.end.yyyymmdd)
            return MeasureRow(unit: 0, from: from, to: to, value: value, source: RowReference(batch: 1, row: next))
          }
        }, denominators: [:], covered: [:])
    }
    let whole = windows.count == 1 ? windows[0] : WindowRows(period: year, rows: [:], denominators: [:], covered: [:])
    return NaiveEvaluator(
      input: NaiveCase(
        seed: 0, scheme: scheme, period: whole.period, asOf: whole.period.end,
        units: [ScoredUnit(code: "u0", name: "u0")], tables: [:], whole: whole,
        halves: windows.count == 1 ? [] : windows)
    ).evaluate()
  }

  @Test("adds up points, and re-scales when a child is missing (R3, R4, R6)") func points() throws {
    // (94 + 96) / 2 = 95 → 16; 9 of 10 = 0.9 → 16; together 32 of 40.
    let full = try #require(
      Self.evaluate(Self.scheme(), [["mean": [94, 96], "share": Array(repeating: 1, count: 9) + [0]]]))
    #expect(full.cells["all"]?[0]?.value == 32)
    #expect(full.cells["all"]?[0]?.coverage == 1)
    // Without the second: 40 · 16 ÷ 20 = 32; half of the points are covered.
    let half = try #require(Self.evaluate(Self.scheme(), [["mean": [94, 96]]]))
    #expect(half.cells["all"]?[0]?.value == 32)
    #expect(half.cells["all"]?[0]?.coverage == 0.5)
    #expect(half.cells["bands"]?[0]?.state == .missing)
  }

  @Test("combines the leaves of two halves, then adds up (E3)") func year() throws {
    var scheme = Self.scheme()
    scheme.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .notGraded, place: Self.place)
    // line: 16 and 20 → 18. bands: 20 in H1, missing in H2 → 20, covered by half. 38 of 40; (1 + 0.5) / 2 = 0.75.
    let result = try #require(Self.evaluate(scheme, [["mean": [95], "share": [1]], ["mean": [98]]]))
    #expect(result.cells["all"]?[0]?.value == 38)
    #expect(result.cells["all"]?[0]?.coverage == 0.75)
    #expect(result.standing[0]?.status == .graded)
    // Nothing at all in H2: `one_missing: not_graded` names the root; the score stays.
    let single = try #require(Self.evaluate(scheme, [["mean": [95], "share": [1]], [:]]))
    #expect(single.standing[0]?.status == .notGraded([.node("all")]))
    #expect(single.standing[0]?.score == 36)
  }
}
