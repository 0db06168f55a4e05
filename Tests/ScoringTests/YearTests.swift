import Register
import Schemes
import Testing

@testable import Scoring

@Suite struct YearTests {
  private func yearly(
    _ root: Node, _ policy: MissingPolicy = .renormalise, h1: Double = 0.5, change: (inout Scheme) -> Void = { _ in }
  ) -> Scheme {
    scheme(root) {
      $0.combination = YearCombination(h1: h1, h2: 1 - h1, oneMissing: policy, place: nowhere)
      change(&$0)
    }
  }
  private func year(
    _ scheme: Scheme, _ first: [String: MeasureColumn], _ second: [String: MeasureColumn],
    _ measures: [String: MeasureColumn] = [:]
  ) -> ScoreSheet {
    score(scheme, input(measures, period: period("2025"), halves: [first, second]))
  }
  private let two = parent("总分", .none, .sum, [leaf("a", .points(40), proportional(10)), leaf("b", .points(60))])

  /// Leaves after their steps: a 40 · 0.5 = 20 and 40, together 30; b 60 and 50, together 55; printed children add up.
  @Test func E3_leavesAreCombined() {
    let sheet = year(
      yearly(two), ["a": column([5]), "b": column([60])], ["a": column([10]), "b": column([50])])
    #expect(near(sheet.node("a")?.value, [30]))
    #expect(sheet.node("a")?.halves == [[20], [40]])
    #expect(near(sheet.node("总分")?.value, [85]))
    let uneven = year(
      yearly(two, h1: 0.4), ["a": column([5]), "b": column([60])], ["a": column([10]), "b": column([50])])
    #expect(near(uneven.node("总分")?.value, [0.4 * 80 + 0.6 * 90]))
  }

  @Test func E3_withoutHalvesTheYearIsScoredByItself() {
    let sheet = year(yearly(two), [:], [:], ["a": column([5]), "b": column([60])])
    #expect(sheet.standing[0].status == .notGraded([.noScore]))
    let alone = score(yearly(two), input(["a": column([5]), "b": column([60])], period: period("2025")))
    #expect(near(alone.standing[0].score, 80))
  }

  @Test func E3_aMissingHalfTakesTheOtherAndCostsCoverage() {
    let sheet = year(
      yearly(two), ["a": column([nil]), "b": column([60])], ["a": column([10]), "b": column([50])])
    #expect(near(sheet.node("a")?.value, [40]))
    #expect(near(sheet.node("a")?.coverage, [0.5]))
    #expect(near(sheet.node("总分")?.coverage, [0.8]))
  }

  @Test func E3_aHalfThatIsNotApplicableCostsNothing() {
    let out = column([nil]).marking([0], as: .notApplicable)
    let sheet = year(yearly(two), ["a": out, "b": column([60])], ["a": column([10]), "b": column([50])])
    #expect(near(sheet.node("a")?.value, [40]))
    #expect(near(sheet.node("总分")?.coverage, [1]))
    let both = year(yearly(two), ["a": out, "b": column([60])], ["a": out, "b": column([50])])
    #expect(both.node("a")?.state == [.notApplicable])
    #expect(near(both.standing[0].score, 100 * 55.0 / 60))
    let open = year(yearly(two), ["a": out, "b": column([60])], ["a": column([nil]), "b": column([50])])
    #expect(open.node("a")?.state == [.missing])
    #expect(near(open.node("a")?.coverage, [0]))
  }

  @Test func E3_fullHalves() {
    let full = column([nil]).marking([0], as: .full)
    let sheet = year(yearly(two), ["a": full, "b": column([60])], ["a": column([5]), "b": column([50])])
    #expect(near(sheet.node("a")?.value, [30]))
    #expect(sheet.node("a")?.state == [.value])
    let both = year(yearly(two), ["a": full, "b": column([60])], ["a": full, "b": column([50])])
    #expect(both.node("a")?.state == [.full] && both.node("a")?.rule == [.full])
    #expect(near(both.node("a")?.value, [40]))
  }

  /// Zero acts in the half: (0 + 40) / 2; propagate waits for the combined leaf.
  @Test func E3_policiesInEachHalf() {
    func tree(_ policy: MissingPolicy) -> Node {
      parent("总分", .none, .sum, [leaf("a", .points(40)).with { $0.missing = policy }, leaf("b", .points(60))])
    }
    let first = ["a": column([nil]), "b": column([60])]
    let second = ["a": column([40]), "b": column([60])]
    let zero = year(yearly(tree(.zero)), first, second)
    #expect(near(zero.node("a")?.value, [20]))
    #expect(near(zero.node("总分")?.coverage, [1]))
    let refused = year(yearly(tree(.notGraded)), first, second)
    #expect(refused.standing[0].status == .notGraded([.node("a")]))
    #expect(near(refused.standing[0].score, 100))
    // The half's own root is not missing for it, or one_missing would refuse the unit.
    let waiting = year(yearly(tree(.propagate), .notGraded), first, second)
    #expect(near(waiting.standing[0].score, 100) && waiting.standing[0].status == .graded)
    let stopped = year(yearly(tree(.propagate)), first, ["a": column([nil]), "b": column([60])])
    #expect(stopped.node("总分")?.state == [.missing])
  }

