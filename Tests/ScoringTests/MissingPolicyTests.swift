import Schemes
import Testing

@testable import Scoring

@Suite struct MissingPolicyTests {
  private func tree(_ policy: MissingPolicy?, below: MissingPolicy? = nil) -> Node {
    let inner = parent(
      "内", .points(50), .sum, [leaf("a", .points(20)).with { $0.missing = policy }, leaf("b", .points(30))])
    return parent("总分", .none, .sum, [inner.with { $0.leavesMissing = below }, leaf("c", .points(50))])
  }
  private let given = input(["a": column([nil]), "b": column([15]), "c": column([40])])

  @Test func R7_renormalise() {
    #expect(near(score(scheme(tree(nil)), given).standing[0].score, 65))
  }

  @Test func R7_zeroCountsAsCovered() {
    let sheet = score(scheme(tree(.zero)), given)
    #expect(near(sheet.standing[0].score, 55))
    #expect(sheet.node("a")?.state == [.value] && sheet.node("a")?.rule == [.zeroForMissing])
    #expect(near(sheet.node("总分")?.coverage, [1]))
  }

  /// Zero needs points: a weight leaf falls back to renormalise, and so does a parent.
  @Test func R7_zeroElsewhereFallsBack() {
    let mean = parent("m", .none, .mean, [leaf("a", .weight(1)).with { $0.missing = .zero }, leaf("b", .weight(1))])
    #expect(score(scheme(mean), given).standing[0].score == 15)
    let inner = parent("内", .points(50), .sum, [leaf("a", .points(50))]).with { $0.missing = .zero }
    let sum = parent("总分", .none, .sum, [inner, leaf("c", .points(50))])
    #expect(near(score(scheme(sum), given).standing[0].score, 80))
  }

  @Test func R7_notGradedNamesTheNode() {
    let sheet = score(scheme(tree(.notGraded)), given)
    #expect(sheet.standing[0].status == .notGraded([.node("a")]))
    #expect(near(sheet.standing[0].score, 65))
    #expect(near(sheet.node("内")?.value, [25]))
  }

  @Test func R7_propagateStopsTheParent() {
    let sheet = score(scheme(tree(.propagate)), given)
    #expect(sheet.node("内")?.state == [.missing])
    #expect(near(sheet.node("内")?.coverage, [0.6]))
    #expect(sheet.node("b")?.contribution[0].isNaN == true)
    #expect(near(sheet.standing[0].score, 80))
  }

  @Test func R7_inheritance() {
    #expect(near(score(scheme(tree(nil, below: .zero)), given).standing[0].score, 55))
    #expect(near(score(scheme(tree(.renormalise, below: .zero)), given).standing[0].score, 65))
    let byDefault = scheme(tree(nil)) { $0.defaults.leavesMissing = .zero }
    #expect(near(score(byDefault, given).standing[0].score, 55))
    // What leaves inherit does not reach the parent itself.
    let empty = input(["a": column([nil]), "b": column([nil]), "c": column([40])])
    let parents = score(scheme(tree(nil, below: .notGraded)), empty)
    #expect(parents.standing[0].status == .notGraded([.node("a"), .node("b")]))
  }

  /// Nothing under a node that does not apply can keep the unit from its grade.
  @Test func R7_R17_whatDoesNotApplyBlocksNothing() {
    let tested = scheme(
      parent(
        "总分", .none, .sum,
        [
          parent("内", .points(50), .sum, [leaf("a", .points(50)).with { $0.missing = .notGraded }])
            .with { $0.applies = fact("never") }, leaf("c", .points(50)),
        ])
    ) {
      $0.addFact("never", .any([]))
      $0.defaults.coverage = 0.9
    }
    let sheet = score(tested, given)
    #expect(sheet.standing[0].status == .graded)
    #expect(near(sheet.standing[0].score, 80))
    #expect(sheet.node("内")?.state == [.notApplicable])
  }

  @Test func R17_zeroWhenFillsMissingButNotNotApplicable() {
    let rule = Node.ZeroRule(measure: "z", comparison: Comparison(.atLeast, 1))
    let tested = scheme(
      parent("总分", .none, .sum, [leaf("a", .points(20)).with { $0.zeroWhen = rule }, leaf("c", .points(80))]))
    let a = column([20, nil, nil, 20, 20]).marking([2], as: .notApplicable)
    let sheet = score(
      tested, input(["a": a, "c": column([80, 80, 80, 80, 80]), "z": column([1, 1, 1, 0, nil])]))
    #expect(sheet.node("a")?.state == [.value, .value, .notApplicable, .value, .value])
    #expect(near(sheet.standing.map(\.score), [80, 80, 100, 100, 100]))
    #expect(sheet.node("a")?.rule[1] == .zeroWhen)
    #expect(near(sheet.node("总分")?.coverage, [1, 1, 1, 1, 1]))
    #expect(sheet.findings == [.testUnverified(nowhere, name: "a", measures: ["z"], units: ["D4"])])
  }

  @Test func R17_zeroWhenOnAParentActsAfterItsSteps() {
    let inner = parent("内", .points(50), .sum, [leaf("a", .points(50), times(1))]).with {
      $0.steps = [linear([(0, 10), (50, 50)])]
      $0.zeroWhen = Node.ZeroRule(measure: "z", comparison: Comparison(.above, 0))
    }
    let sheet = score(scheme(inner), input(["a": column([50, 50]), "z": column([1, 0])]))
    #expect(near(sheet.node("内")?.value, [0, 50]))
    #expect(near(sheet.node("内")?.afterStep.last, [50, 50]))
  }
}
