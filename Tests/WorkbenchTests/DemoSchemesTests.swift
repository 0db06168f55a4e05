import Findings
import Foundation
import Register
import Scoring
import Store
import Testing

@testable import Workbench

/// Branches, offices, teams and the ledgers of the demo: cells that were worked out by hand from its files.
@Suite(.serialized) struct DemoSchemesTests {
  private func explained(_ unit: String, _ node: String?, _ scheme: String, _ text: String) throws -> String {
    let run = try DemoWorkspace.kept(text, scheme: scheme)
    let session = try open(DemoWorkspace.folder.get())
    return try #require(try session.explain(run, unit: unit, node: node, language: .chinese))
  }

  private func texts(_ sql: String) throws -> [String?] {
    let table = try open(DemoWorkspace.folder.get()).readOnlySQL(sql)
    guard case .texts(let texts) = try #require(table).columns[0].values else { return [] }
    return texts
  }

  /// The first half of 2025 ends on Monday 06-30; its tenth working day after is 07-14. Received on 07-16, two working
  /// days late: 20 − 2 × 2. Received on 07-10 without a stamp, which came on 07-16: the same.
  @Test func aBranchFilesLateOrIsSentBack() throws {
    let run = try DemoWorkspace.kept("2025H1", scheme: "qinglian-zhibu")
    #expect(try run.value("信息报送", "B15") == 16)
    #expect(try run.value("信息报送", "B07") == 16)
    #expect(try explained("B07", "信息报送", "qinglian-zhibu", "2025H1").contains("状态 迟报，迟报工作日 2"))
    // No summary at all.
    #expect(try run.value("信息报送", "B01") == 0)
    // Its departments' total of system A1, 88.25 of 100, makes 17.65 of 20.
    let own = try DemoWorkspace.kept("2025H1").score("D033")
    #expect(abs(try run.value("所属科室", "B15") - own / 5) < 0.001)
    // The committees of offices have no clinical departments.
    #expect(try run.sheet.standing[run.index("B01")].coverage == 1)
  }

  /// A year as of 31 days after its end sees its halves as of 31 days after theirs, with what was filed in July: the
  /// leaf of the first half stands in the year's mean.
  @Test func theYearSeesWhatWasFiledAfterTheHalf() throws {
    let year = try DemoWorkspace.kept("2025", scheme: "qinglian-zhibu")
    let filing = try #require(year.sheet.node("信息报送"))
    #expect(filing.value.allSatisfy { !$0.isNaN })
    // B15: 16 in the first half; in the second it filed on 2026-01-16, a working day after 01-15: 20 − 2.
    #expect(try year.value("信息报送", "B15") == 17)
  }

  /// September ends on a Tuesday. 10-01 to 10-08 are the holiday; 10-09, 10-10, Saturday 10-11, 10-13 and 10-14 are the
  /// five working days. Received on 10-16: two late. The summary of the half was due on 2026-01-15 (01-04 is a working
  /// Sunday) and came a day later. The other five months were on time: 20 × (5 + 0.8 + 0.9) ÷ 7.
  @Test func anOfficeFilesLateAcrossTheHoliday() throws {
    let run = try DemoWorkspace.kept("2025H2", scheme: "qinglian-zhineng")
    #expect(abs(try run.value("信息报送", "A06") - 20 * 6.7 / 7) < 1e-9)
  }

  /// 医疗保险办公室 never filed June and the half: of seven, five on time and two at 0.
  @Test func whatIsNotFiledCountsNothing() throws {
    let run = try DemoWorkspace.kept("2026H1", scheme: "qinglian-zhineng")
    #expect(abs(try run.value("信息报送", "A14") - 20.0 * 5 / 7) < 1e-9)
  }

  /// A lead office has all twenty points of tasks and meetings: five meetings, one by deputy, are 4.5 ÷ 5 × 3; all
  /// reported. Another office has four items of 40 points: 15 (98.18 ≥ 92), 93.5 % of 15, 5, and 2 ÷ 3 of 5.
  @Test func leadOfficesOweMore() throws {
    let run = try DemoWorkspace.kept("2026H1", scheme: "qinglian-zhineng")
    #expect(abs(try run.value("联络员会出席", "A15") - 2.7) < 1e-9)
    #expect(try run.value("联络员会汇报", "A15") == 2 && run.value("包干任务", "A15") == 20)
    #expect(try run.value("信息报送", "A15") == 20)
    for node in ["信息报送", "包干任务", "走访次数", "建议采纳", "联络员会出席"] { #expect(try run.value(node, "A16").isNaN) }
    let expected = (15 + 14.025 + 5 + 10.0 / 3) / 40 * 100
    #expect(abs(try run.value("总分", "A16") - expected) < 1e-9)
    #expect(try run.sheet.standing[run.index("A16")].coverage == 1)
    #expect(try run.sheet.units[run.index("A16")].peers != run.sheet.units[run.index("A15")].peers)
  }

  /// 血管外科 is a member of two teams: its confirmed case vetoes both and nobody else.
  @Test func aMembersCaseVetoesItsTeams() throws {
    let run = try DemoWorkspace.kept("2025H2", scheme: "qinglian-tuandui")
    let vetoed = run.sheet.units.indices.filter { run.sheet.standing[$0].setBy == "否决" }.map {
      run.sheet.units[$0].code
    }
    #expect(vetoed.sorted() == ["T07", "T12"])
    #expect(
      try explained("T12", nil, "qinglian-tuandui", "2025H2").contains(
        "血管外科 (D041) [计入] 台账编号 2025H2-J02，认定 2025-11-14（院纪委），2025-11-14 生效"))
    #expect(try DemoWorkspace.kept("2025H2").sheet.standing[DemoWorkspace.kept("2025H2").index("D041")].grade == "不合格")
  }

