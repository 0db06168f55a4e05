import Findings
import Schemes
import Testing

@testable import Scoring

@Suite struct ExampleTests {
  private let tested = scheme(
    parent(
      "总分", .none, .sum, [leaf("住院", .points(20), linear([(85, 0), (95, 16), (98, 20)])), leaf("整改", .points(80))])
  ) {
    $0.addCount("通报")
    $0.addGrades()
    $0.addRanking("总分")
    $0.defaults.coverage = 0.5
    $0.effects = [
      effect("通报") { $0.change = Effect.Change(.deduct, measure: "通报", each: 5, atMost: nil) }
    ]
  }
  private func outcome(
    _ given: [String: Double], _ expect: [String: Example.Expectation], period: String = "2025H1"
  ) -> ExampleOutcome {
    run(Example(name: "例", period: period, given: given, expect: expect, place: nowhere), of: tested)
  }

  @Test func nothingExpectedHolds() { #expect(outcome([:], [:]).holds) }

  @Test func unstatedMeasuresAreMissing() {
    let result = outcome(["住院": 95], ["住院": .value(16), "整改": .missing, "总分": .missing])
    #expect(result.holds)
    #expect(result.sheet?.standing[0].status != .graded)
  }

  /// One unit alone has no place among others to be asked for.
  @Test func quotasAndPercentilesAreLeftOut() {
    let quota = Quota(size: .share(0.3), place: nowhere)
    let contested = tested.adding {
      $0.addGrades([
        GradeBand(grade: "A", atLeast: .constant(80), percentileAtLeast: 0.9, quota: quota), GradeBand(grade: "B"),
      ])
    }
    let given = Example(
      name: "例", period: "2025H1", given: ["住院": 98, "整改": 80], expect: ["等级": .grade("A")], place: nowhere)
    #expect(run(given, of: contested).holds)
  }

  @Test func effectsAndGrade() {
    let given = ["住院": 98.0, "整改": 70, "通报": 2]
    #expect(outcome(given, ["总分": .value(80), "等级": .grade("A")]).holds)
    let wrong = outcome(given, ["总分": .value(90), "等级": .grade("B")])
    #expect(
      wrong.mismatches == [
        ExampleOutcome.Mismatch(name: "总分", expected: .value(90), found: .value(80)),
        ExampleOutcome.Mismatch(name: "等级", expected: .grade("B"), found: .grade("A")),
      ])
  }

  /// Half a displayed digit is 0.005 at two places.
  @Test func toleranceIsHalfADisplayedDigit() {
    #expect(outcome(["整改": 70.005], ["整改": .value(70)]).holds)
    #expect(!outcome(["整改": 70.006], ["整改": .value(70)]).holds)
  }

  @Test func whatIsNotThere() {
    let result = outcome(["整改": 70], ["住院": .value(0), "无": .value(1), "整改": .missing])
    #expect(result.mismatches.map(\.found) == [.missing, .value(70), .noSuchNode])
  }

  @Test func yearsAndPhases() {
    var yearly = tested
    yearly.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .notGraded, place: nowhere)
    let example = Example(
      name: "年", period: "2025", given: ["住院": 95, "整改": 80], expect: ["总分": .value(96)], place: nowhere)
    #expect(run(example, of: yearly).holds)
    #expect(outcome(["整改": 70], ["整改": .value(70)], period: "2026风险排查").holds)
  }
}
