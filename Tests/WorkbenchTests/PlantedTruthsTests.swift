import Findings
import Foundation
import Register
import Scoring
import Store
import Tables
import Tabular
import Testing

@testable import Workbench

/// The five truths that `datasets/qinglian/README.md` names, and what else the demo promises.
@Suite(.serialized) struct PlantedTruthsTests {
  @Test func theVetoedDepartmentWouldHaveLed() throws {
    let run = try DemoWorkspace.kept("2026H1")
    let unit = try run.index("D040")
    let standing = run.sheet.standing[unit]
    #expect(run.sheet.units[unit].name == "泌尿外科" && run.sheet.units[unit].peers == "外科系")
    #expect(standing.displayedScore > 98 && standing.rank == 1)
    #expect(standing.grade == "不合格" && standing.setBy == "否决")
    let effect = try #require(run.sheet.effects.first { $0.unit == unit && $0.effect == "否决" })
    #expect(effect.outcome == .acted && effect.firedBy == "问责数" && effect.effective == 0)
    #expect(RunSentences(run, minimumCell: 5).below().contains { $0.contains("泌尿外科因已认定的“否决·问责数”定为不合格") })
  }

  @Test func threeQuestionnairesAreHiddenAndTheRestIsGraded() throws {
    let run = try DemoWorkspace.kept("2026H1")
    let unit = try run.index("D042")
    for measure in ["住院满意度", "门诊满意度", "无廉洁反映率"] {
      #expect(run.record.input.measures[measure]?.value[unit].isNaN == true)
    }
    for node in ["住院满意", "门诊满意", "患者满意", "廉洁体验"] { #expect(try run.value(node, "D042").isNaN, "\(node)") }
    let standing = run.sheet.standing[unit]
    #expect(abs(standing.coverage - 0.85) < 1e-12)
    #expect(standing.status == .graded && standing.rank != nil && standing.grade != nil)

    let session = try open(DemoWorkspace.folder.get())
    #expect(!session.tables(of: run, language: .chinese).base(unit).contains { $0.isNumber && $0 != "5" })
    let text = try #require(try session.explain(run, unit: "D042", node: "患者满意", language: .chinese))
    #expect(text.contains("n 少于 5，不予显示") && !text.contains("n = 3") && !text.contains("值 "))
  }

  @Test func theDepartmentThatNobodyVisitedIsNotGraded() throws {
    let run = try DemoWorkspace.kept("2026H1")
    let standing = run.sheet.standing[try run.index("D018")]
    #expect(abs(standing.coverage - 0.62) < 1e-12)
    #expect(standing.rank == nil && standing.grade == nil)
    guard case .notGraded(let reasons) = standing.status, case .coverage(_, let needed, let leaves) = reasons.first
    else {
      Issue.record("\(standing.status)")
      return
    }
    #expect(needed == 0.8 && leaves == ["走访教育", "走访权力", "走访行风", "走访文化"])
    #expect(try run.value("按期销号", "D018").isNaN == false)
  }

  @Test func theOldNameCounts() throws {
    let session = try open(DemoWorkspace.folder.get())
    func count(_ condition: String) throws -> String {
      let table = try session.readOnlySQL(
        """
        SELECT count(*) || '' AS n FROM "v_qinglian_患者问卷" AS r JOIN unit AS u ON u.id = r.unit_id
        WHERE u.code = 'D058' AND r.p_from = 20260101 AND 类型 = '住院' AND \(condition)
        """)
      guard case .texts(let texts) = try #require(table).columns[0].values else { return "" }
      return texts[0] ?? ""
    }
    #expect(try count("1") == "60")
    #expect(try count("科室 = '康复科'") == "20")
    let batch = try #require(try session.database.batches().last { $0.table.table == "患者问卷" })
    #expect(try session.database.rejects(ofBatch: batch.id).allSatisfy { !$0.cells.contains("康复科") })
  }

  /// One red packet is a lead and no fact: nor are they if everybody ticks them.
  @Test func redPacketsChangeNothing() throws {
    let demo = try SmallWorkspace(copyOf: DemoWorkspace.folder.get())
    let before = try DemoWorkspace.kept("2026H1")
    var session = try demo.session()
    let batch = try #require(try session.database.batches().last { $0.table.table == "患者问卷" })
    let path = demo.folder.appending(path: batch.file)
    let file = try #require(DelimitedFile.open(path.path, name: batch.file, log: session.log))
    let table = try #require(TableRows.read(file, log: session.log))
    let question = try #require(table.headers.first { $0.contains("红包") })
    var flipped = 0
    let lines = table.rows.map { row in
      table.headers.map { header in
        let cell = row[header]
        guard header == question, let other = ["有": "无", "无": "有"][cell] else { return csvCell(cell) }
        flipped += 1
        return other
      }.joined(separator: ",")
    }
    #expect(flipped > 3000)
    let ticked = table.rows.filter { $0[question] == "有" }.map { $0["序号"] }
    #expect(ticked.contains("2779"))
    try Data(([table.headers.map(csvCell).joined(separator: ",")] + lines).joined(separator: "\n").utf8).write(to: path)

    _ = try session.undo(batch: BatchName(batch.id), language: .english)
    try session.take(batch.file)
    let after = try session.scored("2026H1", scheme: DemoWorkspace.scheme)
    #expect(after.record.key != before.record.key)
    #expect(after.sheet.standing == before.sheet.standing)
  }

  @Test func theGeneratorRepeatsItself() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "qingheng-demo-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try DemoWorkspace.generate(into: folder)
    let again = try DemoWorkspace.files(under: folder.appending(path: "datasets/qinglian/data"))
    let first = try DemoWorkspace.files(under: DemoWorkspace.folder.get().appending(path: "datasets/qinglian/data"))
    #expect(first.count == 110 && first == again)
    #expect(first.values.reduce(0) { $0 + $1.count } < 10_000_000)
  }