  /// 康复科 is 康复医学科 since 2024-07, 设备科 and 物资供应科 are 采购管理部; 医教部 is split, 人事科 will be renamed in 2025.
  /// Two departments are closed for rebuilding.
  @Test func unitsComeAndGo() throws {
    let departments = try DemoWorkspace.kept("2024H2").sheet
    let codes = departments.units.map(\.code)
    #expect(codes.contains("D058") && !codes.contains("D031") && !codes.contains("D060"))
    for code in ["D043", "D056"] {
      let index = try #require(codes.firstIndex(of: code))
      #expect(departments.standing[index].status == .deferred(fact: "停用"))
    }
    let before = try DemoWorkspace.kept("2024H2", scheme: "qinglian-zhineng").sheet.units.map(\.code)
    #expect(before.contains("A19") && !before.contains("A17") && !before.contains("A18"))
    #expect(before.contains("A09") && before.contains("A10") && !before.contains("A08"))
    let after = try DemoWorkspace.kept("2025H2", scheme: "qinglian-zhineng")
    #expect(before.contains("A04") && after.sheet.units.map(\.code).contains("A05"))
    // A new name does not make a new office.
    #expect(try after.sheet.standing[after.index("A05")].status == .graded)
  }

  /// Cases are work secrets: in a file of their own, by number and stage.
  @Test func casesStandInTheProtectedFile() throws {
    let folder = try DemoWorkspace.folder.get()
    #expect(FileManager.default.fileExists(atPath: folder.appending(path: "protected.sqlite").path))
    #expect(try texts("SELECT name FROM sqlite_master WHERE name LIKE '%处分%'").isEmpty)
    let session = try open(folder)
    let overview = try #require(try session.events(asOf: date(2026_06_30), system: "qinglian", language: .chinese))
    #expect(overview.table.texts("key").first == "2026H1-J03" && overview.table.texts("stage").first == "触发")
    let cases = zip(overview.table.texts("table"), overview.table.texts("stage")).filter { $0.0 == "处分" }
    #expect(cases.filter { $0.1 == "不成立" }.count == 1)
  }

  /// 病理科 declared 2025H2-W085 done on its last day, 2026-01-09; it was verified on 01-11, and that is what counts. Of
  /// four that were due in the half one was verified in time.
  @Test func declaredIsNotVerified() throws {
    let run = try DemoWorkspace.kept("2026H1")
    let rate = try #require(run.record.input.measures["销号率"])
    #expect(try rate.value[run.index("D053")] == 0.25 && rate.n[run.index("D053")] == 4)
    #expect(
      try explained("D053", "按期销号", DemoWorkspace.scheme, "2026H1").contains(
        "时限 2026-01-09，销号日 2026-01-11，状态 已回头看，时限状态 已销号，按期销号 否"))
  }

  /// What `defaults.md` calls a believable hospital, in the three halves of the tests.
  @Test func problemsAreAsInAHospital() throws {
    var rates: [Double] = []
    for text in ["2025H1", "2025H2", "2026H1"] {
      let input = try DemoWorkspace.kept(text).record.input
      let column = try #require(input.measures["销号率"])
      let known = column.value.indices.filter { column.n[$0] > 0 }.map { column.value[$0] }
      rates.append(known.reduce(0, +) / Double(known.count))
      let repeats = try #require(input.measures["重复数"]).value.filter { !$0.isNaN }.reduce(0, +)
      // The first half has no earlier one to repeat.
      #expect(text == "2025H1" ? repeats == 0 : (6...14).contains(repeats), "\(text) \(repeats)")
    }
    #expect(rates.allSatisfy { (0.78...0.9).contains($0) } && abs(rates.reduce(0, +) / 3 - 0.84) < 0.02, "\(rates)")
  }

  /// Claimed by two, counted for the one whose claim stands first.
  @Test func aDoubleClaimCountsOnce() throws {
    let run = try DemoWorkspace.kept("2025H1")
    #expect(run.record.findings.contains { $0.code == "row-claimed-twice" })
    #expect(
      try explained("D020", "宣传发表", DemoWorkspace.scheme, "2025H1").contains(
        "[同一事项由另一单位计: 肿瘤内科] 编号 2025H1-X008"))
  }

  /// The last group is 2.5 points stricter than the others; departments change groups.
  @Test func oneGroupIsStrict() throws {
    let means = try texts(
      """
      SELECT avg(得分) || '' FROM "v_qinglian_走访评分" WHERE 编号 LIKE '%-V%' GROUP BY 组别 = '第四组' ORDER BY 组别 = '第四组'
      """
    ).compactMap { $0.flatMap(Double.init) }
    #expect(means.count == 2 && (1.8...3.2).contains(means[0] - means[1]), "\(means)")
  }

  /// The department that full coverage needs has no title, and a veto.
  @Test func coverageNeedsTheVetoedDepartment() throws {
    #expect(try texts("SELECT 单位 FROM \"v_qinglian_称号\" WHERE 单位 = '泌尿外科'").isEmpty)
    #expect(try texts("SELECT count(*) || '' FROM \"v_qinglian_称号\" WHERE \"to\" IS NULL") == ["42"])
    #expect(try texts("SELECT count(*) || '' FROM \"v_qinglian_称号\" WHERE \"from\" = 20251231") == ["16"])
  }

  /// 十大行动: ten, none of them named by us, and a tag for each.
  @Test func actionsAreTenAndUnnamed() throws {
    #expect(try texts("SELECT 指标标签 FROM \"v_qinglian_十大行动\" ORDER BY 编号") == (1...10).map { "行动\($0)" })
    #expect(try texts("SELECT 名称 FROM \"v_qinglian_十大行动\" WHERE 名称 IS NOT NULL").isEmpty)
  }
}
