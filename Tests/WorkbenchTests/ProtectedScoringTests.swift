import Findings
import Foundation
import Register
import Scoring
import Store
import Tables
import Testing

@testable import Workbench

/// What schemes may see of work secrets, with the file and without it.
@Suite struct ProtectedScoringTests {
  /// Of the ledger only X-01 is in force on 2025-06-30: wait, X-04 and X-05 are in doubt, X-06 was not so,
  /// X-08 comes into force on 1 August.
  @Test func onlyWhatIsInForceActs() throws {
    let workspace = try ProtectedWorkspace()
    let session = try workspace.filled()
    let run = try session.scored("2025H1", scheme: "xiansuo")
    let column = try #require(run.record.input.measures["属实线索"])
    #expect(column.value.reduce(0, +) == 1)
    #expect(try column.value[run.index("K1")] == 1)
    #expect(run.sheet.standing[try run.index("K1")].cappedBy == ["属实线索"])
    // In March the decision was taken but not in force yet; in August the second one is.
    let half = try period("2025H1")
    func count(_ day: Int, _ code: String) throws -> Double {
      let run = try #require(try session.score(scheme: "xiansuo", period: half, asOf: date(day)))
      return try #require(run.record.input.measures["属实线索"]).value[try run.index(code)]
    }
    let counts = try [
      count(2025_03_14, "K1"), count(2025_03_15, "K1"), count(2025_07_31, "K5"), count(2025_08_01, "K5"),
    ]
    #expect(counts == [0, 1, 0, 1])
  }

