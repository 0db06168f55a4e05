import Findings
import Register
import Scoring
import Testing

@testable import Store

@Suite struct RunTests {
  let folder = try! TemporaryFolder()

  /// Numbers that are easily lost: NaN, both zeros, the smallest, the largest, infinities, and what is no short decimal.
  private let hard: [Double] = [
    .nan, 0.0, -0.0, 0.1 + 0.2, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity, 1 / 3, 95,
    -.leastNonzeroMagnitude * 12345, 1e22, 9_007_199_254_740_991,
  ]

  private var units: [OrgUnit] {
    hard.indices.map {
      OrgUnit(code: "U\($0)", name: "单位\($0)", kind: "科室", validFrom: day(20_200_101))
    }
  }

  private func run(key: String = "k1") throws -> RunRecord {
    let count = hard.count
    let scored = units.map {
      ScoredUnit(code: $0.code, name: $0.name, peers: "内科系", register: ["state": "", "code": $0.code])
    }
    var measure = MeasureColumn(missing: count)
    for index in hard.indices {
      measure[index] = MeasureValue(
        value: hard[index], state: ValueState.allCases[index % 4], reason: MissingReason.allCases[index % 8], n: index,
        sd: hard[count - 1 - index], numerator: hard[index], denominator: -hard[index])
    }
    var node = NodeColumn(id: "总分", count: count)
    node.source = hard
    node.afterStep = [hard, hard.reversed(), hard.map { -$0 }]
    node.value = hard
    node.state = measure.state
    node.coverage = hard.reversed()
    node.effectiveShare = hard
    node.contribution = hard.reversed()
    node.rule = hard.indices.map { NodeRule.allCases[$0 % 8] }
    node.halves = [hard, hard.reversed()]
    let statuses: [Standing.Status] = [
      .graded, .deferred(fact: "新设"), .exempt(fact: "免"),
      .notGraded([
        .noScore, .coverage(found: 0.1 + 0.2, needed: 0.8, missingLeaves: ["满意", "整改"]), .node("走访"),
        .ineligible(fact: "有走访"),
      ]),
    ]
    let standings = hard.indices.map { index in
      Standing(
        status: statuses[index % 4], score: hard[index], displayedScore: hard[index], coverage: 1,
        rank: index % 3 == 0 ? nil : index, isTied: index % 2 == 0, grade: index % 2 == 0 ? "合格" : nil,
        cappedBy: index % 5 == 0 ? ["通报", "逾期"] : [], setBy: index % 7 == 0 ? "否决" : nil)
    }
    let effects = [
      EffectRecord(
        effect: "通报", unit: 3, outcome: .acted, firedBy: "通报数", nominal: -5, effective: -3.3, before: 90.1, after: 86.8),
      EffectRecord(effect: "否决", unit: 0, outcome: .unverified),
    ]
    let period = try #require(Period(year: 2025))
    let input = ScoringInput(
      period: period, asOf: period.end, units: scored, measures: ["住院满意": measure, "空": MeasureColumn(missing: count)],
      halves: period.halves.map { PeriodInput(period: $0, measures: ["住院满意": measure]) })
    let sheet = ScoreSheet(
      period: period, units: scored, nodes: [node, NodeColumn(id: "a", count: count)], standing: standings,
      effects: effects, facts: ["有走访": hard], findings: [])
    return RunRecord(
      key: key, scheme: "qinglian-keshi", manifest: #"{"as_of":20251231}"#, createdAt: "2026-01-05", input: input,
      sheet: sheet,
      findings: [
        RecordedFinding(StoreFinding.batchUnknown(.row("a.csv", row: 3), batch: 9)),
        RecordedFinding(StoreFinding.databaseBusy(.cell("b.xlsx", sheet: "一季度", row: 2, column: 3))),
      ])
  }

  /// Equal bits, but that SQLite keeps no sign of zero.
  private func same(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { a, b in
        if a.isNaN || a == 0 { return a.isNaN ? b.isNaN : b == 0 }
        return a.bitPattern == b.bitPattern
      }
  }

  private func same(_ a: MeasureColumn, _ b: MeasureColumn) -> Bool {
    same(a.value, b.value) && same(a.sd, b.sd) && same(a.numerator, b.numerator) && same(a.denominator, b.denominator)
      && a.state == b.state && a.reason == b.reason && a.n == b.n
  }

