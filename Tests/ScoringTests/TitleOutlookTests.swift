import Register
import Schemes
import Testing

@testable import Scoring

/// Titles as of a day, and what full coverage still needs; all numbers by hand.
@Suite struct TitleOutlookTests {
  func day(_ yyyymmdd: Int) throws -> CalendarDate { try #require(CalendarDate(yyyymmdd: yyyymmdd)) }
  func holding(_ from: Int, _ to: Int? = nil, _ grade: String = "示范") -> TitleHolding {
    TitleHolding(unit: 0, grade: grade, from: from, to: to)
  }
  func unit(
    _ code: String, _ group: String = "", _ holdings: [TitleHolding] = [], status: Standing.Status = .graded,
    asOf: Int = 2025_12_31
  ) throws -> TitleUnit {
    TitleUnit(
      code: code, name: code, group: group, status: status,
      spells: TitleSpell.spells(holdings, grade: "示范", asOf: try day(asOf)))
  }
  func share(_ change: (inout Quota) -> Void = { _ in }) -> Quota {
    var quota = Quota(size: .share(0.3), place: nowhere)
    quota.min = 1
    quota.per = .peers
    quota.onlyNew = true
    change(&quota)
    return quota
  }
  func question(_ quota: Quota?, until: Int = 2026, asOf: Int = 2025_12_31) throws -> TitleQuestion {
    TitleQuestion(grade: "示范", asOf: try day(asOf), until: until, quota: quota)
  }

  @Test func nobody() throws {
    let outlook = TitleOutlook(try question(share()), units: [])
    #expect(outlook.total.units == 0 && outlook.total.coverage == nil && outlook.total.needed == 0)
    #expect(outlook.total.fullCoverage == .reached && outlook.groups.isEmpty && outlook.needed.isEmpty)
  }

  /// 10 units without a title: 2026 ⌊3⌋, 2027 ⌊2.1⌋, 2028 ⌊1.5⌋, 2029 ⌊1.2⌋, 2030 ⌊0.9⌋ → 1, 2031 1, 2032 1: 3+2+1+1+1+1+1.
  /// The places of 2025 itself could be given on its last day too: 3 of 10, and the rest begins with 7.
  @Test func noTitles() throws {
    let units = try (0..<10).map { try unit("A\($0)") }
    let next = TitleOutlook(try question(share(), asOf: 2026_01_01), units: units)
    #expect(next.total.places == [2026: 3] && next.total.needed == 10 && next.total.short == 7)
    #expect(next.total.fullCoverage == .year(2032) && next.total.coverage == 0)
    let last = TitleOutlook(try question(share()), units: units)
    #expect(last.total.places == [2025: 3, 2026: 2] && last.total.short == 5)
  }

  /// Below four units three tenths are no place at all: without `min` it never ends.
  @Test func withoutALeastTheLastOnesNeverGetOne() throws {
    let units = try (0..<5).map { try unit("A\($0)") }
    let quota = share { $0.min = 0 }
    // 5: ⌊1.5⌋ = 1; 4: ⌊1.2⌋ = 1; 3: ⌊0.9⌋ = 0.
    let outlook = TitleOutlook(try question(quota, until: 2030, asOf: 2026_01_01), units: units)
    #expect(outlook.total.places == [2026: 1, 2027: 1, 2028: 0, 2029: 0, 2030: 0])
    #expect(outlook.total.fullCoverage == .never(left: 3) && outlook.total.short == 3)
  }

  @Test func allHold() throws {
    let units = try (0..<3).map { try unit("A\($0)", "", [holding(2024_12_31)]) }
    let outlook = TitleOutlook(try question(share()), units: units)
    #expect(outlook.total.held == 3 && outlook.total.coverage == 1 && outlook.total.needed == 0)
    #expect(outlook.total.short == 0 && outlook.total.fullCoverage == .reached)
    #expect(outlook.total.granted == [2024: 3])
  }

  /// The last day still counts as held; the day after, the title is gone.
  @Test func withdrawn() throws {
    let asOfLast = try unit("A", "", [holding(2024_12_31, 2025_11_28)], asOf: 2025_11_28)
    let last = try day(2025_11_28)
    #expect(asOfLast.holds(on: last) && asOfLast.withdrawals(upTo: last).isEmpty)
    let units = [try unit("A", "", [holding(2024_12_31, 2025_11_28)]), try unit("B", "", [holding(2024_12_31)])]
    let outlook = TitleOutlook(try question(share(), asOf: 2026_01_01), units: units)
    #expect(outlook.total.held == 1 && outlook.total.withdrawn == 1 && outlook.total.granted == [2024: 2])
    let next = try day(2026_01_01)
    #expect(units[0].withdrawals(upTo: next) == [last])
    #expect(outlook.needed.map(\.code) == ["A"] && outlook.total.fullCoverage == .year(2026))
  }

  /// On 2025-12-31 A held at the year's start, so it is no contender of 2025: only B is, and takes the one place.
  @Test func whoLostItInTheYearWaitsForTheNext() throws {
    let units = [try unit("A", "", [holding(2024_12_31, 2025_11_28)]), try unit("B")]
    let outlook = TitleOutlook(try question(share()), units: units)
    #expect(outlook.total.places == [2025: 1, 2026: 1] && outlook.total.short == 0)
  }

  @Test func grantedTwice() throws {
    func spells(_ holdings: TitleHolding...) throws -> [TitleSpell] {
      TitleSpell.spells(holdings, grade: "示范", asOf: try day(2025_12_31))
    }
    // Again while it is held, and the day after it ended: one title. After a gap: a new one.
    let open = TitleSpell(from: try day(2023_12_31), to: nil)
    #expect(try spells(holding(2023_12_31), holding(2024_12_31)) == [open])
    #expect(try spells(holding(2025_01_01), holding(2023_12_31, 2024_12_31)) == [open])
    let closed = TitleSpell(from: try day(2023_01_01), to: try day(2025_06_30))
    #expect(try spells(holding(2023_01_01, 2025_06_30), holding(2024_01_01, 2024_12_31)) == [closed])
    let again = try unit("A", "", [holding(2023_12_31, 2024_06_30), holding(2025_12_31), holding(2025_12_31)])
    let outlook = TitleOutlook(try question(share()), units: [again])
    #expect(outlook.total.granted == [2023: 1, 2025: 1] && outlook.total.held == 1 && outlook.total.withdrawn == 1)
  }

  @Test func whatIsLaterOrBackwardsOrAnotherGradeCountsForNothing() throws {
    let rows = [holding(2026_01_01), holding(2024_01_01, nil, "优秀"), holding(2024_05_01, 2024_04_30)]
    #expect(try unit("A", "", rows).spells.isEmpty)
  }

  /// 暂缓 and 免评 are neither asked for nor in the base: 3 of 4 hold it, 1 is needed.
  @Test func waivedUnits() throws {
    let units =
      try (0..<3).map { try unit("A\($0)", "", [holding(2024_12_31)]) } + [
        try unit("N"), try unit("D", status: .deferred(fact: "新设")),
        try unit("E", "", [holding(2024_12_31)], status: .exempt(fact: "后勤")),
      ]
    let outlook = TitleOutlook(try question(share()), units: units)
    #expect(outlook.total.units == 4 && outlook.total.waived == 2 && outlook.total.held == 3)
    #expect(outlook.total.coverage == 0.75 && outlook.needed.map(\.code) == ["N"])
  }

  /// A group whose units are all deferred asks for nothing, and its empty base gives no place, whatever `min` says.
  @Test func groupWithoutUnits() throws {
    let units = [try unit("A", "内"), try unit("D", "外", status: .deferred(fact: "新设"))]
    let outlook = TitleOutlook(try question(share(), asOf: 2026_01_01), units: units)
    #expect(outlook.groups.map(\.name) == ["内", "外"])
    #expect(outlook.groups[1].units == 0 && outlook.groups[1].coverage == nil)
    #expect(outlook.groups[1].places == [2026: 0] && outlook.groups[1].fullCoverage == .reached)
    #expect(outlook.total.places == [2026: 1] && outlook.total.fullCoverage == .year(2026))
  }

  /// 内: 4 without, ⌊1.2⌋ = 1; 外: 7 without, ⌊2.1⌋ = 2; together 3 of 11. Over all at once it would be ⌊3.3⌋ = 3 too, of 14
  /// units of which 3 hold it.
  @Test func groupsDoNotLendPlaces() throws {
    let units =
      try (0..<4).map { try unit("A\($0)", "内") } + (0..<7).map { try unit("B\($0)", "外") }
      + (0..<3).map { try unit("C\($0)", "外", [holding(2024_12_31)]) }
    let outlook = TitleOutlook(try question(share(), asOf: 2026_01_01), units: units)
    #expect(outlook.groups.map(\.allPlaces) == [1, 2] && outlook.groups.map(\.short) == [3, 5])
    #expect(outlook.total.allPlaces == 3 && outlook.total.short == 8 && outlook.total.held == 3)
    let shared = TitleOutlook(try question(share { $0.per = .all }, asOf: 2026_01_01), units: units)
    #expect(shared.groups.map(\.places) == [nil, nil] && shared.groups.map(\.fullCoverage) == [nil, nil])
    #expect(shared.total.places == [2026: 3])
  }

  /// Two places a year: 5 units need 2026, 2027, 2028; what was given this year has used its places.
  @Test func fixedPlaces() throws {
    func quota(_ places: Int) -> Quota {
      var quota = Quota(size: .places(places), place: nowhere)
      quota.onlyNew = true
      return quota
    }
    let units = try (0..<5).map { try unit("A\($0)") }
    let outlook = TitleOutlook(try question(quota(2), until: 2028, asOf: 2026_03_01), units: units)
    #expect(outlook.total.places == [2026: 2, 2027: 2, 2028: 1] && outlook.total.short == 0)
    #expect(outlook.total.fullCoverage == .year(2028))
    let given = try units + [unit("G", "", [holding(2026_02_01)], asOf: 2026_03_01)]
    let rest = TitleOutlook(try question(quota(2), asOf: 2026_03_01), units: given)
    #expect(rest.total.places == [2026: 1] && rest.total.short == 4)
    let none = TitleOutlook(try question(quota(0), asOf: 2026_03_01), units: units)
    #expect(none.total.fullCoverage == .never(left: 5) && none.total.short == 5)
  }

  @Test func noQuotaAndALiftedOneLimitNothing() throws {
    let units = [try unit("A")]
    for quota in [nil, share { $0.isLifted = true }] {
      let outlook = TitleOutlook(try question(quota), units: units)
      #expect(outlook.total.places == nil && outlook.total.short == nil && outlook.total.needed == 1)
      #expect(outlook.total.fullCoverage == .unlimited)
    }
  }

  /// A title that ends in June is held now, and needed again; from the next year on it waits for a place.
  @Test func titlesThatEnd() throws {
    let units = [
      try unit("A", "", [holding(2024_01_01, 2026_06_30)]), try unit("B", "", [holding(2024_01_01, 2026_12_31)]),
    ]
    let first = TitleOutlook(try question(share(), asOf: 2026_01_01), units: units)
    #expect(first.total.held == 2 && first.total.ending == 1 && first.needed.map(\.code) == ["A"])
    #expect(first.total.places == [2026: 0] && first.total.short == 1)
    // 2027: both wait, ⌊0.6⌋ → 1; 2028: one, 1.
    #expect(first.total.fullCoverage == .year(2028))
  }

  @Test func aTermThatHasPassedGivesNoPlaces() throws {
    let outlook = TitleOutlook(try question(share(), until: 2024), units: [try unit("A")])
    #expect(outlook.total.places == [:] && outlook.total.short == 1 && outlook.total.fullCoverage == .year(2025))
  }

  @Test func reviewsOfTitlesThatAreStillHeld() throws {
    func reviewed(_ code: String, _ holdings: [TitleHolding], _ outcome: GradeAttempt.Outcome, _ year: Int) throws
      -> TitleUnit
    {
      var reviewed = try unit(code, "", holdings)
      reviewed.reviews = [TitleReview(year: year, verdict: .tried(outcome))]
      return reviewed
    }
    let fails = GradeAttempt.Outcome.below(needed: 90, found: 80)
    let units = [
      try reviewed("K", [holding(2024_12_31)], .kept, 2025), try reviewed("F", [holding(2024_12_31)], fails, 2025),
      // Withdrawn since; given again after the review; of an earlier year; no place decided it.
      try reviewed("W", [holding(2024_12_31, 2025_12_01)], fails, 2025),
      try reviewed("G", [holding(2023_12_31, 2024_06_30), holding(2025_12_31)], fails, 2024),
      try reviewed("P", [holding(2024_12_31)], .noPlace(position: 3, places: 2), 2025),
    ]
    let outlook = TitleOutlook(try question(share()), units: units)
    #expect(outlook.lastReview == 2025 && outlook.total.kept == 1 && outlook.total.failed == 1)
  }
}
