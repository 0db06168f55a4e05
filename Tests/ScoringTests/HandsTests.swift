import Register
import Schemes
import Testing

@testable import Scoring

@Suite struct HandsTests {
  private let rate = hand("系统", linear([(0, 20), (5, 0)]))
  private let manual = hand("人工")

  private func tested(
    _ prevail: [String]? = ["人工", "系统"], difference: Hands.DifferenceRule? = nil,
    _ change: (inout Node) -> Void = { _ in }
  ) -> Scheme {
    scheme(
      parent(
        "总分", .none, .sum,
        [
          hands("作风", .points(20), [rate, manual], prevail: prevail, difference: difference, change),
          leaf("b", .points(80)),
        ]))
  }
  private func sheet(_ scheme: Scheme, _ rates: [Double?], _ manuals: [Double?]) -> ScoreSheet {
    score(
      scheme,
      input(["系统": column(rates), "人工": column(manuals), "b": column(rates.map { _ in 40 })]))
  }

  @Test func noUnits() { #expect(sheet(tested(), [], []).node("作风")?.value == []) }

  /// 2 a hundred beds give 20 − 2·4 = 12; by hand 15. Who has no grade by hand takes the computed one.
  @Test func R14_theFirstWithAValuePrevails() throws {
    let node = try #require(sheet(tested(), [2, 2, nil, nil], [15, nil, 15, nil]).node("作风"))
    #expect(near(node.source, [15, 12, 15, .nan]))
    #expect(near(node.value, [15, 12, 15, .nan]))
    #expect(node.state == [.value, .value, .value, .missing])
    #expect(near(node.coverage, [1, 1, 1, 0]))
    #expect(node.hands.map(\.id) == ["系统", "人工"])
    #expect(near(node.hands[0].source, [2, 2, .nan, .nan]))
    #expect(near(node.hands[0].afterStep[0], [12, 12, .nan, .nan]))
    #expect(near(node.hands[0].value, [12, 12, .nan, .nan]))
    #expect(near(node.hands[1].value, [15, .nan, 15, .nan]))
    #expect(near(node.hands[0].difference, [.nan, .nan, .nan, .nan]))
    #expect(near(node.hands[1].difference, [-3, .nan, .nan, .nan]))
  }

  /// 自评 1 : 考核组 3: (12 + 3·16) ÷ 4 = 15; with one hand alone, that one.
  @Test func R14_meanIsRescaledOverHandsWithAValue() {
    let node = hands("作风", .points(20), [hand("自评"), hand("考核组", weight: 3)])
    let sheet = score(
      scheme(node), input(["自评": column([12, 12, nil, 20]), "考核组": column([16, nil, 18, 20])]))
    #expect(near(sheet.node("作风")?.value, [15, 12, 18, 20]))
  }

  @Test func R14_notApplicableOnlyIfAllHandsAre() {
    let out = column([nil, nil, nil]).marking([0, 1], as: .notApplicable)
    let own = column([nil, nil, nil]).marking([0], as: .notApplicable)
    let sheet = score(tested(), input(["系统": out, "人工": own, "b": column([40, 40, 40])]))
    #expect(sheet.node("作风")?.state == [.notApplicable, .missing, .missing])
    // 40 of 80 points, re-scaled to 100; the coverage of the second is 80 %.
    #expect(near(sheet.node("总分")?.value, [50, 50, 50]))
    #expect(near(sheet.node("总分")?.coverage, [1, 0.8, 0.8]))
  }

  /// 无事项 in the hand that is asked first gives all points, whatever the other says.
  @Test func M6_aFullHand() {
    let full = column([nil, nil]).marking([0, 1], as: .full)
    let first = score(
      tested(["系统", "人工"]), input(["系统": full, "人工": column([15, nil]), "b": column([40, 40])]))
    #expect(first.node("作风")?.state == [.full, .full])
    #expect(near(first.node("作风")?.value, [20, 20]))
    let mean = score(tested(nil), input(["系统": full, "人工": column([15, nil]), "b": column([40, 40])]))
    #expect(mean.node("作风")?.state == [.value, .full])
    #expect(near(mean.node("作风")?.value, [17.5, 20]))
  }

  /// The node's own steps act on what the hands gave, and `applies` on all of them.
  @Test func stepsOfTheNodeComeAfterItsHands() {
    let halved = sheet(tested { $0.steps = [times(0.5)] }, [2], [15])
    #expect(near(halved.node("作风")?.source, [15]))
    #expect(near(halved.node("作风")?.value, [7.5]))
  }

  @Test func aHandWhoseStepFailsHasNoValue() {
    let ln = step(.goalposts(low: .number(1), high: .number(10), isLogarithmic: true, to: Step.Interval(0, 20)))
    let node = hands("作风", .points(20), [hand("系统", ln), manual], prevail: ["系统", "人工"])
    let sheet = score(scheme(node), input(["系统": column([0, 0, 10]), "人工": column([7, nil, nil])]))
    #expect(near(sheet.node("作风")?.value, [7, .nan, 20]))
    #expect(sheet.node("作风")?.rule[1] == .stepFailed)
    #expect(sheet.findings == [.valueNotPositive(nowhere, node: "作风/系统", step: "goalposts", units: ["D0", "D1"])])
  }

  /// A hand that never counts has nothing to answer for: what is missing is the other's value.
  @Test func aHandThatIsOnlyShownMarksItselfAlone() throws {
    let shown = hand(
      "系统", step(.goalposts(low: .number(1), high: .number(5), isLogarithmic: true, to: Step.Interval(0, 20))))
    let node = hands("作风", .points(20), [shown, manual], prevail: ["人工"])
    let sheet = score(scheme(node), input(["系统": column([0, 0]), "人工": column([7, nil])]))
    let column = try #require(sheet.node("作风"))
    #expect(column.rule == [.computed, .computed] && column.state == [.value, .missing])
    #expect(near(column.hands[0].value, [.nan, .nan]) && column.hands[0].source == [0, 0])
    #expect(sheet.findings == [.valueNotPositive(nowhere, node: "作风/系统", step: "goalposts", units: ["D0", "D1"])])
  }

  /// 12 against 18 and 17.000 000 000 1 (over 5 by less than a billionth: not over).
  @Test func differencesNeedAReason() {
    let rule = Hands.DifferenceRule(over: 5, needsReason: true)
    let scheme = tested(difference: rule)
    let measures = [
      "系统": column([2, 2, 2, nil]), "人工": column([18, 17.000_000_000_1, 18, 3]), "b": column([1, 1, 1, 1]),
    ]
    let plain = score(scheme, input(measures))
    func finding(_ units: [HandsGap], needsReason: Bool = true) -> ScoringFinding {
      .handsApart(
        nowhere, node: "作风", hands: ["系统", "人工"], period: "2025H1", over: 5, needsReason: needsReason, units: units)
    }
    let gap = HandsGap(unit: "D0", first: 12, other: 18)
    let last = HandsGap(unit: "D2", first: 12, other: 18)
    #expect(plain.findings == [finding([gap, last])])
    #expect(near(plain.node("作风")?.value, [18, 17.000_000_000_1, 18, 3]))
    let explained = score(scheme, input(measures).deciding(decision("作风", "D0", .none, role: "")))
    #expect(explained.findings == [finding([last])])
    let blank = score(scheme, input(measures).deciding(decision("作风", "D0", .none, reason: " ")))
    #expect(blank.decisionCodes == ["decision-reason-missing"])
    let noted = score(
      tested(difference: Hands.DifferenceRule(over: 5, needsReason: false)),
      input(measures).deciding(decision("作风", "D0", .none)))
    #expect(noted.findings == [finding([gap, last], needsReason: false)])
    #expect(noted.findings[0].severity == .note)
  }

  /// Facts count a leaf by hands as one leaf, present where one of the hands is that may give the value.
  @Test func R12_presence() {
    let scheme = tested(["人工"]).adding { $0.addFact("有", .presence(node: "作风", measuresAtLeast: 1)) }
    #expect(sheet(scheme, [2, 2, nil], [nil, 3, 3]).facts["有"] == [0, 1, 1])
    let both = tested().adding { $0.addFact("有", .presence(node: "总分", measuresAtLeast: 2)) }
    #expect(sheet(both, [2, nil, 2], [nil, nil, 3]).facts["有"] == [1, 0, 1])
  }

  @Test func R10_aDroppedHandDoesNotApply() {
    let node = hands(
      "作风", .points(20), [hand("系统", step(.dropIf(unitsBelow: 2))), manual], prevail: ["系统", "人工"])
    let dropped = score(scheme(node), input(["系统": column([8, nil]), "人工": column([7, nil])]))
    #expect(near(dropped.node("作风")?.value, [7, .nan]))
    #expect(dropped.node("作风")?.state == [.value, .missing])
    #expect(dropped.findings == [.leafDropped(nowhere, node: "作风/系统", units: 1, needed: 2)])
  }

  /// A hand that is imputed gives a value without coverage, and makes nothing present (R16).
  @Test func R16_anImputedHand() {
    let node = hands(
      "作风", .points(20), [hand("系统", step(.impute(.units(.mean, group: nil)))), manual], prevail: ["人工", "系统"])
    let tested = scheme(node) { $0.addFact("有", .presence(node: "作风", measuresAtLeast: 1)) }
    let sheet = score(tested, input(["系统": column([8, 12, nil]), "人工": column([nil, 7, nil])]))
    #expect(near(sheet.node("作风")?.value, [8, 7, 10]))
    #expect(near(sheet.node("作风")?.coverage, [1, 1, 0]))
    #expect(sheet.node("作风")?.isImputed == [false, false, true] && sheet.facts["有"] == [1, 1, 0])
  }

  /// The parameters of a hand's step come from that hand of the frozen run: mean 10 and deviation 2 there.
  @Test func R11_frozenHands() {
    func tested(_ over: Population?) -> Scheme {
      scheme(hands("作风", .weight(1), [hand("系统", zScore(over: over)), manual], prevail: ["系统", "人工"]))
    }
    let first = score(tested(nil), input(["系统": column([8, 10, 12]), "人工": column([1, 1, 1])]))
    var next = input(["系统": column([14, 10, 6]), "人工": column([5, 5, 5])], period: period("2026H1"))
    next.frozen = ["2025H1": first]
    #expect(near(score(tested(.frozen("2025H1")), next).node("作风")?.value, [2, 0, -2]))
  }

  /// H1 12 and 15, H2 only by system 20: the node 15 and 20 → 17.5; by system 12 and 20 → 16, by hand 15.
  @Test func E3_handsOfAYear() throws {
    let yearly = tested().adding {
      $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: nowhere)
    }
    let sheet = score(
      yearly,
      input(
        [:], period: period("2025"),
        halves: [
          ["系统": column([2]), "人工": column([15]), "b": column([40])],
          ["系统": column([0]), "人工": column([nil]), "b": column([40])],
        ]))
    let node = try #require(sheet.node("作风"))
    #expect(near(node.value, [17.5]))
    #expect(near(node.hands[0].value, [16]) && near(node.hands[1].value, [15]))
    #expect(near(node.hands[1].difference, [1]))
  }
}

extension Scheme {
  func adding(_ change: (inout Scheme) -> Void) -> Scheme {
    var scheme = self
    change(&scheme)
    return scheme
  }
}
