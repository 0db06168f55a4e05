import Register
import Schemes
import Testing

@testable import Scoring

/// `combine: {year: best}` and `{year: last}`: one half gives all leaves.
@Suite struct YearModeTests {
  private func year(
    _ mode: YearCombination.Mode, _ first: [Double?], _ second: [Double?], _ policy: MissingPolicy = .renormalise
  ) -> ScoreSheet {
    let tested = scheme(parent("总分", .none, .sum, [leaf("a", .points(40)), leaf("b", .points(60))])) {
      $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: policy, place: nowhere)
      $0.combination?.mode = mode
    }
    let halves = [first, second].map { ["a": column([$0[0]]), "b": column([$0[1]])] }
    return score(tested, input([:], period: period("2025"), halves: halves))
  }
  private func values(_ sheet: ScoreSheet) -> [Double] {
    ["a", "b", "总分"].compactMap { sheet.node($0)?.value[0] }
  }

  @Test func allMissing() {
    #expect(near(values(year(.best, [nil, nil], [nil, nil])), [.nan, .nan, .nan]))
    #expect(near(values(year(.last, [nil, nil], [nil, nil])), [.nan, .nan, .nan]))
  }

  /// H1 30 + 30 = 60, H2 10 + 55 = 65: the best half gives a 10, although H1's a is higher.
  @Test func bestGivesAllLeaves() {
    #expect(near(values(year(.best, [30, 30], [10, 55])), [10, 55, 65]))
    #expect(near(values(year(.best, [30, 36], [10, 55])), [30, 36, 66]))
    // Equal: the first.
    #expect(near(values(year(.best, [30, 35], [10, 55])), [30, 35, 65]))
    #expect(near(values(year(.best, [nil, nil], [10, 55])), [10, 55, 65]))
  }

  /// A leaf that is missing in the half that counts stays missing: 55 of 60 are 91.67 of 100, coverage 60 %.
  @Test func theOtherHalfFillsNothing() {
    let sheet = year(.best, [30, 30], [nil, 55])
    #expect(near(values(sheet), [.nan, 55, 100 * 55.0 / 60]))
    #expect(near(sheet.node("总分")?.coverage, [0.6]))
    #expect(sheet.node("a")?.halves[0] == [30])
  }

  @Test func lastIsTheSecondHalfWhereItHasAValue() {
    #expect(near(values(year(.last, [30, 30], [10, 20])), [10, 20, 30]))
    #expect(near(values(year(.last, [30, 30], [nil, nil])), [30, 30, 60]))
  }

  @Test func oneMissing() {
    #expect(near(values(year(.last, [30, 30], [nil, nil], .zero)), [0, 0, 0]))
    #expect(near(values(year(.best, [30, 30], [nil, nil], .zero)), [30, 30, 60]))
    #expect(year(.best, [30, 30], [nil, nil], .notGraded).standing[0].status == .notGraded([.node("总分")]))
    #expect(year(.last, [30, 30], [nil, nil], .propagate).standing[0].score.isNaN)
  }

  /// The half that was taken is told, of equal ones too; a leaf that both halves give alike has it from its root.
  @Test func theTraceTellsWhichHalfWasTaken() throws {
    let tested = scheme(parent("总分", .none, .sum, [leaf("a", .points(40)), leaf("b", .points(60))]))
    func taken(_ sheet: ScoreSheet, _ node: String) -> Int? {
      trace(of: node, unit: 0, in: sheet, scheme: tested)?.takenHalf
    }
    let second = year(.best, [30, 30], [30, 31])
    #expect(taken(second, "总分") == 1 && taken(second, "a") == 1)
    #expect(taken(year(.best, [30, 35], [30, 35]), "总分") == 0)
    #expect(taken(year(.last, [30, 35], [nil, nil]), "b") == 0)
    #expect(taken(year(.best, [nil, nil], [nil, nil]), "总分") == nil)
    #expect(taken(year(.weighted, [30, 30], [10, 20]), "总分") == nil)
  }

  /// Two leaves are asked for. D0 has one in H1 (30 of 40, scaled to 75) and both in H2 (66); D1 has one in H1 and the
  /// other in H2: together two, and no half has them.
  @Test func factsSeeTheHalfThatCounts() {
    func year(_ mode: YearCombination.Mode, _ first: [[Double?]], _ second: [[Double?]]) -> ScoreSheet {
      let tested = scheme(parent("总分", .none, .sum, [leaf("a", .points(40)), leaf("b", .points(60))])) {
        $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: nowhere)
        $0.combination?.mode = mode
        $0.addFact("全", .presence(node: "总分", measuresAtLeast: 2))
        $0.addFact("六成", .presenceShare(node: "总分", isNonZero: false, Comparison(.atLeast, 0.6)))
        $0.eligible = ["全", "六成"].map { Comparison.OnFact(fact: $0, place: nowhere) }
      }
      let halves = [first, second].map { ["a": column($0[0]), "b": column($0[1])] }
      return score(tested, input([:], period: period("2025"), halves: halves))
    }
    for mode in [YearCombination.Mode.best, .last] {
      for (first, second) in [(0, 1), (1, 0)] {
        let halves: [[[Double?]]] = [[[30, 30], [nil, nil]], [[36, nil], [30, 30]]]
        let sheet = year(mode, halves[first], halves[second])
        #expect(near(sheet.standing[0].score, 66) && sheet.standing[0].status == .graded, "\(mode)")
        #expect(sheet.facts["全"] == [1, 0] && sheet.facts["六成"] == [1, 0], "\(mode)")
        #expect(sheet.standing[1].status == .notGraded([.ineligible(fact: "全"), .ineligible(fact: "六成")]))
      }
    }
    let weighted = year(.weighted, [[30, 30], [nil, nil]], [[36, nil], [30, 30]])
    #expect(weighted.facts["全"] == [1, 1])
  }

  /// Who is not graded in the half that was passed over is graded by the other.
  @Test func whatForbidsAGradeInTheOtherHalfIsPassedOver() {
    func status(_ mode: YearCombination.Mode, _ first: Double?, _ second: Double?) -> Standing.Status {
      let tested = scheme(
        parent("总分", .none, .sum, [leaf("a", .points(40)).with { $0.missing = .notGraded }, leaf("b", .points(60))])
      ) {
        $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: nowhere)
        $0.combination?.mode = mode
      }
      let halves = [first, second].map { ["a": column([$0]), "b": column([30])] }
      return score(tested, input([:], period: period("2025"), halves: halves)).standing[0].status
    }
    #expect(status(.last, nil, 20) == .graded)
    // The second half is 不予评定, so that only the first has a total.
    #expect(status(.last, 20, nil) == .graded)
    #expect(status(.last, nil, nil) == .notGraded([.node("a")]))
    #expect(status(.weighted, nil, 20) == .notGraded([.node("a")]))
  }

  /// H1 "no score" because a is missing and propagates; H2 40 · 0.9 + 60 · 0.5 = 66, and the other way round.
  @Test func aHalfWithoutATotalGivesWay() {
    func year(
      _ mode: YearCombination.Mode, _ a: [Double?], _ b: [Double?], coverage: Double = 0, _ policy: MissingPolicy
    ) -> Standing {
      let tested = scheme(
        parent("总分", .none, .sum, [leaf("a", .points(40)), leaf("b", .points(60))])
      ) {
        $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: nowhere)
        $0.combination?.mode = mode
        $0.defaults.leavesMissing = policy
        $0.defaults.coverage = coverage
      }
      let halves = zip(a, b).map { ["a": column([$0]), "b": column([$1])] }
      return score(tested, input([:], period: period("2025"), halves: halves)).standing[0]
    }
    for policy in [MissingPolicy.propagate, .notGraded] {
      for mode in [YearCombination.Mode.best, .last] {
        for (a, b) in [([nil, 36], [60, 30]), ([36, nil], [30, 60])] as [([Double?], [Double?])] {
          let standing = year(mode, a, b, policy)
          #expect(standing.status == .graded && near(standing.score, 66), "\(policy) \(mode)")
        }
      }
    }
    // Re-scaled, the half with 60 % of the evidence has 100 · 58 ÷ 60 = 96.67; the fully covered one 66.
    for mode in [YearCombination.Mode.best, .last] {
      let standing = year(mode, [36, nil], [30, 58], coverage: 0.8, .renormalise)
      #expect(standing.status == .graded && near(standing.score, 66))
    }
    // Where neither could be graded, the one with a number is taken: 30 of 60 and nothing.
    #expect(near(year(.last, [nil, nil], [30, nil], coverage: 0.8, .renormalise).score, 50))
    #expect(near(year(.last, [nil, nil], [30, 36], coverage: 0.8, .renormalise).score, 60))
  }

  /// Weights by n are those of the half that counts: (80·10 + 90·30) ÷ 40 = 87.5.
  @Test func R8_weightsByNAreTheHalfsOwn() {
    let mean = parent(
      "总分", .none, .mean, [leaf("a", .weightByN(of: "a")), leaf("b", .weightByN(of: "b"))])
    let tested = scheme(mean) {
      $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: nowhere)
      $0.combination?.mode = .last
    }
    let sheet = score(
      tested,
      input(
        [:], period: period("2025"),
        halves: [
          ["a": column([10], n: [500]), "b": column([10], n: [1])],
          ["a": column([80], n: [10]), "b": column([90], n: [30])],
        ]))
    #expect(near(sheet.standing[0].score, 87.5))
  }
}
