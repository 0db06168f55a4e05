import Charts
import Findings
import Foundation
import Register
import Scoring
import Store
import Testing

@testable import Workbench

/// One test for each fault that a review found.
@Suite struct ReviewRegressionTests {
  private let rows = """
    科室,日期,应办,得分,二
    乙科,2025-05-01,2025-06-01,90,90
    丙科,2025-05-01,2025-06-01,95,95
    丁科,2025-05-01,2025-06-01,95,95

    """

  @Test func sameBytesForTwoPeriodsAreTwoBatches() throws {
    let work = try ReviewWorkspace()
    let lines1 = try work.bring("2025H1月报.csv", "科室\n丙科\n")
    #expect(lines1[0].contains("批次1"))
    let lines2 = try work.bring("2025H2月报.csv", "科室\n丙科\n")
    #expect(lines2[0].contains("入库1行（批次2）"))
  }

  @Test func periodThatTheTableDoesNotTakeMakesNoSecondImport() throws {
    let work = try ReviewWorkspace()
    try work.bring("得分.csv", rows)
    let lines3 = try work.bring("得分.csv", rows, period: "2025H1")
    #expect(lines3[0].contains("已导入（批次1）"))
  }

  @Test func explainListsTheRowsThatWereCounted() throws {
    let work = try ReviewWorkspace()
    try work.scheme(", window: year")
    try work.bring("得分.csv", rows + "丙科,2025-09-01,,85,\n")
    let (session, run) = try work.scored("2025H1", asOf: "2025-12-31")
    let text = try #require(try session.explain(run, unit: "丙科", node: "x", language: .chinese))
    #expect(text.contains("n = 2"))
    #expect(text.contains("第 3 行") && text.contains("第 5 行"))
  }

  @Test func verifyNoticesEveryKeptNumber() throws {
    let work = try ReviewWorkspace()
    try work.scheme()
    try work.bring("得分.csv", rows)
    let (_, run) = try work.scored("2025H1")
    func found(_ change: (inout RunRecord) -> Void) -> Int {
      var record = run.record
      change(&record)
      var differences = RunDifferences()
      differences.compare(record.sheet, run.sheet)
      differences.compare(record.input, run.record.input)
      return differences.all.count
    }
    #expect(found { _ in } == 0)
    #expect(found { $0.sheet.standing[0].displayedScore = 99 } == 1)
    #expect(found { $0.sheet.standing[0].coverage = 0.5 } == 1)
    #expect(found { $0.sheet.standing[0].setBy = "否决" } == 1)
    #expect(found { $0.sheet.standing[0].status = .deferred(fact: "新设") } == 1)
    #expect(found { $0.sheet.nodes[1].contribution[0] = 0 } == 1)
    #expect(found { _ = $0.sheet.nodes.removeLast() } == 1)
    #expect(found { $0.sheet.effects.append(EffectRecord(effect: "e", unit: 0, outcome: .acted)) } == 1)
    #expect(found { $0.input.measures["一"]?.n[0] = 77 } == 1)
    #expect(found { $0.input.measures["一"] = nil } == 1)
  }

  @Test func titleOfAllGroupsNamesTheHighestScoreAndAllWhoShareIt() throws {
    let work = try ReviewWorkspace()
    try work.scheme()
    try work.bring("得分.csv", rows)
    let (_, run) = try work.scored("2025H1")
    let sentences = work.sentences(run)
    let title = sentences.rankingTitle(group: "", units: sentences.groups().flatMap(\.units))
    #expect(title == "丙科、丁科并列得分最高（19.00分）")
    #expect(sentences.leaders().contains("外：并列第1名丙科（19.00分）、并列第1名丁科（19.00分）。"))
  }

  @Test func halfThatGivesNoGradesSaysNothingOfGrades() throws {
    let work = try ReviewWorkspace()
    try work.scheme(
      tail: "rank: {node: 总分}\ngrades: {only: year, bands: [{grade: 优, at_least: 18}, {grade: 良}]}")
    try work.bring("得分.csv", rows)
    let (_, run) = try work.scored("2025H1")
    let sentences = work.sentences(run)
    #expect(!sentences.leaders().joined().contains("没有优"))
    #expect(sentences.below() == ["本期只列得分和名次，不评等级。"])
  }

  @Test func missingEvidenceOfAGradedUnitIsSaid() throws {
    let work = try ReviewWorkspace()
    try work.scheme()
    try work.bring("得分.csv", rows.replacing("乙科,2025-05-01,2025-06-01,90,90", with: "乙科,2025-05-01,2025-06-01,90,"))
    let (_, run) = try work.scored("2025H1")
    #expect(work.sentences(run).missing() == ["“y”全为空：乙科。"])
  }

  @Test func halfThatHasNotBegunHasNoEvidence() throws {
    let work = try ReviewWorkspace()
    try work.write(
      "datasets/s/tables/scores.yaml",
      ReviewWorkspace.table.replacing("version: \"1\"", with: "version: \"1\"\ncomplete: true"))
    try work.scheme(
      ", empty: full", tail: "rank: {node: 总分}\ncombine: {year: {H1: 0.5, H2: 0.5}, one_missing: renormalise}")
    try work.bring("得分.csv", rows)
    let (_, run) = try work.scored("2025", asOf: "2025-06-30")
    let column = try #require(run.sheet.node("x"))
    #expect(!column.halves[1].contains { !$0.isNaN })
    let inTime = try work.scored("2025", asOf: "2025-12-31").run
    #expect(inTime.sheet.node("x")?.halves[1].first == 10)
  }

