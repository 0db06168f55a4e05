import Schemes
import Testing

@testable import Scoring

@Suite struct EffectTests {
  private func run(
    _ effects: [Effect], _ measures: [String: MeasureColumn], groups: [EffectGroup] = [], score base: Double = 80,
    share: Node.Share = .points(100), change: (inout Scheme) -> Void = { _ in }
  ) -> ScoreSheet {
    let tested = scheme(leaf("总分", share)) {
      $0.addGrades()
      for id in measures.keys.sorted() { $0.addCount(id) }
      $0.effects = effects
      $0.effectGroups = groups
      change(&$0)
    }
    let count = measures.values.first?.value.count ?? 1
    return score(
      tested, input(measures.merging(["总分": column(Array(repeating: base, count: count))]) { first, _ in first }))
  }
  private func deduct(
    _ id: String, _ measure: String, _ each: Double, atMost: Double? = nil, when trigger: Effect.Trigger? = nil,
    group: String? = nil
  ) -> Effect {
    effect(id) {
      $0.change = Effect.Change(.deduct, measure: measure, each: each, atMost: atMost)
      $0.trigger = trigger
      $0.group = group
    }
  }
  private func add(_ id: String, _ measure: String, _ each: Double, atMost: Double? = nil, group: String? = nil)
    -> Effect
  {
    effect(id) {
      $0.change = Effect.Change(.add, measure: measure, each: each, atMost: atMost)
      $0.group = group
    }
  }

