import Findings
import Foundation
import Tables
import Testing

@testable import Workbench

/// From a survey's file to rows: a draft that is signed, names that are answered for, two typings.
@Suite struct IntakeTests {
  private static let header = "序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您就诊的科室名称,2、总体满意度,3、从哪里得知,4、您的联系电话\n"

  private static func survey(_ rows: Int) -> String {
    header
      + (1...rows).map { row in
        let unit = ["内科", "外科", "内课"][row % 3]
        return
          "\(row),2025-06-\(10 + row % 10) 08:00:00,\(row % 4 == 0 ? 10 : 100)秒,微信,无,10.0.0.\(row),\(unit),\(["满意", "一般"][row % 2]),\(["公示栏┋公众号", "公示栏"][row % 2]),138"
      }.joined(separator: "\n") + "\n"
  }

  private func sign(_ workspace: SmallWorkspace, _ folder: String) throws {
    try workspace.edit("\(folder)/说明.csv", "核对人,", "核对人,党院办")
    try workspace.edit("\(folder)/说明.csv", "核对日期,", "核对日期,2025-07-01")
  }

  @Test func aSignedDraftBecomesASpecThatReadsItsFile() throws {
    let workspace = try SmallWorkspace()
    try workspace.write(Self.survey(24), to: "1_按文本_门诊满意度_24_24.csv")
    let log = FindingLog()
    var session = try workspace.session(log: log)
    let file = workspace.folder.appending(path: "1_按文本_门诊满意度_24_24.csv").path
    let spec = "datasets/pingjia/tables/menzhen.yaml"
    #expect(
      try session.draftSurvey(from: file, table: "门诊问卷", headerRow: 1, output: "草稿", language: .chinese) != nil)
    #expect(try session.specFromDraft("草稿", to: spec, language: .chinese) == nil)
    #expect(log.findings.map(\.code) == ["survey-unsigned"])
    #expect(!FileManager.default.fileExists(atPath: workspace.folder.appending(path: spec).path))
    // A draft is not written over what somebody has filled in.
    #expect(try session.draftSurvey(from: file, table: "x", headerRow: 1, output: "草稿", language: .chinese) == nil)
    #expect(log.findings.last?.code == "draft-exists")

