import Foundation
import Schemes
import Testing

@testable import Scoring

private func sheet(
  _ action: Step.Action, _ values: [Double?], peers: [String] = [], share: Node.Share = .weight(1)
) -> ScoreSheet {
  score(scheme(leaf("x", share, step(action))), input(["x": column(values)], peers: peers))
}

private func after(_ action: Step.Action, _ values: [Double?], peers: [String] = []) -> [Double]? {
  sheet(action, values, peers: peers).node("x")?.value
}

private func observed(_ low: Double, _ high: Double, over: Population? = nil) -> Step.Action {
  .minMax(to: Step.Interval(low, high), bounds: .observed, over: over)
}

@Suite struct CrossUnitStepTests {
  private static let all: [Step.Action] = [
    observed(0, 1), .rank(.descending, over: nil), .rank(.ascending, over: nil), .borda(over: nil),
    .percentile(over: nil), .distance(.best, over: nil), .distance(.unit("D0"), over: nil),
    .distance(.target(.number(9), isCapped: false), over: nil), .shareOfBest(over: nil),
    treat().action,
  ]

  @Test func nobodyHasAValue() {
    for action in Self.all {
      let sheet = sheet(action, [nil, nil])
      #expect(sheet.node("x")?.state == [.missing, .missing], "\(action)")
      #expect(sheet.findings.isEmpty, "\(action)")
    }
  }