  @Test func denominatorThatCoversThePeriodCountsInACompleteTable() throws {
    let work = try ReviewWorkspace()
    try work.write(
      "datasets/s/tables/beds.yaml",
      ReviewWorkspace.byName.replacing("月报", with: "床位").replacing(
        "version: \"1\"", with: "version: \"1\"\ncomplete: true") + "  床位数: {type: integer, required: true}\n")
    try work.scheme(", per: {table: 床位, value: 床位数, take: sum}, range: [0, 100]")
    try work.bring("得分.csv", rows)
    try work.bring("2025床位.csv", "科室,床位数\n丙科,50\n")
    let (_, run) = try work.scored("2025H1")
    let unit = try #require(run.sheet.units.firstIndex { $0.code == "C" })
    #expect(abs((run.record.input.measures["一"]?.value[unit] ?? .nan) - 1.9) < 1e-12)
  }

  @Test func asOfBeforeThePeriodIsRefused() throws {
    let work = try ReviewWorkspace()
    try work.scheme()
    try work.bring("得分.csv", rows)
    #expect(throws: FindingError.self) { try work.scored("2025H1", asOf: "2024-12-31") }
    #expect(work.log.problems.contains { $0.code == "as-of-before-period" })
  }

  @Test func heirsInheritTheProofThatWasFiledBeforeThem() throws {
    let work = try ReviewWorkspace()
    try work.write(
      "datasets/s/tables/scores.yaml",
      ReviewWorkspace.table.replacing("version: \"1\"", with: "version: \"1\"\ncovered_by: 月度"))
    try work.write(
      "datasets/s/tables/months.yaml",
      ReviewWorkspace.byName.replacing("月报", with: "月度").replacing("from: file_name", with: "column: 月份, grain: month")
        + "  月份: {type: text, required: true}\n")
    try work.scheme()
    let months = (1...6).map { "\($0 < 4 ? "甲科" : "乙科"),2025-0\($0)\n" }.joined()
    try work.bring("月度.csv", "科室,月份\n" + months)
    try work.bring("得分.csv", rows)
    let (_, run) = try work.scored("2025H1")
    let unit = try #require(run.sheet.units.firstIndex { $0.code == "B" })
    #expect(run.record.input.measures["一"]?.reason[unit] == MissingReason.none)
  }

  @Test func reportOfAnotherSchemeDrawsOnThatScheme() throws {
    let work = try ReviewWorkspace()
    try work.scheme()
    try work.write(
      "n.md", "---\ntitle: t\nscheme: other\nperiod: 2024H1\n---\n\n```finding\nfrom: {leaders: $scheme}\n```\n")
    try work.bring("得分.csv", rows)
    let (session, _) = try work.scored("2025H1")
    var request = ReportRequest(notebook: "n.md", folder: "out")
    (request.scheme, request.period) = ("a", "2025H1")
    let files = try session.writeReport(request)
    #expect(files?.isEmpty == false)
    let text = try String(contentsOfFile: work.path("out/n-a-2025H1.md"), encoding: .utf8)
    #expect(text.contains("并列第1名丙科"))
  }

  @Test func newWorkspaceKeepsARegisterThatIsThere() throws {
    let work = try ReviewWorkspace()
    try FileManager.default.removeItem(atPath: work.path("qingheng.yaml"))
    _ = try createWorkspace(at: URL(filePath: work.folder), institution: "", language: .chinese, log: work.log)
    let units = try String(contentsOfFile: work.path("datasets/_shared/units.csv"), encoding: .utf8)
    #expect(units == ReviewWorkspace.units)
  }

  @Test func fileOutsideTheWorkspaceIsStoredByItsNameAlone() throws {
    let work = try ReviewWorkspace()
    let outside = try ReviewWorkspace()
    try outside.write("得分.csv", rows)
    var session = try work.session()
    let request = ImportRequest(
      files: [outside.path("得分.csv")], table: nil, period: nil, isRehearsal: false, language: .chinese)
    _ = try session.importFiles(request) { _ in }
    #expect(try session.database.batches().map(\.file) == ["得分.csv"])
  }

  @Test func emptyFolderIsNothingToImport() throws {
    let work = try ReviewWorkspace()
    try FileManager.default.createDirectory(atPath: work.path("空"), withIntermediateDirectories: true)
    var session = try work.session()
    let request = ImportRequest(
      files: [work.path("空")], table: nil, period: nil, isRehearsal: false, language: .chinese)
    guard case .refused = try session.importFiles(request, report: { _ in }) else {
      Issue.record("an empty folder was taken for an import")
      return
    }
    #expect(work.log.problems.contains { $0.code == "files-absent" })
  }

  @Test func formulaBehindALineBreakIsDisarmed() {
    #expect(csvCell("\n=1+1").hasPrefix("\"'"))
    #expect(csvCell("=1+1") == "'=1+1")
    #expect(csvCell("-0.5") == "-0.5")
  }
}