    try sign(workspace, "草稿")
    #expect(try session.specFromDraft("草稿", to: spec, language: .chinese) != nil)
    try workspace.edit(spec, "columns:", "reject_limit: 0.5\ncolumns:")
    let second = FindingLog()
    session = try workspace.session(log: second)
    // 16 of 24 name a unit; 内课 is written down, with what it may mean.
    let (summary, lines) = try session.take("1_按文本_门诊满意度_24_24.csv")
    #expect(summary == .withRejects && lines[0].contains("16 rows"))
    let sheet = workspace.folder.appending(path: "out/names/1_按文本_门诊满意度_24_24.xlsx")
    #expect(second.findings.last?.code == "names-collected")
    #expect(
      second.findings.last?.wording(in: .english).remedy.hasSuffix(
        "qingheng import 1_按文本_门诊满意度_24_24.csv --replaces 1.") == true,
      "\(second.findings.map { $0.wording(in: .english).remedy })")
    var book = try OpenedWorkbook(sheet)
    #expect(book.rows("单位写法")[1] == ["内课", "8", "内科（K1）", "写法相近"])
    try book.answer("单位写法", "内课", "单位", "内科（K1）")
    try book.answer("单位写法", "内课", "核对人", "党院办")
    try book.answer("单位写法", "内课", "日期", "2025-07-02")
    try book.save(sheet)
    let taken = try session.takeAliases(from: sheet.path, language: .english)
    #expect(taken?.hasPrefix("1 alias taken") == true && taken?.hasSuffix("--replaces 1") == true, "\(taken ?? "")")
    // Twice the same answer is one.
    _ = try session.takeAliases(from: sheet.path, language: .english)
    let aliases = try String(
      contentsOf: workspace.folder.appending(path: "datasets/_shared/aliases.csv"), encoding: .utf8)
    #expect(aliases == "name,code,by,on\n内课,K1,党院办,2025-07-02\n")
    _ = try session.undo(batch: 1, language: .english)
    session = try workspace.session()
    #expect(try session.take("1_按文本_门诊满意度_24_24.csv").lines[0].contains("24 rows"))
  }

  private func compare(
    _ workspace: SmallWorkspace, _ first: String, _ second: String, table: String? = nil, log: FindingLog
  ) throws -> Bool {
    try workspace.write(first, to: "甲.csv")
    try workspace.write(second, to: "乙.csv")
    let request = ImportRequest(
      files: [workspace.folder.appending(path: "甲.csv").path], table: table ?? "走访评分", period: "2025H1",
      isRehearsal: false, language: .english)
    return try workspace.session(log: log).compareTypings(
      request, second: workspace.folder.appending(path: "乙.csv").path, report: { _ in })
  }

  @Test func twoTypingsAreEqualIfTheyMeanTheSame() throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    #expect(
      try compare(workspace, "科室,评委,得分\n内科,甲,90\n外科,甲,85\n", "科室,评委,得分\n外科,甲,８５.0\n 内科 ,甲,90\n", log: log))
    #expect(log.isEmpty)
  }

  @Test func whatDiffersIsListedWithBothPlaces() throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    #expect(
      try !compare(
        workspace, "科室,评委,得分\n内科,甲,90\n外科,甲,85\n检验科,甲,70\n", "科室,评委,得分\n外科,甲,58\n内科,甲,90\n放射科,甲,70\n", log: log))
    #expect(log.findings.map(\.code) == ["twice-differs"])
    let list = try OpenedWorkbook(workspace.folder.appending(path: "out/twice/甲.xlsx"))
    #expect(
      list.rows("两次录入的不同") == [
        ["主键", "列", "第一次的行", "第一次录入", "第二次的行", "第二次录入"], ["外科 · 甲", "得分", "3", "85.0", "2", "58.0"],
        ["检验科 · 甲", "", "4", "", "没有这一行"], ["放射科 · 甲", "", "没有这一行", "", "4"],
      ])
  }

  /// Of answers of people only the places are told.
  @Test func ofAnonymousSheetsOnlyPlacesAreListed() throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    let header = "序号,日期,科室,满意度\n"
    #expect(
      try !compare(
        workspace, header + "1,2025-03-01,内科,满意\n", header + "1,2025-03-01,内科,不满意\n", table: "患者问卷", log: log))
    let list = try OpenedWorkbook(workspace.folder.appending(path: "out/twice/甲.xlsx"))
    #expect(list.rows("两次录入的不同").last == ["", "满意度", "2", "", "2"])
  }

  @Test func tablesWithoutAKeyAreNotCompared() throws {
    let workspace = try SmallWorkspace()
    try workspace.edit("datasets/pingjia/tables/visits.yaml", "key: [科室, 评委]\n", "")
    let log = FindingLog()
    #expect(try !compare(workspace, "科室,评委,得分\n", "科室,评委,得分\n", log: log))
    #expect(log.findings.map(\.code) == ["twice-keyless"])
  }

  @Test func carelessAnswersAreCountedWithAndWithout() throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    try workspace.edit(
      "datasets/pingjia/tables/patients.yaml", "columns:\n",
      "careless: {column: 粗答, fast: {column: 用时, under_s: 60}}\ncolumns:\n  用时: {type: duration_s}\n")
    // 内科: 8 of 20 are fast and say 不满意 (0), the others 满意 (100): with 60, without 100. 外科: none is.
    let rows = (1...40).map { row in
      let isFast = row <= 8
      return "\(row),2025-03-01,\(row <= 20 ? "内科" : "外科"),\(isFast ? "不满意" : "满意"),\(isFast ? 10 : 100)秒"
    }
    try workspace.write("序号,日期,科室,满意度,用时\n" + rows.joined(separator: "\n") + "\n", to: "患者问卷.csv")
    var session = try workspace.session(log: log)
    try session.take("患者问卷.csv")
    let table = try #require(
      try session.careless(table: "患者问卷", period: period("2025H1"), column: "满意度", language: .english))
    #expect(table["unit"]?.values == .texts(["K1", "K2", nil]))
    #expect(table["careless"]?.values == .numbers([8, 0, 8]))
    #expect(table["others"]?.values == .numbers([12, 20, 32]))
    #expect(table["with_careless"]?.values == .numbers([60, 100, 80]))
    #expect(table["without_careless"]?.values == .numbers([100, 100, 100]))
    #expect(try session.careless(table: "患者问卷", period: period("2025H1"), column: "满意", language: .english) == nil)
    #expect(try session.careless(table: "走访评分", period: period("2025H1"), column: nil, language: .english) == nil)
    #expect(log.problems.map(\.code) == ["careless-column", "careless-absent"])
  }
}
