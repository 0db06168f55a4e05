import Findings
import Register
import Scoring
import Statistics
import Testing

@testable import Store

/// What runs keep beside plain numbers: hands, decisions, contests, other periods, other runs.
@Suite struct RunDetailTests {
  let folder = try! TemporaryFolder()

  private let units = (0..<4).map {
    OrgUnit(code: "U\($0)", name: "单位\($0)", kind: "科室", validFrom: day(20_200_101))
  }
  private let decision = Decision(
    period: "2025H1", target: "作风", unit: "U1", value: .number(0.1 + 0.2), reason: "两次督办，“按期”办结", role: "领导小组",
    date: 20_250_720)

  private func column(_ values: [Double]) -> MeasureColumn {
    var column = MeasureColumn(missing: 4)
    for (unit, value) in values.enumerated() { column[unit] = MeasureValue(value: value, state: .value, n: unit) }
    return column
  }

  private func record(key: String = "k1", period: Period) -> RunRecord {
    let scored = units.map { ScoredUnit(code: $0.code, name: $0.name, peers: "内科系") }
    var graded = scored
    graded[2].peers = "5"
    var node = NodeColumn(id: "作风", count: 4)
    node.source = [1, 2, 3, .nan]
    node.afterStep = [[2, 4, 6, .nan]]
    node.value = [2, 0.1 + 0.2, 6, .nan]
    node.rule = [.computed, .overridden, .imputed, .computed]
    node.hands = [
      HandColumn(
        id: "系统", source: [1, 2, 3, .nan], afterStep: [[2, 4, 6, .nan], [1 / 3, 4, 6, .infinity]],
        value: [1 / 3, 4, 6, .nan], difference: [.nan, .nan, .nan, .nan]),
      HandColumn(
        id: "人工", source: [5, .nan, 1, 1], afterStep: [], value: [5, .nan, 1, 1], difference: [-3, .nan, 5, .nan]),
    ]
    node.overrides = [1: Override(computed: 4, decision: decision), 3: Override(computed: .nan, decision: decision)]
    node.isImputed = [false, false, true, false]
    node.treatments = [
      ColumnTreatment(
        step: 0, group: "内科系", before: Shape(of: [1, 2, 3, 10]), winsorised: nil,
        transformed: Shape(of: [1, 2, 4, 5]), lowered: [1], raised: [2, 3], upperBound: 0.1 + 0.2,
        lowerBound: nil, transform: "log_ct_plus", isMirrored: true),
      ColumnTreatment(step: 2, before: nil),
    ]
    var untouched = NodeColumn(id: "总分", count: 4)
    untouched.isImputed = [false, false, false, false]

    var standing = Standing(status: .graded, score: 90, displayedScore: 90, coverage: 1, rank: 1, grade: "清廉科室")
    standing.attempts = [
      GradeAttempt(grade: "清廉科室", outcome: .granted), GradeAttempt(grade: "a", outcome: .kept),
      GradeAttempt(grade: "b", outcome: .below(needed: 90, found: 89.99)),
      GradeAttempt(grade: "c", outcome: .childBelow(node: "整改", needed: 0.8, found: 0.1 + 0.2)),
      GradeAttempt(grade: "d", outcome: .percentileBelow(needed: 0.9, found: 1 / 3)),
      GradeAttempt(grade: "e", outcome: .capped(effects: ["通报", "逾期"])),
      GradeAttempt(grade: "f", outcome: .noPlace(position: 4, places: 3)),
      GradeAttempt(grade: "g", outcome: .tiedOut(units: 2, placesLeft: 1)),
      GradeAttempt(grade: "h", outcome: .tiedForCommittee(units: 3, placesLeft: 2)),
      GradeAttempt(grade: "i", outcome: .noRanks), GradeAttempt(grade: "j", outcome: .noCutOff(year: 2027)),
    ]
    standing.heldTitle = "清廉科室"
    standing.isInByTie = true
    standing.awaits = "优秀"
    let plain = Standing(status: .graded, score: 1, displayedScore: 1, coverage: 1)
    var effect = EffectRecord(
      effect: "领导小组", unit: 1, outcome: .acted, nominal: 2, effective: 2, before: 80, after: 82)
    effect.decision = decision

    var input = ScoringInput(
      period: period, asOf: period.end, units: scored, measures: ["满意": column([1, 2, 3, 4])],
      halves: period.halves.map { PeriodInput(period: $0, measures: ["满意": column([5, 6, 7, 8])]) })
    input.history = [2023, 2024].compactMap { Period(year: $0) }.map {
      PeriodInput(period: $0, measures: ["满意": column([Double($0.start.year), .nan, 0.1, 1e300])])
    }
    input.decisions = [
      decision,
      Decision(period: "2025", target: "走访", unit: "U2", value: .notApplicable, reason: "", role: "", date: 0),
      Decision(period: "2025", target: "整改", unit: "U2", value: .none, reason: "说明", role: "纪委", date: 20_260_101),
    ]
    input.titles = [
      TitleHolding(unit: 0, grade: "清廉科室", from: 20_240_101, to: nil),
      TitleHolding(unit: 3, grade: "清廉科室", from: 20_240_101, to: 20_241_231),
    ]
    var sheet = ScoreSheet(
      period: period, units: graded, nodes: [untouched, node], standing: [standing, plain, plain, plain],
      effects: [effect], facts: [:], findings: [])
    sheet.contests = [
      Contest(
        grade: "清廉科室", group: "内科系", base: 10, places: 3, placesUsed: 1, candidates: [0, 2, 1], winners: [0, 2],
        displaced: [Contest.Displaced(unit: 3, effects: ["通报"])]),
      Contest(grade: "优秀", group: "", base: 0, places: 0),
    ]
    return RunRecord(
      key: key, scheme: "keshi", manifest: "{}", createdAt: "2026-01-05", input: input, sheet: sheet)
  }