  /// Constant or too small populations: what divides by a spread gives nobody a value; ranks and treatment stand.
  @Test func R10_oneOrAllEqual() {
    for values in [[5, nil], [5, 5]] as [[Double?]] {
      let count = values.count { $0 != nil }
      for action in [observed(0, 1), .distance(.best, over: nil)] {
        let sheet = sheet(action, values)
        #expect(sheet.node("x")?.state == [.missing, .missing])
        #expect(
          sheet.findings == [
            .stepConstant(nowhere, node: "x", step: Step(action, place: nowhere).word, units: count)
          ])
      }
      let kept = values.map { $0 ?? .nan }
      func same(_ value: Double) -> [Double] { kept.map { $0.isNaN ? .nan : value } }
      #expect(near(after(.rank(.descending, over: nil), values), same(1)))
      #expect(near(after(.borda(over: nil), values), same(0)))
      #expect(near(after(treat().action, values), kept))
      #expect(near(after(.shareOfBest(over: nil), values), same(1)))
      #expect(near(after(.percentile(over: nil), values), count == 2 ? [0, 0] : [.nan, .nan]))
    }
  }

  @Test func R15_minMaxObserved() {
    #expect(near(after(observed(0, 100), [10, 20, 40, nil]), [0, 100.0 / 3, 100, .nan]))
    #expect(near(after(observed(5, 1), [10, 20]), [5, 1]))
  }

  /// Fixed bounds do not clip (R15).
  @Test func R15_minMaxFixed() {
    let fixed = Step.Action.minMax(to: Step.Interval(0, 100), bounds: .fixed(.number(10), .number(20)), over: nil)
    #expect(near(after(fixed, [5, 10, 15, 30]), [-50, 0, 50, 200]))
    let none = Step.Action.minMax(to: Step.Interval(0, 1), bounds: .fixed(.number(3), .number(3)), over: nil)
    #expect(near(after(none, [3, 4]), [.nan, .nan]))
  }

  /// 7, 9, 9, 4: descending 3, 1, 1, 4; ascending 2, 3, 3, 1; beaten 1, 2, 2, 0; of three others.
  @Test func R15_ranksTakeTheLeastOnTies() {
    let values: [Double?] = [7, 9, nil, 9, 4]
    #expect(near(after(.rank(.descending, over: nil), values), [3, 1, .nan, 1, 4]))
    #expect(near(after(.rank(.ascending, over: nil), values), [2, 3, .nan, 3, 1]))
    #expect(near(after(.borda(over: nil), values), [1, 2, .nan, 2, 0]))
    #expect(near(after(.percentile(over: nil), values), [1.0 / 3, 2.0 / 3, .nan, 2.0 / 3, 0]))
  }

  /// Inside steps only equal doubles tie; 0.3 is below 0.1 + 0.2.
  @Test func R15_ranksCompareExactly() {
    #expect(after(.rank(.descending, over: nil), [0.3, 0.1 + 0.2]) == [2, 1])
  }

  @Test func distances() {
    let values: [Double?] = [2, 4, 10, nil]
    #expect(near(after(.distance(.best, over: nil), values), [0, 0.25, 1, .nan]))
    #expect(near(after(.distance(.unit("D1"), over: nil), values), [0, 1, 4, .nan]))
    let target = Step.Action.distance(.target(.number(6), isCapped: false), over: nil)
    #expect(near(after(target, values), [0, 0.5, 2, .nan]))
    let capped = Step.Action.distance(.target(.number(6), isCapped: true), over: nil)
    #expect(near(after(capped, values), [0, 0.5, 1, .nan]))
    #expect(near(after(.shareOfBest(over: nil), values), [0.2, 0.4, 1, .nan]))
  }

  @Test func distancesWithoutAGoal() {
    func problem(_ action: Step.Action, _ values: [Double?]) -> [ScoringFinding] {
      let sheet = sheet(action, values)
      #expect(sheet.node("x")?.value.allSatisfy { $0.isNaN } == true)
      return sheet.findings
    }
    #expect(
      problem(.distance(.unit("D2"), over: nil), [1, 2, nil])
        == [.goalUnusable(nowhere, node: "x", step: "distance", .unitWithoutValue)])
    #expect(
      problem(.distance(.unit("nobody"), over: nil), [1, 2])
        == [.goalUnusable(nowhere, node: "x", step: "distance", .unitWithoutValue)])
    #expect(
      problem(.distance(.unit("D0"), over: nil), [1, 2])
        == [.goalUnusable(nowhere, node: "x", step: "distance", .notAboveTheLeast)])
    #expect(
      problem(.distance(.target(.number(1), isCapped: true), over: nil), [1, 2])
        == [.goalUnusable(nowhere, node: "x", step: "distance", .notAboveTheLeast)])
    #expect(
      problem(.shareOfBest(over: nil), [0, -2])
        == [.goalUnusable(nowhere, node: "x", step: "share_of_best", .bestNotPositive)])
    // −1 is better than −2, and its share would be the smaller one.
    #expect(
      problem(.shareOfBest(over: nil), [-1, -2])
        == [.goalUnusable(nowhere, node: "x", step: "share_of_best", .bestNotPositive)])
    #expect(
      problem(.shareOfBest(over: nil), [0.1 + 0.2 - 0.3, -2])
        == [.goalUnusable(nowhere, node: "x", step: "share_of_best", .bestNotPositive)])
  }

  @Test func R11_peers() {
    let values: [Double?] = [1, 10, 3, 20, 7]
    let peers = ["内", "外", "内", "外", "内"]
    #expect(near(after(observed(0, 1, over: .peers), values, peers: peers), [0, 0, 1.0 / 3, 1, 1]))
    #expect(near(after(.rank(.descending, over: .peers), values, peers: peers), [3, 2, 2, 1, 1]))
  }

  /// The third unit is outside: it ranks as 1 + members better than it, and leaves the bounds.
  @Test func R11_unitsOutsideThePopulation() {
    func values(_ action: Step.Action, _ third: Double) -> [Double]? {
      let tested = scheme(leaf("x", .weight(1), step(action))) {
        $0.addFact("有数", .measure("e", Comparison(.atLeast, 1)))
        $0.eligible = [fact("有数")]
      }
      return score(tested, input(["x": column([1, 3, third]), "e": column([1, 1, 0])])).node("x")?.value
    }
    #expect(values(observed(0, 1, over: .eligible), 5) == [0, 1, 2])
    #expect(values(.rank(.descending, over: .eligible), 5) == [2, 1, 1])
    #expect(values(.rank(.descending, over: .eligible), 0) == [2, 1, 3])
    #expect(values(.rank(.descending, over: .eligible), 2) == [2, 1, 2])
    #expect(values(.percentile(over: .eligible), 5) == [0, 1, 2])
    #expect(values(.shareOfBest(over: .eligible), 6) == [1.0 / 3, 1, 2])
  }

  /// 1, 2, 3, 4, 10 has skewness 1.697 and kurtosis 3.152; without its point 10 it is 1, 2, 3, 4, 4.
  @Test func treatmentIsInTheTrace() throws {
    let tree = scheme(leaf("x", .weight(1), treat(skew: 1, kurtosis: 1), times(2)))
    let sheet = score(tree, input(["x": column([1, 2, 10, nil, 3, 4])]))
    #expect(near(sheet.node("x")?.afterStep[0], [1, 2, 4, .nan, 3, 4]))
    let treatment = try #require(sheet.node("x")?.treatments.first)
    #expect(treatment.lowered == [2] && treatment.raised.isEmpty && treatment.upperBound == 4)
    #expect(treatment.step == 0 && treatment.transform == nil)
    #expect(near(try #require(treatment.before).skewness, 1.6970562748477143))
    let steps = try #require(trace(of: "x", unit: 2, in: sheet, scheme: tree)).steps
    #expect(steps[0].treatment?.movement(of: 2) == .lowered && steps[0].treatment?.movement(of: 0) == nil)
    #expect(steps[1].treatment == nil)
    let coded = try JSONEncoder().encode(treatment)
    #expect(try JSONDecoder().decode(ColumnTreatment.self, from: coded) == treatment)
  }

  /// Each group of peers is its own column: the first is treated, the second has no shape.
  @Test func treatmentOfPeers() throws {
    let values: [Double?] = [1, 2, 3, 4, 10, 1, 2, 30]
    let peers = Array(repeating: "内", count: 5) + Array(repeating: "外", count: 3)
    let column = try #require(
      sheet(treat(skew: 1, kurtosis: 1, over: .peers).action, values, peers: peers).node("x"))
    #expect(column.value == [1, 2, 3, 4, 4, 1, 2, 30])
    #expect(column.treatments.map(\.group) == ["内", "外"])
    #expect(column.treatments[1].before == nil)
  }
}

