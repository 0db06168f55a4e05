import Schemes
import Testing

@testable import Scoring

/// Whence an imputed value, and how a unit fared against each other one.
@Suite struct ProvenanceTraceTests {
  private func imputing(_ imputation: Step.Imputation) -> Node {
    leaf("x", .weight(1), step(.impute(imputation)), times(10))
  }

  private func history(_ values: [String: Double?]) -> [PeriodInput] {
    values.sorted { $0.key < $1.key }.map {
      PeriodInput(period: period($0.key), measures: ["x": column([$0.value, 1])])
    }
  }

  /// 2025H1 is missing. 2024H1 has 3 and 2024H2 nothing; 2025H2 has 5.
  @Test func `A value from other periods names them`() throws {
    func traced(_ imputation: Step.Imputation) -> ImputationTrace? {
      let node = imputing(imputation)
      let tested = scheme(node)
      var data = input(["x": column([nil, 1])])
      data.history = history(["2024H1": 3, "2024H2": nil, "2025H2": 5])
      return imputationTrace(of: node, step: 0, unit: 0, in: score(tested, data), input: data)
    }
    #expect(traced(.latestPeriod(atMost: nil)) == .periods([(period("2024H1"), 3)]))
    #expect(traced(.betweenPeriods) == .periods([(period("2024H1"), 3), (period("2025H2"), 5)]))
  }

  /// Two of the same group have a value, four in all.
  @Test func `A value from other units counts them`() throws {
    func traced(_ group: String?) -> ImputationTrace? {
      let node = imputing(.units(.median, group: group))
      let data = input(
        ["x": column([nil, 1, 2, 3, 4])],
        register: ["甲", "甲", "甲", "乙", "乙"].map { ["组": $0] })
      return imputationTrace(of: node, step: 0, unit: 0, in: score(scheme(node), data), input: data)
    }
    #expect(traced("组") == .units(2, group: "甲"))
    #expect(traced(nil) == .units(4, group: ""))
    let node = imputing(.units(.mean, group: nil))
    let data = input(["x": column([nil, 1])])
    #expect(imputationTrace(of: node, step: 1, unit: 0, in: score(scheme(node), data), input: data) == nil)
  }

  /// Unit 0 lacks x: y gives its measure 4 (not what its own steps made of it), z is the same for all and says nothing,
  /// w has no value there.
  @Test func `A value from siblings names them`() throws {
    let x = leaf("x", .weight(1), step(.impute(.siblings(.mean, direction: nil))))
    let siblings = [x, leaf("y", .weight(1), times(10)), leaf("z", .weight(1)), leaf("w", .weight(1))]
    let data = input(
      ["x": column([nil, 1, 3]), "y": column([4, 2, 6]), "z": column([5, 5, 5]), "w": column([nil, 1, 2])])
    let sheet = score(scheme(parent("总分", .none, .mean, siblings)), data)
    #expect(
      imputationTrace(of: x, step: 0, unit: 0, beside: siblings, in: sheet, input: data) == .siblings([("y", 4)]))
  }

  /// H1: 8 · 10 = 80, at most 60; H2: 5 · 10 = 50. The year keeps 60 and 50.
  @Test func `Steps of a leaf in the halves of a year are told from its measure`() throws {
    let node = leaf("x", .weight(1), times(10), step(.clamp(low: nil, high: .number(60))))
    func half(_ id: String, _ value: Double?) -> PeriodInput {
      PeriodInput(period: period(id), measures: ["x": column([value])])
    }
    let first = halfSteps(of: node, unit: 0, in: half("2025H1", 8), result: 60, points: nil)
    #expect(first?.source == 8)
    #expect(first?.after == [80, 60])
    #expect(halfSteps(of: node, unit: 0, in: half("2025H2", 5), result: 50, points: nil)?.after == [50, 50])
    // A decision set it, or it is missing.
    #expect(halfSteps(of: node, unit: 0, in: half("2025H2", 5), result: 55, points: nil) == nil)
    #expect(halfSteps(of: node, unit: 0, in: half("2025H2", nil), result: .nan, points: nil) == nil)
    let compared = leaf("x", .weight(1), step(.rank(.descending, over: nil)))
    #expect(halfSteps(of: compared, unit: 0, in: half("2025H2", 5), result: 1, points: nil) == nil)
  }

  /// a counts 3, b 1. D0 is better than D1 by a, equal to D2, worse than D3 by a; D4 has no value.
  @Test func `Wins, losses and draws of Copeland`() throws {
    let node = parent("总分", .none, .copeland(overLeaves: false), [leaf("a", .weight(3)), leaf("b", .weight(1))])
    let sheet = score(
      scheme(node), input(["a": column([5, 4, 5, 6, nil]), "b": column([5, 9, 5, 1, nil])]))
    #expect(copelandTally(of: node, unit: 0, in: sheet) == CopelandTally(wins: 1, losses: 1, draws: 1))
    #expect(copelandTally(of: node, unit: 3, in: sheet) == CopelandTally(wins: 3, losses: 0, draws: 0))
    #expect(sheet.node("总分")?.source[3] == 3)
    #expect(copelandTally(of: leaf("a", .weight(3)), unit: 0, in: sheet) == nil)
  }
}