  /// As text, in which NaN equals NaN.
  private func same(_ a: Any, _ b: Any, _ comment: Comment) { #expect("\(a)" == "\(b)", comment) }

  @Test func everyDetailComesBack() throws {
    let database = try folder.database()
    try database.syncUnits(units)
    let saved = record(period: try #require(Period(year: 2025)))
    try database.save(saved) { $0 }
    let read = try #require(try database.run(key: "k1"))
    #expect(read.input.units == saved.input.units && read.sheet.units == saved.sheet.units)
    #expect(read.input.halves.map(\.period) == saved.input.halves.map(\.period))
    #expect(read.input.history.map(\.period) == saved.input.history.map(\.period))
    for (a, b) in zip(read.input.history + read.input.halves, saved.input.history + saved.input.halves) {
      same(a.measures, b.measures, "\(a.period)")
    }
    #expect(read.input.decisions == saved.input.decisions && read.input.titles == saved.input.titles)
    #expect(read.sheet.contests == saved.sheet.contests)
    #expect(read.sheet.standing == saved.sheet.standing && read.sheet.effects == saved.sheet.effects)
    for (a, b) in zip(read.sheet.nodes, saved.sheet.nodes) {
      same(a.hands, b.hands, "hands of \(a.id)")
      same(a.overrides.sorted { $0.key < $1.key }, b.overrides.sorted { $0.key < $1.key }, "overrides of \(a.id)")
      #expect(a.isImputed == b.isImputed && a.rule == b.rule && a.treatments == b.treatments)
      same(a.afterStep, b.afterStep, "steps of \(a.id)")
    }
  }

  /// The sheet of a frozen run is that of its own record; the run that reads it carries only its key.
  @Test func aFrozenRunIsReadBackFromItsOwnRecord() throws {
    let database = try folder.database()
    try database.syncUnits(units)
    let base = record(key: "base", period: try #require(Period(year: 2024)))
    try database.save(base) { $0 }
    var next = record(key: "next", period: try #require(Period(year: 2025)))
    next.input.frozen = ["2024": base.sheet]
    next.frozenKeys = ["2024": "base"]
    try database.save(next) { $0 }
    let read = try #require(try database.run(key: "next"))
    #expect(read.frozenKeys == next.frozenKeys && read.input.frozen.keys.sorted() == ["2024"])
    let sheet = try #require(read.input.frozen["2024"])
    #expect(sheet.period.id == "2024" && sheet.units == base.sheet.units && sheet.standing == base.sheet.standing)
    same(sheet.nodes.map(\.afterStep), base.sheet.nodes.map(\.afterStep), "steps")
    #expect(try database.sheet(ofRun: "absent") == nil)
  }

  @Test func membershipsAreThoseOfTheFile() throws {
    let database = try folder.database()
    let first = [
      Membership(member: "D014", group: "Z02", share: 0.6, from: day(20_180_101), to: nil),
      Membership(member: "D014", group: "Z03", share: 0.4, from: day(20_180_101), to: day(20_241_231)),
    ]
    try database.syncMemberships(first)
    #expect(try database.memberships() == first)
    try database.syncMemberships([first[1]])
    #expect(try database.memberships() == [first[1]])
    try database.syncMemberships([])
    #expect(try database.memberships().isEmpty)
  }
}
