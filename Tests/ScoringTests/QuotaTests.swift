import Register
import Schemes
import Testing

@testable import Scoring

@Suite struct QuotaTests {
  /// 优 from 80 with a quota, 良 from 60, 其他.
  func bands(_ quota: Quota, atLeast: Double = 80) -> [GradeBand] {
    [
      GradeBand(grade: "优", atLeast: .constant(atLeast), quota: quota),
      GradeBand(grade: "良", atLeast: .constant(60)), GradeBand(grade: "其他"),
    ]
  }
  func share(_ share: Double, _ change: (inout Quota) -> Void = { _ in }) -> Quota {
    var quota = Quota(size: .share(share), place: nowhere)
    change(&quota)
    return quota
  }
  func places(_ places: Int, _ change: (inout Quota) -> Void = { _ in }) -> Quota {
    var quota = Quota(size: .places(places), place: nowhere)
    change(&quota)
    return quota
  }

  func tested(_ bands: [GradeBand], _ change: (inout Scheme) -> Void = { _ in }) -> Scheme {
    scheme(leaf("总分", .points(100))) {
      $0.addRanking("总分") { $0.basis = .displayed }
      $0.addGrades(bands)
      change(&$0)
    }
  }
  func graded(
    _ scores: [Double?], _ quota: Quota, register: [[String: String]] = [], peers: [String] = [],
    _ change: (inout Scheme) -> Void = { _ in }
  ) -> ScoreSheet {
    score(tested(bands(quota), change), input(["总分": column(scores)], peers: peers, register: register))
  }
  func outcomes(_ sheet: ScoreSheet, _ unit: Int) -> [GradeAttempt.Outcome] {
    sheet.standing[unit].attempts.map(\.outcome)
  }

  @Test func nobody() {
    let sheet = graded([], share(0.3))
    #expect(sheet.contests == [Contest(grade: "优", group: "", base: 0, places: 0)])
  }

  @Test func oneUnit() {
    #expect(graded([90], share(0.3)).standing[0].grade == "良")
    #expect(outcomes(graded([90], share(0.3)), 0) == [.noPlace(position: 1, places: 0), .granted])
    #expect(graded([90], share(0.3) { $0.min = 1 }).standing[0].grade == "优")
    // `min` gives no place where nobody is in the base.
    #expect(graded([nil], share(0.3) { $0.min = 1 }).contests[0].places == 1)
  }

