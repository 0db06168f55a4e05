import Schemes
import Testing

@testable import Scoring

@Suite struct PopulationTests {
  /// 1, 2, 3 have mean 2 and sd 1; the unit without a value stays without.
  @Test func R10_zScore() {
    let sheet = score(scheme(leaf("x", .weight(1), zScore())), input(["x": column([1, 2, 3, nil])]))
    #expect(near(sheet.node("x")?.value, [-1, 0, 1, .nan]))
  }

  @Test func R10_zScoreToAnotherScale() {
    let t = step(.zScore(to: Step.MeanAndDeviation(mean: 50, deviation: 10), over: nil))
    let sheet = score(scheme(leaf("x", .weight(1), t)), input(["x": column([1, 2, 3])]))
    #expect(near(sheet.node("x")?.value, [40, 50, 60]))
  }

  @Test func R10_constantOrSingleIsMissingForAll() {
    for (values, count) in [([5, 5, 5], 3), ([5, nil, nil], 1), ([0.3, 0.1 + 0.2, nil], 2)] as [([Double?], Int)] {
      let sheet = score(scheme(leaf("x", .weight(1), zScore())), input(["x": column(values)]))
      #expect(sheet.node("x")?.state == [.missing, .missing, .missing])
      #expect(sheet.findings == [.stepConstant(nowhere, node: "x", step: "zscore", units: count)])
    }
    let nobody = score(scheme(leaf("x", .weight(1), zScore())), input(["x": column([nil, nil])]))
    #expect(nobody.findings.isEmpty)
  }

  /// Two reports where three are needed: not applicable for all, and out of the coverage; three suffice.
  @Test func R10_dropIf() {
    func sheet(_ values: [Double?]) -> ScoreSheet {
      let tree = parent(
        "all", .none, .mean,
        [
          leaf("x", .weight(1), step(.dropIf(unitsBelow: 3)), times(10)),
          leaf("y", .weight(3)),
        ])
      return score(scheme(tree), input(["x": column(values), "y": column([1, 1, 1, nil])]))
    }
    let dropped = sheet([5, 6, nil, nil])
    #expect(dropped.node("x")?.state == Array(repeating: .notApplicable, count: 4))
    #expect(dropped.node("x")?.rule[0] == .dropped)
    #expect(near(dropped.node("all")?.value, [1, 1, 1, .nan]))
    #expect(near(dropped.node("all")?.coverage, [1, 1, 1, 0]))
    #expect(dropped.findings == [.leafDropped(nowhere, node: "x", units: 2, needed: 3)])
    let kept = sheet([5, 6, 7, nil])
    #expect(near(kept.node("x")?.value, [50, 60, 70, .nan]))
    #expect(kept.findings.isEmpty)
  }

  /// Within peers each group has its own mean; a group of one gives nobody a value, the other group keeps its own.
  @Test func R11_peers() {
    let sheet = score(
      scheme(leaf("x", .weight(1), zScore(over: .peers))),
      input(["x": column([1, 10, 3, 20, 7])], peers: ["内", "外", "内", "外", "医技"]))
    let half = 0.5.squareRoot()
    #expect(near(sheet.node("x")?.value, [-half, -half, half, half, .nan]))
    #expect(sheet.findings == [.stepConstant(nowhere, node: "x", step: "zscore", units: 1)])
  }

  /// The third unit is not eligible: the others' mean 2 and sd √2 place it at (8 − 2) / √2, outside their bounds.
  @Test func R11_eligibleTransformsTheOthersToo() {
    let tested = scheme(leaf("x", .weight(1), zScore(over: .eligible))) {
      $0.addFact("有数", .measure("e", Comparison(.atLeast, 1)))
      $0.eligible = [fact("有数")]
    }
    let sheet = score(tested, input(["x": column([1, 3, 8]), "e": column([1, 1, 0])]))
    let root = 2.0.squareRoot()
    #expect(near(sheet.node("x")?.value, [-1 / root, 1 / root, 6 / root]))
    #expect(sheet.standing[2].status == .notGraded([.ineligible(fact: "有数")]))
  }

