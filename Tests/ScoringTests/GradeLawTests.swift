import Register
import Schemes
import Statistics
import Testing

@testable import Scoring

/// Laws of grades and quotas, on seeded random sheets with many ties; the seed is the test's argument.
@Suite struct GradeLawTests {
  struct Case {
    var scheme: Scheme
    var input: ScoringInput
  }

  /// Two leaves of 60 and 40 points in steps of 10, so that scores tie; vetoes, ceilings, titles, missing values, peers.
  private func random(_ seed: UInt64) -> Case {
    var dice = SplitMix64(seed: seed)
    let units = dice.integer(1, 14)
    func values(_ top: Int) -> [Double?] {
      (0..<units).map { _ in dice.chance(8) ? nil : Double(dice.integer(top / 20, top / 10)) * 10 }
    }
    var bands: [GradeBand] = []
    for (grade, floor) in [("优", 80), ("良", 60), ("中", 40)] {
      var quota = Quota(
        size: dice.chance(50) ? .places(dice.integer(0, 4)) : .share(Double(dice.integer(0, 6)) / 10), place: nowhere)
      quota.tied = dice.pick(Quota.Tied.allCases)
      quota.round = dice.pick(Quota.Rounding.allCases)
      quota.min = dice.integer(0, 1)
      quota.per = dice.pick([.all, .peers, .column("支部")])
      quota.onlyNew = dice.chance(30)
      quota.isPerYear = dice.chance(30)
      bands.append(
        GradeBand(
          grade: grade, atLeast: dice.chance(80) ? .constant(Double(floor)) : nil,
          eachChildShare: dice.chance(40) ? 0.5 : nil, nodeFloors: dice.chance(30) ? ["b": 20] : [:],
          percentileAtLeast: dice.chance(20) ? 0.5 : nil, quota: dice.chance(80) ? quota : nil))
    }
    bands.append(GradeBand(grade: "差"))
    let tree = parent("总分", .none, .sum, [leaf("a", .points(60)), leaf("b", .points(40))])
    let tested = ScoringTests.scheme(tree) {
      $0.addRanking("总分") {
        $0.basis = .displayed
        $0.per = dice.chance(40) ? .peers : .all
        $0.tieBreak = dice.chance(30) ? ["a"] : []
        $0.minUnits = dice.chance(20) ? 2 : nil
      }
      $0.addGrades(bands)
      $0.addCount("否")
      $0.addCount("限")
      $0.titles = Titles(table: "称号", currentAt: .periodStart, place: nowhere)
      $0.effects = [
        effect("否") {
          $0.trigger = when("否")
          $0.setGrade = dice.pick(["差", "中"])
        },
        effect("限") {
          $0.trigger = when("限")
          $0.capGrade = dice.pick(["良", "中"])
        },
      ]
    }
    let (a, b) = (values(60), values(40))
    func some() -> [Double?] { (0..<units).map { _ in dice.chance(15) ? 1 : 0 } }
    var asked = ScoringTests.input(
      ["a": column(a), "b": column(b), "否": column(some()), "限": column(some())],
      peers: (0..<units).map { _ in dice.pick(["内", "外"]) },
      register: (0..<units).map { _ in ["支部": dice.pick(["一", "二"])] })
    for unit in 0..<units where dice.chance(25) {
      asked.titles.append(
        TitleHolding(
          unit: unit, grade: dice.pick(["优", "良"]), from: dice.pick([20_240_101, 20_250_101, 20_250_301]), to: nil))
    }
    return Case(scheme: tested, input: asked)
  }

  @Test(arguments: 1...150) func orderOfUnitsDoesNotMatter(seed: UInt64) {
    let given = random(seed)
    var generator = SeededGenerator(seed: seed)
    let order = given.input.units.indices.shuffled(using: &generator)
    var moved = given.input
    moved.units = order.map { given.input.units[$0] }
    moved.measures = given.input.measures.mapValues { old in
      var column = MeasureColumn(missing: order.count)
      for (new, unit) in order.enumerated() { column[new] = old[unit] }
      return column
    }
    moved.titles = given.input.titles.reversed().map { title in
      var title = title
      title.unit = order.firstIndex(of: title.unit) ?? -1
      return title
    }
    let (before, after) = (score(given.scheme, given.input), score(given.scheme, moved))
    for (new, unit) in order.enumerated() {
      let (a, b) = (before.standing[unit], after.standing[new])
      #expect(a.grade == b.grade && a.isInByTie == b.isInByTie && a.awaits == b.awaits && a.heldTitle == b.heldTitle)
      #expect(a.attempts.map { "\($0)" } == b.attempts.map { "\($0)" })
    }
    #expect(Set(before.contests.map { names($0, before) }) == Set(after.contests.map { names($0, after) }))
  }

  private func names(_ contest: Contest, _ sheet: ScoreSheet) -> [String] {
    func codes(_ units: [Int]) -> String { units.map { sheet.units[$0].code }.sorted().joined(separator: " ") }
    return [
      contest.grade, contest.group, "\(contest.base) \(contest.places) \(contest.placesUsed)",
      codes(contest.candidates),
      codes(contest.winners), codes(contest.displaced.map(\.unit)),
    ]
  }