  @Test func everyNumberComesBackBitForBit() throws {
    let database = try folder.database()
    try database.syncUnits(units)
    let saved = try run()
    try database.save(saved) { $0 }
    let read = try #require(try database.run(key: "k1"))
    #expect(read.scheme == saved.scheme && read.manifest == saved.manifest && read.createdAt == saved.createdAt)
    #expect(read.input.period == saved.input.period && read.input.asOf == saved.input.asOf)
    #expect(read.input.units == saved.input.units && read.sheet.units == saved.sheet.units)
    #expect(read.input.measures.keys.sorted() == saved.input.measures.keys.sorted())
    for (id, column) in saved.input.measures { #expect(same(try #require(read.input.measures[id]), column)) }
    #expect(read.input.halves.map(\.period) == saved.input.halves.map(\.period))
    for (a, b) in zip(read.input.halves, saved.input.halves) {
      #expect(same(try #require(a.measures["住院满意"]), try #require(b.measures["住院满意"])))
    }
    #expect(read.sheet.nodes.map(\.id) == ["总分", "a"])
    for (a, b) in zip(read.sheet.nodes, saved.sheet.nodes) {
      for path in [\NodeColumn.source, \.value, \.coverage, \.effectiveShare, \.contribution] {
        #expect(same(a[keyPath: path], b[keyPath: path]), "\(a.id) \(path)")
      }
      #expect(a.state == b.state && a.rule == b.rule)
      #expect(a.afterStep.count == b.afterStep.count && zip(a.afterStep, b.afterStep).allSatisfy(same))
      #expect(a.halves.count == b.halves.count && zip(a.halves, b.halves).allSatisfy(same))
    }
    #expect(same(try #require(read.sheet.facts["有走访"]), hard))
  }

  @Test func standingsEffectsAndFindingsComeBack() throws {
    let database = try folder.database()
    try database.syncUnits(units)
    let saved = try run()
    try database.save(saved) { $0 }
    let read = try #require(try database.latestRun(scheme: "qinglian-keshi", period: "2025"))
    #expect(read.sheet.standing.count == hard.count)
    for (a, b) in zip(read.sheet.standing, saved.sheet.standing) {
      #expect(same([a.score, a.displayedScore, a.coverage], [b.score, b.displayedScore, b.coverage]))
      #expect(a.status == b.status && a.rank == b.rank && a.isTied == b.isTied && a.grade == b.grade)
      #expect(a.cappedBy == b.cappedBy && a.setBy == b.setBy)
    }
    #expect(read.sheet.effects[0] == saved.sheet.effects[0])
    #expect(read.sheet.effects[1].outcome == .unverified && read.sheet.effects[1].before.isNaN)
    #expect(read.findings == saved.findings)
    #expect(read.findings[0].wording(in: .chinese).found == "没有第9批。")
  }

  @Test func aRunWithoutUnits() throws {
    let database = try folder.database()
    var empty = try run(key: "k0")
    empty.input.units = []
    empty.input.measures = ["x": MeasureColumn(missing: 0)]
    empty.input.halves = []
    var node = NodeColumn(id: "总分", count: 0)
    node.afterStep = [[]]
    empty.sheet = ScoreSheet(
      period: empty.input.period, units: [], nodes: [node], standing: [], effects: [], facts: ["f": []], findings: [])
    try database.save(empty) { $0 }
    let read = try #require(try database.run(key: "k0"))
    #expect(read.input.measures["x"] == MeasureColumn(missing: 0))
    #expect(read.sheet.nodes[0].afterStep == [[]] && read.sheet.facts == ["f": []])
  }

  @Test func whatIsSavedAgainIsTheLatestAgain() throws {
    let database = try folder.database()
    try database.syncUnits(units)
    let first = try database.save(try run(key: "k1")) { $0 }
    let second = try database.save(try run(key: "k2")) { $0 }
    #expect(try database.latestRun(scheme: "qinglian-keshi", period: "2025")?.key == "k2")
    #expect(try database.save(try run(key: "k1")) { $0 } == first)
    #expect(try database.latestRun(scheme: "qinglian-keshi", period: "2025")?.key == "k1")
    #expect(try database.runs().map(\.id) == [second, first])
    #expect(try database.latestRun(scheme: "qinglian-keshi", period: "2024") == nil)
    #expect(try database.run(key: "k3") == nil)
  }

  @Test func analystsReadWhatIsPrinted() throws {
    let database = try folder.database()
    try database.syncUnits(units)
    try database.save(try run()) { ($0 * 100).rounded() / 100 }
    let result = try database.query(
      "SELECT displayed FROM score JOIN unit ON unit.id = unit_id WHERE node = '总分' AND code IN ('U0', 'U8')",
      place: .subject("sql"))
    #expect(result.rows == [[.null], [.real(0.33)]])
  }

  @Test func nothingIsKeptOfARunThatDoesNotFit() throws {
    let database = try folder.database()
    #expect(
      finding { _ = try database.save(try run()) { $0 } } == .unitUnknown(.file("qingheng.sqlite"), code: "U0"))
    try database.syncUnits(units)
    var broken = try run()
    broken.sheet.nodes[1].value = []
    #expect(finding { _ = try database.save(broken) { $0 } }?.code == "database-trouble")
    #expect(try database.runs().isEmpty)
  }
}
