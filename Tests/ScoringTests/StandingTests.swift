import Register
import Schemes
import Testing

@testable import Scoring

@Suite struct StandingTests {
  private let tree = parent("总分", .none, .sum, [leaf("a", .points(60)), leaf("b", .points(40))])

  private func ranked(
    _ totals: [Double?], _ change: (inout Scheme) -> Void = { _ in }, ranking: (inout Ranking) -> Void = { _ in },
    peers: [String] = []
  ) -> ScoreSheet {
    let tested = scheme(leaf("总分", .points(100))) {
      $0.addRanking("总分", ranking)
      $0.addGrades()
      change(&$0)
    }
    return score(tested, input(["总分": column(totals)], peers: peers))
  }

  @Test func K2_tiesShareTheLeastRank() {
    let sheet = ranked([90, 80, 80, 70, nil])
    #expect(sheet.standing.map(\.rank) == [1, 2, 2, 4, nil])
    #expect(sheet.standing.map(\.isTied) == [false, true, true, false, false])
  }

  /// Raw values tie only within 1e-12 of themselves; displayed ones as printed (89.995 prints 90.00).
  @Test func K2_basis() {
    #expect(ranked([90, 89.996, 90 + 1e-12]).standing.map(\.rank) == [1, 3, 1])
    #expect(
      ranked([90, 89.996, 89.99], ranking: { $0.basis = .displayed }).standing.map(\.rank) == [1, 1, 3])
  }

  @Test func K2_tieBreaks() {
    let tested = scheme(tree) { $0.addRanking("总分") { $0.tieBreak = ["a", "b"] } }
    let sheet = score(
      tested,
      input([
        "a": column([30, 40, 40, 30, nil, 60]), "b": column([40, 30, 30, 40, 28, 40]),
      ]))
    #expect(near(sheet.standing.map(\.score), [70, 70, 70, 70, 70, 100]))
    #expect(sheet.standing.map(\.rank) == [4, 2, 2, 4, 6, 1])
    #expect(sheet.standing.map(\.isTied) == [true, true, true, true, false, false])
  }

  @Test func K3_perPeers() {
    let sheet = ranked(
      [90, 80, 70, 60, 50], ranking: { $0.per = .peers }, peers: ["内", "外", "内", "外", "内"])
    #expect(sheet.standing.map(\.rank) == [1, 1, 2, 2, 3])
  }

  @Test func K3_minimumUnitsCountsTheGraded() {
    let sheet = ranked(
      [90, 80, 70, nil, 50],
      ranking: {
        $0.per = .peers
        $0.minUnits = 2
      }, peers: ["内", "外", "内", "外", "内"])
    #expect(sheet.standing.map(\.rank) == [1, nil, 2, nil, 3])
    #expect(sheet.standing[1].grade == "A")
    #expect(sheet.findings == [.groupTooSmall(nowhere, group: "外", units: 1, needed: 2)])
  }

  /// The base is the measure's n; who is out of the ranking keeps score and grade.
  @Test func K3_minimumBase() {
    let tested = scheme(leaf("总分", .points(100))) {
      $0.addGrades()
      $0.addRanking("总分") { $0.minBase = Ranking.MinBase(measure: "问卷", atLeast: 30) }
    }
    let sheet = score(
      tested, input(["总分": column([90, 85, 70]), "问卷": column([95, 95, 95], n: [29, 30, 31])]))
    #expect(sheet.standing.map(\.rank) == [nil, 1, 2])
    #expect(sheet.standing.map(\.grade) == ["A", "A", "B"])
    #expect(sheet.findings == [.baseTooSmall(nowhere, measure: "问卷", needed: 30, units: ["D0"])])
  }

  /// n of the first unit is under the minimum cell: thresholds of 1 to 5 all leave it out, so that none tells the 3.
  @Test(arguments: [1.0, 2, 3, 4, 5]) func K3_aHiddenBaseIsNone(threshold: Double) {
    let tested = scheme(leaf("总分", .points(100))) {
      $0.addGrades()
      $0.addRanking("总分") { $0.minBase = Ranking.MinBase(measure: "问卷", atLeast: threshold) }
    }
    var asked = column([95, 95], n: [3, 5])
    asked[0] = MeasureValue(reason: .belowMinimumCell, n: 3)
    let sheet = score(tested, input(["总分": column([90, 85]), "问卷": asked]))
    #expect(sheet.standing.map(\.rank) == [nil, 1])
  }

  /// 甲 is hidden and counts as 0 for being missing, 乙 has 80 of ten answers: whether 甲 is 1 or 4, the total is 80.
  @Test(arguments: [1, 4]) func R8_aHiddenNumberWeighsNothing(hidden: Int) {
    let tested = scheme(
      parent(
        "总分", .none, .mean,
        [
          leaf("甲", .weightByN(of: "甲"), times(1)).with { $0.missing = .zero },
          leaf("乙", .weightByN(of: "乙"), times(1)),
        ]))
    var asked = column([0], n: [hidden])
    asked[0] = MeasureValue(reason: .belowMinimumCell, n: hidden)
    #expect(score(tested, input(["甲": asked, "乙": column([80], n: [10])])).standing[0].score == 80)
  }

  @Test func G1_floorsCompareDisplayedValues() {
    #expect(ranked([79.995, 79.994, 60, 59.99]).standing.map(\.grade) == ["A", "B", "B", "C"])
  }

  /// 48 of 60 and 32 of 40 are 80 % each; 31.99 of 40 is not, and 31.996 prints as 32.00.
  @Test func G2_eachChildShare() {
    let tested = scheme(tree) {
      $0.addRanking("总分")
      $0.addGrades([
        GradeBand(grade: "清廉", atLeast: .constant(80), eachChildShare: 0.8),
        GradeBand(grade: "优秀", atLeast: .constant(70), eachChildShare: nil),
        GradeBand(grade: "其他", atLeast: nil, eachChildShare: nil),
      ])
    }
    let b = column([32, 31.99, 31.996, nil, nil]).marking([4], as: .notApplicable)
    let sheet = score(tested, input(["a": column([48, 60, 60, 60, 60]), "b": b]))
    #expect(sheet.standing.map(\.grade) == ["清廉", "优秀", "清廉", "优秀", "清廉"])
  }

  @Test func G5_whoMissesALineTriesTheNext() {
    let tested = scheme(tree) {
      $0.addGrades([
        GradeBand(grade: "清廉", atLeast: .constant(90), eachChildShare: 0.8),
        GradeBand(grade: "优秀", atLeast: .constant(85), eachChildShare: nil),
        GradeBand(grade: "不合格", atLeast: nil, eachChildShare: nil),
      ])
    }
    let sheet = score(tested, input(["a": column([60, 60, 30]), "b": column([31, 20, 31])]))
    #expect(sheet.standing.map(\.grade) == ["优秀", "不合格", "不合格"])
  }

  @Test func E6_orderOfDeferredExemptVetoAndNotGraded() {
    let tested = scheme(leaf("总分", .points(100))) {
      $0.addCount("问责")
      $0.addGrades()
      $0.addRanking("总分")
      $0.addFact("新", .registerText(column: "状态", isOneOf: ["新", "又新又免"]))
      $0.addFact("免", .registerText(column: "状态", isOneOf: ["免", "又新又免"]))
      $0.deferred = [fact("新")]
      $0.exempt = [fact("免")]
      $0.effects = [
        effect("否决") {
          $0.trigger = when("问责")
          $0.setGrade = "C"
        }
      ]
    }
    let sheet = score(
      tested,
      input(
        ["总分": column([99, 98, 97, nil, 90, 80]), "问责": column([1, 1, 1, 1, 1, 0])],
        register: ["新", "免", "又新又免", "", "", ""].map { ["状态": $0] }))
    #expect(
      sheet.standing.map(\.status) == [
        .deferred(fact: "新"), .exempt(fact: "免"), .deferred(fact: "新"), .notGraded([.noScore]), .graded, .graded,
      ])
    #expect(sheet.standing.map(\.grade) == [nil, nil, nil, "C", "C", "A"])
    // The vetoed unit keeps its rank.
    #expect(sheet.standing.map(\.rank) == [nil, nil, nil, nil, 1, 2])
    #expect(sheet.standing.map(\.setBy) == [nil, nil, nil, "否决", "否决", nil])
    #expect(sheet.standing[0].score == 99)
  }

  @Test func E6_ofSeveralVerdictsTheLowestStands() {
    func verdict(_ id: String, _ grade: String) -> Effect { effect(id) { $0.setGrade = grade } }
    let sheet = ranked([90], { $0.effects = [verdict("一", "B"), verdict("二", "C"), verdict("三", "C")] })
    #expect(sheet.standing[0].grade == "C" && sheet.standing[0].setBy == "二")
  }

  @Test func K3_onlyTheYearGivesGrades() {
    let tested = scheme(leaf("总分", .points(100))) {
      $0.addCount("问责")
      $0.addGrades(onlyYear: true)
      $0.addRanking("总分")
      $0.effects = [
        effect("否决") {
          $0.trigger = when("问责")
          $0.setGrade = "C"
          $0.capGrade = "B"
        }
      ]
    }
    let measures = ["总分": column([90, 80]), "问责": column([1, 0])]
    let half = score(tested, input(measures))
    #expect(half.standing.map(\.grade) == [nil, nil])
    #expect(half.standing.map(\.rank) == [1, 2])
    #expect(half.standing[0].setBy == "否决" && half.standing[0].cappedBy == ["否决"])
    let year = score(tested, input(measures, period: period("2025")))
    #expect(year.standing.map(\.grade) == ["C", "A"])
  }

  @Test func displayedScoreIsRoundedAndNothingElse() {
    let sheet = ranked([84.994_999, 89.005], { $0.defaults.digits = 1 })
    #expect(sheet.standing.map(\.displayedScore) == [85, 89])
    #expect(sheet.standing.map(\.score) == [84.994_999, 89.005])
  }

  @Test func withoutRankingTheFirstRootIsLookedAt() {
    let sheet = score(scheme(tree), input(["a": column([60]), "b": column([20])]))
    #expect(sheet.standing[0].score == 80 && sheet.standing[0].rank == nil && sheet.standing[0].grade == nil)
  }
}
