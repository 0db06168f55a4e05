import Schemes
import Testing

@testable import Scoring

@Suite struct AdjustmentTests {
  private func adjusted(
    _ scores: [Double?], _ decisions: [Decision], atMost: Double = 3, needsReason: Bool = true,
    _ change: (inout Scheme) -> Void = { _ in }
  ) -> ScoreSheet {
    let tested = scheme(leaf("总分", .points(100))) {
      $0.addRanking("总分")
      $0.effects = [
        effect("领导小组") {
          $0.adjust = Effect.Adjustment(role: "领导小组", atMost: atMost, needsReason: needsReason)
        }
      ]
      change(&$0)
    }
    var asked = input(["总分": column(scores)])
    asked.decisions = decisions
    return score(tested, asked)
  }
  private func adjust(_ value: Double, _ unit: String = "D0", period: String = "2025H1", date: Int = 20_250_701)
    -> Decision
  {
    decision("领导小组", unit, .number(value), period: period, date: date)
  }

  @Test func nothingDecided() { #expect(adjusted([80], []).effects == []) }

  @Test func E4_adjustmentsAreKeptWithTheirDecision() throws {
    let plus = adjust(2.5)
    let sheet = adjusted([80, 70], [plus, adjust(-3, "D1")])
    #expect(sheet.standing.map(\.score) == [82.5, 67])
    let record = try #require(sheet.effects.first)
    #expect(record.decision == plus && record.nominal == 2.5 && record.effective == 2.5)
    #expect(record.before == 80 && record.after == 82.5 && record.outcome == .acted)
    #expect(sheet.effects[1].effective == -3)
  }

  /// 2 + 2 is beyond 3: the second does nothing at all; −1 afterwards fits again, and another 2 too.
  @Test func E4_beyondTheLimitNothingOfTheDecisionActs() {
    let sheet = adjusted(
      [80],
      [
        adjust(2, date: 20_250_701), adjust(2, date: 20_250_702), adjust(-1, date: 20_250_703),
        adjust(2, date: 20_250_704),
      ])
    #expect(sheet.standing[0].score == 83)
    #expect(sheet.effects.map(\.effective) == [2, -1, 2])
    #expect(
      sheet.findings == [
        .decision(.subject("2025H1 领导小组 D0"), .beyondLimit(value: 2, total: 2, limit: 3))
      ])
    // 0.1 + 0.2 is 0.3, whatever doubles say.
    #expect(adjusted([80], [adjust(0.1), adjust(0.2)], atMost: 0.3).findings == [])
    #expect(adjusted([80], [adjust(-3.1)]).decisionCodes == ["decision-beyond-limit"])
  }

  @Test func refusals() {
    #expect(adjusted([80], [decision("领导小组", "D0", .number(1), role: "科室")]).decisionCodes == ["decision-role-wrong"])
    #expect(
      adjusted([80], [decision("领导小组", "D0", .number(1), reason: "")]).decisionCodes == ["decision-reason-missing"])
    #expect(adjusted([80], [decision("领导小组", "D0", .notApplicable)]).decisionCodes == ["decision-value-missing"])
    #expect(adjusted([80], [decision("领导小组", "D0", .none)]).decisionCodes == ["decision-value-missing"])
    let closed = adjusted([80], [adjust(1)]) { $0.effects[0].adjust = nil }
    #expect(closed.decisionCodes == ["decision-not-open"] && closed.standing[0].score == 80)
  }

  @Test func theScoreIsClampedAsAfterAnyEffect() {
    #expect(adjusted([99], [adjust(3)]).standing[0].score == 100)
    #expect(adjusted([nil], [adjust(3)]).standing[0].score.isNaN)
  }

  /// The year's effects take the year's decisions (E2); that of a half is told.
  @Test func aHalfsAdjustmentIsTheHalfs() {
    let tested = scheme(leaf("总分", .points(100))) {
      $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: nowhere)
      $0.effects = [
        effect("领导小组") { $0.adjust = Effect.Adjustment(role: nil, atMost: 3, needsReason: false) }
      ]
    }
    var asked = input([:], period: period("2025"), halves: [["总分": column([80])], ["总分": column([90])]])
    asked.decisions = [adjust(1), adjust(2, period: "2025")]
    let sheet = score(tested, asked)
    #expect(sheet.standing[0].score == 87)
    #expect(sheet.findings == [.decision(.subject("2025H1 领导小组 D0"), .ofHalf(effect: "领导小组", year: "2025"))])
  }
}