  @Test func everyLineThatIsTriedIsKept() {
    let sheet = graded([95, 90, 85, 70, 50], places(2))
    #expect(sheet.standing.map(\.grade) == ["优", "优", "良", "良", "其他"])
    #expect(outcomes(sheet, 0) == [.granted])
    #expect(outcomes(sheet, 2) == [.noPlace(position: 3, places: 2), .granted])
    #expect(outcomes(sheet, 3) == [.below(needed: 80, found: 70), .granted])
    #expect(outcomes(sheet, 4) == [.below(needed: 80, found: 50), .below(needed: 60, found: 50), .granted])
    #expect(sheet.standing[4].attempts.map(\.grade) == ["优", "良", "其他"])
    #expect(
      sheet.contests == [
        Contest(grade: "优", group: "", base: 5, places: 2, candidates: [0, 1, 2], winners: [0, 1])
      ])
  }

  /// The base counts not graded and vetoed units, and neither deferred nor exempt ones.
  @Test func G3_base() {
    let register = ["", "", "", "新", "免"].map { ["状态": $0] }
    let sheet = graded([95, 90, nil, 99, 99], share(0.5), register: register) {
      $0.addFact("新", .registerText(column: "状态", isOneOf: ["新"]))
      $0.addFact("免", .registerText(column: "状态", isOneOf: ["免"]))
      $0.deferred = [fact("新")]
      $0.exempt = [fact("免")]
    }
    #expect(sheet.contests[0].base == 3 && sheet.contests[0].places == 1)
    #expect(sheet.standing.map(\.grade) == ["优", "良", nil, nil, nil])
    #expect(sheet.standing[3].attempts.isEmpty)
  }

  /// 0.3 · 15 = 4.5; 0.29 · 100 is 28.999 999 999 999 996 in doubles, and 29.
  @Test func G3_rounding() {
    func places(_ round: Quota.Rounding, _ units: Int, _ part: Double) -> Int {
      graded(Array(repeating: 90, count: units), share(part) { $0.round = round }).contests[0].places
    }
    #expect(places(.down, 15, 0.3) == 4 && places(.up, 15, 0.3) == 5 && places(.half, 15, 0.3) == 5)
    #expect(places(.half, 14, 0.3) == 4)
    #expect(places(.down, 100, 0.29) == 29 && places(.up, 100, 0.29) == 29)
    #expect(places(.up, 10, 0.1 + 0.2) == 3)
  }

  /// Two places and three that share the second rank.
  @Test func G4_tiesAtTheEdge() {
    let scores: [Double?] = [90, 95, 90, 90, 85, 70]
    let none = graded(scores, places(2))
    #expect(none.standing.map(\.grade) == ["良", "优", "良", "良", "良", "良"])
    #expect(outcomes(none, 0) == [.tiedOut(units: 3, placesLeft: 1), .granted])
    // Never topped up from below the block.
    #expect(outcomes(none, 4) == [.noPlace(position: 5, places: 2), .granted])

    let all = graded(scores, places(2) { $0.tied = .extend })
    #expect(all.standing.map(\.grade) == ["优", "优", "优", "优", "良", "良"])
    #expect(all.standing.map(\.isInByTie) == [true, false, true, true, false, false])
    #expect(all.contests[0].winners == [1, 0, 2, 3])

    let open = graded(scores, places(2) { $0.tied = .share })
    #expect(open.standing.map(\.grade) == ["良", "优", "良", "良", "良", "良"])
    #expect(open.standing.map(\.awaits) == ["优", nil, "优", "优", nil, nil])
    #expect(outcomes(open, 0) == [.tiedForCommittee(units: 3, placesLeft: 1), .granted])
  }

  @Test(arguments: Quota.Tied.allCases) func allEqual(tied: Quota.Tied) {
    let sheet = graded([90, 90, 90], places(2) { $0.tied = tied })
    #expect(sheet.standing.map(\.grade) == Array(repeating: tied == .extend ? "优" : "良", count: 3))
    // A block that fits exactly is no tie at the edge.
    let fitting = graded([90, 90, 70], places(2) { $0.tied = tied })
    #expect(fitting.standing.map(\.grade) == ["优", "优", "良"] && !fitting.standing[0].isInByTie)
  }

  /// The tie-break decides the last place.
  @Test func K2_theOrderIsTheRanks() {
    let tree = parent("总分", .none, .sum, [leaf("a", .points(60)), leaf("b", .points(40))])
    let sheet = score(
      scheme(tree) {
        $0.addRanking("总分") {
          $0.basis = .displayed
          $0.tieBreak = ["b"]
        }
        $0.addGrades(bands(places(1)))
      }, input(["a": column([60, 55]), "b": column([30, 35])]))
    #expect(sheet.standing.map(\.grade) == ["良", "优"])
  }

  @Test func perPeersAndByColumn() {
    let register = ["甲", "乙", "甲", "乙"].map { ["支部": $0] }
    let peers = ["内", "内", "外", "外"]
    let scores: [Double?] = [95, 90, 85, 92]
    let byPeers = graded(scores, places(1) { $0.per = .peers }, register: register, peers: peers)
    #expect(byPeers.standing.map(\.grade) == ["优", "良", "良", "优"])
    #expect(byPeers.contests.map(\.group) == ["内", "外"])
    let byColumn = graded(scores, places(1) { $0.per = .column("支部") }, register: register, peers: peers)
    #expect(byColumn.standing.map(\.grade) == ["优", "良", "良", "优"])
    #expect(byColumn.contests.map(\.group) == ["甲", "乙"])
    #expect(byColumn.contests.map(\.candidates) == [[0, 2], [3, 1]])
  }

  /// Ranks within peers are no order over all: the score is. D2, first of its peers with 85, is third of all.
  @Test func placesOverGroupsThatAreRankedApart() {
    let sheet = graded([95, 90, 85], places(2), peers: ["内", "内", "外"]) { $0.ranking?.per = .peers }
    #expect(sheet.standing.map(\.rank) == [1, 2, 1])
    #expect(sheet.standing.map(\.grade) == ["优", "优", "良"])
  }

  @Test func K3_withoutRanksNoQuota() {
    let sheet = graded([95, 90, 85], places(2) { $0.per = .peers }, peers: ["内", "内", "外"]) {
      $0.ranking?.per = .peers
      $0.ranking?.minUnits = 2
    }
    #expect(sheet.standing.map(\.grade) == ["优", "优", "良"])
    #expect(outcomes(sheet, 2) == [.noRanks, .granted])
    #expect(sheet.findings.contains(.quotaWithoutRanks(nowhere, grade: "优", group: "外", units: ["D2"])))
  }

  @Test func unlessLiftsTheQuota() {
    let sheet = graded([95, 90, 85], places(1) { $0.isLifted = true })
    #expect(sheet.standing.map(\.grade) == ["优", "优", "优"] && sheet.contests.isEmpty)
  }

  @Test func strangeSizesGiveNoPlaceOrAll() {
    #expect(graded([90, 85], share(.nan)).contests[0].places == 0)
    #expect(graded([90, 85], share(1e300)).standing.map(\.grade) == ["优", "优"])
    #expect(graded([90, 85], share(-1)).standing.map(\.grade) == ["良", "良"])
    #expect(graded([90, 85], places(.max)).standing.map(\.grade) == ["优", "优"])
    #expect(graded([90, 85], places(.min)).standing.map(\.grade) == ["良", "良"])
    #expect(graded([.nan, .infinity, 85], places(1)).standing.map(\.grade) == [nil, nil, "优"])
  }

  // MARK: Vetoes and ceilings

  private func barred(_ scores: [Double?], _ quota: Quota, _ act: (inout Effect) -> Void) -> ScoreSheet {
    let tested = tested(bands(quota)) {
      $0.addCount("问责")
      $0.effects = [
        effect("否决") {
          $0.trigger = when("问责")
          act(&$0)
        }
      ]
    }
    let fired = scores.indices.map { $0 == 0 ? 1.0 : 0 }
    return score(tested, input(["总分": column(scores), "问责": column(fired)]))
  }

  /// The first is vetoed: the places go to the next two, and the contest names who is displaced.
  @Test func E6_displacedUnitsAreNamed() {
    let vetoed = barred([95, 90, 85, 84], places(2)) { $0.setGrade = "其他" }
    #expect(vetoed.standing.map(\.grade) == ["其他", "优", "优", "良"])
    #expect(vetoed.standing[0].attempts.isEmpty && vetoed.standing[0].rank == 1)
    #expect(vetoed.contests[0].displaced == [Contest.Displaced(unit: 0, effects: ["否决"])])
    #expect(vetoed.contests[0].base == 4)
    let capped = barred([95, 90, 85, 84], places(2)) { $0.capGrade = "良" }
    #expect(capped.standing.map(\.grade) == ["良", "优", "优", "良"])
    #expect(outcomes(capped, 0) == [.capped(effects: ["否决"]), .granted])
    #expect(capped.contests[0].displaced == [Contest.Displaced(unit: 0, effects: ["否决"])])
    // Under the floor, or behind every winner, nobody is displaced.
    #expect(barred([79, 90, 85, 84], places(2)) { $0.setGrade = "其他" }.contests[0].displaced.isEmpty)
    #expect(barred([84.5, 90, 85, 84], places(2)) { $0.setGrade = "其他" }.contests[0].displaced.isEmpty)
    // A verdict that gives the grade itself displaces nobody.
    #expect(barred([95, 90, 85, 84], places(2)) { $0.setGrade = "优" }.contests[0].displaced.isEmpty)
  }

  // MARK: Titles

  func titled(
    _ scores: [Double?], _ quota: Quota, _ titles: [TitleHolding], at moment: Titles.Moment = .periodStart,
    _ change: (inout Scheme) -> Void = { _ in }
  ) -> ScoreSheet {
    var asked = input(["总分": column(scores)])
    asked.titles = titles
    return score(
      tested(bands(quota)) {
        $0.titles = Titles(table: "称号", currentAt: moment, place: nowhere)
        change(&$0)
      }, asked)
  }

  /// D0 holds 优: base 4 − 1, half of 3 down is 1 place, for D1. D0 keeps the grade by its own merit.
  @Test func G3_newOnly() {
    let title = TitleHolding(unit: 0, grade: "优", from: 20_240_101, to: nil)
    let quota = share(0.5) { $0.onlyNew = true }
    let sheet = titled([81, 90, 85, 84], quota, [title])
    #expect(sheet.standing.map(\.grade) == ["优", "优", "良", "良"])
    #expect(sheet.standing.map(\.heldTitle) == ["优", nil, nil, nil])
    #expect(outcomes(sheet, 0) == [.kept])
    #expect(sheet.contests[0].base == 3 && sheet.contests[0].candidates == [1, 2, 3])
    // Who holds it and falls below the floor loses it like anyone.
    #expect(titled([79, 90, 85, 84], quota, [title]).standing[0].grade == "良")
    // Without `new_only` a holder competes.
    #expect(titled([81, 90, 85, 84], share(0.5), [title]).standing.map(\.grade) == ["良", "优", "优", "良"])
  }

  @Test func G3_titlesAreThoseOfTheMoment() {
    func held(_ from: Int, _ to: Int?, _ moment: Titles.Moment) -> String? {
      titled(
        [90], places(1), [TitleHolding(unit: 0, grade: "优", from: from, to: to)], at: moment
      ).standing[0].heldTitle
    }
    // 2025H1: from 1 January to 30 June.
    #expect(held(20_240_101, 20_250_101, .periodStart) == "优")
    #expect(held(20_240_101, 20_241_231, .periodStart) == nil)
    #expect(held(20_250_102, nil, .periodStart) == nil)
    #expect(held(20_250_102, nil, .periodEnd) == "优" && held(20_250_102, nil, .asOf) == "优")
  }

  /// Two of three places of the year are used.
  @Test func G3_perYear() {
    let used = [
      TitleHolding(unit: 2, grade: "优", from: 20_250_301, to: nil),
      TitleHolding(unit: 3, grade: "优", from: 20_250_401, to: nil),
      TitleHolding(unit: 3, grade: "优", from: 20_240_401, to: 20_250_331),
    ]
    let quota = places(3) {
      $0.isPerYear = true
      $0.onlyNew = true
    }
    let sheet = titled([90, 85, 70, 70, 70], quota, used, at: .periodEnd)
    #expect(sheet.contests[0].placesUsed == 2 && sheet.contests[0].places == 3)
    #expect(sheet.standing.map(\.grade) == ["优", "良", "良", "良", "良"])
  }

  @Test func aVetoedHolderFallsLikeAnyone() {
    let title = TitleHolding(unit: 0, grade: "优", from: 20_240_101, to: nil)
    let quota = places(1) { $0.onlyNew = true }
    let sheet = titled([95, 90], quota, [title]) {
      $0.effects = [effect("否决") { $0.setGrade = "其他" }]
    }
    #expect(sheet.standing[0].grade == "其他" && sheet.standing[0].heldTitle == "优")
    #expect(titled([nil, 90], quota, [title]).standing[0].grade == nil)
  }
}