@Suite struct MatrixStepTests {
  private let table = Step.Action.matrix(
    Step.Matrix(
      across: "级", columns: [.number(3), .number(2), .number(1)],
      rows: [
        .init(atLeast: .number(90), gives: [.number(10), .number(8), .number(6)]),
        .init(atLeast: .number(60), gives: [.number(5), .number(4), .number(3)]),
        .init(atLeast: .number(0), gives: [.number(0), .number(0), .number(0)]),
      ]))

  /// Row by this node's value, column by the other measure; bounds are snapped (K1).
  @Test func bothWays() {
    let measures = [
      "x": column([95, 90, 89.9, 60, 10, nil, 95, 95, 90 - 1e-12]),
      "级": column([3, 2.5, 1, 3, 3, 3, nil, 0.5, 3 - 1e-12]),
    ]
    let tested = scheme(leaf("x", .points(10), step(table))) {
      $0.measures.append(Measure(id: "级", source: .table("t"), take: .max, place: nowhere))
    }
    let sheet = score(tested, input(measures))
    #expect(near(sheet.node("x")?.value, [10, 8, 3, 5, 0, .nan, .nan, .nan, 10]))
    #expect(sheet.node("x")?.rule[6] == .stepFailed && sheet.node("x")?.rule[7] == .stepFailed)
    #expect(sheet.findings == [.acrossMissing(nowhere, node: "x", measure: "级", units: ["D6"])])
  }
}