  @Test func rejectsStayUnderTheLimitAndEveryFileComesIn() throws {
    let batches = try open(DemoWorkspace.folder.get()).database.batches()
    // Twelve lists of cases, petitions, leads and forms stand in the protected database.
    #expect(batches.count == 98)
    for batch in batches {
      #expect(Double(batch.rejectCount) <= 0.1 * Double(batch.rowCount + batch.rejectCount), "\(batch.file)")
    }
    #expect(batches.contains { $0.rejectCount > 0 })
  }

  /// By the sheets of three runs: a leaf of the year is the mean of the halves' leaves, or the only one there is.
  @Test func theYearsLeavesAreMeansOfTheHalves() throws {
    let (year, first, second) = (
      try DemoWorkspace.kept("2025"), try DemoWorkspace.kept("2025H1"), try DemoWorkspace.kept("2025H2")
    )
    var (both, one) = (0, 0)
    for leaf in try #require(year.scheme.node("总分")).leaves {
      for unit in year.sheet.units {
        let (a, b) = (try first.value(leaf.id, unit.code), try second.value(leaf.id, unit.code))
        let found = try year.value(leaf.id, unit.code)
        if a.isNaN && b.isNaN {
          #expect(found.isNaN)
        } else if a.isNaN || b.isNaN {
          one += 1
          #expect(found == (a.isNaN ? b : a), "\(leaf.id) \(unit.code)")
        } else {
          both += 1
          #expect(abs(found - (a + b) / 2) <= 1e-12, "\(leaf.id) \(unit.code)")
        }
      }
    }
    #expect(both > 700 && one > 0)
    // Not visited in one half: not graded in it, and so not in the year.
    #expect(year.sheet.standing.contains { if case .notGraded = $0.status { true } else { false } })
  }

  /// Departments last: scores of successive halves go together as those of one hospital would, and are not the same.
  @Test func successiveHalvesResembleEachOther() throws {
    let halves = try ["2025H1", "2025H2", "2026H1"].map { text in
      let sheet = try DemoWorkspace.kept(text).sheet
      let graded = sheet.units.indices.filter { sheet.standing[$0].status == .graded }
      return Dictionary(uniqueKeysWithValues: graded.map { (sheet.units[$0].code, sheet.standing[$0].displayedScore) })
    }
    for (before, after) in zip(halves, halves.dropFirst()) {
      let codes = before.keys.filter { after[$0] != nil }.sorted()
      #expect(codes.count > 35)
      let correlation = pearson(codes.map { before[$0] ?? .nan }, codes.map { after[$0] ?? .nan })
      #expect((0.7...0.85).contains(correlation), "\(correlation)")
    }
  }

  /// Pearson's r.
  private func pearson(_ x: [Double], _ y: [Double]) -> Double {
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    func products(_ a: [Double], _ meanA: Double, _ b: [Double], _ meanB: Double) -> Double {
      zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
    }
    return products(x, meanX, y, meanY) / (products(x, meanX, x, meanX) * products(y, meanY, y, meanY)).squareRoot()
  }

  /// What is only reported, and not confirmed, acts on nobody; what is confirmed does.
  @Test func onlyWhatIsConfirmedActs() throws {
    let run = try DemoWorkspace.kept("2026H1")
    #expect(try run.sheet.standing[run.index("D022")].cappedBy.isEmpty)
    let radiology = run.sheet.standing[try run.index("D051")]
    #expect(radiology.cappedBy == ["通报批评"] && radiology.grade == "合格")
    #expect(try run.sheet.standing[run.index("D060")].status == .deferred(fact: "新设不足半年"))
  }

  @Test func everyRunIsRecomputedExactly() throws {
    let session = try open(DemoWorkspace.folder.get())
    for text in ["2025H1", "2025H2", "2026H1", "2025"] {
      let result = try #require(try session.verified(text, scheme: DemoWorkspace.scheme))
      #expect(result.differences == 0 && result.reachesRows, "\(text)")
    }
  }
}
