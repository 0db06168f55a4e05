import Register
import Schemes
import Testing

@testable import Scoring

@Suite struct OverrideTests {
  private func leaves(_ change: (inout Scheme) -> Void = { _ in }) -> Scheme {
    scheme(parent("总分", .none, .sum, [leaf("a", .points(40)).open(), leaf("b", .points(60))]).open(), change: change)
  }
  private let one = ["a": column([10]), "b": column([30])]

  @Test func nothingDecided() {
    let sheet = score(leaves(), input(one))
    #expect(near(sheet.standing[0].score, 40) && sheet.node("a")?.overrides.isEmpty == true)
  }

  /// 25 in the place of 10: 55. The computed value stays beside it.
  @Test func R14_aDecisionTakesThePlaceOfTheValue() throws {
    let decided = decision("a", "D0", .number(25))
    let sheet = score(leaves(), input(one).deciding(decided))
    let node = try #require(sheet.node("a"))
    #expect(node.value == [25] && node.rule == [.overridden])
    #expect(node.overrides[0] == Override(computed: 10, decision: decided))
    #expect(near(sheet.standing[0].score, 55))
    #expect(sheet.findings == [])
  }

  /// It fills what is missing and counts as covered; `不适用` leaves everything: 30 of 60 is 50 of 100.
  @Test func R14_missingAndNotApplicable() {
    let missing = ["a": column([nil]), "b": column([30])]
    let filled = score(leaves(), input(missing).deciding(decision("a", "D0", .number(25))))
    #expect(near(filled.standing[0].score, 55) && near(filled.standing[0].coverage, 1))
    let out = score(leaves(), input(one).deciding(decision("a", "D0", .notApplicable)))
    #expect(out.node("a")?.state == [.notApplicable] && out.node("a")?.coverage[0].isNaN == true)
    #expect(near(out.standing[0].score, 50) && near(out.standing[0].coverage, 1))
  }

  /// After zero_when and `missing: zero`, too: a committee has the last word.
  @Test func decisionsComeAfterTheRules() {
    let tested = scheme(
      parent(
        "总分", .none, .sum,
        [leaf("a", .points(40)).open().with { $0.missing = .zero }, leaf("b", .points(60))]))
    let sheet = score(
      tested, input(["a": column([nil]), "b": column([30])]).deciding(decision("a", "D0", .number(12))))
    #expect(near(sheet.standing[0].score, 42))
  }