  /// X-02 was verified and X-03 reported by then, X-04 and X-05 are in doubt; X-08 came into force on 1 August. As of that
  /// day it counts, and the others still wait.
  @Test func whatNoDecisionCoversIsCountedAndHoldsUpTheFinalResult() throws {
    let workspace = try ProtectedWorkspace()
    let session = try workspace.filled()
    let run = try session.scored("2025H1", scheme: "xiansuo")
    let told = run.lastingWarnings.map { $0.wording(in: .chinese).found }
    #expect(
      told == [
        "“线索”中本期有4件到2025-06-30还没有认定、生效（触发1件、核实1件、存疑2件）。", "“线索”中本期有1件在数据截至日（2025-06-30）之后才生效，最晚的在2025-08-01。",
      ])
    let half = try period("2025H1")
    let later = try #require(try session.score(scheme: "xiansuo", period: half, asOf: date(2025_08_01)))
    #expect(later.lastingWarnings.map(\.code) == ["confirmation-pending"])
    let log = FindingLog()
    let drafting = try workspace.session(log: log)
    for (stage, isAccepted) in [
      (DraftStage.consultation, false), (.submission, false), (.final, false), (.final, true),
    ] {
      let said = try drafting.stage(
        scheme: "xiansuo", period: half,
        .init(
          stage: stage, role: "清廉办", day: "2025-08-05", reason: isAccepted ? "尚在核实" : "",
          acceptsWarnings: isAccepted), language: .chinese)
      #expect((said != nil) == (stage != .final || isAccepted))
    }
    #expect(log.problems.map(\.code) == ["stage-warnings-stand"])
  }

  @Test func casesThatCameIntoForceAfterTheirOwnPeriodAreToldInTheNext() throws {
    let workspace = try ProtectedWorkspace()
    let session = try workspace.filled()
    _ = try session.scored("2025H1", scheme: "xiansuo")
    func told() throws -> [String] {
      let log = FindingLog()
      let scoring = try workspace.session(log: log)
      try scoring.tellOfEarlierEvents(before: scoring.scored("2025H2", scheme: "xiansuo"))
      return log.findings.filter { $0.code == "confirmation-earlier" }.map { $0.wording(in: .chinese).found }
    }
    #expect(try told() == ["“线索”中有1件以前各期（2025H1）的事项已经生效，最晚的在2025-08-01，而那几期的结果没有计入。"])
    // Scored again as of that day, the first half knows of it.
    _ = try session.score(scheme: "xiansuo", period: period("2025H1"), asOf: date(2025_08_01))
    #expect(try told() == [])
  }

  @Test func explainNamesTheNumberAndTheDecision() throws {
    let workspace = try ProtectedWorkspace()
    let session = try workspace.filled()
    let run = try session.scored("2025H1", scheme: "xiansuo")
    let chinese = try #require(try session.explain(run, unit: "K1", node: nil, language: .chinese))
    #expect(chinese.contains("备用/线索台账.csv 第 2 行 [计入] 线索编号 X-01，认定 2025-03-10（院纪委），2025-03-15 生效\n"))
    let english = try #require(try session.explain(run, unit: "K1", node: nil, language: .english))
    #expect(english.contains("线索编号 X-01, decided 2025-03-10 (院纪委), in force 2025-03-15\n"))
  }

  @Test func withoutTheFileTheMeasureIsMissingAndTheEffectNotVerified() throws {
    let workspace = try ProtectedWorkspace()
    _ = try workspace.filled()
    try workspace.closed {
      let session = try workspace.session()
      let run = try session.scored("2025H1", scheme: "xiansuo")
      let column = try #require(run.record.input.measures["属实线索"])
      #expect(column.state.allSatisfy { $0 == .missing } && column.reason.allSatisfy { $0 == .notCovered })
      #expect(run.sheet.effects.map(\.outcome) == Array(repeating: .unverified, count: 5))
      #expect(run.record.findings.map(\.code).contains("protected-closed"))
      let words = try #require(try session.explain(run, unit: "K1", node: nil, language: .chinese))
      #expect(words.contains("“线索”的数据行存于受保护的数据库 protected.sqlite，本账户读不到"))
      // Whoever looks at the ranking later is told too.
      let log = FindingLog()
      _ = try workspace.session(log: log).run(scheme: "xiansuo", period: nil)
      #expect(log.findings.map(\.code) == ["protected-closed"])
    }
    // With the file back it is another run.
    let log = FindingLog()
    let session = try workspace.session(log: log)
    _ = try session.run(scheme: "xiansuo", period: nil)
    #expect(log.findings.map(\.code) == ["protected-closed", "run-outdated"])
    #expect(try session.scored("2025H1", scheme: "xiansuo").sheet.effects.map(\.outcome) == [.acted])
  }

  @Test func verifyWithoutTheFileReplaysAndSaysSo() throws {
    let workspace = try ProtectedWorkspace()
    let session = try workspace.filled()
    let run = try session.scored("2025H1", scheme: "xiansuo")
    let whole = try #require(try session.verify(run))
    #expect(whole.differences == 0 && whole.reachesRows)
    try workspace.closed {
      let log = FindingLog()
      let result = try #require(try workspace.session(log: log).verified("2025H1", scheme: "xiansuo"))
      #expect(result.differences == 0 && !result.reachesRows)
      // Nobody can say that the rows have changed.
      #expect(
        log.findings.map(\.code) == ["confirmation-pending", "confirmation-later", "protected-unchecked"])
    }
  }

  /// The digest of the ledger is in the manifest, and so is that the file was out of reach.
  @Test func theManifestKnowsTheBatches() throws {
    let workspace = try ProtectedWorkspace()
    let session = try workspace.filled()
    let with = try session.scored("2025H1", scheme: "xiansuo")
    let table = try #require(RunManifest(json: with.record.manifest)?.tables.first { $0.table == "线索" })
    #expect(table.batches.count == 1 && table.closed == nil)
    #expect(try session.secrets.database?.batch(1)?.sha256 == table.batches[0].sha256)
    _ = try session.undo(batch: BatchName(1, isProtected: true), language: .english)
    let emptied = try session.scored("2025H1", scheme: "xiansuo")
    let closed = try workspace.closed { try workspace.session().scored("2025H1", scheme: "xiansuo") }
    let third = try #require(RunManifest(json: closed.record.manifest)?.tables.first { $0.table == "线索" })
    #expect(third.closed == true && third.batches.isEmpty)
    #expect(Set([with, emptied, closed].map(\.record.key)).count == 3)
    // Nothing known is not the same as nothing there.
    #expect(try #require(emptied.record.input.measures["属实线索"]).state.allSatisfy { $0 == .value })
  }

  /// A scheme that reads nothing protected does not care.
  @Test func otherSchemesGoOn() throws {
    let workspace = try ProtectedWorkspace()
    let session = try workspace.filled()
    let before = try session.scored("2025H1")
    try workspace.closed {
      let log = FindingLog()
      let after = try workspace.session(log: log).scored("2025H1")
      #expect(after.record.key == before.record.key && !log.hasProblems)
      #expect(!after.record.findings.map(\.code).contains("protected-closed"))
    }
  }

  @Test func itMayProveThatSomebodyLooked() throws {
    let workspace = try ProtectedWorkspace()
    try workspace.small.edit(
      "datasets/pingjia/schemes/keshi.yaml", "通报数: {table: 通报, take: count}",
      "通报数: {table: 通报, take: count, covered_by: 线索}")
    let session = try workspace.filled()
    let open = try session.scored("2025H1").record.input.measures["通报数"]
    // 外科 has rows of the whole half: what else counts is that they were found.
    #expect(try #require(open).reason.contains(.none))
    try workspace.closed {
      let log = FindingLog()
      let run = try workspace.session(log: log).scored("2025H1")
      #expect(try #require(run.record.input.measures["通报数"]).reason.allSatisfy { $0 == .notCovered })
      #expect(run.record.findings.map(\.code).contains("protected-closed"))
    }
  }

  @Test func denominatorsComeFromItTooAndAreMissingWithIt() throws {
    let workspace = try ProtectedWorkspace()
    try workspace.small.edit(
      "datasets/pingjia/schemes/xiansuo.yaml", "  属实线索: {table: 线索, take: count}",
      "  属实线索: {table: 线索, take: count}\n  每件: {table: 走访评分, value: 得分, take: sum, per: {table: 线索, take: count}}")
    let session = try workspace.filled()
    let run = try session.scored("2025H1", scheme: "xiansuo")
    let column = try #require(run.record.input.measures["每件"])
    #expect(try !column.value[run.index("K1")].isNaN)
    try workspace.closed {
      let run = try workspace.session().scored("2025H1", scheme: "xiansuo")
      #expect(try #require(run.record.input.measures["每件"]).reason.allSatisfy { $0 == .notCovered })
    }
  }

  /// SQL and `EventRecord.stage` say the same of every row on every day, here over 400 random rows and 60 days.
  @Test func theQueryAgreesWithTheStages() throws {
    let workspace = try ProtectedWorkspace()
    try workspace.small.edit("datasets/pingjia/tables/leads.yaml", "reject_limit: 0.2", "reject_limit: 1")
    var generator = SystemRandomNumberGenerator()
    func day() -> String {
      guard Int.random(in: 0..<4, using: &generator) > 0 else { return "" }
      return "2025-0\(Int.random(in: 1...2, using: &generator))-\(Int.random(in: 10...28, using: &generator))"
    }
    var lines = ["线索编号,触发日期,科室,反映人,反映内容,金额,核实日期,核实部门,认定日期,认定机构,认定结论,生效日期"]
    for row in 1...400 {
      let role = Bool.random(using: &generator) ? "院纪委" : ["", "院纪委"].randomElement(using: &generator) ?? ""
      let result = ["属实", "部分属实", "属实", "不实", ""].randomElement(using: &generator) ?? ""
      lines.append("X\(row),2025-01-1\(row % 10),内科,,,,\(day()),,\(day()),\(role),\(result),\(day())")
    }
    try workspace.small.write(lines.joined(separator: "\n") + "\n", to: "线索随机.csv")
    var session = try workspace.session()
    #expect(try session.take("线索随机.csv").summary == .clean)
    let spec = try #require(session.folders.specs.first { $0.spec.id == "线索" }?.spec)
    let (rule, store) = (try #require(spec.confirmation), try #require(session.secrets.database))
    let stages = try #require(session.folders.catalogue(for: "pingjia", registerColumns: []).tables["线索"]?.stages)
    let name = TableName(system: "pingjia", table: "线索")
    var inForce = 0
    for month in 1...2 {
      for number in 1...30 {
        let day = 20_250_000 + month * 100 + number
        var query = RowQuery(table: name, expressions: rule.columns.map { "\"\($0)\"" })
        query.filter = "1 OR :as_of"
        query.parameters["as_of"] = .integer(Int64(day))
        var byStage: Set<Int> = []
        try store.scan(query) { row in
          var cells: [String: StoredValue] = [:]
          for (index, column) in rule.columns.enumerated() { cells[column] = row.value(index) }
          if EventRecord(cells, rule).stage(on: day, under: rule) == .inForce { byStage.insert(row.sourceRow) }
        }
        query.filter = stages.inForce()
        var bySQL: Set<Int> = []
        try store.scan(query) { bySQL.insert($0.sourceRow) }
        #expect(bySQL == byStage, "\(day)")
        inForce += bySQL.count
      }
    }
    #expect(inForce > 100)
  }
}
