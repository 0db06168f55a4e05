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
