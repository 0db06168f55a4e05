import Findings
import Foundation
import Register
import Scoring
import Store
import Testing

@testable import Workbench

/// What the schemes, tables and data of the demo make of single clauses: rows that somebody brings, and what comes of them.
@Suite(.serialized) struct DemoClausesTests {
  private func copy() throws -> SmallWorkspace { try SmallWorkspace(copyOf: DemoWorkspace.folder.get()) }

  private func texts(_ sql: String) throws -> [String?] {
    let table = try open(DemoWorkspace.folder.get()).readOnlySQL(sql)
    guard case .texts(let texts) = try #require(table).columns[0].values else { return [] }
    return texts
  }

  private func measured(_ run: CompletedRun, _ measure: String, _ code: String) throws -> (value: Double, n: Int) {
    let column = try #require(run.record.input.measures[measure])
    return (column.value[try run.index(code)], column.n[try run.index(code)])
  }

  /// Four problems of 皮肤科, found on 2026-04-10: due on 05-31 and never verified; due on 06-30 and verified on 07-09; due
  /// on 06-30 and verified on 06-20; due on 06-29 and never verified. What is due on the last day of the half can be
  /// missed from 07-01 on, and is judged in the next one. Thirty-one days after 05-31 are 07-01: charged once, in the
  /// second half, like the one of 06-29 (07-30). 06-30 + 31 days are 07-31: it was closed before.
  @Test func deadlinesOnTheLastDayAreJudgedInTheNextHalf() throws {
    let demo = try copy()
    let header = "编号,排查时间,问题类别,存在问题,整改类型,责任科室,责任人,整改时限,完成日期,销号日期,下达日期,回头看日期"
    func row(_ number: Int, _ due: String, _ closed: String) -> String {
      "N\(number),2026-04-10,其他,甲,限期整改,皮肤科,,\(due),,\(closed),2026-04-10,"
    }
    let rows = [
      row(1, "5月底前", ""), row(2, "2026-06-30", "2026-07-09"), row(3, "2026-06-30", "2026-06-20"),
      row(4, "2026-06-29", ""),
    ]
    try demo.write(([header] + rows).joined(separator: "\n"), to: "收件箱/问题整改台账.csv")
    var session = try demo.session()
    let (before, early) = (try DemoWorkspace.kept("2026H1"), try session.scored(asOf: 2026_11_20, "2026H2"))
    try session.take("收件箱/问题整改台账.csv")
    let (first, later) = (
      try session.scored("2026H1", scheme: DemoWorkspace.scheme), try session.scored(asOf: 2026_11_20, "2026H2")
    )
    // In the first half N1 and N4, both missed; the other two are no rows of it.
    let (rate, old) = (try measured(first, "销号率", "D023"), try measured(before, "销号率", "D023"))
    #expect(rate.n == old.n + 2)
    #expect(abs(rate.value * Double(rate.n) - old.value * Double(old.n)) < 1e-9)
    #expect(try measured(first, "超期数", "D023").value == measured(before, "超期数", "D023").value)
    // In the second N2, missed, and N3, in time; N1 and N4 are charged.
    let (next, had) = (try measured(later, "销号率", "D023"), try measured(early, "销号率", "D023"))
    let hadMet = had.n == 0 ? 0 : had.value * Double(had.n)
    #expect(next.n == had.n + 2)
    #expect(abs(next.value * Double(next.n) - hadMet - 1) < 1e-9)
    #expect(try measured(later, "超期数", "D023").value == measured(early, "超期数", "D023").value + 2)
    // The branch, scored a month after the half, has the same rows as the department.
    let zhibu = try session.scored(asOf: 2026_07_31, "2026H1", scheme: "qinglian-zhibu")
    #expect(try measured(zhibu, "所属销号率", "B05").n == measured(first, "销号率", "D013").n)
    #expect(try measured(zhibu, "所属销号率", "B05").value == measured(first, "销号率", "D013").value)
  }