  @Test func E4_eachTimesMeasureWithinItsLimit() {
    let sheet = run([deduct("逾期", "m", 1, atMost: 5)], ["m": column([0, 3, 9])])
    #expect(sheet.standing.map(\.score) == [80, 77, 75])
    #expect(
      sheet.effects == [
        EffectRecord(effect: "逾期", unit: 1, outcome: .acted, nominal: -3, effective: -3, before: 80, after: 77),
        EffectRecord(effect: "逾期", unit: 2, outcome: .acted, nominal: -9, effective: -5, before: 80, after: 75),
      ])
  }

  /// Bonuses of 2 and 2 under a group limit of 3: the second gets what is left.
  @Test func E4_groupsBoundTheSum() {
    let effects = [
      add("一", "m", 2, group: "bonus"), add("二", "m", 2, group: "bonus"), add("三", "m", 2, group: "bonus"),
    ]
    let sheet = run(effects, ["m": column([1])], groups: [EffectGroup(id: "bonus", atMost: 3)])
    #expect(sheet.standing[0].score == 83)
    #expect(sheet.effects.map(\.nominal) == [2, 2, 2])
    #expect(sheet.effects.map(\.effective) == [2, 1, 0])
    #expect(sheet.effects.map(\.after) == [82, 83, 83])
  }

  /// One clamp at the end: 99 + 3 − 5 is 97 and not 95.
  @Test func E1_oneClampAtTheEnd() {
    let up = run([add("加", "m", 3), deduct("减", "m", 5)], ["m": column([1])], score: 99)
    #expect(up.standing[0].score == 97)
    #expect(run([add("加", "m", 3)], ["m": column([1])], score: 99).standing[0].score == 100)
    #expect(run([deduct("减", "m", 30)], ["m": column([1])], score: 20).standing[0].score == 0)
    // A tree of weights has no points to be clamped to.
    let free = run([deduct("减", "m", 30)], ["m": column([1])], score: 20, share: .weight(1))
    #expect(free.standing[0].score == -10)
  }

  @Test func E4_addsNeverTake() {
    let sheet = run([add("加", "m", 1), deduct("减", "m", 1)], ["m": column([-4])])
    #expect(sheet.standing[0].score == 80 && sheet.effects.isEmpty)
  }

  @Test func E5_missingIsNotJudged() {
    let sheet = run(
      [deduct("通报", "m", 5, when: when("m")), deduct("逾期", "k", 1)],
      ["m": column([nil, 0, 1]), "k": column([nil, 1, 1])])
    #expect(sheet.standing.map(\.score) == [80, 79, 74])
    #expect(sheet.effects.filter { $0.unit == 0 }.map(\.outcome) == [.unverified, .unverified])
    #expect(sheet.findings.contains(.testUnverified(nowhere, name: "通报", measures: ["m"], units: ["D0"])))
    #expect(sheet.findings.contains(.testUnverified(nowhere, name: "逾期", measures: ["k"], units: ["D0"])))
  }

  @Test func E5_notApplicableAndFullAreSettled() {
    let m = column([nil, nil]).marking([0], as: .notApplicable).marking([1], as: .full)
    let sheet = run([deduct("通报", "m", 5, when: when("m")), deduct("逾期", "m", 5)], ["m": m])
    #expect(sheet.standing.map(\.score) == [80, 80] && sheet.effects.isEmpty)
  }

  @Test func E5_anyOfNamesTheOneThatFired() {
    let trigger = Effect.Trigger(anyOf: [
      Effect.Trigger.Test(measure: "问责", comparison: Comparison(.atLeast, 1)),
      Effect.Trigger.Test(measure: "处分", comparison: Comparison(.atLeast, 1)),
    ])
    let veto = effect("否决") {
      $0.trigger = trigger
      $0.setGrade = "C"
    }
    let sheet = run([veto], ["问责": column([1, nil, nil, 0]), "处分": column([1, 1, nil, 0])])
    #expect(sheet.effects.map(\.firedBy) == ["问责", "处分", nil])
    #expect(sheet.effects.map(\.outcome) == [.acted, .acted, .unverified])
    #expect(sheet.standing.map(\.grade) == ["C", "C", "A", "A"])
    #expect(sheet.findings.contains(.testUnverified(nowhere, name: "否决", measures: ["问责", "处分"], units: ["D2"])))
    #expect(!sheet.findings.contains(.testUnverified(nowhere, name: "否决", measures: ["问责"], units: ["D1"])))
  }

  /// Not covered, but two rows are known: at_least 1 fires, and the deduction uses the two.
  @Test func M5_aKnownCountIsALowerBound() {
    let known = column([nil, nil]).knowing(2, 0).knowing(0, 1)
    let sheet = run([deduct("通报", "m", 5, when: when("m"))], ["m": known])
    #expect(sheet.standing.map(\.score) == [70, 80])
    #expect(sheet.effects.map(\.outcome) == [.acted, .unverified])
    // Only from below, only for counts, and only with a when.
    let less = run([deduct("通报", "m", 5, when: when("m", .atMost, 5))], ["m": known])
    #expect(less.standing.map(\.score) == [80, 80])
    let always = run([deduct("通报", "m", 5)], ["m": known])
    #expect(always.effects.map(\.outcome) == [.unverified, .unverified])
    let mean = run([deduct("通报", "m", 5, when: when("m"))], ["m": known]) { scheme in
      scheme.measures = scheme.measures.map { measure in
        var measure = measure
        measure.take = .sum
        return measure
      }
    }
    #expect(mean.standing.map(\.score) == [80, 80])
  }

  @Test func M5_facts_doNotUseTheBound() {
    let sheet = run([], ["m": column([nil]).knowing(3, 0)]) {
      $0.addFact("f", .measure("m", Comparison(.atLeast, 1)))
    }
    #expect(sheet.facts["f"] == [0])
  }

  @Test func E6_theLowestCeilingWins() {
    let toB = effect("通报") {
      $0.trigger = when("m")
      $0.capGrade = "B"
    }
    let toC = effect("重复") {
      $0.trigger = when("k")
      $0.capGrade = "C"
    }
    let sheet = run(
      [toB, toC, toB], ["m": column([1, 1, 0, 0]), "k": column([0, 1, 1, 0])], score: 95)
    #expect(sheet.standing.map(\.grade) == ["B", "C", "C", "A"])
    #expect(sheet.standing.map(\.cappedBy) == [["通报", "通报"], ["重复"], ["重复"], []])
    // A ceiling lifts nobody.
    #expect(run([toB], ["m": column([1])], score: 10).standing[0].grade == "C")
  }

  @Test func effectsOnAUnitWithoutAScore() {
    let tested = scheme(leaf("总分", .points(100))) {
      $0.addGrades()
      $0.addCount("m")
      $0.effects = [
        deduct("减", "m", 5, when: when("m")),
        effect("否决") {
          $0.trigger = when("m")
          $0.setGrade = "C"
        },
      ]
    }
    let sheet = score(tested, input(["总分": column([nil]), "m": column([1])]))
    #expect(sheet.standing[0].score.isNaN)
    #expect(sheet.standing[0].status == .notGraded([.noScore]))
    // Not filing never beats a veto.
    #expect(sheet.standing[0].grade == "C" && sheet.standing[0].setBy == "否决")
  }
}
