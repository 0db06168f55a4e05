import Register
import Schemes
import Testing

@testable import Scoring

/// Worked by hand; every number below is in the comments.
///
///     unit  台账            报送           测评                             主体责任            sum   effects      total
///     A     20             20            (92+94+96)/3 = 94 → 28.2        考核组 27.8          96    否决         96
///     B     20 − 2 = 18    20            mean of four 90 → 27            28                  93                 93
///     C     20 − 4 = 16    20 − 1 = 19   (95+95+95)/3 = 95 → 28.5        自评 27.5           91                 91
///     D     20 − min(14, 10) = 10   20 − min(8, 5) = 15   100 → 30       考核组 30            85    调整 +3      88
///     E     20             20            (80+80+80)/3 = 80 → 24          考核组 24            88                 88
///     F     20             20            mean of three 90 → 27           23                  90    通报 −3      87
///     G     20             20            80 → 24                         20                  84                 84
///     H     20 − 10 = 10   20 − 5 = 15   60 → 18                         decided 16          59                 59
///     I     20             20            –                               30                  70 of 70 → 100; coverage 70 %
///     J     20             20            50 → 15                         15                  70    (+4 refused) 70
///
/// Base: all ten, so 3 places. A is vetoed and leaves its place to others; B and C have places 1 and 2; D and E, both 88,
/// share the third; F with 87 is below them.
@Suite struct DutyTests {
  private let world = DutyWorld()

  private func sheet(_ tied: String) throws -> ScoreSheet {
    let scheme = try #require(world.scheme(tied: tied), "\(world.log.findings)")
    return world.sheet(scheme)
  }

  @Test func scoresAndRanks() throws {
    let sheet = try sheet("all_or_none")
    #expect(near(sheet.node("台账")?.value, [20, 18, 16, 10, 20, 20, 20, 10, 20, 20]))
    #expect(near(sheet.node("报送")?.value, [20, 20, 19, 15, 20, 20, 20, 15, 20, 20]))
    #expect(near(sheet.node("测评")?.value, [28.2, 27, 28.5, 30, 24, 27, 24, 18, .nan, 15]))
    #expect(near(sheet.node("主体责任")?.value, [27.8, 28, 27.5, 30, 24, 23, 20, 16, 30, 15]))
    #expect(near(sheet.standing.map(\.score), [96, 93, 91, 88, 88, 87, 84, 59, 100, 70]))
    #expect(sheet.standing.map(\.rank) == [1, 2, 3, 4, 4, 6, 7, 9, nil, 8])
    #expect(
      sheet.standing[8].status == .notGraded([.coverage(found: 0.7, needed: 0.8, missingLeaves: ["测评"])]))
  }

  @Test func effectsAndDecisions() throws {
    let sheet = try sheet("all_or_none")
    #expect(sheet.effects.map(\.effect) == ["通报", "领导小组调整", "否决"])
    #expect(sheet.effects.map { world.codes[$0.unit] } == ["F", "D", "A"])
    #expect(sheet.effects.map(\.effective) == [-3, 3, 0])
    // G's 通报 and J's 追责 are not confirmed.
    #expect(sheet.standing[9].setBy == nil && sheet.standing[0].setBy == "否决")
    let decided = try #require(sheet.node("主体责任")?.overrides[7])
    #expect(decided.computed == 22 && decided.decision.reason == "经复核，两项工作未开展")
    #expect(sheet.decisionCodes == ["decision-beyond-limit", "decision-role-wrong"])
    // D's hands are 8 apart, with a reason; E's are 6 apart, without.
    let gaps = sheet.findings.compactMap { finding -> [String]? in
      if case .handsApart(_, "主体责任", ["自评", "考核组"], _, 5, true, let units) = finding { units.map(\.unit) } else { nil }
    }
    #expect(gaps == [["E"]])
    let hands = try #require(sheet.node("主体责任")?.hands)
    #expect(near(hands[1].difference[3], -8) && near(hands[1].difference[4], 6))
    #expect(hands[0].value[2] == 27.5 && hands[1].value[2].isNaN)
  }

  @Test func theQuotaAndItsContest() throws {
    let contest = try #require(try sheet("all_or_none").contests.first)
    #expect(contest.base == 10 && contest.places == 3 && contest.candidates == [1, 2, 3, 4, 5])
    #expect(contest.displaced == [Contest.Displaced(unit: 0, effects: ["否决"])])
  }

  @Test func noneOfTheTied() throws {
    let standing = try sheet("all_or_none").standing
    #expect(standing.map(\.grade) == ["不合格", "优秀", "优秀", "合格", "合格", "合格", "合格", "不合格", nil, "合格"])
    #expect(standing[3].attempts.map(\.outcome) == [.tiedOut(units: 2, placesLeft: 1), .granted])
    // The place stays empty: F does not get it.
    #expect(standing[5].attempts.map(\.outcome) == [.noPlace(position: 5, places: 3), .granted])
    #expect(standing[6].attempts.map(\.outcome) == [.below(needed: 85, found: 84), .granted])
    #expect(
      standing[7].attempts.map(\.outcome) == [
        .below(needed: 85, found: 59), .below(needed: 60, found: 59), .granted,
      ])
  }

  @Test func allOfTheTied() throws {
    let sheet = try sheet("extend")
    #expect(
      sheet.standing.map(\.grade) == ["不合格", "优秀", "优秀", "优秀", "优秀", "合格", "合格", "不合格", nil, "合格"])
    #expect(sheet.standing.indices.filter { sheet.standing[$0].isInByTie } == [3, 4])
    #expect(sheet.contests[0].winners == [1, 2, 3, 4])
  }

  @Test func theCommitteeDecides() throws {
    let standing = try sheet("share").standing
    #expect(standing.map(\.grade) == ["不合格", "优秀", "优秀", "合格", "合格", "合格", "合格", "不合格", nil, "合格"])
    #expect(standing.map(\.awaits) == [nil, nil, nil, "优秀", "优秀", nil, nil, nil, nil, nil])
    #expect(standing[3].attempts.map(\.outcome) == [.tiedForCommittee(units: 2, placesLeft: 1), .granted])
  }
}
