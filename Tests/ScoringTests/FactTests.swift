import Register
import Schemes
import Testing

@testable import Scoring

@Suite struct FactTests {
  private func facts(
    _ tests: [(String, Fact.Test)], _ measures: [String: MeasureColumn], register: [[String: String]] = []
  ) -> ScoreSheet {
    let tree = parent(
      "总分", .none, .mean,
      [
        parent("安全", .weight(1), .mean, [leaf("a", .weight(1)), leaf("b", .weight(1))]),
        parent("死亡", .weight(1), .mean, [leaf("c", .weight(1), step(.dropIf(unitsBelow: 2)))]),
      ])
    return score(
      scheme(tree) { scheme in for (id, test) in tests { scheme.addFact(id, test) } },
      input(measures, register: register))
  }

  @Test func R12_missingMeasureIsFalseAndReported() {
    let sheet = facts([("f", .measure("a", Comparison(.atLeast, 5)))], ["a": column([5, 4, nil])])
    #expect(sheet.facts["f"] == [1, 0, 0])
    #expect(sheet.findings.contains(.testUnverified(nowhere, name: "f", measures: ["a"], units: ["D2"])))
  }

  /// Not applicable and full have no number: false, and nothing is open about it.
  @Test func R12_noNumberIsFalse() {
    let a = column([5, nil, nil]).marking([1], as: .notApplicable).marking([2], as: .full)
    let sheet = facts([("f", .measure("a", Comparison(.atLeast, 0)))], ["a": a])
    #expect(sheet.facts["f"] == [1, 0, 0])
    #expect(sheet.findings.filter { $0.code == "test-unverified" }.isEmpty)
  }

  /// Leaves with a value after drop_if: c is dropped, since only one unit reports it; full counts as present.
  @Test func R12_presence() {
    let measures = [
      "a": column([1, nil, nil]).marking([2], as: .full), "b": column([1, 1, nil]), "c": column([1, nil, nil]),
    ]
    let sheet = facts(
      [
        ("二", .presence(node: "总分", measuresAtLeast: 2)), ("一", .presence(node: "安全", measuresAtLeast: 1)),
        ("死亡有数", .presence(node: "死亡", measuresAtLeast: 1)), ("自身", .presence(node: "b", measuresAtLeast: 1)),
        ("组数", .countOfChildren(node: "总分", measuresAtLeast: 1)),
      ], measures)
    #expect(sheet.facts["二"] == [1, 0, 0])
    #expect(sheet.facts["一"] == [1, 1, 1])
    #expect(sheet.facts["死亡有数"] == [0, 0, 0])
    #expect(sheet.facts["自身"] == [1, 1, 0])
    #expect(sheet.facts["组数"] == [1, 1, 1])
  }

  @Test func anyAllNoneCount() {
    let (p, q): (Fact.Test, Fact.Test) = (.fact("p", nil), .fact("q", nil))
    let sheet = facts(
      [
        // Named before what they read.
        ("any", .any([p, q])), ("all", .all([p, q])), ("none", .none([p, q])), ("count", .count([p, q])),
        ("two", .fact("count", Comparison(.atLeast, 2))), ("counted", .fact("count", nil)),
        ("p", .measure("a", Comparison(.atLeast, 1))), ("q", .measure("b", Comparison(.atLeast, 1))),
        ("loop", .fact("loop", nil)), ("nobody", .fact("unknown", nil)),
      ], ["a": column([1, 1, 0]), "b": column([1, 0, 0])])
    #expect(sheet.facts["any"] == [1, 1, 0])
    #expect(sheet.facts["all"] == [1, 0, 0])
    #expect(sheet.facts["none"] == [0, 0, 1])
    #expect(sheet.facts["count"] == [2, 1, 0])
    #expect(sheet.facts["two"] == [1, 0, 0])
    #expect(sheet.facts["counted"] == [1, 1, 0])
    #expect(sheet.facts["loop"] == [0, 0, 0] && sheet.facts["nobody"] == [0, 0, 0])
  }

  /// The period ends on 30 June 2025; six months before is 30 December 2024, and after it is strict.
  @Test func R18_dates() {
    let register = ["2024-12-30", "2024-12-31", "", "新设", "2025-06-30", "2024/12/29"].map { ["valid_from": $0] }
    let sheet = facts(
      [
        ("新设", .registerDate(column: "valid_from", order: .after, .monthsBefore(.periodEnd, 6))),
        ("早", .registerDate(column: "valid_from", order: .before, .date(20_241_230))),
        ("末", .registerDate(column: "valid_from", order: .before, .moment(.periodEnd))),
        ("类", .registerText(column: "valid_from", isOneOf: ["", "新设"])),
      ], ["a": column([1, 1, 1, 1, 1, 1])], register: register)
    #expect(sheet.facts["新设"] == [0, 1, 0, 0, 1, 0])
    #expect(sheet.facts["早"] == [0, 0, 0, 0, 0, 1])
    #expect(sheet.facts["末"] == [1, 1, 0, 0, 0, 1])
    #expect(sheet.facts["类"] == [0, 0, 1, 1, 0, 0])
  }

  @Test func R18_aCountCanBeTested() {
    let tested = scheme(leaf("a", .points(10))) {
      $0.addFact("组", .count([.measure("a", Comparison(.atLeast, 1)), .measure("b", Comparison(.atLeast, 1))]))
      $0.eligible = [fact("组", Comparison(.atLeast, 2))]
    }
    let sheet = score(tested, input(["a": column([1, 1]), "b": column([1, 0])]))
    #expect(sheet.standing[0].status == .graded)
    #expect(sheet.standing[1].status == .notGraded([.ineligible(fact: "组")]))
  }

  @Test(arguments: [
    (Comparison.Relation.atLeast, [false, true, true]), (.atMost, [true, true, false]), (.above, [false, false, true]),
    (.below, [true, false, false]), (.equals, [false, true, false]),
  ])
  func K1_everyRelationSnaps(relation: Comparison.Relation, expected: [Bool]) {
    let comparison = Comparison(relation, 0.3)
    #expect([0.299_999_998, 0.1 + 0.2, 0.300_000_002].map { comparison.holds(for: $0) } == expected)
    #expect(!comparison.holds(for: .nan))
  }
}
