import Findings
import Register
import Schemes
import Testing

@testable import Workbench

/// Whose rows a unit gets beside its own (M11), what a roster and a claim of two units mean (M6, M8), and from when cover
/// is asked (M5): small cases worked by hand.
@Suite struct BelongingTests {
  /// 内科 10 + its wards 20 and 30; 外科 5 and what its forerunner left, 7.
  @Test func descendantsAddUp() throws {
    let workspace = try LoadingWorkspace()
    try workspace.bring(
      "记录",
      [
        "A,2025-03-01,,,,10", "A1,2025-03-01,,,,20", "A2,2025-03-02,,,,30", "B,2025-05-01,,,,5", "G,2025-02-01,,,,7",
        "H,2025-05-01,,,,1000",
      ])
    #expect(try workspace.scored().numbers("A", "B") == [10, 12])
    let run = try workspace.scored { $0.change { $0.include = .descendants } }
    #expect(run.numbers("A", "B") == [60, 12])
    let wards = try workspace.explained(run, "A")
    #expect(wards.contains("内科一病区 (A1) [计入]") && wards.contains("记录.csv 第 2 行 [计入]"))
    // The hospital has everything, each row once.
    let all = try workspace.scored {
      $0.units.kinds = ["医院"]
      $0.change { $0.include = .descendants }
    }
    #expect(all.numbers("H") == [1072])
  }

  /// Until March 外科 is 机关's, then 内科党支部's: Z1 (0.6·100 + 80)/1.6 = 87.5, Z2 (0.4·100 + 50)/1.4.
  @Test func membersCountByTheirSharesOnTheDay() throws {
    let workspace = try LoadingWorkspace()
    try workspace.bring("记录", ["A,2025-03-01,,,,100", "B,2025-03-31,,,,50", "B,2025-04-01,,,,80"])
    let run = try workspace.scored {
      $0.units.kinds = ["党支部"]
      $0.change {
        $0.include = .membership
        $0.take = .mean
      }
    }
    #expect(run.numbers("Z1", "Z2") == [87.5, 90 / 1.4])
    #expect(run.record.input.measures["数"]?.n == [2, 2])
    let text = try workspace.explained(run, "Z1")
    #expect(text.contains("内科 (A)，份额 0.6 [计入]") && text.contains("外科 (B) [计入]"))
    // Other shares are another input.
    try workspace.write(
      "datasets/_shared/memberships.csv", LoadingWorkspace.memberships.replacing("0.6", with: "0.5"))
    let session = try workspace.session()
    let changed = try session.changedInputs(of: run, asToScheme: false)
    #expect(changed == [.memberships])
  }

  /// 外科 was renamed at the end of May; of 新外科 the file says nothing: it belongs where 外科 did. Z1 has
  /// (80 + 40) / 2, and the register of memberships says so too.
  @Test func whoCarriesOnBelongsWhereTheForerunnerDid() throws {
    let workspace = try LoadingWorkspace()
    try workspace.write(
      "datasets/_shared/units.csv",
      LoadingWorkspace.units.replacing(
        "B,外科,科室,H,外,2010-01-01,,,,",
        with: "B,外科,科室,H,外,2010-01-01,2025-05-31,,B2,\nB2,新外科,科室,H,外,2025-06-01,,,,"))
    try workspace.bring("记录", ["B,2025-05-01,,,,80", "B2,2025-06-10,,,,40"])
    let run = try workspace.scored {
      $0.units.kinds = ["党支部"]
      $0.change {
        $0.include = .membership
        $0.take = .mean
      }
    }
    #expect(run.numbers("Z1") == [60])
    let session = try workspace.session()
    #expect(try session.units(belongingTo: "Z1", on: date(2025_06_30)) == ["Z1", "A", "A1", "A2", "B2", "B", "G"])
    #expect(try session.standing(["Z1", "A", "B2", "B"], beside: "Z1", on: date(2025_06_30)) == 2)
  }

  /// 联合申报: 内科 and 外科 enter as one unit L, 70 to 30: (0.7·100 + 0.3·50) / 1 = 85; 新科 stands for itself. Who
  /// entered jointly is exempt.
  @Test func severalEnterAsOne() throws {
    let workspace = try LoadingWorkspace()
    try workspace.write(
      "datasets/_shared/units.csv", LoadingWorkspace.units + "L,内外科联合,联合申报,H,外,2025-01-01,,,,\n")
    try workspace.write(
      "datasets/_shared/memberships.csv",
      LoadingWorkspace.memberships + "A,L,0.7,2025-01-01,\nB,L,0.3,2025-01-01,2025-12-31\n")
    try workspace.bring("记录", ["A,2025-03-01,,,,100", "B,2025-05-01,,,,50", "C,2025-05-01,,,,60"])
    let run = try workspace.scored {
      $0.units.kinds = ["科室", "联合申报"]
      $0.facts.append(Fact(id: "已联合", test: .memberOf(kind: "联合申报"), place: .file("a.yaml")))
      $0.exempt = [Comparison.OnFact(fact: "已联合", comparison: nil, place: .file("a.yaml"))]
      $0.change {
        $0.include = .joint
        $0.take = .mean
      }
    }
    #expect(run.numbers("L", "C", "A", "B") == [85, 60, 100, 50])
    let standing = try ["L", "C", "A", "B"].map { run.sheet.standing[try run.index($0)].status }
    #expect(standing[0] == .graded && standing[1] == .graded)
    #expect(standing[2] == .exempt(fact: "已联合") && standing[3] == .exempt(fact: "已联合"))
    let session = try workspace.session()
    #expect(try session.verify(run)?.reachesRows == true)
  }