  @Test func R11_defaultPopulationIsTheSchemes() {
    let tested = scheme(leaf("x", .weight(1), zScore())) { $0.defaults.over = .peers }
    let sheet = score(tested, input(["x": column([1, 3, 10, 30])], peers: ["a", "a", "b", "b"]))
    #expect(near(sheet.node("x")?.value[2] ?? 0, -0.5.squareRoot()))
  }

  /// A full cell is in no population (M6); it has its points and coverage 1.
  @Test func M6_fullIsInNoPopulation() {
    let x = column([1, 2, 3, nil]).marking([3], as: .full)
    let sheet = score(scheme(leaf("x", .points(5), zScore())), input(["x": x]))
    #expect(near(sheet.node("x")?.value, [-1, 0, 1, 5]))
    #expect(sheet.node("x")?.state[3] == .full)
    #expect(sheet.node("x")?.rule[3] == .full)
    #expect(sheet.node("x")?.coverage[3] == 1)
    #expect(sheet.node("x")?.afterStep[0][3].isNaN == true)
  }

  /// A unit to which the node does not apply is out of the population (R17): 1 and 3 alone, not 1, 3 and 100.
  @Test func R17_outOfEveryPopulation() {
    let tested = scheme(leaf("x", .weight(1), zScore()).with { $0.applies = fact("临床") }) {
      $0.addFact("临床", .registerText(column: "类", isOneOf: ["临床"]))
    }
    let sheet = score(
      tested, input(["x": column([1, 3, 100])], register: [["类": "临床"], ["类": "临床"], ["类": "职能"]]))
    let half = 0.5.squareRoot()
    #expect(near(sheet.node("x")?.value, [-half, half, .nan]))
    #expect(sheet.node("x")?.state[2] == .notApplicable)
    #expect(sheet.node("x")?.rule[2] == .doesNotApply)
  }

  /// Three hospitals, two groups (CMS, method of 2021). Safety: HAI lower is better, 1, 2, 3 → z −1, 0, 1 → 1, 0, −1;
  /// PSI 4, 8, – → z ∓1/√2, flipped ±. Means (1 + .7071)/2 = .8536, (0 − .7071)/2 = −.3536, −1; their mean −1/6 and the
  /// deviations 1.0202, −.1869, −.8333; squares 1.0408 + .0349 + .6944 = 1.7702; sd √.8851 = .94079.
  /// Group z: 1.0844, −.1987, −.8858. Readmission: 10, 12, 17, mean 13, sd √13 = 3.6056, flipped: .83205, .27735, −1.10940;
  /// z-scored again the same. Summary with weights .22 and .78, the third alike: .22·1.0844 + .78·.83205 = .88757 …
  @Test func cmsByHand() {
    func group(_ id: String, _ weight: Double, _ leaves: [Node]) -> Node {
      parent(id, .weight(weight), .mean, leaves).with { $0.steps = [zScore()] }
    }
    func item(_ id: String) -> Node { leaf(id, .weight(1), step(.dropIf(unitsBelow: 2)), zScore(), times(-1)) }
    let tree = parent(
      "综合", .none, .mean,
      [group("安全", 0.22, [item("HAI"), item("PSI")]), group("再入院", 0.78, [item("READM")])])
    let sheet = score(
      scheme(tree),
      input(["HAI": column([1, 2, 3]), "PSI": column([4, 8, nil]), "READM": column([10, 12, 17])]))
    let safety = [1.0844, -0.1987, -0.8858]
    let readmission = [0.83205, 0.27735, -1.10940]
    for unit in 0..<3 {
      #expect(near(sheet.node("安全")?.value[unit] ?? 0, safety[unit], 1e-4))
      #expect(near(sheet.node("再入院")?.value[unit] ?? 0, readmission[unit], 1e-5))
      #expect(
        near(sheet.standing[unit].score, 0.22 * safety[unit] + 0.78 * readmission[unit], 1e-4))
    }
  }
}
