import Schemes
import Testing

@testable import Scoring

@Suite struct TraceTests {
  private let tested = scheme(
    parent(
      "总分", .none, .sum,
      [
        parent(
          "满意", .points(40), .mean, [leaf("住院", .weight(3), linear([(0, 0), (100, 40)])), leaf("门诊", .weight(1))]),
        leaf("整改", .points(40), proportional(1)),
        leaf("走访", .points(20)),
      ])
  ) {
    $0.addCount("逾期")
    $0.effects = [
      effect("扣") { $0.change = Effect.Change(.deduct, measure: "逾期", each: 1, atMost: nil) }
    ]
  }
  private var sheet: ScoreSheet {
    score(
      tested,
      input([
        "住院": column([90, 90]), "门诊": column([32, nil]), "整改": column([0.5, 0.5]), "走访": column([nil, nil]),
        "逾期": column([3, 0]),
      ]))
  }

  @Test func nobodyThere() {
    #expect(trace(of: "无", unit: 0, in: sheet, scheme: tested) == nil)
    #expect(trace(of: "总分", unit: 9, in: sheet, scheme: tested) == nil)
  }

  /// 住院 36, 门诊 32: (108 + 32) / 4 = 35; 整改 20; 走访 missing: 100 · 55 / 80 = 68.75.
  @Test func eachLevelByHand() throws {
    let root = try #require(trace(of: "总分", unit: 0, in: sheet, scheme: tested))
    #expect(near(root.value, 68.75) && near(root.source, 68.75) && near(root.coverage, 0.8))
    #expect(root.children.map(\.node.id) == ["满意", "整改", "走访"])
    let satisfaction = root.children[0]
    #expect(near(satisfaction.value, 35) && near(satisfaction.share, 0.5) && near(satisfaction.contribution, 43.75))
    let inpatients = satisfaction.children[0]
    #expect(inpatients.source == 90 && near(inpatients.steps[0].after, 36) && inpatients.steps[0].step.word == "linear")
    #expect(near(inpatients.share, 0.75) && near(inpatients.contribution, 27))
    #expect(root.children[2].state == .missing && root.children[2].contribution.isNaN)
  }

  /// Leaves' contributions plus effects are the total: 33.75 + 10 + 25 − 3.
  @Test func leavesAndEffectsAddUpToTheTotal() throws {
    let root = try #require(trace(of: "总分", unit: 0, in: sheet, scheme: tested))
    let carriers = root.carriers
    #expect(carriers.map(\.node) == ["住院", "门诊", "整改"])
    #expect(near(carriers.map(\.contribution), [33.75, 10, 25]))
    let effects = sheet.effects.filter { $0.unit == 0 }.map(\.effective).reduce(0, +)
    #expect(near(carriers.map(\.contribution).reduce(0, +) + effects, sheet.standing[0].score))
  }

  /// Beyond a parent's own steps nothing adds up, so the parent itself carries.
  @Test func parentsWithStepsCarry() throws {
    let stepped = scheme(
      parent(
        "m", .none, .mean, [parent("g", .weight(1), .mean, [leaf("x", .weight(1))]).with { $0.steps = [times(2)] }]))
    let sheet = score(stepped, input(["x": column([4])]))
    let root = try #require(trace(of: "m", unit: 0, in: sheet, scheme: stepped))
    #expect(root.carriers == [Carrier(node: "g", contribution: 8)])
  }
}