  @Test func brokenMembershipsStopWriting() throws {
    let workspace = try LoadingWorkspace()
    try workspace.write("datasets/_shared/memberships.csv", "member,of,share,from,to\nA,Z9,1,2018-01-01,\n")
    #expect(throws: LoadingTrouble.self) { try workspace.session() }
    #expect(workspace.log.findings.map(\.code) == ["membership-unit-unknown"])
  }

  /// “清风” is filed by both; 外科's is of the higher level. The finding names both once, and the run keeps it.
  @Test func oneUnitKeepsWhatTwoFile() throws {
    let workspace = try LoadingWorkspace()
    try workspace.bring("记录", ["A,2025-03-01,,清风,1,3", "A,2025-03-02,,家风,1,2", "B,2025-03-01,,清风,2,6"])
    let run = try workspace.scored {
      $0.change { $0.unique = Measure.Unique(by: "标题", keepGreatest: "级", isAcrossUnits: true) }
    }
    #expect(run.numbers("A", "B") == [2, 6])
    #expect(run.codesOfFindings.filter { $0 == "row-claimed-twice" }.count == 1)
    let finding = try #require(run.record.findings.first { $0.code == "row-claimed-twice" })
    #expect(finding.wording(in: .chinese).found.contains("“清风”由A、B同时申报"))
    #expect(try workspace.explained(run, "A").contains("[同一事项由另一单位计: 外科]"))
  }

  /// 甲 3 of at most 2, 乙 1, 丙 nothing: (1 + 0.5 + 0) / 3 = 0.5; the stranger 丁 makes it (1 + 0.5 + 0 + 1) / 4.
  @Test func aRosterNamesWhoHasNothing() throws {
    let workspace = try LoadingWorkspace()
    try workspace.bring("名册", ["A,甲", "A,乙", "A,丙", "B,戊"], period: "2025")
    try workspace.bring("记录", ["A,2025-03-01,甲,,,3", "A,2025-03-02,乙,,,1"])
    func rate(_ scheme: inout Scheme) {
      scheme.change {
        $0.take = .mean
        $0.first = Measure.First(
          by: "成员", take: .sum, roster: "名册",
          then: [Step(.proportional(full: .number(2)), place: .subject("then"))])
      }
    }
    var run = try workspace.scored("a", rate)
    // 外科's only member did nothing; 新科 has no roster.
    #expect(run.numbers("A", "B") == [0.5, 0] && run.numbers("C")[0].isNaN)
    #expect(run.codesOfFindings.isEmpty)
    #expect(try workspace.explained(run, "A").contains("名册内没有记录，计 0：丙"))
    try workspace.bring("记录", ["A,2025-03-03,丁,,,2"], name: "记录二")
    run = try workspace.scored("a", rate)
    #expect(run.numbers("A") == [0.625] && run.codesOfFindings == ["roster-stranger"])
    #expect(run.record.findings[0].wording(in: .chinese).found.contains("A的数据行写有名册以外的：丁"))
    #expect(RunManifest(json: run.record.manifest)?.tables.map(\.table) == ["名册", "记录"])
  }

  /// 新科 was founded in April and reports from April: nothing happened there. 内科 has not reported January. 外科 reports
  /// from March only, but carries on what the old one reported.
  @Test func coverIsAskedFromTheFirstDayOn() throws {
    let workspace = try LoadingWorkspace()
    let months = { (unit: String, months: ClosedRange<Int>) in months.map { "\(unit),2025-0\($0)" } }
    try workspace.bring("月报", months("C", 4...6) + months("A", 2...6) + months("G", 1...2) + months("B", 3...6))
    try workspace.bring("记录", ["H,2025-03-01,,,,3"])
    let run = try workspace.scored {
      $0.change {
        $0.take = .count
        $0.coveredBy = "月报"
      }
    }
    #expect(run.numbers("C", "B") == [0, 0] && run.numbers("A")[0].isNaN)
    #expect(run.record.input.measures["数"]?.reason.first == .notCovered)
  }

  /// Three years that end with 2025-06-30: cover is asked for all of them, and of 新科 since it exists.
  @Test func aRollingWindowIsCoveredAsAWhole() throws {
    let workspace = try LoadingWorkspace()
    try workspace.bring(
      "月报", ["A,2022H2", "A,2023", "A,2024", "A,2025H1", "B,2023", "B,2024", "B,2025H1", "C,2025H1"])
    try workspace.bring("记录", ["A,2022-07-01,,,,1", "A,2022-06-30,,,,1", "A,2025-06-30,,,,1", "A,2025-07-01,,,,1"])
    let run = try workspace.scored {
      $0.change {
        $0.take = .count
        $0.coveredBy = "月报"
        $0.window = .rolling(years: 3)
      }
    }
    #expect(run.numbers("A", "C") == [2, 0] && run.numbers("B")[0].isNaN)
  }
}
