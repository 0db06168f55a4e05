import Register
import Schemes
import Testing

@testable import Scoring

/// Rules on which the engine and the naive evaluator once differed, settled by hand.
@Suite("Rules settled by a second reading") struct SecondReadingTests {
  private static let place = RandomScheme.place

  private static func column(_ values: [Double?]) -> MeasureColumn {
    var column = MeasureColumn(missing: values.count)
    for (unit, value) in values.enumerated() {
      if let value { column[unit] = MeasureValue(value: value, state: .value, n: 1) }
    }
    return column
  }

  private static func sheet(
    _ scheme: Scheme, _ measures: [String: MeasureColumn], sorts: [String]
  ) throws -> ScoreSheet {
    let half = try #require(Period(year: 2025, half: 1))
    let units = sorts.enumerated().map { index, sort in
      ScoredUnit(code: "u\(index)", name: "u\(index)", register: ["sort": sort])
    }
    return score(scheme, ScoringInput(period: half, asOf: half.end, units: units, measures: measures))
  }

  /// A group that is asked of surgical units only. 2 and 4 have mean 3 and deviation √2, so ∓1/√2; the 100 of the unit
  /// that the group does not concern must not move them.
  @Test("R17: what a group does not ask of a unit, its leaves do not ask, and no population counts it")
  func appliesReachesLeaves() throws {
    var scheme = Scheme(id: "hand", place: Self.place)
    scheme.measures = [Measure(id: "m", source: .table("t"), take: .mean, place: Self.place)]
    scheme.facts = [
      Fact(id: "surgical", test: .registerText(column: "sort", isOneOf: ["x"]), place: Self.place)
    ]
    var leaf = Node(id: "leaf", share: .weight(1), source: .measure("m"), place: Self.place)
    leaf.steps = [Step(.zScore(to: .init(mean: 0, deviation: 1), over: nil), place: Self.place)]
    var group = Node(id: "group", share: .weight(1), source: .children([leaf], of: .mean), place: Self.place)
    group.applies = .init(fact: "surgical", place: Self.place)
    scheme.roots = [Node(id: "all", share: .none, source: .children([group], of: .mean), place: Self.place)]
    let sheet = try Self.sheet(scheme, ["m": Self.column([2, 4, 100])], sorts: ["x", "x", "y"])
    let result = try #require(sheet.node("leaf"))
    #expect(result.state == [.value, .value, .notApplicable])
    #expect(result.rule[2] == .doesNotApply)
    #expect(abs(result.value[0] + 0.5.squareRoot()) < 1e-12)
    #expect(abs(result.value[1] - 0.5.squareRoot()) < 1e-12)
    #expect(sheet.standing[2].status == .notGraded([.noScore]))
  }

  /// Member a said 7 on 3 March and left the question empty on the 20th; b said 5 on the 10th. The last value is 5,
  /// with one stage and with two.
  @Test("M10: an empty row does not make its group later") func lastOfLasts() throws {
    var measure = Measure(id: "m", source: .table("t"), take: .last, place: Self.place)
    measure.value = PlacedExpression(.column("v"), text: "v", place: Self.place)
    let rows = [(20_250_303, 7, "a"), (20_250_310, 5, "b"), (20_250_320, .nan, "a")].enumerated().map {
      index, row in
      MeasureRow(
        unit: 0, from: row.0, to: row.0, value: row.1, firstKey: row.2, source: RowReference(batch: 1, row: 2 + index))
    }
    let plain = reduce(rows, as: measure, units: 1, context: ReductionContext())
    measure.first = Measure.First(by: "who", take: .last)
    let staged = reduce(rows, as: measure, units: 1, context: ReductionContext())
    #expect(plain.value == [5])
    #expect(staged.value == [5])
  }

  /// A leak is on record; how many deadlines were missed has not been reported. Three known ones cost 3 × 0.5; none
  /// known costs nothing, and is said to be unverified (未核), not passed over.
  @Test("M5, E5: a count that nobody has reported is unverified, not 0") func unreportedCount() throws {
    var scheme = Scheme(id: "hand", place: Self.place)
    scheme.measures = ["base", "leaks", "late"].map {
      Measure(id: $0, source: .table("t"), take: $0 == "base" ? .mean : .count, place: Self.place)
    }
    scheme.roots = [Node(id: "all", share: .points(10), source: .measure("base"), place: Self.place)]
    var effect = Effect(id: "late", place: Self.place)
    effect.trigger = .init(anyOf: [.init(measure: "leaks", comparison: .init(.atLeast, 1))])
    effect.change = .init(.deduct, measure: "late", each: 0.5, atMost: nil)
    scheme.effects = [effect]
    var late = MeasureColumn(missing: 2)
    for (unit, known) in [(0, 3), (1, 0)] {
      late[unit] = MeasureValue(reason: .notCovered, n: known, numerator: Double(known))
    }
    let sheet = try Self.sheet(
      scheme, ["base": Self.column([8, 8]), "leaks": Self.column([1, 1]), "late": late], sorts: ["x", "x"])
    #expect(sheet.standing.map(\.score) == [6.5, 8])
    #expect(sheet.effects.map(\.outcome) == [.acted, .unverified])
    #expect(sheet.effects.map(\.firedBy) == ["leaks", "leaks"])
  }