  @Test func E3_aParentMissingInOneHalfWithNotGraded() {
    let inner = parent("内", .points(40), .sum, [leaf("a", .points(40))]).with { $0.missing = .notGraded }
    let tree = parent("总分", .none, .sum, [inner, leaf("b", .points(60))])
    let sheet = year(
      yearly(tree), ["a": column([nil]), "b": column([60])], ["a": column([40]), "b": column([60])])
    #expect(sheet.standing[0].status == .notGraded([.node("内")]))
    #expect(near(sheet.node("内")?.value, [40]))
  }

  @Test(
    arguments: [
      (MissingPolicy.renormalise, 90, Standing.Status.graded), (.zero, 45, .graded),
      (.notGraded, 90, .notGraded([.node("总分")])), (.propagate, .nan, .notGraded([.noScore])),
    ] as [(MissingPolicy, Double, Standing.Status)])
  func E3_oneMissing(policy: MissingPolicy, expected: Double, status: Standing.Status) {
    let sheet = year(
      yearly(two, policy), ["a": column([nil]), "b": column([nil])], ["a": column([10]), "b": column([50])])
    #expect(near(sheet.standing[0].score, expected))
    #expect(sheet.standing[0].status == status)
  }

  @Test func E3_rootMissingInBothHalvesIsPlainlyMissing() {
    let nothing = ["a": column([nil]), "b": column([nil])]
    let sheet = year(yearly(two, .notGraded), nothing, nothing)
    #expect(sheet.standing[0].status == .notGraded([.noScore]))
  }

  @Test func E3_presenceHoldsIfEitherHalfHasIt() {
    let tested = yearly(two) { $0.addFact("有走访", .presence(node: "a", measuresAtLeast: 1)) }
    let sheet = year(
      tested, ["a": column([1, nil]), "b": column([1, 1])], ["a": column([nil, nil]), "b": column([1, 1])])
    #expect(sheet.facts["有走访"] == [1, 0])
  }

  /// n adds over the halves: 住院 30 + 10, 门诊 10 + 0. In H1 90 and 60, in H2 80 only.
  @Test func E3_R8_weightsAddTheHalves() {
    let tree = parent("满意", .none, .mean, [leaf("住院", .weightByN(of: "住院")), leaf("门诊", .weightByN(of: "门诊"))])
    let sheet = year(
      yearly(tree), ["住院": column([90], n: [30]), "门诊": column([60], n: [10])],
      ["住院": column([80], n: [10]), "门诊": column([nil], n: [0])])
    #expect(near(sheet.standing[0].score, (85.0 * 40 + 60 * 10) / 50))
  }

  /// A leaf's applies and zero_when read the half, a parent's the year.
  @Test func E3_leafTestsReadTheHalf() {
    let rule = Node.ZeroRule(measure: "z", comparison: Comparison(.atLeast, 1))
    let tree = parent(
      "总分", .none, .sum,
      [
        leaf("a", .points(40)).with { $0.zeroWhen = rule },
        leaf("b", .points(60)).with { $0.applies = fact("开诊") },
      ])
    let tested = yearly(tree) { $0.addFact("开诊", .measure("o", Comparison(.atLeast, 1))) }
    let sheet = year(
      tested, ["a": column([40]), "b": column([30]), "z": column([1]), "o": column([0])],
      ["a": column([40]), "b": column([60]), "z": column([0]), "o": column([1])],
      ["z": column([0]), "o": column([1])])
    #expect(near(sheet.node("a")?.value, [20]))
    #expect(near(sheet.node("b")?.value, [60]))
    let parents = yearly(tree.with { $0.zeroWhen = rule })
    let zeroed = year(
      parents, ["a": column([40]), "b": column([30]), "z": column([1])],
      ["a": column([40]), "b": column([60]), "z": column([0])], ["z": column([0])])
    #expect(zeroed.standing[0].score > 0)
  }

  /// One 通报 costs 5 in the year, not 2.5 (E2).
  @Test func E2_effectsReadTheYearOnce() {
    let tested = yearly(two) {
      $0.addCount("通报")
      $0.effects = [
        effect("通报") { $0.change = Effect.Change(.deduct, measure: "通报", each: 5, atMost: nil) }
      ]
    }
    let half = ["a": column([10]), "b": column([50])]
    let sheet = year(tested, half, half, ["通报": column([1])])
    #expect(near(sheet.standing[0].score, 85))
  }

  /// The leaf is z-scored within each half: ±1/√2 in both, whatever the scale.
  @Test func E3_populationsAreTheHalves() {
    let tested = yearly(parent("m", .none, .mean, [leaf("x", .weight(1), zScore())]))
    let sheet = year(tested, ["x": column([1, 2])], ["x": column([100, 500])])
    #expect(near(sheet.standing.map(\.score), [-0.5.squareRoot(), 0.5.squareRoot()]))
  }
}