  /// 创伤中心团队 has four members; without two of them it has two at the end of the half, and is not graded.
  @Test func membersAreCountedAtTheEndOfThePeriod() throws {
    #expect(try measured(DemoWorkspace.kept("2025H2", scheme: "qinglian-tuandui"), "成员数", "T03").value == 4)
    let demo = try copy()
    for member in ["D035", "D036"] {
      try demo.edit(
        "datasets/_shared/memberships.csv", "\(member),T03,,2023-01-01,", "\(member),T03,,2023-01-01,2025-09-30")
    }
    let session = try demo.session()
    let run = try session.scored(asOf: 2025_12_31, "2025H2", scheme: "qinglian-tuandui")
    #expect(try measured(run, "成员数", "T03").value == 2)
    let status = run.sheet.standing[try run.index("T03")].status
    guard case .notGraded = status else {
      Issue.record("\(status)")
      return
    }
  }

  /// 采购管理部 went to 食堂, which is no unit: the row waits. A department counts once, by whatever of its names; an
  /// office is no clinical department.
  @Test func visitsCountDepartmentsOfTheRegister() throws {
    let demo = try copy()
    var session = try demo.session()
    let strays = try session.database.batches().filter { $0.table.table == "自主走访" && $0.rejectCount > 0 }
    #expect(strays.count == 1 && strays[0].rejectCount == 1)
    let rejects = try session.database.rejects(ofBatch: strays[0].id)
    #expect(rejects.allSatisfy { $0.cells.contains("食堂") })
    let header = "编号,走访日期,走访单位,走访科室,方式"
    // 2027 is empty: two visits to 神经内科, one by an alias, one to 财务部, one to nobody.
    let rows = ["神经内科", "神内", "财务部", "火星科"].enumerated().map { "N\($0),2027-03-0\($0 + 1),护理部,\($1),实地走访" }
    try demo.write(([header] + rows).joined(separator: "\n"), to: "收件箱/自主走访登记.csv")
    let log = FindingLog()
    session = try demo.session(log: log)
    try session.take("收件箱/自主走访登记.csv")
    // One in four would stop the file; the limit is one in ten.
    #expect(log.findings.contains { $0.code == "cell-unknown-reference" })
    try demo.write(([header] + rows.dropLast()).joined(separator: "\n"), to: "收件箱/自主走访登记.csv")
    try session.take("收件箱/自主走访登记.csv")
    let run = try session.scored(asOf: 2027_06_30, "2027H1", scheme: "qinglian-zhineng")
    #expect(try measured(run, "走访科室数", "A11").value == 1)
  }

  /// Up to 2025 two departments have equal rows: equal scores, rates and surveys, above the line, and one place.
  @Test func aTieStandsAtTheEdgeOfTheQuota() throws {
    let demo = try copy()
    let run = try demo.session().scored("2025", scheme: "qinglian-keshi-niandu")
    let (a, b) = (run.sheet.standing[try run.index("D050")], run.sheet.standing[try run.index("D052")])
    #expect(a.displayedScore >= 90 && a.displayedScore == b.displayedScore && a.rank == b.rank && a.isTied && b.isTied)
    #expect(a.grade == "优秀" && b.grade == "优秀")
    let contest = try #require(run.sheet.contests.first { $0.group == "医技" })
    #expect(contest.base == 5 && contest.places == 1 && contest.winners.isEmpty)
  }

  /// Whoever heads 输血科 is the secretary of 医技综合党支部, which reviews it, and did not step aside in 2025.
  @Test func whoHoldsTwoPostsMustStepAside() throws {
    let held = try texts(
      "SELECT 单位 || ' ' || 职务 FROM \"v_qinglian_任职\" WHERE 人员编号 = 'M040' ORDER BY 单位")
    #expect(held == ["医技综合党支部 支部书记", "输血科 科主任"])
    let own = """
      SELECT r.审核单位 || '→' || r.被审单位 || ' ' || r.应回避 || ' ' || r.已回避 FROM "v_qinglian_评选审核" r
      JOIN "v_qinglian_任职" p ON p.人员编号 = r.审核人 AND p.单位 = r.被审单位 WHERE r.被审单位 <> r.审核单位
      """
    #expect(try texts(own) == ["医技综合党支部→输血科 1 0"])
    let year = try DemoWorkspace.kept("2025", scheme: "qinglian-zhibu")
    #expect(try year.value("评选回避", "B32") == 0)
  }

