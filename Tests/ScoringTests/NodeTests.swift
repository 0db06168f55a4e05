import Schemes
import Testing

@testable import Scoring

@Suite struct NodeTests {
  /// 40 + 30 + 30 points; the third missing: 100 · (32 + 27) / 70.
  private let sum = parent("总分", .none, .sum, [leaf("a", .points(40)), leaf("b", .points(30)), leaf("c", .points(30))])

  @Test func noUnits() {
    let sheet = score(scheme(sum), input([:]))
    #expect(sheet.standing.isEmpty && sheet.nodes.count == 4)
  }

  @Test func R4_sumRescalesPoints() {
    let sheet = score(scheme(sum), input(["a": column([32, 32]), "b": column([27, 27]), "c": column([15, nil])]))
    #expect(near(sheet.node("总分")?.value, [74, 100 * 59.0 / 70]))
    #expect(near(sheet.node("a")?.effectiveShare, [0.4, 40.0 / 70]))
    #expect(near(sheet.node("a")?.contribution, [32, 3200.0 / 70]))
    #expect(near(sheet.node("c")?.contribution, [15, .nan]))
    #expect(near(sheet.node("总分")?.coverage, [1, 0.7]))
  }

  /// Weights 1 and 3: (4 + 3·8) / 4 = 7; without the first 8.
  @Test func R4_meanRescalesWeights() {
    let mean = parent("m", .none, .mean, [leaf("a", .weight(1)), leaf("b", .weight(3))])
    let sheet = score(scheme(mean), input(["a": column([4, nil]), "b": column([8, 8])]))
    #expect(near(sheet.node("m")?.value, [7, 8]))
    #expect(near(sheet.node("m")?.coverage, [1, 0.75]))
    #expect(near(sheet.node("b")?.effectiveShare, [0.75, 1]))
  }

  /// Bottom-up: the inner sum of 50 points stands for its missing leaf before the root adds.
  @Test func R4_bottomUp() {
    let tree = parent(
      "总分", .none, .sum,
      [
        parent("内", .points(50), .sum, [leaf("a", .points(20)), leaf("b", .points(30))]),
        leaf("c", .points(50)),
      ])
    let sheet = score(scheme(tree), input(["a": column([10]), "b": column([nil]), "c": column([40])]))
    #expect(near(sheet.node("内")?.value, [25]))
    #expect(near(sheet.node("总分")?.value, [65]))
    // Coverage: (50 · 0.4 + 50) / 100.
    #expect(near(sheet.node("总分")?.coverage, [0.7]))
  }

  @Test func R5_notApplicableLeavesCoverageToo() {
    let c = column([nil]).marking([0], as: .notApplicable)
    let sheet = score(scheme(sum), input(["a": column([32]), "b": column([27]), "c": c]))
    #expect(near(sheet.node("总分")?.value, [100 * 59.0 / 70]))
    #expect(near(sheet.node("总分")?.coverage, [1]))
    #expect(near(sheet.node("c")?.coverage, [.nan]))
  }

  @Test func R5_parentOfNothing() {
    let out = column([nil, nil]).marking([0], as: .notApplicable)
    let sheet = score(
      scheme(sum), input(["a": out, "b": out, "c": column([nil, nil]).marking([0], as: .notApplicable)]))
    #expect(sheet.node("总分")?.state == [.notApplicable, .missing])
    #expect(near(sheet.node("总分")?.coverage, [.nan, 0]))
    #expect(sheet.standing[0].status == .notGraded([.noScore]))
  }

