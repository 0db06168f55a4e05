import Findings
import Register
import Schemes
import Testing

@testable import Scoring

/// D0, D1 and D2 are tied for two places of 优; D3 has 良.
@Suite struct GrantDecisionTests {
  private static let tested = scheme(leaf("总分", .points(100))) {
    $0.addRanking("总分") { $0.basis = .displayed }
    var quota = Quota(size: .places(2), place: nowhere)
    quota.tied = .share
    $0.addGrades([
      GradeBand(grade: "优", atLeast: .constant(80), quota: quota), GradeBand(grade: "良", atLeast: .constant(60)),
      GradeBand(grade: "其他"),
    ])
  }

  private func input(_ decisions: [Decision]) -> ScoringInput {
    var input = ScoringTests.input(["总分": column([90, 90, 90, 70])])
    input.decisions = decisions
    return input
  }
  private func graded(_ decisions: Decision...) -> ScoreSheet { score(Self.tested, input(decisions)) }
  private func first(_ sheet: ScoreSheet) -> [GradeAttempt.Outcome] { sheet.standing.map { $0.attempts[0].outcome } }
  private let below = GradeAttempt.Outcome.below(needed: 80, found: 70)

  @Test func decidedInFull() {
    let sheet = graded(decision("优", "D0", .granted), decision("优", "D2", .granted), decision("优", "D1", .refused))
    #expect(sheet.standing.map(\.grade) == ["优", "良", "优", "良"])
    #expect(
      first(sheet) == [.decided(isGranted: true), .decided(isGranted: false), .decided(isGranted: true), below])
    #expect(sheet.standing.allSatisfy { $0.awaits == nil })
    #expect(sheet.contests.map(\.winners) == [[0, 2]])
    #expect(sheet.decisionCodes.isEmpty)
  }

  /// Two places are gone: nothing is left to wait for.
  @Test func whoeverIsNotNamedHasNoPlaceLeft() {
    let sheet = graded(decision("优", "D0", .granted), decision("优", "D2", .granted))
    #expect(sheet.standing.map(\.grade) == ["优", "良", "优", "良"])
    #expect(first(sheet)[1] == .noPlace(position: 1, places: 2))
    #expect(sheet.standing[1].awaits == nil)
  }

  /// One of two places is left for the other two; or two for two, of whom nobody said anything.
  @Test func theRestWaits() {
    let one = graded(decision("优", "D1", .granted))
    #expect(one.standing.map(\.grade) == ["良", "优", "良", "良"])
    #expect(first(one)[0] == .tiedForCommittee(units: 2, placesLeft: 1))
    #expect(one.standing.map(\.awaits) == ["优", nil, "优", nil])
    let refused = graded(decision("优", "D1", .refused))
    #expect(refused.standing.map(\.grade) == ["良", "良", "良", "良"])
    #expect(first(refused)[2] == .tiedForCommittee(units: 2, placesLeft: 2))
    #expect(refused.standing.map(\.awaits) == ["优", nil, "优", nil])
  }

  @Test func moreThanThePlacesActNowhere() {
    let decisions = ["D0", "D1", "D2"].map { decision("优", $0, .granted) }
    let sheet = score(Self.tested, input(decisions))
    #expect(sheet.standing.map(\.grade) == ["良", "良", "良", "良"])
    #expect(sheet.standing.map(\.awaits) == ["优", "优", "优", nil])
    #expect(sheet.decisionCodes == Array(repeating: "decision-beyond-places", count: 3))
    let judged = judgedDecisions(Self.tested, input(decisions), sheet.standing)
    #expect(
      judged.map(\.outcome) == Array(repeating: .refused(.beyondPlaces(grade: "优", placesLeft: 2)), count: 3))
  }

  @Test func theLaterDecisionStands() {
    let sheet = graded(
      decision("优", "D0", .refused), decision("优", "D0", .granted, date: 20_250_702), decision("优", "D1", .granted))
    #expect(sheet.standing.map(\.grade) == ["优", "优", "良", "良"])
    #expect(sheet.decisionCodes == ["decision-superseded"])
  }

  @Test func whatCannotSettleAnything() {
    func codes(_ decisions: Decision...) -> [String] { score(Self.tested, input(decisions)).decisionCodes }
    #expect(codes(decision("优", "D3", .granted)) == ["decision-not-awaited"])
    #expect(codes(decision("优", "D0", .number(1))) == ["decision-grant-missing"])
    #expect(codes(decision("优", "D0", .none)) == ["decision-grant-missing"])
    #expect(codes(decision("优", "D0", .granted, role: "")) == ["decision-role-wrong"])
    #expect(codes(decision("优", "D0", .granted, reason: " ")) == ["decision-reason-missing"])
    #expect(codes(decision("良", "D0", .granted)) == ["decision-not-open"])
    // A node takes numbers.
    let open = scheme(leaf("总分", .points(100)).open())
    #expect(
      score(open, input([decision("总分", "D0", .granted)])).decisionCodes == ["decision-value-missing"])
  }
}