  @Test(arguments: 1...60) func orderOfSiblingsDoesNotMatter(seed: UInt64) {
    let given = random(seed)
    var moved = given.scheme
    moved.roots = [parent("总分", .none, .sum, given.scheme.roots[0].children.reversed())]
    let (a, b) = (score(given.scheme, given.input), score(moved, given.input))
    #expect(a.standing.map(\.grade) == b.standing.map(\.grade))
  }

  @Test(arguments: 1...200) func contestsAreFair(seed: UInt64) throws {
    let given = random(seed)
    let sheet = score(given.scheme, given.input)
    for contest in sheet.contests {
      let band = try #require(given.scheme.grading?.bands.first { $0.grade == contest.grade })
      let quota = try #require(band.quota)
      let left = max(0, contest.places - contest.placesUsed)
      if quota.tied != .extend { #expect(contest.winners.count <= left) }
      // Winners are the first of the candidates: nobody below a block that is out wins.
      #expect(Array(contest.candidates.prefix(contest.winners.count)) == contest.winners)
      // Equal scores share one fate where nothing breaks ties.
      for unit in contest.candidates where given.scheme.ranking?.tieBreak.isEmpty ?? true {
        let equals = contest.candidates.filter {
          sheet.standing[$0].displayedScore == sheet.standing[unit].displayedScore
        }
        #expect(Set(equals.map(contest.winners.contains)).count == 1)
      }
      // With extend, the places are passed by one block only.
      if quota.tied == .extend, contest.winners.count > left, let last = contest.winners.last {
        let block = contest.winners.filter { sheet.standing[$0].isInByTie && sheet.standing[$0].grade == contest.grade }
        #expect(block.contains(last) && contest.winners.count - block.count < left)
      }
      for unit in contest.winners { #expect(sheet.standing[unit].grade == contest.grade) }
      for displaced in contest.displaced {
        let standing = sheet.standing[displaced.unit]
        #expect(standing.setBy != nil || !standing.cappedBy.isEmpty)
        #expect(!contest.winners.contains(displaced.unit) && standing.rank != nil)
        #expect(contest.winners.contains { sheet.standing[$0].displayedScore <= standing.displayedScore })
      }
    }
  }

  /// Re-checked from the sheet alone: floors, shares, ceilings; and the attempts tell every line down to the grade.
  @Test(arguments: 1...200) func whoHasAGradeMeetsItsConditions(seed: UInt64) throws {
    let given = random(seed)
    let sheet = score(given.scheme, given.input)
    let bands = try #require(given.scheme.grading?.bands)
    for (unit, standing) in sheet.standing.enumerated() {
      if standing.setBy != nil {
        #expect(standing.attempts.isEmpty)
        continue
      }
      guard let line = bands.firstIndex(where: { $0.grade == standing.grade }) else {
        #expect(standing.status != .graded && standing.grade == nil && standing.attempts.isEmpty)
        continue
      }
      let band = bands[line]
      #expect(standing.attempts.map(\.grade) == bands[...line].map(\.grade))
      #expect(standing.attempts.dropLast().allSatisfy { ![.granted, .kept, .keptInPlace].contains($0.outcome) })
      #expect([.granted, .kept, .keptInPlace].contains(standing.attempts.last?.outcome))
      if case .constant(let floor)? = band.atLeast { #expect(standing.displayedScore >= floor) }
      for (node, points) in [("a", 60.0), ("b", 40)] {
        let value = try #require(sheet.node(node)).value[unit]
        if let share = band.eachChildShare { #expect(value >= share * points) }
        if let floor = band.nodeFloors[node] { #expect(value >= floor) }
      }
      if !standing.cappedBy.isEmpty {
        let ceiling = given.scheme.effects[1].capGrade
        #expect(line >= bands.firstIndex { $0.grade == ceiling } ?? 0)
      }
    }
  }

  /// More points never cost a unit its grade where one line has a quota. With two it can happen: a unit that rises into a
  /// tie at the edge of the upper line throws itself and its equals out of it (`all_or_none`), and they meet below.
  @Test(arguments: 1...150) func raisingAValueNeverLowersTheOwnGrade(seed: UInt64) throws {
    var given = random(seed)
    var hasQuota = false
    let bands = given.scheme.grading?.bands ?? []
    given.scheme.grading?.bands = bands.map { band in
      defer { hasQuota = hasQuota || band.quota != nil }
      return GradeBand(
        grade: band.grade, atLeast: band.atLeast, eachChildShare: band.eachChildShare, nodeFloors: band.nodeFloors,
        percentileAtLeast: band.percentileAtLeast, quota: hasQuota ? nil : band.quota)
    }
    let before = score(given.scheme, given.input)
    let grades = try #require(given.scheme.grading?.grades)
    for unit in given.input.units.indices where before.standing[unit].status == .graded {
      var better = given.input
      guard better.measures["a"]?.state[unit] == .value, better.measures["b"]?.state[unit] == .value else { continue }
      better.measures["a"]?.value[unit] += 10
      let after = score(given.scheme, better)
      func line(_ sheet: ScoreSheet) -> Int {
        sheet.standing[unit].grade.flatMap { grades.firstIndex(of: $0) } ?? grades.count
      }
      #expect(line(after) <= line(before))
    }
  }
}