  /// c is missing and would forbid a grade; the decision on its parent settles that.
  @Test func R14_whatWasMissingBelowIsLifted() {
    let group = parent("组", .points(40), .sum, [leaf("c", .points(40)).with { $0.missing = .notGraded }]).open()
    let tested = scheme(parent("总分", .none, .sum, [group, leaf("b", .points(60))])) { $0.defaults.coverage = 0.8 }
    let measures = ["c": column([nil]), "b": column([30])]
    let plain = score(tested, input(measures))
    #expect(
      plain.standing[0].status
        == .notGraded([.coverage(found: 0.6, needed: 0.8, missingLeaves: ["c"]), .node("c")]))
    let decided = score(tested, input(measures).deciding(decision("组", "D0", .number(20))))
    #expect(decided.standing[0].status == .graded)
    #expect(near(decided.standing[0].score, 50) && near(decided.standing[0].coverage, 1))
  }

  /// 总分 88 by decision, then the effect: 83; clamped to 100 as any other.
  @Test func E1_rootsAreOverriddenBeforeEffects() {
    let tested = leaves {
      $0.addCount("通报")
      $0.effects = [effect("通报") { $0.change = Effect.Change(.deduct, measure: "通报", each: 5, atMost: nil) }]
    }
    let sheet = score(
      tested,
      input(["a": column([nil]), "b": column([nil]), "通报": column([1])]).deciding(
        decision("总分", "D0", .number(88))))
    #expect(near(sheet.standing[0].score, 83) && sheet.standing[0].status == .graded)
    #expect(sheet.node("总分")?.overrides[0]?.computed.isNaN == true)
  }

  /// Nobody was asked in b, so that its n is 0; what is decided there weighs as its siblings do on average, 20:
  /// (10·80 + 30·90 + 20·60) ÷ 60.
  @Test func R8_aDecidedChildWithoutNWeighsAsTheOthers() {
    let tested = scheme(
      parent("总分", .none, .mean, ["a", "b", "c"].map { leaf($0, .weightByN(of: $0)).open(needsReason: false) }))
    let measures = ["a": column([80], n: [10]), "b": column([nil], n: [0]), "c": column([90], n: [30])]
    let sheet = score(tested, input(measures).deciding(decision("b", "D0", .number(60))))
    #expect(near(sheet.standing[0].score, 4700.0 / 60) && near(sheet.standing[0].coverage, 1))
    // With an n of its own it keeps that: (10·60 + 30·90) ÷ 40.
    let own = score(tested, input(measures).deciding(decision("a", "D0", .number(60))))
    #expect(near(own.standing[0].score, 82.5))
  }

  @Test func everyRefusalSaysWhy() {
    func codes(_ decisions: Decision...) -> [String] {
      var asked = input(one)
      asked.decisions = decisions
      let sheet = score(leaves(), asked)
      #expect(near(sheet.standing[0].score, 40))
      return sheet.decisionCodes
    }
    #expect(codes(decision("aa", "D0", .number(1))) == ["decision-target-unknown"])
    #expect(codes(decision("a", "D9", .number(1))) == ["decision-unit-unknown"])
    #expect(codes(decision("b", "D0", .number(1))) == ["decision-not-open"])
    #expect(codes(decision("a", "D0", .number(1), role: "考核办")) == ["decision-role-wrong"])
    #expect(codes(decision("a", "D0", .number(1), reason: "　 ")) == ["decision-reason-missing"])
    #expect(codes(decision("a", "D0", .number(40.1))) == ["decision-value-out-of-range"])
    #expect(codes(decision("a", "D0", .number(-0.1))) == ["decision-value-out-of-range"])
    #expect(codes(decision("a", "D0", .number(.nan))) == ["decision-value-missing"])
    #expect(codes(decision("a", "D0", .none)) == ["decision-value-missing"])
    // Of another period: not this run's business.
    #expect(codes(decision("a", "D0", .number(1), period: "2025H2")) == [])
    // All in one pass.
    #expect(
      codes(decision("aa", "D0", .number(1)), decision("a", "D9", .number(1))) == [
        "decision-target-unknown", "decision-unit-unknown",
      ])
  }

  @Test func anyRoleThatIsRecorded() {
    let tested = scheme(leaf("a", .points(40)).open(to: nil, needsReason: false))
    let asked = input(["a": column([10])])
    #expect(
      score(tested, asked.deciding(decision("a", "D0", .number(5), reason: "", role: "党委"))).standing[0].score == 5)
    #expect(
      score(tested, asked.deciding(decision("a", "D0", .number(5), role: ""))).decisionCodes == ["decision-role-wrong"])
  }

  /// The later date acts, whatever the order of record; of one day the later record; a refused one supersedes nothing.
  @Test func theLaterDecisionWins() {
    func score(_ decisions: Decision...) -> ScoreSheet {
      var asked = input(one)
      asked.decisions = decisions
      return Scoring.score(leaves(), asked)
    }
    let early = decision("a", "D0", .number(20), date: 20_250_701)
    let late = decision("a", "D0", .number(30), date: 20_250_702)
    for sheet in [score(early, late), score(late, early)] {
      #expect(sheet.node("a")?.value == [30])
      #expect(
        sheet.findings == [
          .decision(.subject("2025H1 a D0"), .superseded(date: 20_250_701, by: 20_250_702))
        ])
    }
    let same = decision("a", "D0", .number(21), date: 20_250_701)
    #expect(score(early, same).node("a")?.value == [21] && score(same, early).node("a")?.value == [20])
    let refused = decision("a", "D0", .number(99), date: 20_250_703)
    #expect(score(early, refused).node("a")?.value == [20])
  }

  /// Nothing applies to the unit, and nothing is asked of it: neither a share nor a number of children.
  @Test(arguments: Node.CoverageRule.Basis.allCases)
  func aRootThatWasDecidedNotToApplyLacksNothing(basis: Node.CoverageRule.Basis) {
    let tested = leaves { $0.roots[0].coverage = .init(atLeast: 1, basis: basis) }
    let missing = ["a": column([nil]), "b": column([nil])]
    let sheet = score(tested, input(missing).deciding(decision("总分", "D0", .notApplicable)))
    #expect(sheet.standing[0].status == .notGraded([.noScore]))
  }

  // MARK: Years

  private func year(_ decisions: [Decision], _ change: (inout Scheme) -> Void = { _ in }) -> ScoreSheet {
    let group = parent("组", .points(40), .sum, [leaf("c", .points(40)).open()]).open()
    let tested = scheme(parent("总分", .none, .sum, [group, leaf("b", .points(60))]).open()) {
      $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: nowhere)
      change(&$0)
    }
    var asked = input(
      [:], period: period("2025"),
      halves: [["c": column([10]), "b": column([30])], ["c": column([20]), "b": column([30])]])
    asked.decisions = decisions
    return score(tested, asked)
  }

  /// A half's decision on a leaf: 30 and 20 → 25. The year's stands for the whole: 30.
  @Test func R14_rowsOfAHalfActOnThatHalf() throws {
    let first = decision("c", "D0", .number(30), period: "2025H1")
    let half = try #require(year([first]).node("c"))
    #expect(half.value == [25] && half.halves == [[30], [20]] && half.rule == [.overridden])
    #expect(half.overrides[0]?.decision == first && half.overrides[0]?.computed == 10)
    #expect(half.halfOverrides.map { $0[0]?.decision } == [first, nil])
    let whole = try #require(year([decision("c", "D0", .number(30), period: "2025")]).node("c"))
    #expect(whole.value == [30] && whole.overrides[0]?.computed == 15 && whole.halfOverrides.isEmpty)
  }

  /// The group of H1 is 36 by decision, of H2 20 as computed: 28, although its combined leaf gives 15.
  @Test func E3_aParentOverriddenInAHalf() throws {
    let sheet = year([decision("组", "D0", .number(36), period: "2025H1")])
    let group = try #require(sheet.node("组"))
    #expect(group.source == [15] && group.value == [28] && group.rule == [.overridden])
    #expect(near(sheet.standing[0].score, 58))
    let both = year([
      decision("组", "D0", .number(36), period: "2025H1"), decision("组", "D0", .number(40), period: "2025"),
    ])
    #expect(both.node("组")?.value == [40] && both.node("组")?.overrides[0]?.computed == 28)
  }

  /// H1's c and b are missing, and the root is open: 80 by decision of H1 and 20 + 30 of H2 give 65.
  @Test func E3_aRootOverriddenInAHalf() {
    #expect(near(year([decision("总分", "D0", .number(80), period: "2025H1")]).standing[0].score, 65))
    #expect(near(year([decision("总分", "D0", .number(80), period: "2025")]).standing[0].score, 80))
  }

  /// c is missing in both halves and forbids a grade; a decision on one half leaves the other's gap.
  @Test func E3_aGapOfOneHalfIsNotLiftedByADecisionOnTheOther() {
    func status(_ decisions: Decision...) -> Standing.Status {
      let group = parent("组", .points(40), .sum, [leaf("c", .points(40)).with { $0.missing = .notGraded }]).open()
      let tested = scheme(parent("总分", .none, .sum, [group, leaf("b", .points(60))])) {
        $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: nowhere)
      }
      let half = ["c": column([nil]), "b": column([30])]
      var asked = input([:], period: period("2025"), halves: [half, half])
      asked.decisions = decisions
      return score(tested, asked).standing[0].status
    }
    let first = decision("组", "D0", .number(36), period: "2025H1")
    let second = decision("组", "D0", .number(36), period: "2025H2")
    #expect(status() == .notGraded([.node("c")]))
    #expect(status(first) == .notGraded([.node("c")]))
    #expect(status(first, second) == .graded)
    #expect(status(decision("组", "D0", .number(36), period: "2025")) == .graded)
  }

  /// c must be there. Of H1 the group was decided not to apply, which lifts that c is missing; in H2 c does not apply. So
  /// no half lacks it, although the group has no value in H2 for want of d.
  @Test func E3_whatOneHalfLiftsTheOtherDoesNotBringBack() {
    let must = leaf("c", .points(20)).with { $0.missing = .notGraded }
    let group = parent("组", .points(40), .sum, [must, leaf("d", .points(20))]).open()
    let tested = scheme(parent("总分", .none, .sum, [group, leaf("b", .points(60))])) {
      $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: nowhere)
    }
    let nothing = column([nil])
    let sheet = score(
      tested,
      input(
        [:], period: period("2025"),
        halves: [
          ["c": nothing, "d": column([10]), "b": column([30])],
          ["c": nothing.marking([0], as: .notApplicable), "d": nothing, "b": column([30])],
        ]
      ).deciding(decision("组", "D0", .notApplicable, period: "2025H1")))
    #expect(sheet.standing[0].status == .graded && near(sheet.standing[0].score, 50))
  }

  /// A root that is missing in one half is not graded, unless the year's own value was decided.
  @Test func theYearsDecisionSettlesAMissingHalf() {
    func sheet(_ decisions: Decision...) -> ScoreSheet {
      let tested = scheme(leaf("总分", .points(100)).open()) {
        $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .propagate, place: nowhere)
      }
      var asked = input(
        [:], period: period("2025"), halves: [["总分": column([nil])], ["总分": column([90])]])
      asked.decisions = decisions
      return score(tested, asked)
    }
    #expect(sheet().standing[0].score.isNaN)
    #expect(sheet(decision("总分", "D0", .number(70), period: "2025")).standing[0].score == 70)
    #expect(sheet(decision("总分", "D0", .number(70), period: "2025H1")).standing[0].score == 80)
  }

  /// Of H2 nothing is there, and that counts as 0: the group is 36 by decision and 0, so 18; b 30 and 0, so 15.
  @Test func E3_aParentOverriddenInTheHalfThatIsThere() {
    let sheet = halves(
      .zero, ["c": column([nil]), "d": column([nil]), "b": column([30])],
      ["c": column([nil]), "d": column([nil]), "b": column([nil])])
    #expect(near(sheet.node("组")?.value, [18]) && near(sheet.node("组")?.coverage, [1]))
    #expect(near(sheet.standing[0].score, 33))
    #expect(sheet.standing[0].status == .graded)
  }

  /// c is missing in H1, which the decision lifts, and d in H2, which nothing does. Coverage of the group (1 + 0.5)/2, of
  /// all (40·0.75 + 60)/100 = 0.9, for want of d alone.
  @Test func R14_whatADecisionOnAHalfLiftsIsNotWanting() {
    let sheet = halves(
      .renormalise, ["c": column([nil]), "d": column([10]), "b": column([30])],
      ["c": column([10]), "d": column([nil]), "b": column([30])])
    #expect(sheet.standing[0].status == .notGraded([.coverage(found: 0.9, needed: 0.95, missingLeaves: ["d"])]))
  }

  /// 组 (c, d, of 20 each) is 36 of 40 by decision of H1; b has 60.
  private func halves(
    _ oneMissing: MissingPolicy, _ first: [String: MeasureColumn], _ second: [String: MeasureColumn]
  ) -> ScoreSheet {
    let group = parent("组", .points(40), .sum, [leaf("c", .points(20)), leaf("d", .points(20))]).open()
    let tested = scheme(parent("总分", .none, .sum, [group, leaf("b", .points(60))])) {
      $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: oneMissing, place: nowhere)
      $0.defaults.coverage = 0.95
    }
    return score(
      tested,
      input([:], period: period("2025"), halves: [first, second]).deciding(
        decision("组", "D0", .number(36), period: "2025H1")))
  }
}