  /// 43 departments and 17 offices; 31 and 11 hold a title. The quota is off in 2026.
  @Test func titlesOfAllSixtyUnits() throws {
    let session = try open(DemoWorkspace.folder.get())
    let day = try date(2026_11_20)
    let answers = try ["qinglian-keshi-niandu", "qinglian-zhineng-niandu"].map {
      try #require(try session.titles(TitleRequest(scheme: $0, asOf: day)))
    }
    #expect(answers.map(\.outlook.total.held) == [31, 11])
    #expect(answers.allSatisfy { $0.outlook.total.places == nil })
    let line = try #require(TitlesTogether(answers).line(.chinese))
    #expect(line.contains("60个单位中42个持有，占70.0%；到2026年底全部达到还差18个"))
    #expect(TitlesTogether([answers[0]]).line(.english) == nil)
  }

  /// As of a day before 2026 the quota of the years before still counts, and that of 2026 does not: seven of 内科系
  /// without a title have two places of 2025, and the rest can have theirs in 2026.
  @Test func theQuotaEndsIn2026() throws {
    let session = try open(DemoWorkspace.folder.get())
    let answer = try #require(
      try session.titles(TitleRequest(scheme: "qinglian-keshi-niandu", asOf: try date(2025_06_30))))
    let places = try #require(answer.outlook.total.places)
    #expect(places[2026].map { $0 > 0 } == true && answer.outlook.total.short == 0)
    #expect(answer.outlook.total.fullCoverage == .year(2026))
  }

  /// What stands in `protected.sqlite` is of the size of a hospital; questionnaires' leads are handed over once a half.
  @Test func registersOfSecretsAreAsInAHospital() throws {
    let session = try open(DemoWorkspace.folder.get())
    let overview = try #require(try session.events(asOf: date(2026_11_20), system: "qinglian", language: .chinese))
    let rows = zip(overview.table.texts("table"), overview.table.texts("key")).filter { $0.1.hasPrefix("2025") }
    #expect((12...20).contains(rows.count { $0.0 == "信访" }))
    #expect((4...16).contains(rows.count { $0.0 == "线索" }))
    let folder = try DemoWorkspace.folder.get()
    var forms: [Substring] = []
    for half in ["2025H1", "2025H2"] {
      let path = "datasets/qinglian/data/\(half)/四种形态登记.csv"
      forms += try String(contentsOf: folder.appending(path: path), encoding: .utf8).split(separator: "\n").dropFirst()
    }
    #expect(
      (15...25).contains(forms.count { $0.contains("第一种") }) && (1...3).contains(forms.count { $0.contains("第二种") }))
    // The ticked answer of 心血管内科 waits for somebody to verify it.
    let open = zip(zip(overview.table.texts("table"), overview.table.texts("unit")), overview.table.texts("stage"))
    #expect(open.contains { $0.0.0 == "线索" && $0.0.1 == "D011" && $0.1 == "触发" })
    #expect(try texts("SELECT name FROM sqlite_master WHERE name LIKE '%线索%' OR name LIKE '%信访%'").isEmpty)
  }
}

extension Session {
  fileprivate func scored(
    asOf: Int, _ text: String, scheme: String = DemoWorkspace.scheme
  ) throws -> CompletedRun {
    let run = try score(scheme: scheme, period: try period(text), asOf: try date(asOf))
    return try #require(run, "\(log.problems.map(\.code))")
  }
}