  /// A committee gives the root 7 of 10; one of its two children is missing. The decision counts as covered, so that a
  /// limit on children has nothing to complain of, as a limit on weight has not.
  @Test(
    "R14: a decision on the root counts as covered, whatever its coverage counts",
    arguments: Node.CoverageRule.Basis.allCases)
  func decidedRoot(basis: Node.CoverageRule.Basis) throws {
    var scheme = Scheme(id: "hand", place: Self.place)
    scheme.measures = ["a", "b"].map { Measure(id: $0, source: .table("t"), take: .mean, place: Self.place) }
    let leaves = ["a", "b"].map { Node(id: $0, share: .points(5), source: .measure($0), place: Self.place) }
    var root = Node(id: "root", share: .points(10), source: .children(leaves, of: .sum), place: Self.place)
    root.override = .init(role: nil, needsReason: false)
    root.coverage = .init(atLeast: basis == .count ? 2 : 1, basis: basis)
    scheme.roots = [root]
    let half = try #require(Period(year: 2025, half: 1))
    var input = ScoringInput(
      period: half, asOf: half.end, units: [ScoredUnit(code: "u0", name: "u0")],
      measures: ["a": Self.column([4]), "b": Self.column([nil])])
    input.decisions = [
      Decision(
        period: half.id, target: "root", unit: "u0", value: .number(7), reason: "", role: "lead", date: 20_250_701)
    ]
    let standing = score(scheme, input).standing[0]
    #expect(standing.score == 7)
    #expect(standing.status == .graded)
  }

  /// Two units of three have a value, 2 and 4; the third gets their mean, 3. ln of the shifted value does not exist for
  /// it under goalposts, so the step has nothing to give, and the reader must be told that it was the step.
  @Test("R1: a step that has nothing to give for an imputed value is named") func imputedInVain() throws {
    var scheme = Scheme(id: "hand", place: Self.place)
    scheme.measures = [Measure(id: "m", source: .table("t"), take: .mean, place: Self.place)]
    var leaf = Node(id: "leaf", share: .weight(1), source: .measure("m"), place: Self.place)
    leaf.steps = [
      .impute(.units(.mean, group: nil)), .times(.number(-1)),
      .goalposts(low: .number(1), high: .number(2), isLogarithmic: true, to: .init(0, 1)),
    ].map { Step($0, place: Self.place) }
    scheme.roots = [Node(id: "all", share: .none, source: .children([leaf], of: .mean), place: Self.place)]
    let result = try #require(
      try Self.sheet(scheme, ["m": Self.column([2, 4, nil])], sorts: ["x", "x", "x"]).node("leaf"))
    #expect(result.state == [.missing, .missing, .missing])
    #expect(result.rule[0] == .stepFailed)
    #expect(result.rule[2] == .stepFailed)
  }

  /// `a` must be there. It is missing in H1, where a decision gives its group 7 of 10 and lifts that; in H2 it does not
  /// concern the unit. So nothing that must be there is missing in either half: (7 + 6) / 2 = 6.5; where the decision is that
  /// the group is not applicable in H1, it is the 6 of H2.
  @Test("R14, E3: what a decision on a half lifts does not forbid the year", arguments: [true, false])
  func decidedHalf(isNumber: Bool) throws {
    var scheme = Scheme(id: "hand", place: Self.place)
    scheme.measures = ["a", "b"].map { Measure(id: $0, source: .table("t"), take: .mean, place: Self.place) }
    var leaves = ["a", "b"].map { Node(id: $0, share: .weight(1), source: .measure($0), place: Self.place) }
    leaves[0].missing = .notGraded
    var group = Node(id: "group", share: .weight(1), source: .children(leaves, of: .mean), place: Self.place)
    group.override = .init(role: nil, needsReason: false)
    scheme.roots = [Node(id: "all", share: .none, source: .children([group], of: .mean), place: Self.place)]
    scheme.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: Self.place)
    var elsewhere = Self.column([nil])
    elsewhere[0] = MeasureValue(state: .notApplicable)
    let year = try #require(Period(year: 2025))
    let halves = [["a": Self.column([nil]), "b": Self.column([4])], ["a": elsewhere, "b": Self.column([6])]]
    var input = ScoringInput(
      period: year, asOf: year.end, units: [ScoredUnit(code: "u0", name: "u0")],
      measures: ["a": elsewhere, "b": Self.column([5])],
      halves: zip(year.halves, halves).map { PeriodInput(period: $0, measures: $1) })
    input.decisions = [
      Decision(
        period: "2025H1", target: "group", unit: "u0", value: isNumber ? .number(7) : .notApplicable, reason: "",
        role: "lead", date: 20_250_701)
    ]
    let standing = score(scheme, input).standing[0]
    #expect(standing.score == (isNumber ? 6.5 : 6))
    #expect(standing.status == .graded)
  }
}