  /// 0.3 + 0.5 of 1 is 0.8 for a committee, whatever the doubles say.
  @Test func R6_coverageAtTheRoot() {
    let tree = parent("总分", .none, .sum, [leaf("a", .points(30)), leaf("b", .points(50)), leaf("c", .points(20))])
    let tested = scheme(tree) { $0.defaults.coverage = 0.8 }
    let sheet = score(tested, input(["a": column([30, 30]), "b": column([50, nil]), "c": column([nil, 20])]))
    #expect(sheet.standing[0].status == .graded)
    #expect(
      sheet.standing[1].status == .notGraded([.coverage(found: 0.5, needed: 0.8, missingLeaves: ["b"])]))
    #expect(sheet.standing[1].score == 100)
    let own = score(
      scheme(tree.with { $0.coverage = Node.CoverageRule(atLeast: 0.5, basis: .weight) }) {
        $0.defaults.coverage = 0.8
      }, input(["a": column([30, 30]), "b": column([50, nil]), "c": column([nil, 20])]))
    #expect(own.standing[1].status == .graded)
  }

  @Test func R6_ownCoverageWithholdsTheValue() {
    let inner = parent("内", .points(50), .sum, [leaf("a", .points(20)), leaf("b", .points(30))]).with {
      $0.coverage = Node.CoverageRule(atLeast: 0.6, basis: .weight)
      $0.steps = [times(1)]
    }
    let tree = parent("总分", .none, .sum, [inner, leaf("c", .points(50))])
    let sheet = score(
      scheme(tree), input(["a": column([10, nil]), "b": column([nil, 30]), "c": column([40, 40])]))
    #expect(sheet.node("内")?.state == [.missing, .value])
    #expect(sheet.node("内")?.rule[0] == .coverageTooLow)
    #expect(near(sheet.node("内")?.coverage, [0.4, 0.6]))
    #expect(near(sheet.node("内")?.source[0] ?? 0, 25))
    #expect(near(sheet.node("总分")?.value, [80, 90]))
    #expect(near(sheet.node("总分")?.coverage, [0.7, 0.8]))
  }

  @Test func R6_byChildrenCounts() {
    let children = [leaf("a", .weight(8)), leaf("b", .weight(1)), leaf("c", .weight(1)), leaf("d", .weight(1))]
    let tree = parent("m", .none, .mean, children).with {
      $0.coverage = Node.CoverageRule(atLeast: 0.5, basis: .children)
    }
    let d = column([nil, nil]).marking([0, 1], as: .notApplicable)
    let sheet = score(
      scheme(tree), input(["a": column([nil, 1]), "b": column([1, nil]), "c": column([1, nil]), "d": d]))
    #expect(sheet.standing[0].status == .graded)
    #expect(
      sheet.standing[1].status
        == .notGraded([
          .coverage(found: 1.0 / 3, needed: 0.5, missingLeaves: ["b", "c"])
        ]))
    #expect(near(sheet.node("m")?.coverage, [0.2, 0.8]))
  }

  /// Inpatients 90 of 30 answers, outpatients 60 of 10: (2700 + 600) / 40.
  @Test func R8_weightsByN() {
    let tree = parent("满意", .none, .mean, [leaf("住院", .weightByN(of: "住院")), leaf("门诊", .weightByN(of: "门诊"))])
    let sheet = score(
      scheme(tree),
      input([
        "住院": column([90, 90, 90, nil], n: [30, 30, 0, 4]), "门诊": column([60, nil, 60, nil], n: [10, 7, 0, 2]),
      ]))
    #expect(near(sheet.node("满意")?.value, [82.5, 90, 75, .nan]))
    // Seven answers are too few; for coverage the child weighs what its sibling does, 30 of 60.
    #expect(near(sheet.node("满意")?.coverage, [1, 0.5, 1, 0]))
  }

  @Test func R2_outOfRangeIsMissingAndReported() {
    let tested = scheme(sum) { $0.measures[0].range = 0...40 }
    let sheet = score(tested, input(["a": column([40 + 1e-12, 41, -1]), "b": column([1, 1, 1])]))
    #expect(sheet.node("a")?.state == [.value, .missing, .missing])
    #expect(
      sheet.findings == [.valueOutOfRange(nowhere, measure: "a", low: 0, high: 40, units: ["D1", "D2"])])
  }

  @Test func M6_fullPoints() {
    let a = column([nil]).marking([0], as: .full)
    let sheet = score(scheme(sum), input(["a": a, "b": column([27]), "c": column([3])]))
    #expect(near(sheet.node("总分")?.value, [70]))
    #expect(near(sheet.node("a")?.contribution, [40]))
    #expect(near(sheet.node("总分")?.coverage, [1]))
  }

  @Test func severalRootsStandSideBySide() {
    let tested = scheme(leaf("a", .points(10)), leaf("b", .weight(1))) { $0.addRanking("b") }
    let sheet = score(tested, input(["a": column([3]), "b": column([7])]))
    #expect(sheet.standing[0].score == 7)
  }
}
