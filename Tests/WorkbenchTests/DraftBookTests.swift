import Findings
import Foundation
import Testing
import WorkbookBytes

@testable import Workbench

/// A draft as a workbook, from a workbook: no step needs a CSV.
@Suite struct DraftBookTests {
  private static let spec = "datasets/pingjia/tables/menzhen.yaml"

  /// An export as an office program saves it.
  private func export(_ name: String, in workspace: SmallWorkspace) throws -> String {
    let header = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "1、您就诊的科室名称", "2、总体满意度"]
    let rows = (1...24).map { row in
      [
        "\(row)", "2025-06-1\(row % 10) 08:00:00", "100秒", "微信", "无", "10.0.0.\(row)", ["内科", "外科", "内课"][row % 3],
        ["满意", "一般"][row % 2],
      ]
    }
    let url = workspace.folder.appending(path: name)
    try Data(SmallWorkbook("答卷", texts: [header] + rows).bytes).write(to: url)
    return url.path
  }

  private func sign(_ url: URL) throws -> OpenedWorkbook {
    var book = try OpenedWorkbook(url)
    try book.answer("说明", "核对人", "内容", "党院办")
    try book.answer("说明", "核对日期", "内容", "2025-07-01")
    try book.save(url)
    return book
  }

  @Test func aWorkbookBecomesADraftAndTheDraftASpec() throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    let session = try workspace.session(log: log)
    let file = try export("1_按文本_门诊满意度_24_24.xlsx", in: workspace)
    let line = try session.draftSurvey(
      from: file, table: "门诊问卷", headerRow: 1, output: "草稿/门诊.xlsx", language: .chinese)
    #expect(line?.contains("qingheng survey spec 草稿/门诊.xlsx --out ") == true, "\(log.findings.map(\.code))")
    let url = workspace.folder.appending(path: "草稿/门诊.xlsx")
    let rights = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
    #expect(try OpenedWorkbook(url).sheets.map(\.name).filter { !$0.hasPrefix("_") } == ["说明", "列", "选项", "单位写法"])
    #expect(
      try session.draftSurvey(from: file, table: "x", headerRow: 1, output: "草稿/门诊.xlsx", language: .chinese) == nil)
    #expect(log.findings.map(\.code) == ["draft-exists"])
    #expect(try session.specFromDraft("草稿/门诊.xlsx", to: Self.spec, language: .chinese) == nil)
    #expect(log.findings.last?.code == "survey-unsigned")
    _ = try sign(url)
    #expect(try session.specFromDraft("草稿/门诊.xlsx", to: Self.spec, language: .chinese) != nil, "\(log.findings)")
    // The spec reads the file that it was drafted from: 16 of 24 name a unit.
    try workspace.edit(Self.spec, "columns:", "reject_limit: 0.5\ncolumns:")
    var second = try workspace.session()
    #expect(try second.take("1_按文本_门诊满意度_24_24.xlsx").lines[0].contains("16 rows"))
  }

  /// A spec without a pattern recognises no file; whoever signs is asked for one.
  @Test(arguments: ["", "*"])
  func aDraftMustSayWhatItsFilesAreCalled(pattern: String) throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    let session = try workspace.session(log: log)
    let file = try export("满意度.xlsx", in: workspace)
    let url = workspace.folder.appending(path: "草稿.xlsx")
    _ = try session.draftSurvey(from: file, table: "门诊问卷", headerRow: 1, output: "草稿.xlsx", language: .chinese)
    var book = try sign(url)
    #expect(book.rows("说明").first { $0.first == "文件名" }?[1] == "")
    try book.answer("说明", "文件名", "内容", pattern)
    try book.save(url)
    #expect(try session.specFromDraft("草稿.xlsx", to: Self.spec, language: .chinese) == nil)
    #expect(log.problems.map(\.code) == ["draft-without-pattern"])
    try book.answer("说明", "文件名", "内容", "*满意度*")
    try book.save(url)
    #expect(try session.specFromDraft("草稿.xlsx", to: Self.spec, language: .chinese) != nil)
    let text = try String(contentsOf: workspace.folder.appending(path: Self.spec), encoding: .utf8)
    #expect(text.contains("file: {match: \"*满意度*\"}"))
  }
}
