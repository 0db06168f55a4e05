import Schemes
import Testing

@testable import Scoring

/// What yearly runs say of titles.
@Suite struct TitleReviewTests {
  private var tested: Scheme {
    var quota = Quota(size: .places(1), place: nowhere)
    quota.onlyNew = true
    return scheme(leaf("总分", .points(100))) {
      $0.addRanking("总分") { $0.basis = .displayed }
      $0.addGrades([GradeBand(grade: "示范", atLeast: .constant(80), quota: quota), GradeBand(grade: "其他")])
      $0.titles = Titles(table: "称号", currentAt: .periodStart, place: nowhere)
    }
  }

  /// A and B held the title when 2025 began, D was given it in the year; C takes the one place, D comes second.
  @Test func keptFailedAndWithoutAPlace() {
    var input = input(["总分": column([90, 70, 95, 85, nil])])
    let start = input.period.start.yyyymmdd
    input.titles = [0, 1, 4].map { TitleHolding(unit: $0, grade: "示范", from: start - 10_000, to: nil) }
    input.titles.append(TitleHolding(unit: 3, grade: "示范", from: start + 1, to: nil))
    let sheet = score(tested, input)
    let verdicts = sheet.verdicts(on: "示范", of: tested)
    #expect(verdicts[0] == .tried(.kept) && verdicts[2] == .tried(.granted))
    #expect(verdicts[1] == .tried(.below(needed: 80, found: 70)))
    #expect(verdicts[3] == .tried(.noPlace(position: 2, places: 1)))
    #expect(verdicts.map { $0?.isMet } == [true, false, true, .some(nil), false])
    #expect(verdicts.map { $0?.isBarred } == [false, false, false, false, true])
    let reviews = sheet.reviews(of: "示范", tested, input)
    #expect(reviews.map { $0 != nil } == [true, true, false, false, true])
    #expect(reviews[0]?.year == input.period.start.year)
  }
}
