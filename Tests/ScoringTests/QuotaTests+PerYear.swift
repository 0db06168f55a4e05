import Schemes
import Testing

@testable import Scoring

extension QuotaTests {
  /// D1 was given 优 in March, after the moment that counts for titles: it used one of the year's two places and keeps the
  /// grade, so that the other place is D0's. D2's was taken back in May: the place is used, and D2 competes anew.
  @Test func whoWasGivenItInTheYearNeedsNoSecondPlace() {
    let march = TitleHolding(unit: 1, grade: "优", from: 20_250_301, to: nil)
    for isOnlyNew in [true, false] {
      let quota = places(2) {
        $0.isPerYear = true
        $0.onlyNew = isOnlyNew
      }
      let sheet = titled([90, 85, 84, 70], quota, [march])
      #expect(sheet.standing.map(\.grade) == ["优", "优", "良", "良"])
      #expect(sheet.contests[0].candidates == [0, 2] && sheet.contests[0].placesUsed == 1)
      #expect(outcomes(sheet, 1) == [.keptInPlace])
      let taken = TitleHolding(unit: 2, grade: "优", from: 20_250_301, to: 20_250_531)
      #expect(titled([90, 85, 84, 70], quota, [taken]).standing.map(\.grade) == ["优", "良", "良", "良"])
    }
  }

  /// Scored late, the table already holds what was given after the half: D3's title of August is not of the half's two
  /// places, and D3, 70, does not keep what it did not have.
  @Test func whatWasGivenAfterThePeriodIsNotItsBusiness() {
    let quota = places(2) { $0.isPerYear = true }
    let august = TitleHolding(unit: 2, grade: "优", from: 20_250_801, to: nil)
    let sheet = titled([90, 85, 84, 70], quota, [august])
    #expect(sheet.standing.map(\.grade) == ["优", "优", "良", "良"])
    #expect(sheet.contests[0].placesUsed == 0 && outcomes(sheet, 2) == [.noPlace(position: 3, places: 2), .granted])
  }

  /// Who has the grade at the end, and who was given it and fell below, are never more than the places.
  @Test("places used and won are the holders at the end", arguments: UInt64(1)...60) func law(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let scores = (0..<dice.integer(2, 9)).map { _ in Double(dice.integer(78, 99)) as Double? }
    let given = scores.indices.filter { _ in dice.chance(30) }
    let holdings = given.map { TitleHolding(unit: $0, grade: "优", from: 20_250_301, to: nil) }
    let quota = places(max(given.count, dice.integer(1, 4))) { $0.isPerYear = true }
    let sheet = titled(scores, quota, holdings)
    let fallen = given.filter { (scores[$0] ?? 0) < 80 }.count
    let contest = sheet.contests[0]
    #expect(sheet.standing.count { $0.grade == "优" } + fallen == contest.placesUsed + contest.winners.count)
    #expect(contest.placesUsed + contest.winners.count <= contest.places)
  }
}
